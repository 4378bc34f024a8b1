import type { BundleFigure, Component, Discount, StepsFigure } from "../program/benefit.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Rounding } from "../units/round.js";
import { type Basket, priceOfUnits } from "./basket.js";
import { countSaving } from "./count-saving.js";
import { type Bargain, formSets, type Place, strikeBargain } from "./form-sets.js";
import { pickUnits } from "./pick-units.js";
import { exactly, percentOf, type Rated, type RateFigure, rated, sum } from "./rated.js";
import { stepAt, stepsTotal } from "./steps.js";
import type { UnitCounts } from "./unit-pool.js";

/** What a discount comes to on its lines, before anything is clipped. Lists are by its own lines. */
export interface Claim {
  readonly lines: readonly number[];
  readonly total: bigint;
  /** How the total falls on them. */
  readonly weights: readonly bigint[];
  /** Are they what the lines cost, and is there no other bound to what each gives? */
  readonly byAmount: boolean;
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
  return max !== undefined && max < claim.total ? heldTo(max, claim) : claim;
}

function heldTo(total: bigint, { lines, weights, byAmount, caps, spills, units }: Claim): Claim {
  return { lines, total, weights, byAmount, caps, spills, units };
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

/** On all of its lines, as far as they have a price. */
function wholeClaim(
  discount: Discount,
  figure: RateFigure,
  { basket, amounts, rounding }: ClaimTerms,
): Claim {
  const lines = basket.linesOf(discount);
  const costs = amountsOn(lines, amounts);
  // A percentage asks for no quantities.
  const quantities = figure.by === "percent" ? NONE : quantitiesOf(basket, lines);
  return plainClaim(lines, costs, rated(figure, costs, quantities, rounding));
}

const NONE: readonly bigint[] = [];

/** A percentage of lines of which it is known what they cost together. */
export function percentClaim(
  { max }: Discount,
  { rate }: Extract<RateFigure, { readonly by: "percent" }>,
  lines: readonly number[],
  cost: bigint,
  { amounts, rounding }: ClaimTerms,
): Claim {
  const weights = amountsOn(lines, amounts);
  const total = percentOf(rate, cost, rounding);
  return plainClaim(lines, weights, { total: max !== undefined && max < total ? max : total, weights });
}

/** Of whole lines that cost so much, each as far as it has room. */
function plainClaim(lines: readonly number[], costs: readonly bigint[], { total, weights }: Rated): Claim {
  const byAmount = weights === costs;
  return { lines, total, weights, byAmount, caps: undefined, spills: false, units: undefined };
}

/** Of units that cost so much. */
function unitClaim({ lines, prices }: Priced, { total, weights }: Rated, units: Bargain): Claim {
  return { lines, total, weights, byAmount: false, caps: prices, spills: false, units };
}

/** Indexes stand in order, so as many as there are lines are all of them. */
function amountsOn(lines: readonly number[], amounts: readonly bigint[]): readonly bigint[] {
  return lines.length === amounts.length ? amounts : lines.map((line) => amounts[line] ?? 0n);
}

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
  const priced = pricesOf(units.taken, terms);
  return unitClaim(priced, rated(figure, priced.prices, priced.quantities, rounding), units);
}

/** The lines that have such units, what these cost, and how many there are, in millionths. */
interface Priced {
  readonly lines: readonly number[];
  readonly prices: readonly bigint[];
  readonly quantities: readonly bigint[];
}

function pricesOf(taken: Readonly<UnitCounts>, { basket, amounts }: ClaimTerms): Priced {
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

function fixedClaim(discount: Discount, total: bigint, { basket, amounts }: ClaimTerms): Claim {
  const lines = basket.linesOf(discount);
  const byAmount = discount.spread !== "even";
  const weights = byAmount ? amountsOn(lines, amounts) : lines.map(() => 1n);
  return { lines, total, weights, byAmount, caps: undefined, spills: true, units: undefined };
}

function stepsClaim(discount: Discount, figure: StepsFigure, terms: ClaimTerms): Claim {
  const { basket, amounts, rounding } = terms;
  const lines = basket.linesOf(discount);
  const costs = amountsOn(lines, amounts);
  const quantities = quantitiesOf(basket, lines);
  const measure = figure.measure === "total" ? sum(costs) : sum(quantities);
  if (figure.mode === "progressive") {
    const { numerator, denominator } = stepsTotal(figure, measure, 1n);
    const byQuantity = figure.measure === "quantity";
    const total = exactly(numerator, denominator, rounding);
    return plainClaim(lines, costs, { total, weights: byQuantity ? quantities : costs });
  }
  const step = stepAt(figure, measure)?.gives;
  if (step === undefined) return plainClaim(lines, costs, { total: 0n, weights: costs });
  if (step.by === "fixed") return fixedClaim(discount, step.amount, terms);
  // What accruals alone may have in their steps never stands in those of a discount.
  return plainClaim(lines, costs, rated(step as RateFigure, costs, quantities, rounding));
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
  const priced = pricesOf(units.taken, terms);
  const { prices } = priced;
  return unitClaim(priced, { total: percentOf(figure.rate, sum(prices), rounding), weights: prices }, units);
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
  const units = sets.choose(count);
  const priced = pricesOf(units, terms);
  const { prices } = priced;
  const total =
    figure.rate === undefined
      ? savedBy(figure, sum(prices), count)
      : percentOf(figure.rate, sum(prices), rounding);
  return unitClaim(priced, { total, weights: prices }, { taken: units, spent: units });
}

/** What the price of so many sets saves, which cost so much apart from each other. */
function savedBy({ price = 0n }: BundleFigure, apart: bigint, count: bigint): bigint {
  const saved = apart - price * count;
  return saved > 0n ? saved : 0n;
}
