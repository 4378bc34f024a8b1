import * as z from "zod";
import { grantedInstant, instant } from "../documents/dates.js";
import { foreignId, hash, id } from "../documents/names.js";
import { amount, integer } from "../documents/numbers.js";
import { record } from "../documents/schema.js";

/** What one accrual left in a wallet, with its own activation and expiry. */
export interface LotDocument {
  readonly id: string;
  readonly wallet: string;
  /** What is left of it, in the wallet's unit. */
  readonly amount: string | number;
  readonly at?: string | undefined;
  /** From here on it can be spent; without it, at once. */
  readonly activeAt?: string | undefined;
  /** From here on it can be spent no more; `null` or nothing is never. */
  readonly expiresAt?: string | null | undefined;
}

/** One offer given once, for the limits. */
export interface UseDocument {
  readonly offer: string;
  readonly at: string;
  /** The local date it counts on, where that is not the date of `at`: hours over midnight count on their first day. */
  readonly day?: string | undefined;
  /** The birthday year it counts in, in the calendar of the birth date. */
  readonly birthdayYear?: number | undefined;
}

/** The last entry of a member's chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * What the ledger says of a member: the fold of their entries. A field left out is unknown, save that no `lots` and
 * no `uses` are none.
 */
export interface StandingDocument {
  readonly tier?: string | undefined;
  readonly visits?: number | undefined;
  /** Spent so far, net of discounts, in the club's currency. */
  readonly spend?: string | number | undefined;
  readonly lastVisitAt?: string | undefined;
  readonly lots?: readonly LotDocument[] | undefined;
  /** For shops that keep no lots: each is read as one lot `opening` without expiry. */
  readonly balances?: readonly { readonly wallet: string; readonly amount: string | number }[] | undefined;
  readonly uses?: readonly UseDocument[] | undefined;
  readonly head?: ChainHead | undefined;
}

const lot = record({
  id: foreignId,
  wallet: id,
  amount,
  at: instant.optional(),
  activeAt: grantedInstant.optional(),
  expiresAt: z.union([grantedInstant, z.null()]).optional(),
});

const use = record({
  offer: id,
  at: instant,
  day: z.iso.date().optional(),
  birthdayYear: integer(0, 9_999).optional(),
});

/** The most rows a standing may bring of one kind. */
const MOST_ROWS = 10_000;

export const standingSchema = record({
  tier: id.optional(),
  visits: integer(0, 1_000_000_000).optional(),
  spend: amount.optional(),
  lastVisitAt: instant.optional(),
  lots: z.array(lot).max(MOST_ROWS).optional(),
  balances: z
    .array(record({ wallet: id, amount }))
    .max(1_000)
    .optional(),
  uses: z.array(use).max(MOST_ROWS).optional(),
  head: record({ sequence: integer(1, Number.MAX_SAFE_INTEGER), hash }).optional(),
});
