import { type Allowance, charge, refuse } from "./allowance.js";
import { type DateInput, isDateInput } from "./dates.js";
import { isPlain } from "./read-document.js";

/** A private copy of a calendar date that surely is one; any other is refused. `undefined` is nothing, and stays so. */
export function copyDate(value: unknown, allowance: Allowance): DateInput | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") {
    if (!isDateInput(value)) return refuse();
    charge(allowance, value.length);
    return value;
  }
  if (!isPlain(value)) return refuse();
  const date: { [key in "calendar" | "day" | "month" | "year"]: unknown } = {
    calendar: undefined,
    day: undefined,
    month: undefined,
    year: undefined,
  };
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    charge(allowance, 1);
    if (key === "calendar") date.calendar = written;
    else if (key === "year") date.year = written;
    else if (key === "month") date.month = written;
    else if (key === "day") date.day = written;
    else return refuse();
  }
  charge(allowance, CALENDAR_NAME);
  return isDateInput(date) ? date : refuse();
}

const CALENDAR_NAME = "persian".length;
