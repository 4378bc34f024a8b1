import { type Issue, issueAt, MOST_ISSUES } from "./club-error.js";
import { fits, type JsonPlace, misfitOf, positionsIn } from "./json-place.js";
import { readToken, type Token } from "./json-token.js";
import type { Parsed } from "./parse-with.js";
import type { Path } from "./pointer.js";

/** The most levels of brackets; no document of ours has as many. */
const DEEPEST_TEXT = 64;

/**
 * Reads a JSON text strictly: the value, or every issue. Never throws. A byte-order mark is dropped and not counted.
 *
 * Two equal keys in one object are an issue, however they are written: readers differ in which of the two they take,
 * so one price could be checked and another be charged. Iterative: no nesting overflows the stack.
 */
export function readJson(text: string): Parsed<unknown> {
  if (typeof text !== "string") {
    const sides = { expected: "a JSON text", received: typeof text };
    return { ok: false, issues: [issueAt("type", [], "must be a text", sides)] };
  }
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  const issues = inspect(json);
  // Whatever `inspect` lets pass is JSON: a law says so.
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: JSON.parse(json) };
}

/** An open bracket. */
interface Level {
  /** The keys so far; a list has none. */
  readonly keys: Set<string> | undefined;
  /** Where in it the reading stands: a key, or an index. */
  step: string | number;
}

/** Walks through the text once, from token to token. */
function inspect(json: string): readonly Issue[] {
  const issues: Issue[] = [];
  const levels: Level[] = [];
  const positionOf = positionsIn(json);
  let place: JsonPlace = "value";
  let token = readToken(json, 0);
  if (token.kind === "end") {
    const message = `is empty: there is no JSON, at ${positionOf(0)}`;
    return [issueAt("json-syntax", [], message, { expected: "a value", received: "the end" })];
  }
  while (issues.length < MOST_ISSUES) {
    const { kind, at, end, fault } = token;
    if (!fits(token, place) || fault !== undefined) {
      const position = positionOf(fault?.at ?? at);
      return [...issues, broken(token, { json, place, path: pathTo(place, levels), position })];
    }
    if (kind === "end") return issues;
    if (kind === "{" || kind === "[") {
      if (levels.length === DEEPEST_TEXT) return [...issues, tooDeep(positionOf(at))];
      levels.push({ keys: kind === "{" ? new Set() : undefined, step: 0 });
      place = kind === "{" ? "firstKey" : "firstItem";
    } else if (kind === "text" && (place === "firstKey" || place === "key")) {
      if (!enterKey(json.slice(at, end), levels)) issues.push(twice(pathOf(levels), positionOf(at)));
      place = "colon";
    } else if (kind === ",") {
      place = nextPlace(levels);
    } else {
      if (kind === "}" || kind === "]") levels.pop();
      place = kind === ":" ? "value" : placeAfter(levels);
    }
    token = readToken(json, end);
  }
  return issues;
}

function placeAfter(levels: readonly Level[]): JsonPlace {
  const level = levels.at(-1);
  if (level === undefined) return "end";
  return level.keys === undefined ? "afterItem" : "afterMember";
}

/** After a comma. */
function nextPlace(levels: readonly Level[]): JsonPlace {
  const level = levels.at(-1);
  if (level?.keys !== undefined) return "key";
  if (level !== undefined) level.step = Number(level.step) + 1;
  return "value";
}

/** False where the object has the key already: `"a"` and `"\u0061"` are one. */
function enterKey(written: string, levels: readonly Level[]): boolean {
  const level = levels.at(-1);
  if (level?.keys === undefined) return true;
  const key = written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
  const isNew = !level.keys.has(key);
  level.keys.add(key);
  level.step = key;
  return isNew;
}

function pathOf(levels: readonly Level[]): Path {
  return levels.map(({ step }) => step);
}

/** Where no key is read yet, the object itself is the place. */
function pathTo(place: JsonPlace, levels: readonly Level[]): Path {
  return pathOf(place === "firstKey" || place === "key" ? levels.slice(0, -1) : levels);
}

function twice(path: Path, position: string): Issue {
  const message = `the key ${JSON.stringify(path.at(-1))} is there twice, again at ${position}`;
  const hint = "keep one: readers differ in which of the two they take";
  return issueAt("json-duplicate-key", path, message, { hint });
}

function tooDeep(position: string): Issue {
  const message = `is nested deeper than ${DEEPEST_TEXT} levels, at ${position}`;
  return issueAt("depth", [], message, { expected: `at most ${DEEPEST_TEXT}` });
}

interface Spot {
  readonly json: string;
  readonly place: JsonPlace;
  readonly path: Path;
  readonly position: string;
}

function broken(token: Token, { json, place, path, position }: Spot): Issue {
  if (!fits(token, place) || token.fault === undefined) {
    return issueAt("json-syntax", path, `is not JSON, at ${position}`, misfitOf(token, place, json));
  }
  const { message, hint } = token.fault;
  return issueAt("json-syntax", path, `${message}, at ${position}`, { hint });
}
