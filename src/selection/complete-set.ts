import type { OfferValue } from "../valuation/offer-value.js";
import { alwaysIn, type Pricing, valueIn } from "../valuation/price-set.js";
import type { Valued } from "../valuation/valued.js";
import type { OfferSet } from "./offer-set.js";
import type { Field, Rival } from "./rank-rivals.js";
import { hasSeat, isFull, type Seating, seatAs, takeSeat } from "./seats.js";

/**
 * Fills the seats that the chosen ones leave with the best of the additive ones, and sums up what all of them are
 * worth. As the field is ordered by the most that each can be worth, those that have no chance of a seat any more are
 * not even valued.
 */
export function completeSet(
  chosen: readonly Rival[],
  pricing: Pricing,
  seating: Seating,
  { additive, room, trial }: Field,
): OfferSet {
  let { worth } = alwaysIn(pricing);
  for (const { valued } of chosen) worth += valueIn(pricing, valued).worth;
  seatAs(trial, seating);
  // In one list, made as long as it can become: who has a seat, who has been asked, and from `first` on who waits.
  const waiting = new Array<Waiting>(additive.length);
  let seated = 0;
  let first = 0;
  let end = 0;
  for (let next = 0; next <= additive.length; next++) {
    const rival = additive[next];
    // Who is worth more than the next one can be has nobody to wait for.
    while (first < end && !isFull(trial, room)) {
      const best = waiting[first] as Waiting;
      if (rival !== undefined && best.value.worth <= rival.atMost) break;
      first += 1;
      if (!takeSeat(trial, best.rival, room)) continue;
      waiting[seated++] = best;
      worth += best.value.worth;
    }
    if (rival === undefined || isFull(trial, room)) break;
    if (!hasSeat(rival, trial, room)) continue;
    const value = valueIn(pricing, rival.valued);
    if (value.gives) queue({ rival, value }, waiting, first, end++);
  }
  const offers = new Array<Valued>(chosen.length + seated);
  for (let at = 0; at < chosen.length; at++) offers[at] = (chosen[at] as Rival).valued;
  for (let at = 0; at < seated; at++) offers[chosen.length + at] = (waiting[at] as Waiting).rival.valued;
  return { offers, pricing, worth };
}

/** An additive offer that gives something, until a seat is given to it. */
interface Waiting {
  readonly rival: Rival;
  readonly value: OfferValue;
}

/** Lets one in by merit, among those from `first` on that wait before `end`. */
function queue(one: Waiting, waiting: Waiting[], first: number, end: number): void {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWorthMore(one, waiting[middle] as Waiting)) high = middle;
    else low = middle + 1;
  }
  for (let at = end; at > low; at--) waiting[at] = waiting[at - 1] as Waiting;
  waiting[low] = one;
}

/** Between two offers that take nothing from each other, the one that is rather worth having. */
function isWorthMore(a: Waiting, b: Waiting): boolean {
  const [valueA, valueB] = [a.value, b.value];
  if (valueA.worth !== valueB.worth) return valueA.worth > valueB.worth;
  if (valueA.worthless !== valueB.worthless) return valueA.worthless > valueB.worthless;
  if (valueA.cost !== valueB.cost) return valueA.cost < valueB.cost;
  return a.rival.valued.offer.rankById < b.rival.valued.offer.rankById;
}
