import type { Program } from "../program/program.js";
import type { Member, Transaction } from "../standing/request.js";
import { streaksWith } from "../standing/streaks.js";
import { formatInstant, localTimeOf } from "../units/zone.js";
import type { TierChange } from "./raise-tier.js";

/** What the member had when it happened, and what the next one finds. */
export interface EntryStanding {
  /** The tier after it, raises apart. */
  readonly baseTier: string | null;
  readonly daysSinceLastVisit: number | null;
  /** A raise for a while that holds after it. */
  readonly raisedTier: { readonly tier: string; readonly until: string } | null;
  /** With this visit. */
  readonly streaks: { readonly months: number; readonly weeks: number } | null;
  readonly tierAfter: string | null;
  readonly tierBefore: string | null;
  /** Of the tier after it: until when a review has left it, and until when no review lowers it. */
  readonly tierGraceUntil: string | null;
  readonly tierHeldUntil: string | null;
  readonly visitNumber: number | null;
}

/** What the member had when it happened, and what the next transaction finds. */
export function entryStanding(
  { standing }: Member,
  transaction: Transaction,
  { base, raised, after, heldUntil, graceUntil }: TierChange,
  program: Program,
): EntryStanding {
  const { lastVisitAt, tier, visits } = standing;
  const { zone } = program;
  const { day } = transaction.local;
  const streaks = streaksWith(standing, transaction, program);
  return {
    baseTier: base ?? null,
    daysSinceLastVisit: lastVisitAt === undefined ? null : day - localTimeOf(lastVisitAt, zone).day,
    raisedTier: raised === undefined ? null : { tier: raised.tier, until: formatInstant(raised.until, zone) },
    streaks: streaks === undefined ? null : { months: streaks.months, weeks: streaks.weeks },
    tierAfter: after ?? null,
    tierBefore: tier ?? null,
    tierGraceUntil: graceUntil === undefined ? null : formatInstant(graceUntil, zone),
    tierHeldUntil: heldUntil === undefined ? null : formatInstant(heldUntil, zone),
    visitNumber: visits === undefined ? null : visits + 1,
  };
}
