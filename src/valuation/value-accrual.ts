import type { Accrual, Wallet } from "../program/program.js";
import { scaleOf } from "../units/amount.js";
import { apportion } from "../units/apportion.js";
import { DOWN, divide } from "../units/round.js";
import type { Figured, LinePart } from "./award.js";
import type { Basket } from "./basket.js";

/** What accruals are figured on, by line: what is left to pay once the discounts of a set stand. */
export interface Left {
  /** After discounts. */
  readonly discounted: readonly bigint[];
  /** After discounts and redemptions. */
  readonly paid: readonly bigint[];
}

/** What the `always` offers give to one wallet: what multipliers multiply. */
export interface Multiplied {
  readonly amount: bigint;
  /** By index of line. */
  byLine(): ReadonlyMap<number, bigint>;
}

/**
 * What an accrual gives: rate, round, `max`, split over the lines it was figured on.
 * Worked: one point for every 10,000 of 559,999 is 55; 20 % credit on 560,000 paid is 112,000.
 */
export function valueAccrual(
  accrual: Accrual,
  basket: Basket,
  left: Left,
  currencyDigits: number,
  multiplied: Multiplied | undefined,
): Figured {
  const { wallet, figure, max, items } = accrual;
  const lines = basket.linesOf(accrual);
  const weigh = (line: number) =>
    figure.by === "multiply" ? (multiplied?.byLine().get(line) ?? 0n) : baseOf(wallet, line, basket, left);
  // Without items a multiplier takes all that was given, also what belongs to no line.
  const base =
    figure.by === "multiply" && items === undefined ? (multiplied?.amount ?? 0n) : sumOf(lines, weigh);
  const nothingMatches = items !== undefined && lines.length === 0;
  const total = nothingMatches ? 0n : accrualTotal(accrual, base, currencyDigits);
  const amount = max !== undefined && max < total ? max : total;
  return { amount, clipped: 0n, split: () => splitOver(lines, weigh, amount, basket) };
}

function sumOf(lines: readonly number[], weigh: (line: number) => bigint): bigint {
  let sum = 0n;
  for (const line of lines) sum += weigh(line);
  return sum;
}

function splitOver(
  lines: readonly number[],
  weigh: (line: number) => bigint,
  amount: bigint,
  basket: Basket,
): readonly LinePart[] {
  const shares = lines.map((line) => ({ id: basket.lines[line]?.id ?? "", weight: weigh(line) }));
  const parts: LinePart[] = [];
  apportion(amount, shares).forEach((part, index) => {
    const line = lines[index];
    if (part > 0n && line !== undefined) parts.push({ line, amount: part });
  });
  return parts;
}

function baseOf({ accruesOn }: Wallet, line: number, basket: Basket, left: Left): bigint {
  switch (accruesOn) {
    case "paid":
      return left.paid[line] ?? 0n;
    case "discounted":
      return left.discounted[line] ?? 0n;
    case "list":
      return basket.lines[line]?.list ?? 0n;
  }
}

/** Minor units of the wallet on a base in minor units of the currency, or, for multipliers, of the wallet. */
function accrualTotal({ wallet, figure }: Accrual, base: bigint, currencyDigits: number): bigint {
  switch (figure.by) {
    case "fixed":
      return figure.amount;
    case "percent": {
      const { numerator, denominator } = figure.rate;
      return divide(
        base * numerator * scaleOf(wallet.digits),
        denominator * scaleOf(currencyDigits),
        wallet.rounding,
      );
    }
    case "perSpend": {
      const { numerator, denominator } = figure.grant;
      const steps = base / figure.every;
      return divide(steps * numerator * scaleOf(wallet.digits), denominator, wallet.rounding);
    }
    case "multiply": {
      const { numerator, denominator } = figure.factor;
      return divide(base * (numerator - denominator), denominator, DOWN);
    }
  }
}

/** The most an accrual can give in any set: as though nothing were taken off. */
export function accrualAtMost(
  accrual: Accrual,
  basket: Basket,
  currencyDigits: number,
  multipliedAtMost: (wallet: Wallet) => bigint,
): bigint {
  const { figure, items, max, wallet } = accrual;
  const indexes = basket.linesOf(accrual);
  if (items !== undefined && indexes.length === 0) return 0n;
  const base =
    figure.by === "multiply"
      ? multipliedAtMost(wallet)
      : sumOf(indexes, (line) => basket.lines[line]?.list ?? 0n);
  const total = accrualTotal(accrual, base, currencyDigits);
  return max !== undefined && max < total ? max : total;
}
