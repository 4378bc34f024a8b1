import { describe, expect, it } from "vitest";
import { yearOfWindow } from "../../src/eligibility/yearly-window.js";
import { calendarOf } from "../../src/units/calendar.js";

const persian = calendarOf("persian");
const day = (year: number, month: number, date: number) => persian.dayOf({ year, month, day: date });

describe("yearOfWindow", () => {
  const nowruz = { from: { month: 12, day: 20 }, to: { month: 1, day: 13 } };

  it.each([
    [day(1405, 12, 19), undefined],
    [day(1405, 12, 20), 1405],
    [day(1405, 12, 29), 1405],
    [day(1406, 1, 1), 1405],
    [day(1406, 1, 13), 1405],
    [day(1406, 1, 14), undefined],
    [day(1406, 12, 20), 1406],
  ])("of Nowruz: on day %i the window of %s runs", (on, year) => {
    expect(yearOfWindow(persian, on, nowruz)).toBe(year);
  });

  it("of a window within a year: that year", () => {
    const yalda = { from: { month: 9, day: 28 }, to: { month: 9, day: 30 } };
    expect(yearOfWindow(persian, day(1405, 9, 28), yalda)).toBe(1405);
    expect(yearOfWindow(persian, day(1406, 9, 30), yalda)).toBe(1406);
    expect(yearOfWindow(persian, day(1405, 10, 1), yalda)).toBeUndefined();
  });

  it("of 30 Esfand: 29 Esfand in a year without it", () => {
    const last = { from: { month: 12, day: 30 }, to: { month: 12, day: 30 } };
    expect(yearOfWindow(persian, day(1403, 12, 29), last)).toBeUndefined();
    expect(yearOfWindow(persian, day(1403, 12, 30), last)).toBe(1403);
    expect(yearOfWindow(persian, day(1405, 12, 29), last)).toBe(1405);
  });
});
