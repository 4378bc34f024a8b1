import type * as z from "zod";
import { ClubError } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { parseWith } from "../documents/parse-with.js";
import { type Reader, readBy, readDocument } from "../documents/read-document.js";

/** How large a request may be. */
const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };

/**
 * A private copy of a request of any kind, as its schema wants it; throws one `ClubError` with every issue. Requests that
 * come all day bring a quick reader of their own.
 */
export function documentOf<T>(schema: z.ZodType, input: unknown, quick?: Reader<T>): T {
  const copy = quick === undefined ? readDocument(schema, input, SIZES) : readBy(quick, input, SIZES);
  return (copy as T | undefined) ?? told<T>(schema, copyRequest(input));
}

/** A private copy of a request, not yet known to be one. */
export function copyRequest(input: unknown): object {
  const copied = copyDocument(input, SIZES);
  if (!copied.ok) throw new ClubError(copied.issues);
  return copied.copy as object;
}

function told<T>(schema: z.ZodType, copy: object): T {
  const parsed = parseWith(schema, copy);
  if (!parsed.ok) throw new ClubError(parsed.issues);
  return parsed.value as T;
}
