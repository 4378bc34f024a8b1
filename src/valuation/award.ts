import type { Offer, Wallet } from "../program/program.js";

/** What a figure comes to: its amount, what found no room, and how the amount falls on the lines. */
export interface Figured {
  readonly amount: bigint;
  readonly clipped: bigint;
  /**
   * By line, where more than nothing; an amount that belongs to no line (a fixed gift on a free basket) is on none.
   * Asked for only of what stands: the search compares totals.
   */
  split(): readonly LinePart[];
}

export interface LinePart {
  /** Index of the line. */
  readonly line: number;
  readonly amount: bigint;
}

/** What an offer gives here, or one part of it: more than nothing. */
export interface Award {
  readonly offer: Offer;
  /** 1 for the first of a list of benefits. */
  readonly part: number;
  readonly kind: "discount" | "credit" | "points";
  /** Where an accrual goes; `undefined` for a discount. */
  readonly wallet: Wallet | undefined;
  readonly figured: Figured;
  readonly worth: bigint;
  readonly cost: bigint;
}

/** What all parts of one offer give together, and what decides between equals. */
export interface OfferValue {
  readonly awards: readonly Award[];
  readonly worth: bigint;
  /** What is off the bill now. */
  readonly cash: bigint;
  /** How many awards are worth 0. */
  readonly worthless: number;
  readonly cost: bigint;
}

export function sumAwards(awards: readonly Award[]): OfferValue {
  let worth = 0n;
  let cash = 0n;
  let cost = 0n;
  let worthless = 0;
  for (const award of awards) {
    worth += award.worth;
    cost += award.cost;
    if (award.kind === "discount") cash += award.figured.amount;
    if (award.worth === 0n) worthless += 1;
  }
  return { awards, worth, cash, worthless, cost };
}
