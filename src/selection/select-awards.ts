import type { Barred } from "../eligibility/admit-offers.js";
import type { Benefit } from "../program/benefit.js";
import type { Offer, Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { sortSmall } from "../units/sort-small.js";
import type { Shortage } from "../valuation/allowance.js";
import type { Award } from "../valuation/award.js";
import type { Contest } from "../valuation/contest-lines.js";
import { awardsIn, type Pricing, shortageIn, takenIn, valueIn } from "../valuation/price-set.js";
import type { Redeemed } from "../valuation/redeem.js";
import type { Valuer } from "../valuation/value-offers.js";
import { hasDiscount, type Valued } from "../valuation/valued.js";
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
export interface BarredWorth extends Barred {
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
    if (worth === undefined) losers.push(givesNothing(valued, alone(valued, valuer)));
    else losers.push({ offer: valued.offer, reason: "beaten", worth, beatenBy, behind: undefined });
  }
  return {
    winners: best.offers,
    awards,
    worth: best.worth,
    proven,
    losers,
    barred: barred.map((one) => ({ ...one, ...valueOfBarred(one, valuer) })),
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
  const first = always.reduce(
    (rank, valued) => (hasDiscount(valued) ? Math.max(rank, valued.offer.rank) : rank),
    -1,
  );
  const roomMayGrow = competing.some((valued) => valued.offer.rank < first && hasDiscount(valued));
  if (roomMayGrow || valuer.othersMayHelp) return competing;
  return competing.filter(
    (valued) => mayFit(valued) || valued.benefits.some(mayGrow) || worthAlone(valued, valuer) !== undefined,
  );
}

/** Too much for a limit that is not given in part may be little enough once others have taken theirs. */
function mayFit({ offer, left }: Valued): boolean {
  return left !== undefined && offer.limit?.onShort === "refuse";
}

/** Can it give more for what others take? */
function mayGrow(benefit: Benefit): boolean {
  if (!("figure" in benefit)) return false;
  if ("units" in benefit && benefit.units !== undefined) return true;
  switch (benefit.figure.by) {
    case "multiply":
    case "steps":
    case "buyGet":
    case "bundle":
      return true;
    default:
      return false;
  }
}

/** What an offer gives beside the `always` offers alone; `undefined` where that is nothing. */
function worthAlone(valued: Valued, valuer: Valuer): bigint | undefined {
  const { given, worth } = valueIn(alone(valued, valuer), valued);
  return given.length > 0 ? worth : undefined;
}

function alone(valued: Valued, valuer: Valuer): Pricing {
  return valuer.price(valuer.isBound(valued) ? [valued] : []);
}

/** What is unknown about an offer, or about a guest, does not always hide what it would give: were all budgets full. */
function valueOfBarred(
  { offer, reason, benefits }: Barred,
  valuer: Valuer,
): Pick<BarredWorth, "worth" | "awards"> {
  if (benefits === undefined || reason === "factMissing") return { worth: undefined, awards: [] };
  const valued = { offer: { ...offer, budget: undefined }, benefits };
  const pricing = alone(valued, valuer);
  const { worth } = valueIn(pricing, valued);
  return { worth, awards: reason === "heldOut" ? awardsIn(pricing, valued) : [] };
}

function givesNothing(valued: Valued, pricing: Pricing): Loser {
  const reason = shortageIn(pricing, valued) ?? "givesNothing";
  return { offer: valued.offer, reason, worth: 0n, beatenBy: [], behind: undefined };
}

function explainLoss(valued: Valued, best: OfferSet, program: Program, valuer: Valuer): Loser {
  const { offer } = valued;
  const worth = worthAlone(valued, valuer);
  if (worth === undefined) return givesNothing(valued, alone(valued, valuer));
  const { out, staying } = makeRoom(valued, best, program);
  const instead = [...staying, valued];
  const swapped = standTogether(instead, valuer.price(instead.filter(valuer.isBound)));
  const beatenBy = sortSmall(
    out.map((winner) => winner.offer.id),
    byCodeUnit,
  );
  return { offer, reason: "beaten", worth, beatenBy, behind: best.worth - swapped.worth };
}
