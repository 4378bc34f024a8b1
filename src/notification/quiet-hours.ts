import { timeOfDay } from "../facts/fact-value.js";
import type { Program } from "../program/program.js";
import type { LocalTime } from "../units/zone.js";
import { instantOf } from "../units/zone.js";

/** What comes by itself comes at midnight: where quiet hours do not keep it, it waits until nine. */
const MORNING_MS = 9 * 3_600_000;

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

/**
 * The same for what nobody stands at the till for: the end of quiet hours that hold now, which the club has chosen
 * itself; else not before nine.
 * Worked: at midnight, with quiet hours from 22:00 to 08:00 that is 08:00; without any, or from 13:00 to 15:00, 09:00.
 */
export function endOfNight(at: number, local: LocalTime, program: Program): number {
  const awake = endOfQuiet(at, local, program);
  if (awake !== at || local.time >= MORNING_MS) return awake;
  const morning = instantOf(local.day, MORNING_MS, program.zone);
  return endOfQuiet(morning, { ...local, time: MORNING_MS }, program);
}
