import type { Budget } from "../program/program.js";
import { apportion } from "../units/apportion.js";
import type { Split } from "./award.js";
import type { Basket } from "./basket.js";
import type { Valued } from "./valued.js";

/** Why an award is less than it would be, or nothing. */
export type Shortage = "budgetSpent" | "limitReached";

/** What budgets hold as the awards of one set are drawn from them, one after the other; on the scale of worths. */
export type Purse = Map<Budget, bigint>;

export interface Allowance {
  readonly amount: bigint;
  readonly short: Shortage | undefined;
}

/** Is there anything that may allow less than an offer would give? Nearly never. */
export function isLimited({ offer, left }: Valued, purse: Purse | undefined): boolean {
  return left !== undefined || (purse !== undefined && offer.budget !== undefined && purse.has(offer.budget));
}

/**
 * How much of an award may be given: what the member's limit leaves, then what the budget pays for. `cost` is that of
 * one unit of the award. What is allowed is drawn.
 * Worked: 60,000 off with 50,000 left in the budget is 50,000, or nothing where it refuses to be short.
 */
export function allow(
  { offer, left }: Valued,
  wanted: bigint,
  cost: bigint,
  purse: Purse | undefined,
): Allowance {
  let amount = wanted;
  let short: Shortage | undefined;
  if (left !== undefined && left < amount) {
    amount = offer.limit?.onShort === "refuse" ? 0n : left;
    short = "limitReached";
  }
  const { budget } = offer;
  const there = budget === undefined ? undefined : purse?.get(budget);
  if (budget === undefined || there === undefined || cost === 0n) return { amount, short };
  const paid = there / cost;
  if (paid < amount) {
    amount = budget.onShort === "refuse" ? 0n : paid;
    short = "budgetSpent";
  }
  purse?.set(budget, there - amount * cost);
  return { amount, short };
}

/** The same award with less in it: its lines lowered in proportion. */
export function lowerSplit({ lines, amounts }: Split, amount: bigint, basket: Basket): Split {
  return { lines, amounts: apportion(amount, amounts, basket.idsOf(lines)) };
}
