import type { Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { Pricing } from "../valuation/price-set.js";
import type { Valued } from "../valuation/valued.js";

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
  let { worth, cash, worthless, cost } = pricing.always();
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

/** Counts who stands where, so that no group, nor the whole, holds more than it may. */
export interface Seats {
  readonly total: number;
  readonly byGroup: ReadonlyMap<string, number>;
}

/** How many each group, and the whole, may hold. The winners of a contest on lines take one seat together. */
export type Room = Pick<Program, "groups" | "perLine" | "maxOffers">;

export const EMPTY_SEATS: Seats = { total: 0, byGroup: new Map() };

export function hasSeat({ offer }: Valued, { total, byGroup }: Seats, room: Room): boolean {
  const count = byGroup.get(offer.group) ?? 0;
  if (room.perLine.has(offer.group)) return count > 0 || total < room.maxOffers;
  return total < room.maxOffers && count < (room.groups.get(offer.group) ?? 0);
}

export function seat({ offer }: Valued, { total, byGroup }: Seats, { perLine }: Room): Seats {
  const count = byGroup.get(offer.group) ?? 0;
  return {
    total: perLine.has(offer.group) && count > 0 ? total : total + 1,
    byGroup: new Map(byGroup).set(offer.group, count + 1),
  };
}

/**
 * Those of a line of offers that find a seat, each taking one as it comes. Those of a contest on lines take none here:
 * whoever branches on them counts theirs.
 */
export function seatInOrder<Queued extends Pick<Valued, "offer">>(
  queue: Iterable<Queued>,
  { total, byGroup }: Seats,
  { groups, perLine, maxOffers }: Room,
): readonly Queued[] {
  const taken = new Map(byGroup);
  const seated: Queued[] = [];
  let seats = total;
  for (const valued of queue) {
    const { group } = valued.offer;
    if (perLine.has(group)) {
      seated.push(valued);
      continue;
    }
    if (seats >= maxOffers && perLine.size === 0) break;
    const count = taken.get(group) ?? 0;
    if (seats >= maxOffers || count >= (groups.get(group) ?? 0)) continue;
    taken.set(group, count + 1);
    seats += 1;
    seated.push(valued);
  }
  return seated;
}

/** May these two never stand together, whatever the groups? */
export function conflict({ offer: a }: Valued, { offer: b }: Valued): boolean {
  return a.exclusive || b.exclusive || a.notWith.has(b.id);
}
