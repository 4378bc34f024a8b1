import type { Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { hasDiscount, type Valued, type Valuer } from "../valuation/value-offers.js";
import {
  byMerit,
  conflict,
  EMPTY_SEATS,
  hasSeat,
  isBetter,
  type OfferSet,
  type Seats,
  seat,
  standTogether,
} from "./contest.js";

/** After this many valued sets the search stops: counted in sets, so it stops at the same place everywhere. */
export const MOST_SETS = 65_536;

export interface SearchResult {
  readonly best: OfferSet;
  /** Every legal set was tried or ruled out. */
  readonly proven: boolean;
}

/** A competing offer, with the most it can be worth in any set. */
interface Rival extends Valued {
  readonly atMost: bigint;
  /** Its place among the offers that the search branches on; after them all where it adds its worth and no more. */
  readonly place: number;
}

/**
 * Finds the legal set worth most to the member.
 *
 * Only offers that discount, or that exclude others, make sets differ in what the rest are worth: the search branches
 * on those. Once they stand, what is left to pay is known and every other offer adds its own worth and no more, so the
 * best of each group up to its limit are taken straight away (greedy is exact there: groups and `maxOffers` limit
 * counts, a laminar matroid). A branch is cut only where the most its offers could be worth is below the best set
 * found.
 */
export function searchBest(program: Program, competing: readonly Valued[], valuer: Valuer): SearchResult {
  const rivals = rank(competing, valuer);
  const branching = rivals.filter(({ place }) => place !== ADDITIVE);
  const additive = rivals.filter(({ place }) => place === ADDITIVE);
  let best = complete([], EMPTY_SEATS, additive, program, valuer);
  let sets = 1;

  /** Tries every set that adds to `chosen` offers from this place on. False: the search had to stop. */
  const extend = (chosen: readonly Rival[], seats: Seats, from: number): boolean => {
    const fits = (rival: Rival) => !chosen.some((one) => conflict(one, rival));
    for (const rival of branching.slice(from)) {
      if (!hasSeat(rival, seats, program) || !fits(rival)) continue;
      const open = rivals.filter((other) => other.place >= rival.place && fits(other));
      if (valuer.alwaysAtMost + boundOf(chosen, open, seats, program) < best.worth) return true;
      if (sets === MOST_SETS) return false;
      sets += 1;
      const next = [...chosen, rival];
      const taken = seat(rival, seats);
      const found = complete(next, taken, additive, program, valuer);
      if (isLegal(found) && isBetter(found, best)) best = found;
      if (!extend(next, taken, rival.place + 1)) return false;
    }
    return true;
  };
  const proven = extend([], EMPTY_SEATS, 0);
  return { best, proven };
}

const ADDITIVE = Number.POSITIVE_INFINITY;

/** The offers that may give something, those with the most first: the search then finds good sets early, and cuts more. */
function rank(competing: readonly Valued[], valuer: Valuer): readonly Rival[] {
  const giving = competing.flatMap((valued) => {
    const atMost = valuer.atMost(valued);
    return atMost === undefined ? [] : [{ ...valued, atMost }];
  });
  giving.sort((a, b) =>
    a.atMost === b.atMost ? byCodeUnit(a.offer.id, b.offer.id) : a.atMost > b.atMost ? -1 : 1,
  );
  let places = 0;
  return giving.map((valued) => {
    const branches =
      hasDiscount(valued) || giving.some((other) => other.offer !== valued.offer && conflict(other, valued));
    return { ...valued, place: branches ? places++ : ADDITIVE };
  });
}

/** The most that can come of what is chosen and the best of what is open, which stands in the order of its most. */
function boundOf(chosen: readonly Rival[], open: readonly Rival[], seats: Seats, program: Program): bigint {
  let bound = 0n;
  for (const { atMost } of chosen) bound += atMost;
  let taken = seats;
  for (const rival of open) {
    if (!hasSeat(rival, taken, program)) continue;
    bound += rival.atMost;
    taken = seat(rival, taken);
  }
  return bound;
}

/** Every offer of a legal set gives something. */
function isLegal({ offers, pricing }: OfferSet): boolean {
  return offers.every((valued) => pricing.valueOf(valued).awards.length > 0);
}

/** Prices the chosen offers and fills the seats that are left with the best of the additive ones. */
function complete(
  chosen: readonly Rival[],
  seats: Seats,
  additive: readonly Rival[],
  program: Program,
  valuer: Valuer,
): OfferSet {
  const pricing = valuer.price(chosen.filter(hasDiscount));
  const offers: Valued[] = [...chosen];
  const merits = additive
    .map((rival) => ({ rival, ...pricing.valueOf(rival), id: rival.offer.id }))
    .filter(({ awards }) => awards.length > 0)
    .sort(byMerit);
  let taken = seats;
  for (const { rival } of merits) {
    if (!hasSeat(rival, taken, program)) continue;
    offers.push(rival);
    taken = seat(rival, taken);
  }
  return standTogether(offers, pricing);
}
