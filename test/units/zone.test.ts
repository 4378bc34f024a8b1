import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/units/calendar.js";
import { parseInstant } from "../../src/units/instant.js";
import { formatInstant, instantOf, isZone, localTimeOf } from "../../src/units/zone.js";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const day = (year: number, month: number, date: number) =>
  calendarOf("gregorian").dayOf({ year, month, day: date });
const at = (hour: number, minute = 0) => hour * HOUR_MS + minute * MINUTE_MS;

const ZONES = [
  "Asia/Tehran",
  "UTC",
  "America/St_Johns",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "+03:30",
  "-09:30",
  "-00:30",
];
const instants = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2121, 0, 1) });

describe("localTimeOf", () => {
  it("turns the day in Tehran at 20:30 UTC, not a millisecond before", () => {
    const before = localTimeOf(Date.UTC(2026, 10, 21, 20, 29, 59, 999), "Asia/Tehran");
    const after = localTimeOf(Date.UTC(2026, 10, 21, 20, 30), "Asia/Tehran");
    expect(before).toEqual({ day: day(2026, 11, 21), time: 24 * HOUR_MS - 1, offset: 210 });
    expect(after).toEqual({ day: day(2026, 11, 22), time: 0, offset: 210 });
    expect(calendarOf("persian").dateOf(before.day)).toEqual({ year: 1405, month: 8, day: 30 });
    expect(calendarOf("persian").dateOf(after.day)).toEqual({ year: 1405, month: 9, day: 1 });
  });

  it("knows Tehran's summer time up to 2022, and none since", () => {
    expect(localTimeOf(Date.UTC(2021, 6, 1), "Asia/Tehran").offset).toBe(270);
    expect(localTimeOf(Date.UTC(2026, 6, 1), "Asia/Tehran").offset).toBe(210);
  });

  it("reads a fixed offset as it is written, also one of less than an hour west", () => {
    expect(localTimeOf(0, "+03:30")).toEqual({ day: 0, time: at(3, 30), offset: 210 });
    expect(localTimeOf(0, "-03:30")).toEqual({ day: -1, time: at(20, 30), offset: -210 });
    expect(localTimeOf(0, "-00:30")).toEqual({ day: -1, time: at(23, 30), offset: -30 });
    expect(localTimeOf(0, "-00:00")).toEqual({ day: 0, time: 0, offset: 0 });
  });

  it("is the same the second time, and after thousands of others were asked", () => {
    const first = localTimeOf(0, "Asia/Tehran");
    for (let quarter = 0; quarter < 5_000; quarter++) localTimeOf(quarter * 15 * MINUTE_MS, "UTC");
    expect(localTimeOf(0, "Asia/Tehran")).toEqual(first);
  });
});

describe("instantOf", () => {
  it("takes the first 23:30 of 2021-09-21 in Tehran, which happens twice", () => {
    expect(instantOf(day(2021, 9, 21), at(23, 30), "Asia/Tehran")).toBe(Date.UTC(2021, 8, 21, 19));
    expect(localTimeOf(Date.UTC(2021, 8, 21, 20), "Asia/Tehran").time).toBe(at(23, 30));
  });

  it("moves midnight of 2021-03-22 in Tehran, which never happens, on to 01:00", () => {
    const instant = instantOf(day(2021, 3, 22), 0, "Asia/Tehran");
    expect(instant).toBe(Date.UTC(2021, 2, 21, 20, 30));
    expect(localTimeOf(instant, "Asia/Tehran")).toEqual({ day: day(2021, 3, 22), time: at(1), offset: 270 });
  });

  it("takes the first 01:30 of an autumn night in New York, and moves 02:30 of a spring night on", () => {
    expect(instantOf(day(2026, 11, 1), at(1, 30), "America/New_York")).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(instantOf(day(2026, 3, 8), at(2, 30), "America/New_York")).toBe(Date.UTC(2026, 2, 8, 7, 30));
  });

  it("has Yalda 1405 in Tehran from 2026-12-20T20:30Z to 2026-12-21T20:30Z", () => {
    const yalda = calendarOf("persian").dayOf({ year: 1405, month: 9, day: 30 });
    expect(instantOf(yalda, 0, "Asia/Tehran")).toBe(Date.UTC(2026, 11, 20, 20, 30));
    expect(instantOf(yalda + 1, 0, "Asia/Tehran")).toBe(Date.UTC(2026, 11, 21, 20, 30));
  });

  it("shows on the wall what was asked for, or lies beyond a gap", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const wall = localTimeOf(instant, zone);
        const found = instantOf(wall.day, wall.time, zone);
        expect(localTimeOf(found, zone).time).toBe(wall.time);
        // The wall shows it at `instant`, so it happens; where it happens twice, the first is meant.
        expect(found).toBeLessThanOrEqual(instant);
        expect(instant - found).toBeLessThanOrEqual(2 * HOUR_MS);
      }),
      { seed: 42, numRuns: 1_500 },
    );
  });
});

describe("formatInstant", () => {
  it("writes what a Date does, to the ends of the years that have four digits and beyond", () => {
    const day = 86_400_000;
    const [first, last] = [-62_167_219_200_000, Date.UTC(9999, 11, 31)];
    const near = (middle: number) => fc.integer({ min: middle - 3 * day, max: middle + 3 * day });
    const instants = fc.oneof(near(first), near(last), fc.integer({ min: first, max: last }));
    fc.assert(
      fc.property(instants, fc.boolean(), (instant, whole) => {
        const at = whole ? Math.floor(instant / 1_000) * 1_000 : instant;
        const expected = new Date(at).toISOString().replace(".000Z", "Z").replace("Z", "+00:00");
        expect(formatInstant(at, "UTC")).toBe(expected);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it("writes the zone's own offset, and milliseconds only where there are any", () => {
    const instant = Date.UTC(2026, 10, 21, 14);
    expect(formatInstant(instant, "Asia/Tehran")).toBe("2026-11-21T17:30:00+03:30");
    expect(formatInstant(instant, "UTC")).toBe("2026-11-21T14:00:00+00:00");
    expect(formatInstant(instant + 7, "UTC")).toBe("2026-11-21T14:00:00.007+00:00");
  });

  it("writes a negative offset with its minutes", () => {
    expect(formatInstant(Date.UTC(2026, 6, 1), "America/St_Johns")).toBe("2026-06-30T21:30:00-02:30");
    expect(formatInstant(Date.UTC(2026, 0, 1), "America/St_Johns")).toBe("2025-12-31T20:30:00-03:30");
    expect(formatInstant(0, "-00:30")).toBe("1969-12-31T23:30:00-00:30");
  });

  it("is read back as the same instant", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(parseInstant(formatInstant(instant, zone))).toBe(instant);
      }),
      { seed: 42, numRuns: 1_500 },
    );
  });

  it("is read back as the same instant where clocks went by the sun", () => {
    const instant = Date.UTC(1900, 5, 1);
    expect(localTimeOf(instant, "Asia/Tehran").offset % 1).not.toBe(0);
    expect(formatInstant(instant, "Asia/Tehran")).toBe("1900-06-01T03:25:00+03:25");
    expect(parseInstant(formatInstant(instant, "Asia/Tehran"))).toBe(instant);
  });
});

describe("isZone", () => {
  it.each([
    "Asia/Tehran",
    "Iran",
    "UTC",
    "Etc/GMT+5",
    "America/Argentina/Buenos_Aires",
    "EST5EDT",
    "+03:30",
    "-00:30",
  ])("accepts %s", (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each([
    "",
    "IRST",
    "Asia/Teheran",
    "constructor",
    "toString",
    "__proto__",
    "Foo+03:30",
    "+3:30",
    "+0330",
    "+03",
    "+15:00",
    "+03:60",
    "Asia/Tehran ",
    "Asia/Tehran\n",
    "../Tehran",
    "GMT+03:30",
  ])("refuses %j", (zone) => {
    expect(isZone(zone)).toBe(false);
  });

  it("refuses a long row of separators at once", () => {
    expect(isZone(`A${"_".repeat(62)}!`)).toBe(false);
    expect(isZone(`A${"/-".repeat(31)}!`)).toBe(false);
  });
});
