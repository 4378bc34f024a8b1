import type { Discount } from "../program/benefit.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Rate } from "../units/rate.js";
import { divide, type Rounding } from "../units/round.js";

export type RateFigure = Extract<Discount["figure"], { readonly by: "percent" | "perUnit" | "unitPrice" }>;

/** What a rate comes to, and by what that falls on lines. */
export interface Rated {
  readonly total: bigint;
  readonly weights: readonly bigint[];
}

/** A percentage falls on lines as their amounts do; what is off each unit as each line's own does. */
export function rated(
  figure: RateFigure,
  amounts: readonly bigint[],
  quantities: readonly bigint[],
  rounding: Rounding,
): Rated {
  if (figure.by === "percent")
    return { total: percentOf(figure.rate, sum(amounts), rounding), weights: amounts };
  const weights = amounts.map((amount, index) => {
    const quantity = quantities[index] ?? 0n;
    if (figure.by === "perUnit") return figure.amount * quantity;
    const over = amount * WHOLE_UNIT - figure.price * quantity;
    return over > 0n ? over : 0n;
  });
  return { total: exactly(sum(weights), WHOLE_UNIT, rounding), weights };
}

/** The whole is the whole: no cash step takes from it or adds to it. */
export function percentOf({ numerator, denominator }: Rate, base: bigint, rounding: Rounding): bigint {
  return numerator === denominator ? base : divide(base * numerator, denominator, rounding);
}

/** Whole amounts stand as they are, whatever the cash step; a fraction is rounded. */
export function exactly(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  return numerator % denominator === 0n ? numerator / denominator : divide(numerator, denominator, rounding);
}

export function sum(amounts: readonly bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
