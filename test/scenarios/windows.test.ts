import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, fateAt, fateOf, fates, on, persian, purchase } from "./club.js";

type Terms = Pick<Offer, "window" | "schedule" | "limits" | "birthday">;

function campaign(terms: Terms, program: Partial<Program> = {}) {
  const offer: Offer = { id: "campaign", ...terms, benefit: { kind: "credit", percent: "10" } };
  return cafe({ offers: [offer], ...program });
}

/** At which of these moments the campaign runs. */
function runsAt(terms: Terms, moments: readonly string[], program: Partial<Program> = {}): readonly string[] {
  const found = fateAt(campaign(terms, program), "campaign", {}, moments);
  return moments.filter((_, index) => found[index] === "given");
}

// R2.4, R2.6
describe("a campaign of some days", () => {
  it("of one day, Yalda 30 Azar 1405: from midnight to midnight in Tehran", () => {
    const yalda = persian(1405, 9, 30);
    const moments = [
      "2026-12-20T20:29:59Z",
      "2026-12-20T20:30:00Z", // 21 December, 00:00 in Tehran
      "2026-12-21T20:29:59Z",
      "2026-12-21T20:30:00Z",
    ];
    expect(runsAt({ window: { from: yalda, to: yalda } }, moments)).toEqual(moments.slice(1, 3));
  });

  it("from the first to the last day, both included", () => {
    const window = { from: "2026-11-21", to: "2026-11-23" };
    const days = ["2026-11-20", "2026-11-21", "2026-11-23", "2026-11-24"].map((date) => on(date));
    expect(runsAt({ window }, days)).toEqual(days.slice(1, 3));
  });

  it("from a day on, or until a day", () => {
    const moments = [on("2026-11-21", "23:59"), on("2026-11-22", "00:00")];
    expect(runsAt({ window: { from: persian(1405, 9, 1) } }, moments)).toEqual(moments.slice(1));
    expect(runsAt({ window: { to: persian(1405, 8, 30) } }, moments)).toEqual(moments.slice(0, 1));
  });

  it("begins to the millisecond at midnight", () => {
    const moments = [
      "2026-11-21T20:29:59.999Z",
      "2026-11-21T20:29:59.999999999Z", // what is finer is cut, never rounded
      "2026-11-21T20:30:00.000Z",
    ];
    expect(runsAt({ window: { from: persian(1405, 9, 1) } }, moments)).toEqual(moments.slice(2));
  });
});

// R2.7
describe("a campaign of every year", () => {
  it("28 to 30 Azar, this year and the next", () => {
    const window = { yearly: { from: { month: 9, day: 28 }, to: { month: 9, day: 30 } } };
    // 28 Azar 1405 is 19 December 2026; 28 Azar 1406 is 19 December 2027.
    const days = [
      "2026-12-18",
      "2026-12-19",
      "2026-12-21",
      "2026-12-22",
      "2027-12-18",
      "2027-12-19",
      "2027-12-21",
      "2027-12-22",
    ].map((date) => on(date));
    expect(runsAt({ window }, days)).toEqual([1, 2, 5, 6].map((index) => days[index]));
  });

  it("Nowruz, from 20 Esfand to 13 Farvardin, over the year's end", () => {
    const window = { yearly: { from: { month: 12, day: 20 }, to: { month: 1, day: 13 } } };
    const days = [
      "2026-03-10", // 19 Esfand 1404
      "2026-03-11", // 20 Esfand 1404
      "2026-03-20", // 29 Esfand 1404, the last day of the year
      "2026-03-21", // 1 Farvardin 1405
      "2026-04-02", // 13 Farvardin 1405
      "2026-04-03", // 14 Farvardin 1405
    ].map((date) => on(date));
    expect(runsAt({ window }, days)).toEqual(days.slice(1, 5));
  });

  it("30 Esfand is 29 Esfand in a year of 29 days", () => {
    const window = { yearly: { from: { month: 12, day: 30 }, to: { month: 12, day: 30 } } };
    const days = [
      "2025-03-19", // 29 Esfand 1403, a leap year
      "2025-03-20", // 30 Esfand 1403
      "2025-03-21", // 1 Farvardin 1404
      "2026-03-19", // 28 Esfand 1404
      "2026-03-20", // 29 Esfand 1404
      "2026-03-21", // 1 Farvardin 1405
    ].map((date) => on(date));
    expect(runsAt({ window }, days)).toEqual([1, 4].map((index) => days[index]));
  });

  it("31 Mehr is 30 Mehr", () => {
    const window = { yearly: { from: { month: 7, day: 31 }, to: { month: 7, day: 31 } } };
    const days = ["2026-10-21", "2026-10-22", "2026-10-23"].map((date) => on(date)); // 29 and 30 Mehr, 1 Aban
    expect(runsAt({ window }, days)).toEqual(days.slice(1, 2));
  });

  it("in a club of the Gregorian calendar months are Gregorian", () => {
    const window = { yearly: { from: { month: 12, day: 24 }, to: { month: 1, day: 1 } } };
    const days = ["2026-12-23", "2026-12-24", "2027-01-01", "2027-01-02"].map((date) => on(date));
    expect(runsAt({ window }, days, { calendar: "gregorian" })).toEqual(days.slice(1, 3));
  });
});

// R2.8
describe("quiet Mondays", () => {
  // 23 November 2026 is a Monday.
  it("on Mondays only", () => {
    const days = ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-30"].map((date) => on(date));
    expect(runsAt({ schedule: { weekdays: ["monday"] } }, days)).toEqual([days[1], days[3]]);
  });

  it("from 15:00 until just before 18:00", () => {
    const hours = [{ from: "15:00", until: "18:00" }];
    const moments = [
      "2026-11-23T14:59:59+03:30",
      "2026-11-23T15:00:00+03:30",
      "2026-11-23T17:59:59+03:30",
      "2026-11-23T18:00:00+03:30",
    ];
    expect(runsAt({ schedule: { weekdays: ["monday"], hours } }, moments)).toEqual(moments.slice(1, 3));
  });

  it("several spans of a day, the last until midnight", () => {
    const hours = [
      { from: "08:00", until: "10:00" },
      { from: "22:00", until: "24:00" },
    ];
    const moments = ["07:59", "08:00", "10:00", "21:59", "23:59"].map((time) => on("2026-11-23", time));
    expect(runsAt({ schedule: { hours } }, moments)).toEqual([moments[1], moments[4]]);
    expect(runsAt({ schedule: { hours } }, [on("2026-11-24", "00:00")])).toEqual([]);
  });

  it("by the club's clock, whatever offset the till writes", () => {
    // 12:00 in Greenwich is 15:30 in Tehran.
    const schedule = { hours: [{ from: "15:00", until: "18:00" }] };
    expect(runsAt({ schedule }, ["2026-11-23T12:00:00Z"])).toEqual(["2026-11-23T12:00:00Z"]);
  });
});

// R2.9
describe("Thursday nights, from 22:00 to 02:00", () => {
  // 26 November 2026 is a Thursday.
  const night = { schedule: { weekdays: ["thursday"], hours: [{ from: "22:00", until: "02:00" }] } } as const;
  const THURSDAY_EARLY = on("2026-11-26", "01:00");
  const THURSDAY_LATE = on("2026-11-26", "23:00");
  const FRIDAY_EARLY = on("2026-11-27", "01:00");
  const FRIDAY_LATE = on("2026-11-27", "23:00");

  it("Friday at 01:00 is still Thursday night; Thursday at 01:00 was Wednesday night", () => {
    expect(runsAt(night, [THURSDAY_EARLY, THURSDAY_LATE, FRIDAY_EARLY, FRIDAY_LATE])).toEqual([
      THURSDAY_LATE,
      FRIDAY_EARLY,
    ]);
  });

  it("begins at 22:00 and ends just before 02:00", () => {
    const moments = ["21:59", "22:00"].map((time) => on("2026-11-26", time));
    const later = ["01:59", "02:00"].map((time) => on("2026-11-27", time));
    expect(runsAt(night, [...moments, ...later])).toEqual([moments[1], later[0]]);
  });

  it("once a day is once a night: what is had on Thursday is not had again on Friday at 01:00", () => {
    const once = { ...night, limits: { perMember: { count: 1, per: "day" } } } as const;
    expect(fates(campaign(once), "campaign", {}, [THURSDAY_LATE, FRIDAY_EARLY])).toEqual([
      "given",
      "limitReached",
    ]);
  });

  it("the entry counts Friday at 01:00 on Thursday", () => {
    const once = { ...night, limits: { perMember: { count: 1, per: "day" } } } as const;
    const decision = campaign(once).evaluate(purchase({ at: FRIDAY_EARLY, lines: [100_000] }));
    expect(entryOf(decision).uses).toMatchObject([
      { offer: "campaign", at: FRIDAY_EARLY, day: "2026-11-26" },
    ]);
    expect(entryOf(decision).local).toMatchObject({ date: "2026-11-27", weekday: "friday" });
  });

  it("every night and once a day: Thursday and Friday night are two", () => {
    const nightly = {
      schedule: { hours: [{ from: "22:00", until: "02:00" }] },
      limits: { perMember: { count: 1, per: "day" } },
    } as const;
    expect(
      fates(campaign(nightly), "campaign", {}, [FRIDAY_EARLY, FRIDAY_LATE, on("2026-11-28", "01:00")]),
    ).toEqual(["given", "given", "limitReached"]);
  });

  it("a night that begins on the last day of a month counts in that month", () => {
    // 30 Aban 1405 is 21 November 2026. Its night ends on 1 Azar at 02:00.
    const monthly = {
      schedule: { hours: [{ from: "22:00", until: "02:00" }] },
      limits: { perMember: { count: 1, per: "month" } },
    } as const;
    expect(
      fates(campaign(monthly), "campaign", {}, [
        on("2026-11-10", "23:00"),
        on("2026-11-22", "01:00"),
        on("2026-11-22", "23:00"),
      ]),
    ).toEqual(["given", "limitReached", "given"]);
  });

  it("a campaign's last day has its night; the night before its first day does not belong to it", () => {
    const yalda = {
      window: { from: persian(1405, 9, 30), to: persian(1405, 9, 30) },
      schedule: { hours: [{ from: "20:00", until: "02:00" }] },
    };
    const before = on("2026-12-21", "01:00");
    const evening = on("2026-12-21", "20:00");
    const after = on("2026-12-22", "01:59");
    expect(runsAt(yalda, [before, evening, after])).toEqual([evening, after]);
  });

  it("so has a birthday", () => {
    const birthdayNight: Terms = { birthday: {}, schedule: { hours: [{ from: "20:00", until: "02:00" }] } };
    const born = { birthDate: persian(1370, 8, 30) };
    const moments = [on("2026-11-21", "01:00"), on("2026-11-21", "21:00"), on("2026-11-22", "01:00")];
    expect(fateAt(campaign(birthdayNight), "campaign", born, moments)).toEqual([
      "not listed",
      "given",
      "given",
    ]);
    expect(fates(campaign(birthdayNight), "campaign", born, moments)).toEqual([
      "not listed",
      "given",
      "limitReached",
    ]);
  });
});

// R2.3, R2.4
describe("a club in another zone", () => {
  it("has its own Monday", () => {
    // 21:00 on Sunday in Greenwich is 00:30 on Monday in Tehran, and 22:00 on Sunday in Berlin.
    const mondays = { schedule: { weekdays: ["monday"] } } as const;
    const at = "2026-11-22T21:00:00Z";
    expect(runsAt(mondays, [at])).toEqual([at]);
    expect(runsAt(mondays, [at], { timeZone: "Europe/Berlin" })).toEqual([]);
    expect(runsAt(mondays, [at], { timeZone: "+03:30" })).toEqual([at]);
  });

  it("says when it was on its own wall", () => {
    const decision = campaign({}, { timeZone: "Europe/Berlin", calendar: "gregorian" }).evaluate(
      purchase({ at: "2026-11-21T14:00:00Z", lines: [100_000] }),
    );
    expect(fateOf("campaign", decision)).toBe("given");
    expect(entryOf(decision).local).toEqual({
      calendar: "gregorian",
      calendarDate: "2026-11-21",
      date: "2026-11-21",
      time: "15:00:00",
      weekday: "saturday",
    });
  });
});
