import type { Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { Pricing, Valued } from "../valuation/value-offers.js";

/** A set of competing offers, with all that decides between it and another. */
export interface OfferSet {
  readonly offers: readonly Valued[];
  readonly pricing: Pricing;
  /** Of the `always` offers and these together. */
  readonly worth: bigint;
  readonly cash: bigint;
  readonly worthless: number;
  readonly cost: bigint;
}

/** Sums up what the member has if these offers stand beside the `always` ones. */
export function standTogether(offers: readonly Valued[], pricing: Pricing): OfferSet {
  let { worth, cash, worthless, cost } = pricing.always;
  for (const valued of offers) {
    const value = pricing.valueOf(valued);
    worth += value.worth;
    cash += value.cash;
    worthless += value.worthless;
    cost += value.cost;
  }
  return { offers, pricing, worth, cash, worthless, cost };
}

/**
 * Is `a` the better set? The higher worth to the member; then more cash now, more awards of worth 0, fewer offers,
 * the lower cost to the club, and at last the ids.
 */
export function isBetter(a: OfferSet, b: OfferSet): boolean {
  if (a.worth !== b.worth) return a.worth > b.worth;
  if (a.cash !== b.cash) return a.cash > b.cash;
  if (a.worthless !== b.worthless) return a.worthless > b.worthless;
  if (a.offers.length !== b.offers.length) return a.offers.length < b.offers.length;
  if (a.cost !== b.cost) return a.cost < b.cost;
  return idsBefore(a.offers, b.offers);
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

/** Between two offers that take nothing from each other, the order in which they are worth having. */
export function byMerit(a: Valued, b: Valued, pricing: Pricing): number {
  const [valueA, valueB] = [pricing.valueOf(a), pricing.valueOf(b)];
  if (valueA.worth !== valueB.worth) return valueA.worth > valueB.worth ? -1 : 1;
  if (valueA.worthless !== valueB.worthless) return valueB.worthless - valueA.worthless;
  if (valueA.cost !== valueB.cost) return valueA.cost < valueB.cost ? -1 : 1;
  return byCodeUnit(a.offer.id, b.offer.id);
}

/** Counts who stands where, so that no group, nor the whole, holds more than it may. */
export interface Seats {
  readonly total: number;
  readonly byGroup: ReadonlyMap<string, number>;
}

/** How many each group, and the whole, may hold. */
export type Room = Pick<Program, "groups" | "maxOffers">;

export const EMPTY_SEATS: Seats = { total: 0, byGroup: new Map() };

export function hasSeat({ offer }: Valued, seats: Seats, { groups, maxOffers }: Room): boolean {
  return seats.total < maxOffers && (seats.byGroup.get(offer.group) ?? 0) < (groups.get(offer.group) ?? 0);
}

export function seat({ offer }: Valued, { total, byGroup }: Seats): Seats {
  return {
    total: total + 1,
    byGroup: new Map(byGroup).set(offer.group, (byGroup.get(offer.group) ?? 0) + 1),
  };
}

/** Those of a line of offers that find a seat, each taking one as it comes. */
export function seatInOrder<Queued extends Valued>(
  queue: Iterable<Queued>,
  { total, byGroup }: Seats,
  { groups, maxOffers }: Room,
): readonly Queued[] {
  const taken = new Map(byGroup);
  const seated: Queued[] = [];
  for (const valued of queue) {
    if (total + seated.length >= maxOffers) break;
    const { group } = valued.offer;
    const count = taken.get(group) ?? 0;
    if (count >= (groups.get(group) ?? 0)) continue;
    taken.set(group, count + 1);
    seated.push(valued);
  }
  return seated;
}

/** May these two never stand together, whatever the groups? */
export function conflict({ offer: a }: Valued, { offer: b }: Valued): boolean {
  return a.exclusive || b.exclusive || a.notWith.has(b.id);
}
