import type { Accrual } from "../program/benefit.js";
import type { Budget, Program } from "../program/program.js";
import type { Choices } from "../standing/read-choices.js";
import { sortSmall } from "../units/sort-small.js";
import { isLimited, type Purse, type Shortage } from "./allowance.js";
import type { Award } from "./award.js";
import type { Basket } from "./basket.js";
import { awardsOf, type Given, type GivingTerms, give, givenOff, NONE, withOne } from "./give.js";
import { roomsIn } from "./left.js";
import { multipliedAmong } from "./multiplied.js";
import {
  NO_VALUE,
  type OfferValue,
  valueAccrued,
  valueGiven,
  valueTaken,
  valueTogether,
} from "./offer-value.js";
import type { Payment } from "./plan-redemption.js";
import { type Redeemed, redeem } from "./redeem.js";
import { type Taking, takeDiscounts } from "./take-discounts.js";
import { amountsOf } from "./taken-off.js";
import { accrualAmount, caseOf } from "./value-accrual.js";
import type { DiscountValuer } from "./value-discount.js";
import type { Valued } from "./valued.js";

/**
 * What offers give once a given set of bound ones stands: then what is left to pay is known, and each other offer
 * depends on nothing else. All is figured when it is first asked for: of most sets only what offers are worth is.
 */
export interface Pricing extends GivingTerms {
  readonly bound: readonly Valued[];
  readonly context: PricingContext;
  /** By the places of offers. */
  readonly values: (OfferValue | undefined)[];
  /** What the `always` offers give that multipliers multiply. */
  multiplied: readonly Given[] | undefined;
  /** What the `always` offers give in all. */
  always: OfferValue | undefined;
  /** By the places of offers: what was given where budgets may not be enough. */
  drawn: ReadonlyMap<number, readonly Given[]> | undefined;
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
  const { basket, program, payments, budgets, choices, tiersAbove, places } = context;
  const purse: Purse | undefined = budgets.size === 0 ? undefined : new Map(budgets);
  const { list, rooms, base } = takeDiscounts(discountsInOrder(bound, context), purse, context);
  const pricing: Pricing = {
    basket,
    currencyDigits: program.currency.digits,
    takings: list,
    redeemed: NOTHING_REDEEMED,
    rooms,
    discounted: undefined,
    paid: undefined,
    free: undefined,
    base,
    purse,
    choices,
    tiersAbove,
    shortages: undefined,
    bound,
    context,
    values: new Array<OfferValue | undefined>(places > MANY ? 0 : places),
    multiplied: undefined,
    always: undefined,
    drawn: undefined,
  };
  if (payments.length > 0) pricing.redeemed = redeemLeft(roomsIn(pricing), context);
  return pricing;
}

const NOTHING_REDEEMED: readonly Redeemed[] = [];

/** What wallets pay of what discounts left. */
function redeemLeft(
  rooms: readonly bigint[],
  { program, basket, payments }: PricingContext,
): readonly Redeemed[] {
  const due = basket.lines.map(({ list }, line) => {
    return list - (basket.taken[line] ?? 0n) - ((basket.rooms[line] ?? 0n) - (rooms[line] ?? 0n));
  });
  return redeem(payments, basket, due, program.currency.digits);
}

/** Taken off by discounts, by index of line. */
export function takenIn(pricing: Pricing): readonly bigint[] {
  const { basket, takings } = pricing;
  const { rooms } = basket;
  const [only] = takings;
  if (only === undefined) return rooms.map(() => 0n);
  const isWhole = only.amount === only.off.amount && only.off.claim.lines.length === rooms.length;
  if (takings.length === 1 && isWhole) return amountsOf(only.off, basket);
  return roomsIn(pricing).map((room, line) => (rooms[line] as bigint) - room);
}

/** The awards of an offer; asked for only of what stands. */
export function awardsIn(pricing: Pricing, valued: Valued): readonly Award[] {
  return awardsOf(givenIn(pricing, valued), valued, pricing);
}

/** Why an offer gives less than it would. */
export function shortageIn({ takings, shortages }: Pricing, { offer, place }: Valued): Shortage | undefined {
  const taking = takings.find(({ valued, short }) => valued.place === place && short !== undefined);
  return taking?.short ?? shortages?.get(offer.id);
}

/** What the `always` offers give. */
export function alwaysIn(pricing: Pricing): OfferValue {
  if (pricing.always !== undefined) return pricing.always;
  let all = NO_VALUE;
  for (const valued of pricing.context.always) {
    const value = valueIn(pricing, valued);
    all = all === NO_VALUE ? value : valueTogether(all, value);
  }
  pricing.always = all;
  return all;
}

/** What an offer gives: one of the set, one that is always given, or one that is not bound. */
export function valueIn(pricing: Pricing, valued: Valued): OfferValue {
  const { values, purse } = pricing;
  if (purse !== undefined) drawTogether(pricing);
  const known = values[valued.place];
  if (known !== undefined) return known;
  const value = valueOfOne(pricing, valued) ?? valueGiven(givenIn(pricing, valued));
  values[valued.place] = value;
  return value;
}

/**
 * Most offers give one thing, and nothing limits it: then its amount is all there is to know, and no list of what is
 * given need be made. `undefined` of all others.
 */
function valueOfOne(pricing: Pricing, valued: Valued): OfferValue | undefined {
  const { benefits, offer, discounts, accrues, multiplies } = valued;
  if (benefits.length !== 1) return undefined;
  if (discounts) return valueTaken(takingOf(pricing, valued)?.amount ?? 0n, pricing.context.moneyWorth);
  if (!accrues || multiplies || isLimited(valued, pricing.purse)) return undefined;
  const accrual = benefits[0] as Accrual;
  return valueAccrued(accrualAmount(accrual, caseOf(offer.repeat, undefined), pricing), accrual.wallet);
}

function takingOf({ takings }: Pricing, { place }: Valued): Taking | undefined {
  for (const taking of takings) if (taking.valued.place === place) return taking;
  return undefined;
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

/** All that an offer gives. */
function givenIn(pricing: Pricing, valued: Valued): readonly Given[] {
  const drawn = pricing.purse === undefined ? undefined : drawTogether(pricing).get(valued.place);
  return drawn ?? withRest(give(valued, undefined, pricing), valued, pricing);
}

/** With what it takes off, and at last what it multiplies. */
function withRest(plain: readonly Given[], valued: Valued, pricing: Pricing): readonly Given[] {
  const given = valued.discounts ? concat(offOf(pricing, valued), plain) : plain;
  if (!valued.multiplies) return given;
  const { always } = pricing.context;
  pricing.multiplied ??= always.flatMap((one) => give(one, undefined, pricing));
  // What an `always` offer that is barred would give, it would multiply too.
  const isBarred = valued.offer.always && !always.includes(valued);
  const base = isBarred ? concat(pricing.multiplied, plain) : pricing.multiplied;
  return concat(given, give(valued, multipliedAmong(base, pricing), pricing));
}

/** Where budgets may not be enough, all that draws on them is given in the order of awards, and multipliers last. */
function drawTogether(pricing: Pricing): ReadonlyMap<number, readonly Given[]> {
  if (pricing.drawn !== undefined) return pricing.drawn;
  const drawn = new Map<number, readonly Given[]>();
  pricing.drawn = drawn;
  const { bound, context, values } = pricing;
  const together = [...context.always, ...bound].sort(byRank);
  const plain = together.map((valued) => give(valued, undefined, pricing));
  const always = new Set(context.always);
  pricing.multiplied = plain.filter((_, at) => always.has(together[at] as Valued)).flat();
  for (const [at, valued] of together.entries()) {
    const given = withRest(plain[at] as readonly Given[], valued, pricing);
    drawn.set(valued.place, given);
    values[valued.place] = valueGiven(given);
  }
  return drawn;
}

function concat(a: readonly Given[], b: readonly Given[]): readonly Given[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}
