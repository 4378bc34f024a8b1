import type { Program } from "../program/program.js";
import { sortSmall } from "../units/sort-small.js";
import type { Award } from "../valuation/award.js";
import type { BarredOffer, Contest } from "../valuation/contest-lines.js";
import { awardsIn, takenIn, valueIn } from "../valuation/price-set.js";
import type { Redeemed } from "../valuation/redeem.js";
import { priceAlone, type Valuer, worthAlone } from "../valuation/value-offers.js";
import type { Valued } from "../valuation/valued.js";
import { explainLoss, givesNothing, type Loser, type Swap } from "./explain-loss.js";
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

/** Chooses among the competing offers; `always` offers stand in any case. */
export function selectAwards(
  program: Program,
  { always, competing, outdone, barred, places }: Contest,
  valuer: Valuer,
): Selection {
  const { best, proven } = searchBest(program, competing, valuer);
  const { pricing } = best;
  const awards: Award[] = [];
  const losers: Loser[] = [];
  for (const valued of always) {
    const given = awardsIn(pricing, valued);
    if (given.length === 0) losers.push(givesNothing(valued, pricing));
    for (const award of given) awards.push(award);
  }
  const stands = new Array<boolean>(places);
  for (const valued of best.offers) {
    stands[valued.place] = true;
    for (const award of awardsIn(pricing, valued)) awards.push(award);
  }
  sortSmall(awards, (a, b) => a.offer.rank - b.offer.rank || a.part - b.part);
  const swaps: Swap[] = [];
  for (const valued of competing) {
    if (stands[valued.place] !== true) losers.push(explainLoss(valued, best, swaps, program, valuer));
  }
  for (const { valued, beatenBy } of outdone) {
    const worth = worthAlone(valuer, valued);
    if (worth === undefined) losers.push(givesNothing(valued, priceAlone(valuer, valued)));
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

function barredWorth({ offer, reason, missing, valued }: BarredOffer, valuer: Valuer): BarredWorth {
  if (valued === undefined) return { offer, reason, missing, worth: undefined, awards: NO_AWARDS };
  const pricing = priceAlone(valuer, valued);
  const { worth } = valueIn(pricing, valued);
  const awards = reason === "heldOut" ? awardsIn(pricing, valued) : NO_AWARDS;
  return { offer, reason, missing, worth, awards };
}

const NO_AWARDS: readonly Award[] = [];
