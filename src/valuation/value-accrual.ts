import type { Accrual } from "../program/benefit.js";
import type { Wallet } from "../program/wallet.js";
import type { Line } from "../standing/request.js";
import { scaleOf } from "../units/amount.js";
import { apportion } from "../units/apportion.js";
import type { Rate } from "../units/rate.js";
import { DOWN, divide, divideSmall } from "../units/round.js";
import { bigintOf } from "../units/safe-number.js";
import type { Split } from "./award.js";
import { formSets } from "./form-sets.js";
import { baseOn, basesOn, freeIn, type Left, quantityLeft, sumOf, unitsLeft, type Weight } from "./left.js";
import { stepAt, stepsTotal } from "./steps.js";

/** What the `always` offers give to one wallet: what multipliers multiply. */
export interface Multiplied {
  readonly amount: bigint;
  /** By index of line. */
  byLine(): ReadonlyMap<number, bigint>;
}

/** What concerns one accrual alone. */
export interface AccrualCase {
  readonly repeat: bigint | undefined;
  readonly multiplied: Multiplied | undefined;
}

/** Nearly every accrual: without a limit to its sets, and no multiplier. */
const PLAIN: AccrualCase = { repeat: undefined, multiplied: undefined };

export function caseOf(repeat: bigint | undefined, multiplied: Multiplied | undefined): AccrualCase {
  return repeat === undefined && multiplied === undefined ? PLAIN : { repeat, multiplied };
}

/**
 * What an accrual gives: rate, round, `max`.
 * Worked: one point for every 10,000 of 559,999 is 55; 20 % credit on 560,000 paid is 112,000.
 */
export function accrualAmount(accrual: Accrual, own: AccrualCase, left: Left): bigint {
  const lines = left.basket.linesOf(accrual);
  if (accrual.items !== undefined && lines.length === 0) return 0n;
  const total = smallTotal(accrual, lines, own, left) ?? totalOf(accrual, lines, own, left);
  const { max } = accrual;
  return max !== undefined && max < total ? max : total;
}

/** With numbers, where it is a rate of its base alone and all of it is small: nearly every accrual. */
function smallTotal(
  { small, wallet }: Accrual,
  lines: readonly number[],
  own: AccrualCase,
  left: Left,
): bigint | undefined {
  if (small === undefined || own !== PLAIN) return undefined;
  const { every, numerator, denominator, mode } = small;
  const base = baseOn(lines, wallet.accruesOn, left).small;
  const product = Math.floor(base / every) * numerator;
  return product <= Number.MAX_SAFE_INTEGER ? bigintOf(divideSmall(product, denominator, mode)) : undefined;
}

/** How that falls on the lines it was figured on: by what decided how much of it each gave. */
export function accrualSplit(accrual: Accrual, amount: bigint, own: AccrualCase, left: Left): Split {
  const { basket } = left;
  const lines = basket.linesOf(accrual);
  const weigh = weightOf(accrual, own, left);
  const weights = new Array<bigint>(lines.length);
  for (let at = 0; at < lines.length; at++) weights[at] = weigh(lines[at] as number);
  return { lines, amounts: apportion(amount, weights, basket.idsOf(lines)) };
}

function totalOf(accrual: Accrual, lines: readonly number[], own: AccrualCase, left: Left): bigint {
  const { wallet, figure } = accrual;
  switch (figure.by) {
    case "fixed":
      return figure.amount;
    case "percent":
      return percentOf(figure.rate, baseOn(lines, wallet.accruesOn, left).sum, wallet, left);
    case "perSpend":
      return perSpend(figure, baseOn(lines, wallet.accruesOn, left).sum, wallet, own);
    case "perVisit":
      return granted(1n, figure.grant, wallet);
    case "perUnit":
      return granted(sumOf(lines, unitsLeft(left)), figure.grant, wallet);
    case "perSet":
      return granted(setsOf(figure, lines, own, left).count, figure.grant, wallet);
    case "steps":
      return bySteps(accrual, figure, own, left);
    case "multiply": {
      const { numerator, denominator } = figure.factor;
      return divide(multipliedBase(accrual, lines, own) * (numerator - denominator), denominator, DOWN);
    }
  }
}

function weightOf(accrual: Accrual, own: AccrualCase, left: Left): Weight {
  const { wallet, figure } = accrual;
  switch (figure.by) {
    case "perUnit":
      return unitsLeft(left);
    case "perSet": {
      const { sets, count } = setsOf(figure, left.basket.linesOf(accrual), own, left);
      const units = sets.choose(count);
      return (line) => units[line] ?? 0n;
    }
    case "multiply":
      return multipliedWeight(own);
    case "steps": {
      const byQuantity = stepWeight(accrual, figure, left.basket.linesOf(accrual), left);
      if (byQuantity !== undefined) return byQuantity;
    }
  }
  const bases = basesOn(wallet.accruesOn, left);
  return (line) => bases[line] ?? 0n;
}

function percentOf({ numerator, denominator }: Rate, base: bigint, wallet: Wallet, left: Left): bigint {
  const { digits, rounding } = wallet;
  const { currencyDigits } = left;
  if (digits === currencyDigits) return divide(base * numerator, denominator, rounding);
  return divide(base * numerator * scaleOf(digits), denominator * scaleOf(currencyDigits), rounding);
}

type Figure<By extends Accrual["figure"]["by"]> = Extract<Accrual["figure"], { readonly by: By }>;

function perSpend(
  { every, grant }: Omit<Figure<"perSpend">, "by">,
  base: bigint,
  wallet: Wallet,
  { repeat }: AccrualCase,
): bigint {
  const most = base / every;
  return granted(repeat !== undefined && repeat < most ? repeat : most, grant, wallet);
}

/** So many times the grant, which is in whole units of the wallet. */
function granted(times: bigint, { numerator, denominator }: Rate, { digits, rounding }: Wallet): bigint {
  const whole = times * numerator;
  return divide(digits === 0 ? whole : whole * scaleOf(digits), denominator, rounding);
}

function setsOf(
  { of, pick }: Figure<"perSet">,
  lines: readonly number[],
  { repeat }: AccrualCase,
  left: Left,
) {
  const places = of.map(({ items, units }) => ({
    lines: items === undefined ? lines : lines.filter((line) => items(left.basket.lines[line] as Line)),
    units,
  }));
  const sets = formSets(left.basket, places, freeIn(left), pick);
  return { sets, count: repeat !== undefined && repeat < sets.count ? repeat : sets.count };
}

function bySteps(accrual: Accrual, figure: Figure<"steps">, own: AccrualCase, left: Left): bigint {
  const { wallet } = accrual;
  const lines = left.basket.linesOf(accrual);
  const measure =
    figure.measure === "total" ? baseOn(lines, wallet.accruesOn, left).sum : sumOf(lines, quantityLeft(left));
  if (figure.mode === "progressive") {
    return granted(1n, stepsTotal(figure, measure, scaleOf(left.currencyDigits)), wallet);
  }
  const step = stepAt(figure, measure)?.gives;
  switch (step?.by) {
    case undefined:
      return 0n;
    case "fixed":
      return step.amount;
    case "percent":
      return percentOf(step.rate, baseOn(lines, wallet.accruesOn, left).sum, wallet, left);
    case "perSpend":
      return perSpend(step, baseOn(lines, wallet.accruesOn, left).sum, wallet, own);
    case "perUnit":
      // What is off each unit stands in the steps of discounts only.
      return "grant" in step ? granted(sumOf(lines, unitsLeft(left)), step.grant, wallet) : 0n;
  }
}

/** What counts units falls on lines as they do; `undefined` where what a step gives is figured on money. */
function stepWeight(
  { wallet }: Accrual,
  figure: Figure<"steps">,
  lines: readonly number[],
  left: Left,
): Weight | undefined {
  const byTotal = figure.measure === "total";
  const quantity = quantityLeft(left);
  if (figure.mode === "progressive") return byTotal ? undefined : quantity;
  const measure = byTotal ? baseOn(lines, wallet.accruesOn, left).sum : sumOf(lines, quantity);
  return stepAt(figure, measure)?.gives.by === "perUnit" ? unitsLeft(left) : undefined;
}

function multipliedWeight({ multiplied }: AccrualCase): Weight {
  return (line) => multiplied?.byLine().get(line) ?? 0n;
}

/** Without items a multiplier takes all that was given, also what belongs to no line. */
function multipliedBase({ items }: Accrual, lines: readonly number[], own: AccrualCase): bigint {
  return items === undefined ? (own.multiplied?.amount ?? 0n) : sumOf(lines, multipliedWeight(own));
}
