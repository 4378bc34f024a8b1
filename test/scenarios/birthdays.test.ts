import type { Member, Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateAt, on, persian } from "./club.js";

type Birthday = NonNullable<Offer["birthday"]>;

/** On which of these days a member born on this date has a birthday. */
function birthdays(
  birthDate: NonNullable<Member["birthDate"]>,
  birthday: Birthday,
  dates: readonly string[],
  terms: { readonly program?: Partial<Program>; readonly tier?: string } = {},
): readonly string[] {
  const offer: Offer = { id: "birthday", birthday, benefit: { kind: "credit", percent: "20" } };
  const club = cafe({ offers: [offer], ...terms.program });
  const member = { birthDate, ...(terms.tier === undefined ? {} : { standing: { tier: terms.tier } }) };
  const found = fateAt(
    club,
    "birthday",
    member,
    dates.map((date) => on(date)),
  );
  return dates.filter((_, index) => found[index] === "given");
}

// R3.6
describe("the days of a birthday", () => {
  const around = [
    "2026-11-17",
    "2026-11-18",
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2026-11-24",
    "2026-11-25",
  ];

  it("the day itself, where the offer says nothing more", () => {
    expect(birthdays(persian(1370, 8, 30), {}, around)).toEqual(["2026-11-21"]);
    expect(birthdays(persian(1370, 8, 30), { span: "day" }, around)).toEqual(["2026-11-21"]);
  });

  it("three days before and three after, both included", () => {
    expect(birthdays(persian(1370, 8, 30), { before: 3, after: 3 }, around)).toEqual(around.slice(1, 6));
  });

  it("its week, from Saturday to Friday: 30 Aban 1405 is a Saturday", () => {
    const days = ["2026-11-20", "2026-11-21", "2026-11-27", "2026-11-28"];
    expect(birthdays(persian(1370, 8, 30), { span: "week" }, days)).toEqual(["2026-11-21", "2026-11-27"]);
    const fromMonday = { program: { weekStart: "monday" } } as const;
    // From Monday 16 to Sunday 22 November.
    const week = ["2026-11-15", "2026-11-16", "2026-11-22", "2026-11-23"];
    expect(birthdays(persian(1370, 8, 30), { span: "week" }, week, fromMonday)).toEqual([
      "2026-11-16",
      "2026-11-22",
    ]);
  });

  it("its month in the calendar of the birth date: the whole of Aban, or the whole of November", () => {
    const days = [
      "2026-10-22",
      "2026-10-23",
      "2026-10-31",
      "2026-11-01",
      "2026-11-21",
      "2026-11-22",
      "2026-11-30",
      "2026-12-01",
    ];
    // Aban 1405 is 23 October to 21 November 2026.
    expect(birthdays(persian(1370, 8, 15), { span: "month" }, days)).toEqual(days.slice(1, 5));
    expect(birthdays("1991-11-06", { span: "month" }, days)).toEqual(days.slice(3, 7));
  });

  it("a week before for silver, the day itself for bronze", () => {
    const birthday = { before: { byTier: { bronze: 0, silver: 7 } } };
    const days = ["2026-11-13", "2026-11-14", "2026-11-21"];
    expect(birthdays(persian(1370, 8, 30), birthday, days, { tier: "bronze" })).toEqual(["2026-11-21"]);
    expect(birthdays(persian(1370, 8, 30), birthday, days, { tier: "silver" })).toEqual([
      "2026-11-14",
      "2026-11-21",
    ]);
  });
});

// R3.3
describe("somebody born on 30 Esfand 1375, in 1405, when Esfand has 29 days", () => {
  const born = persian(1375, 12, 30);
  const days = ["2027-03-19", "2027-03-20", "2027-03-21", "2027-03-22"]; // 28 and 29 Esfand, 1 and 2 Farvardin 1406

  it("has the birthday on 29 Esfand, unless the offer says otherwise", () => {
    expect(birthdays(born, {}, days)).toEqual(["2027-03-20"]);
    expect(birthdays(born, { leapDay: "before" }, days)).toEqual(["2027-03-20"]);
  });

  it("or on 1 Farvardin of the next year", () => {
    expect(birthdays(born, { leapDay: "after" }, days)).toEqual(["2027-03-21"]);
  });

  it("or not at all, until a year has the day: 30 Esfand 1408", () => {
    const leapYear = ["2030-03-19", "2030-03-20", "2030-03-21"];
    expect(birthdays(born, { leapDay: "exact" }, [...days, ...leapYear])).toEqual(["2030-03-20"]);
  });

  it("in a year that has the day, on the day, in every mode", () => {
    const leapYear = ["2030-03-19", "2030-03-20", "2030-03-21"];
    for (const leapDay of ["before", "after", "exact"] as const) {
      expect(birthdays(born, { leapDay }, leapYear)).toEqual(["2030-03-20"]);
    }
  });
});

// R3.3
describe("somebody born on 29 February 2000", () => {
  const days = ["2027-02-27", "2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29", "2028-03-01"];

  it("has the birthday on 28 February, on 1 March, or only every fourth year", () => {
    expect(birthdays("2000-02-29", {}, days)).toEqual(["2027-02-28", "2028-02-29"]);
    expect(birthdays("2000-02-29", { leapDay: "after" }, days)).toEqual(["2027-03-01", "2028-02-29"]);
    expect(birthdays("2000-02-29", { leapDay: "exact" }, days)).toEqual(["2028-02-29"]);
  });
});

// R3.3
describe("a birthday is kept in the calendar of the birth date, whatever the club's", () => {
  // 1 Farvardin is 21 March in 2027, and 20 March in 2028.
  const days = ["2027-03-20", "2027-03-21", "2028-03-20", "2028-03-21"];

  it("born on 1 Farvardin: on 1 Farvardin", () => {
    for (const calendar of ["persian", "gregorian"] as const) {
      expect(birthdays(persian(1370, 1, 1), {}, days, { program: { calendar } })).toEqual([
        "2027-03-21",
        "2028-03-20",
      ]);
    }
  });

  it("born on 21 March: on 21 March", () => {
    for (const calendar of ["persian", "gregorian"] as const) {
      expect(birthdays("1991-03-21", {}, days, { program: { calendar } })).toEqual([
        "2027-03-21",
        "2028-03-21",
      ]);
    }
  });
});

// R3.6, R3.7
describe("a birthday's days may cross the year's end", () => {
  it("2 Farvardin and three days before: from 28 Esfand on", () => {
    // 2 Farvardin 1406 is 22 March 2027.
    const days = ["2027-03-18", "2027-03-19", "2027-03-21", "2027-03-22", "2027-03-23"];
    expect(birthdays(persian(1370, 1, 2), { before: 3 }, days)).toEqual(days.slice(1, 4));
  });

  it("28 Esfand and three days after: until 2 Farvardin", () => {
    // 28 Esfand 1405 is 19 March 2027.
    const days = ["2027-03-18", "2027-03-19", "2027-03-21", "2027-03-22", "2027-03-23"];
    expect(birthdays(persian(1370, 12, 28), { after: 3 }, days)).toEqual(days.slice(1, 4));
  });

  it("31 December and a day after, in a Gregorian life", () => {
    const days = ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"];
    expect(birthdays("1991-12-31", { after: 1 }, days)).toEqual(["2026-12-31", "2027-01-01"]);
  });
});
