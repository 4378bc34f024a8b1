import type { Offer, Program } from "vafa";
import { type Calendar, type CivilDate, calendarOf, isDate, weekStartOf } from "../../src/units/calendar.js";
import type { Situation } from "./situation.js";

type Birthday = NonNullable<Offer["birthday"]>;
type Window = NonNullable<Offer["window"]>;
type YearlyWindow = Extract<Window, { readonly yearly: unknown }>["yearly"];
export type LeapDay = NonNullable<Birthday["leapDay"]>;
export type Period = NonNullable<NonNullable<Offer["limits"]>["perMember"]>["per"];
export type Duration = NonNullable<NonNullable<Program["wallets"]>[number]["activatesAfter"]>;

/** A date in the calendar it is written in, and the day it is on, counted from 1970. */
export interface Dated extends CivilDate {
  readonly calendar: Calendar;
  readonly on: number;
}

/** R3.1. What is no date is `undefined`. */
export function readDate(written: unknown): Dated | undefined {
  if (typeof written === "string") {
    const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written);
    const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number);
    return year < 1900 ? undefined : dated(calendarOf("gregorian"), { year, month, day });
  }
  if (typeof written !== "object" || written === null || !("calendar" in written)) return undefined;
  const { calendar, year, month, day } = written as Partial<Record<string, unknown>>;
  if (calendar !== "persian" || !isWhole(year) || !isWhole(month) || !isWhole(day)) return undefined;
  return year < 1279 || year > 1500 ? undefined : dated(calendarOf("persian"), { year, month, day });
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}

function dated(calendar: Calendar, date: CivilDate): Dated | undefined {
  return isDate(calendar, date) ? { ...date, calendar, on: calendar.dayOf(date) } : undefined;
}

/** R2.6, R2.7 */
export function inWindow(day: number, window: Window, calendar: Calendar): boolean {
  if ("yearly" in window) return inYearlyWindow(day, window.yearly, calendar);
  const { from, to } = window;
  const since = from === undefined ? undefined : readDate(from)?.on;
  const until = to === undefined ? undefined : readDate(to)?.on;
  return (since === undefined || since <= day) && (until === undefined || day <= until);
}

/** R2.7 */
export function inYearlyWindow(day: number, window: YearlyWindow, calendar: Calendar): boolean {
  const { year } = calendar.dateOf(day);
  const dayOf = ({ month, day }: YearlyWindow["from"]) =>
    calendar.dayOf({ year, month, day: Math.min(day, calendar.monthLength(year, month)) });
  const [from, to] = [dayOf(window.from), dayOf(window.to)];
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

/** R3.3, R3.4: the returns of a date from the year before `day` on, long enough to meet a leap day. */
function returnsAround(day: number, born: Dated, leapDay: LeapDay) {
  const { calendar, month } = born;
  const first = Math.max(born.year + 1, calendar.dateOf(day).year - 1);
  return Array.from({ length: 10 }, (_, index) => first + index).flatMap((year) => {
    const last = calendar.monthLength(year, month);
    if (born.day <= last) return [{ year, on: calendar.dayOf({ year, month, day: born.day }) }];
    const before = calendar.dayOf({ year, month, day: last });
    return leapDay === "exact" ? [] : [{ year, on: leapDay === "after" ? before + 1 : before }];
  });
}

/** R3.5 */
export function daysToReturn(day: number, born: Dated, leapDay: LeapDay = "before"): number | undefined {
  const next = returnsAround(day, born, leapDay).find(({ on }) => on >= day);
  return next && next.on - day;
}

/** What a birthday's days are, with the figures of one tier. */
export interface BirthdayTerms extends Omit<Birthday, "before" | "after"> {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/** R3.6, R3.7: the birthday year of a day in a birthday's days; `undefined` where it is in none. */
export function birthdayYearIn(day: number, born: Dated, terms: BirthdayTerms, { weekStart }: Situation) {
  const { before = 0, after = 0, span, leapDay = "before" } = terms;
  const monthOf = (some: number) => {
    const { year, month } = born.calendar.dateOf(some);
    return year * 12 + month;
  };
  return returnsAround(day, born, leapDay).find(({ on }) => {
    if (span === "week") return weekStartOf(on, weekStart) === weekStartOf(day, weekStart);
    if (span === "month") return monthOf(on) === monthOf(day);
    return on - before <= day && day <= on + after;
  })?.year;
}

/** R3.8: the year of the latest return, before the first the year of the date itself. */
export function latestBirthdayYear(day: number, born: Dated): number {
  const past = returnsAround(day, born, "before").filter(({ on }) => on <= day);
  return past.at(-1)?.year ?? born.year;
}

/** R5.6: the day on which the window began that holds this one; `undefined` where none does. */
export function windowBeginning(day: number, window: Window, { calendar }: Situation): number | undefined {
  if (!inWindow(day, window, calendar)) return undefined;
  if (!("yearly" in window)) return Number.NEGATIVE_INFINITY;
  const { from, to } = window.yearly;
  const inYear = ({ month, day: own }: YearlyWindow["from"], year: number) =>
    calendar.dayOf({ year, month, day: Math.min(own, calendar.monthLength(year, month)) });
  const { year } = calendar.dateOf(day);
  const isOverYearsEnd = inYear(from, year) > inYear(to, year);
  return isOverYearsEnd && day < inYear(from, year) ? inYear(from, year - 1) : inYear(from, year);
}

/** R5.6, save the birthday year and the window: are two days in one period? */
export function inOnePeriod(
  per: Exclude<Period, "birthdayYear" | "window">,
  [a, b]: readonly [number, number],
  { weekStart, calendar }: Situation,
): boolean {
  const [one, other] = [calendar.dateOf(a), calendar.dateOf(b)];
  switch (per) {
    case "day":
      return a === b;
    case "week":
      return weekStartOf(a, weekStart) === weekStartOf(b, weekStart);
    case "month":
      return one.year === other.year && one.month === other.month;
    case "year":
      return one.year === other.year;
    case "lifetime":
      return true;
  }
}
