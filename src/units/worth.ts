import { formatAmount, scaleOf } from "./amount.js";
import type { Rate } from "./rate.js";

/**
 * Worths are money, exact and never rounded: whole numbers of 10^-12 of the currency's major unit. Wide enough for
 * an amount of 6 decimals times a worth of 6.
 */
const WORTH_DIGITS = 12;

/** What one minor unit is worth, given what one whole unit is. */
export function worthOfMinor(worth: Rate, digits: number): bigint {
  return (worth.numerator * scaleOf(WORTH_DIGITS)) / (worth.denominator * scaleOf(digits));
}

/** What one minor unit of money is worth: itself. */
export function moneyWorthOf({ digits }: { readonly digits: number }): bigint {
  return scaleOf(WORTH_DIGITS - digits);
}

/** A worth as a decimal text: the currency's decimals, more only where the exact figure needs them. */
export function formatWorth(worth: bigint, currencyDigits: number): string {
  const minor = scaleOf(WORTH_DIGITS - currencyDigits);
  if (worth % minor === 0n) return formatAmount(worth / minor, currencyDigits);
  return formatAmount(worth, WORTH_DIGITS).replace(/0+$/, "");
}
