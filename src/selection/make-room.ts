import type { Program } from "../program/program.js";
import { invariant } from "../units/invariant.js";
import { type Pricing, valueIn } from "../valuation/price-set.js";
import type { Valued } from "../valuation/valued.js";
import { conflict, type OfferSet } from "./offer-set.js";

/** Who would have to go, and who would stay. */
export interface MadeRoom {
  readonly out: readonly Valued[];
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
  const limit = program.perLine.has(group) ? offers.length + 1 : (program.groups.get(group) ?? 0);
  for (; rivals >= limit; rivals--) out.push(takeLeast(staying, group, pricing));
  while (seatsOf(staying, valued, program) > program.maxOffers) {
    out.push(...takeSeat(staying, valued, program, pricing));
  }
  return { out, staying };
}

/** The seats that these take with one more. The winners of a contest on lines take one together. */
function seatsOf(offers: readonly Valued[], more: Valued, { perLine }: Program): number {
  if (perLine.size === 0) return offers.length + 1;
  const contests = new Set<string>();
  let seats = 0;
  for (const { offer } of [...offers, more]) {
    if (contests.has(offer.group)) continue;
    if (perLine.has(offer.group)) contests.add(offer.group);
    seats += 1;
  }
  return seats;
}

/** Takes the winner of least worth of a group, ties to the greater id. */
function takeLeast(winners: Valued[], group: string, pricing: Pricing): Valued {
  let least: Valued | undefined;
  for (const winner of winners) {
    if (winner.offer.group !== group) continue;
    if (least === undefined || isLess(winner, least, (one) => valueIn(pricing, one).worth)) least = winner;
  }
  invariant(least !== undefined, "only a full group has no room");
  winners.splice(winners.indexOf(least), 1);
  return least;
}

/** Takes who sits on one seat, of least worth together, ties to the greater id; never those that this one sits with. */
function takeSeat(
  winners: Valued[],
  { offer }: Valued,
  { perLine }: Program,
  pricing: Pricing,
): readonly Valued[] {
  const partyOf = (winner: Valued) => {
    const { group } = winner.offer;
    return perLine.has(group) ? winners.filter((one) => one.offer.group === group) : [winner];
  };
  const worthTogether = (winner: Valued) =>
    partyOf(winner).reduce((sum, one) => sum + valueIn(pricing, one).worth, 0n);
  let least: Valued | undefined;
  for (const winner of winners) {
    if (perLine.has(offer.group) && winner.offer.group === offer.group) continue;
    if (least === undefined || isLess(winner, least, worthTogether)) least = winner;
  }
  invariant(least !== undefined, "only a full set has no room");
  const party = partyOf(least);
  for (const one of party) winners.splice(winners.indexOf(one), 1);
  return party;
}

function isLess(a: Valued, b: Valued, worthOf: (winner: Valued) => bigint): boolean {
  const [worthA, worthB] = [worthOf(a), worthOf(b)];
  return worthA === worthB ? a.offer.id > b.offer.id : worthA < worthB;
}
