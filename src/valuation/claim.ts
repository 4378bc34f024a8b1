import type { BundleFigure, Component, Discount, StepsFigure } from "../program/benefit.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Rate } from "../units/rate.js";
import { divide, type Rounding } from "../units/round.js";
import { type Basket, priceOfUnits } from "./basket.js";
import { countSaving } from "./count-saving.js";
import { type Bargain, formSets, type Place, strikeBargain } from "./form-sets.js";
import { pickUnits } from "./pick-units.js";
import { stepAt, stepsTotal } from "./steps.js";
import type { UnitCounts } from "./unit-pool.js";

/** What a discount comes to on its lines, before anything is clipped. Lists are by its own lines. */
export interface Claim {
  readonly lines: readonly number[];
  readonly total: bigint;
  /** How the total falls on them. */
  readonly weights: readonly bigint[];
  /** The most that each gives: the price of the units that are meant; `undefined` is all there is room for. */
  readonly caps: readonly bigint[] | undefined;
  /** What finds no room on one line looks for it on the others. */
  readonly spills: boolean;
  /** By line of the basket: units it gives something on, and all that it uses up. */
  readonly units: Bargain | undefined;
}

/** What a claim is figured on, and by which rules. */
export interface ClaimTerms {
  readonly basket: Basket;
  /** By line of the basket: list amounts, or what earlier discounts left of them. */
  readonly amounts: readonly bigint[];
  /** Units that earlier awards have used up. */
  readonly spent: Readonly<UnitCounts> | undefined;
  readonly repeat: bigint | undefined;
  readonly rounding: Rounding;
}

/** Rate, round, `max`: what a discount claims. Worked: 10 % of lines of 200,000 and 400,000 claims 60,000. */
export function claimOf(discount: Discount, terms: ClaimTerms): Claim {
  const claim = figureClaim(discount, terms);
  const { max } = discount;
  return max !== undefined && max < claim.total ? { ...claim, total: max } : claim;
}

/** Does it look at single units? Then it depends on what others used up, and on how often its offer repeats. */
export function countsUnits({ units, figure }: Discount): boolean {
  return units !== undefined || figure.by === "buyGet" || figure.by === "bundle";
}

function figureClaim(discount: Discount, terms: ClaimTerms): Claim {
  const { figure } = discount;
  switch (figure.by) {
    case "buyGet":
    case "bundle":
      return setsClaim(discount, figure, terms);
    case "fixed":
      return fixedClaim(discount, figure.amount, terms);
    case "steps":
      return stepsClaim(discount, figure, terms);
    case "percent":
    case "perUnit":
    case "unitPrice":
      return discount.units === undefined
        ? wholeClaim(discount, figure, terms)
        : unitsClaim(discount, figure, discount.units, terms);
  }
}

type RateFigure = Extract<Discount["figure"], { readonly by: "percent" | "perUnit" | "unitPrice" }>;

/** On all of its lines, as far as they have a price. */
function wholeClaim(
  discount: Discount,
  figure: RateFigure,
  { basket, amounts, rounding }: ClaimTerms,
): Claim {
  const lines = basket.linesOf(discount);
  const weights = lines.length === amounts.length ? amounts : lines.map((line) => amounts[line] ?? 0n);
  if (figure.by === "percent") {
    const total = percentOf(figure.rate, sum(weights), rounding);
    return { lines, total, weights, caps: undefined, spills: false, units: undefined };
  }
  return { lines, ...rated(figure, weights, quantitiesOf(basket, lines), rounding), ...PLAIN };
}

const PLAIN = { caps: undefined, spills: false, units: undefined };

function quantitiesOf({ quantities }: Basket, lines: readonly number[]): readonly bigint[] {
  return lines.map((line) => quantities[line] ?? 0n);
}

/** On some of the whole units. */
function unitsClaim(
  discount: Discount,
  figure: RateFigure,
  pick: NonNullable<Discount["units"]>,
  terms: ClaimTerms,
): Claim {
  const { basket, spent, repeat, rounding } = terms;
  const units = pickUnits(basket, basket.linesOf(discount), pick, spent, repeat);
  const { lines, prices, quantities } = pricesOf(units.taken, terms);
  return { lines, ...rated(figure, prices, quantities, rounding), caps: prices, spills: false, units };
}

/** The lines that have such units, what these cost, and how many there are, in millionths. */
function pricesOf(taken: Readonly<UnitCounts>, { basket, amounts }: ClaimTerms) {
  const lines: number[] = [];
  const prices: bigint[] = [];
  const quantities: bigint[] = [];
  for (const [line, units] of taken.entries()) {
    if (units === 0n) continue;
    lines.push(line);
    prices.push(priceOfUnits(basket, line, amounts[line] ?? 0n, units));
    quantities.push(units * WHOLE_UNIT);
  }
  return { lines, prices, quantities };
}

/** A percentage falls on lines as their amounts do; what is off each unit as each line's own does. */
function rated(
  figure: RateFigure,
  amounts: readonly bigint[],
  quantities: readonly bigint[],
  rounding: Rounding,
): Pick<Claim, "total" | "weights"> {
  if (figure.by === "percent")
    return { total: percentOf(figure.rate, sum(amounts), rounding), weights: amounts };
  const weights = amounts.map((amount, index) => {
    const quantity = quantities[index] ?? 0n;
    if (figure.by === "perUnit") return figure.amount * quantity;
    const over = amount * WHOLE_UNIT - figure.price * quantity;
    return over > 0n ? over : 0n;
  });
  return { total: exactly(sum(weights), WHOLE_UNIT, rounding), weights };
}

/** The whole is the whole: no cash step takes from it or adds to it. */
export function percentOf({ numerator, denominator }: Rate, base: bigint, rounding: Rounding): bigint {
  return numerator === denominator ? base : divide(base * numerator, denominator, rounding);
}

/** Whole amounts stand as they are, whatever the cash step; a fraction is rounded. */
function exactly(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  return numerator % denominator === 0n ? numerator / denominator : divide(numerator, denominator, rounding);
}

function sum(amounts: readonly bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

function fixedClaim(discount: Discount, total: bigint, { basket, amounts }: ClaimTerms): Claim {
  const lines = basket.linesOf(discount);
  const weights = lines.map((line) => (discount.spread === "even" ? 1n : (amounts[line] ?? 0n)));
  return { lines, total, weights, caps: undefined, spills: true, units: undefined };
}

function stepsClaim(discount: Discount, figure: StepsFigure, terms: ClaimTerms): Claim {
  const { basket, amounts, rounding } = terms;
  const lines = basket.linesOf(discount);
  const weights = lines.map((line) => amounts[line] ?? 0n);
  const quantities = quantitiesOf(basket, lines);
  const measure = figure.measure === "total" ? sum(weights) : sum(quantities);
  if (figure.mode === "progressive") {
    const { numerator, denominator } = stepsTotal(figure, measure, 1n);
    const byQuantity = figure.measure === "quantity";
    const total = exactly(numerator, denominator, rounding);
    return { lines, total, weights: byQuantity ? quantities : weights, ...PLAIN };
  }
  const step = stepAt(figure, measure)?.gives;
  if (step === undefined) return { lines, total: 0n, weights, ...PLAIN };
  if (step.by === "fixed") return fixedClaim(discount, step.amount, terms);
  // What accruals alone may have in their steps never stands in those of a discount.
  return { lines, ...rated(step as RateFigure, weights, quantities, rounding), ...PLAIN };
}

function setsClaim(
  discount: Discount,
  figure: Extract<Discount["figure"], { readonly by: "buyGet" | "bundle" }>,
  terms: ClaimTerms,
): Claim {
  const { basket, rounding, spent, repeat } = terms;
  if (figure.by === "bundle") return bundleClaim(discount, figure, terms);
  const get = placeOf(figure.get, discount, basket);
  const buy: Place = { lines: goodsOf(figure.buy, basket), units: figure.buy.units };
  const units = strikeBargain(basket, { buy, get }, spent, figure.pick, repeat);
  const { lines, prices } = pricesOf(units.taken, terms);
  const total = percentOf(figure.rate, sum(prices), rounding);
  return { lines, total, weights: prices, caps: prices, spills: false, units };
}

/** The lines that a component may be of, of those that the discount is figured on. */
function placeOf({ items, units }: Component, discount: Discount, basket: Basket): Place {
  const lines = basket.linesOf(discount);
  const own = items === undefined ? lines : lines.filter((line) => matches(items, basket, line));
  return { lines: own, units };
}

/** What is bought need not be discountable. */
function goodsOf({ items }: Component, basket: Basket): readonly number[] {
  const lines: number[] = [];
  for (const [line, { goods }] of basket.lines.entries()) {
    if (goods && (items === undefined || matches(items, basket, line))) lines.push(line);
  }
  return lines;
}

function matches(items: NonNullable<Component["items"]>, { lines }: Basket, line: number): boolean {
  const found = lines[line];
  return found !== undefined && items(found);
}

/** As many sets as there are units for; of those at a price only as many as that makes cheaper. */
function bundleClaim(discount: Discount, figure: BundleFigure, terms: ClaimTerms): Claim {
  const { basket, rounding, spent, repeat } = terms;
  const places = figure.of.map((component) => placeOf(component, discount, basket));
  const sets = formSets(basket, places, spent, figure.pick);
  const most = repeat !== undefined && repeat < sets.count ? repeat : sets.count;
  const count = figure.price === undefined ? most : countSaving(sets, most, figure.price, basket);
  const { units, lines, prices, saved } = priceSets(sets.choose(count), count, figure, terms);
  const total =
    figure.rate === undefined ? (saved > 0n ? saved : 0n) : percentOf(figure.rate, sum(prices), rounding);
  return {
    lines,
    total,
    weights: prices,
    caps: prices,
    spills: false,
    units: { taken: units, spent: units },
  };
}

/** What so many sets cost apart from each other, and what their price saves. */
function priceSets(units: UnitCounts, count: bigint, { price = 0n }: BundleFigure, terms: ClaimTerms) {
  const { lines, prices } = pricesOf(units, terms);
  return { units, lines, prices, saved: sum(prices) - price * count };
}
