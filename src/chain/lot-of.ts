import type { LotDocument } from "../facts/standing.js";
import type { EntryLot } from "../settlement/entry.js";

/** A lot of an entry, as a standing keeps it. */
export function lotOf({ id, wallet, amount, at, activeAt, expiresAt, offer, usable }: EntryLot): LotDocument {
  return {
    id,
    wallet,
    amount,
    at,
    activeAt,
    expiresAt,
    ...(offer === null ? {} : { offer }),
    ...(usable === null ? {} : { usable }),
  };
}
