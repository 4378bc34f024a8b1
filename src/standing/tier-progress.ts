import type { Program } from "../program/program.js";
import type { TierTerms } from "../program/tier-terms.js";
import { calendarOf, formatDate } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";
import type { Progress } from "./read-progress.js";
import type { Member } from "./request.js";

/** What has counted towards the tiers, as it counts on one day. */
export interface Reached {
  /** In minor units of what is counted. */
  readonly counted: bigint;
  /** The most that one purchase counted which may reach a tier alone. */
  readonly purchase: bigint;
}

type Measured = Pick<Member, "joinedAt" | "standing">;

const GREGORIAN = calendarOf("gregorian");

/** A local day as rows write it. */
export function dateText(day: number): string {
  return formatDate(GREGORIAN.dateOf(day));
}

/**
 * The period that a purchase of this local day counts in; `undefined` where the year of a membership is not known.
 * Worked: 30 Aban 1405 is `2026-11-21` where the period rolls, and `2026-03-21` where years are counted.
 */
export function periodOf(
  { period }: TierTerms,
  program: Program,
  member: Measured,
  day: number,
): string | undefined {
  if (period === "lifetime") return period;
  if (typeof period === "object") return dateText(day);
  const first = yearStart(program, member, day);
  return first === undefined ? undefined : dateText(first);
}

/** The first local day of the year that holds this one: of the calendar, or of the membership. */
export function yearStart(
  { calendar, tiers, zone }: Program,
  { joinedAt }: Measured,
  day: number,
): number | undefined {
  let origin = { month: 1, day: 1 };
  if (tiers?.period === "anniversary") {
    if (joinedAt === undefined) return undefined;
    origin = calendar.dateOf(localTimeOf(joinedAt, zone).day);
  }
  const startIn = (year: number) =>
    calendar.dayOf({
      year,
      month: origin.month,
      day: Math.min(origin.day, calendar.monthLength(year, origin.month)),
    });
  const { year } = calendar.dateOf(day);
  const start = startIn(year);
  return start <= day ? start : startIn(year - 1);
}

/** What has counted by this local day, as it counts on it; `undefined` is not known. */
export function reachedBy(
  terms: TierTerms,
  program: Program,
  member: Measured,
  day: number,
): Reached | undefined {
  const { progress } = member.standing;
  const { period } = terms;
  if (period === "lifetime") return reachedInLife(terms, member);
  if (progress === undefined) return undefined;
  if (typeof period === "object") {
    const since = dateText(sinceDay(period, program, day));
    const today = dateText(day);
    return sumOf(progress, (row) => since <= row.period && row.period <= today);
  }
  const first = yearStart(program, member, day);
  if (first === undefined) return undefined;
  const thisYear = countedIn(progress, dateText(first));
  const lastYear = countedIn(progress, dateText(yearStart(program, member, first - 1) ?? first));
  return {
    counted: greater(thisYear.counted, lastYear.counted),
    purchase: greater(thisYear.purchase, lastYear.purchase),
  };
}

/** What one period has counted. */
export function countedIn(progress: readonly Progress[], period: string): Reached {
  return sumOf(progress, (row) => row.period === period);
}

/** Where a standing keeps no rows, what is counted for good stands in it all the same, save what came into a wallet. */
function reachedInLife({ metric }: TierTerms, { standing }: Measured): Reached | undefined {
  const { progress, spend, visits } = standing;
  if (progress !== undefined) return sumOf(progress, () => true);
  const known =
    metric === "spend" ? spend : metric === "visits" && visits !== undefined ? BigInt(visits) : undefined;
  return known === undefined ? undefined : { counted: known, purchase: 0n };
}

/** The first day that still counts on this one. Worked: with 12 months, on 21 November 2027 it is 22 November 2026. */
function sinceDay(
  { back }: Exclude<TierTerms["period"], string>,
  { calendar }: Program,
  day: number,
): number {
  return calendar.plus(day, back) + 1;
}

/**
 * Rows of periods before this one count no more, on this local day or later; `undefined` where all count. Of a year
 * the one before it counts, too.
 */
export function oldestPeriod(
  { period }: TierTerms,
  program: Program,
  member: Measured,
  day: number,
): string | undefined {
  if (period === "lifetime") return undefined;
  if (typeof period === "object") return dateText(sinceDay(period, program, day));
  const first = yearStart(program, member, day);
  const before = first === undefined ? undefined : yearStart(program, member, first - 1);
  return before === undefined ? undefined : dateText(before);
}

/** The place on the ladder of the highest tier that this reaches; the lowest is everyone's. */
export function placeReached({ rungs }: TierTerms, { counted, purchase }: Reached): number {
  let place = 0;
  for (const [index, { from, orPurchase }] of rungs.entries()) {
    const isReached =
      (from !== undefined && from <= counted) || (orPurchase !== undefined && orPurchase <= purchase);
    if (isReached) place = index;
  }
  return place;
}

function sumOf(progress: readonly Progress[], counts: (row: Progress) => boolean): Reached {
  let counted = 0n;
  let purchase = 0n;
  for (const row of progress) {
    if (!counts(row)) continue;
    counted += row.amount;
    if (row.sale !== undefined) purchase = greater(purchase, row.amount);
  }
  return { counted, purchase };
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
