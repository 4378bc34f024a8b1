import type { WrittenDate } from "../documents/dates.js";
import type { LeapDayMode } from "../facts/catalogue.js";
import { calendarOf, type Weekday, weekStartOf } from "../units/calendar.js";

/** The return of a day in one year of its own calendar. */
export interface Return {
  readonly year: number;
  readonly day: number;
}

/** The days that belong to one return. */
export interface ReturnSpan {
  readonly before: number;
  readonly after: number;
  readonly span: "day" | "week" | "month" | undefined;
  readonly leapDay: LeapDayMode;
  readonly weekStart: Weekday;
}

/**
 * The day on which a date returns in a year of its own calendar, wherever it lies in the club's.
 * Worked: 30 Esfand 1375 in 1405, which has 29 days of Esfand: `before` 29 Esfand 1405, `after` 1 Farvardin 1406,
 * `exact` none.
 */
export function returnIn(
  year: number,
  { calendar, date }: WrittenDate,
  leapDay: LeapDayMode,
): number | undefined {
  const { dayOf, monthLength } = calendarOf(calendar);
  const last = monthLength(year, date.month);
  if (date.day <= last) return dayOf({ year, month: date.month, day: date.day });
  if (leapDay === "exact") return undefined;
  return dayOf({ year, month: date.month, day: last }) + (leapDay === "after" ? 1 : 0);
}

/** The return whose days hold this one. A day comes back first in the year after it. */
export function returnHolding(day: number, date: WrittenDate, days: ReturnSpan): Return | undefined {
  for (const year of yearsAround(day, date)) {
    const back = returnIn(year, date, days.leapDay);
    if (back === undefined) continue;
    const [first, last] = spanOf(back, date, days);
    if (first <= day && day <= last) return { year, day: back };
  }
  return undefined;
}

function yearsAround(day: number, { calendar, date }: WrittenDate): readonly number[] {
  const { year } = calendarOf(calendar).dateOf(day);
  return [year - 1, year, year + 1].filter((one) => one > date.year);
}

function spanOf(back: number, { calendar }: WrittenDate, { before, after, span, weekStart }: ReturnSpan) {
  switch (span) {
    case "day":
      return [back, back] as const;
    case "week": {
      const first = weekStartOf(back, weekStart);
      return [first, first + 6] as const;
    }
    case "month": {
      const { dateOf, dayOf, monthLength } = calendarOf(calendar);
      const { year, month } = dateOf(back);
      const first = dayOf({ year, month, day: 1 });
      return [first, first + monthLength(year, month) - 1] as const;
    }
    case undefined:
      return [back - before, back + after] as const;
  }
}

/** Without an exact day of its own, a leap day may take eight years to come back. */
const LONGEST_WAIT = 9;

/** Days until the date next returns, 0 on the day itself. */
export function daysToReturn(day: number, date: WrittenDate, leapDay: LeapDayMode): number | undefined {
  const { year } = calendarOf(date.calendar).dateOf(day);
  // Only the day after a leap day that the year before lacks may lie in this year.
  const first = leapDay === "after" ? year - 1 : year;
  for (let next = Math.max(first, date.date.year + 1); next <= year + LONGEST_WAIT; next++) {
    const back = returnIn(next, date, leapDay);
    if (back !== undefined && back >= day) return back - day;
  }
  return undefined;
}

/** The year of the latest return on or before this day; the year of the date itself before its first. */
export function runningYear(day: number, date: WrittenDate): number {
  const { year } = calendarOf(date.calendar).dateOf(day);
  const back = returnIn(year, date, "before");
  return Math.max(date.date.year, back !== undefined && back <= day ? year : year - 1);
}
