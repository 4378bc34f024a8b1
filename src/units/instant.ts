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
  if (!isSeparated(text)) return undefined;
  const date = { year: two(text, 0) * 100 + two(text, 2), month: two(text, 5), day: two(text, 8) };
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  // What is no number is not within any bounds.
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  if (!(date.year >= 100 && isTime && isDate(GREGORIAN, date))) return undefined;
  const end = fractionEnd(text);
  const ahead = readOffset(text, end);
  if (ahead === undefined) return undefined;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + readFraction(text, end);
  return GREGORIAN.dayOf(date) * DAY_MS + time - ahead * 60_000;
}

const HYPHEN = 45;
const POINT = 46;
const ZERO = 48;
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

/** Not a number where there is none. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}

function two(text: string, at: number): number {
  return digitAt(text, at) * 10 + digitAt(text, at + 1);
}

/** Where what follows the seconds and their fraction begins. */
function fractionEnd(text: string): number {
  if (text.charCodeAt(SECONDS_END) !== POINT) return SECONDS_END;
  let end = SECONDS_END + 1;
  while (digitAt(text, end) >= 0) end += 1;
  return end;
}

/** Milliseconds. */
function readFraction(text: string, end: number): number {
  let milliseconds = 0;
  for (let at = SECONDS_END + 1; at < SECONDS_END + 4; at++) {
    milliseconds = milliseconds * 10 + (at < end ? digitAt(text, at) : 0);
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
  return hours <= 23 && minutes <= 59 ? (hours * 60 + minutes) * (sign === "-" ? -1 : 1) : undefined;
}
