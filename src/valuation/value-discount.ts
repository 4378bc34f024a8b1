import type { Discount } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import { apportion, apportionWithin, quotasOf } from "../units/apportion.js";
import type { Basket } from "./basket.js";
import { type Claim, claimOf, countsUnits } from "./claim.js";
import type { ListClaims } from "./list-claims.js";
import type { SharedLines } from "./shared-lines.js";
import { amountsOf, type TakenOff } from "./taken-off.js";
import type { UnitCounts } from "./unit-pool.js";

type Terms = Pick<Program, "discountBase" | "currency">;

/** What earlier discounts left of a basket, by line. */
export interface Remains {
  /** What may still be taken off. */
  readonly rooms: bigint[];
  /** Units used up; `undefined` where none is. */
  spent: UnitCounts | undefined;
}

/** Values discounts on one basket. */
export interface DiscountValuer {
  /** What a discount takes off what earlier ones left; it is taken off the remains. */
  take(discount: Discount, remains: Remains, repeat: bigint | undefined): TakenOff;
  /** What it takes where there is room for all of it; `undefined` where that depends on what others take. */
  steady(discount: Discount): TakenOff | undefined;
  /** What is known of some lines together. */
  share(lines: readonly number[]): SharedLines;
}

/**
 * Rate, round, `max`, split over the lines, clip by line. A percentage is clipped where a line has no room; a fixed
 * amount looks for room on its other lines.
 * Worked: 120,000 off a basket of 100,000 is 100,000, with 20,000 clipped.
 */
export function createDiscountValuer(
  basket: Basket,
  { discountBase, currency }: Terms,
  onList: ListClaims,
): DiscountValuer {
  const { rounding } = currency;
  const steady = (discount: Discount): TakenOff | undefined =>
    discountBase !== "list" || countsUnits(discount) ? undefined : onList.of(discount);
  return {
    steady,
    take(discount, remains, repeat) {
      const known = steady(discount);
      if (known !== undefined) return takeSteady(known, basket, remains);
      const amounts = remainingOf(basket, remains, discountBase);
      const claim = claimOf(discount, { basket, amounts, spent: remains.spent, repeat, rounding });
      return takeOff(claim, clip(claim, basket, remains.rooms), remains);
    },
    share: onList.on,
  };
}

function remainingOf(basket: Basket, { rooms }: Remains, base: Program["discountBase"]): readonly bigint[] {
  if (base === "list") return basket.bases;
  return basket.open.map((amount, line) => {
    const left = amount - ((basket.rooms[line] ?? 0n) - (rooms[line] ?? 0n));
    return left > 0n ? left : 0n;
  });
}

/** Figured on list amounts, a claim is the same whatever others took: so is its split, where nothing is clipped. */
function takeSteady(unclipped: TakenOff, basket: Basket, remains: Remains): TakenOff {
  const { claim } = unclipped;
  const amounts = amountsOf(unclipped, basket);
  const { rooms } = remains;
  if (!fits(claim, amounts, remains)) return takeOff(claim, clip(claim, basket, rooms), remains);
  const { lines } = claim;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as number;
    rooms[line] = (rooms[line] as bigint) - (amounts[at] as bigint);
  }
  return unclipped;
}

function fits({ lines, caps }: Claim, amounts: readonly bigint[], { rooms }: Remains): boolean {
  for (let at = 0; at < lines.length; at++) {
    const amount = amounts[at] ?? 0n;
    if (amount > (rooms[lines[at] ?? 0] ?? 0n)) return false;
    if (caps !== undefined && amount > (caps[at] ?? 0n)) return false;
  }
  return true;
}

function takeOff(claim: Claim, amounts: readonly bigint[], remains: Remains): TakenOff {
  const { lines, units } = claim;
  const { rooms } = remains;
  let amount = 0n;
  for (let at = 0; at < lines.length; at++) {
    const part = amounts[at] ?? 0n;
    if (part === 0n) continue;
    const line = lines[at] ?? 0;
    rooms[line] = (rooms[line] ?? 0n) - part;
    amount += part;
  }
  // What gives nothing is no award, and uses nothing up.
  if (units !== undefined && amount > 0n) {
    const { spent } = remains;
    remains.spent = units.spent.map((count, line) => count + (spent?.[line] ?? 0n));
  }
  return { claim, amount, amounts };
}

/** Splits a claim over its lines, as far as they have room. */
export function clip(claim: Claim, basket: Basket, left: readonly bigint[]): readonly bigint[] {
  const { lines, weights, caps, spills, total } = claim;
  const ids = basket.idsOf(lines);
  const rooms = lines.map((line, at) => {
    // What claims nothing takes none of what rounding leaves over.
    const room = weights[at] === 0n ? 0n : (left[line] ?? 0n);
    const cap = caps?.[at];
    return cap !== undefined && cap < room ? cap : room;
  });
  return spills
    ? fillRooms(total, weights, ids, rooms)
    : apportionWithin(quotasOf(total, weights, ids), rooms);
}

/**
 * Splits a fixed amount: lines whose room is exceeded take exactly their room and leave, and what is left is split
 * anew over the others, until all fits or no line is left.
 */
function fillRooms(
  total: bigint,
  weights: readonly bigint[],
  ids: readonly string[],
  rooms: readonly bigint[],
): readonly bigint[] {
  const amounts = weights.map(() => 0n);
  let open = weights.map((weight, index) => ({ id: ids[index] as string, weight, index }));
  let left = total;
  while (left > 0n && open.some(({ weight }) => weight > 0n)) {
    const parts = apportion(
      left,
      open.map(({ weight }) => weight),
      open.map(({ id }) => id),
    );
    const isFull = open.map(({ index }, at) => (parts[at] ?? 0n) > (rooms[index] ?? 0n));
    if (!isFull.includes(true)) {
      for (const [at, { index }] of open.entries()) amounts[index] = parts[at] ?? 0n;
      break;
    }
    for (const [at, { index }] of open.entries()) {
      if (isFull[at] !== true) continue;
      amounts[index] = rooms[index] ?? 0n;
      left -= rooms[index] ?? 0n;
    }
    open = open.filter((_, at) => isFull[at] !== true);
  }
  return amounts;
}
