import type { Program } from "../program/program.js";
import type { Transaction } from "../standing/request.js";
import { calendarOf, dateText, weekdayOf } from "../units/calendar.js";
import type { EntryLocal } from "./entry.js";

/** When it was on the wall, in the club's zone and calendar. */
export function entryLocal({ local }: Pick<Transaction, "local">, { calendar }: Program): EntryLocal {
  return {
    calendar: calendar.id,
    calendarDate: dateText(calendar, local.day),
    date: gregorianText(local.day),
    time: clockText(local.time),
    weekday: weekdayOf(local.day),
  };
}

/** `17:30:00`; milliseconds are cut. */
function clockText(time: number): string {
  const seconds = Math.floor(time / 1_000);
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export function gregorianText(day: number): string {
  return dateText(calendarOf("gregorian"), day);
}
