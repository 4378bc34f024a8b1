import { byCodeUnit } from "../units/code-unit-order.js";
import type { OfferValue } from "../valuation/offer-value.js";
import { alwaysIn, type Pricing, valueIn } from "../valuation/price-set.js";
import type { Valued } from "../valuation/valued.js";

/** A set of competing offers, with what they are worth together with the `always` ones. */
export interface OfferSet {
  readonly offers: readonly Valued[];
  readonly pricing: Pricing;
  readonly worth: bigint;
}

/** Sums up what the member has if these offers stand beside the `always` ones. */
export function standTogether(offers: readonly Valued[], pricing: Pricing): OfferSet {
  let { worth } = alwaysIn(pricing);
  for (const valued of offers) worth += valueIn(pricing, valued).worth;
  return { offers, pricing, worth };
}

/**
 * Is `a` the better set? The higher worth to the member; then more cash now, more awards of worth 0, fewer offers,
 * the lower cost to the club, and at last the ids.
 */
export function isBetter(a: OfferSet, b: OfferSet): boolean {
  return a.worth === b.worth ? isBetterAtEqualWorth(a, b) : a.worth > b.worth;
}

function isBetterAtEqualWorth(a: OfferSet, b: OfferSet): boolean {
  const [ofA, ofB] = [tallyOf(a), tallyOf(b)];
  if (ofA.cash !== ofB.cash) return ofA.cash > ofB.cash;
  if (ofA.worthless !== ofB.worthless) return ofA.worthless > ofB.worthless;
  if (a.offers.length !== b.offers.length) return a.offers.length < b.offers.length;
  if (ofA.cost !== ofB.cost) return ofA.cost < ofB.cost;
  return idsBefore(a.offers, b.offers);
}

/** What decides between sets of equal worth. */
function tallyOf({ offers, pricing }: OfferSet): Pick<OfferValue, "cash" | "worthless" | "cost"> {
  let { cash, worthless, cost } = alwaysIn(pricing);
  for (const valued of offers) {
    const value = valueIn(pricing, valued);
    cash += value.cash;
    worthless += value.worthless;
    cost += value.cost;
  }
  return { cash, worthless, cost };
}

function idsBefore(a: readonly Valued[], b: readonly Valued[]): boolean {
  const others = sortedIds(b);
  for (const [index, id] of sortedIds(a).entries()) {
    const order = byCodeUnit(id, others[index] ?? "");
    if (order !== 0) return order < 0;
  }
  return false;
}

function sortedIds(offers: readonly Valued[]): readonly string[] {
  return offers.map(({ offer }) => offer.id).sort(byCodeUnit);
}

/** Counts who stands where, so that no group, nor the whole, holds more than it may. */
export interface Seats {
  readonly total: number;
  /** By number of the group. */
  readonly byGroup: readonly number[];
}

/** How many the whole, and each group by its number, may hold. */
export interface Room {
  readonly maxOffers: number;
  readonly byGroup: readonly number[];
  /** Is there a contest on lines among them? */
  readonly perLine: boolean;
}

/** The room of a group that is a contest on lines: its winners take one seat together. */
export const PER_LINE = -1;

/** Who looks for a seat, by the number of its group. */
export interface Seated {
  readonly group: number;
}

export function emptySeats({ byGroup }: Room): Seats {
  return { total: 0, byGroup: byGroup.map(() => 0) };
}

export function hasSeat({ group }: Seated, { total, byGroup }: Seats, room: Room): boolean {
  const count = byGroup[group] as number;
  const most = room.byGroup[group] as number;
  if (most === PER_LINE) return count > 0 || total < room.maxOffers;
  return total < room.maxOffers && count < most;
}

export function seat({ group }: Seated, { total, byGroup }: Seats, room: Room): Seats {
  const counts = byGroup.slice();
  const count = counts[group] as number;
  counts[group] = count + 1;
  return { total: room.byGroup[group] === PER_LINE && count > 0 ? total : total + 1, byGroup: counts };
}

/** Seats as they are taken, one after the other. */
export interface Seating {
  total: number;
  readonly byGroup: number[];
}

export function seatingFrom({ total, byGroup }: Seats): Seating {
  return { total, byGroup: byGroup.slice() };
}

/** Will nobody find a seat any more? */
export function isFull({ total }: Seating, { maxOffers, perLine }: Room): boolean {
  return total >= maxOffers && !perLine;
}

/**
 * Takes a seat where there is one. Those of a contest on lines take none here: whoever branches on them counts theirs.
 */
export function takeSeat(seating: Seating, { group }: Seated, room: Room): boolean {
  const most = room.byGroup[group] as number;
  if (most === PER_LINE) return true;
  const count = seating.byGroup[group] as number;
  if (seating.total >= room.maxOffers || count >= most) return false;
  seating.byGroup[group] = count + 1;
  seating.total += 1;
  return true;
}

/** May these two never stand together, whatever the groups? */
export function conflict({ offer: a }: Valued, { offer: b }: Valued): boolean {
  return a.exclusive || b.exclusive || a.notWith.has(b.id);
}
