import type { DebtDocument } from "../facts/standing.js";
import type { BalanceRow, ClubUseRow } from "../settlement/quote.js";
import type { RefundRefusal } from "./plan-return.js";
import type { EntryAwardBack, EntryLineBack, EntryRedemptionBack, RefundTotals } from "./refund-entry.js";

/** What comes of something brought back. Its figures are what goes back, all positive, as decimal texts. */
export interface RefundQuote {
  /** `refused`: it cannot come back; then nothing is booked, and `refusal` says why. */
  readonly status: "accepted" | "refused";
  readonly refusal?: RefundRefusalRow;
  readonly transactionId: string;
  /** The sale's own transaction id. */
  readonly saleId: string;
  /** `due` is what the till gives back. */
  readonly totals: RefundTotals;
  /** Lines of which something comes back, as the sale listed them. */
  readonly lines: readonly EntryLineBack[];
  /** Awards of which something goes back, in the order of the sale. */
  readonly awards: readonly AwardBackRow[];
  /** What goes back into wallets that had paid. */
  readonly redemptions: readonly EntryRedemptionBack[];
  /** Ids of vouchers given back, which the sale had used up; and of those that it had issued, taken back. */
  readonly vouchers: readonly string[];
  readonly withdrawn: readonly string[];
  readonly balances: readonly BalanceRow[];
  /** What the member owes wallets from now on. */
  readonly debts: readonly DebtDocument[];
  /** What the host takes off its counts of the whole club. */
  readonly clubUses: readonly ClubUseRow[];
}

/** As in the entry; `wallet` is absent of what goes into none. */
export interface AwardBackRow extends Omit<EntryAwardBack, "award" | "wallet"> {
  readonly wallet?: string;
}

export interface RefundRefusalRow {
  readonly reason: RefundRefusal["reason"];
  /** JSON Pointer into what was asked for: what cannot be. */
  readonly path: string;
  /** For whoever stands at the till. */
  readonly text: { readonly fa: string; readonly en: string };
}
