import type { WrittenDate } from "../documents/dates.js";
import type { CompiledOffer } from "../eligibility/compiled-offer.js";
import type { LeapDayMode } from "../facts/catalogue.js";
import type { Offer, Program } from "../program/program.js";
import { returnIn } from "../standing/birthday.js";
import { type Calendar, calendarOf } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";
import type { Occasion } from "./occasion.js";

/** An occasion of an offer, or the birthday without one, on the day on which it next falls due. */
export interface DatedOccasion extends Pick<Occasion, "type" | "name"> {
  readonly day: number;
  readonly offer: CompiledOffer | undefined;
}

/** The local days that are looked at. */
export interface SoughtDays {
  readonly first: number;
  readonly last: number;
  has(day: number): boolean;
}

/** The days on which a date returns, from the year after it on. */
export function* returnDays(date: WrittenDate, leapDay: LeapDayMode, sought: SoughtDays): Generator<number> {
  for (const year of yearsOf(calendarOf(date.calendar), sought)) {
    const day = year > date.date.year ? returnIn(year, date, leapDay) : undefined;
    if (day !== undefined) yield day;
  }
}

/**
 * The birthdays that are greeted whatever is given: those of years in which no offer's own day is. An offer without a
 * `leapDay`, as no offer, is due on the day before.
 */
export function* greetingDays(
  born: WrittenDate,
  modes: readonly LeapDayMode[],
  sought: SoughtDays,
): Generator<number> {
  for (const year of yearsOf(calendarOf(born.calendar), sought)) {
    if (year <= born.date.year || modes.some((mode) => returnIn(year, born, mode) !== undefined)) continue;
    const day = returnIn(year, born, "before");
    if (day !== undefined) yield day;
  }
}

export function milestoneDays({ occasions }: Offer, joinedAt: number, program: Program): readonly number[] {
  const { day } = localTimeOf(joinedAt, program.zone);
  return occasions.milestone.map((span) => program.calendar.plus(day, span)).sort((a, b) => a - b);
}

/** One day an absence: the next one begins with the next visit. */
export function absenceDay({ occasions }: Offer, lastVisitAt: number, program: Program): readonly number[] {
  if (occasions.inactivity === undefined) return [];
  return [program.calendar.plus(localTimeOf(lastVisitAt, program.zone).day, occasions.inactivity)];
}

/** The first days of an offer's window. */
export function* startDays({ window }: Offer, { calendar }: Program, sought: SoughtDays): Generator<number> {
  if (window === undefined) return;
  if (!("yearly" in window)) {
    if (window.from !== undefined) yield window.from;
    return;
  }
  const { month, day } = window.yearly.from;
  for (const year of yearsOf(calendar, sought)) {
    yield calendar.dayOf({ year, month, day: Math.min(day, calendar.monthLength(year, month)) });
  }
}

/** The years that the days lie in, and those beside them: a day after the last of a year belongs to that year. */
function* yearsOf(calendar: Calendar, { first, last }: SoughtDays): Generator<number> {
  const until = calendar.dateOf(last).year + 1;
  for (let year = calendar.dateOf(first).year - 1; year <= until; year++) yield year;
}
