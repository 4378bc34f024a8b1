import type { Admission, Barred } from "../eligibility/admit-offers.js";
import type { Offer, Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { Award } from "../valuation/award.js";
import { hasDiscount, type Valued, type Valuer } from "../valuation/value-offers.js";
import { conflict, type OfferSet, standTogether } from "./contest.js";
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
}

/** An offer that something else bars, with its worth where that can be figured. */
export interface BarredWorth extends Barred {
  readonly worth: bigint | undefined;
}

export interface Loser {
  readonly offer: Offer;
  readonly reason: "beaten" | "givesNothing";
  /** Given alone beside the `always` offers. */
  readonly worth: bigint;
  /** Ids of the winners that keep it out. */
  readonly beatenBy: readonly string[];
  /** What the member would lose by having it instead of those; `undefined` for an offer that gives nothing. */
  readonly behind: bigint | undefined;
}

/** Chooses among the competing offers; `always` offers stand in any case. */
export function selectAwards(
  program: Program,
  { always, competing, barred }: Admission,
  valuer: Valuer,
): Selection {
  const { best, proven } = searchBest(program, worthTrying(always, competing, valuer), valuer);
  const awards = [
    ...best.pricing.always.awards,
    ...best.offers.flatMap((valued) => best.pricing.valueOf(valued).awards),
  ];
  awards.sort((a, b) => a.offer.rank - b.offer.rank || a.part - b.part);
  const standing = new Set([...awards.map(({ offer }) => offer), ...best.offers.map(({ offer }) => offer)]);
  const losers = [...always, ...competing]
    .filter(({ offer }) => !standing.has(offer))
    .map((valued) => explainLoss(valued, best, program, valuer));
  return {
    winners: best.offers,
    awards,
    worth: best.worth,
    proven,
    losers,
    barred: barred.map((one) => ({ ...one, worth: worthOfBarred(one, valuer) })),
    taken: best.pricing.taken,
  };
}

/**
 * The offers that may give something in some set. One that gives nothing alone gives nothing anywhere, for rivals only
 * take room and base away; save where a rival, figured before a discount that is given always, makes that one take
 * less, or moves what is given always to the lines that a multiplier asks for.
 */
function worthTrying(
  always: readonly Valued[],
  competing: readonly Valued[],
  valuer: Valuer,
): readonly Valued[] {
  const discounts = competing.filter(hasDiscount);
  const roomMayGrow = always.some(
    (valued) => hasDiscount(valued) && discounts.some(({ offer }) => offer.rank < valued.offer.rank),
  );
  if (roomMayGrow) return competing;
  return competing.filter((valued) => multipliesItems(valued) || worthAlone(valued, valuer) !== undefined);
}

function multipliesItems({ benefits }: Valued): boolean {
  return benefits.some(
    (benefit) =>
      benefit.kind !== "discount" && benefit.figure.by === "multiply" && benefit.items !== undefined,
  );
}

/** What an offer gives beside the `always` offers alone; `undefined` where that is nothing. */
function worthAlone(valued: Valued, valuer: Valuer): bigint | undefined {
  const { awards, worth } = valuer.price(hasDiscount(valued) ? [valued] : []).valueOf(valued);
  return awards.length > 0 ? worth : undefined;
}

/** What is unknown about an offer, or about a guest, does not always hide what it would give. */
function worthOfBarred({ offer, reason, benefits }: Barred, valuer: Valuer): bigint | undefined {
  if (benefits === undefined || reason === "factMissing") return undefined;
  return worthAlone({ offer, benefits }, valuer) ?? 0n;
}

function explainLoss(valued: Valued, best: OfferSet, program: Program, valuer: Valuer): Loser {
  const { offer } = valued;
  const worth = valued.offer.always ? undefined : worthAlone(valued, valuer);
  if (worth === undefined)
    return { offer, reason: "givesNothing", worth: 0n, beatenBy: [], behind: undefined };
  const out = keptOutBy(valued, best, program);
  const instead = [...best.offers.filter((winner) => !out.includes(winner)), valued];
  const swapped = standTogether(instead, valuer.price(instead.filter(hasDiscount)));
  const beatenBy = out.map((winner) => winner.offer.id).sort(byCodeUnit);
  return { offer, reason: "beaten", worth, beatenBy, behind: best.worth - swapped.worth };
}

/**
 * The winners that would have to go for this offer to stand: those it never stands beside, and of a full group, or of
 * `maxOffers`, those of least worth, ties to the greater id, as few as make room.
 */
function keptOutBy(valued: Valued, { offers, pricing }: OfferSet, program: Program): readonly Valued[] {
  const foes = offers.filter((winner) => conflict(winner, valued));
  const staying = offers.filter((winner) => !foes.includes(winner));
  const rivals = staying.filter(({ offer }) => offer.group === valued.offer.group);
  const crowd = leastOf(rivals, rivals.length + 1 - (program.groups.get(valued.offer.group) ?? 0), pricing);
  const rest = staying.filter((winner) => !crowd.includes(winner));
  return [...foes, ...crowd, ...leastOf(rest, rest.length + 1 - program.maxOffers, pricing)];
}

function leastOf(winners: readonly Valued[], count: number, pricing: OfferSet["pricing"]): readonly Valued[] {
  if (count <= 0) return [];
  const worthOf = (winner: Valued) => pricing.valueOf(winner).worth;
  const byWorth = [...winners].sort((a, b) => {
    const [worthA, worthB] = [worthOf(a), worthOf(b)];
    return worthA === worthB ? byCodeUnit(b.offer.id, a.offer.id) : worthA < worthB ? -1 : 1;
  });
  return byWorth.slice(0, count);
}
