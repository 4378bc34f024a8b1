import type { AwardRow, Charge, DeclineReason } from "./quote.js";

/**
 * One event in a member's chain: all its movements, sealed on the entry before. It holds no absent key, no fraction
 * and no lone surrogate, and its keys stand in code-unit order, so `JSON.stringify` of it is its RFC 8785 form. It
 * names nobody: no name, phone or birth date.
 */
export interface Entry {
  readonly at: string;
  readonly awards: readonly EntryAward[];
  readonly declined: readonly EntryDeclined[];
  /** SHA-256 of `vafa:entry:1`, a line end, and the canonical JSON of all but this. */
  readonly hash: string;
  /** From the program's id, the transaction's id and the kind: a retry is the same event. */
  readonly id: string;
  readonly kind: "purchase";
  readonly lines: readonly EntryLine[];
  readonly local: EntryLocal;
  /** What was opened in the member's wallets. */
  readonly lots: readonly EntryLot[];
  readonly memberId: string;
  readonly postings: readonly Posting[];
  readonly previousHash: string;
  readonly program: { readonly hash: string; readonly id: string; readonly version: string };
  /** What this event adds towards the tiers. */
  readonly progress: { readonly spend: string; readonly visits: number };
  readonly redemptions: readonly [];
  readonly requestHash: string;
  readonly semantics: number;
  readonly sequence: number;
  readonly standing: EntryStanding;
  readonly totals: Charge;
  readonly transaction: EntryTransaction;
  readonly transactionId: string;
  readonly uses: readonly EntryUse[];
  readonly v: 1;
  readonly withheld: readonly [];
}

export interface EntryAward extends Required<Omit<AwardRow, "wallet">> {
  readonly wallet: string | null;
}

export interface EntryDeclined {
  readonly beatenBy: readonly string[];
  readonly behind: string | null;
  readonly missing: readonly string[];
  readonly offer: string;
  readonly reason: DeclineReason;
  readonly worth: string | null;
}

export interface EntryLine {
  readonly brand: string | null;
  readonly category: readonly string[];
  readonly discounts: readonly { readonly amount: string; readonly offer: string }[];
  readonly id: string;
  readonly kind: "fee" | "goods";
  readonly list: string;
  readonly paid: string;
  readonly quantity: string;
  readonly redeemed: string;
  readonly sku: string | null;
  readonly tags: readonly string[];
}

/** When it was on the wall, kept because zone rules change. */
export interface EntryLocal {
  /** The calendar of `calendarDate`. */
  readonly calendar: "gregorian" | "persian";
  readonly calendarDate: string;
  /** Gregorian. */
  readonly date: string;
  readonly time: string;
  readonly weekday: string;
}

export interface EntryLot {
  readonly activeAt: string;
  readonly amount: string;
  readonly at: string;
  /** `null` is never. */
  readonly expiresAt: string | null;
  readonly id: string;
  readonly wallet: string;
}

/** One movement, from one account to another: it cannot be unbalanced. */
export interface Posting {
  /** Above zero. */
  readonly amount: string;
  readonly from: string;
  readonly lot: string | null;
  readonly to: string;
  /** The currency's code, or a wallet's id. */
  readonly unit: string;
}

/** What the member had when it happened. */
export interface EntryStanding {
  readonly daysSinceLastVisit: number | null;
  readonly tierAfter: string | null;
  readonly tierBefore: string | null;
  readonly visitNumber: number | null;
}

export interface EntryTransaction {
  readonly channel: string | null;
  readonly location: string | null;
  readonly tenders: readonly string[];
  readonly type: "purchase";
}

export interface EntryUse {
  readonly at: string;
  readonly birthdayYear: number | null;
  /** The local date it counts on. */
  readonly day: string;
  readonly offer: string;
}
