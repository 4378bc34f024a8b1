import { calendarOf, isDate } from "./calendar.js";

const RFC_3339 =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$/;

const DAY_MS = 86_400_000;

/**
 * Reads RFC 3339 with an offset as milliseconds since 1970; finer fractions are cut. `undefined` for anything else,
 * 24:00 and leap seconds among them.
 */
export function parseInstant(text: string): number | undefined {
  if (!RFC_3339.test(text)) return undefined;
  const date = { year: two(text, 0) * 100 + two(text, 2), month: two(text, 5), day: two(text, 8) };
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)];
  const gregorian = calendarOf("gregorian");
  if (date.year < 100 || !isDate(gregorian, date) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const { ms, end } = readFraction(text);
  const ahead = readOffset(text, end);
  if (ahead === undefined) return undefined;
  return gregorian.dayOf(date) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms - ahead * 60_000;
}

/** Two digits, which the pattern has found to stand there. */
function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** The milliseconds of a fraction, and where what follows it begins. */
function readFraction(text: string): { readonly ms: number; readonly end: number } {
  if (text[19] !== ".") return { ms: 0, end: 19 };
  const end = text.slice(20).search(/[^0-9]/) + 20;
  return { ms: Number(text.slice(20, end).padEnd(3, "0").slice(0, 3)), end };
}

/** Minutes ahead of UTC. */
function readOffset(text: string, at: number): number | undefined {
  const sign = text[at];
  if (sign === "Z" || sign === "z") return 0;
  const [hours, minutes] = [two(text, at + 1), two(text, at + 4)];
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (sign === "-" ? -1 : 1);
}
