/** What a sale of which something is back still gives: its share, or what the rest of it would have given. */
export const REFUND_POLICIES = ["proportional", "reevaluate"] as const;

/** What becomes of units taken back that were spent already. */
export const DEBT_POLICIES = ["carry", "forgive", "deductFromRefund"] as const;

/** What becomes of a sale that is taken back. */
export interface RefundsDocument {
  /** `proportional` unless said. */
  readonly policy?: (typeof REFUND_POLICIES)[number] | undefined;
  /** `carry` unless said: what comes into the wallet next pays it. */
  readonly debt?: (typeof DEBT_POLICIES)[number] | undefined;
  /** How long units that a refund gives back are good at least, should their own lot lapse before: 0 days unless said. */
  readonly graceDays?: number | undefined;
}

export interface RefundTerms {
  readonly policy: (typeof REFUND_POLICIES)[number];
  readonly debt: (typeof DEBT_POLICIES)[number];
  readonly graceDays: number;
}

export function readRefundTerms({
  policy = "proportional",
  debt = "carry",
  graceDays = 0,
}: RefundsDocument = {}): RefundTerms {
  return { policy, debt, graceDays };
}
