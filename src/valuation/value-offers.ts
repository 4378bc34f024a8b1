import type { Benefit } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Request } from "../standing/request.js";
import { moneyWorthOf } from "../units/worth.js";
import { type Ceiling, createCeiling } from "./ceiling.js";
import type { Contest } from "./contest-lines.js";
import type { Shopping } from "./go-shopping.js";
import { listClaims } from "./list-claims.js";
import { type Pricing, type PricingContext, priceSet, valueIn } from "./price-set.js";
import { tightBudgets } from "./tight-budgets.js";
import { createDiscountValuer } from "./value-discount.js";
import type { Valued } from "./valued.js";

/** Values offers on one basket. */
export interface Valuer {
  readonly context: PricingContext;
  readonly ceiling: Ceiling;
  /** The basket with the `always` offers alone. */
  bare: Pricing | undefined;
  /** With one bound offer more, by its place: asked for in the search, and where a loser is explained. */
  readonly alone: (Pricing | undefined)[];
}

/** Of the request it asks what budgets have paid for, and which gifts the member chose. */
export function createValuer(
  program: Program,
  request: Request,
  { basket, payments }: Pick<Shopping, "basket" | "payments">,
  { always, competing, places }: Pick<Contest, "always" | "competing" | "places">,
): Valuer {
  const moneyWorth = moneyWorthOf(program.currency);
  const claimOnList = listClaims(basket, program.currency.rounding);
  const ceiling = createCeiling(program, basket, always, claimOnList);
  const context: PricingContext = {
    program,
    basket,
    payments,
    always,
    choices: request.transaction.choices,
    tiersAbove: tiersAbove(request, program),
    moneyWorth,
    valuer: createDiscountValuer(basket, program, claimOnList),
    alwaysDiscounting: always.filter(({ discounts }) => discounts),
    budgets: tightBudgets([always, competing], request.clubUses.budgets, moneyWorth, ceiling),
    places,
  };
  return { context, ceiling, bare: undefined, alone: new Array<Pricing | undefined>(places) };
}

/** The basket with the `always` offers and these bound ones, figured in the order of awards. */
export function price(valuer: Valuer, bound: readonly Valued[]): Pricing {
  const [first] = bound;
  if (first === undefined) {
    valuer.bare ??= priceSet(NOBODY, valuer.context);
    return valuer.bare;
  }
  return bound.length === 1 ? priceOne(valuer, first) : priceSet(bound.slice(), valuer.context);
}

/** The same with this one offer, whether it is bound or not. */
export function priceAlone(valuer: Valuer, valued: Valued): Pricing {
  return isBound(valuer, valued) ? priceOne(valuer, valued) : price(valuer, NOBODY);
}

function priceOne({ alone, context }: Valuer, valued: Valued): Pricing {
  const { place } = valued;
  const known = alone[place];
  if (known !== undefined) return known;
  const pricing = priceSet([valued], context);
  alone[place] = pricing;
  return pricing;
}

const NOBODY: readonly Valued[] = [];

/** Does it change what others give? It discounts, or draws on a budget that may not be enough for all. */
export function isBound({ context: { budgets } }: Valuer, { discounts, offer }: Valued): boolean {
  return discounts || (offer.budget !== undefined && budgets.has(offer.budget));
}

/**
 * May any offer give more for what others are given? Where budgets are short it depends on who draws before it, and
 * where wallets pay in whole steps less to pay may leave more of it unredeemed.
 */
export function othersMayHelp({ context: { budgets, payments } }: Valuer): boolean {
  return budgets.size > 0 || payments.length > 0;
}

/** The most an offer can be worth in any set; `undefined` where it can give nothing in any. */
export function atMost(valuer: Valuer, valued: Valued): bigint | undefined {
  if (givesMostAlone(valuer, valued)) {
    const { gives, worth } = valueIn(price(valuer, NOBODY), valued);
    return gives ? worth : undefined;
  }
  const { ceiling, context } = valuer;
  let worth = 0n;
  let gives = false;
  for (const benefit of valued.benefits) {
    const amount = ceiling.atMost(benefit, valued.offer.repeat);
    worth += amount * worthOfOne(benefit, context.moneyWorth);
    gives ||= amount > 0n;
  }
  return gives ? worth : undefined;
}

/** The most the `always` offers can be worth in any set. */
export function alwaysAtMost(valuer: Valuer): bigint {
  let worth = 0n;
  for (const valued of valuer.context.always) worth += atMost(valuer, valued) ?? 0n;
  return worth;
}

/** Does it accrue, and nothing is off the basket before? Then no set leaves more to figure it on: it is figured once. */
function givesMostAlone(valuer: Valuer, { benefits, left, mayGrow }: Valued): boolean {
  const { budgets, basket } = valuer.context;
  if (left !== undefined || mayGrow || budgets.size > 0) return false;
  for (const benefit of benefits) if (!("wallet" in benefit)) return false;
  const { takings, paid, discounted } = price(valuer, NOBODY);
  return takings.length === 0 && paid === basket.bases && discounted === basket.bases;
}

/** All of them above a tier that is unknown, or none. */
function tiersAbove({ member }: Request, { ladder }: Program): readonly string[] {
  const tier = member?.standing.tier;
  return tier === undefined ? ladder : ladder.slice(ladder.indexOf(tier) + 1);
}

/** What one unit of a benefit is worth to the member, at the most. */
function worthOfOne(benefit: Benefit, moneyWorth: bigint): bigint {
  switch (benefit.kind) {
    case "discount":
      return moneyWorth;
    case "gift":
      return benefit.gifts[0]?.worth ?? 0n;
    case "voucher":
    case "tier":
      return benefit.worth;
    default:
      return benefit.wallet.worth;
  }
}
