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
 * depends on nothing else.
 */
export interface Pricing {
  /** Taken off by discounts, by index of line. */
  taken(): readonly bigint[];
  /** What wallets pay of what is left. */
  readonly redeemed: readonly Redeemed[];
  /** What the `always` offers give. */
  always(): OfferValue;
  /** What a competing offer gives: one of the set, or one that is not bound. */
  valueOf(valued: Valued): OfferValue;
  /** The awards of an offer; asked for only of what stands. */
  awardsOf(valued: Valued): readonly Award[];
  /** Why it gives less than it would. */
  shortageOf(valued: Valued): Shortage | undefined;
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

/** Prices one set. All but the discounts is figured when it is first asked for: of many sets nothing else is. */
export function priceSet(bound: readonly Valued[], context: PricingContext): Pricing {
  const { basket, always, program, budgets } = context;
  const purse: Purse | undefined = budgets.size === 0 ? undefined : new Map(budgets);
  const { list, rooms } = takeDiscounts(discountsInOrder(bound, context), purse, context);
  const { left, redeemed } = leftToPay(rooms, list, context);
  const currencyDigits = program.currency.digits;
  const { choices, tiersAbove } = context;
  const terms = { basket, left, currencyDigits, purse, choices, tiersAbove, shortages: new Map() };
  const sheet: Sheet = { bound, context, list, terms, values: new Map(), base: undefined };
  let given: OfferValue | undefined;
  return {
    taken: () => rooms.map((room, line) => (basket.rooms[line] ?? 0n) - room),
    redeemed,
    always() {
      given ??= sumAlways(sheet, always);
      return given;
    },
    valueOf: (valued) => valueIn(sheet, valued),
    awardsOf: (valued) => awardsOf(valueIn(sheet, valued), valued, terms),
    shortageOf: ({ offer }) =>
      list.find(({ valued, short }) => valued.offer === offer && short !== undefined)?.short ??
      terms.shortages.get(offer.id),
  };
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

/** What one set comes to, as far as it has been figured. */
interface Sheet {
  readonly bound: readonly Valued[];
  readonly context: PricingContext;
  readonly list: readonly Taking[];
  readonly terms: GivingTerms;
  readonly values: Map<Offer, OfferValue>;
  /** What the `always` offers give that multipliers multiply. */
  base: readonly Given[] | undefined;
}

function offOf({ list, context }: Sheet, offer: Offer): readonly Given[] {
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
function giveTogether(sheet: Sheet): readonly Given[] {
  if (sheet.base !== undefined) return sheet.base;
  const { bound, context, terms, values } = sheet;
  const together = terms.purse === undefined ? context.always : [...context.always, ...bound].sort(byRank);
  let base = NONE;
  const plain = together.map((valued) => {
    const given = give(valued, undefined, terms);
    if (valued.offer.always) base = concat(base, given);
    return given;
  });
  for (const [index, valued] of together.entries()) {
    let given = concat(offOf(sheet, valued.offer), plain[index] ?? NONE);
    if (multiplies(valued)) given = concat(given, give(valued, multipliedAmong(base, terms), terms));
    values.set(valued.offer, sumGiven(given));
  }
  sheet.base = base;
  return base;
}

function concat(a: readonly Given[], b: readonly Given[]): readonly Given[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

function sumAlways(sheet: Sheet, always: readonly Valued[]): OfferValue {
  giveTogether(sheet);
  let all = NONE;
  for (const { offer } of always) all = concat(all, sheet.values.get(offer)?.given ?? NONE);
  return sumGiven(all);
}

function valueIn(sheet: Sheet, valued: Valued): OfferValue {
  const { terms, values } = sheet;
  if (terms.purse !== undefined) giveTogether(sheet);
  const known = values.get(valued.offer);
  if (known !== undefined) return known;
  const plain = give(valued, undefined, terms);
  let given = concat(offOf(sheet, valued.offer), plain);
  if (multiplies(valued)) {
    // An `always` offer is asked for here only where it is barred: what it would give, it would multiply too.
    const base = valued.offer.always ? concat(giveTogether(sheet), plain) : giveTogether(sheet);
    given = concat(given, give(valued, multipliedAmong(base, terms), terms));
  }
  const value = sumGiven(given);
  values.set(valued.offer, value);
  return value;
}

/** What is left to pay on each line, and what wallets pay of it. */
function leftToPay(
  rooms: readonly bigint[],
  list: readonly Taking[],
  { program, basket, payments }: PricingContext,
): { readonly left: Left; readonly redeemed: readonly Redeemed[] } {
  const { lines, bases, takenOffBases } = basket;
  const discounted: bigint[] = [];
  for (let line = 0; line < lines.length; line++) {
    const off = (basket.rooms[line] as bigint) - (rooms[line] as bigint);
    discounted.push((bases[line] as bigint) - (takenOffBases[line] as bigint) - off);
  }
  let paid: readonly bigint[] = discounted;
  let redeemed: readonly Redeemed[] = [];
  if (payments.length > 0) {
    const due = lines.map(({ list }, line) => {
      return list - (basket.taken[line] ?? 0n) - ((basket.rooms[line] ?? 0n) - (rooms[line] ?? 0n));
    });
    redeemed = redeem(payments, basket, due, program.currency.digits);
    paid = discounted.map((amount, line) => {
      const rest = redeemed.reduce((sum, { byLine }) => sum - (byLine[line] ?? 0n), amount);
      return rest > 0n ? rest : 0n;
    });
  }
  let free: UnitCounts | undefined;
  const freed = () => {
    free ??= freeUnits(list, discounted, basket);
    return free;
  };
  return { redeemed, left: { discounted, paid, free: freed, last: noBase() } };
}
