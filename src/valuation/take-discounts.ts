import type { Discount } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import { apportion } from "../units/apportion.js";
import { DOWN, divide } from "../units/round.js";
import { allow, isLimited, lowerSplit, type Purse, type Shortage } from "./allowance.js";
import type { Split } from "./award.js";
import { type Base, baseOf } from "./base.js";
import { type Basket, priceOfUnits } from "./basket.js";
import { fallsOn, haveRoom, type SharedLines } from "./shared-lines.js";
import { amountsOf, type TakenOff } from "./taken-off.js";
import { noUnits, type UnitCounts } from "./unit-pool.js";
import type { DiscountValuer, Remains } from "./value-discount.js";
import type { Valued } from "./valued.js";

/** One discount of a set, and what it takes off. */
export interface Taking {
  readonly valued: Valued;
  readonly benefit: Discount;
  /** 1 for the first benefit of its offer. */
  readonly part: number;
  readonly off: TakenOff;
  /** What stands of it. */
  amount: bigint;
  short: Shortage | undefined;
}

export interface TakingTerms {
  readonly program: Program;
  readonly basket: Basket;
  readonly valuer: DiscountValuer;
  /** What one minor unit of money is worth. */
  readonly moneyWorth: bigint;
}

export interface Takings {
  readonly list: readonly Taking[];
  /** What may still be taken off, by line; `undefined` where each took all it claims, which need not be split yet. */
  readonly rooms: readonly bigint[] | undefined;
  /** Then what is left of the lines that they share. */
  readonly base: Base | undefined;
}

/**
 * Takes the discounts of a set off the basket, in the order of awards: each is clipped by what those before it left;
 * then all are held to the program's cap, the last lowered first, and to limits and budgets.
 */
export function takeDiscounts(
  inOrder: readonly Valued[],
  purse: Purse | undefined,
  terms: TakingTerms,
): Takings {
  const { basket, valuer, program } = terms;
  if (inOrder.length === 0) return { list: NONE, rooms: basket.rooms, base: undefined };
  const whole = takeTogether(inOrder, purse, terms);
  if (whole !== undefined) return whole;
  const remains: Remains = { rooms: basket.rooms.slice(), spent: undefined };
  const list: Taking[] = [];
  let mayBeHeldDown = program.discountCap !== undefined;
  for (const valued of inOrder) {
    mayBeHeldDown ||= isLimited(valued, purse);
    const { benefits, offer } = valued;
    for (let index = 0; index < benefits.length; index++) {
      const benefit = benefits[index];
      if (benefit?.kind !== "discount") continue;
      list.push(taken(valued, benefit, index + 1, valuer.take(benefit, remains, offer.repeat)));
    }
  }
  if (mayBeHeldDown) holdDown(list, remains.rooms, purse, terms);
  return { list, rooms: remains.rooms, base: undefined };
}

const NONE: readonly Taking[] = [];

function taken(valued: Valued, benefit: Discount, part: number, off: TakenOff): Taking {
  return { valued, benefit, part, off, amount: off.amount, short: undefined };
}

/**
 * Discounts that are figured on what the same lines cost take all they claim, as long as there is room for them
 * together: then sums say what the set is worth, and only of what stands is it asked what falls on which line.
 * `undefined` where lines must be looked at one by one.
 */
function takeTogether(
  inOrder: readonly Valued[],
  purse: Purse | undefined,
  { valuer, program }: TakingTerms,
): Takings | undefined {
  if (program.discountCap !== undefined) return undefined;
  let list: Taking[] | undefined;
  let shared: SharedLines | undefined;
  let sum = 0n;
  for (const valued of inOrder) {
    if (isLimited(valued, purse)) return undefined;
    const { benefits } = valued;
    for (let index = 0; index < benefits.length; index++) {
      const benefit = benefits[index];
      if (benefit?.kind !== "discount") continue;
      const off = valuer.steady(benefit);
      if (off === undefined) return undefined;
      shared ??= valuer.share(off.claim.lines);
      if (!shared.isOpen || !fallsOn(off, shared)) return undefined;
      sum += off.amount;
      const taking = taken(valued, benefit, index + 1, off);
      // Most sets hold one discount, and a list of one is a third of one that may grow.
      if (list === undefined) list = [taking];
      else list.push(taking);
    }
  }
  if (list === undefined || shared === undefined || !haveRoom(list.length, sum, shared)) return undefined;
  return { list, rooms: undefined, base: baseOf(shared.lines, "discounted", shared.total - sum) };
}

/** What a taking takes off each line. */
export function splitOf({ off, amount }: Taking, basket: Basket): Split {
  const split = { lines: off.claim.lines, amounts: amountsOf(off, basket) };
  return amount === off.amount ? split : lowerSplit(split, amount, basket);
}

function holdDown(
  list: readonly Taking[],
  rooms: bigint[],
  purse: Purse | undefined,
  terms: TakingTerms,
): void {
  const { program, basket, moneyWorth } = terms;
  lowerLast(list, overCap(list, program, basket), basket);
  for (const taking of list) {
    const { amount, short } = allow(taking.valued, taking.amount, moneyWorth, purse);
    taking.amount = amount;
    taking.short = short;
    if (amount === taking.off.amount) continue;
    const claimed = amountsOf(taking.off, basket);
    const { lines, amounts } = splitOf(taking, basket);
    for (const [at, line] of lines.entries())
      rooms[line] = (rooms[line] ?? 0n) + (claimed[at] ?? 0n) - (amounts[at] ?? 0n);
  }
}

/** Takes so much from awards again, from the last one first; the lines that an offer won are one award. */
function lowerLast(list: readonly Taking[], amount: bigint, basket: Basket): void {
  let over = amount;
  for (let end = list.length; over > 0n && end > 0; ) {
    let start = end - 1;
    const { valued } = list[start] as Taking;
    if (valued.wonLines !== undefined) while (list[start - 1]?.valued === valued) start -= 1;
    const award = list.slice(start, end);
    const given = award.reduce((sum, taking) => sum + taking.amount, 0n);
    const left = given > over ? given - over : 0n;
    const weights = award.map(({ amount }) => amount);
    const ids = award.map((taking) => idOf(taking, basket));
    for (const [at, part] of apportion(left, weights, ids).entries()) (award[at] as Taking).amount = part;
    over -= given - left;
    end = start;
  }
}

/** Of the line it was won on. */
function idOf({ off }: Taking, { lines }: Basket): string {
  return lines[off.claim.lines[0] ?? 0]?.id ?? "";
}

/** By how much discounts pass the cap on the goods' list total. */
function overCap(list: readonly Taking[], { discountCap }: Program, { lines }: Basket): bigint {
  if (discountCap === undefined) return 0n;
  let goods = 0n;
  for (const line of lines) if (line.goods) goods += line.list;
  const cap = divide(goods * discountCap.numerator, discountCap.denominator, DOWN);
  return list.reduce((sum, { amount }) => sum + amount, 0n) - cap;
}

/** Whole units that one award with units paid the whole price of, and those of lines of which nothing is left. */
export function freeUnits(
  list: readonly Taking[],
  discounted: readonly bigint[],
  basket: Basket,
): UnitCounts {
  const free = noUnits(basket);
  for (const taking of list) {
    const units = taking.off.claim.units?.taken;
    if (units === undefined) continue;
    const { lines, amounts } = splitOf(taking, basket);
    for (const [at, line] of lines.entries()) {
      const amount = amounts[at] ?? 0n;
      if (amount === 0n) continue;
      const count = units[line] ?? 0n;
      const price = priceOfUnits(basket, line, basket.bases[line] ?? 0n, count);
      if (count > 0n && amount >= price) free[line] = (free[line] ?? 0n) + count;
    }
  }
  for (const [line, quantity] of basket.quantities.entries()) {
    if (discounted[line] === 0n) free[line] = quantity / WHOLE_UNIT;
  }
  return free;
}
