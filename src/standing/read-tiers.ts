import type { StandingDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import { parseInstant } from "../units/instant.js";

/** Where a member stands on the ladder; `undefined` is unknown, or none. */
export interface StandingTiers {
  /** Where the member stands: the higher of the next two. */
  readonly tier: string | undefined;
  /** Raises for a while apart. */
  readonly baseTier: string | undefined;
  /** The raise that holds. */
  readonly raisedTier: RaisedTier | undefined;
}

export interface RaisedTier {
  readonly tier: string;
  readonly until: number;
}

/** An unknown tier is not known by a raise: it may lie above it. */
export function readTiers(
  { tier, raisedTier }: StandingDocument,
  at: number,
  { ladder }: Program,
): StandingTiers {
  const base = tier !== undefined && ladder.includes(tier) ? tier : undefined;
  const until = (raisedTier && parseInstant(raisedTier.until)) ?? Number.NEGATIVE_INFINITY;
  if (raisedTier === undefined || at >= until || !ladder.includes(raisedTier.tier))
    return { tier: base, baseTier: base, raisedTier: undefined };
  const isAbove = base !== undefined && ladder.indexOf(raisedTier.tier) > ladder.indexOf(base);
  return {
    tier: isAbove ? raisedTier.tier : base,
    baseTier: base,
    raisedTier: { tier: raisedTier.tier, until },
  };
}
