import { describe, expect, it } from "vitest";
import type { Program } from "../../src/program/program.js";
import type { Transaction } from "../../src/standing/request.js";
import type { Standing } from "../../src/standing/standing.js";
import { streaksWith } from "../../src/standing/streaks.js";
import { calendarOf } from "../../src/units/calendar.js";
import { localTimeOf } from "../../src/units/zone.js";

const ZONE = "Asia/Tehran";
const PERSIAN = { calendar: calendarOf("persian"), weekStart: "saturday", zone: ZONE } as const;

const noon = (date: string) => Date.parse(`${date}T12:00:00+03:30`);

function streaks(
  had: { readonly weeks: number; readonly months: number },
  last: string | undefined,
  now: string,
  { type = "purchase", club = PERSIAN }: { type?: string; club?: Omit<typeof PERSIAN, "weekStart"> } = {},
) {
  const standing = { streaks: had, lastVisitAt: last === undefined ? undefined : noon(last) };
  const transaction = { type, local: localTimeOf(noon(now), ZONE) };
  const found = streaksWith(standing as Standing, transaction as Transaction, club as Program);
  return found && [found.weeks, found.months];
}

// 21 November 2026 is a Saturday, and 30 Aban 1405: the first day of a week, the last of a month.
describe("weeks and months in a row, with this purchase", () => {
  const four = { weeks: 4, months: 2 };

  it("stay as they were in the same week and month", () => {
    expect(streaks(four, "2026-11-14", "2026-11-20")).toEqual([4, 2]);
    expect(streaks(four, "2026-11-20", "2026-11-20")).toEqual([4, 2]);
  });

  it("are one more in the next, each by itself", () => {
    expect(streaks(four, "2026-11-20", "2026-11-21")).toEqual([5, 2]);
    expect(streaks(four, "2026-11-21", "2026-11-22")).toEqual([4, 3]);
    expect(streaks(four, "2026-11-15", "2026-11-27")).toEqual([5, 3]);
  });

  it("begin again after one that was left out", () => {
    expect(streaks(four, "2026-11-13", "2026-11-21")).toEqual([1, 2]);
    expect(streaks(four, "2026-10-22", "2026-11-22")).toEqual([1, 1]);
  });

  it("go on over the year's end: 29 Esfand 1405 and 1 Farvardin 1406", () => {
    expect(streaks(four, "2027-03-20", "2027-03-21")).toEqual([4, 3]);
  });

  it("are 1 at the first purchase, also of who is said to have none", () => {
    expect(streaks({ weeks: 0, months: 0 }, undefined, "2026-11-21")).toEqual([1, 1]);
    expect(streaks({ weeks: 0, months: 0 }, "2026-11-21", "2026-11-21")).toEqual([1, 1]);
  });

  it("do not shrink by a purchase that is told late", () => {
    expect(streaks(four, "2026-11-21", "2026-11-01")).toEqual([4, 2]);
  });

  it("are unknown where nobody knows when the last was", () => {
    expect(streaks(four, undefined, "2026-11-21")).toBeUndefined();
    expect(streaks({ weeks: 0, months: 1 }, undefined, "2026-11-21")).toBeUndefined();
  });

  it("are months of the club's calendar", () => {
    const club = { ...PERSIAN, calendar: calendarOf("gregorian") } as unknown as typeof PERSIAN;
    expect(streaks(four, "2026-11-21", "2026-11-22", { club })).toEqual([4, 2]);
    expect(streaks(four, "2026-11-30", "2026-12-01", { club })).toEqual([4, 3]);
  });
});

describe("on an activity", () => {
  const four = { weeks: 4, months: 2 };
  const checkIn = { type: "checkIn" };

  it("they are what they were, while they may still go on", () => {
    expect(streaks(four, "2026-11-20", "2026-11-20", checkIn)).toEqual([4, 2]);
    expect(streaks(four, "2026-11-20", "2026-11-22", checkIn)).toEqual([4, 2]);
  });

  it("and 0 once one was left out, or where there is none", () => {
    expect(streaks(four, "2026-11-13", "2026-11-21", checkIn)).toEqual([0, 2]);
    expect(streaks({ weeks: 0, months: 0 }, undefined, "2026-11-21", checkIn)).toEqual([0, 0]);
  });
});
