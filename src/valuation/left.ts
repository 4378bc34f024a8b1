import type { Wallet } from "../program/wallet.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import { type Base, baseOf } from "./base.js";
import { type Basket, wholeUnits } from "./basket.js";
import type { Redeemed } from "./redeem.js";
import { freeUnits, type Taking } from "./take-discounts.js";
import { amountsOf } from "./taken-off.js";
import type { UnitCounts } from "./unit-pool.js";

/**
 * What accruals of one set are figured with: what is left to pay once its discounts stand. Of most sets only sums are
 * asked for, so what is `undefined` is found when it is first asked for.
 */
export interface Left {
  readonly basket: Basket;
  readonly currencyDigits: number;
  readonly takings: readonly Taking[];
  /** What wallets pay of what is left. */
  redeemed: readonly Redeemed[];
  /** What may still be taken off, by line: see `roomsIn`. */
  rooms: readonly bigint[] | undefined;
  /** By line, after discounts: see `discountedIn`. */
  discounted: readonly bigint[] | undefined;
  /** By line, after discounts and redemptions: see `paidIn`. */
  paid: readonly bigint[] | undefined;
  /** See `freeIn`. */
  free: Readonly<UnitCounts> | undefined;
  /** The base that was figured last: see `baseOn`. */
  base: Base | undefined;
}

export type Weight = (line: number) => bigint;

export function roomsIn(left: Left): readonly bigint[] {
  left.rooms ??= roomsAfter(left);
  return left.rooms;
}

function roomsAfter({ takings, basket }: Left): readonly bigint[] {
  if (takings.length === 0) return basket.rooms;
  const rooms = basket.rooms.slice();
  for (const { off } of takings) {
    const { lines } = off.claim;
    const amounts = amountsOf(off, basket);
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as number;
      rooms[line] = (rooms[line] as bigint) - (amounts[at] as bigint);
    }
  }
  return rooms;
}

export function discountedIn(left: Left): readonly bigint[] {
  left.discounted ??= afterDiscounts(roomsIn(left), left.basket);
  return left.discounted;
}

function afterDiscounts(rooms: readonly bigint[], { open, rooms: before }: Basket): readonly bigint[] {
  // Where all there is to pay may be taken off, what may still be taken off is what is left to pay.
  if (before === open) return rooms;
  return open.map((amount, line) => {
    const [was, is] = [before[line] as bigint, rooms[line] as bigint];
    return was === is ? amount : amount - (was - is);
  });
}

export function paidIn(left: Left): readonly bigint[] {
  left.paid ??= afterRedemptions(discountedIn(left), left.redeemed);
  return left.paid;
}

function afterRedemptions(discounted: readonly bigint[], redeemed: readonly Redeemed[]): readonly bigint[] {
  if (redeemed.length === 0) return discounted;
  return discounted.map((amount, line) => {
    const rest = redeemed.reduce((sum, { byLine }) => sum - (byLine[line] ?? 0n), amount);
    return rest > 0n ? rest : 0n;
  });
}

/** What accruals are figured on, by line. */
export function basesOn(on: Wallet["accruesOn"], left: Left): readonly bigint[] {
  switch (on) {
    case "paid":
      return paidIn(left);
    case "discounted":
      return discountedIn(left);
    case "list":
      return left.basket.bases;
  }
}

export function sumOf(lines: readonly number[], weigh: Weight): bigint {
  let sum = 0n;
  for (const line of lines) sum += weigh(line);
  return sum;
}

/**
 * The base of an accrual. Nearly all accruals of a set are figured on the same lines, so the last sum is kept: it is
 * half of what they cost.
 */
export function baseOn(lines: readonly number[], accruesOn: Wallet["accruesOn"], left: Left): Base {
  // Where no wallet pays, what is paid is what discounts left.
  const on = accruesOn === "paid" && left.redeemed.length === 0 ? "discounted" : accruesOn;
  const { base } = left;
  if (base !== undefined && base.lines === lines && base.on === on) return base;
  const amounts = basesOn(on, left);
  let sum = 0n;
  for (let at = 0; at < lines.length; at++) sum += amounts[lines[at] as number] as bigint;
  const found = baseOf(lines, on, sum);
  left.base = found;
  return found;
}

/** Whole units that cost nothing any more, those of lines of which nothing is left among them. */
export function freeIn(left: Left): Readonly<UnitCounts> {
  left.free ??= freeUnits(left.takings, discountedIn(left), left.basket);
  return left.free;
}

/** Whole units that were paid for. */
export function unitsLeft(left: Left): Weight {
  const free = freeIn(left);
  return (line) => {
    const units = wholeUnits(left.basket, line) - (free[line] ?? 0n);
    return units > 0n ? units : 0n;
  };
}

/** In millionths, less the whole units that cost nothing any more; of a line that costs nothing not a gram counts. */
export function quantityLeft(left: Left): Weight {
  const free = freeIn(left);
  const discounted = discountedIn(left);
  return (line) => {
    if (discounted[line] === 0n) return 0n;
    const quantity = (left.basket.quantities[line] ?? 0n) - (free[line] ?? 0n) * WHOLE_UNIT;
    return quantity > 0n ? quantity : 0n;
  };
}
