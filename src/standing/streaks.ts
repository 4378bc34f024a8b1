import { PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import { weekStartOf } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";
import type { Transaction } from "./request.js";
import type { Standing, Streaks } from "./standing.js";

/**
 * The weeks and months in a row with a purchase as they are with this transaction; `undefined` is unknown.
 * Worked: four weeks up to the last one, and a purchase this week, are five; after a week without they begin again at 1.
 */
export function streaksWith(
  { streaks, lastVisitAt }: Standing,
  { type, local }: Transaction,
  { calendar, weekStart, zone }: Program,
): Streaks | undefined {
  if (streaks === undefined) return undefined;
  const { weeks, months } = streaks;
  const isVisit = type === PURCHASE;
  if (lastVisitAt === undefined) {
    // Visits in a row, of which the last was on no known day, may go on or not.
    return weeks > 0 || months > 0 ? undefined : isVisit ? { weeks: 1, months: 1 } : streaks;
  }
  const last = localTimeOf(lastVisitAt, zone).day;
  const weeksBetween = (weekStartOf(local.day, weekStart) - weekStartOf(last, weekStart)) / 7;
  const monthOf = (day: number) => {
    const { year, month } = calendar.dateOf(day);
    return year * 12 + month;
  };
  const monthsBetween = monthOf(local.day) - monthOf(last);
  return {
    weeks: streakAfter(weeks, weeksBetween, isVisit),
    months: streakAfter(months, monthsBetween, isVisit),
  };
}

function streakAfter(streak: number, between: number, isVisit: boolean): number {
  const running = between <= 1 ? streak : 0;
  if (!isVisit) return running;
  return between > 0 ? running + 1 : Math.max(running, 1);
}
