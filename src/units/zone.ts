import { tzOffset } from "@date-fns/tz";
import { calendarOf, dateText } from "./calendar.js";

const GREGORIAN = calendarOf("gregorian");
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A moment as the wall shows it in one zone. */
export interface LocalTime {
  /** Days since 1 January 1970, by the local date. */
  readonly day: number;
  /** Milliseconds since local midnight. */
  readonly time: number;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

/** Only what a name can be written with; whether there is such a zone the machine says. */
const NAME = /^[A-Za-z][A-Za-z0-9/_+-]*$/;
const FIXED = /^([+-])(0[0-9]|1[0-4]):([0-5][0-9])$/;

/** Is this an IANA zone that the machine knows, or a fixed offset such as `+03:30`? */
export function isZone(zone: string): boolean {
  if (FIXED.test(zone)) return true;
  if (!NAME.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** By zone and quarter hour: a key made of both would cost more than the look-up. */
const remembered = new Map<string, Map<number, number>>();
const MOST_ZONES = 16;
const MOST_QUARTERS = 4_096;
const QUARTER_HOUR_MS = 900_000;

/** Zone rules change on quarter hours only, so one look-up serves each; it costs ten times a remembered one. */
function offsetAt(zone: string, instant: number): number {
  const quarter = Math.floor(instant / QUARTER_HOUR_MS);
  const offsets = offsetsOf(zone);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = fixedOffset(zone) ?? tzOffset(zone, new Date(quarter * QUARTER_HOUR_MS));
  if (offsets.size >= MOST_QUARTERS) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
}

function offsetsOf(zone: string): Map<number, number> {
  const known = remembered.get(zone);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_ZONES) remembered.clear();
  const offsets = new Map<number, number>();
  remembered.set(zone, offsets);
  return offsets;
}

/** Read here, for tzOffset loses the sign of an offset between 0 and -1 hour. */
function fixedOffset(zone: string): number | undefined {
  const match = FIXED.exec(zone);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" && minutes > 0 ? -minutes : minutes;
}

/** Worked: 2026-11-21T20:30:00Z in Asia/Tehran is midnight of 2026-11-22. */
export function localTimeOf(instant: number, zone: string): LocalTime {
  const offset = offsetAt(zone, instant);
  const local = instant + offset * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  return { day, time: local - day * DAY_MS, offset };
}

/**
 * The instant at which the wall shows this time. What happens twice is its first time; what never happens is as
 * far past the gap as it would be past its beginning.
 */
export function instantOf(day: number, time: number, zone: string): number {
  const local = day * DAY_MS + time;
  const before = offsetAt(zone, local - DAY_MS);
  const after = offsetAt(zone, local + DAY_MS);
  const early = local - before * MINUTE_MS;
  if (offsetAt(zone, early) === before) return early;
  const late = local - after * MINUTE_MS;
  return offsetAt(zone, late) === after ? late : early;
}

/**
 * RFC 3339 in the zone's own offset, cut to whole minutes where it was kept by the sun; milliseconds only where there
 * are any.
 */
export function formatInstant(instant: number, zone: string): string {
  const offset = Math.trunc(offsetAt(zone, instant));
  const ahead = Math.abs(offset);
  const sign = offset < 0 ? "-" : "+";
  const text = formatLocal(instant + offset * MINUTE_MS);
  return `${text}${sign}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
}

/** The days of the years 0 to 9999, which are written with four digits. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/** The same text as `Date.toISOString`, less the zone and the milliseconds of whole seconds, at a third of the cost. */
function formatLocal(local: number): string {
  const day = Math.floor(local / DAY_MS);
  const time = local - day * DAY_MS;
  const milliseconds = time % 1_000;
  if (milliseconds !== 0 || !(day >= FIRST_DAY && day <= LAST_DAY)) {
    const text = new Date(local).toISOString();
    return text.endsWith(".000Z") ? text.slice(0, -5) : text.slice(0, -1);
  }
  const seconds = (time - milliseconds) / 1_000;
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const clock = `${twoDigits(hours)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
  return `${dateText(GREGORIAN, day)}T${clock}`;
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : `${part}`;
}
