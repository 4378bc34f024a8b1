import type { TierRaise } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import { laterBy } from "../standing/later-by.js";
import type { RaisedTier } from "../standing/read-tiers.js";
import type { Member, Transaction } from "../standing/request.js";
import type { Standing } from "../standing/standing.js";
import { placeReached, type Reached, reachedBy } from "../standing/tier-progress.js";
import { heldAfter } from "../standing/tier-review.js";
import type { Award } from "../valuation/award.js";
import type { Counted } from "./count-progress.js";

/** What becomes of the member's tier. `undefined` is unknown, or none. */
export interface TierChange {
  /** Raises for a while apart. */
  readonly base: string | undefined;
  /** The raise that holds afterwards. */
  readonly raised: RaisedTier | undefined;
  /** The higher of the two. */
  readonly after: string | undefined;
  /** Of the base. */
  readonly heldUntil: number | undefined;
  readonly graceUntil: number | undefined;
}

/** The one place where a transaction changes the tier: by what offers raise, and by what it has counted. */
export function raiseTier(
  program: Program,
  member: Member,
  transaction: Transaction,
  awards: readonly Award[],
  counted: Counted,
): TierChange {
  const { ladder, tiers } = program;
  const { tierHeldUntil, tierGraceUntil } = member.standing;
  if (tiers === undefined && !awards.some(isRaise)) return asBefore(member.standing);
  const offered = raisedByOffers(program, member, transaction, awards);
  const reached = tiers && reachedWith(program, member, transaction, counted);
  const place = tiers && reached && placeReached(tiers, reached);
  const offeredPlace = offered.base === undefined ? undefined : ladder.indexOf(offered.base);
  // Nobody knows whether an unknown tier is below what is reached.
  const isReached = place !== undefined && offeredPlace !== undefined && place >= offeredPlace;
  const base = isReached ? ladder[place] : offered.base;
  const isHigher = base !== undefined && ladder.indexOf(base) > ladder.indexOf(offered.after ?? "");
  const after = isHigher ? base : offered.after;
  const { raised } = offered;
  const isRaised = base !== member.standing.baseTier;
  if (!isRaised && (tierGraceUntil === undefined || !isReached)) {
    return { base, raised, after, heldUntil: tierHeldUntil, graceUntil: tierGraceUntil };
  }
  const heldUntil = isReached
    ? tiers?.holds && laterBy(tiers.holds, program, transaction)
    : tiers && heldAfter(tiers, program, transaction);
  return { base, raised, after, heldUntil, graceUntil: undefined };
}

function isRaise({ kind }: Award): boolean {
  return kind === "tier";
}

function asBefore({ baseTier, raisedTier, tier, tierHeldUntil, tierGraceUntil }: Standing): TierChange {
  return {
    base: baseTier,
    raised: raisedTier,
    after: tier,
    heldUntil: tierHeldUntil,
    graceUntil: tierGraceUntil,
  };
}

/** The highest of the raises given stands; of two to one tier, that which holds longer. */
function raisedByOffers(
  program: Program,
  { standing }: Member,
  transaction: Transaction,
  awards: readonly Award[],
): Pick<TierChange, "base" | "raised" | "after"> {
  let base = standing.baseTier;
  let raised = standing.raisedTier;
  let after = standing.tier;
  const rank = (tier: string | undefined) => (tier === undefined ? -1 : program.ladder.indexOf(tier));
  for (const { kind, benefit } of awards) {
    if (kind !== "tier") continue;
    const { tier, period } = benefit as TierRaise;
    const until = raiseEnd(benefit as TierRaise, program, transaction);
    if (period === undefined && rank(tier) > rank(base)) base = tier;
    const isHigher = raised === undefined || rank(tier) > rank(raised.tier);
    const isLonger = raised?.tier === tier && until !== undefined && until > raised.until;
    if (until !== undefined && (isHigher || isLonger)) raised = { tier, until };
    if (rank(tier) > rank(after)) after = tier;
  }
  return { base, raised, after };
}

/** What has counted with this transaction; where nobody knows what had, what it reaches alone. */
function reachedWith(
  program: Program,
  member: Member,
  { local }: Transaction,
  counted: Counted,
): Reached | undefined {
  const { towards } = counted;
  if (program.tiers === undefined || towards === undefined) return undefined;
  const known = reachedBy(program.tiers, program, counting(member, counted), local.day);
  if (!towards.alone) return known;
  const { amount } = towards;
  if (known === undefined) return { counted: 0n, purchase: amount };
  return known.purchase < amount ? { ...known, purchase: amount } : known;
}

/** The member with what a transaction counts. */
export function counting(member: Member, { spend, visits, towards }: Counted): Member {
  const { standing } = member;
  const { progress } = standing;
  const row = towards && {
    period: towards.period,
    amount: towards.amount,
    sale: towards.alone ? THIS_SALE : undefined,
  };
  return {
    ...member,
    standing: {
      ...standing,
      spend: standing.spend === undefined ? undefined : standing.spend + spend,
      visits: standing.visits === undefined ? undefined : standing.visits + visits,
      progress: row === undefined || progress === undefined ? progress : [...progress, row],
    },
  };
}

/** Its id matters to nobody before it is written down. */
const THIS_SALE = "";

/** `undefined` is for good. */
export function raiseEnd(
  { period }: TierRaise,
  program: Program,
  transaction: Transaction,
): number | undefined {
  return period === undefined ? undefined : laterBy(period, program, transaction);
}
