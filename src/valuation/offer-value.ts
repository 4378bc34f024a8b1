import type { Wallet } from "../program/wallet.js";
import type { Given } from "./give.js";

/** What all parts of one offer give together, and what decides between equals. */
export interface OfferValue {
  /** Does it give anything? What it gives may be worth nothing. */
  readonly gives: boolean;
  readonly worth: bigint;
  /** What is off the bill now. */
  readonly cash: bigint;
  /** How many awards are worth 0. */
  readonly worthless: number;
  readonly cost: bigint;
}

export const NO_VALUE: OfferValue = { gives: false, worth: 0n, cash: 0n, worthless: 0, cost: 0n };

/** Of one accrual. */
export function valueAccrued(amount: bigint, wallet: Wallet): OfferValue {
  if (amount === 0n) return NO_VALUE;
  const worth = amount * wallet.worth;
  // What is not said to cost something else costs what it is worth.
  const cost = wallet.cost === wallet.worth ? worth : amount * wallet.cost;
  return { gives: true, worth, cash: 0n, worthless: worth === 0n ? 1 : 0, cost };
}

/** Of one discount. */
export function valueTaken(amount: bigint, moneyWorth: bigint): OfferValue {
  if (amount === 0n) return NO_VALUE;
  const worth = amount * moneyWorth;
  return { gives: true, worth, cash: amount, worthless: 0, cost: worth };
}

/** Of all parts. */
export function valueGiven(given: readonly Given[]): OfferValue {
  if (given.length === 0) return NO_VALUE;
  let { worth, cash, worthless, cost } = NO_VALUE;
  for (const one of given) {
    worth += one.worth;
    cost += one.cost;
    if (one.taking !== undefined) cash += one.amount;
    if (one.worth === 0n && one.amount > 0n) worthless += 1;
  }
  return { gives: true, worth, cash, worthless, cost };
}

/** Of several offers. */
export function valueTogether(a: OfferValue, b: OfferValue): OfferValue {
  return {
    gives: a.gives || b.gives,
    worth: a.worth + b.worth,
    cash: a.cash + b.cash,
    worthless: a.worthless + b.worthless,
    cost: a.cost + b.cost,
  };
}
