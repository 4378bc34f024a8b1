import { WHOLE_UNIT } from "../standing/read-lines.js";
import { type Basket, wholeUnits } from "./basket.js";
import type { UnitCounts } from "./unit-pool.js";

/** What accruals are figured on, by line: what is left to pay once the discounts of a set stand. */
export interface Left {
  /** After discounts. */
  readonly discounted: readonly bigint[];
  /** After discounts and redemptions. */
  readonly paid: readonly bigint[];
  /** Whole units that cost nothing any more, those of lines of which nothing is left among them. */
  free(): Readonly<UnitCounts>;
  readonly last: LastBase;
}

/** What accruals of one set are figured with. */
export interface AccrualTerms {
  readonly basket: Basket;
  readonly left: Left;
  readonly currencyDigits: number;
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
export function baseOn(lines: readonly number[], amounts: readonly bigint[], { last }: Left): bigint {
  if (last.lines === lines && last.amounts === amounts) return last.sum;
  let sum = 0n;
  for (let at = 0; at < lines.length; at++) sum += amounts[lines[at] as number] as bigint;
  last.lines = lines;
  last.amounts = amounts;
  last.sum = sum;
  return sum;
}

/** A base as it was figured last. */
export interface LastBase {
  lines: readonly number[] | undefined;
  amounts: readonly bigint[] | undefined;
  sum: bigint;
}

export function noBase(): LastBase {
  return { lines: undefined, amounts: undefined, sum: 0n };
}

/** Whole units that were paid for. */
export function unitsLeft({ basket, left }: AccrualTerms): Weight {
  const free = left.free();
  return (line) => {
    const units = wholeUnits(basket, line) - (free[line] ?? 0n);
    return units > 0n ? units : 0n;
  };
}

/** In millionths, less the whole units that cost nothing any more; of a line that costs nothing not a gram counts. */
export function quantityLeft({ basket, left }: AccrualTerms): Weight {
  const free = left.free();
  return (line) => {
    if (left.discounted[line] === 0n) return 0n;
    const quantity = (basket.quantities[line] ?? 0n) - (free[line] ?? 0n) * WHOLE_UNIT;
    return quantity > 0n ? quantity : 0n;
  };
}
