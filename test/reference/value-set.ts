import type { Benefit, Wallet } from "vafa";
import {
  amountOf,
  forTier,
  type Purchase,
  type PurchaseLine,
  type PurchaseOffer,
  passes,
  percentOf,
  rateOf,
} from "./read-purchase.js";
import { type Rounding, rounded } from "./rounded.js";
import { split, splitAndClip, splitAnew } from "./split.js";

/** What one part of an offer gives in a set: more than nothing. */
export interface SetAward {
  readonly offer: string;
  readonly part: number;
  readonly wallet: Wallet | undefined;
  readonly amount: bigint;
  readonly clipped: bigint;
  /** By id of the line. */
  readonly lines: ReadonlyMap<string, bigint>;
  /** In 10^-12 of the currency. */
  readonly worth: bigint;
  readonly cost: bigint;
}

/** What the member is given if exactly these stand. */
export interface SetValue {
  /** In the order of awards. */
  readonly awards: readonly SetAward[];
  readonly worth: bigint;
  readonly cash: bigint;
  readonly worthless: number;
  readonly cost: bigint;
  /** Taken off, by id of the line. */
  readonly taken: ReadonlyMap<string, bigint>;
}

/** R6.20, R7.3: values the offers of a set together: the discounts in the order of awards, then the accruals on what is left. */
export function valueSet(purchase: Purchase, set: readonly PurchaseOffer[]): SetValue {
  const standing = purchase.offers.filter((offer) => set.includes(offer));
  const taken = new Map<string, bigint>();
  const given: SetAward[] = [];
  for (const { offer, benefit, part } of partsOf(standing)) {
    if (benefit.kind !== "discount") continue;
    const award = { offer: offer.id, part, ...discount(purchase, benefit, taken) };
    for (const [id, amount] of award.lines) taken.set(id, (taken.get(id) ?? 0n) + amount);
    given.push(award);
  }
  for (const { offer, benefit, part } of partsOf(standing)) {
    if (benefit.kind === "discount" || benefit.multiply !== undefined) continue;
    given.push({ offer: offer.id, part, ...accrual(purchase, benefit, taken, []) });
  }
  const always = given.filter(
    ({ offer, wallet }) => wallet && standing.find(({ id }) => id === offer)?.always,
  );
  for (const { offer, benefit, part } of partsOf(standing)) {
    if (benefit.kind === "discount" || benefit.multiply === undefined) continue;
    given.push({ offer: offer.id, part, ...accrual(purchase, benefit, taken, always) });
  }
  const place = ({ offer, part }: SetAward) => standing.findIndex(({ id }) => id === offer) * 10 + part;
  const awards = given.filter(({ amount }) => amount > 0n).sort((a, b) => place(a) - place(b));
  const sum = (figure: (award: SetAward) => bigint) =>
    awards.reduce((total, award) => total + figure(award), 0n);
  return {
    awards,
    worth: sum(({ worth }) => worth),
    cash: sum(({ wallet, amount }) => (wallet === undefined ? amount : 0n)),
    worthless: awards.filter(({ worth }) => worth === 0n).length,
    cost: sum(({ cost }) => cost),
    taken,
  };
}

function partsOf(offers: readonly PurchaseOffer[]) {
  return offers.flatMap((offer) =>
    offer.benefits.map((benefit, index) => ({ offer, benefit, part: index + 1 })),
  );
}

type Gift = Omit<SetAward, "offer" | "part">;

/** R6.5 to R6.13 */
function discount(
  { digits, discountBase, rounding, lines, tier }: Purchase,
  benefit: Extract<Benefit, { kind: "discount" }>,
  taken: ReadonlyMap<string, bigint>,
): Gift {
  const open = lines
    .filter((line) => line.takesDiscount && passes(line.written, benefit.items))
    .map(({ id, list, floor }) => {
      const gone = taken.get(id) ?? 0n;
      return { id, weight: discountBase === "list" ? list : list - gone, room: list - floor - gone };
    });
  const base = open.reduce((sum, { weight }) => sum + weight, 0n);
  const max = benefit.max === undefined ? undefined : amountOf(forTier(benefit.max, tier), digits);
  let wanted: bigint;
  if (benefit.percent !== undefined) {
    const { numerator, denominator } = percentOf(forTier(benefit.percent, tier));
    wanted = numerator === denominator ? base : rounded(base * numerator, denominator, rounding);
  } else {
    wanted = amountOf(forTier(benefit.fixed ?? 0, tier), digits);
  }
  const total = max !== undefined && max < wanted ? max : wanted;
  const parts = benefit.percent === undefined ? splitAnew(total, open) : splitAndClip(total, open);
  const amount = [...parts.values()].reduce((sum, part) => sum + part, 0n);
  const worth = amount * 10n ** BigInt(12 - digits);
  return {
    wallet: undefined,
    amount,
    clipped: total - amount,
    lines: withoutZeros(parts),
    worth,
    cost: worth,
  };
}

/** R6.14 to R6.19, R8.1, R8.2 */
function accrual(
  purchase: Purchase,
  benefit: Exclude<Benefit, { kind: "discount" }>,
  taken: ReadonlyMap<string, bigint>,
  always: readonly SetAward[],
): Gift {
  const { tier } = purchase;
  const wallet = walletOf(purchase, benefit);
  const digits = digitsOf(wallet, purchase);
  const lines = purchase.lines.filter((line) => line.accrues && passes(line.written, benefit.items));
  const multiplied = always.filter((award) => award.wallet === wallet);
  const weigh = (line: PurchaseLine): bigint => {
    if (benefit.multiply !== undefined)
      return multiplied.reduce((sum, award) => sum + (award.lines.get(line.id) ?? 0n), 0n);
    return wallet.accruesOn === "list" ? line.list : line.list - (taken.get(line.id) ?? 0n);
  };
  const parts = lines.map((line) => ({ id: line.id, weight: weigh(line) }));
  const base =
    benefit.multiply !== undefined && benefit.items === undefined
      ? multiplied.reduce((sum, { amount }) => sum + amount, 0n)
      : parts.reduce((sum, { weight }) => sum + weight, 0n);
  const figured = benefit.items !== undefined && lines.length === 0 ? 0n : total(purchase, benefit, base);
  const max = benefit.max === undefined ? undefined : amountOf(forTier(benefit.max, tier), digits);
  const amount = max !== undefined && max < figured ? max : figured;
  const worthOf = (unit: string | number) => amount * amountOf(unit, 6) * 10n ** BigInt(6 - digits);
  const worth = wallet.worth ?? "1";
  return {
    wallet,
    amount,
    clipped: 0n,
    lines: withoutZeros(split(amount, parts)),
    worth: worthOf(worth),
    cost: worthOf(wallet.cost ?? worth),
  };
}

function total(purchase: Purchase, benefit: Exclude<Benefit, { kind: "discount" }>, base: bigint): bigint {
  const { percent, fixed, perSpend, multiply } = benefit;
  const { tier } = purchase;
  const wallet = walletOf(purchase, benefit);
  const digits = digitsOf(wallet, purchase);
  const rounding = roundingOf(wallet, purchase);
  const unit = 10n ** BigInt(digits);
  if (fixed !== undefined) return amountOf(forTier(fixed, tier), digits);
  if (percent !== undefined) {
    const { numerator, denominator } = percentOf(forTier(percent, tier));
    return rounded(base * numerator * unit, denominator * 10n ** BigInt(purchase.digits), rounding);
  }
  if (perSpend !== undefined) {
    const steps = base / amountOf(forTier(perSpend.every, tier), purchase.digits);
    const { numerator, denominator } = rateOf(forTier(perSpend.grant, tier));
    return rounded(steps * numerator * unit, denominator, rounding);
  }
  const { numerator, denominator } = rateOf(forTier(multiply ?? "1", tier));
  return (base * (numerator - denominator)) / denominator;
}

function walletOf({ wallets }: Purchase, { kind, wallet }: Exclude<Benefit, { kind: "discount" }>): Wallet {
  const found = wallets.find((one) => one.kind === kind && (wallet === undefined || one.id === wallet));
  if (found === undefined) throw new Error(`no wallet ${wallet}`);
  return found;
}

export function digitsOf(wallet: Wallet | undefined, { digits }: Pick<Purchase, "digits">): number {
  if (wallet === undefined) return digits;
  return wallet.digits ?? (wallet.kind === "credit" ? digits : 0);
}

/** R1.7, R1.8 */
function roundingOf(wallet: Wallet, purchase: Purchase): Rounding {
  if (wallet.rounding !== undefined) return { mode: wallet.rounding, step: 1n };
  if (wallet.kind === "points") return { mode: "down", step: 1n };
  const { mode, step } = purchase.rounding;
  if (step === 1n) return { mode, step };
  const own = (step * 10n ** BigInt(digitsOf(wallet, purchase))) / 10n ** BigInt(purchase.digits);
  return { mode, step: own > 0n ? own : 1n };
}

function withoutZeros(parts: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> {
  return new Map([...parts].filter(([, amount]) => amount > 0n));
}
