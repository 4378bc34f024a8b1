import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, fateAt, fateOf, fates, on, persian, visits } from "./club.js";

type Limit = NonNullable<NonNullable<Offer["limits"]>["perMember"]>;

function limited(perMember: Limit, more: Partial<Program> = {}) {
  const offer: Offer = { id: "treat", limits: { perMember }, benefit: { kind: "credit", fixed: "1000" } };
  return cafe({ offers: [offer], ...more });
}

/** What comes of the treat at each of these moments, the purchases before being booked. */
function treats(perMember: Limit, moments: readonly string[], more: Partial<Program> = {}) {
  return fates(limited(perMember, more), "treat", {}, moments);
}

// R5.5, R5.6
describe("once a day", () => {
  it("lasts from midnight to midnight in the club's zone", () => {
    expect(
      treats({ count: 1, per: "day" }, [
        on("2026-11-21", "00:00"),
        on("2026-11-21", "23:59"),
        on("2026-11-22", "00:00"),
      ]),
    ).toEqual(["given", "limitReached", "given"]);
  });

  it("and not from midnight to midnight in Greenwich", () => {
    // 23:50 and 00:10 in Tehran are 20:20 and 20:40 of the same day in Greenwich.
    expect(treats({ count: 1, per: "day" }, ["2026-11-21T20:20:00Z", "2026-11-21T20:40:00Z"])).toEqual([
      "given",
      "given",
    ]);
  });

  it("three times a day is three times", () => {
    const hours = ["09:00", "10:00", "11:00", "12:00"].map((time) => on("2026-11-21", time));
    expect(treats({ count: 3, per: "day" }, hours)).toEqual(["given", "given", "given", "limitReached"]);
  });
});

// R5.6, R2.5
describe("once a week", () => {
  // 27 November 2026 is a Friday.
  const moments = [on("2026-11-21"), on("2026-11-27", "23:59"), on("2026-11-28", "00:01")];

  it("begins on Saturday in the Persian calendar", () => {
    expect(treats({ count: 1, per: "week" }, moments)).toEqual(["given", "limitReached", "given"]);
  });

  it("or on the day the club names", () => {
    // From Monday to Sunday: 21 November closes one week, 27 and 28 lie in the next.
    expect(treats({ count: 1, per: "week" }, moments, { weekStart: "monday" })).toEqual([
      "given",
      "given",
      "limitReached",
    ]);
  });
});

// R5.6
describe("twice a month", () => {
  it("is a Persian month: Aban ends on 21 November 2026 at midnight", () => {
    expect(
      treats({ count: 2, per: "month" }, [
        on("2026-10-23"), // 1 Aban 1405
        on("2026-11-20"), // 29 Aban
        on("2026-11-21", "23:59"), // 30 Aban
        on("2026-11-22", "00:00"), // 1 Azar
      ]),
    ).toEqual(["given", "given", "limitReached", "given"]);
  });

  it("the same month of another year is another month", () => {
    expect(treats({ count: 1, per: "month" }, [on("2026-11-21"), on("2027-11-21")])).toEqual([
      "given",
      "given",
    ]);
  });

  it("in a club of the Gregorian calendar it is a Gregorian month", () => {
    const moments = [on("2026-11-21"), on("2026-11-22"), on("2026-12-01")];
    expect(treats({ count: 1, per: "month" }, moments, { calendar: "gregorian" })).toEqual([
      "given",
      "limitReached",
      "given",
    ]);
  });
});

// R5.6
describe("once a year", () => {
  it("begins on 1 Farvardin, not on 1 January", () => {
    expect(
      treats({ count: 1, per: "year" }, [
        on("2026-12-31"), // 10 Dey 1405
        on("2027-01-01"), // 11 Dey 1405
        on("2027-03-20", "23:59"), // 29 Esfand 1405
        on("2027-03-21", "00:00"), // 1 Farvardin 1406
      ]),
    ).toEqual(["given", "limitReached", "limitReached", "given"]);
  });
});

// R5.6
describe("once in a lifetime", () => {
  it("is once", () => {
    expect(
      treats({ count: 1, per: "lifetime" }, [on("2020-01-01"), on("2026-11-21"), on("2040-01-01")]),
    ).toEqual(["given", "limitReached", "limitReached"]);
  });
});

// R3.7, R3.9, R5.6
describe("once a birthday year", () => {
  const club = (birthday: NonNullable<Offer["birthday"]>, limits?: Offer["limits"]) =>
    cafe({
      offers: [
        {
          id: "birthday",
          birthday,
          ...(limits === undefined ? {} : { limits }),
          benefit: { kind: "credit", percent: "20" },
        },
      ],
    });
  const nowruzChild = { birthDate: persian(1370, 1, 1) };

  it("a birthday on 1 Farvardin is had once, though its days lie in two Persian years", () => {
    expect(
      fates(club({ before: 3, after: 3 }), "birthday", nowruzChild, [
        on("2027-03-17"), // 26 Esfand 1405: four days before
        on("2027-03-18"), // 27 Esfand 1405: three days before
        on("2027-03-22"), // 2 Farvardin 1406
        on("2027-03-24"), // 4 Farvardin 1406: three days after
        on("2027-03-25"), // 5 Farvardin 1406
        on("2028-03-17"), // 27 Esfand 1406: three days before 1 Farvardin 1407, which is 20 March 2028
      ]),
    ).toEqual(["not listed", "given", "limitReached", "limitReached", "not listed", "given"]);
  });

  it("the entry says which birthday it was: that of 1406, on either side of the year's end", () => {
    const { decisions } = visits(club({ before: 3, after: 3 }), nowruzChild, [
      { at: on("2027-03-18"), lines: [100_000] },
    ]);
    expect(decisions.flatMap((decision) => entryOf(decision).uses)).toEqual([
      {
        offer: "birthday",
        at: "2027-03-18T12:00:00+03:30",
        day: "2027-03-18",
        birthdayYear: 1406,
        amount: null,
      },
    ]);
  });

  it("a use that a shop kept without the birthday year counts in the right one", () => {
    const had = (at: string) => ({ ...nowruzChild, standing: { uses: [{ offer: "birthday", at }] } });
    const now = [on("2027-03-22")];
    expect(fateAt(club({ before: 3, after: 3 }), "birthday", had(on("2027-03-19")), now)).toEqual([
      "limitReached",
    ]);
    expect(fateAt(club({ before: 3, after: 3 }), "birthday", had(on("2026-03-21")), now)).toEqual(["given"]);
  });

  it("a use that says its birthday year counts in it, also where the offer's days were others then", () => {
    // Had eleven days before 1 Farvardin 1406, when the offer still began two weeks before.
    const had = (birthdayYear: number) => {
      const uses = [{ offer: "birthday", at: on("2027-03-10"), birthdayYear }];
      return { ...nowruzChild, standing: { uses } };
    };
    const now = [on("2027-03-22")];
    expect(fateAt(club({ before: 3, after: 3 }), "birthday", had(1406), now)).toEqual(["limitReached"]);
    expect(fateAt(club({ before: 3, after: 3 }), "birthday", had(1405), now)).toEqual(["given"]);
  });

  it("a use from before the date of birth counts in the year of birth", () => {
    const uses = [{ offer: "treat", at: on("2027-02-23") }];
    const born = { birthDate: "2027-03-01", standing: { uses } };
    expect(fateAt(limited({ count: 1, per: "birthdayYear" }), "treat", born, [on("2027-03-01")])).toEqual([
      "limitReached",
    ]);
  });

  it("unless the offer says otherwise: twice a birthday year", () => {
    const twice = { perMember: { count: 2, per: "birthdayYear" } } as const;
    const days = ["2027-03-19", "2027-03-20", "2027-03-21"].map((date) => on(date));
    expect(fates(club({ before: 3, after: 3 }, twice), "birthday", nowruzChild, days)).toEqual([
      "given",
      "given",
      "limitReached",
    ]);
  });

  it("or once a day", () => {
    const daily = { perMember: { count: 1, per: "day" } } as const;
    const moments = [on("2027-03-20", "10:00"), on("2027-03-20", "20:00"), on("2027-03-21")];
    expect(fates(club({ before: 3, after: 3 }, daily), "birthday", nowruzChild, moments)).toEqual([
      "given",
      "limitReached",
      "given",
    ]);
  });
});

// R5.5, R9.5
describe("what a limit counts", () => {
  it("only what was given: a purchase that gives nothing uses nothing up", () => {
    // One point for every 10,000: nothing on 9,000.
    const once: Offer = {
      id: "treat",
      limits: { perMember: { count: 1, per: "lifetime" } },
      benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } },
    };
    const { decisions } = visits(cafe({ offers: [once] }), {}, [
      { at: on("2026-11-21"), lines: [9_000] },
      { at: on("2026-11-22"), lines: [10_000] },
      { at: on("2026-11-23"), lines: [10_000] },
    ]);
    expect(decisions.map((decision) => fateOf("treat", decision))).toEqual([
      "givesNothing",
      "given",
      "limitReached",
    ]);
    expect(decisions.map((decision) => entryOf(decision).uses.length)).toEqual([0, 1, 0]);
  });

  it("only what won: an offer that is beaten uses nothing up", () => {
    const offers: readonly Offer[] = [
      {
        id: "small",
        limits: { perMember: { count: 1, per: "lifetime" } },
        benefit: { kind: "credit", fixed: "1000" },
      },
      {
        id: "great",
        limits: { perMember: { count: 1, per: "lifetime" } },
        benefit: { kind: "credit", fixed: "2000" },
      },
    ];
    const moments = [on("2026-11-21"), on("2026-11-22"), on("2026-11-23")];
    expect(fates(cafe({ offers }), "small", {}, moments)).toEqual(["beaten", "given", "limitReached"]);
  });

  it("each offer by itself, and each member", () => {
    const club = limited({ count: 1, per: "lifetime" });
    const moments = [on("2026-11-21"), on("2026-11-22")];
    expect(fates(club, "treat", { id: "sara" }, moments)).toEqual(["given", "limitReached"]);
    expect(fates(club, "treat", { id: "reza" }, moments)).toEqual(["given", "limitReached"]);
    const other = { standing: { uses: [{ offer: "other", at: on("2026-11-20") }] } };
    expect(fateAt(club, "treat", other, [on("2026-11-21")])).toEqual(["given"]);
  });

  it("what is always given too", () => {
    const always: Offer = {
      id: "welcome",
      always: true,
      limits: { perMember: { count: 1, per: "lifetime" } },
      benefit: { kind: "points", fixed: "100" },
    };
    expect(fates(cafe({ offers: [always] }), "welcome", {}, [on("2026-11-21"), on("2026-11-22")])).toEqual([
      "given",
      "limitReached",
    ]);
  });
});
