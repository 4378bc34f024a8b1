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
  /** The offer that gave it. */
  readonly offer?: string | undefined;
  /** The offer whose benefit says, by its `usable`, what it may pay for; without it, whatever the wallet may. */
  readonly usable?: string | undefined;
  /** Each purchase renews it, as its wallet says. */
  readonly renewable?: boolean | undefined;
  /** It is kept in the account of what is not active yet: no entry has activated it so far. */
  readonly pending?: boolean | undefined;
}

/** One offer given once, for the limits. */
export interface UseDocument {
  readonly offer: string;
  readonly at: string;
  /** The local date it counts on, where that is not the date of `at`: hours over midnight count on their first day. */
  readonly day?: string | undefined;
  /** The birthday year it counts in, in the calendar of the birth date. */
  readonly birthdayYear?: number | undefined;
  /** What it gave, in its own unit, for limits of an amount. */
  readonly amount?: string | number | undefined;
}

/** A personal right to an offer that is given by voucher. */
export interface VoucherDocument {
  readonly id: string;
  readonly offer: string;
  readonly issuedAt?: string | undefined;
  /** From here on it is good no more; `null` or nothing is never. */
  readonly expiresAt?: string | null | undefined;
}

/** Weeks and months of the club in a row with at least one purchase, up to that of `lastVisitAt`. */
export interface StreaksDocument {
  readonly weeks: number;
  readonly months: number;
}

/** What is back of one sale; a sale of which nothing is back has no row. */
export interface ReturnedSaleDocument {
  /** Of the sale's entry. */
  readonly id: string;
  /** By line, in all: so many of its units, and so much of its list amount given back in money. */
  readonly returned: readonly {
    readonly line: string;
    readonly quantity?: string | number | undefined;
    readonly amount?: string | number | undefined;
  }[];
  /** What is settled of the sale's awards that lie on no till line: taken back, or left to the member for good. */
  readonly awards?: readonly { readonly award: number; readonly amount: string | number }[] | undefined;
  /** Of the discount, what a new look at the rest of the sale has taken back beside the lines. */
  readonly keptBack?: string | number | undefined;
}

/** What counted towards the tiers, by the period that it counts in. */
export interface ProgressDocument {
  /** As the entry wrote it: a local date, for a period that moves with each day, or the first date of a period. */
  readonly period: string;
  /** In the unit that the tiers are measured in. */
  readonly amount: string | number;
  /** Id of the sale's entry, where that sale alone may reach a tier: it has a row of its own. */
  readonly sale?: string | undefined;
}

/** What a member owes a wallet: units taken back that were spent already. What comes into it next pays. */
export interface DebtDocument {
  readonly wallet: string;
  readonly amount: string | number;
}

/** The last entry of a member's chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * What the ledger says of a member: the fold of their entries. A field left out is unknown, save that no `lots`, no
 * `uses` and no `vouchers` are none.
 */
export interface StandingDocument {
  readonly tier?: string | undefined;
  /** Lifted above `tier` for a while; `until` is excluded. */
  readonly raisedTier?: { readonly tier: string; readonly until: string } | undefined;
  /** Before this no review lowers `tier`. */
  readonly tierHeldUntil?: string | undefined;
  /** A review found that `tier` is not reached any more; it is lowered then, if nothing changes. */
  readonly tierGraceUntil?: string | undefined;
  /** What counts towards the tiers, where their period ends at some time. */
  readonly progress?: readonly ProgressDocument[] | undefined;
  readonly visits?: number | undefined;
  /** Spent so far, net of discounts, in the club's currency. */
  readonly spend?: string | number | undefined;
  readonly lastVisitAt?: string | undefined;
  readonly lots?: readonly LotDocument[] | undefined;
  /** For shops that keep no lots: each is read as one lot `opening` without expiry. */
  readonly balances?: readonly { readonly wallet: string; readonly amount: string | number }[] | undefined;
  readonly uses?: readonly UseDocument[] | undefined;
  readonly vouchers?: readonly VoucherDocument[] | undefined;
  readonly streaks?: StreaksDocument | undefined;
  readonly sales?: readonly ReturnedSaleDocument[] | undefined;
  readonly debts?: readonly DebtDocument[] | undefined;
  /** Up to when what time brings has been written down. */
  readonly advancedTo?: string | undefined;
  /** When the latest entry was: no review of the tier, and no reminder, is of an earlier day. */
  readonly lastEntryAt?: string | undefined;
  readonly head?: ChainHead | undefined;
}

const lot = record({
  id: foreignId,
  wallet: id,
  amount,
  at: instant.optional(),
  activeAt: grantedInstant.optional(),
  expiresAt: z.union([grantedInstant, z.null()]).optional(),
  offer: id.optional(),
  usable: id.optional(),
  renewable: z.boolean().optional(),
  pending: z.boolean().optional(),
});

export const useSchema = record({
  offer: id,
  at: instant,
  day: z.iso.date().optional(),
  birthdayYear: integer(0, 9_999).optional(),
  amount: amount.optional(),
});

const voucher = record({
  id: foreignId,
  offer: id,
  issuedAt: instant.optional(),
  expiresAt: z.union([grantedInstant, z.null()]).optional(),
});

const returnedLine = record({ line: foreignId, quantity: amount.optional(), amount: amount.optional() });

const returnedSale = record({
  id: foreignId,
  returned: z.array(returnedLine).max(5_000),
  awards: z
    .array(record({ award: integer(1, 100_000), amount }))
    .max(100_000)
    .optional(),
  keptBack: amount.optional(),
});

const count = integer(0, 1_000_000);

/** The most rows a standing may bring of one kind. */
export const MOST_ROWS = 10_000;

export const MOST_VISITS = 1_000_000_000;

export const standingSchema = record({
  tier: id.optional(),
  raisedTier: record({ tier: id, until: grantedInstant }).optional(),
  tierHeldUntil: grantedInstant.optional(),
  tierGraceUntil: grantedInstant.optional(),
  progress: z
    .array(record({ period: z.string().min(1).max(32), amount, sale: foreignId.optional() }))
    .max(MOST_ROWS)
    .optional(),
  visits: integer(0, MOST_VISITS).optional(),
  spend: amount.optional(),
  lastVisitAt: instant.optional(),
  lots: z.array(lot).max(MOST_ROWS).optional(),
  balances: z
    .array(record({ wallet: id, amount }))
    .max(1_000)
    .optional(),
  uses: z.array(useSchema).max(MOST_ROWS).optional(),
  vouchers: z.array(voucher).max(MOST_ROWS).optional(),
  streaks: record({ weeks: count, months: count }).optional(),
  sales: z.array(returnedSale).max(MOST_ROWS).optional(),
  debts: z
    .array(record({ wallet: id, amount }))
    .max(1_000)
    .optional(),
  advancedTo: instant.optional(),
  lastEntryAt: instant.optional(),
  head: record({ sequence: integer(1, Number.MAX_SAFE_INTEGER), hash }).optional(),
});
