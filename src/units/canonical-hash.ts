import { sha256Hex } from "#sha256";
import { isSame, quote } from "./canonical-json.js";
import { byCodeUnit } from "./code-unit-order.js";

/**
 * SHA-256, in hex, of an ASCII prefix and the RFC 8785 text of a JSON value: `sha256Hex(prefix + canonicalJson(value))`, without
 * the text. It is written as the bytes that are hashed, into a space that is used again and again: a text of a thousand
 * pieces would be put together only to be taken apart. The value is a private copy, as `canonicalJson` wants it: nothing
 * of a caller's runs while it is written.
 */
export function canonicalHash(prefix: string, value: unknown): string {
  const end = putValue(value, putAscii(prefix, 0));
  const hash = sha256Hex(space.subarray(0, end));
  if (space.length > MOST_KEPT) space = new Uint8Array(FIRST_ROOM);
  return hash;
}

const FIRST_ROOM = 8_192;
const MOST_KEPT = 262_144;
let space = new Uint8Array(FIRST_ROOM);

const encoder = new TextEncoder();

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const TILDE = 126;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

// Each of these writes at a place and returns the place behind it.

function putValue(value: unknown, at: number): number {
  if (typeof value === "string") return putQuoted(value, at);
  if (typeof value !== "object" || value === null) return putAscii(String(value), at);
  return Array.isArray(value) ? putList(value, at) : putObject(value, at);
}

function putList(list: readonly unknown[], at: number): number {
  let end = putByte(OPEN_LIST, at);
  for (let index = 0; index < list.length; index++) {
    if (index > 0) end = putByte(COMMA, end);
    end = putValue(list[index], end);
  }
  return putByte(CLOSE_LIST, end);
}

function putObject(object: object, at: number): number {
  const keys = Object.keys(object);
  if (keys.length === 0) return putByte(CLOSE_OBJECT, putByte(OPEN_OBJECT, at));
  const values: readonly unknown[] = Object.values(object);
  const { heads, places } = shapeOf(keys);
  let end = at;
  for (let index = 0; index < places.length; index++) {
    end = putBytes(heads[index] as Uint8Array, end);
    end = putValue(values[places[index] as number], end);
  }
  return putByte(CLOSE_OBJECT, end);
}

function putByte(byte: number, at: number): number {
  const into = roomFor(1, at);
  into[at] = byte;
  return at + 1;
}

function putBytes(bytes: Uint8Array, at: number): number {
  const into = roomFor(bytes.length, at);
  for (let index = 0; index < bytes.length; index++) into[at + index] = bytes[index] as number;
  return at + bytes.length;
}

function putAscii(text: string, at: number): number {
  const into = roomFor(text.length, at);
  for (let index = 0; index < text.length; index++) into[at + index] = text.charCodeAt(index);
  return at + text.length;
}

/** Nearly all texts are plain ASCII that is written as it is; for any other, what was begun is written over. */
function putQuoted(text: string, at: number): number {
  const into = roomFor(text.length + 2, at);
  into[at] = QUOTE;
  let end = at + 1;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < SPACE || unit > TILDE || unit === QUOTE || unit === BACKSLASH)
      return putBytes(encoder.encode(quote(text)), at);
    into[end++] = unit;
  }
  into[end] = QUOTE;
  return end + 1;
}

function roomFor(length: number, at: number): Uint8Array {
  if (at + length > space.length) {
    const larger = new Uint8Array(2 * (at + length));
    larger.set(space);
    space = larger;
  }
  return space;
}

/** How objects of certain keys are written. */
interface Shape {
  readonly keys: readonly string[];
  /** What stands before each value: `{"a":`, `,"b":`. */
  readonly heads: readonly Uint8Array[];
  /** Of the values, by code unit of their keys. */
  readonly places: readonly number[];
}

/** By the last key, as in `canonicalJson`: documents of one kind come again and again. */
const shapes = new Map<string, Shape>();
const REMEMBERED = 256;
const MOST_KEYS = 24;

function shapeOf(keys: readonly string[]): Shape {
  const last = keys[keys.length - 1] as string;
  const known = shapes.get(last);
  if (known !== undefined && isSame(keys, known.keys)) return known;
  const places = keys
    .map((_, place) => place)
    .sort((a, b) => byCodeUnit(keys[a] as string, keys[b] as string));
  const heads = places.map((place, index) =>
    encoder.encode(`${index === 0 ? "{" : ","}${quote(keys[place] as string)}:`),
  );
  const shape = { keys, heads, places };
  if (shapes.size >= REMEMBERED) shapes.clear();
  if (keys.length <= MOST_KEYS) shapes.set(last, shape);
  return shape;
}
