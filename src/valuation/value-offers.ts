import type { Benefit, Discount } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Request } from "../standing/request.js";
import { sortSmall } from "../units/sort-small.js";
import { moneyWorthOf } from "../units/worth.js";
import { type Ceiling, createCeiling } from "./ceiling.js";
import type { Contest } from "./contest-lines.js";
import type { Shopping } from "./go-shopping.js";
import { type ListClaims, listClaims } from "./list-claims.js";
import { type Pricing, type PricingContext, priceSet, valueIn } from "./price-set.js";
import { sum } from "./rated.js";
import { tightBudgets } from "./tight-budgets.js";
import { createDiscountValuer } from "./value-discount.js";
import type { Valued } from "./valued.js";

/** Values offers on one basket. */
export interface Valuer {
  readonly context: PricingContext;
  readonly ceiling: Ceiling;
  readonly claimOnList: ListClaims;
  /** The basket with the `always` offers alone. */
  readonly bare: Pricing;
  /** Is all of it there to be taken or accrued on then? Then it is where most offers give as much as they can. */
  readonly isUntouched: boolean;
  /** The most that each can be worth, by its place. */
  readonly most: (bigint | undefined)[];
  /** With one bound offer more, by its place: asked for in the search, and where a loser is explained. */
  readonly alone: (Pricing | undefined)[];
  /** With several; made when the first is asked for. */
  sets: Map<string | number, Pricing> | undefined;
}

/** As many pricings of several are kept as the same few sets are asked for again: what was found, its losers. */
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
  const bare = priceSet(NOBODY, context);
  const most = new Array<bigint | undefined>(places);
  const alone = new Array<Pricing | undefined>(places);
  return {
    context,
    ceiling,
    claimOnList,
    bare,
    isUntouched: isUntouched(context),
    most,
    alone,
    sets: undefined,
  };
}

/** Nothing is off it, nor paid, nor held back by a floor or a cap. */
function isUntouched({ basket, program, payments, budgets, alwaysDiscounting }: PricingContext): boolean {
  const { bases, rooms, open } = basket;
  const isWhole = rooms === bases && open === bases && payments.length === 0;
  return isWhole && alwaysDiscounting.length === 0 && budgets.size === 0 && program.discountCap === undefined;
}

/** The basket with the `always` offers and these bound ones, figured in the order of awards. */
export function price(valuer: Valuer, bound: readonly Valued[]): Pricing {
  const [first] = bound;
  if (first === undefined) return valuer.bare;
  return bound.length === 1 ? priceOne(valuer, first) : priceMany(valuer, bound);
}

/** The same with this one offer, whether it is bound or not. */
export function priceAlone(valuer: Valuer, valued: Valued): Pricing {
  return isBound(valuer, valued) ? priceOne(valuer, valued) : valuer.bare;
}

function priceOne({ alone, context }: Valuer, valued: Valued): Pricing {
  const { place } = valued;
  const known = alone[place];
  if (known !== undefined) return known;
  const pricing = priceSet([valued], context);
  alone[place] = pricing;
  return pricing;
}

function priceMany(valuer: Valuer, bound: readonly Valued[]): Pricing {
  valuer.sets ??= new Map();
  const key = keyOf(bound);
  const known = valuer.sets.get(key);
  if (known !== undefined) return known;
  const pricing = priceSet(bound.slice(), valuer.context);
  if (valuer.sets.size < KEPT_PRICINGS) valuer.sets.set(key, pricing);
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

/** What an offer gives beside the `always` offers alone; `undefined` where that is nothing. */
export function worthAlone(valuer: Valuer, valued: Valued): bigint | undefined {
  // Of so plain a discount no basket need be priced.
  if (givesMostAlone(valuer, valued)) return atMost(valuer, valued);
  const { gives, worth } = valueIn(priceAlone(valuer, valued), valued);
  return gives ? worth : undefined;
}

/** The most an offer can be worth in any set; `undefined` where it can give nothing in any. */
export function atMost(valuer: Valuer, valued: Valued): bigint | undefined {
  const { most } = valuer;
  const known = most[valued.place];
  if (known !== undefined) return known;
  const worth = givesMostAlone(valuer, valued) ? plainWorth(valuer, valued) : worthAtMost(valuer, valued);
  most[valued.place] = worth;
  return worth;
}

/** Of what gives most alone. */
function plainWorth({ bare, claimOnList, context }: Valuer, valued: Valued): bigint | undefined {
  if (!valued.discounts) {
    const { gives, worth } = valueIn(bare, valued);
    return gives ? worth : undefined;
  }
  const { amount, claim } = claimOnList.of(valued.benefits[0] as Discount);
  const { moneyWorth, program } = context;
  // A cash step may round it to more than its lines cost.
  const room = program.currency.rounding.step === 1n ? amount : sum(claim.weights);
  const least = room < amount ? room : amount;
  return least > 0n ? least * moneyWorth : undefined;
}

function worthAtMost({ ceiling, context }: Valuer, { benefits, offer }: Valued): bigint | undefined {
  let worth = 0n;
  let gives = false;
  for (const benefit of benefits) {
    const amount = ceiling.atMost(benefit, offer.repeat);
    worth += amount * worthOfOne(benefit, context.moneyWorth);
    gives ||= amount > 0n;
  }
  return gives ? worth : undefined;
}

/**
 * Does it give all it can where nobody takes anything before? A percentage does, off its lines or on what is left of
 * them: others only leave less.
 */
function givesMostAlone(valuer: Valuer, { benefits, discounts, accrues, left, mayGrow }: Valued): boolean {
  if (!valuer.isUntouched || mayGrow || left !== undefined) return false;
  if (!discounts) return accrues;
  const first = benefits[0] as Benefit;
  return benefits.length === 1 && first.kind === "discount" && first.figure.by === "percent";
}

/** The most the `always` offers can be worth in any set. */
export function alwaysAtMost(valuer: Valuer): bigint {
  let worth = 0n;
  for (const valued of valuer.context.always) worth += atMost(valuer, valued) ?? 0n;
  return worth;
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
