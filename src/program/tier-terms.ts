import type { Duration } from "../units/calendar.js";

/** What counts towards the tiers: what is spent on goods, purchases, or what comes into a wallet. */
export type TierMetricDocument = "spend" | "visits" | { readonly wallet: string };

/** How long what was counted counts: so long back from each day, or by years, or for good. */
export type TierPeriodDocument = { readonly rolling: Duration } | YearsOrLife;

type YearsOrLife = "calendarYear" | "anniversary" | "lifetime";

/** The same in normal form: a span that rolls, and the way back by it. */
export type TierPeriod = { readonly rolling: Duration; readonly back: Duration } | YearsOrLife;

/** What becomes of a tier that is not reached any more: nothing, one tier down, or the tier that is reached. */
export const DOWNGRADES = ["none", "oneStep", "rejudge"] as const;

export type Downgrade = (typeof DOWNGRADES)[number];

/** How tiers are reached and kept, in normal form. */
export interface TierTerms {
  readonly metric: TierMetricDocument;
  /** Decimals of what is counted, and what it is called in messages to whoever writes the program. */
  readonly unit: { readonly name: string; readonly digits: number };
  readonly period: TierPeriod;
  readonly downgrade: Downgrade;
  readonly grace: Duration | undefined;
  readonly holds: Duration | undefined;
  /** The ladder, lowest first. */
  readonly rungs: readonly Rung[];
  /** What a purchase must count at least to reach any tier alone. */
  readonly leastPurchase: bigint | undefined;
}

export interface Rung {
  readonly id: string;
  /** Reached with so much counted; `undefined` is never by counting. */
  readonly from: bigint | undefined;
  /** Reached by one purchase that counts so much. */
  readonly orPurchase: bigint | undefined;
}
