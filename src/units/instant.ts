import { calendarOf, isDate } from "./calendar.js";

const DAY_MS = 86_400_000;
const GREGORIAN = calendarOf("gregorian");

/** Where the parts of an instant stand: `yyyy-mm-ddThh:mm:ss`, a fraction or none, and the offset. */
const SECONDS_END = 19;
const MOST_DECIMALS = 9;

/**
 * Reads RFC 3339 with an offset as milliseconds since 1970; finer fractions are cut. `undefined` for anything else,
 * 24:00 and leap seconds among them. Letter by letter: a pattern takes longer than all the rest, and every sale reads
 * some instants.
 */
export function parseInstant(text: string): number | undefined {
  if (text.length <= SECONDS_END || !isSeparated(text)) return undefined;
  const century = two(text, 0);
  const years = two(text, 2);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  // Before the year 100 `Date` takes two digits for a year of another century.
  if (century < 1 || years < 0 || !isWithin(hour, 23) || !isWithin(minute, 59) || !isWithin(second, 59))
    return undefined;
  const date = { year: century * 100 + years, month: two(text, 5), day: two(text, 8) };
  if (!isDate(GREGORIAN, date)) return undefined;
  const end = fractionEnd(text);
  const ahead = readOffset(text, end);
  if (ahead === undefined) return undefined;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + readFraction(text, end);
  return GREGORIAN.dayOf(date) * DAY_MS + time - ahead * 60_000;
}

const HYPHEN = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;

function isSeparated(text: string): boolean {
  const middle = text[10];
  return (
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    (middle === "T" || middle === "t") &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  );
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** A number of two digits; below zero where there is none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1;
}

function isWithin(part: number, most: number): boolean {
  return part >= 0 && part <= most;
}

/** Where what follows the seconds and their fraction begins. */
function fractionEnd(text: string): number {
  if (text.charCodeAt(SECONDS_END) !== POINT) return SECONDS_END;
  let end = SECONDS_END + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Milliseconds. */
function readFraction(text: string, end: number): number {
  let milliseconds = 0;
  for (let at = SECONDS_END + 1; at < SECONDS_END + 4; at++) {
    milliseconds = milliseconds * 10 + (at < end ? text.charCodeAt(at) - ZERO : 0);
  }
  return milliseconds;
}

/** Minutes ahead of UTC, where nothing else follows a fraction of no more decimals than there may be. */
function readOffset(text: string, at: number): number | undefined {
  const decimals = at - SECONDS_END - 1;
  if (decimals === 0 || decimals > MOST_DECIMALS) return undefined;
  const sign = text[at];
  if (sign === "Z" || sign === "z") return text.length === at + 1 ? 0 : undefined;
  if ((sign !== "+" && sign !== "-") || text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON)
    return undefined;
  const hours = two(text, at + 1);
  const minutes = two(text, at + 4);
  if (!isWithin(hours, 23) || !isWithin(minutes, 59)) return undefined;
  return (hours * 60 + minutes) * (sign === "-" ? -1 : 1);
}
