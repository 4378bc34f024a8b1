import { type Offer, type Program, valueForTier } from "../program/program.js";
import { returnHolding, runningYear } from "../standing/birthday.js";
import type { Member } from "../standing/request.js";
import type { Use } from "../standing/standing.js";
import { calendarOf, formatDate, weekStartOf } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";

/** The local date and birthday year that one use of an offer counts in. */
export interface UseMark {
  readonly day: number;
  /** `null` where the offer has nothing to do with birthdays. */
  readonly birthdayYear: number | null;
}

/** Where a use of this offer counts that falls on `day`. */
export function markUse(offer: Offer, day: number, member: Member | undefined, program: Program): UseMark {
  const { birthday, limit } = offer;
  const born = member?.birthDate;
  if (born === undefined || (birthday === undefined && limit?.per !== "birthdayYear"))
    return { day, birthdayYear: null };
  const tier = member?.standing.tier;
  const held =
    birthday &&
    returnHolding(day, born, {
      before: valueForTier(birthday.before, tier) ?? 0,
      after: valueForTier(birthday.after, tier) ?? 0,
      span: birthday.span,
      leapDay: birthday.leapDay,
      weekStart: program.weekStart,
    });
  return { day, birthdayYear: held?.year ?? runningYear(day, born) };
}

/** Has the member had the offer as often as its limit allows, in the period that this use would count in? */
export function limitReached(offer: Offer, mark: UseMark, member: Member, program: Program): boolean {
  const { limit } = offer;
  if (limit === undefined) return false;
  let count = 0;
  for (const use of usesOf(offer, member.standing.uses)) {
    if (samePeriod(offer, use, mark, member, program)) count += 1;
  }
  return count >= limit.count;
}

/** Sorted by offer once a standing: thousands of limited offers may ask for thousands of uses. */
const sorted = new WeakMap<readonly Use[], ReadonlyMap<string, readonly Use[]>>();

function usesOf({ id }: Offer, uses: readonly Use[]): readonly Use[] {
  const known = sorted.get(uses) ?? byOffer(uses);
  sorted.set(uses, known);
  return known.get(id) ?? [];
}

function byOffer(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const lists = new Map<string, Use[]>();
  for (const use of uses) {
    const list = lists.get(use.offer);
    if (list === undefined) lists.set(use.offer, [use]);
    else list.push(use);
  }
  return lists;
}

function samePeriod(offer: Offer, use: Use, mark: UseMark, member: Member, program: Program): boolean {
  const { calendar, weekStart } = program;
  const day = use.day === undefined ? localTimeOf(use.at, program.zone).day : dayOfText(use.day);
  switch (offer.limit?.per) {
    case "day":
      return day === mark.day;
    case "week":
      return weekStartOf(day, weekStart) === weekStartOf(mark.day, weekStart);
    case "month":
      return (
        formatDate(calendar.dateOf(day)).slice(0, -3) === formatDate(calendar.dateOf(mark.day)).slice(0, -3)
      );
    case "year":
      return calendar.dateOf(day).year === calendar.dateOf(mark.day).year;
    case "birthdayYear":
      return (use.birthdayYear ?? markUse(offer, day, member, program).birthdayYear) === mark.birthdayYear;
    case "lifetime":
    case undefined:
      return true;
  }
}

/** A Gregorian `yyyy-mm-dd`, as uses are written down. */
function dayOfText(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return calendarOf("gregorian").dayOf({ year, month, day });
}
