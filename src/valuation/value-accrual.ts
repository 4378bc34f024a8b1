import type { Accrual } from "../program/benefit.js";
import type { Wallet } from "../program/wallet.js";
import type { Line } from "../standing/request.js";
import { scaleOf } from "../units/amount.js";
import { apportion } from "../units/apportion.js";
import type { Rate } from "../units/rate.js";
import { DOWN, divide } from "../units/round.js";
import type { LinePart } from "./award.js";
import type { Basket } from "./basket.js";
import { formSets } from "./form-sets.js";
import { type AccrualTerms, baseOn, quantityLeft, sumOf, unitsLeft, type Weight } from "./left.js";
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

/**
 * What an accrual gives: rate, round, `max`.
 * Worked: one point for every 10,000 of 559,999 is 55; 20 % credit on 560,000 paid is 112,000.
 */
export function accrualAmount(accrual: Accrual, own: AccrualCase, terms: AccrualTerms): bigint {
  const lines = terms.basket.linesOf(accrual);
  if (accrual.items !== undefined && lines.length === 0) return 0n;
  const total = totalOf(accrual, lines, own, terms);
  const { max } = accrual;
  return max !== undefined && max < total ? max : total;
}

/** How that falls on the lines it was figured on: by what decided how much of it each gave. */
export function accrualParts(
  accrual: Accrual,
  amount: bigint,
  own: AccrualCase,
  terms: AccrualTerms,
): readonly LinePart[] {
  return splitOver(terms.basket.linesOf(accrual), weightOf(accrual, own, terms), amount, terms.basket);
}

/** An amount over lines by their weights. */
function splitOver(
  lines: readonly number[],
  weigh: Weight,
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

function basesFor({ accruesOn }: Wallet, { basket, left }: AccrualTerms): readonly bigint[] {
  switch (accruesOn) {
    case "paid":
      return left.paid;
    case "discounted":
      return left.discounted;
    case "list":
      return basket.bases;
  }
}

function totalOf(accrual: Accrual, lines: readonly number[], own: AccrualCase, terms: AccrualTerms): bigint {
  const { wallet, figure } = accrual;
  switch (figure.by) {
    case "fixed":
      return figure.amount;
    case "percent":
      return percentOf(figure.rate, baseOn(lines, basesFor(wallet, terms), terms.left), wallet, terms);
    case "perSpend":
      return perSpend(figure, baseOn(lines, basesFor(wallet, terms), terms.left), wallet, own);
    case "perVisit":
      return granted(1n, figure.grant, wallet);
    case "perUnit":
      return granted(sumOf(lines, unitsLeft(terms)), figure.grant, wallet);
    case "perSet":
      return granted(setsOf(figure, lines, own, terms).count, figure.grant, wallet);
    case "steps":
      return bySteps(accrual, figure, own, terms);
    case "multiply": {
      const { numerator, denominator } = figure.factor;
      return divide(multipliedBase(accrual, lines, own) * (numerator - denominator), denominator, DOWN);
    }
  }
}

function weightOf(accrual: Accrual, own: AccrualCase, terms: AccrualTerms): Weight {
  const { wallet, figure } = accrual;
  switch (figure.by) {
    case "perUnit":
      return unitsLeft(terms);
    case "perSet": {
      const { sets, count } = setsOf(figure, terms.basket.linesOf(accrual), own, terms);
      const units = sets.choose(count);
      return (line) => units[line] ?? 0n;
    }
    case "multiply":
      return multipliedWeight(own);
    case "steps": {
      const byQuantity = stepWeight(accrual, figure, terms.basket.linesOf(accrual), terms);
      if (byQuantity !== undefined) return byQuantity;
    }
  }
  const bases = basesFor(wallet, terms);
  return (line) => bases[line] ?? 0n;
}

function percentOf(
  { numerator, denominator }: Rate,
  base: bigint,
  wallet: Wallet,
  terms: AccrualTerms,
): bigint {
  const { digits, rounding } = wallet;
  const { currencyDigits } = terms;
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
  return divide(times * numerator * scaleOf(digits), denominator, rounding);
}

function setsOf(
  { of, pick }: Figure<"perSet">,
  lines: readonly number[],
  { repeat }: AccrualCase,
  { basket, left }: AccrualTerms,
) {
  const places = of.map(({ items, units }) => ({
    lines: items === undefined ? lines : lines.filter((line) => items(basket.lines[line] as Line)),
    units,
  }));
  const sets = formSets(basket, places, left.free(), pick);
  return { sets, count: repeat !== undefined && repeat < sets.count ? repeat : sets.count };
}

function bySteps(accrual: Accrual, figure: Figure<"steps">, own: AccrualCase, terms: AccrualTerms): bigint {
  const { wallet } = accrual;
  const lines = terms.basket.linesOf(accrual);
  const bases = basesFor(wallet, terms);
  const measure =
    figure.measure === "total" ? baseOn(lines, bases, terms.left) : sumOf(lines, quantityLeft(terms));
  if (figure.mode === "progressive") {
    return granted(1n, stepsTotal(figure, measure, scaleOf(terms.currencyDigits)), wallet);
  }
  const step = stepAt(figure, measure)?.gives;
  switch (step?.by) {
    case undefined:
      return 0n;
    case "fixed":
      return step.amount;
    case "percent":
      return percentOf(step.rate, baseOn(lines, bases, terms.left), wallet, terms);
    case "perSpend":
      return perSpend(step, baseOn(lines, bases, terms.left), wallet, own);
    case "perUnit":
      // What is off each unit stands in the steps of discounts only.
      return "grant" in step ? granted(sumOf(lines, unitsLeft(terms)), step.grant, wallet) : 0n;
  }
}

/** What counts units falls on lines as they do; `undefined` where what a step gives is figured on money. */
function stepWeight(
  { wallet }: Accrual,
  figure: Figure<"steps">,
  lines: readonly number[],
  terms: AccrualTerms,
): Weight | undefined {
  const byTotal = figure.measure === "total";
  const quantity = quantityLeft(terms);
  if (figure.mode === "progressive") return byTotal ? undefined : quantity;
  const measure = byTotal ? baseOn(lines, basesFor(wallet, terms), terms.left) : sumOf(lines, quantity);
  return stepAt(figure, measure)?.gives.by === "perUnit" ? unitsLeft(terms) : undefined;
}

function multipliedWeight({ multiplied }: AccrualCase): Weight {
  return (line) => multiplied?.byLine().get(line) ?? 0n;
}

/** Without items a multiplier takes all that was given, also what belongs to no line. */
function multipliedBase({ items }: Accrual, lines: readonly number[], own: AccrualCase): bigint {
  return items === undefined ? (own.multiplied?.amount ?? 0n) : sumOf(lines, multipliedWeight(own));
}
