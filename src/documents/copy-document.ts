import { type Issue, type IssueCode, MOST_ISSUES } from "./club-error.js";
import { type Path, pointerOf } from "./pointer.js";
import { isSuspect, textFaults } from "./text-faults.js";

/** What a document may measure before anything reads it. */
export interface DocumentSizes {
  /** UTF-16 units of all keys and texts, and one for each other value. */
  readonly units: number;
  readonly depth: number;
  readonly nodes: number;
  readonly text: number;
}

export type DocumentCopy =
  | { readonly ok: true; readonly copy: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** An object or list that is being copied; it and its parents are the path to what is read. */
interface Frame {
  readonly source: object;
  readonly target: Fields | unknown[];
  /** The keys of an object; a list needs none, so that a sparse one costs nothing until it is read. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  readonly parent: Frame | undefined;
  /** Where it stands in its parent. */
  readonly key: Key;
  readonly depth: number;
  next: number;
}

type Key = string | number;
type Fields = Record<string, unknown>;
/** Tells what is wrong with the value under `key` of a frame. */
type Report = (code: IssueCode, frame: Frame, key: Key, message: string, more?: Partial<Issue>) => void;

/**
 * Makes a private plain-JSON copy of what a caller handed over, reading every property exactly once, so that getters,
 * proxies and later changes cannot show two faces; and refuses what is not JSON, too large, too deep, or text that
 * deceives. Iterative: no input overflows the stack. Properties that are `undefined`, or whose key is a symbol, are left
 * out, as in JSON.
 */
export function copyDocument(input: unknown, sizes: DocumentSizes): DocumentCopy {
  const issues: Issue[] = [];
  const report: Report = (code, frame, key, message, more = {}) => {
    issues.push({ code, path: pointerOf(pathTo(frame, key)), message, ...more });
  };
  const root = rootOf(input);
  let nodes = 0;
  let units = 0;
  let frame: Frame | undefined = root;
  while (frame !== undefined) {
    if (frame.next >= frame.length || issues.length >= MOST_ISSUES) {
      frame = frame.parent;
      continue;
    }
    if (nodes >= sizes.nodes) return tooLarge("nodes", `${sizes.nodes} values`);
    if (units > sizes.units) return tooLarge("size", `${sizes.units} characters`);
    const { keys } = frame;
    const index = frame.next++;
    const key = keys === undefined ? index : (keys[index] as string);
    const value = readOnce(frame, key, report);
    if (typeof key === "string") {
      if (isForbidden(key)) {
        report("forbidden-key", frame, key, `the key ${JSON.stringify(key)} is never allowed`);
        continue;
      }
      if (value === undefined) continue;
      units += key.length;
      if (isSuspect(key, sizes.text)) reportText(key, frame, key, sizes.text, report);
    }
    nodes += 1;
    if (typeof value === "string") {
      units += value.length;
      if (isSuspect(value, sizes.text)) reportText(value, frame, key, sizes.text, report);
      place(frame, key, value);
      continue;
    }
    units += 1;
    if (typeof value === "object" && value !== null) {
      const inner = openFrame(value, frame, key, sizes.depth, report);
      place(frame, key, inner?.target ?? null);
      frame = inner ?? frame;
    } else {
      place(frame, key, readScalar(value, frame, key, report));
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, copy: (root.target as unknown[])[0] };
}

/** The document itself is read as what stands in a list of one. */
function rootOf(input: unknown): Frame {
  return {
    source: [input],
    target: [],
    keys: undefined,
    length: 1,
    parent: undefined,
    key: 0,
    depth: 0,
    next: 0,
  };
}

function pathTo(frame: Frame, key: Key): Path {
  const path: Key[] = [];
  for (let at = frame, step = key; at.parent !== undefined; step = at.key, at = at.parent) path.push(step);
  return path.reverse();
}

/** Keys that reach a prototype. */
export function isForbidden(key: string): boolean {
  return key === "__proto__" || key === "constructor" || key === "prototype";
}

function tooLarge(code: "nodes" | "size", most: string): DocumentCopy {
  return { ok: false, issues: [{ code, path: "", message: `the document is larger than ${most}` }] };
}

function openFrame(
  source: object,
  parent: Frame,
  key: Key,
  deepest: number,
  report: Report,
): Frame | undefined {
  const depth = parent.depth + 1;
  if (depth > deepest) {
    const expected = `at most ${deepest}`;
    report("depth", parent, key, `is nested deeper than ${deepest} levels`, { expected });
    return undefined;
  }
  try {
    if (Array.isArray(source)) {
      // A proxy may say anything is its length; what is no number is found out here.
      const length = Number(source.length);
      return { source, target: [], keys: undefined, length, parent, key, depth, next: 0 };
    }
    const prototype: unknown = Object.getPrototypeOf(source);
    const isPlain =
      prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!isPlain) {
      const received = "an instance of a class";
      report("type", parent, key, "must be a plain object", { expected: "JSON", received });
      return undefined;
    }
    const keys = Object.keys(source);
    return { source, target: {}, keys, length: keys.length, parent, key, depth, next: 0 };
  } catch {
    report("type", parent, key, "cannot be read", { expected: "JSON" });
    return undefined;
  }
}

// Lists and objects apart, though it reads the same: the machine is slow where one access serves both by turns.

function readOnce(frame: Frame, key: Key, report: Report): unknown {
  const { source } = frame;
  try {
    return typeof key === "number" ? (source as readonly unknown[])[key] : (source as Fields)[key];
  } catch {
    report("type", frame, key, "cannot be read: its getter throws", { expected: "JSON" });
    return null;
  }
}

function place({ target }: Frame, key: Key, value: unknown): void {
  if (typeof key === "number") (target as unknown[])[key] = value;
  else (target as Fields)[key] = value;
}

function readScalar(value: unknown, frame: Frame, key: Key, report: Report): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) report("number-not-finite", frame, key, "must be a finite number");
    // Minus zero is zero.
    return value === 0 ? 0 : value;
  }
  if (typeof value === "boolean" || value === null) return value;
  report("type", frame, key, "must be a JSON value", { expected: "JSON", received: typeof value });
  return null;
}

function reportText(text: string, frame: Frame, key: Key, longest: number, report: Report): void {
  for (const { code, message, ...more } of textFaults(text, longest)) report(code, frame, key, message, more);
}
