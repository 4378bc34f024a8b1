import type { Discount } from "vafa";
import { atMost, type Picked, pickUnits, strikeBargain } from "./pick-units.js";
import { amountOf, forTier, MILLION, type Purchase, passes, percentOf } from "./read-purchase.js";
import { rounded } from "./rounded.js";
import { fillSets, mostSets } from "./sets.js";
import { comeTo, countOn, inOrder, type Shelf, type Unit } from "./shelf.js";
import type { Room } from "./split.js";
import { money, slicesOf, stepFor } from "./steps.js";

/** What a discount comes to, and how it falls on lines. */
export interface Claim {
  readonly total: bigint;
  readonly lines: readonly Room[];
  /** R6.12, not R6.11. */
  readonly isFixed: boolean;
  readonly picked: Picked | undefined;
}

/** What a discount is figured on. */
export interface Bench {
  readonly purchase: Purchase;
  readonly shelves: readonly Shelf[];
  /** Those that no award has used up. */
  readonly units: readonly Unit[];
  readonly weightOf: (shelf: Shelf) => bigint;
  readonly roomOf: (shelf: Shelf) => bigint;
}

/** R6.8 to R6.10, R6.25 to R6.29 */
export function claimOf(benefit: Discount, bench: Bench, repeat: bigint | undefined): Claim {
  const claim = figure(benefit, bench, repeat);
  const { digits, tier } = bench.purchase;
  const max = benefit.max === undefined ? undefined : amountOf(forTier(benefit.max, tier), digits);
  return max !== undefined && max < claim.total ? { ...claim, total: max } : claim;
}

/** The amount and quantity on one line that a rate is taken of, and the most that may be taken there. */
interface Portion {
  readonly shelf: Shelf;
  readonly amount: bigint;
  readonly quantity: bigint;
  readonly room: bigint;
}

function figure(benefit: Discount, bench: Bench, repeat: bigint | undefined): Claim {
  const { purchase, shelves, weightOf, roomOf } = bench;
  const own = shelves.filter(({ line }) => line.takesDiscount && passes(line.written, benefit.items));
  const units = bench.units.filter(({ shelf }) => own.includes(shelf));
  const whole = own.map((shelf): Portion => {
    const quantity = shelf.list === 0n ? 0n : shelf.quantity;
    return { shelf, amount: weightOf(shelf), quantity, room: roomOf(shelf) };
  });
  const { fixed, steps, buy, get, bundle, spread } = benefit;
  if (fixed !== undefined) return takeFixed(fixed, spread, whole, purchase);
  if (steps !== undefined) return takeSteps(steps, whole, purchase);
  if (buy !== undefined && get !== undefined) {
    const goods = bench.units.filter(({ shelf }) => shelf.line.goods);
    const picked = strikeBargain(
      { own: units, goods },
      { buy, get, end: benefit.pick ?? "cheapest", repeat },
    );
    return { ...rated(get, portionsOf(picked.given, bench), purchase), picked };
  }
  if (bundle !== undefined) return takeBundle(benefit, bundle, units, bench, repeat);
  if (benefit.units === undefined && benefit.from === undefined) return rated(benefit, whole, purchase);
  const picked = pickUnits(units, own, { benefit, repeat });
  return { ...rated(benefit, portionsOf(picked.given, bench), purchase), picked };
}

/** R6.26: what units of each line come to is the most that it gives. */
function portionsOf(units: readonly Unit[], { shelves, weightOf, roomOf }: Bench): readonly Portion[] {
  return shelves.flatMap((shelf) => {
    const count = countOn(shelf, units);
    if (count === 0n) return [];
    const amount = comeTo(shelf, weightOf(shelf), count);
    const room = roomOf(shelf);
    return [{ shelf, amount, quantity: count * MILLION, room: amount < room ? amount : room }];
  });
}

const sum = (list: readonly bigint[]) => list.reduce((total, one) => total + one, 0n);

function roomsOf(portions: readonly Portion[], weigh: (portion: Portion) => bigint): readonly Room[] {
  return portions.map((portion) => ({
    id: portion.shelf.line.id,
    weight: weigh(portion),
    room: portion.room,
  }));
}

/** R6.8, R6.25 */
function rated(
  { percent, perUnit, unitPrice }: Pick<Discount, "percent" | "perUnit" | "unitPrice">,
  portions: readonly Portion[],
  { digits, tier, rounding }: Purchase,
): Claim {
  const rest = { isFixed: false, picked: undefined };
  if (percent !== undefined) {
    const { numerator, denominator } = percentOf(forTier(percent, tier));
    const base = sum(portions.map(({ amount }) => amount));
    const total = numerator === denominator ? base : rounded(base * numerator, denominator, rounding);
    return { total, lines: roomsOf(portions, ({ amount }) => amount), ...rest };
  }
  const each = amountOf(forTier(perUnit ?? unitPrice ?? 0, tier), digits);
  const claims = roomsOf(portions, ({ amount, quantity }) => {
    if (perUnit !== undefined) return each * quantity;
    return quantity === 0n ? 0n : amount * MILLION - each * quantity;
  }).filter(({ weight }) => weight > 0n);
  return { total: money(sum(claims.map(({ weight }) => weight)), MILLION, rounding), lines: claims, ...rest };
}

/** R6.9, R6.12 */
function takeFixed(
  fixed: NonNullable<Discount["fixed"]>,
  spread: Discount["spread"],
  portions: readonly Portion[],
  { digits, tier }: Purchase,
): Claim {
  const lines = roomsOf(portions, ({ amount }) => (spread === "even" ? 1n : amount));
  return { total: amountOf(forTier(fixed, tier), digits), lines, isFixed: true, picked: undefined };
}

/** R6.29 */
function takeSteps(
  steps: NonNullable<Discount["steps"]>,
  portions: readonly Portion[],
  purchase: Purchase,
): Claim {
  const { digits, tier, rounding } = purchase;
  const measured = ({ amount, quantity }: Portion) => (steps.by === "total" ? amount : quantity);
  const measure = sum(portions.map(measured));
  const nothing = { total: 0n, lines: [], isFixed: false, picked: undefined };
  if (steps.mode === "whole") {
    const step = stepFor(steps, measure, digits);
    if (step === undefined) return nothing;
    if (step.fixed !== undefined) return takeFixed(step.fixed, undefined, portions, purchase);
    return rated(step, portions, purchase);
  }
  // In 10^-12 of a minor unit: percentages have 6 decimals, quantities too.
  const slices = slicesOf(steps, measure, digits).map(({ step, size }) => {
    if (step.perUnit !== undefined) return size * amountOf(forTier(step.perUnit, tier), digits) * MILLION;
    const { numerator, denominator } = percentOf(forTier(step.percent ?? 0, tier));
    return (size * numerator * MILLION * MILLION) / denominator;
  });
  const total = money(sum(slices), MILLION * MILLION, rounding);
  return { ...nothing, total, lines: roomsOf(portions, measured) };
}

/** R6.28 */
function takeBundle(
  { pick = "dearest" }: Discount,
  { of, price, percent }: NonNullable<Discount["bundle"]>,
  units: readonly Unit[],
  bench: Bench,
  repeat: bigint | undefined,
): Claim {
  const { purchase } = bench;
  const { digits, tier } = purchase;
  const ordered = inOrder(units, pick);
  let sets = atMost(mostSets(units, of), repeat);
  const unitsFor = (count: number) => fillSets(ordered, of, count);
  const scale = bench.shelves.reduce((all, { quantity }) => all * (quantity || 1n), 1n);
  const listOf = (count: number) =>
    sum(unitsFor(count).map(({ shelf }) => (shelf.list * MILLION * scale) / shelf.quantity));
  const each = amountOf(forTier(price ?? 0, tier), digits);
  if (price !== undefined) while (sets > 0 && listOf(sets) - listOf(sets - 1) <= each * scale) sets -= 1;
  const given = unitsFor(sets);
  const picked = { given, used: given };
  const portions = portionsOf(given, bench);
  if (percent !== undefined) return { ...rated({ percent }, portions, purchase), picked };
  const saved = sum(portions.map(({ amount }) => amount)) - each * BigInt(sets);
  const lines = roomsOf(portions, ({ amount }) => amount);
  return { total: saved > 0n ? saved : 0n, lines, isFixed: false, picked };
}
