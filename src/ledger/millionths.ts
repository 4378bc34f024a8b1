import { MOST_DIGITS } from "../documents/numbers.js";
import { formatAmount, parseAmount } from "../units/amount.js";

/*
 * A ledger knows no program, so it does not know how many decimals a unit has: it adds in millionths, which are fine
 * enough for any, and writes as many decimals as it has read.
 */

/** Reads an amount that its schema has let pass. */
export function millionthsOf(amount: string | number): bigint {
  return parseAmount(amount, MOST_DIGITS) ?? 0n;
}

/** How each unit is written: with the decimals of the finest amount that was seen of it. */
export interface Decimals {
  see(unit: string, amount: string | number): void;
  write(unit: string, millionths: bigint): string;
}

export function openDecimals(): Decimals {
  const seen = new Map<string, number>();
  return {
    see(unit, amount) {
      const decimals = decimalsOf(String(amount));
      if (decimals > (seen.get(unit) ?? -1)) seen.set(unit, decimals);
    },
    write(unit, millionths) {
      const decimals = seen.get(unit) ?? 0;
      return formatAmount(millionths / 10n ** BigInt(MOST_DIGITS - decimals), decimals);
    },
  };
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
