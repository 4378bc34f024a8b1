import { WHOLE_UNIT } from "../standing/read-lines.js";
import { type Basket, wholeUnits } from "./basket.js";
import { freeUnits, type Taking } from "./take-discounts.js";
import type { UnitCounts } from "./unit-pool.js";

/** What accruals of one set are figured with: what is left to pay, by line, once its discounts stand. */
export interface Left {
  readonly basket: Basket;
  readonly currencyDigits: number;
  readonly takings: readonly Taking[];
  /** After discounts. */
  readonly discounted: readonly bigint[];
  /** After discounts and redemptions. */
  readonly paid: readonly bigint[];
  /** Found when they are first asked for: see `freeIn`. */
  free: Readonly<UnitCounts> | undefined;
  /** The base that was figured last: see `baseOn`. */
  base: Base | undefined;
}

interface Base {
  readonly lines: readonly number[];
  readonly amounts: readonly bigint[];
  readonly sum: bigint;
}

export type Weight = (line: number) => bigint;

export function sumOf(lines: readonly number[], weigh: Weight): bigint {
  let sum = 0n;
  for (const line of lines) sum += weigh(line);
  return sum;
}

/**
 * The base of an accrual. Nearly all accruals of a set are figured on the same lines, so the last sum is kept: it is
 * half of what they cost.
 */
export function baseOn(lines: readonly number[], amounts: readonly bigint[], left: Left): bigint {
  const { base } = left;
  if (base !== undefined && base.lines === lines && base.amounts === amounts) return base.sum;
  let sum = 0n;
  for (let at = 0; at < lines.length; at++) sum += amounts[lines[at] as number] as bigint;
  left.base = { lines, amounts, sum };
  return sum;
}

/** Whole units that cost nothing any more, those of lines of which nothing is left among them. */
export function freeIn(left: Left): Readonly<UnitCounts> {
  left.free ??= freeUnits(left.takings, left.discounted, left.basket);
  return left.free;
}

/** Whole units that were paid for. */
export function unitsLeft(left: Left): Weight {
  const free = freeIn(left);
  return (line) => {
    const units = wholeUnits(left.basket, line) - (free[line] ?? 0n);
    return units > 0n ? units : 0n;
  };
}

/** In millionths, less the whole units that cost nothing any more; of a line that costs nothing not a gram counts. */
export function quantityLeft(left: Left): Weight {
  const free = freeIn(left);
  return (line) => {
    if (left.discounted[line] === 0n) return 0n;
    const quantity = (left.basket.quantities[line] ?? 0n) - (free[line] ?? 0n) * WHOLE_UNIT;
    return quantity > 0n ? quantity : 0n;
  };
}
