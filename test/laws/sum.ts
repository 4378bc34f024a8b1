import { parseAmount } from "../../src/units/amount.js";

/** Decimals wide enough for any amount, quantity or worth. */
const DIGITS = 12;

/** An amount in parts so small that amounts of any unit can be compared and summed. */
export function minor(text: string): bigint {
  const amount = parseAmount(text, DIGITS);
  if (amount === undefined) throw new Error(`${text} is no amount`);
  return amount;
}

export function sumOf<T>(list: readonly T[], amount: (member: T) => string): bigint {
  return list.reduce((sum, member) => sum + minor(amount(member)), 0n);
}
