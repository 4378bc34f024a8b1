import { describe, expect, it } from "vitest";
import { date, instant, isDateInput, readDate } from "../../src/documents/dates.js";
import { parseWith } from "../../src/documents/parse-with.js";

const issueOf = (schema: typeof instant | typeof date, written: unknown) => {
  const parsed = parseWith<unknown>(schema, written);
  return parsed.ok ? undefined : parsed.issues[0];
};
const persian = (year: number, month: number, day: number) => ({ calendar: "persian", year, month, day });

describe("an instant", () => {
  it.each(["2026-11-21T17:30:00+03:30", "1900-01-01T00:00:00Z", "2121-12-31T23:59:59Z"])(
    "can be %s",
    (text) => {
      expect(issueOf(instant, text)).toBeUndefined();
    },
  );

  it.each<[unknown]>([
    ["2026-11-21"],
    ["2026-11-21T10:00:00"],
    [1_795_255_200_000],
    ["yesterday"],
    ["2026-11-21T24:00:00Z"],
    ["2026-11-21T23:59:60Z"],
    [null],
    [{}],
  ])("cannot be %j", (written) => {
    expect(issueOf(instant, written)?.code).toBe("time-format");
  });

  it.each(["1899-12-31T23:59:59Z", "2122-01-01T00:00:00Z", "1405-01-01T00:00:00Z"])(
    "lies between 1900 and 2121, unlike %s",
    (written) => {
      expect(issueOf(instant, written)?.code).toBe("time-range");
    },
  );
});

describe("a calendar date", () => {
  it.each<[unknown]>([
    ["1990-10-04"],
    ["1900-01-01"],
    ["2024-02-29"],
    [persian(1403, 12, 30)],
    [persian(1279, 1, 1)],
  ])("can be %j", (written) => {
    expect(issueOf(date, written)).toBeUndefined();
  });

  it("with a Persian year in a Gregorian text is told how a Persian date is written", () => {
    const issue = issueOf(date, "1405-01-01");
    expect(issue?.code).toBe("time-range");
    expect(issue?.hint).toContain('"calendar": "persian"');
  });

  it.each<[unknown, string]>([
    ["1404-07-31T00:00:00Z", "time-format"],
    ["2026-1-1", "time-format"],
    ["", "time-format"],
    ["2026-02-29", "date-invalid"],
    ["2026-13-01", "date-invalid"],
    ["1899-12-31", "time-range"],
    [persian(1404, 12, 30), "date-invalid"],
    [persian(1404, 7, 31), "date-invalid"],
    [persian(1404, 13, 1), "date-invalid"],
    [persian(1404, 0, 10), "date-invalid"],
    [persian(1404, 1, -1), "date-invalid"],
    [persian(1501, 1, 1), "time-range"],
    [persian(2026, 1, 1), "time-range"],
    [persian(1278, 1, 1), "time-range"],
    [persian(1404.5, 1, 1), "type"],
    [{ calendar: "persian", year: "1404", month: 1, day: 1 }, "type"],
    [{ calendar: "gregorian", year: 2026, month: 1, day: 1 }, "type"],
    [{ calendar: "persian", year: 1404, month: 1 }, "type"],
    [{ ...persian(1404, 1, 1), hour: 5 }, "type"],
    [[1404, 1, 1], "type"],
    [20_778, "type"],
    [null, "type"],
  ])("cannot be %j: %s", (written, code) => {
    expect(issueOf(date, written)?.code).toBe(code);
    expect(isDateInput(written)).toBe(false);
  });

  it("is the same day in either calendar", () => {
    expect(readDate("2026-11-21").day).toBe(20_778);
    expect(readDate({ calendar: "persian", year: 1405, month: 8, day: 30 })).toEqual({
      calendar: "persian",
      date: { year: 1405, month: 8, day: 30 },
      day: 20_778,
    });
  });
});
