import { weekStartOf } from "../../src/units/calendar.js";
import { dayAt, type Situation } from "./situation.js";

/** R4.19: weeks and months in a row with a purchase, this one counted; `undefined` is unknown. */
export function streaksWith(situation: Situation) {
  const { standing, request, today, weekStart, calendar } = situation;
  const streaks = standing?.streaks;
  if (streaks === undefined) return undefined;
  const isVisit = request.transaction.type === "purchase";
  const { lastVisitAt } = standing ?? {};
  if (lastVisitAt === undefined) {
    if (streaks.weeks > 0 || streaks.months > 0) return undefined;
    return isVisit ? { weeks: 1, months: 1 } : streaks;
  }
  const weekOf = (day: number) => weekStartOf(day, weekStart) / 7;
  const monthOf = (day: number) => calendar.dateOf(day).year * 12 + calendar.dateOf(day).month;
  const last = dayAt(lastVisitAt, situation);
  const goOn = (streak: number, later: number) => {
    const running = later > 1 ? 0 : streak;
    if (!isVisit) return running;
    return later > 0 ? running + 1 : Math.max(running, 1);
  };
  return {
    weeks: goOn(streaks.weeks, weekOf(today) - weekOf(last)),
    months: goOn(streaks.months, monthOf(today) - monthOf(last)),
  };
}
