import { isSame, quote } from "./canonical-json.js";
import { byCodeUnit } from "./code-unit-order.js";

/**
 * The bytes of an RFC 8785 text, written into a space that is used again and again: a text of a thousand pieces would be
 * put together only to be taken apart. One text is begun, written and finished before the next; the values are private
 * copies, as `canonicalJson` wants them, so nothing of a caller's runs meanwhile.
 */
export function beginBytes(prefix: string): void {
  end = 0;
  putAscii(prefix);
}

/** What was written since `beginBytes`; good until the next. */
export function finishBytes(): Uint8Array {
  const bytes = space.subarray(0, end);
  if (space.length > MOST_KEPT) setSpace(new Uint8Array(FIRST_ROOM));
  return bytes;
}

const FIRST_ROOM = 8_192;
const MOST_KEPT = 262_144;
let space = new Uint8Array(FIRST_ROOM);
let view = new DataView(space.buffer);
/** Where the next byte goes. */
let end = 0;

function setSpace(next: Uint8Array<ArrayBuffer>): void {
  space = next;
  view = new DataView(next.buffer);
}

function makeRoom(length: number): void {
  if (end + length <= space.length) return;
  const larger = new Uint8Array(2 * (end + length));
  larger.set(space);
  setSpace(larger);
}

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

/** What stands before a member's value, `"key":`: as words of four bytes, for keys are most of a text. */
export interface Head {
  readonly length: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
  readonly fifth: number;
  /** All of it, where five words do not hold it. */
  readonly long: Uint8Array | undefined;
}

const MOST_IN_WORDS = 20;

export function headOf(key: string): Head {
  const bytes = encoder.encode(`${quote(key)}:`);
  const { length } = bytes;
  const words = new DataView(new ArrayBuffer(MOST_IN_WORDS));
  bytes.subarray(0, MOST_IN_WORDS).forEach((byte, at) => void words.setUint8(at, byte));
  return {
    length,
    first: words.getInt32(0, true),
    second: words.getInt32(4, true),
    third: words.getInt32(8, true),
    fourth: words.getInt32(12, true),
    fifth: words.getInt32(16, true),
    long: length > MOST_IN_WORDS ? bytes : undefined,
  };
}

export function openObject(): void {
  putByte(OPEN_OBJECT);
}

/** A member that is `undefined` is left out, as in JSON. */
export function putMember(head: Head, value: unknown): void {
  if (value === undefined) return;
  putHead(head);
  putValue(value);
  putByte(COMMA);
}

/** A member that is written in a way of its own. */
export function putPart<T>(head: Head, value: T | undefined, put: (value: T) => void): void {
  if (value === undefined) return;
  putHead(head);
  put(value);
  putByte(COMMA);
}

/** A member that is a list of such. */
export function putParts<T>(head: Head, list: readonly T[] | undefined, put: (value: T) => void): void {
  if (list === undefined) return;
  putHead(head);
  putList(list, put);
  putByte(COMMA);
}

/** All five words, though some may lie beyond its end: what follows is written over them, and no loop is as quick. */
function putHead(head: Head): void {
  const { length, long } = head;
  makeRoom(MOST_IN_WORDS);
  const into = view;
  into.setInt32(end, head.first, true);
  into.setInt32(end + 4, head.second, true);
  into.setInt32(end + 8, head.third, true);
  into.setInt32(end + 12, head.fourth, true);
  into.setInt32(end + 16, head.fifth, true);
  if (long !== undefined) putBytes(long);
  else end += length;
}

/** Each member leaves a comma behind it, in whose place the object ends. */
export function closeObject(): void {
  if (space[end - 1] === COMMA) end -= 1;
  putByte(CLOSE_OBJECT);
}

/** Any value. */
export function putValue(value: unknown): void {
  if (typeof value === "string") putText(value);
  else if (typeof value !== "object" || value === null) putAscii(String(value));
  else if (Array.isArray(value)) putList(value, putValue);
  else putObject(value);
}

function putList<T>(list: readonly T[], putItem: (item: T) => void): void {
  putByte(OPEN_LIST);
  for (let at = 0; at < list.length; at++) {
    if (at > 0) putByte(COMMA);
    putItem(list[at] as T);
  }
  putByte(CLOSE_LIST);
}

function putObject(object: object): void {
  const values: readonly unknown[] = Object.values(object);
  const { heads, places } = shapeOf(Object.keys(object));
  openObject();
  for (let at = 0; at < places.length; at++) putMember(heads[at] as Head, values[places[at] as number]);
  closeObject();
}

function putByte(byte: number): void {
  makeRoom(1);
  space[end++] = byte;
}

function putAscii(text: string): void {
  makeRoom(text.length);
  for (let at = 0; at < text.length; at++) space[end++] = text.charCodeAt(at);
}

/** Nearly all texts are plain ASCII that is written as it is; for any other, what was begun is written over. */
function putText(text: string): void {
  makeRoom(text.length + 2);
  const into = space;
  let next = end;
  into[next++] = QUOTE;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < SPACE || unit > TILDE || unit === QUOTE || unit === BACKSLASH) {
      putBytes(encoder.encode(quote(text)));
      return;
    }
    into[next++] = unit;
  }
  into[next] = QUOTE;
  end = next + 1;
}

function putBytes(bytes: Uint8Array): void {
  makeRoom(bytes.length);
  space.set(bytes, end);
  end += bytes.length;
}

/** How objects of certain keys are written. */
interface Shape {
  readonly keys: readonly string[];
  /** By code unit of their keys. */
  readonly heads: readonly Head[];
  /** Of the values, in the same order. */
  readonly places: readonly number[];
}

/** By the last key, as in `canonicalJson`: documents of one kind come again and again. */
const shapes = new Map<string, Shape>();
const REMEMBERED = 256;
const MOST_KEYS = 24;
const NO_KEYS: Shape = { keys: [], heads: [], places: [] };

function shapeOf(keys: readonly string[]): Shape {
  const last = keys[keys.length - 1];
  if (last === undefined) return NO_KEYS;
  const known = shapes.get(last);
  if (known !== undefined && isSame(keys, known.keys)) return known;
  const places = keys
    .map((_, place) => place)
    .sort((a, b) => byCodeUnit(keys[a] as string, keys[b] as string));
  const shape = { keys, heads: places.map((place) => headOf(keys[place] as string)), places };
  if (shapes.size >= REMEMBERED) shapes.clear();
  if (keys.length <= MOST_KEYS) shapes.set(last, shape);
  return shape;
}
