import type { Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { sortSmall } from "../units/sort-small.js";
import { type Pricing, valueIn } from "../valuation/price-set.js";
import type { Valuer } from "../valuation/value-offers.js";
import type { Valued } from "../valuation/valued.js";
import {
  conflict,
  emptySeats,
  hasSeat,
  isBetter,
  isFull,
  type OfferSet,
  PER_LINE,
  type Room,
  type Seats,
  seat,
  seatingFrom,
  standTogether,
  takeSeat,
} from "./contest.js";

/** After this many valued sets the search stops: counted in sets, so it stops at the same place everywhere. */
export const MOST_SETS = 65_536;

/** Nor are more offers than this put into sets: with dozens in each, 65,536 sets would take minutes. */
const MOST_OFFERS_TRIED = 1_048_576;

export interface SearchResult {
  readonly best: OfferSet;
  /** Every legal set was tried or ruled out. */
  readonly proven: boolean;
}

/** A competing offer, as the search looks at it. */
interface Rival {
  readonly valued: Valued;
  /** The most it can be worth in any set. */
  readonly atMost: bigint;
  /** The number of its group. */
  readonly group: number;
  readonly isBound: boolean;
  /** Its turn among the offers that the search branches on; after them all where it adds its worth and no more. */
  turn: number;
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
  const groups = new Map<string, number>();
  const rivals = rank(competing, program, groups, valuer);
  const room = roomFor(groups, program);
  const additive = rivals.filter(({ turn }) => turn === ADDITIVE);
  const none: Chosen = { offers: [], bound: [], most: 0n, seats: emptySeats(room) };
  let best = complete(none, additive, room, valuer);
  let sets = 1;
  let offers = 0;
  // The sets on the way to the one that is looked at, each with what may still be added: no recursion, for a set may
  // hold thousands.
  const way: Branch[] = [{ chosen: none, from: 0, fitting: rivals, passed: [], at: 0 }];
  for (let branch = way.at(-1); branch !== undefined; branch = way.at(-1)) {
    const next = nextOf(branch, room);
    if (next === undefined || mostOf(branch, room) + valuer.alwaysAtMost < best.worth) {
      way.pop();
      continue;
    }
    branch.at += 1;
    offers += branch.chosen.offers.length + 1;
    if (sets === MOST_SETS || offers > MOST_OFFERS_TRIED) return { best, proven: false };
    sets += 1;
    const chosen = chooseToo(next, branch.chosen, room);
    const found = complete(chosen, additive, room, valuer);
    if (isLegal(found) && isBetter(found, best)) best = found;
    const mayGoOn = chosen.seats.total < room.maxOffers || room.perLine;
    if (mayGoOn) way.push(branchAfter(next, chosen, branch));
  }
  return { best, proven: true };
}

/** Offers that stand together, the additive ones apart. */
interface Chosen {
  readonly offers: readonly Valued[];
  /** Of these, those that are bound. */
  readonly bound: readonly Valued[];
  /** The most that they can be worth. */
  readonly most: bigint;
  readonly seats: Seats;
}

function chooseToo(next: Rival, { offers, bound, most, seats }: Chosen, room: Room): Chosen {
  const { valued, isBound, atMost } = next;
  return {
    offers: [...offers, valued],
    bound: isBound ? [...bound, valued] : bound,
    most: most + atMost,
    seats: seat(next, seats, room),
  };
}

/** A set, and the offers that may be added to it: those from one turn on that nothing in it excludes. */
interface Branch {
  readonly chosen: Chosen;
  readonly from: number;
  /** In the order of their most. */
  readonly fitting: readonly Rival[];
  /** The additive ones before `at`. */
  readonly passed: Rival[];
  at: number;
}

function branchAfter({ valued, turn }: Rival, chosen: Chosen, { fitting }: Branch): Branch {
  const left = fitting.filter((rival) => !conflict(rival.valued, valued));
  return { chosen, from: turn + 1, fitting: left, passed: [], at: 0 };
}

/** Goes on to the next offer that can be added; `undefined` where there is none. */
function nextOf(branch: Branch, room: Room): Rival | undefined {
  for (; branch.at < branch.fitting.length; branch.at++) {
    const rival = branch.fitting[branch.at];
    if (rival === undefined) continue;
    if (rival.turn === ADDITIVE) branch.passed.push(rival);
    else if (rival.turn >= branch.from && hasSeat(rival, branch.chosen.seats, room)) return rival;
  }
  return undefined;
}

/** The most that can come of what is chosen and the best of what is open: additive ones passed, and all from here on. */
function mostOf({ chosen, fitting, passed, at }: Branch, room: Room): bigint {
  let { most } = chosen;
  const seating = seatingFrom(chosen.seats);
  for (let next = 0; next < passed.length && !isFull(seating, room); next++) {
    const rival = passed[next] as Rival;
    if (takeSeat(seating, rival, room)) most += rival.atMost;
  }
  for (let next = at; next < fitting.length && !isFull(seating, room); next++) {
    const rival = fitting[next] as Rival;
    if (takeSeat(seating, rival, room)) most += rival.atMost;
  }
  return most;
}

const ADDITIVE = Number.POSITIVE_INFINITY;

/** The seats there are: with `maxOffers` never above what all groups hold, so that the last one taken ends a search. */
function roomFor(numbers: ReadonlyMap<string, number>, { groups, perLine, maxOffers }: Program): Room {
  const byGroup: number[] = [];
  let seats = 0;
  for (const group of numbers.keys()) {
    const most = groups.get(group) ?? 0;
    byGroup.push(perLine.has(group) ? PER_LINE : most);
    seats += perLine.has(group) ? 1 : most;
  }
  return { byGroup, perLine: byGroup.includes(PER_LINE), maxOffers: Math.min(maxOffers, seats) };
}

/**
 * The offers that may give something, those with the most first: the search then finds good sets early, and cuts more.
 * Their groups are numbered as they come.
 */
function rank(
  competing: readonly Valued[],
  { perLine }: Program,
  groups: Map<string, number>,
  valuer: Valuer,
): readonly Rival[] {
  const rivals: Rival[] = [];
  for (const valued of competing) {
    const atMost = valuer.atMost(valued);
    if (atMost === undefined) continue;
    const group = groups.get(valued.offer.group) ?? groups.size;
    groups.set(valued.offer.group, group);
    rivals.push({ valued, atMost, group, isBound: valuer.isBound(valued), turn: ADDITIVE });
  }
  sortSmall(rivals, byMost);
  const excludes = excludesAmong(rivals);
  let turns = 0;
  for (const rival of rivals) {
    const { valued, isBound } = rival;
    if (isBound || perLine.has(valued.offer.group) || excludes(valued)) rival.turn = turns++;
  }
  return rivals;
}

function byMost(a: Rival, b: Rival): number {
  if (a.atMost !== b.atMost) return a.atMost > b.atMost ? -1 : 1;
  return byCodeUnit(a.valued.offer.id, b.valued.offer.id);
}

/** Does it exclude any of the others, or the others it? */
function excludesAmong(all: readonly Rival[]): (valued: Valued) => boolean {
  if (all.length > 1 && all.some(({ valued }) => valued.offer.exclusive)) return () => true;
  let ids: ReadonlySet<string> | undefined;
  return ({ offer: { notWith } }) => {
    if (notWith.size === 0) return false;
    ids ??= new Set(all.map(({ valued }) => valued.offer.id));
    for (const id of notWith) if (ids.has(id)) return true;
    return false;
  };
}

/** Every offer of a legal set gives something. */
function isLegal({ offers, pricing }: OfferSet): boolean {
  for (const valued of offers) if (!valueIn(pricing, valued).gives) return false;
  return true;
}

/** Prices the chosen offers and fills the seats that are left with the best of the additive ones. */
function complete(
  { offers: chosen, bound, seats }: Chosen,
  additive: readonly Rival[],
  room: Room,
  valuer: Valuer,
): OfferSet {
  const pricing = valuer.price(bound);
  const giving = additive.filter(({ valued }) => valueIn(pricing, valued).gives);
  if (giving.length === 0) return standTogether(chosen, pricing);
  sortSmall(giving, (a, b) => byMerit(a.valued, b.valued, pricing));
  const offers = chosen.slice();
  const seating = seatingFrom(seats);
  for (const rival of giving) {
    if (isFull(seating, room)) break;
    if (takeSeat(seating, rival, room)) offers.push(rival.valued);
  }
  return standTogether(offers, pricing);
}

/** Between two offers that take nothing from each other, the order in which they are worth having. */
function byMerit(a: Valued, b: Valued, pricing: Pricing): number {
  const [valueA, valueB] = [valueIn(pricing, a), valueIn(pricing, b)];
  if (valueA.worth !== valueB.worth) return valueA.worth > valueB.worth ? -1 : 1;
  if (valueA.worthless !== valueB.worthless) return valueB.worthless - valueA.worthless;
  if (valueA.cost !== valueB.cost) return valueA.cost < valueB.cost ? -1 : 1;
  return byCodeUnit(a.offer.id, b.offer.id);
}
