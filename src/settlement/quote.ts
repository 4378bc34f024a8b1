/** A decision that is not booked: for a cart that may still change. Amounts are decimal texts. */
export interface Quote {
  readonly status: "accepted";
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
  /** Every wallet, in the program's order; none for a guest. */
  readonly balances: readonly BalanceRow[];
}

export interface Charge {
  readonly list: string;
  readonly discount: string;
  readonly redeemed: string;
  /** What the till charges. */
  readonly due: string;
}

export interface LineCharge extends Charge {
  readonly id: string;
}

export interface AwardRow {
  readonly offer: string;
  /** Which of a list of benefits, from 1; absent where the offer has one benefit. */
  readonly part?: number;
  readonly kind: "discount" | "credit" | "points";
  readonly wallet?: string;
  /** Of the currency, or of the wallet. */
  readonly amount: string;
  /** To the member, in the currency, exact. */
  readonly worth: string;
  /** To the club, in the currency, exact. */
  readonly cost: string;
  /** What found no room on the lines. */
  readonly clipped: string;
  readonly lines: readonly { readonly line: string; readonly amount: string }[];
}

/** Why an offer does not stand. */
export type DeclineReason = "beaten" | "givesNothing" | "limitReached" | "factMissing" | "memberRequired";

export interface DeclinedRow {
  readonly offer: string;
  readonly reason: DeclineReason;
  /** Alone beside the `always` offers; absent where it cannot be figured. */
  readonly worth?: string;
  /** If beaten: the winners that keep it out; none where only the total speaks against it. */
  readonly beatenBy?: readonly string[];
  /** If beaten: how much more the member has than with it instead. */
  readonly behind?: string;
  /** The facts that are unknown. */
  readonly missing?: readonly string[];
}

export interface BalanceRow {
  readonly wallet: string;
  /** What could be spent before, and what can be spent after. */
  readonly before: string;
  readonly after: string;
  /** Accrued, and not yet to be spent; absent where there is none. */
  readonly pending?: string;
}
