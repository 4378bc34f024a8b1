import type { CompiledProgram } from "../eligibility/compile.js";
import type { Moment } from "../standing/later-by.js";
import type { Member } from "../standing/request.js";
import { nextReview } from "../standing/tier-review.js";
import { localTimeOf } from "../units/zone.js";
import type { Life } from "./life.js";
import { nextOccasions } from "./next-occasions.js";
import type { Occasion } from "./occasion.js";
import { nextReminder } from "./reminders.js";

/** An instant at which something falls due. */
export interface Due extends Moment {
  /** Is the tier reviewed? */
  readonly reviewed: boolean;
  readonly occasions: readonly Occasion[];
  /** Is the member reminded of anything? */
  readonly reminded: boolean;
}

/**
 * The first instant up to `until` at which something falls due. What is overdue, for the standing still has it, is due
 * at once.
 */
export function nextDue(
  { program, offersOn }: CompiledProgram,
  { member, since }: Life,
  until: number,
): Due | undefined {
  const span = { since, until };
  // What an entry has changed since was not so on the days before it.
  const changed = Math.max(since, member.standing.lastEntryAt);
  const review = nextReview(program, member, changed, until) ?? Number.POSITIVE_INFINITY;
  const occasions = nextOccasions(offersOn, program, member, span);
  const reminder = nextReminder(program, member, { since: changed, until });
  const change = Math.max(since, nextChange(member));
  const at = Math.min(change, review, occasions?.at ?? Number.POSITIVE_INFINITY, reminder);
  if (at > until) return undefined;
  return {
    at,
    local: localTimeOf(at, program.zone),
    reviewed: at === review,
    occasions: occasions?.at === at ? occasions.due : [],
    reminded: at === reminder,
  };
}

/** When the first of what the member has becomes active, or lapses. */
function nextChange({ standing: { lots, vouchers } }: Member): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { amount, pending, activeAt, expiresAt } of lots) {
    if (amount === 0n) continue;
    if (pending && activeAt < first) first = activeAt;
    if (expiresAt < first) first = expiresAt;
  }
  for (const { expiresAt } of vouchers) if (expiresAt < first) first = expiresAt;
  return first;
}
