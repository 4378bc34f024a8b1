import type * as z from "zod";
import { type CalendarId, type CivilDate, calendarOf, isDate } from "../units/calendar.js";
import { parseInstant } from "../units/instant.js";
import { type Fault, value } from "./schema.js";

/** Up to this year, the day before which the Persian calendar's reckonings begin to differ among machines. */
const LAST_YEAR = 2121;

/** The last year that an instant can be written in. */
const END_OF_TIME = 9_999;

const FIRST_INSTANT = Date.UTC(1900, 0, 1);
const INSTANTS_END = Date.UTC(LAST_YEAR + 1, 0, 1);
const GRANTS_END = Date.UTC(END_OF_TIME + 1, 0, 1);

export const instant = instantUntil(LAST_YEAR, isInstant);

/** When something granted begins or ends: an expiry of a hundred years is granted until the last year, too. */
export const grantedInstant = instantUntil(END_OF_TIME, isGrantedInstant);

/** Is this what the schema of an instant takes? */
export function isInstant(written: unknown): written is string {
  return typeof written === "string" && isBefore(INSTANTS_END, written);
}

/** The same of an instant at which something granted begins or ends. */
export function isGrantedInstant(written: unknown): written is string {
  return typeof written === "string" && isBefore(GRANTS_END, written);
}

function isBefore(end: number, text: string): boolean {
  const ms = parseInstant(text);
  return ms !== undefined && ms >= FIRST_INSTANT && ms < end;
}

function instantUntil(lastYear: number, isWithin: (written: unknown) => boolean): z.ZodType<string, string> {
  const shape = { type: "string", format: "date-time", description: "an instant: RFC 3339 with an offset" };
  const expected = 'RFC 3339 with an offset, such as "2026-11-21T17:30:00+03:30"';
  const faultOf = (written: unknown): Fault | undefined => {
    if (typeof written !== "string") return { code: "time-format", message: "must be an instant", expected };
    if (parseInstant(written) === undefined)
      return { code: "time-format", message: "must be an instant with its offset", expected };
    return isWithin(written)
      ? undefined
      : { code: "time-range", message: `must lie between 1900 and ${lastYear}`, expected };
  };
  return value(shape, faultOf, isWithin);
}

/** A calendar date as documents write it. */
export type DateInput =
  | string
  | { readonly calendar: "persian"; readonly year: number; readonly month: number; readonly day: number };

export const date: z.ZodType<DateInput, DateInput> = value(
  {
    description: "a calendar date: a Gregorian text, or a Persian date by its parts",
    anyOf: [
      { type: "string", format: "date" },
      {
        type: "object",
        properties: {
          calendar: { const: "persian" },
          year: { type: "integer" },
          month: { type: "integer", minimum: 1, maximum: 12 },
          day: { type: "integer", minimum: 1, maximum: 31 },
        },
        required: ["calendar", "year", "month", "day"],
        additionalProperties: false,
      },
    ],
  },
  dateFault,
);

const ISO_DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

function dateFault(written: unknown): Fault | undefined {
  const expected = '"1990-10-04", or { "calendar": "persian", "year": 1369, "month": 7, "day": 12 }';
  const { calendar, date, whole } = partsOf(written);
  if (!whole)
    return {
      code: typeof written === "string" ? "time-format" : "type",
      message: "must be a calendar date",
      expected,
    };
  if (calendar === "gregorian" && date.year < 1900) {
    const hint = 'a Persian date is written { "calendar": "persian", "year": …, "month": …, "day": … }';
    return { code: "time-range", message: "must not be before 1900-01-01", expected, hint };
  }
  if (calendar === "persian" && (date.year < 1279 || date.year > 1500)) {
    return { code: "time-range", message: "a Persian year must lie between 1279 and 1500", expected };
  }
  if (!isDate(calendarOf(calendar), date))
    return { code: "date-invalid", message: "there is no such day in the calendar", expected };
  return undefined;
}

interface Parts {
  readonly calendar: CalendarId;
  readonly date: CivilDate;
  readonly whole: boolean;
}

const NO_DATE: Parts = { calendar: "gregorian", date: { year: 0, month: 0, day: 0 }, whole: false };

function partsOf(written: unknown): Parts {
  if (typeof written === "string") {
    const match = ISO_DATE.exec(written);
    if (match === null) return NO_DATE;
    const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
    return { calendar: "gregorian", date: { year, month, day }, whole: true };
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) return NO_DATE;
  const { calendar, year, month, day } = written as Record<string, unknown>;
  const whole =
    calendar === "persian" &&
    isSafeInteger(year) &&
    isSafeInteger(month) &&
    isSafeInteger(day) &&
    Object.keys(written).length === 4;
  return whole ? { calendar, date: { year, month, day }, whole } : NO_DATE;
}

function isSafeInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** A date in the calendar it was written in. */
export interface WrittenDate {
  readonly calendar: CalendarId;
  readonly date: CivilDate;
  /** Days since 1 January 1970. */
  readonly day: number;
}

/** Reads a date that its schema has let pass. */
export function readDate(written: DateInput): WrittenDate {
  const { calendar, date } = partsOf(written);
  return { calendar, date, day: calendarOf(calendar).dayOf(date) };
}

/** Is this value what the schema of a calendar date takes? */
export function isDateInput(written: unknown): written is DateInput {
  return dateFault(written) === undefined;
}
