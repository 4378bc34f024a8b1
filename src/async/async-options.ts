import * as z from "zod";
import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { integer } from "../documents/numbers.js";
import { parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";
import type { Program } from "../program/program.js";
import type { FactFetcher } from "./fetch-facts.js";

export interface AsyncOptions {
  /** For each declared fact that the host must fetch, a function that does. What the request says is not fetched. */
  readonly facts: { readonly [name: string]: FactFetcher };
  /** A fact that takes longer is unknown: 2,000 milliseconds unless said, 2,147,483,647 at most. */
  readonly timeoutMs?: number | undefined;
}

export interface ReadOptions {
  readonly fetchers: ReadonlyMap<string, FactFetcher>;
  readonly timeoutMs: number;
}

const USUAL_TIMEOUT_MS = 2_000;

/** The longest that timers wait: a longer one would ring at once. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

const schema = record({
  facts: z.unknown(),
  timeoutMs: integer(1, LONGEST_TIMEOUT_MS).optional(),
});

/** Reads the options, each property once. Throws one `ClubError` with every issue, at `/options`. */
export function readOptions(written: unknown, program: Program): ReadOptions {
  const issues: Issue[] = [];
  const options = membersOf(written, ["options"], issues);
  throwIssues(issues);
  const timeoutMs = readTimeout(options, issues);
  const facts = membersOf(options.get("facts"), ["options", "facts"], issues);
  const fetchers = readFetchers(facts, program, issues);
  throwIssues(issues);
  return { fetchers, timeoutMs };
}

const NOTHING: ReadonlyMap<string, unknown> = new Map();

/** The members of an object; none, and an issue, of anything else. */
function membersOf(written: unknown, path: readonly string[], issues: Issue[]): ReadonlyMap<string, unknown> {
  const expected = "an object";
  if (written === undefined) {
    issues.push(issueAt("required", path, "is missing", { expected, received: "nothing" }));
    return NOTHING;
  }
  const received = written === null ? "null" : Array.isArray(written) ? "a list" : typeof written;
  if (received !== "object") {
    issues.push(issueAt("type", path, "must be an object", { expected, received }));
    return NOTHING;
  }
  try {
    const source = written as { readonly [key: string]: unknown };
    return new Map(Object.keys(source).map((key) => [key, source[key]]));
  } catch {
    issues.push(issueAt("type", path, "cannot be read", { expected }));
    return NOTHING;
  }
}

/** All but the functions is read as any other document. */
function readTimeout(options: ReadonlyMap<string, unknown>, issues: Issue[]): number {
  const told = Object.fromEntries([...options].map(([key, value]) => [key, key === "facts" ? null : value]));
  const copied = copyDocument(told, { units: 1_000, nodes: 100, depth: 4, text: 64 });
  const parsed = copied.ok ? parseWith(schema, copied.copy) : copied;
  if (parsed.ok) return parsed.value.timeoutMs ?? USUAL_TIMEOUT_MS;
  issues.push(...parsed.issues.map((issue) => ({ ...issue, path: `/options${issue.path}` })));
  return USUAL_TIMEOUT_MS;
}

/** Every fetcher must be a function, for a fact that the program declares. */
function readFetchers(
  facts: ReadonlyMap<string, unknown>,
  { declared }: Program,
  issues: Issue[],
): ReadonlyMap<string, FactFetcher> {
  const fetchers = new Map<string, FactFetcher>();
  for (const [name, fetcher] of facts) {
    const path = ["options", "facts", name];
    if (!declared.has(name)) {
      const hint = didYouMean(name, [...declared.keys()]) ?? "the program declares it under /facts";
      const message = `the program declares no fact ${JSON.stringify(name)}`;
      issues.push(issueAt("fact-unknown", path, message, { hint }));
    } else if (typeof fetcher === "function") {
      fetchers.set(name, fetcher as FactFetcher);
    } else {
      const sides = { expected: "a function", received: fetcher === null ? "null" : typeof fetcher };
      issues.push(issueAt("type", path, "must be a function", sides));
    }
  }
  return fetchers;
}
