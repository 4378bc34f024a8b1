import type { EntryLocal, EntryLot, EntryUse, EntryWalletDraw, Posting } from "../settlement/entry.js";
import type { ClubUseRow } from "../settlement/quote.js";

/**
 * A sale taken back, in whole or in part, sealed on the member's chain. Its figures are what goes back, all positive.
 * Keys stand in code-unit order, as in every entry.
 */
export interface RefundEntry {
  readonly at: string;
  readonly awards: readonly EntryAwardBack[];
  /** Whose fault it was; the merchant's leaves the member what the sale gave. */
  readonly cause: "customer" | "merchant";
  /** What the host takes off its counts of the whole club. */
  readonly clubUses: readonly ClubUseRow[];
  /** What was taken out of the member's lots. */
  readonly draws: readonly EntryWalletDraw[];
  readonly hash: string;
  readonly id: string;
  readonly kind: "refund";
  readonly lines: readonly EntryLineBack[];
  readonly local: EntryLocal;
  /** What is given back to lots: each goes into the lot of its id, which is opened again where it is gone. */
  readonly lots: readonly EntryLot[];
  readonly memberId: string;
  readonly postings: readonly Posting[];
  readonly previousHash: string;
  readonly program: { readonly hash: string; readonly id: string; readonly version: string };
  /** What this takes off the way to the tiers. */
  readonly progress: EntryProgressBack;
  readonly redemptions: readonly EntryRedemptionBack[];
  readonly requestHash: string;
  readonly sale: EntrySale;
  readonly semantics: number;
  readonly sequence: number;
  readonly totals: RefundTotals;
  readonly transactionId: string;
  /** Uses that are undone: those of the sale, once all of it is back. */
  readonly uses: readonly EntryUse[];
  readonly v: 1;
  /** Vouchers given back, which the sale had used up. */
  readonly vouchers: readonly EntryVoucherBack[];
  /** Ids of vouchers that the sale had issued, taken back unused. */
  readonly withdrawn: readonly string[];
}

/** The sale, and all that is back of it with this refund. */
export interface EntrySale {
  readonly awards: readonly { readonly amount: string; readonly award: number }[];
  readonly hash: string;
  readonly id: string;
  /** Of a discount that the rest would not have had, kept from the money. */
  readonly keptBack: string;
  readonly returned: readonly { readonly amount: string; readonly line: string; readonly quantity: string }[];
  readonly transactionId: string;
}

/** What is counted no more. */
export interface EntryProgressBack {
  /** Towards the tiers, in the unit they are measured in; `null` where the sale counted nothing. */
  readonly counted: string | null;
  /** The period that the sale counts in. */
  readonly period: string | null;
  readonly spend: string;
  readonly visits: number;
}

export interface RefundTotals {
  /** `discount`, `redeemed`, `deducted` and `due` together. */
  readonly list: string;
  readonly discount: string;
  readonly redeemed: string;
  /** Kept back for units that were spent already, where the program says so. */
  readonly deducted: string;
  /** What the till gives back. */
  readonly due: string;
}

export interface EntryLineBack {
  readonly discount: string;
  readonly due: string;
  readonly id: string;
  readonly list: string;
  readonly redeemed: string;
}

/** What is back of one award of the sale. */
export interface EntryAwardBack {
  /** In its own unit; what goes into a wallet: `kept`, `debt`, `forgiven`, `deducted` and what lots gave come to it. */
  readonly amount: string;
  /** Its place among the sale's awards, from 1. */
  readonly award: number;
  /** Spent already, and owed from now on. */
  readonly debt: string;
  /** Spent already, and paid for out of the money that goes back. */
  readonly deducted: string;
  /** Let go: spent or lapsed already, a voucher that was used, a tier. */
  readonly forgiven: string;
  /** Left to the member, for it was the merchant's fault. */
  readonly kept: string;
  readonly kind: string;
  readonly offer: string;
  readonly part: number;
  readonly wallet: string | null;
}

export interface EntryRedemptionBack {
  /** In units of the wallet. */
  readonly amount: string;
  readonly catalogue: string | null;
  /** In the currency. */
  readonly value: string;
  readonly wallet: string;
}

export interface EntryVoucherBack {
  readonly expiresAt: string | null;
  readonly id: string;
  readonly issuedAt: string | null;
  readonly offer: string;
}
