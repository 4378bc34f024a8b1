import type { MonthDay } from "../facts/catalogue.js";
import type { YearlyWindow } from "../program/program.js";
import type { Calendar } from "../units/calendar.js";

/**
 * The year in which the window began that holds this day; `undefined` where none does. One over the year's end is one
 * window. Worked: from 20 Esfand to 13 Farvardin, 2 Farvardin 1406 lies in the window of 1405.
 */
export function yearOfWindow(
  calendar: Calendar,
  day: number,
  { from, to }: YearlyWindow,
): number | undefined {
  const { year, month, day: dayOfMonth } = calendar.dateOf(day);
  const placeOf = (date: MonthDay) =>
    date.month * 32 + Math.min(date.day, calendar.monthLength(year, date.month));
  const [first, last, now] = [placeOf(from), placeOf(to), month * 32 + dayOfMonth];
  if (first <= last) return first <= now && now <= last ? year : undefined;
  if (first <= now) return year;
  return now <= last ? year - 1 : undefined;
}
