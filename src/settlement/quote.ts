import type { TierHint } from "../standing/tier-forecast.js";
import type { Refusal } from "../valuation/plan-redemption.js";

/** A decision that is not booked: for a cart that may still change. Amounts are decimal texts. */
export interface Quote {
  /** `refused`: something was asked for that cannot be; then nothing is given, and `refusal` says why. */
  readonly status: "accepted" | "refused";
  readonly refusal?: RefusalRow;
  readonly transactionId: string;
  readonly totals: Charge;
  /** In the order they were listed. Each column sums to its total. */
  readonly lines: readonly LineCharge[];
  /** What the member is given, in the order it was figured. */
  readonly awards: readonly AwardRow[];
  /** Offers that applied, or may have, and do not stand; in the order of their ids. */
  readonly declined: readonly DeclinedRow[];
  /** Worth of all awards to the member; `proven`: no legal set is worth more. */
  readonly choice: { readonly total: string; readonly proven: boolean };
  /** What wallets paid: catalogue items first, then amounts, each in the order asked. */
  readonly redemptions: readonly RedemptionRow[];
  /** Every wallet, in the program's order; none for a guest. */
  readonly balances: readonly BalanceRow[];
  /** What the host adds to its counts of the whole club. */
  readonly clubUses: readonly ClubUseRow[];
  /** Of a member, after this: the way to the next tier. Absent where the program measures none. */
  readonly hints?: Hints;
}

export interface Hints {
  readonly tier: TierHint;
}

export interface Charge {
  readonly list: string;
  /** Of offers, and of catalogue items. */
  readonly discount: string;
  readonly redeemed: string;
  /** What the till charges. */
  readonly due: string;
}

export interface LineCharge extends Charge {
  readonly id: string;
}

/** Why nothing was decided as asked. */
export interface RefusalRow {
  readonly reason: RefusalReason;
  /** JSON Pointer into the request: what cannot be. */
  readonly path: string;
  /** For whoever stands at the till. */
  readonly text: { readonly fa: string; readonly en: string };
}

export type RefusalReason = Refusal["reason"];

export interface AwardRow {
  readonly offer: string;
  /** Which of a list of benefits, from 1; absent where the offer has one benefit. */
  readonly part?: number;
  readonly kind: "discount" | "credit" | "points" | "stamps" | "tickets" | "gift" | "voucher" | "tier";
  readonly wallet?: string;
  /** Of a gift: which, and who chose it. */
  readonly gift?: string;
  readonly chosenBy?: "member" | "default";
  /** Of a voucher: the offer it is a right to; `null` is never. */
  readonly voucher?: VoucherTerms;
  /** Of a raise: the tier, and until when; for good where that is absent. */
  readonly tier?: string;
  readonly until?: string;
  /** Of the currency, or of the wallet; 1 of a gift, a voucher or a raise. */
  readonly amount: string;
  /** To the member, in the currency, exact. */
  readonly worth: string;
  /** To the club, in the currency, exact. */
  readonly cost: string;
  /** What it came to and could not be given: no room on the lines, a cap, a limit or a budget. */
  readonly clipped: string;
  readonly lines: readonly LineAmount[];
}

export interface VoucherTerms {
  readonly offer: string;
  readonly expiresAt: string | null;
}

export interface LineAmount {
  readonly line: string;
  readonly amount: string;
}

/** Why an offer does not stand. */
export type DeclineReason =
  | "beaten"
  | "givesNothing"
  | "limitReached"
  | "budgetSpent"
  | "factMissing"
  | "memberRequired"
  | "voucherAvailable"
  | "heldOut";

export interface DeclinedRow {
  readonly offer: string;
  readonly reason: DeclineReason;
  /** Alone beside the `always` offers; absent where it cannot be figured. */
  readonly worth?: string;
  /** If beaten: the winners that keep it out; none where only the total speaks against it. */
  readonly beatenBy?: readonly string[];
  /** If beaten: how much more the member has than with it instead; absent where no set with it can be compared. */
  readonly behind?: string;
  /** The facts that are unknown. */
  readonly missing?: readonly string[];
}

/** What a wallet paid: an amount of it, or a catalogue item so many times. */
export type RedemptionRow =
  | { readonly wallet: string; readonly amount: string; readonly value: string }
  | {
      readonly catalogue: string;
      readonly wallet: string;
      readonly times: number;
      /** In units of the wallet. */
      readonly amount: string;
      /** What it was worth at the till, in the currency. */
      readonly value: string;
    };

export interface BalanceRow {
  readonly wallet: string;
  /** What could be spent before, and what can be spent after. */
  readonly before: string;
  readonly after: string;
  /** Accrued, and not yet to be spent; absent where there is none. */
  readonly pending?: string;
}

/** One more use of an offer that is limited in all, or what a budget paid. */
export type ClubUseRow =
  /** `members` is 1 where the member had none of it before. */
  | { readonly members: 0 | 1; readonly offer: string; readonly uses: 1 }
  /** In the currency, up to its smallest unit. */
  | { readonly amount: string; readonly budget: string };
