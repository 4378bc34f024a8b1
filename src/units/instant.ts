import { calendarOf, isDate } from "./calendar.js";

const RFC_3339 =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$/;

const DAY_MS = 86_400_000;
const SECONDS_END = 19;
const GREGORIAN = calendarOf("gregorian");

/**
 * Reads RFC 3339 with an offset as milliseconds since 1970; finer fractions are cut. `undefined` for anything else,
 * 24:00 and leap seconds among them.
 */
export function parseInstant(text: string): number | undefined {
  if (!RFC_3339.test(text)) return undefined;
  const date = { year: two(text, 0) * 100 + two(text, 2), month: two(text, 5), day: two(text, 8) };
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  if (date.year < 100 || !isDate(GREGORIAN, date) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const end = fractionEnd(text);
  const ahead = readOffset(text, end);
  if (ahead === undefined) return undefined;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + readFraction(text, end);
  return GREGORIAN.dayOf(date) * DAY_MS + time - ahead * 60_000;
}

/** Two digits, which the pattern has found to stand there. */
function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** Where what follows the seconds and their fraction begins: `Z`, or a sign and four digits with a colon. */
function fractionEnd(text: string): number {
  const last = text[text.length - 1];
  return text.length - (last === "Z" || last === "z" ? 1 : 6);
}

/** Milliseconds. */
function readFraction(text: string, end: number): number {
  return end === SECONDS_END
    ? 0
    : Number(
        text
          .slice(SECONDS_END + 1, end)
          .padEnd(3, "0")
          .slice(0, 3),
      );
}

/** Minutes ahead of UTC. */
function readOffset(text: string, at: number): number | undefined {
  const sign = text[at];
  if (sign === "Z" || sign === "z") return 0;
  const hours = two(text, at + 1);
  const minutes = two(text, at + 4);
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (sign === "-" ? -1 : 1);
}
