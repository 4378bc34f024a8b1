import type { EntryAward } from "./entry-award.js";
import type { EntryStanding } from "./entry-standing.js";
import type { AwardRow, Charge, ClubUseRow, DeclineReason } from "./quote.js";

/**
 * One event in a member's chain: all its movements, sealed on the entry before. It holds no absent key, no fraction
 * and no lone surrogate, and its keys stand in code-unit order, so `JSON.stringify` of it is its RFC 8785 form. It
 * names nobody: no name, phone or birth date.
 */
export interface Entry {
  readonly at: string;
  readonly awards: readonly EntryAward[];
  /** What the host adds to its counts of the whole club. */
  readonly clubUses: readonly ClubUseRow[];
  readonly conversions: readonly EntryConversion[];
  readonly declined: readonly EntryDeclined[];
  /** SHA-256 of `vafa:entry:1`, a line end, and the canonical JSON of all but this. */
  readonly hash: string;
  /** From the program's id, the transaction's id and its type: a retry is the same event. */
  readonly id: string;
  /** An activity has no lines; `transaction.type` says which it was. */
  readonly kind: "purchase" | "activity";
  readonly lines: readonly EntryLine[];
  readonly local: EntryLocal;
  /** What was opened in the member's wallets. */
  readonly lots: readonly EntryLot[];
  readonly memberId: string;
  readonly postings: readonly Posting[];
  readonly previousHash: string;
  readonly program: { readonly hash: string; readonly id: string; readonly version: string };
  /** What this event adds towards the tiers. */
  readonly progress: EntryProgress;
  readonly redemptions: readonly EntryRedemption[];
  /** Lots that last longer because of this purchase. */
  readonly renewals: readonly EntryRenewal[];
  readonly requestHash: string;
  readonly semantics: number;
  readonly sequence: number;
  readonly standing: EntryStanding;
  readonly totals: Charge;
  readonly transaction: EntryTransaction;
  readonly transactionId: string;
  readonly uses: readonly EntryUse[];
  /** The vouchers that were used, as they were held: a refund gives them back. */
  readonly usedVouchers: readonly EntryUsedVoucher[];
  readonly v: 1;
  /** The vouchers that were issued. */
  readonly vouchers: readonly EntryVoucher[];
  /** What those who are held out were not given. */
  readonly withheld: readonly EntryWithheld[];
}

/** Units of a wallet that became something else by themselves. */
export interface EntryConversion {
  readonly amount: string;
  readonly draws: readonly EntryDraw[];
  /** Id of the lot they opened, or `null`. */
  readonly lot: string | null;
  /** Ids of the vouchers they became. */
  readonly vouchers: readonly string[];
  readonly wallet: string;
}

/** What a lot gave. */
export interface EntryDraw {
  readonly amount: string;
  readonly lot: string;
}

/** Likewise, of whichever wallet. */
export interface EntryWalletDraw extends EntryDraw {
  readonly wallet: string;
}

/** What a lot paid, and what the lot was: a refund gives it back, to a lot that may be gone by then. */
export interface EntryLotDraw extends EntryDraw {
  /** `null` where nobody said. */
  readonly activeAt: string | null;
  readonly at: string | null;
  /** `null` is never. */
  readonly expiresAt: string | null;
  readonly offer: string | null;
  readonly renewable: boolean;
  readonly usable: string | null;
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
  /** Of offers, and of catalogue items: which took what of it say their own rows. */
  readonly discount: string;
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
  /** That gave it; `null` where other units became it. */
  readonly offer: string | null;
  /** Each purchase renews it, as its wallet says. */
  readonly renewable: boolean;
  /** The offer whose benefit says what it may pay for; `null` is whatever its wallet may. */
  readonly usable: string | null;
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

/** What an event adds to what the ledger counts, and towards the tiers. */
export interface EntryProgress {
  /** Is it kept as a row of its own, for it alone may reach a tier? */
  readonly alone: boolean;
  /** In the unit that tiers are measured in; `null` where the program does not measure. */
  readonly counted: string | null;
  /** Rows of periods before this one count no more; `null` where all count. */
  readonly from: string | null;
  /** The period it counts in. */
  readonly period: string | null;
  /** Net of discounts, in the currency. */
  readonly spend: string;
  readonly visits: number;
}

/** A lot that lapses later than it did. */
export interface EntryRenewal {
  /** `null` is never. */
  readonly expiresAt: string | null;
  readonly lot: string;
  readonly wallet: string;
}

/** What a wallet paid, lot by lot and line by line. */
export interface EntryRedemption {
  /** In units of the wallet. */
  readonly amount: string;
  /** `null` where an amount paid. */
  readonly catalogue: string | null;
  readonly draws: readonly EntryLotDraw[];
  readonly times: number;
  /** In the currency. */
  readonly value: string;
  /** What of it lies on each line, as the amounts of an award do. */
  readonly values: readonly string[];
  readonly wallet: string;
}

export interface EntryTransaction {
  readonly channel: string | null;
  readonly location: string | null;
  readonly tenders: readonly string[];
  readonly type: string;
}

export interface EntryUse {
  /** What it gave, for a limit of an amount. */
  readonly amount: string | null;
  readonly at: string;
  readonly birthdayYear: number | null;
  /** The local date it counts on. */
  readonly day: string;
  readonly offer: string;
}

export interface EntryUsedVoucher {
  /** `null` is never. */
  readonly expiresAt: string | null;
  readonly id: string;
  /** `null` where nobody said. */
  readonly issuedAt: string | null;
  readonly offer: string;
}

export interface EntryVoucher {
  /** `null` is never. */
  readonly expiresAt: string | null;
  readonly id: string;
  readonly issuedAt: string;
  readonly offer: string;
}

export interface EntryWithheld {
  readonly awards: readonly {
    readonly amount: string;
    readonly kind: AwardRow["kind"];
    readonly wallet: string | null;
  }[];
  readonly offer: string;
  readonly worth: string | null;
}
