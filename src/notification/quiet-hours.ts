import { timeOfDay } from "../facts/fact-value.js";
import type { Program } from "../program/program.js";
import type { LocalTime } from "../units/zone.js";
import { instantOf } from "../units/zone.js";

/** The first moment from `at` on that is not quiet. Quiet hours may run over midnight. */
export function endOfQuiet(at: number, { day, time }: LocalTime, { notifications, zone }: Program): number {
  const { quietHours } = notifications;
  if (quietHours === undefined) return at;
  const from = timeOfDay(quietHours.from) ?? 0;
  const until = timeOfDay(quietHours.until) ?? 0;
  const overMidnight = from > until;
  const isQuiet = overMidnight ? time >= from || time < until : from <= time && time < until;
  if (!isQuiet) return at;
  return instantOf(overMidnight && time >= from ? day + 1 : day, until, zone);
}
