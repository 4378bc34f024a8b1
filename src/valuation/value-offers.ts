import type { Benefit } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Request } from "../standing/request.js";
import { sortSmall } from "../units/sort-small.js";
import { moneyWorthOf } from "../units/worth.js";
import { createCeiling } from "./ceiling.js";
import type { Contest } from "./contest-lines.js";
import type { Shopping } from "./go-shopping.js";
import { listClaims } from "./list-claims.js";
import { type Pricing, type PricingContext, priceSet } from "./price-set.js";
import { tightBudgets } from "./tight-budgets.js";
import { createDiscountValuer } from "./value-discount.js";
import type { Valued } from "./valued.js";

/** Values offers on one basket. */
export interface Valuer {
  /** The basket with the `always` offers and these bound ones, figured in the order of awards. */
  price(bound: readonly Valued[]): Pricing;
  /** The same with this one offer, whether it is bound or not. */
  alone(valued: Valued): Pricing;
  /** Does it change what others give? It discounts, or draws on a budget that may not be enough for all. */
  isBound(valued: Valued): boolean;
  /**
   * May any offer give more for what others are given? Where budgets are short it depends on who draws before it, and
   * where wallets pay in whole steps less to pay may leave more of it unredeemed.
   */
  readonly othersMayHelp: boolean;
  /** The most an offer can be worth in any set; `undefined` where it can give nothing in any. */
  atMost(valued: Valued): bigint | undefined;
  /** The most the `always` offers can be worth in any set. */
  readonly alwaysAtMost: bigint;
}

/** As many pricings are kept as the same few sets are asked for again: each offer alone, what was found, its losers. */
const KEPT_PRICINGS = 256;

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
  const budgets = tightBudgets([always, competing], request.clubUses.budgets, moneyWorth, ceiling);
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
    budgets,
    places,
  };
  const kept = new Map<string | number, Pricing>();

  const atMost = ({ offer, benefits }: Valued): bigint | undefined => {
    let worth = 0n;
    let gives = false;
    for (const benefit of benefits) {
      const amount = ceiling.atMost(benefit, offer.repeat);
      worth += amount * worthOfOne(benefit, moneyWorth);
      gives ||= amount > 0n;
    }
    return gives ? worth : undefined;
  };
  const isBound = ({ discounts, offer: { budget } }: Valued) =>
    discounts || (budget !== undefined && budgets.has(budget));
  const price = (bound: readonly Valued[]): Pricing => {
    const key = keyOf(bound);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const pricing = priceSet(bound, context);
    if (kept.size < KEPT_PRICINGS) kept.set(key, pricing);
    return pricing;
  };
  let bare: Pricing | undefined;
  return {
    isBound,
    othersMayHelp: budgets.size > 0 || payments.length > 0,
    atMost,
    alwaysAtMost: always.reduce((sum, valued) => sum + (atMost(valued) ?? 0n), 0n),
    price,
    alone(valued) {
      if (isBound(valued)) return price([valued]);
      bare ??= price(NOBODY);
      return bare;
    },
  };
}

const NOBODY: readonly Valued[] = [];

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

/** The most contestants whose numbers are bits of one number. */
const BITS = 31;

/** The same for the same offers in any order. */
function keyOf(bound: readonly Valued[]): string | number {
  let bits = 0;
  for (const { place } of bound) {
    if (place >= BITS) return keyOfMany(bound);
    bits |= 1 << place;
  }
  return bits;
}

function keyOfMany(bound: readonly Valued[]): string {
  const places = bound.map(({ place }) => place);
  return sortSmall(places, (a, b) => a - b).join(" ");
}
