import { type Path, pointerOf } from "./pointer.js";

/** Stable names of what can be wrong with a document; the specification lists them with their meaning. */
export type IssueCode =
  | "amount-mismatch"
  | "array-too-long"
  | "array-too-short"
  | "chain-mismatch"
  | "cond-empty"
  | "cond-shape"
  | "currency-mismatch"
  | "date-invalid"
  | "depth"
  | "duplicate-id"
  | "entry-hash"
  | "enum"
  | "fact-unknown"
  | "forbidden-key"
  | "id-format"
  | "idempotency-key"
  | "json-duplicate-key"
  | "json-syntax"
  | "ledger-conflict"
  | "ledger-fork"
  | "ledger-unbalanced"
  | "lot-mismatch"
  | "member-mismatch"
  | "no-basket"
  | "nodes"
  | "number-format"
  | "number-negative"
  | "number-not-finite"
  | "number-precision"
  | "number-range"
  | "one-of"
  | "operator-type"
  | "operator-unknown"
  | "params"
  | "path-forbidden"
  | "per-line"
  | "pii-in-id"
  | "ref-cycle"
  | "ref-missing"
  | "required"
  | "schema-version"
  | "size"
  | "string-too-long"
  | "string-too-short"
  | "template-param"
  | "template-syntax"
  | "text-control"
  | "text-illformed"
  | "time-format"
  | "time-range"
  | "type"
  | "tz-unknown"
  | "unknown-field"
  | "window-order"
  | "worth-missing";

/** One thing that is wrong with a document. */
export interface Issue {
  readonly code: IssueCode;
  /** RFC 6901 JSON Pointer into the document; `""` is the document itself. */
  readonly path: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
}

/** An issue at a place of the document. */
export function issueAt(
  code: IssueCode,
  path: Path,
  message: string,
  more: Omit<Partial<Issue>, "code" | "path" | "message"> = {},
): Issue {
  return { code, path: pointerOf(path), message, ...more };
}

/** The most issues that are told at once. */
export const MOST_ISSUES = 100;

/**
 * The one error that leaves this package: a document is wrong. It names every issue found (the first 100), each with
 * a stable code and a JSON Pointer.
 */
export class ClubError extends Error {
  override readonly name = "ClubError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const told = issues.slice(0, MOST_ISSUES);
    const lines = told.map(
      ({ path, message, hint }) => `  ${path || "/"}: ${message}${hint ? ` (${hint})` : ""}`,
    );
    super(`${told.length === 1 ? "1 issue" : `${told.length} issues`}\n${lines.join("\n")}`);
    this.issues = told;
  }
}

/** Throws one `ClubError` where there is any issue. */
export function throwIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new ClubError(issues);
}
