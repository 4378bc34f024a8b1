import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarOf,
  formatDate,
  isDate,
  WEEKDAYS,
  weekdayOf,
  weekStartOf,
} from "../../src/units/calendar.js";

const DAY_MS = 86_400_000;
const persian = calendarOf("persian");
const gregorian = calendarOf("gregorian");
const jalali = (year: number, month: number, day: number) => persian.dayOf({ year, month, day });
const greg = (year: number, month: number, day: number) => gregorian.dayOf({ year, month, day });

const FIRST = greg(1900, 1, 1);
const LAST = greg(2121, 12, 31);
const anyDay = fc.integer({ min: FIRST, max: LAST });

describe("persian calendar", () => {
  it("has day 20,778 as 30 Aban 1405, which is 2026-11-21", () => {
    expect(persian.dateOf(20_778)).toEqual({ year: 1405, month: 8, day: 30 });
    expect(gregorian.dateOf(20_778)).toEqual({ year: 2026, month: 11, day: 21 });
    expect(jalali(1405, 8, 30)).toBe(20_778);
  });

  it("agrees with Intl on every 7th day from 1900 to 2121", () => {
    const format = new Intl.DateTimeFormat("en-US-u-ca-persian", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    const differing: string[] = [];
    for (let day = FIRST; day <= LAST; day += 7) {
      const parts = new Map(
        format.formatToParts(day * DAY_MS).map(({ type, value }) => [type, Number(value)]),
      );
      const theirs = [parts.get("year"), parts.get("month"), parts.get("day")].join("-");
      const { year, month, day: date } = persian.dateOf(day);
      if (theirs !== `${year}-${month}-${date}`) differing.push(`${theirs} ${year}-${month}-${date}`);
    }
    expect(differing).toEqual([]);
  });

  it("has 30 days in Esfand of the leap years 1403 and 1408, and 29 between", () => {
    const lengths = [1403, 1404, 1405, 1406, 1407, 1408].map((year) => persian.monthLength(year, 12));
    expect(lengths).toEqual([30, 29, 29, 29, 29, 30]);
  });

  it("has 31 days in its first six months and 30 in the next five", () => {
    const lengths = Array.from({ length: 11 }, (_, index) => persian.monthLength(1405, index + 1));
    expect(lengths).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30]);
  });

  it("begins 1404 on 2025-03-21, and 1405 on 2026-03-21", () => {
    expect(gregorian.dateOf(jalali(1404, 1, 1))).toEqual({ year: 2025, month: 3, day: 21 });
    expect(gregorian.dateOf(jalali(1405, 1, 1))).toEqual({ year: 2026, month: 3, day: 21 });
  });

  it("holds 31 Shahrivar plus a month to 30 Mehr", () => {
    expect(persian.plus(jalali(1404, 6, 31), { months: 1 })).toBe(jalali(1404, 7, 30));
  });

  it("holds 30 Esfand 1403 plus a year to 29 Esfand 1404, and plus five years to 30 Esfand 1408", () => {
    expect(persian.plus(jalali(1403, 12, 30), { years: 1 })).toBe(jalali(1404, 12, 29));
    expect(persian.plus(jalali(1403, 12, 30), { years: 5 })).toBe(jalali(1408, 12, 30));
  });

  it("counts months over the year's end, and back before it", () => {
    expect(persian.plus(jalali(1404, 11, 15), { months: 3 })).toBe(jalali(1405, 2, 15));
    expect(persian.plus(jalali(1404, 2, 15), { months: -3 })).toBe(jalali(1403, 11, 15));
    expect(persian.plus(jalali(1404, 12, 1), { months: 12 })).toBe(jalali(1405, 12, 1));
  });

  it("adds weeks and days after the month was held", () => {
    expect(persian.plus(jalali(1404, 6, 31), { months: 1, weeks: 1, days: 2 })).toBe(jalali(1404, 8, 9));
  });
});

describe("gregorian calendar", () => {
  it("holds 31 January plus a month to the end of February", () => {
    expect(gregorian.plus(greg(2026, 1, 31), { months: 1 })).toBe(greg(2026, 2, 28));
    expect(gregorian.plus(greg(2024, 1, 31), { months: 1 })).toBe(greg(2024, 2, 29));
  });

  it("holds 29 February plus a year to 28 February", () => {
    expect(gregorian.plus(greg(2024, 2, 29), { years: 1 })).toBe(greg(2025, 2, 28));
  });

  it("adds weeks and days after the month was held", () => {
    expect(gregorian.plus(greg(2026, 1, 31), { months: 1, weeks: 1, days: 2 })).toBe(greg(2026, 3, 9));
  });

  it("knows that 1900 and 2100 are no leap years and 2000 is one", () => {
    expect([1900, 2000, 2024, 2100].map((year) => gregorian.monthLength(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it("begins on day 0", () => {
    expect(greg(1970, 1, 1)).toBe(0);
  });
});

describe.each([persian, gregorian])("the $id calendar", (calendar) => {
  it("finds the day of each of its dates again, and counts on without a gap", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = calendar.dateOf(day);
        expect(calendar.dayOf(date)).toBe(day);
        expect(isDate(calendar, date)).toBe(true);
        const next = calendar.dateOf(day + 1);
        const last = calendar.monthLength(date.year, date.month);
        expect(next.day).toBe(date.day === last ? 1 : date.day + 1);
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });

  it("never goes back by adding, and adds nothing by nothing", () => {
    const part = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined });
    const duration = fc.record({ years: part, months: part, weeks: part, days: part });
    fc.assert(
      fc.property(anyDay, duration, (day, span) => {
        expect(calendar.plus(day, span)).toBeGreaterThanOrEqual(day);
        expect(calendar.plus(day, {})).toBe(day);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it("adds days as days, and weeks as sevens", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3_000 }), (day, count) => {
        expect(calendar.plus(day, { days: count })).toBe(day + count);
        expect(calendar.plus(day, { weeks: count })).toBe(day + 7 * count);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it("adds twelve months as a year", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20 }), (day, years) => {
        expect(calendar.plus(day, { months: 12 * years })).toBe(calendar.plus(day, { years }));
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe("isDate", () => {
  it.each([
    ["persian", 1404, 12, 30, false],
    ["persian", 1403, 12, 30, true],
    ["persian", 1404, 7, 31, false],
    ["persian", 1404, 6, 31, true],
    ["persian", 1404, 13, 1, false],
    ["persian", 1404, 0, 10, false],
    ["persian", 1404, 1, 0, false],
    ["gregorian", 2025, 2, 29, false],
    ["gregorian", 2024, 2, 29, true],
    ["gregorian", 2025, 13, 1, false],
    ["gregorian", 2025, 4, 31, false],
  ] as const)("in the %s calendar %i-%i-%i: %s", (id, year, month, day, holds) => {
    expect(isDate(calendarOf(id), { year, month, day })).toBe(holds);
  });
});

describe("weekdayOf", () => {
  it("has 1 January 1970 as a Thursday, the day before as a Wednesday", () => {
    expect(weekdayOf(0)).toBe("thursday");
    expect(weekdayOf(-1)).toBe("wednesday");
  });

  it("agrees with Date on any day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const sundayFirst = new Date(day * DAY_MS).getUTCDay();
        expect(weekdayOf(day)).toBe(WEEKDAYS[(sundayFirst + 6) % 7]);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("weekStartOf", () => {
  it("has the Saturday 2026-11-21 begin a week that begins on Saturday, and end none that begins on Sunday", () => {
    expect(weekStartOf(20_778, "saturday")).toBe(20_778);
    expect(weekStartOf(20_778, "sunday")).toBe(20_772);
    expect(weekStartOf(20_778, "monday")).toBe(20_773);
  });

  it("is the last such weekday up to the day", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...WEEKDAYS), (day, start) => {
        const first = weekStartOf(day, start);
        expect(weekdayOf(first)).toBe(start);
        expect(day - first).toBeGreaterThanOrEqual(0);
        expect(day - first).toBeLessThan(7);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("formatDate", () => {
  it("writes two digits for month and day in either calendar", () => {
    expect(formatDate(gregorian.dateOf(20_778))).toBe("2026-11-21");
    expect(formatDate(persian.dateOf(20_778))).toBe("1405-08-30");
    expect(formatDate({ year: 1404, month: 1, day: 9 })).toBe("1404-01-09");
  });
});
