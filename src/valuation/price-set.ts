import type { Offer, Program } from "../program/program.js";
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
import { type Left, noBase } from "./left.js";
import { multipliedAmong } from "./multiplied.js";
import type { Payment } from "./plan-redemption.js";
import { type Redeemed, redeem } from "./redeem.js";
import { freeUnits, type Taking, takeDiscounts } from "./take-discounts.js";
import type { UnitCounts } from "./unit-pool.js";
import type { DiscountValuer } from "./value-discount.js";
import { hasDiscount, multiplies, type Valued } from "./valued.js";

/**
 * What offers give once a given set of bound ones stands: then what is left to pay is known, and each other offer
 * depends on nothing else. All but the discounts is figured when it is first asked for: of many sets nothing else is.
 */
export interface Pricing {
  readonly bound: readonly Valued[];
  readonly context: PricingContext;
  /** What discounts take off, in the order of awards, and what they leave to be taken off by line. */
  readonly list: readonly Taking[];
  readonly rooms: readonly bigint[];
  /** What wallets pay of what is left. */
  readonly redeemed: readonly Redeemed[];
  readonly terms: GivingTerms;
  readonly values: Map<Offer, OfferValue>;
  /** What the `always` offers give that multipliers multiply. */
  base: readonly Given[] | undefined;
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
  /** What budgets hold that may not be enough for all. */
  readonly budgets: Purse;
}

/** Prices one set. */
export function priceSet(bound: readonly Valued[], context: PricingContext): Pricing {
  const { basket, program, budgets, choices, tiersAbove } = context;
  const purse: Purse | undefined = budgets.size === 0 ? undefined : new Map(budgets);
  const { list, rooms } = takeDiscounts(discountsInOrder(bound, context), purse, context);
  const discounted = list.length === 0 ? basket.open : discountedBy(rooms, basket);
  const redeemed = redeemLeft(rooms, context);
  let free: UnitCounts | undefined;
  const left: Left = {
    discounted,
    paid: redeemed.length === 0 ? discounted : paidOf(discounted, redeemed),
    free: () => {
      free ??= freeUnits(list, discounted, basket);
      return free;
    },
    last: noBase(),
  };
  const currencyDigits = program.currency.digits;
  const terms = { basket, left, currencyDigits, purse, choices, tiersAbove, shortages: undefined };
  return {
    bound,
    context,
    list,
    rooms,
    redeemed,
    terms,
    values: new Map(),
    base: undefined,
    always: undefined,
  };
}

/** Taken off by discounts, by index of line. */
export function takenIn({ rooms, context: { basket } }: Pricing): readonly bigint[] {
  return rooms.map((room, line) => (basket.rooms[line] ?? 0n) - room);
}

/** The awards of an offer; asked for only of what stands. */
export function awardsIn(pricing: Pricing, valued: Valued): readonly Award[] {
  return awardsOf(valueIn(pricing, valued), valued, pricing.terms);
}

/** Why an offer gives less than it would. */
export function shortageIn({ list, terms }: Pricing, { offer }: Valued): Shortage | undefined {
  const taking = list.find(({ valued, short }) => valued.offer === offer && short !== undefined);
  return taking?.short ?? terms.shortages?.get(offer.id);
}

/** What the `always` offers give. */
export function alwaysIn(pricing: Pricing): OfferValue {
  pricing.always ??= sumAlways(pricing, pricing.context.always);
  return pricing.always;
}

/** What a competing offer gives: one of the set, or one that is not bound. */
export function valueIn(pricing: Pricing, valued: Valued): OfferValue {
  const { terms, values } = pricing;
  if (terms.purse !== undefined) giveTogether(pricing);
  const known = values.get(valued.offer);
  if (known !== undefined) return known;
  const plain = give(valued, undefined, terms);
  let given = concat(offOf(pricing, valued.offer), plain);
  if (multiplies(valued)) {
    // An `always` offer is asked for here only where it is barred: what it would give, it would multiply too.
    const base = valued.offer.always ? concat(giveTogether(pricing), plain) : giveTogether(pricing);
    given = concat(given, give(valued, multipliedAmong(base, terms), terms));
  }
  const value = sumGiven(given);
  values.set(valued.offer, value);
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
  const discounting = budgets.size === 0 ? bound : bound.filter(hasDiscount);
  const inOrder = alwaysDiscounting.length === 0 ? discounting : [...alwaysDiscounting, ...discounting];
  return inOrder.length < 2 ? inOrder : sortSmall([...inOrder], byRank);
}

function offOf({ list, context }: Pricing, offer: Offer): readonly Given[] {
  let given = NONE;
  let amount = 0n;
  for (const taking of list) {
    const { valued } = taking;
    // What found no room on one of the lines that an offer won is clipped of its award.
    if (valued.offer !== offer || (taking.amount === 0n && valued.wonLines === undefined)) continue;
    amount += taking.amount;
    given = withOne(given, givenOff(taking, context.moneyWorth));
  }
  return amount === 0n ? NONE : given;
}

/** Figures the `always` offers, and where budgets may not be enough all that draws on them: multipliers last. */
function giveTogether(pricing: Pricing): readonly Given[] {
  if (pricing.base !== undefined) return pricing.base;
  const { bound, context, terms, values } = pricing;
  const together = terms.purse === undefined ? context.always : [...context.always, ...bound].sort(byRank);
  let base = NONE;
  const plain = together.map((valued) => {
    const given = give(valued, undefined, terms);
    if (valued.offer.always) base = concat(base, given);
    return given;
  });
  for (const [index, valued] of together.entries()) {
    let given = concat(offOf(pricing, valued.offer), plain[index] ?? NONE);
    if (multiplies(valued)) given = concat(given, give(valued, multipliedAmong(base, terms), terms));
    values.set(valued.offer, sumGiven(given));
  }
  pricing.base = base;
  return base;
}

function concat(a: readonly Given[], b: readonly Given[]): readonly Given[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

function sumAlways(pricing: Pricing, always: readonly Valued[]): OfferValue {
  giveTogether(pricing);
  const [only] = always;
  if (always.length === 1 && only !== undefined) return pricing.values.get(only.offer) ?? sumGiven(NONE);
  let all = NONE;
  for (const { offer } of always) all = concat(all, pricing.values.get(offer)?.given ?? NONE);
  return sumGiven(all);
}

/** What is left to pay of each line. */
function discountedBy(rooms: readonly bigint[], { open, rooms: before }: Basket): readonly bigint[] {
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
