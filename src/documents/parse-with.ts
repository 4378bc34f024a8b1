import type * as z from "zod";
import { didYouMean } from "./closest.js";
import { type Issue, MOST_ISSUES } from "./club-error.js";
import { guardOf } from "./guard.js";
import { type Path, pointerOf, show, valueAt } from "./pointer.js";
import type { Fault } from "./schema.js";

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Judges a copied document by its schema and tells what is wrong in our own words. */
export function parseWith<T>(schema: z.ZodType<T>, document: unknown): Parsed<T> {
  const result = judge(schema, document);
  if (result === undefined) {
    const message = "holds more that is wrong than can be told";
    return { ok: false, issues: [{ code: "nodes", path: "", message }] };
  }
  if (result.success) return { ok: true, value: result.data };
  const issues: Issue[] = [];
  for (const issue of result.error.issues) {
    issues.push(...tell(issue, [], document));
    if (issues.length >= MOST_ISSUES) break;
  }
  return { ok: false, issues: issues.slice(0, MOST_ISSUES) };
}

/** zod hands issues from level to level as arguments of one call, so a hundred thousand of them overflow the stack. */
function judge<T>(schema: z.ZodType<T>, document: unknown) {
  try {
    if (guardOf(schema)(document)) return { success: true as const, data: document as T };
    return schema.safeParse(document);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type ZodIssue = z.core.$ZodIssue;

function tell(issue: ZodIssue, base: Path, document: unknown): readonly Issue[] {
  const path = [...base, ...issue.path];
  const written = valueAt(document, path);
  const here = { path: pointerOf(path), received: show(written) };
  switch (issue.code) {
    case "custom": {
      const { fault } = issue.params as { readonly fault: Fault };
      return [{ ...fault, ...here }];
    }
    case "unrecognized_keys":
      return issue.keys.slice(0, MOST_ISSUES).map((key) => unknownField(key, path, issue.message.split(" ")));
    case "invalid_type":
      return written === undefined
        ? [missing(path, issue.expected)]
        : [
            {
              code: "type",
              message: `must be ${withArticle(issue.expected)}`,
              expected: issue.expected,
              ...here,
            },
          ];
    case "invalid_value":
      return [notOneOf(written, path, issue.values.map(String))];
    case "invalid_union":
      // Where no record of several fits, zod's path leads to the key that tells them apart.
      if ("discriminator" in issue && issue.discriminator !== undefined)
        return [notOneOf(written, path, issue.message.split(" "))];
      if (written === undefined) return [missing(path, wanted(issue.errors))];
      return meant(issue.errors, written, path).flatMap((inner) => tell(inner, path, document));
    case "invalid_key":
      return issue.issues
        .flatMap((inner) => tell(inner, path, document))
        .map((told) => ({ ...told, path: here.path }));
    case "too_big":
    case "too_small":
      return [wrongLength(issue, path, written)];
    default:
      return [{ code: "type", message: issue.message, ...here }];
  }
}

function missing(path: Path, expected: string): Issue {
  return { code: "required", path: pointerOf(path), message: "is missing", expected, received: "nothing" };
}

function unknownField(key: string, path: Path, known: readonly string[]): Issue {
  const hint = didYouMean(key, known) ?? `known here: ${known.join(", ")}`;
  const message = `the field ${JSON.stringify(key)} is not known here`;
  return { code: "unknown-field", path: pointerOf([...path, key]), message, hint };
}

function notOneOf(written: unknown, path: Path, names: readonly string[]): Issue {
  if (written === undefined) return missing(path, `one of ${names.join(", ")}`);
  const hint = typeof written === "string" ? didYouMean(written, names) : undefined;
  const expected = names.length === 1 ? `${names[0]}` : `one of ${names.join(", ")}`;
  const issue: Issue = {
    code: "enum",
    path: pointerOf(path),
    message: `must be ${expected}`,
    expected,
    received: show(written),
  };
  return hint === undefined ? issue : { ...issue, hint };
}

function wrongLength(
  issue: ZodIssue & { code: "too_big" | "too_small" },
  path: Path,
  written: unknown,
): Issue {
  const most = issue.code === "too_big";
  const bound = Number(most ? issue.maximum : issue.minimum);
  const expected = `${most ? "at most" : "at least"} ${bound}`;
  const received =
    Array.isArray(written) || typeof written === "string" ? `${written.length}` : show(written);
  const what = issue.origin === "array" ? "list" : "text";
  const code = `${issue.origin === "array" ? "array" : "string"}-too-${most ? "long" : "short"}` as const;
  return {
    code,
    path: pointerOf(path),
    message: `the ${what} is too ${most ? "long" : "short"}`,
    expected,
    received,
  };
}

function withArticle(noun: string): string {
  if (noun === "array") return "a list";
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/**
 * Of the branches of a failed union, the one that the writer meant: never one that wants another type of value, nor,
 * if it can be helped, one whose own keys are not there.
 */
function meant(branches: readonly Branch[], written: unknown, path: Path): readonly ZodIssue[] {
  const nearest = branches.reduce((best, branch) =>
    distance(branch, written) < distance(best, written) ? branch : best,
  );
  if (distance(nearest, written) < WRONG_TYPE) return nearest;
  const expected = wanted(branches);
  const fault: Fault = { code: "type", message: `must be ${expected}`, expected };
  return [
    { code: "custom", path: [], message: fault.message, params: { fault }, input: valueAt(written, path) },
  ];
}

type Branch = readonly ZodIssue[];

const FOREIGN_KEY = 100;
const WRONG_TYPE = 1_000_000;

/** How far what was written is from a branch: faults count one each; a union within counts as its nearest branch. */
function distance(branch: Branch, written: unknown): number {
  let sum = 0;
  for (const issue of branch) {
    const own = issue.path.length === 0;
    if (own && isUnion(issue)) sum += Math.min(...issue.errors.map((inner) => distance(inner, written)));
    else if (own && wrongType(issue, written)) sum += WRONG_TYPE;
    else sum += own && issue.code === "unrecognized_keys" ? FOREIGN_KEY + 1 : 1;
  }
  return sum;
}

type Union = Extract<ZodIssue, { code: "invalid_union" }>;

function isUnion(issue: ZodIssue): issue is Union {
  return issue.code === "invalid_union" && issue.errors.length > 0;
}

function wrongType(issue: ZodIssue, written: unknown): boolean {
  if (issue.code === "invalid_type") return true;
  if (issue.code === "custom") return (issue.params as { readonly fault: Fault }).fault.code === "type";
  return issue.code === "invalid_value" && typeof written !== "string";
}

function wanted(branches: readonly Branch[]): string {
  return [...new Set(branches.flatMap(expectations))].join(", or ");
}

function expectations([issue]: Branch): readonly string[] {
  if (issue === undefined) return [];
  if (isUnion(issue)) return issue.errors.flatMap(expectations);
  if (issue.code === "custom")
    return [(issue.params as { readonly fault: Fault }).fault.expected ?? issue.message];
  if (issue.code === "invalid_type") return [withArticle(issue.expected)];
  if (issue.code === "invalid_value") return [issue.values.map((value) => JSON.stringify(value)).join(", ")];
  return [issue.message];
}
