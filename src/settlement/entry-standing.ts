import type { Program } from "../program/program.js";
import type { Member, Transaction } from "../standing/request.js";
import { streaksWith } from "../standing/streaks.js";
import { formatInstant, localTimeOf } from "../units/zone.js";
import type { EntryStanding } from "./entry.js";
import type { TierChange } from "./raise-tier.js";

/** What the member had when it happened, and what the next transaction finds. */
export function entryStanding(
  { standing }: Member,
  transaction: Transaction,
  { base, raised, after }: TierChange,
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
    visitNumber: visits === undefined ? null : visits + 1,
  };
}
