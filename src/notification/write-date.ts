import type { Language } from "../program/topics.js";
import { type Calendar, calendarOf, formatDate } from "../units/calendar.js";
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
