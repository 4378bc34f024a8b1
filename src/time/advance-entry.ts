import type {
  EntryConversion,
  EntryLocal,
  EntryLot,
  EntryVoucher,
  EntryWalletDraw,
  Posting,
} from "../settlement/entry.js";

/**
 * What time brought a member at one instant, sealed on their chain: what happened by itself, without a transaction.
 * Keys stand in code-unit order, as in every entry.
 */
export interface AdvanceEntry {
  /** Lots that can be spent from now on. */
  readonly activations: readonly EntryWalletDraw[];
  readonly at: string;
  readonly conversions: readonly EntryConversion[];
  /** Lots that lapsed, with what was left of them. */
  readonly expiries: readonly EntryWalletDraw[];
  readonly hash: string;
  readonly id: string;
  readonly kind: "advance";
  /** Ids of vouchers that lapsed unused. */
  readonly lapsed: readonly string[];
  readonly local: EntryLocal;
  /** What conversions opened. */
  readonly lots: readonly EntryLot[];
  readonly memberId: string;
  readonly postings: readonly Posting[];
  readonly previousHash: string;
  readonly program: { readonly hash: string; readonly id: string; readonly version: string };
  readonly reminders: readonly EntryReminder[];
  readonly semantics: number;
  readonly sequence: number;
  /** What a review made of the tier; `null` where none was due. */
  readonly tier: EntryTierReview | null;
  readonly transactionId: string;
  readonly v: 1;
  /** What conversions issued. */
  readonly vouchers: readonly EntryVoucher[];
}

/** The member's own tier, raises for a while apart. */
export interface EntryTierReview {
  readonly after: string;
  readonly before: string;
  /** It is lowered then, if nothing changes. */
  readonly graceUntil: string | null;
  readonly heldUntil: string | null;
}

/** What the member is told of before it happens. */
export type EntryReminder =
  /** Units of a wallet that lapse on the same day. */
  | { readonly amount: string; readonly kind: "expiring"; readonly until: string; readonly wallet: string }
  /** A voucher that lapses. */
  | { readonly kind: "voucher"; readonly until: string; readonly voucher: string }
  /** The tier falls then, unless so much more is counted. */
  | { readonly kind: "tier"; readonly missing: string; readonly tier: string; readonly until: string };
