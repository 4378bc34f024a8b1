import type * as z from "zod";
import { type Allowance, charge } from "./allowance.js";
import { type DocumentSizes, isForbidden } from "./copy-document.js";
import { type Definition, definitionOf, lengthBounds } from "./definition-of.js";
import { type Guard, guardOf } from "./guard.js";
import { isSuspect, textFaults } from "./text-faults.js";

/** A private copy of a value that surely fits; `undefined` says nothing yet. */
export type Reader<T = unknown> = (value: unknown, allowance: Allowance, depth: number) => T | undefined;
type Fields = Record<string, unknown>;

/** The tests of schemas whose texts are short and visible ASCII: what passes needs no other look. */
const plainTests = new WeakMap<object, Guard>();

export function setPlainTest(schema: z.ZodType, test: Guard): void {
  plainTests.set(schema, test);
}

const readers = new WeakMap<object, Reader>();

/**
 * Copies and checks a document at once, for documents that are as they should be, which nearly all are: about half of
 * the cost of `copyDocument` and a guard. `undefined` says nothing yet: then those are asked, which can tell what is wrong.
 * Each property is read once, and what was read is checked and kept, so that nothing can show two faces here either.
 * Whatever is let pass, they let pass with an equal copy.
 */
export function readDocument<T>(schema: z.ZodType<T>, input: unknown, sizes: DocumentSizes): T | undefined {
  return readBy(readerOf(schema) as Reader<T>, input, sizes);
}

/** The same, by a reader that is written out by hand. */
export function readBy<T>(
  read: Reader<T>,
  input: unknown,
  { units, nodes, depth, text }: DocumentSizes,
): T | undefined {
  const allowance: Allowance = { left: units, share: Math.ceil(units / nodes), depth, text };
  try {
    const copy = read(input, allowance, 1);
    return allowance.left < 0 ? undefined : copy;
  } catch {
    // Something was refused, or is a getter or a proxy that throws: `copyDocument` says where.
    return undefined;
  }
}

export function readerOf(schema: z.ZodType): Reader {
  const known = readers.get(schema);
  if (known !== undefined) return known;
  const reader = compile(schema, definitionOf(schema));
  readers.set(schema, reader);
  return reader;
}

const NEVER: Reader = () => undefined;

function compile(schema: z.ZodType, def: Definition): Reader {
  switch (def.type) {
    case "optional":
      return readerOf(def.innerType as z.ZodType);
    case "union":
      return unionReader(def);
    case "array": {
      const bounds = lengthBounds(def);
      const element = readerOf(def.element as z.ZodType);
      return bounds === undefined ? NEVER : listReader(element, bounds.least, bounds.most);
    }
    case "record": {
      const [key, member] = [guardOf(def.keyType as z.ZodType), readerOf(def.valueType as z.ZodType)];
      return def.checks === undefined ? fieldsReader(key, member) : NEVER;
    }
    case "object":
      return recordReader(def);
    case "unknown":
      return judgedReader(guardOf(schema), plainTests.get(schema));
    default:
      return scalarReader(guardOf(schema));
  }
}

/** Of a value that a function judges as a whole; it may be an object. */
function judgedReader(guard: Guard, isPlain: Guard = () => false): Reader {
  return (value, allowance, depth) => {
    if (isPlain(value)) return charged(value as string | number, allowance);
    const copy = readAny(value, allowance, depth);
    return copy !== undefined && guard(copy) ? copy : undefined;
  };
}

function scalarReader(guard: Guard): Reader {
  return (value, allowance) => (guard(value) ? readScalar(value, allowance) : undefined);
}

const anyList = listReader(readAny, 0, Number.POSITIVE_INFINITY);
const anyFields = fieldsReader(() => true, readAny);

/** Any JSON. */
function readAny(value: unknown, allowance: Allowance, depth: number): unknown {
  if (typeof value !== "object" || value === null) return readScalar(value, allowance);
  return Array.isArray(value) ? anyList(value, allowance, depth) : anyFields(value, allowance, depth);
}

function readScalar(value: unknown, allowance: Allowance): unknown {
  switch (typeof value) {
    case "string":
      return isHarmless(value, allowance.text) ? charged(value, allowance) : undefined;
    case "number":
      // The copy of minus zero is zero.
      return Number.isFinite(value) && !Object.is(value, -0) ? charged(value, allowance) : undefined;
    case "boolean":
      return charged(value, allowance);
    default:
      return value === null ? charged(value, allowance) : undefined;
  }
}

function charged<T extends string | number | boolean | null>(value: T, allowance: Allowance): T {
  charge(allowance, typeof value === "string" ? value.length : 1);
  return value;
}

export function isHarmless(text: string, longest: number): boolean {
  return !isSuspect(text, longest) || textFaults(text, longest).length === 0;
}

function unionReader({ options = [], inclusive }: Definition): Reader {
  if (inclusive === false) return NEVER;
  const branches = options.map(readerOf);
  return (value, allowance, depth) => {
    for (const read of branches) {
      const copy = read(value, allowance, depth);
      if (copy !== undefined) return copy;
    }
    return undefined;
  };
}

function listReader(element: Reader, least: number, most: number): Reader {
  return (value, allowance, depth) => {
    if (!Array.isArray(value) || depth > allowance.depth) return undefined;
    const { length } = value;
    // A proxy may say anything is its length.
    if (!(length >= least && length <= most && length * allowance.share <= allowance.left)) return undefined;
    const copy = new Array<unknown>(length);
    for (let at = 0; at < length; at++) {
      const read = element(value[at], allowance, depth + 1);
      if (read === undefined) return undefined;
      copy[at] = read;
    }
    charge(allowance, 1);
    return copy;
  };
}

/** Of an object whose keys are free. */
function fieldsReader(fits: Guard, member: Reader): Reader {
  return (value, allowance, depth) => {
    if (!isPlain(value) || depth > allowance.depth) return undefined;
    const copy: Fields = {};
    for (const key of Object.keys(value)) {
      if (isForbidden(key) || !isHarmless(key, allowance.text)) return undefined;
      const written = value[key];
      if (written === undefined) continue;
      const read = fits(key) ? member(written, allowance, depth + 1) : undefined;
      if (read === undefined) return undefined;
      allowance.left -= key.length;
      copy[key] = read;
    }
    charge(allowance, 1);
    return copy;
  };
}

interface Member {
  readonly read: Reader;
  readonly required: boolean;
}

/** Of an object whose keys are known, and no others. */
function recordReader({ shape = {}, catchall, checks }: Definition): Reader {
  if (checks !== undefined || catchall?._zod.def.type !== "never") return NEVER;
  const members = new Map<string, Member>();
  for (const [key, schema] of Object.entries(shape)) {
    members.set(key, { read: readerOf(schema), required: !guardOf(schema)(undefined) });
  }
  const required = [...members.values()].filter((member) => member.required).length;
  return (value, allowance, depth) => {
    if (!isPlain(value) || depth > allowance.depth) return undefined;
    const copy: Fields = {};
    let found = 0;
    for (const key of Object.keys(value)) {
      const member = members.get(key);
      if (member === undefined) return undefined;
      const written = value[key];
      // Left out, as in JSON.
      if (written === undefined) continue;
      const read = member.read(written, allowance, depth + 1);
      if (read === undefined) return undefined;
      copy[key] = read;
      allowance.left -= key.length;
      if (member.required) found += 1;
    }
    charge(allowance, 1);
    return found < required ? undefined : copy;
  };
}

/** Whatever symbols it has as keys: they are no part of it, as in JSON. */
export function isPlain(value: unknown): value is Fields {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
