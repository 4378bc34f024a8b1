import type { Program } from "../program/program.js";
import type { Duration } from "../units/calendar.js";
import { instantOf } from "../units/zone.js";
import type { Transaction } from "./request.js";

/** What of a transaction says when it is. */
export type Moment = Pick<Transaction, "at" | "local">;

/** Later by a span of the club's calendar, at the same time of day. */
export function laterBy(
  span: Duration,
  { calendar, zone }: Pick<Program, "calendar" | "zone">,
  { at, local }: Moment,
): number {
  const day = calendar.plus(local.day, span);
  return day === local.day ? at : instantOf(day, local.time, zone);
}
