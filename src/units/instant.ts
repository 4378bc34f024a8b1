import { calendarOf, isDate } from "./calendar.js";

const RFC_3339 =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/;

const DAY_MS = 86_400_000;

/**
 * Reads RFC 3339 with an offset as milliseconds since 1970; finer fractions are cut. `undefined` for anything else,
 * 24:00 and leap seconds among them.
 */
export function parseInstant(text: string): number | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const aheadHours = Number(match[9] ?? 0);
  const aheadMinutes = Number(match[10] ?? 0);
  const gregorian = calendarOf("gregorian");
  if (year < 100 || !isDate(gregorian, { year, month, day })) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || aheadHours > 23 || aheadMinutes > 59) return undefined;
  const ms = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  const ahead = (aheadHours * 60 + aheadMinutes) * (match[8] === "-" ? -1 : 1);
  const local =
    gregorian.dayOf({ year, month, day }) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  return local - ahead * 60_000;
}
