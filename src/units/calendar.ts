import { TZDate } from "@date-fns/tz";
import { add, type Duration as DateFnsDuration } from "date-fns";
import { d2j, j2d, jalaaliMonthLength } from "jalaali-js";

export type CalendarId = "gregorian" | "persian";

/** A date of one calendar. Months and days begin at 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A span of calendar time; years and months first, clamped to the month's last day, then weeks and days. */
export interface Duration {
  readonly years?: number | undefined;
  readonly months?: number | undefined;
  readonly weeks?: number | undefined;
  readonly days?: number | undefined;
}

/**
 * One calendar over a common count of days: day 0 is 1 January 1970 (Gregorian), whatever the calendar.
 * Worked: day 20,778 is 2026-11-21 in the Gregorian and 1405-08-30 in the Persian calendar.
 */
export interface Calendar {
  readonly id: CalendarId;
  dayOf(date: CivilDate): number;
  dateOf(day: number): CivilDate;
  monthLength(year: number, month: number): number;
  plus(day: number, duration: Duration): number;
}

const DAY_MS = 86_400_000;

/** Days from 1 March of the year 0 to day 0, and one. */
const MARCH_OF_YEAR_0 = 719_469;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of the Gregorian calendar. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MOST_DAYS = 4_096;

/** What is decided on one day, or in one year, asks for it again and again, and calendars are slow. */
function byDay<Found>(find: (day: number) => Found): (day: number) => Found {
  const known = new Map<number, Found>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const found = find(day);
    if (known.size >= MOST_DAYS) known.clear();
    known.set(day, found);
    return found;
  };
}

/** A program has few spans, which nobody can change. */
function bySpan(plus: Calendar["plus"]): Calendar["plus"] {
  const sums = new WeakMap<Duration, (day: number) => number>();
  return (day, span) => {
    const known = sums.get(span);
    if (known !== undefined) return known(day);
    if (!Object.isFrozen(span)) return plus(day, span);
    const sum = byDay((one) => plus(one, span));
    sums.set(span, sum);
    return sum(day);
  };
}

const gregorian: Calendar = {
  id: "gregorian",
  dayOf: ({ year, month, day }) => {
    // Years that begin in March end with the day that leaps.
    const since = month < 3 ? year - 1 : year;
    const months = month < 3 ? month + 9 : month - 3;
    const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
    return 365 * since + leaps + Math.floor((153 * months + 2) / 5) + day - MARCH_OF_YEAR_0;
  },
  dateOf: byDay((day) => {
    const date = new Date(day * DAY_MS);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }),
  monthLength: (year, month) => (month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)),
  plus: bySpan(
    (day, span) => add(new TZDate(day * DAY_MS, "UTC"), span as DateFnsDuration).getTime() / DAY_MS,
  ),
};

/** The Julian day number of day 0. */
const JULIAN_DAY_ZERO = 2_440_588;

/** 1 Farvardin of a Persian year. */
const persianNewYear = byDay((year) => j2d(year, 1, 1) - JULIAN_DAY_ZERO);

const persian: Calendar = {
  id: "persian",
  // Of six months of 31 days, then of 30: only where a year begins is hard to find.
  dayOf: ({ year, month, day }) =>
    persianNewYear(year) + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1,
  dateOf: byDay((day) => {
    const { jy, jm, jd } = d2j(day + JULIAN_DAY_ZERO);
    return { year: jy, month: jm, day: jd };
  }),
  monthLength: jalaaliMonthLength,
  plus: bySpan((day, { years = 0, months = 0, weeks = 0, days = 0 }) => {
    const from = persian.dateOf(day);
    const month = from.month - 1 + months + years * 12;
    const to = { year: from.year + Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1 };
    const last = jalaaliMonthLength(to.year, to.month);
    return persian.dayOf({ ...to, day: Math.min(from.day, last) }) + weeks * 7 + days;
  }),
};

export function calendarOf(id: CalendarId): Calendar {
  return id === "persian" ? persian : gregorian;
}

/** Does the calendar have this date? */
export function isDate(calendar: Calendar, { year, month, day }: CivilDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= calendar.monthLength(year, month);
}

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Worked: day 0, 1 January 1970, was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] as Weekday;
}

/** The first day of the week that holds `day`, for weeks that begin on `start`. */
export function weekStartOf(day: number, start: Weekday): number {
  const past = (day + 3 - WEEKDAYS.indexOf(start)) % 7;
  return day - ((past + 7) % 7);
}

const texts = {
  gregorian: byDay((day) => formatDate(gregorian.dateOf(day))),
  persian: byDay((day) => formatDate(persian.dateOf(day))),
};

/** A day as a date of the calendar. */
export function dateText({ id }: Calendar, day: number): string {
  return texts[id](day);
}

/** `2026-11-21`, the same form in either calendar. */
export function formatDate({ year, month, day }: CivilDate): string {
  const two = (part: number) => part.toString().padStart(2, "0");
  return `${year.toString().padStart(4, "0")}-${two(month)}-${two(day)}`;
}
