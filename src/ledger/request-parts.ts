import { sha256Hex } from "#sha256";
import { pointerOf } from "../documents/pointer.js";
import { canonicalJson } from "../units/canonical-json.js";
import { byCodeUnit } from "../units/code-unit-order.js";

/** One part of what was asked, and its SHA-256: enough to tell what differs, and nothing of what it says. */
export interface RequestPart {
  /** A JSON Pointer into the request. */
  readonly path: string;
  readonly hash: string;
}

/**
 * What was asked, part by part, in the order of paths: the member, the facts, and each key of the transaction. What the
 * ledger and the host bring anew to each attempt, the standing and the counts of the club, is no part of it; the order
 * of keys means nothing.
 */
export function requestParts(request: { readonly [key: string]: unknown }): readonly RequestPart[] {
  const { clubUses: _, transaction, ...others } = request;
  const parts = Object.entries(others).map(([key, value]) => [[key], value] as const);
  const inside = Object.entries(Object(transaction)).map(
    ([key, value]) => [["transaction", key], value] as const,
  );
  return [...parts, ...inside]
    .map(([path, value]) => ({
      path: pointerOf(path),
      hash: sha256Hex(`vafa:part:1\n${canonicalJson(value)}`),
    }))
    .sort((a, b) => byCodeUnit(a.path, b.path));
}

/** The paths at which two requests differ. */
export function differingParts(
  one: readonly RequestPart[],
  other: readonly RequestPart[],
): readonly string[] {
  const [left, right] = [one, other].map((parts) => new Map(parts.map(({ path, hash }) => [path, hash])));
  const paths = new Set([...one, ...other].map(({ path }) => path));
  return [...paths].filter((path) => left?.get(path) !== right?.get(path)).sort(byCodeUnit);
}
