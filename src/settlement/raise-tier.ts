import type { TierRaise } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Member, Transaction } from "../standing/request.js";
import type { RaisedTier } from "../standing/standing.js";
import type { Award } from "../valuation/award.js";
import { laterBy } from "./ends-at.js";

/** What becomes of the member's tier. `undefined` is unknown, or none. */
export interface TierChange {
  /** Raises for a while apart. */
  readonly base: string | undefined;
  /** The raise that holds afterwards. */
  readonly raised: RaisedTier | undefined;
  /** The higher of the two. */
  readonly after: string | undefined;
}

/** The highest of the raises given stands; of two to one tier, that which holds longer. */
export function raiseTier(
  program: Program,
  { standing }: Member,
  transaction: Transaction,
  awards: readonly Award[],
): TierChange {
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

/** `undefined` is for good. */
export function raiseEnd(
  { period }: TierRaise,
  program: Program,
  transaction: Transaction,
): number | undefined {
  return period === undefined ? undefined : laterBy(period, program, transaction);
}
