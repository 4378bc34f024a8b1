import type * as z from "zod";
import { ClubError, type Issue } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { type Parsed, parseWith } from "../documents/parse-with.js";

/** How large one document of a ledger may be: an entry, a standing, a request. */
const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };

/** A private copy, as it was written. */
export function copyOf(input: unknown): Parsed<unknown> {
  const copied = copyDocument(input, SIZES);
  return copied.ok ? { ok: true, value: copied.copy } : copied;
}

/** Copies a document and reads it; throws a `ClubError` whose paths begin with `base`. */
export function readOrThrow<T>(schema: z.ZodType, input: unknown, base: string): T {
  const copied = copyOf(input);
  const parsed = copied.ok ? parseWith(schema as z.ZodType<T>, copied.value) : copied;
  if (!parsed.ok) throw new ClubError(issuesUnder(base, parsed.issues));
  return parsed.value;
}

/** The same issues of a document that stands within a larger one. */
export function issuesUnder(base: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: `${base}${issue.path}` }));
}
