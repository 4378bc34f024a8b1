import { invariant } from "./invariant.js";
import { bigintOf, isSafe, numberOf } from "./safe-number.js";

export type RoundingMode = "halfUp" | "halfEven" | "down" | "up";

/** How a fraction becomes an amount: to a whole multiple of `step` minor units. */
export interface Rounding {
  readonly mode: RoundingMode;
  readonly step: bigint;
}

/**
 * `numerator / denominator`, rounded to a multiple of the step. Both parts are at least zero (denominator above
 * zero), so half up and half away from zero are the same.
 * Worked: 7 / 2 half up is 4, half even 4, down 3; 5 / 2 half even is 2; 12,345 / 1 to a step of 500 is 12,500.
 */
export function divide(numerator: bigint, denominator: bigint, { mode, step }: Rounding): bigint {
  if (step === 1n && denominator !== 0n && isSafe(numerator) && isSafe(denominator)) {
    return bigintOf(divideSmall(numberOf(numerator), numberOf(denominator), mode));
  }
  invariant(numerator >= 0n && denominator > 0n && step > 0n, "only non-negative fractions are rounded");
  const whole = step === 1n ? denominator : denominator * step;
  const quotient = numerator / whole;
  const rounded =
    mode === "down" || !roundsUp(mode, quotient, numerator % whole, whole) ? quotient : quotient + 1n;
  return step === 1n ? rounded : rounded * step;
}

/** The same, to whole minor units, of numbers up to the largest safe integer: none of them is off. */
export function divideSmall(numerator: number, denominator: number, mode: RoundingMode): number {
  const quotient = Math.floor(numerator / denominator);
  if (mode === "down") return quotient;
  const rest = numerator - quotient * denominator;
  return rest > 0 && reaches(mode, rest, denominator - rest, quotient) ? quotient + 1 : quotient;
}

/** Does what is over reach up to the next whole one, so much away? */
function reaches(
  mode: Exclude<RoundingMode, "down">,
  rest: number,
  missing: number,
  quotient: number,
): boolean {
  switch (mode) {
    case "up":
      return true;
    case "halfUp":
      return rest >= missing;
    case "halfEven":
      return rest > missing || (rest === missing && quotient % 2 === 1);
  }
}

function roundsUp(
  mode: Exclude<RoundingMode, "down">,
  quotient: bigint,
  rest: bigint,
  whole: bigint,
): boolean {
  if (rest === 0n) return false;
  switch (mode) {
    case "up":
      return true;
    case "halfUp":
      return rest * 2n >= whole;
    case "halfEven":
      return rest * 2n > whole || (rest * 2n === whole && quotient % 2n === 1n);
  }
}

export const DOWN: Rounding = { mode: "down", step: 1n };
export const UP: Rounding = { mode: "up", step: 1n };
