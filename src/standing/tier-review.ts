import type { Program } from "../program/program.js";
import type { TierTerms } from "../program/tier-terms.js";
import type { Duration } from "../units/calendar.js";
import { instantOf, type LocalTime, localTimeOf } from "../units/zone.js";
import { laterBy } from "./later-by.js";
import type { Member } from "./request.js";
import { firstChange } from "./review-days.js";
import { placeReached, reachedBy, yearStart } from "./tier-progress.js";

/** What a review makes of a member's own tier, raises for a while apart. */
export interface TierReview {
  readonly before: string;
  readonly after: string;
  readonly heldUntil: number | undefined;
  readonly graceUntil: number | undefined;
}

/** How far ahead a review is looked for. */
const AHEAD: Duration = Object.freeze({ years: 10 });

/**
 * What a review at this instant changes; `undefined` where none is due at it, or it finds the tier reached. One is due
 * at the start of a local day (of the first day of a year where years are counted), once the tier is held no more; and
 * at the end of the grace.
 * Worked: gold from 20,000,000 of the last 12 months, of which 18,000,000 are left: silver, or gold until the grace ends.
 */
export function reviewTier(program: Program, member: Member, at: number): TierReview | undefined {
  const { ladder, tiers, zone } = program;
  const { baseTier, tierHeldUntil: held, tierGraceUntil: grace } = member.standing;
  if (tiers === undefined || tiers.downgrade === "none" || baseTier === undefined) return undefined;
  if (held !== undefined && at < held) return undefined;
  const local = localTimeOf(at, zone);
  const isGraceOver = grace !== undefined && grace <= at;
  if (!isGraceOver && !isReviewDay(program, member, { at, local })) return undefined;
  const reached = reachedBy(tiers, program, member, local.day);
  if (reached === undefined) return undefined;
  const base = ladder.indexOf(baseTier);
  const place = placeReached(tiers, reached);
  const kept = { before: baseTier, after: baseTier, heldUntil: undefined, graceUntil: undefined };
  if (place >= base) return grace === undefined ? undefined : kept;
  if (isGraceOver || (grace === undefined && tiers.grace === undefined)) {
    const isStep = tiers.downgrade === "oneStep";
    const after = ladder[isStep ? base - 1 : place] ?? baseTier;
    return { ...kept, after, heldUntil: isStep ? heldAfter(tiers, program, { at, local }) : undefined };
  }
  if (tiers.grace === undefined || grace !== undefined) return undefined;
  return { ...kept, graceUntil: laterBy(tiers.grace, program, { at, local }) };
}

interface Instant {
  readonly at: number;
  readonly local: LocalTime;
}

function isReviewDay(program: Program, member: Member, { at, local: { day } }: Instant): boolean {
  if (instantOf(day, 0, program.zone) !== at) return false;
  return !countsYears(program.tiers) || yearStart(program, member, day) === day;
}

export function countsYears(terms: TierTerms | undefined): boolean {
  return terms?.period === "calendarYear" || terms?.period === "anniversary";
}

/**
 * How long a tier is kept that was come to without being reached: as long as one that was, or else as long as what is
 * counted counts. Where years are counted the next review is far enough.
 */
export function heldAfter(
  { holds, period }: TierTerms,
  program: Program,
  instant: Instant,
): number | undefined {
  const span = holds ?? (typeof period === "object" ? period.rolling : undefined);
  return span === undefined ? undefined : laterBy(span, program, instant);
}

/**
 * The earliest instant after `after` at which a review changes something, if nothing else happens; `after` itself where
 * the grace is over already; `undefined` where there is none up to `until`, or within ten years.
 */
export function nextReview(
  program: Program,
  member: Member,
  after: number,
  until?: number,
): number | undefined {
  const { calendar, ladder, tiers, zone } = program;
  const { baseTier, progress = [], tierHeldUntil: held, tierGraceUntil: grace } = member.standing;
  if (tiers === undefined || tiers.downgrade === "none" || baseTier === undefined) return undefined;
  // Nobody falls below the lowest tier, and most members are there.
  if (ladder[0] === baseTier && grace === undefined) return undefined;
  const changesAt = (at: number) => reviewTier(program, member, at) !== undefined;
  const graceEnd = grace === undefined ? undefined : Math.max(grace, held ?? grace, after);
  const end = graceEnd !== undefined && changesAt(graceEnd) ? graceEnd : undefined;
  const horizon =
    until === undefined ? calendar.plus(localTimeOf(after, zone).day, AHEAD) : localTimeOf(until, zone).day;
  const day = firstChange({
    program,
    member,
    rows: progress,
    from: firstDayAt(Math.max(after + 1, held ?? after + 1), zone),
    to: end === undefined ? horizon : Math.min(horizon, localTimeOf(end, zone).day),
    changesOn: (one) => changesAt(instantOf(one, 0, zone)),
  });
  const start = day === undefined ? undefined : instantOf(day, 0, zone);
  if (start === undefined || end === undefined) return start ?? end;
  return Math.min(start, end);
}

/** The first local day that starts at an instant or after it. */
function firstDayAt(at: number, zone: string): number {
  const { day } = localTimeOf(at, zone);
  return instantOf(day, 0, zone) >= at ? day : day + 1;
}
