import type { StoredEntry } from "./store.js";

/** What an attempt came to: what is told, and the entries of the batch, which stand in it as they are. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly entries: readonly StoredEntry[];
}

/*
 * What is kept under a key is what was told, in the same order, for the same bytes; but the chain has the entries, so
 * in the place of each stands its number in the batch.
 */

const PLACE = "vafa:entry";

export function packed(result: unknown, entries: readonly StoredEntry[]): unknown {
  const places = new Map<unknown, number>(entries.map((entry, place) => [entry, place]));
  return replaced(result, (value) => {
    const place = places.get(value);
    return place === undefined ? undefined : { [PLACE]: place };
  });
}

export function unpacked<Result>(answer: unknown, entries: readonly StoredEntry[]): Result {
  const told = replaced(answer, (value) => {
    const { [PLACE]: place } = value as { readonly [PLACE]?: unknown };
    return typeof place === "number" ? entries[place] : undefined;
  });
  return told as Result;
}

/** The same with other objects in the place of some. */
function replaced(value: unknown, by: (value: object) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const other = by(value);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((one) => replaced(one, by));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, by)]));
}
