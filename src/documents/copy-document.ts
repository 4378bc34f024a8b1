import type { Issue, IssueCode } from "./club-error.js";
import { type Path, pointerOf } from "./pointer.js";

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

interface Frame {
  readonly source: object;
  readonly target: Record<string, unknown> | unknown[];
  /** The keys of an object; a list needs none, so that a sparse one costs nothing until it is read. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  readonly path: Path;
  next: number;
}

const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Controls other than tab and line ends, and the marks that reverse the reading of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;
const ISOLATE = /[\u2066-\u2069]/;

/**
 * Makes a private plain-JSON copy of what a caller handed over, reading every property exactly once, so that getters,
 * proxies and later changes cannot show two faces; and refuses what is not JSON, too large, too deep, or text that
 * deceives. Iterative: no input overflows the stack. Properties that are `undefined` are left out, as in JSON.
 */
export function copyDocument(input: unknown, sizes: DocumentSizes): DocumentCopy {
  const issues: Issue[] = [];
  const report = (code: IssueCode, path: Path, message: string, more: Partial<Issue> = {}) => {
    issues.push({ code, path: pointerOf(path), message, ...more });
  };
  const frames: Frame[] = [];
  let nodes = 0;
  let units = 0;

  const enter = (value: unknown, path: Path): unknown => {
    nodes += 1;
    units += typeof value === "string" ? value.length : 1;
    if (typeof value === "string") {
      checkText(value, path, sizes.text, report);
      return value;
    }
    if (typeof value === "number") {
      if (!Number.isFinite(value)) report("number-not-finite", path, "must be a finite number");
      return value === 0 ? 0 : value;
    }
    if (typeof value === "boolean" || value === null) return value;
    if (typeof value !== "object") {
      report("type", path, "must be a JSON value", { expected: "JSON", received: typeof value });
      return null;
    }
    if (path.length >= sizes.depth) {
      report("depth", path, `is nested deeper than ${sizes.depth} levels`, {
        expected: `at most ${sizes.depth}`,
      });
      return null;
    }
    const frame = openFrame(value, path, report);
    if (frame === undefined) return null;
    frames.push(frame);
    return frame.target;
  };

  const copy = enter(input, []);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (frame.next >= frame.length || issues.length >= 100) {
      frames.pop();
      continue;
    }
    if (nodes >= sizes.nodes) return tooLarge("nodes", `${sizes.nodes} values`);
    if (units > sizes.units) return tooLarge("size", `${sizes.units} characters`);
    const index = frame.next++;
    const key = frame.keys?.[index];
    const path = [...frame.path, key ?? index];
    const value = readOnce(frame.source, key ?? index, path, report);
    if (key === undefined) {
      (frame.target as unknown[]).push(enter(value, path));
    } else if (FORBIDDEN.has(key)) {
      report("forbidden-key", path, `the key ${JSON.stringify(key)} is never allowed`);
    } else if (value !== undefined) {
      units += key.length;
      checkText(key, path, sizes.text, report);
      (frame.target as Record<string, unknown>)[key] = enter(value, path);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, copy };
}

function tooLarge(code: "nodes" | "size", most: string): DocumentCopy {
  return { ok: false, issues: [{ code, path: "", message: `the document is larger than ${most}` }] };
}

type Report = (code: IssueCode, path: Path, message: string, more?: Partial<Issue>) => void;

function openFrame(source: object, path: Path, report: Report): Frame | undefined {
  try {
    if (Array.isArray(source)) {
      // A proxy may say anything is its length; what is no number is found out here.
      return { source, target: [], keys: undefined, length: Number(source.length), path, next: 0 };
    }
    const prototype: unknown = Object.getPrototypeOf(source);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      report("type", path, "must be a plain object", {
        expected: "JSON",
        received: "an instance of a class",
      });
      return undefined;
    }
    if (Object.getOwnPropertySymbols(source).length > 0) {
      report("type", path, "must have no symbols as keys", { expected: "JSON", received: "a symbol" });
      return undefined;
    }
    const keys = Object.keys(source);
    return { source, target: {}, keys, length: keys.length, path, next: 0 };
  } catch {
    report("type", path, "cannot be read", { expected: "JSON" });
    return undefined;
  }
}

function readOnce(source: object, key: PropertyKey, path: Path, report: Report): unknown {
  try {
    return (source as Record<PropertyKey, unknown>)[key];
  } catch {
    report("type", path, "cannot be read: its getter throws", { expected: "JSON" });
    return null;
  }
}

function checkText(text: string, path: Path, longest: number, report: Report): void {
  if (text.length > longest) {
    const counts = { expected: `at most ${longest} UTF-16 units`, received: `${text.length}` };
    report("string-too-long", path, "the text is too long", counts);
    return;
  }
  if (LONE_SURROGATE.test(text)) report("text-illformed", path, "the text holds half of a surrogate pair");
  if (CONTROL.test(text) || (ISOLATE.test(text) && !isolatesBalance(text))) {
    const hint =
      "remove U+202A to U+202E and control characters; close every isolate (U+2066 to U+2068) with U+2069";
    report("text-control", path, "the text holds a control or direction mark that deceives the reader", {
      hint,
    });
  }
}

function isolatesBalance(text: string): boolean {
  let open = 0;
  for (const mark of text) {
    if (mark >= "\u2066" && mark <= "\u2068") open += 1;
    else if (mark === "\u2069" && --open < 0) return false;
  }
  return open === 0;
}
