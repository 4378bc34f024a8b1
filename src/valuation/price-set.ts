import type { Budget, Program } from "../program/program.js";
import type { Choices } from "../standing/read-choices.js";
import { sortSmall } from "../units/sort-small.js";
import type { Purse, Shortage } from "./allowance.js";
import type { Award } from "./award.js";
import type { Basket } from "./basket.js";
import {
  awardsOf,
  type Given,
  type GivingTerms,
  give,
  givenOff,
  NONE,
  type OfferValue,
  sumGiven,
  withOne,
} from "./give.js";
import { multipliedAmong } from "./multiplied.js";
import type { Payment } from "./plan-redemption.js";
import { type Redeemed, redeem } from "./redeem.js";
import { takeDiscounts } from "./take-discounts.js";
import type { DiscountValuer } from "./value-discount.js";
import type { Valued } from "./valued.js";

/**
 * What offers give once a given set of bound ones stands: then what is left to pay is known, and each other offer
 * depends on nothing else. All but the discounts is figured when it is first asked for: of many sets nothing else is.
 */
export interface Pricing extends GivingTerms {
  readonly bound: readonly Valued[];
  readonly context: PricingContext;
  /** What may still be taken off by line. */
  readonly rooms: readonly bigint[];
  /** What wallets pay of what is left. */
  readonly redeemed: readonly Redeemed[];
  /** By the places of offers. */
  readonly values: (OfferValue | undefined)[];
  /** What the `always` offers give that multipliers multiply. */
  multiplied: readonly Given[] | undefined;
  /** What the `always` offers give in all. */
  always: OfferValue | undefined;
}

/** What every set of one transaction is priced with. */
export interface PricingContext {
  readonly program: Program;
  readonly basket: Basket;
  readonly payments: readonly Payment[];
  readonly always: readonly Valued[];
  readonly choices: Choices;
  /** The tiers above the member's. */
  readonly tiersAbove: readonly string[];
  readonly moneyWorth: bigint;
  readonly valuer: DiscountValuer;
  readonly alwaysDiscounting: readonly Valued[];
  /** How many offers may be asked for. */
  readonly places: number;
  /** What budgets hold that may not be enough for all. */
  readonly budgets: ReadonlyMap<Budget, bigint>;
}

/** Of more offers than these a set asks for few: a list that begins empty holds no room for the others. */
const MANY = 64;

/** Prices one set. */
export function priceSet(bound: readonly Valued[], context: PricingContext): Pricing {
  const { basket, program, budgets, choices, tiersAbove, places } = context;
  const purse: Purse | undefined = budgets.size === 0 ? undefined : new Map(budgets);
  const { list, rooms } = takeDiscounts(discountsInOrder(bound, context), purse, context);
  const discounted = discountedBy(rooms, basket);
  const redeemed = redeemLeft(rooms, context);
  return {
    basket,
    currencyDigits: program.currency.digits,
    takings: list,
    discounted,
    paid: redeemed.length === 0 ? discounted : paidOf(discounted, redeemed),
    free: undefined,
    base: undefined,
    purse,
    choices,
    tiersAbove,
    shortages: undefined,
    bound,
    context,
    rooms,
    redeemed,
    values: new Array<OfferValue | undefined>(places > MANY ? 0 : places),
    multiplied: undefined,
    always: undefined,
  };
}

/** Taken off by discounts, by index of line. */
export function takenIn({ rooms, context: { basket } }: Pricing): readonly bigint[] {
  return rooms.map((room, line) => (basket.rooms[line] ?? 0n) - room);
}

/** The awards of an offer; asked for only of what stands. */
export function awardsIn(pricing: Pricing, valued: Valued): readonly Award[] {
  return awardsOf(valueIn(pricing, valued), valued, pricing);
}

/** Why an offer gives less than it would. */
export function shortageIn({ takings, shortages }: Pricing, { offer, place }: Valued): Shortage | undefined {
  const taking = takings.find(({ valued, short }) => valued.place === place && short !== undefined);
  return taking?.short ?? shortages?.get(offer.id);
}

/** What the `always` offers give. */
export function alwaysIn(pricing: Pricing): OfferValue {
  pricing.always ??= sumAlways(pricing);
  return pricing.always;
}

/** What a competing offer gives: one of the set, or one that is not bound. */
export function valueIn(pricing: Pricing, valued: Valued): OfferValue {
  const { values } = pricing;
  if (pricing.purse !== undefined) giveTogether(pricing);
  const known = values[valued.place];
  if (known !== undefined) return known;
  const plain = give(valued, undefined, pricing);
  let given = valued.discounts ? concat(offOf(pricing, valued), plain) : plain;
  if (valued.multiplies) {
    // An `always` offer is asked for here only where it is barred: what it would give, it would multiply too.
    const base = valued.offer.always ? concat(giveTogether(pricing), plain) : giveTogether(pricing);
    given = concat(given, give(valued, multipliedAmong(base, pricing), pricing));
  }
  const value = sumGiven(given);
  values[valued.place] = value;
  return value;
}

function byRank(a: Valued, b: Valued): number {
  return a.offer.rank - b.offer.rank;
}

function discountsInOrder(
  bound: readonly Valued[],
  { alwaysDiscounting, budgets }: PricingContext,
): readonly Valued[] {
  // Only where budgets may be short is anything else bound.
  const discounting = budgets.size === 0 ? bound : bound.filter(({ discounts }) => discounts);
  const inOrder = alwaysDiscounting.length === 0 ? discounting : [...alwaysDiscounting, ...discounting];
  return inOrder.length < 2 ? inOrder : sortSmall([...inOrder], byRank);
}

function offOf({ takings, context }: Pricing, { place, wonLines }: Valued): readonly Given[] {
  let given = NONE;
  let givesNothing = true;
  for (const taking of takings) {
    if (taking.valued.place !== place) continue;
    // What found no room on one of the lines that an offer won is clipped of its award.
    if (taking.amount === 0n && wonLines === undefined) continue;
    givesNothing &&= taking.amount === 0n;
    given = withOne(given, givenOff(taking, context.moneyWorth));
  }
  return givesNothing ? NONE : given;
}

/** Figures the `always` offers, and where budgets may not be enough all that draws on them: multipliers last. */
function giveTogether(pricing: Pricing): readonly Given[] {
  if (pricing.multiplied !== undefined) return pricing.multiplied;
  const { bound, context, purse, values } = pricing;
  const together = purse === undefined ? context.always : [...context.always, ...bound].sort(byRank);
  let base = NONE;
  const plain: (readonly Given[])[] = [];
  for (const valued of together) {
    const given = give(valued, undefined, pricing);
    if (valued.offer.always) base = concat(base, given);
    plain.push(given);
  }
  for (let at = 0; at < together.length; at++) {
    const valued = together[at] as Valued;
    let given = plain[at] as readonly Given[];
    if (valued.discounts) given = concat(offOf(pricing, valued), given);
    if (valued.multiplies) given = concat(given, give(valued, multipliedAmong(base, pricing), pricing));
    values[valued.place] = sumGiven(given);
  }
  pricing.multiplied = base;
  return base;
}

function concat(a: readonly Given[], b: readonly Given[]): readonly Given[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

function sumAlways(pricing: Pricing): OfferValue {
  giveTogether(pricing);
  const { values, context } = pricing;
  const [only] = context.always;
  if (context.always.length === 1 && only !== undefined) return values[only.place] as OfferValue;
  let all = NONE;
  for (const { place } of context.always) all = concat(all, (values[place] as OfferValue).given);
  return sumGiven(all);
}

/** What is left to pay of each line. */
function discountedBy(rooms: readonly bigint[], { open, rooms: before }: Basket): readonly bigint[] {
  // Where all there is to pay may be taken off, what may still be taken off is what is left to pay.
  if (before === open) return rooms;
  return open.map((amount, line) => {
    const [was, is] = [before[line] as bigint, rooms[line] as bigint];
    return was === is ? amount : amount - (was - is);
  });
}

const NOTHING_REDEEMED: readonly Redeemed[] = [];

/** What wallets pay of what discounts left. */
function redeemLeft(
  rooms: readonly bigint[],
  { program, basket, payments }: PricingContext,
): readonly Redeemed[] {
  if (payments.length === 0) return NOTHING_REDEEMED;
  const due = basket.lines.map(({ list }, line) => {
    return list - (basket.taken[line] ?? 0n) - ((basket.rooms[line] ?? 0n) - (rooms[line] ?? 0n));
  });
  return redeem(payments, basket, due, program.currency.digits);
}

function paidOf(discounted: readonly bigint[], redeemed: readonly Redeemed[]): readonly bigint[] {
  return discounted.map((amount, line) => {
    const rest = redeemed.reduce((sum, { byLine }) => sum - (byLine[line] ?? 0n), amount);
    return rest > 0n ? rest : 0n;
  });
}
