import { didYouMean } from "../documents/closest.js";
import { readJson } from "../documents/json-text.js";
import type { Line } from "./line-file.js";
import type { Complaint, DocumentRead } from "./read-document.js";

/** Reads one line of NDJSON: the document on it, or everything that is wrong with its text. */
export function readLine({ complaint, text }: Line): DocumentRead {
  if (complaint !== undefined) return { ok: false, complaints: [complaint] };
  const read = readJson(text);
  if (read.ok) return read;
  // Within one line, its number says nothing: the file's is told beside it.
  const complaints = read.issues.map((issue) => ({
    ...issue,
    message: issue.message.replace(/at line 1, (column [0-9]+) \(offset [0-9]+\)/, "at $1"),
  }));
  return { ok: false, complaints };
}

/** A document that is an object with these keys and no others; else what is wrong with it. */
export function objectOf(value: unknown, known: readonly string[], path: string): ObjectRead {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const message = "must be an object";
    const received = Array.isArray(value) ? "a list" : value === null ? "null" : typeof value;
    const hint = "write each row on a line of its own, as one object";
    return {
      ok: false,
      complaints: [{ code: "type", path, message, received, ...(path === "" ? { hint } : {}) }],
    };
  }
  const complaints = Object.keys(value).flatMap((key): readonly Complaint[] => {
    if (known.includes(key)) return [];
    const hint = didYouMean(key, known);
    const message = `the field ${JSON.stringify(key)} is not known here`;
    const issue = { code: "unknown-field", path: `${path}/${stepOf(key)}`, message } as const;
    return [hint === undefined ? issue : { ...issue, hint }];
  });
  return complaints.length > 0 ? { ok: false, complaints } : { ok: true, object: { ...value } };
}

export type ObjectRead =
  | { readonly ok: true; readonly object: { readonly [key: string]: unknown } }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** As RFC 6901 writes it. */
function stepOf(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
