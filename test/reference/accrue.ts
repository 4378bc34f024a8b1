import type { Accrual, Benefit, Wallet } from "vafa";
import { atMost } from "./pick-units.js";
import { amountOf, forTier, MILLION, type Purchase, passes, percentOf, rateOf } from "./read-purchase.js";
import { type Rounding, rounded } from "./rounded.js";
import { digitsOf, type SetAward, withoutZeros } from "./set-award.js";
import { fillSets, mostSets } from "./sets.js";
import { countOn, inOrder, type Shelf, type Unit, unitsOf } from "./shelf.js";
import { split } from "./split.js";
import { slicesOf, stepFor } from "./steps.js";
import type { PartOf, Table } from "./table.js";

/** What is left to pay once discounts and redemptions stand. */
export interface Left {
  readonly shelves: readonly Shelf[];
  readonly discounted: (shelf: Shelf) => bigint;
  readonly paid: (shelf: Shelf) => bigint;
  /** R6.31 */
  readonly free: (shelf: Shelf) => bigint;
}

/** R6.32: what is given once and lies on no line. */
export function other({ offer, benefit, part }: PartOf, table: Table): SetAward | undefined {
  if (benefit.kind !== "gift" && benefit.kind !== "voucher" && benefit.kind !== "tier") return undefined;
  const { request, tier, ladder } = table;
  const common = { offer, part, benefit, wallet: undefined, clipped: 0n, lines: new Map(), given: [] };
  if (benefit.kind === "gift") {
    const choice = request.transaction.choices?.find((one) => one.offer === offer.id)?.gift;
    const chosen = benefit.gifts.find(({ id }) => id === choice);
    const worth = (one: { readonly worth: string | number }) => amountOf(one.worth, 12);
    const [dearest] = [...benefit.gifts].sort((a, b) =>
      worth(a) === worth(b) ? (a.id < b.id ? -1 : 1) : worth(a) > worth(b) ? -1 : 1,
    );
    const item = chosen ?? dearest;
    if (item === undefined) throw new Error(`${offer.id} has no gifts`);
    const chosenBy = chosen === undefined ? ("default" as const) : ("member" as const);
    const gift = { id: item.id, chosenBy };
    return { ...common, gift, amount: 1n, ...worthAndCost(item) };
  }
  const stands = benefit.kind === "tier" && ladder.indexOf(tier ?? "") >= ladder.indexOf(benefit.tier);
  return { ...common, gift: undefined, amount: stands ? 0n : 1n, ...worthAndCost(benefit) };
}

function worthAndCost({
  worth = 0,
  cost = worth,
}: Pick<Extract<Benefit, { kind: "tier" }>, "worth" | "cost">) {
  return { worthOfOne: amountOf(worth, 12), costOfOne: amountOf(cost, 12) };
}

/** What an accrual comes to, in minor units of its wallet, and by what it falls on lines. */
interface Figured {
  readonly total: bigint;
  readonly weigh: (shelf: Shelf) => bigint;
}

/** R6.14 to R6.19, R8.1, R8.2 */
export function accrual(
  { offer, benefit: written, part, only }: PartOf,
  table: Table,
  left: Left,
  always: readonly SetAward[],
): SetAward {
  const benefit = written as Accrual;
  const wallet = walletOf(table, benefit);
  const digits = digitsOf(wallet, table);
  const own = left.shelves.filter(
    ({ line }) =>
      line.accrues && passes(line.written, benefit.items) && (only === undefined || line.id === only),
  );
  const multiplied = always.filter((award) => award.wallet === wallet);
  const { total, weigh } = figure(benefit, { table, left, own, wallet, multiplied, repeat: offer.repeat });
  const figured = benefit.items !== undefined && own.length === 0 ? 0n : total;
  const max = benefit.max === undefined ? undefined : amountOf(forTier(benefit.max, table.tier), digits);
  const amount = max !== undefined && max < figured ? max : figured;
  const shares = own.map((shelf) => ({ id: shelf.line.id, weight: weigh(shelf) }));
  const { worth = wallet.kind === "tickets" ? "0" : "1", cost = worth } = wallet;
  const ofOne = (unit: string | number) => amountOf(unit, 6) * 10n ** BigInt(6 - digits);
  const lines = withoutZeros(split(amount, shares));
  const what = { offer, part, benefit, wallet, gift: undefined, given: [] };
  return { ...what, amount, clipped: 0n, lines, worthOfOne: ofOne(worth), costOfOne: ofOne(cost) };
}

interface Terms {
  readonly table: Table;
  readonly left: Left;
  readonly own: readonly Shelf[];
  readonly wallet: Wallet;
  readonly multiplied: readonly SetAward[];
  readonly repeat: bigint | undefined;
}

const sum = (list: readonly bigint[]) => list.reduce((total, one) => total + one, 0n);

function figure(benefit: Accrual, terms: Terms): Figured {
  const { table, left, own, wallet, multiplied, repeat } = terms;
  const { tier } = table;
  const { perVisit, perSet, steps, multiply } = benefit;
  if (multiply !== undefined) {
    const on = ({ line }: Shelf) => sum(multiplied.map(({ lines }) => lines.get(line.id) ?? 0n));
    const base = benefit.items === undefined ? sum(multiplied.map(({ amount }) => amount)) : sum(own.map(on));
    const { numerator, denominator } = rateOf(forTier(multiply, tier));
    return { total: (base * (numerator - denominator)) / denominator, weigh: on };
  }
  if (perVisit !== undefined) return { total: granted(1n, perVisit, terms), weigh: baseOf(terms) };
  if (perSet !== undefined) {
    const units = payingUnits(own, left);
    const sets = atMost(mostSets(units, perSet.of), repeat);
    const counted = fillSets(inOrder(units, benefit.pick ?? "dearest"), perSet.of, sets);
    return {
      total: granted(BigInt(sets), perSet.grant, terms),
      weigh: (shelf) => countOn(shelf, counted),
    };
  }
  if (steps === undefined) return byRate(benefit, terms);
  const quantityOf = (shelf: Shelf) =>
    left.discounted(shelf) === 0n || shelf.list === 0n ? 0n : shelf.quantity - left.free(shelf) * MILLION;
  const measured = steps.by === "total" ? baseOf(terms) : quantityOf;
  const measure = sum(own.map(measured));
  if (steps.mode === "whole") {
    const step = stepFor(steps, measure, table.digits);
    return step === undefined ? { total: 0n, weigh: baseOf(terms) } : byRate(step, terms);
  }
  // In 10^-24 of a unit of the wallet.
  const scale = 10n ** 24n;
  const slices = slicesOf(steps, measure, table.digits).map(({ step, size }) => {
    const { percent, perSpend, perUnit } = step;
    if (percent !== undefined) {
      const { numerator, denominator } = percentOf(forTier(percent, tier));
      return (size * numerator * scale) / (denominator * 10n ** BigInt(table.digits));
    }
    const grant = rateOf(forTier(perSpend?.grant ?? perUnit ?? 1, tier));
    const every = perSpend === undefined ? MILLION : amountOf(forTier(perSpend.every, tier), table.digits);
    return ((size / every) * grant.numerator * scale) / grant.denominator;
  });
  const minor = 10n ** BigInt(digitsOf(wallet, table));
  return { total: rounded(sum(slices) * minor, scale, roundingOf(wallet, table)), weigh: measured };
}

function payingUnits(own: readonly Shelf[], { free }: Left): readonly Unit[] {
  return own.flatMap((shelf) => unitsOf([shelf]).slice(Number(free(shelf))));
}

function baseOf({ wallet, left }: Terms): (shelf: Shelf) => bigint {
  switch (wallet.accruesOn ?? "paid") {
    case "paid":
      return left.paid;
    case "discounted":
      return left.discounted;
    case "list":
      return ({ list }) => list;
  }
}

/** R6.15 to R6.17, R6.30 */
function byRate(
  { fixed, percent, perSpend, perUnit }: Pick<Accrual, "fixed" | "percent" | "perSpend" | "perUnit">,
  terms: Terms,
): Figured {
  const { table, left, own, wallet, repeat } = terms;
  const { tier } = table;
  const digits = digitsOf(wallet, table);
  const weigh = baseOf(terms);
  const base = sum(own.map(weigh));
  if (fixed !== undefined) return { total: amountOf(forTier(fixed, tier), digits), weigh };
  if (percent !== undefined) {
    const { numerator, denominator } = percentOf(forTier(percent, tier));
    const [over, under] = [
      base * numerator * 10n ** BigInt(digits),
      denominator * 10n ** BigInt(table.digits),
    ];
    return { total: rounded(over, under, roundingOf(wallet, table)), weigh };
  }
  if (perSpend !== undefined) {
    const steps = base / amountOf(forTier(perSpend.every, tier), table.digits);
    return {
      total: granted(repeat !== undefined && repeat < steps ? repeat : steps, perSpend.grant, terms),
      weigh,
    };
  }
  const units = payingUnits(own, left);
  const onLine = (shelf: Shelf) => countOn(shelf, units);
  return { total: granted(BigInt(units.length), perUnit ?? 1, terms), weigh: onLine };
}

type Grant = NonNullable<Accrual["perVisit"]>;

function granted(times: bigint, grant: Grant, { table, wallet }: Terms): bigint {
  const { numerator, denominator } = rateOf(forTier(grant, table.tier));
  const minor = 10n ** BigInt(digitsOf(wallet, table));
  return rounded(times * numerator * minor, denominator, roundingOf(wallet, table));
}

export function walletOf({ wallets }: Pick<Purchase, "wallets">, { kind, wallet }: Accrual): Wallet {
  const found = wallets.find((one) => one.kind === kind && (wallet === undefined || one.id === wallet));
  if (found === undefined) throw new Error(`no wallet ${wallet}`);
  return found;
}

/** R1.7, R1.8 */
function roundingOf(wallet: Wallet, purchase: Purchase): Rounding {
  if (wallet.rounding !== undefined) return { mode: wallet.rounding, step: 1n };
  if (wallet.kind !== "credit") return { mode: "down", step: 1n };
  const { mode, step } = purchase.rounding;
  if (step === 1n) return { mode, step };
  const own = (step * 10n ** BigInt(digitsOf(wallet, purchase))) / 10n ** BigInt(purchase.digits);
  return { mode, step: own > 0n ? own : 1n };
}
