import type { Program } from "../program/program.js";
import { type Pricing, valueIn } from "../valuation/price-set.js";
import { alwaysAtMost, price, type Valuer } from "../valuation/value-offers.js";
import type { Valued } from "../valuation/valued.js";
import { completeSet } from "./complete-set.js";
import { conflict, isBetter, type OfferSet } from "./offer-set.js";
import { ADDITIVE, type Field, type Rival, rankRivals } from "./rank-rivals.js";
import {
  emptySeats,
  hasSeat,
  isFull,
  leave,
  type Room,
  type Seating,
  seatAs,
  sit,
  takeSeat,
} from "./seats.js";

/** After this many valued sets the search stops: counted in sets, so it stops at the same place everywhere. */
export const MOST_SETS = 65_536;

/** Nor are more offers than this put into sets: with dozens in each, 65,536 sets would take minutes. */
const MOST_OFFERS_TRIED = 1_048_576;

export interface SearchResult {
  readonly best: OfferSet;
  /** Every legal set was tried or ruled out. */
  readonly proven: boolean;
}

/**
 * Finds the legal set worth most to the member.
 *
 * Only bound offers, which change what the rest are worth, those that exclude others, and those that share a seat make
 * sets differ: the search branches on those. Once they stand, what is left to pay is known and every other offer adds
 * its own worth and no more, so the best of each group up to its limit are taken straight away (greedy is exact there:
 * groups and `maxOffers` limit counts, a laminar matroid). A branch is cut only where the most its offers could be
 * worth is below the best set found.
 */
export function searchBest(program: Program, competing: readonly Valued[], valuer: Valuer): SearchResult {
  const field = rankRivals(program, competing, valuer);
  const { rivals, additive, room } = field;
  const chosen: Chosen = { rivals: [], bound: [], seating: emptySeats(room) };
  let best = completeSet(chosen.rivals, valuer.bare, chosen.seating, field);
  if (additive.length === rivals.length) return { best, proven: true };
  let sets = 1;
  let offers = 0;
  // The sets on the way to the one that is looked at, which is `branch`, each with what may still be added: no
  // recursion, for a set may hold thousands.
  const way: Branch[] = [];
  let branch: Branch | undefined = rootOf(rivals, valuer);
  while (branch !== undefined) {
    const next = nextOf(branch, chosen.seating, room);
    if (next === undefined || boundFrom(next, branch, chosen.seating, field) < best.worth) {
      branch = way.pop();
      if (branch !== undefined) putBack(chosen, room);
      continue;
    }
    branch.at += 1;
    offers += chosen.rivals.length + 1;
    if (sets === MOST_SETS || offers > MOST_OFFERS_TRIED) return { best, proven: false };
    sets += 1;
    choose(next, chosen, room);
    const after: Branch = branchAfter(next, branch);
    after.bound = mostOf(after, after.from, chosen.seating, field);
    // A set that can come to no more than the best, whatever is added, is counted and not even priced.
    if (after.bound < best.worth) {
      putBack(chosen, room);
      continue;
    }
    if (next.isBound) after.pricing = price(valuer, chosen.bound);
    if (isLegal(chosen.rivals, after.pricing)) {
      const found = completeSet(chosen.rivals, after.pricing, chosen.seating, field);
      if (isBetter(found, best)) best = found;
    }
    if (isFull(chosen.seating, room)) putBack(chosen, room);
    else {
      way.push(branch);
      branch = after;
    }
  }
  return { best, proven: true };
}

/** Offers that stand together, the additive ones apart. */
interface Chosen {
  readonly rivals: Rival[];
  /** Of these, those that are bound. */
  readonly bound: Valued[];
  readonly seating: Seating;
}

function choose(next: Rival, { rivals, bound, seating }: Chosen, room: Room): void {
  rivals.push(next);
  if (next.isBound) bound.push(next.valued);
  sit(next, seating, room);
}

/** Takes the last one out again. */
function putBack({ rivals, bound, seating }: Chosen, room: Room): void {
  const last = rivals.pop() as Rival;
  if (last.isBound) bound.pop();
  leave(last, seating, room);
}

/** A set, and the offers that may be added to it: those from one turn on that nothing in it excludes. */
interface Branch {
  /** In the order of their most. */
  readonly fitting: readonly Rival[];
  readonly from: number;
  at: number;
  /** The most that the set can be worth, and the `always` offers. */
  readonly most: bigint;
  /** The most that can come of it, where that is known before its first offer is added. */
  bound: bigint | undefined;
  /** With the bound offers of the set. */
  pricing: Pricing;
}

function rootOf(fitting: readonly Rival[], valuer: Valuer): Branch {
  return { fitting, from: 0, at: 0, most: alwaysAtMost(valuer), bound: undefined, pricing: valuer.bare };
}

function branchAfter(next: Rival, { fitting, most, at, pricing }: Branch): Branch {
  const from = next.turn + 1;
  if (!next.excludes) return { fitting, from, at, most: most + next.atMost, bound: undefined, pricing };
  const left = fitting.filter(({ valued }) => !conflict(valued, next.valued));
  return { fitting: left, from, at: 0, most: most + next.atMost, bound: undefined, pricing };
}

/** Goes on to the next offer that can be added; `undefined` where there is none. */
function nextOf(branch: Branch, seating: Seating, room: Room): Rival | undefined {
  for (; branch.at < branch.fitting.length; branch.at++) {
    const rival = branch.fitting[branch.at] as Rival;
    const isNext = rival.turn >= branch.from && rival.turn !== ADDITIVE;
    if (isNext && hasSeat(rival, seating, room)) return rival;
  }
  return undefined;
}

/** The most that can come of a set with this offer or later ones. */
function boundFrom(next: Rival, branch: Branch, seating: Seating, field: Field): bigint {
  const { bound } = branch;
  branch.bound = undefined;
  // Before the first one is added nothing is behind, but for those of contests on lines that find no seat.
  if (bound !== undefined && !field.room.perLine) return bound;
  return mostOf(branch, next.turn, seating, field);
}

/** The most that can come of a set and the best of what is open: the additive ones, and all from one turn on. */
function mostOf({ fitting, most }: Branch, from: number, seating: Seating, { room, trial }: Field): bigint {
  let sum = most;
  seatAs(trial, seating);
  for (let at = 0; at < fitting.length && !isFull(trial, room); at++) {
    const rival = fitting[at] as Rival;
    if (rival.turn >= from && takeSeat(trial, rival, room)) sum += rival.atMost;
  }
  return sum;
}

/** Every offer of a legal set gives something. */
function isLegal(chosen: readonly Rival[], pricing: Pricing): boolean {
  for (const { valued } of chosen) if (!valueIn(pricing, valued).gives) return false;
  return true;
}
