import type { Issue, IssueCode } from "./club-error.js";
import { pointerOf } from "./pointer.js";
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

/** An object or list that is being copied; the open frames, from the outermost, are the path to what is read. */
interface Frame {
  readonly source: object;
  readonly target: Record<string, unknown> | unknown[];
  /** Where it stands in the frame before. */
  readonly key: string | number | undefined;
  /** The keys of an object; a list needs none, so that a sparse one costs nothing until it is read. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  next: number;
}

type Key = Frame["key"];
/** Tells what is wrong with the value under `key` of the innermost frame. */
type Report = (code: IssueCode, key: Key, message: string, more?: Partial<Issue>) => void;

const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Makes a private plain-JSON copy of what a caller handed over, reading every property exactly once, so that getters,
 * proxies and later changes cannot show two faces; and refuses what is not JSON, too large, too deep, or text that
 * deceives. Iterative: no input overflows the stack. Properties that are `undefined` are left out, as in JSON.
 */
export function copyDocument(input: unknown, sizes: DocumentSizes): DocumentCopy {
  const issues: Issue[] = [];
  const frames: Frame[] = [];
  let nodes = 0;
  let units = 0;
  const report: Report = (code, key, message, more = {}) => {
    const path = [...frames.map((frame) => frame.key), key].filter((step) => step !== undefined);
    issues.push({ code, path: pointerOf(path), message, ...more });
  };

  const enter = (value: unknown, key: Key): unknown => {
    nodes += 1;
    if (typeof value === "string") {
      units += value.length;
      if (isSuspect(value, sizes.text)) reportText(value, key, sizes.text, report);
      return value;
    }
    units += 1;
    if (typeof value === "object" && value !== null) {
      if (frames.length >= sizes.depth) {
        const expected = `at most ${sizes.depth}`;
        report("depth", key, `is nested deeper than ${sizes.depth} levels`, { expected });
        return null;
      }
      const frame = openFrame(value, key, report);
      if (frame !== undefined) frames.push(frame);
      return frame?.target ?? null;
    }
    return readScalar(value, key, report);
  };

  const copy = enter(input, undefined);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (frame.next >= frame.length || issues.length >= 100) {
      frames.pop();
      continue;
    }
    if (nodes >= sizes.nodes) return tooLarge("nodes", `${sizes.nodes} values`);
    if (units > sizes.units) return tooLarge("size", `${sizes.units} characters`);
    const index = frame.next++;
    const key = frame.keys?.[index];
    const value = readOnce(frame.source, key ?? index, report);
    if (key === undefined) {
      (frame.target as unknown[])[index] = enter(value, index);
    } else if (FORBIDDEN.has(key)) {
      report("forbidden-key", key, `the key ${JSON.stringify(key)} is never allowed`);
    } else if (value !== undefined) {
      units += key.length;
      if (isSuspect(key, sizes.text)) reportText(key, key, sizes.text, report);
      (frame.target as Record<string, unknown>)[key] = enter(value, key);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, copy };
}

function tooLarge(code: "nodes" | "size", most: string): DocumentCopy {
  return { ok: false, issues: [{ code, path: "", message: `the document is larger than ${most}` }] };
}

function openFrame(source: object, key: Key, report: Report): Frame | undefined {
  try {
    if (Array.isArray(source)) {
      // A proxy may say anything is its length; what is no number is found out here.
      return { source, target: [], key, keys: undefined, length: Number(source.length), next: 0 };
    }
    const prototype: unknown = Object.getPrototypeOf(source);
    const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!isPlain || Object.getOwnPropertySymbols(source).length > 0) {
      const received = isPlain ? "an object with symbols as keys" : "an instance of a class";
      report("type", key, "must be a plain object", { expected: "JSON", received });
      return undefined;
    }
    const keys = Object.keys(source);
    return { source, target: {}, key, keys, length: keys.length, next: 0 };
  } catch {
    report("type", key, "cannot be read", { expected: "JSON" });
    return undefined;
  }
}

function readOnce(source: object, key: string | number, report: Report): unknown {
  try {
    return (source as Record<string | number, unknown>)[key];
  } catch {
    report("type", key, "cannot be read: its getter throws", { expected: "JSON" });
    return null;
  }
}

function readScalar(value: unknown, key: Key, report: Report): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) report("number-not-finite", key, "must be a finite number");
    // Minus zero is zero.
    return value === 0 ? 0 : value;
  }
  if (typeof value === "boolean" || value === null) return value;
  report("type", key, "must be a JSON value", { expected: "JSON", received: typeof value });
  return null;
}

function reportText(text: string, key: Key, longest: number, report: Report): void {
  for (const { code, message, ...more } of textFaults(text, longest)) report(code, key, message, more);
}
