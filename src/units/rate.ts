import { Decimal } from "decimal.js";

/** An exact ratio: a percentage, a factor, a price of one unit. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A constructor of our own, so that nobody's `Decimal.set` can reach our figures. */
const Exact = Decimal.clone({ precision: 64, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/** Reads a decimal text or safe integer as an exact ratio. Worked: `"1.2"` is 12 / 10. */
export function parseRate(value: string | number): Rate {
  const decimal = new Exact(value);
  const places = decimal.decimalPlaces();
  const denominator = 10n ** BigInt(places);
  return { numerator: BigInt(decimal.times(denominator.toString()).toFixed(0)), denominator };
}

/** Reads a percentage as the ratio it stands for. Worked: `"12.5"` is 125 / 1000. */
export function parsePercent(value: string | number): Rate {
  const { numerator, denominator } = parseRate(value);
  return { numerator, denominator: denominator * 100n };
}

/** Is `value` greater than `bound`? Exact, never lexical. */
export function exceeds(value: string | number, bound: string | number): boolean {
  return new Exact(value).greaterThan(bound);
}
