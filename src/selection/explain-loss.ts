import type { Group, Offer, Program } from "../program/program.js";
import { sortSmall } from "../units/sort-small.js";
import type { Shortage } from "../valuation/allowance.js";
import { type Pricing, shortageIn, valueIn } from "../valuation/price-set.js";
import { isBound, price, priceAlone, type Valuer, worthAlone } from "../valuation/value-offers.js";
import type { Valued } from "../valuation/valued.js";
import { makeRoom } from "./make-room.js";
import { type OfferSet, worthTogether } from "./offer-set.js";

export interface Loser {
  readonly offer: Offer;
  readonly reason: "beaten" | "givesNothing" | Shortage;
  /** Given alone beside the `always` offers. */
  readonly worth: bigint;
  /** Ids of the winners that keep it out. */
  readonly beatenBy: readonly string[];
  /** What the member would lose by having it instead of those; `undefined` where no set with it can be compared. */
  readonly behind: bigint | undefined;
}

/** Why an offer that competes does not stand. What is known of who makes room for others is in `swaps`. */
export function explainLoss(
  valued: Valued,
  best: OfferSet,
  swaps: Swap[],
  program: Program,
  valuer: Valuer,
): Loser {
  const { offer } = valued;
  const worth = worthAlone(valuer, valued);
  if (worth === undefined) return givesNothing(valued, priceAlone(valuer, valued));
  const swap = swapFor(valued, swaps, best, program, valuer);
  const behind = best.worth - worthSwapped(valued, swap, valuer);
  return { offer, reason: "beaten", worth, beatenBy: swap.beatenBy, behind };
}

export function givesNothing(valued: Valued, pricing: Pricing): Loser {
  const reason = shortageIn(pricing, valued) ?? "givesNothing";
  return { offer: valued.offer, reason, worth: 0n, beatenBy: [], behind: undefined };
}

/** Who goes for an offer of some group to stand, and who stays. */
export interface Swap {
  readonly group: Group;
  readonly beatenBy: readonly string[];
  readonly staying: readonly Valued[];
  readonly bound: readonly Valued[];
  /** Of those who stay; found when it is first asked for. */
  set: OfferSet | undefined;
}

/** The same winners make room for all of one group, but for an offer that may not stand beside some of them. */
function swapFor(valued: Valued, known: Swap[], best: OfferSet, program: Program, valuer: Valuer): Swap {
  const { group, excludes } = valued.offer;
  if (!excludes) for (const swap of known) if (swap.group === group) return swap;
  const { out, staying } = makeRoom(valued, best, program);
  const bound: Valued[] = [];
  for (const one of staying) if (isBound(valuer, one)) bound.push(one);
  const swap: Swap = { group, beatenBy: idsOf(out), staying, bound, set: undefined };
  if (!excludes) known.push(swap);
  return swap;
}

/** In their order. */
function idsOf(out: Valued[]): readonly string[] {
  sortSmall(out, (a, b) => a.offer.rankById - b.offer.rankById);
  const ids = new Array<string>(out.length);
  for (let at = 0; at < out.length; at++) ids[at] = (out[at] as Valued).offer.id;
  return ids;
}

/** What the member would have with it in place of those that go. */
function worthSwapped(valued: Valued, swap: Swap, valuer: Valuer): bigint {
  const { staying, bound } = swap;
  if (isBound(valuer, valued)) {
    const pricing = bound.length === 0 ? priceAlone(valuer, valued) : price(valuer, [...bound, valued]);
    return worthTogether(staying, pricing) + valueIn(pricing, valued).worth;
  }
  swap.set ??= standing(staying, price(valuer, bound));
  return swap.set.worth + valueIn(swap.set.pricing, valued).worth;
}

function standing(offers: readonly Valued[], pricing: Pricing): OfferSet {
  return { offers, pricing, worth: worthTogether(offers, pricing) };
}
