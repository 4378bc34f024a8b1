import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import { type Calendar, calendarOf, formatDate } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";
import type { IntentParam } from "./intent.js";
import { writeDigits } from "./write-amount.js";

/**
 * A local day as people write it: in Persian in the club's calendar, in English always in the Gregorian.
 * Worked: 30 Dey 1405 is `۱۴۰۵/۱۰/۳۰`, and `2027-01-20`.
 */
export function writeDate(day: number, calendar: Calendar, language: Language): string {
  if (language === "en") return gregorianDate(day);
  return writeDigits(formatDate(calendar.dateOf(day)).replaceAll("-", "/"));
}

export function gregorianDate(day: number): string {
  return formatDate(calendarOf("gregorian").dateOf(day));
}

/** The last local day before an instant at which something is over, as a parameter; of what never is, an empty one. */
export function lastDay(until: number | undefined, program: Program, language: Language): IntentParam {
  if (until === undefined) return { name: "until", value: "", text: "" };
  const { day } = localTimeOf(until - 1, program.zone);
  return { name: "until", value: gregorianDate(day), text: writeDate(day, program.calendar, language) };
}
