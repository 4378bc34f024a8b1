import type { Group, Program } from "../program/program.js";
import { invariant } from "../units/invariant.js";
import { type Pricing, valueIn } from "../valuation/price-set.js";
import type { Valued } from "../valuation/valued.js";
import { conflict, type OfferSet } from "./offer-set.js";

/** Who would have to go, and who would stay. */
export interface MadeRoom {
  readonly out: Valued[];
  readonly staying: Valued[];
}

/**
 * The winners that would have to go for this offer to stand: those it never stands beside, and of a full group, or of
 * `maxOffers`, those of least worth, ties to the greater id, as few as make room.
 */
export function makeRoom(valued: Valued, { offers, pricing }: OfferSet, program: Program): MadeRoom {
  const out: Valued[] = [];
  const staying: Valued[] = [];
  const { group } = valued.offer;
  let rivals = 0;
  for (const winner of offers) {
    if (conflict(winner, valued)) out.push(winner);
    else {
      staying.push(winner);
      if (winner.offer.group === group) rivals += 1;
    }
  }
  if (!group.perLine) for (; rivals >= group.limit; rivals--) out.push(takeLeast(staying, group, pricing));
  while (seatsOf(staying, valued, program) > program.maxOffers) {
    for (const one of takeSeat(staying, valued, pricing)) out.push(one);
  }
  return { out, staying };
}

/** The seats that these take with one more. The winners of a contest on lines take one together. */
function seatsOf(offers: readonly Valued[], more: Valued, { perLine }: Program): number {
  if (perLine.size === 0) return offers.length + 1;
  const contests = new Set<Group>();
  let seats = 0;
  for (const { offer } of [...offers, more]) {
    if (contests.has(offer.group)) continue;
    if (offer.group.perLine) contests.add(offer.group);
    seats += 1;
  }
  return seats;
}

/** Takes the winner of least worth of a group, ties to the greater id. */
function takeLeast(winners: Valued[], group: Group, pricing: Pricing): Valued {
  let least: Valued | undefined;
  let worth = 0n;
  for (const winner of winners) {
    if (winner.offer.group !== group) continue;
    const own = valueIn(pricing, winner).worth;
    if (least !== undefined && !isLess(own, winner, worth, least)) continue;
    least = winner;
    worth = own;
  }
  invariant(least !== undefined, "only a full group has no room");
  remove(least, winners);
  return least;
}

/** Takes who sits on one seat, of least worth together, ties to the greater id; never those that this one sits with. */
function takeSeat(winners: Valued[], { offer }: Valued, pricing: Pricing): readonly Valued[] {
  let least: Valued | undefined;
  let worth = 0n;
  for (const winner of winners) {
    if (offer.group.perLine && winner.offer.group === offer.group) continue;
    const own = partyOf(winner, winners).reduce((sum, one) => sum + valueIn(pricing, one).worth, 0n);
    if (least !== undefined && !isLess(own, winner, worth, least)) continue;
    least = winner;
    worth = own;
  }
  invariant(least !== undefined, "only a full set has no room");
  const party = partyOf(least, winners);
  for (const one of party) remove(one, winners);
  return party;
}

/** Who sits on one seat with it. */
function partyOf(winner: Valued, winners: readonly Valued[]): readonly Valued[] {
  const { group } = winner.offer;
  return group.perLine ? winners.filter(({ offer }) => offer.group === group) : [winner];
}

function isLess(worthA: bigint, a: Valued, worthB: bigint, b: Valued): boolean {
  return worthA === worthB ? a.offer.rankById > b.offer.rankById : worthA < worthB;
}

/** Lets those behind it move up, and makes no list of what is cut out, as `splice` does. */
function remove(one: Valued, winners: Valued[]): void {
  for (let at = winners.indexOf(one) + 1; at < winners.length; at++) winners[at - 1] = winners[at] as Valued;
  winners.pop();
}
