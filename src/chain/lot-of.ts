import type { LotDocument } from "../facts/standing.js";
import type { EntryLot } from "../settlement/entry.js";
import { parseInstant } from "../units/instant.js";

/** A lot of an entry, as a standing keeps it. */
export function lotOf(
  { id, wallet, amount, at, activeAt, expiresAt, offer, renewable, usable }: EntryLot,
  isPending: boolean,
): LotDocument {
  return {
    id,
    wallet,
    amount,
    at,
    activeAt,
    expiresAt,
    ...(offer === null ? {} : { offer }),
    ...(usable === null ? {} : { usable }),
    ...(renewable ? { renewable } : {}),
    ...(isPending ? { pending: true } : {}),
  };
}

/** Is it opened before it can be spent? */
export function opensPending({ activeAt, at }: EntryLot): boolean {
  return (parseInstant(activeAt) ?? 0) > (parseInstant(at) ?? 0);
}
