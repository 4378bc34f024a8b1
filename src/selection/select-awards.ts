import type { Offer, Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { sortSmall } from "../units/sort-small.js";
import type { Shortage } from "../valuation/allowance.js";
import type { Award } from "../valuation/award.js";
import type { BarredOffer, Contest } from "../valuation/contest-lines.js";
import { awardsIn, type Pricing, shortageIn, takenIn, valueIn } from "../valuation/price-set.js";
import type { Redeemed } from "../valuation/redeem.js";
import type { Valuer } from "../valuation/value-offers.js";
import type { Valued } from "../valuation/valued.js";
import { type OfferSet, standTogether } from "./contest.js";
import { makeRoom } from "./make-room.js";
import { searchBest } from "./search.js";

/** Which awards stand, and why each other offer does not. */
export interface Selection {
  /** The competing offers that won. */
  readonly winners: readonly Valued[];
  /** All awards, of `always` offers and winners, in the order of awards. */
  readonly awards: readonly Award[];
  /** Worth of them all to the member. */
  readonly worth: bigint;
  readonly proven: boolean;
  readonly losers: readonly Loser[];
  readonly barred: readonly BarredWorth[];
  /** Taken off by discounts, by index of line. */
  readonly taken: readonly bigint[];
  /** What wallets pay of what is left. */
  readonly redeemed: readonly Redeemed[];
}

/** An offer that something else bars, with its worth where that can be figured. */
export interface BarredWorth extends Omit<BarredOffer, "valued"> {
  readonly worth: bigint | undefined;
  /** What it would give, where it is withheld. */
  readonly awards: readonly Award[];
}

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

/** Chooses among the competing offers; `always` offers stand in any case. */
export function selectAwards(
  program: Program,
  { always, competing, outdone, barred }: Contest,
  valuer: Valuer,
): Selection {
  const { best, proven } = searchBest(program, worthTrying(always, competing, valuer), valuer);
  const { pricing } = best;
  const awards: Award[] = [];
  const standing = new Set<Offer>();
  for (const valued of always) awards.push(...awardsIn(pricing, valued));
  for (const valued of best.offers) {
    standing.add(valued.offer);
    awards.push(...awardsIn(pricing, valued));
  }
  sortSmall(awards, (a, b) => a.offer.rank - b.offer.rank || a.part - b.part);
  for (const { offer } of awards) standing.add(offer);
  const losers: Loser[] = [];
  for (const valued of always) {
    if (!standing.has(valued.offer)) losers.push(givesNothing(valued, pricing));
  }
  for (const valued of competing) {
    if (!standing.has(valued.offer)) losers.push(explainLoss(valued, best, program, valuer));
  }
  for (const { valued, beatenBy } of outdone) {
    const worth = worthAlone(valued, valuer);
    if (worth === undefined) losers.push(givesNothing(valued, valuer.alone(valued)));
    else losers.push({ offer: valued.offer, reason: "beaten", worth, beatenBy, behind: undefined });
  }
  return {
    winners: best.offers,
    awards,
    worth: best.worth,
    proven,
    losers,
    barred: barred.map((one) => barredWorth(one, valuer)),
    taken: takenIn(pricing),
    redeemed: pricing.redeemed,
  };
}

/**
 * The offers that may give something in some set. One that gives nothing alone gives nothing anywhere, for rivals only
 * take room, base and budget away; save where a rival, figured before a discount that is given always, makes that one
 * take less, or moves what is given always to the lines that a multiplier asks for; where it takes the units that an
 * offer would have found first; or where less is left to pay reaches a lower step that gives more, and a multiplier of
 * that with it.
 */
function worthTrying(
  always: readonly Valued[],
  competing: readonly Valued[],
  valuer: Valuer,
): readonly Valued[] {
  if (valuer.othersMayHelp || roomMayGrow(always, competing)) return competing;
  return competing.filter(
    (valued) => valued.mayGrow || mayFit(valued) || worthAlone(valued, valuer) !== undefined,
  );
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

/** What an offer gives beside the `always` offers alone; `undefined` where that is nothing. */
function worthAlone(valued: Valued, valuer: Valuer): bigint | undefined {
  const { gives, worth } = valueIn(valuer.alone(valued), valued);
  return gives ? worth : undefined;
}

function barredWorth({ offer, reason, missing, valued }: BarredOffer, valuer: Valuer): BarredWorth {
  if (valued === undefined) return { offer, reason, missing, worth: undefined, awards: NO_AWARDS };
  const pricing = valuer.alone(valued);
  const { worth } = valueIn(pricing, valued);
  const awards = reason === "heldOut" ? awardsIn(pricing, valued) : NO_AWARDS;
  return { offer, reason, missing, worth, awards };
}

const NO_AWARDS: readonly Award[] = [];

function givesNothing(valued: Valued, pricing: Pricing): Loser {
  const reason = shortageIn(pricing, valued) ?? "givesNothing";
  return { offer: valued.offer, reason, worth: 0n, beatenBy: [], behind: undefined };
}

function explainLoss(valued: Valued, best: OfferSet, program: Program, valuer: Valuer): Loser {
  const { offer } = valued;
  const worth = worthAlone(valued, valuer);
  if (worth === undefined) return givesNothing(valued, valuer.alone(valued));
  const { out, staying } = makeRoom(valued, best, program);
  staying.push(valued);
  const swapped = standTogether(staying, valuer.price(boundOf(staying, valuer)));
  const beatenBy = sortSmall(
    out.map((winner) => winner.offer.id),
    byCodeUnit,
  );
  return { offer, reason: "beaten", worth, beatenBy, behind: best.worth - swapped.worth };
}

function boundOf(offers: readonly Valued[], { isBound }: Valuer): readonly Valued[] {
  const bound: Valued[] = [];
  for (const valued of offers) if (isBound(valued)) bound.push(valued);
  return bound;
}
