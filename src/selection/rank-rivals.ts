import type { Group, Program } from "../program/program.js";
import { sortSmall } from "../units/sort-small.js";
import { atMost, isBound, othersMayHelp, type Valuer, worthAlone } from "../valuation/value-offers.js";
import type { Valued } from "../valuation/valued.js";
import { emptySeats, PER_LINE, type Room, type Seating } from "./seats.js";

/** A competing offer, as the search looks at it. */
export interface Rival {
  readonly valued: Valued;
  /** The most it can be worth in any set. */
  readonly atMost: bigint;
  /** The number of its group, among those that any rival is of. */
  readonly group: number;
  readonly isBound: boolean;
  /** May any other never stand beside it, whatever the groups? */
  excludes: boolean;
  /** Its turn among the offers that the search branches on; after them all where it adds its worth and no more. */
  turn: number;
}

/** The offers that the search chooses among. */
export interface Field {
  /** Those with the most first: the search then finds good sets early, and cuts more. */
  readonly rivals: readonly Rival[];
  /** Of these, those that it does not branch on. */
  readonly additive: readonly Rival[];
  readonly room: Room;
  /** On these seats is tried what would come of a set. */
  readonly trial: Seating;
}

export const ADDITIVE = Number.POSITIVE_INFINITY;

/**
 * The offers that may give something in some set. One that gives nothing alone gives nothing anywhere, for rivals only
 * take room, base and budget away; save where a rival, figured before a discount that is given always, makes that one
 * take less, or moves what is given always to the lines that a multiplier asks for; where it takes the units that an
 * offer would have found first; or where less is left to pay reaches a lower step that gives more, and a multiplier of
 * that with it.
 */
export function rankRivals(program: Program, competing: readonly Valued[], valuer: Valuer): Field {
  const mayAllGrow = othersMayHelp(valuer) || roomMayGrow(valuer.context.always, competing);
  const rivals: Rival[] = [];
  const groups: Group[] = [];
  const numbers = new Array<number | undefined>(program.groups.size);
  let mayExclude = false;
  for (const valued of competing) {
    const most = atMost(valuer, valued);
    if (most === undefined) continue;
    if (!mayAllGrow && !valued.mayGrow && !mayFit(valued) && worthAlone(valuer, valued) === undefined)
      continue;
    const { group, excludes } = valued.offer;
    // Numbered as they come: a program may have hundreds that nobody here is of, and seats are counted by all.
    let number = numbers[group.number];
    if (number === undefined) {
      number = groups.push(group) - 1;
      numbers[group.number] = number;
    }
    mayExclude ||= excludes;
    const bound = isBound(valuer, valued);
    rivals.push({ valued, atMost: most, group: number, isBound: bound, excludes: false, turn: ADDITIVE });
  }
  sortSmall(rivals, byMost);
  if (mayExclude) markExcluding(rivals);
  const room = roomFor(groups, program);
  return { rivals, additive: giveTurns(rivals, room), room, trial: emptySeats(room) };
}

/** Gives a turn to all that the search branches on, and tells the others. */
function giveTurns(rivals: readonly Rival[], { byGroup }: Room): readonly Rival[] {
  const additive: Rival[] = [];
  let turns = 0;
  for (const rival of rivals) {
    if (rival.isBound || rival.excludes || byGroup[rival.group] === PER_LINE) rival.turn = turns++;
    else additive.push(rival);
  }
  return additive;
}

/** Is there a rival that is figured before a discount that is given always? */
function roomMayGrow(always: readonly Valued[], competing: readonly Valued[]): boolean {
  let last = -1;
  for (const { discounts, offer } of always) if (discounts && offer.rank > last) last = offer.rank;
  for (const { discounts, offer } of competing) if (discounts && offer.rank < last) return true;
  return false;
}

/** Too much for a limit that is not given in part may be little enough once others have taken theirs. */
function mayFit({ offer, left }: Valued): boolean {
  return left !== undefined && offer.limit?.onShort === "refuse";
}

/** The seats there are: with `maxOffers` never above what all groups hold, so that the last one taken ends a search. */
function roomFor(groups: readonly Group[], { maxOffers }: Program): Room {
  const byGroup: number[] = [];
  let seats = 0;
  let perLine = false;
  for (const group of groups) {
    byGroup.push(group.perLine ? PER_LINE : group.limit);
    seats += group.perLine ? 1 : group.limit;
    perLine ||= group.perLine;
  }
  return { byGroup, perLine, maxOffers: maxOffers < seats ? maxOffers : seats };
}

function byMost(a: Rival, b: Rival): number {
  if (a.atMost !== b.atMost) return a.atMost > b.atMost ? -1 : 1;
  return a.valued.offer.rankById - b.valued.offer.rankById;
}

/** Marks those that exclude any of the others, or that the others do: all of them where one is exclusive. */
function markExcluding(rivals: readonly Rival[]): void {
  if (rivals.length > 1 && rivals.some(({ valued }) => valued.offer.exclusive)) {
    for (const rival of rivals) rival.excludes = true;
    return;
  }
  const ids = new Set<string>();
  for (const { valued } of rivals) ids.add(valued.offer.id);
  for (const rival of rivals) {
    for (const id of rival.valued.offer.notWith) if (ids.has(id)) rival.excludes = true;
  }
}
