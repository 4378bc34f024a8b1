import type { Benefit, Offer, Program, Wallet } from "../program/program.js";
import { worthOfMinor } from "../units/worth.js";
import { type Award, type Figured, type OfferValue, sumAwards } from "./award.js";
import type { Basket } from "./basket.js";
import { accrualAtMost, type Left, type Multiplied, valueAccrual } from "./value-accrual.js";
import { createDiscountValuer, type DiscountValuer } from "./value-discount.js";

/** An offer with the benefits it has for this member. */
export interface Valued {
  readonly offer: Offer;
  readonly benefits: readonly Benefit[];
}

/**
 * What offers give once a given set of discounts stands: then what is left to pay is known, and each accrual depends
 * on nothing else.
 */
export interface Pricing {
  /** Taken off by discounts, by index of line. */
  readonly taken: readonly bigint[];
  /** What the `always` offers give. */
  readonly always: OfferValue;
  /** What a competing offer gives: one of those whose discounts stand, or one that has none. */
  valueOf(valued: Valued): OfferValue;
}

/** Values offers on one basket. */
export interface Valuer {
  /** The basket with the discounts of the `always` offers and of these taken off, in the order of awards. */
  price(discounting: readonly Valued[]): Pricing;
  /** The most an offer can be worth in any set; `undefined` where it can give nothing in any. */
  atMost(valued: Valued): bigint | undefined;
  /** The most the `always` offers can be worth in any set. */
  readonly alwaysAtMost: bigint;
}

export function hasDiscount({ benefits }: Valued): boolean {
  return benefits.some(({ kind }) => kind === "discount");
}

/** As many pricings are kept as the same few sets are asked for again: each offer alone, what was found, its losers. */
const KEPT_PRICINGS = 256;

/** `always` stands in the order of awards, as all offers do. */
export function createValuer(program: Program, basket: Basket, always: readonly Valued[]): Valuer {
  const discountValuer = createDiscountValuer(basket, program);
  const alwaysDiscounting = always.filter(hasDiscount);
  const moneyWorth = worthOfMinor(ONE, program.currency.digits);
  const kept = new Map<string, Pricing>();

  const price = (discounting: readonly Valued[]): Pricing => {
    const key = keyOf(discounting);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const pricing = priceAnew(discounting);
    if (kept.size < KEPT_PRICINGS) kept.set(key, pricing);
    return pricing;
  };

  const priceAnew = (discounting: readonly Valued[]): Pricing => {
    const taken = basket.lines.map(() => 0n);
    const discounts = new Map<Offer, readonly Award[]>();
    const inOrder = [...alwaysDiscounting, ...discounting].sort((a, b) => a.offer.rank - b.offer.rank);
    for (const { offer, benefits } of inOrder) {
      const awards: Award[] = [];
      for (const [index, benefit] of benefits.entries()) {
        if (benefit.kind !== "discount") continue;
        const figured = discountValuer.value(benefit, taken);
        for (const { line, amount } of figured.split()) taken[line] = (taken[line] ?? 0n) + amount;
        if (figured.amount > 0n) awards.push(toAward(offer, index, undefined, figured, moneyWorth));
      }
      discounts.set(offer, awards);
    }
    return priceWith(program, basket, always, discounts, taken);
  };

  const atMost = ceilingOf(program, basket, always, discountValuer);
  return { price, atMost, alwaysAtMost: always.reduce((sum, valued) => sum + (atMost(valued) ?? 0n), 0n) };
}

/** The most an offer can be worth in any set, as though no other took anything; `undefined` where that is nothing. */
function ceilingOf(
  program: Program,
  basket: Basket,
  always: readonly Valued[],
  discountValuer: DiscountValuer,
): Valuer["atMost"] {
  const moneyWorth = worthOfMinor(ONE, program.currency.digits);
  const multipliedAtMost = (wallet: Wallet): bigint => {
    let most = 0n;
    for (const { benefits } of always) {
      for (const benefit of benefits) {
        if (benefit.kind === "discount" || benefit.wallet !== wallet || benefit.figure.by === "multiply")
          continue;
        most += accrualAtMost(benefit, basket, program.currency.digits, () => 0n);
      }
    }
    return most;
  };

  return ({ benefits }) => {
    let worth = 0n;
    let gives = false;
    for (const benefit of benefits) {
      const isDiscount = benefit.kind === "discount";
      const amount = isDiscount
        ? discountValuer.atMost(benefit)
        : accrualAtMost(benefit, basket, program.currency.digits, multipliedAtMost);
      worth += amount * (isDiscount ? moneyWorth : benefit.wallet.worth);
      gives ||= amount > 0n;
    }
    return gives ? worth : undefined;
  };
}

const ONE = { numerator: 1n, denominator: 1n };

function keyOf(discounting: readonly Valued[]): string {
  const ranks = discounting.map(({ offer }) => offer.rank);
  return ranks.length < 2 ? `${ranks[0] ?? ""}` : ranks.sort((a, b) => a - b).join(" ");
}

/** Everything is figured when it is first asked for: of many sets only what the discounts give is. */
function priceWith(
  program: Program,
  basket: Basket,
  always: readonly Valued[],
  discounts: ReadonlyMap<Offer, readonly Award[]>,
  taken: readonly bigint[],
): Pricing {
  const discounted = basket.lines.map(({ list }, line) => list - (taken[line] ?? 0n));
  const left: Left = { discounted, paid: discounted };
  /** Adds the accruals of one offer that do, or do not, multiply what the others gave. */
  const accrue = (
    awards: Award[],
    { offer, benefits }: Valued,
    multiplied?: ReadonlyMap<Wallet, Multiplied>,
  ) => {
    for (const [index, benefit] of benefits.entries()) {
      if (benefit.kind === "discount" || (benefit.figure.by === "multiply") !== (multiplied !== undefined))
        continue;
      const figured = valueAccrual(
        benefit,
        basket,
        left,
        program.currency.digits,
        multiplied?.get(benefit.wallet),
      );
      if (figured.amount > 0n) awards.push(toAward(offer, index, benefit.wallet, figured, 0n));
    }
  };
  const plain = once(() => {
    const awards: Award[] = [];
    for (const valued of always) accrue(awards, valued);
    return awards;
  });
  const multiplied = once(() => multipliedAmong(plain(), program));
  const given = once(() => {
    const awards = always.flatMap(({ offer }) => discounts.get(offer) ?? []).concat(plain());
    for (const valued of always) if (multiplies(valued)) accrue(awards, valued, multiplied());
    return sumAwards(awards);
  });
  const values = new Map<Offer, OfferValue>();
  return {
    taken,
    get always() {
      return given();
    },
    valueOf(valued) {
      const known = values.get(valued.offer);
      if (known !== undefined) return known;
      const awards = [...(discounts.get(valued.offer) ?? [])];
      accrue(awards, valued);
      // An `always` offer is asked for here only where it is barred: what it would give, it would multiply too.
      const base = valued.offer.always ? () => multipliedAmong([...plain(), ...awards], program) : multiplied;
      if (multiplies(valued)) accrue(awards, valued, base());
      const value = sumAwards(awards);
      values.set(valued.offer, value);
      return value;
    },
  };
}

function multiplies({ benefits }: Valued): boolean {
  return benefits.some((benefit) => benefit.kind !== "discount" && benefit.figure.by === "multiply");
}

/** The same answer each time, worked out the first time. */
function once<T>(work: () => T): () => T {
  let answer: { readonly is: T } | undefined;
  return () => {
    answer ??= { is: work() };
    return answer.is;
  };
}

function multipliedAmong(awards: readonly Award[], { wallets }: Program): ReadonlyMap<Wallet, Multiplied> {
  return new Map(wallets.map((wallet) => [wallet, multipliedOf(awards, wallet)]));
}

function multipliedOf(awards: readonly Award[], wallet: Wallet): Multiplied {
  const own = awards.filter((award) => award.wallet === wallet);
  let known: ReadonlyMap<number, bigint> | undefined;
  return {
    amount: own.reduce((sum, { figured }) => sum + figured.amount, 0n),
    byLine() {
      if (known !== undefined) return known;
      const byLine = new Map<number, bigint>();
      for (const { figured } of own) {
        for (const { line, amount } of figured.split()) byLine.set(line, (byLine.get(line) ?? 0n) + amount);
      }
      known = byLine;
      return byLine;
    },
  };
}

function toAward(
  offer: Offer,
  index: number,
  wallet: Wallet | undefined,
  figured: Figured,
  moneyWorth: bigint,
): Award {
  return {
    offer,
    part: index + 1,
    kind: wallet?.kind ?? "discount",
    wallet,
    figured,
    worth: figured.amount * (wallet?.worth ?? moneyWorth),
    cost: figured.amount * (wallet?.cost ?? moneyWorth),
  };
}
