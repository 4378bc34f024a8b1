import { describe, expect, it } from "vitest";
import { compileProgram } from "../../src/eligibility/compile.js";
import { readMember } from "../../src/standing/read-member.js";
import { nextOccasions } from "../../src/time/next-occasions.js";
import { formatInstant, localTimeOf } from "../../src/units/zone.js";
import { CREDIT, program, read } from "../program/programs.js";

/** The next occasions after `since`, as the instant and each type with its offers; none where nothing comes. */
function next(
  offers: readonly object[],
  person: object,
  since: string,
  club: object = {},
): readonly string[] {
  const all = offers.map((offer, index) => ({
    id: `o${index}`,
    benefit: { kind: "credit", fixed: "1" },
    ...offer,
  }));
  const opened = read(program({ wallets: [CREDIT], offers: all, ...club }));
  const until = Date.parse("2036-01-01T00:00:00Z");
  const now = { at: until, local: localTimeOf(until, opened.zone) };
  const member = readMember({ id: "m", ...person }, now, opened, []);
  const { offersOn } = compileProgram(opened, 500);
  const ahead = nextOccasions(offersOn, opened, member, { since: Date.parse(since), until });
  if (ahead === undefined) return [];
  const kinds = ahead.due.map(({ type, offers: due }) =>
    [type, ...due.map(({ offer }) => offer.id)].join(" "),
  );
  return [formatInstant(ahead.at, opened.zone), ...kinds];
}

const BORN = { birthDate: "1990-11-22" };
const BIRTHDAY = { on: ["birthday"] };

// R22.7
describe("the next occasion", () => {
  it("is after the instant, never at it", () => {
    expect(next([], BORN, "2026-11-21T23:59:59.999+03:30")).toEqual([
      "2026-11-22T00:00:00+03:30",
      "birthday",
    ]);
    expect(next([], BORN, "2026-11-22T00:00:00+03:30")).toEqual(["2027-11-22T00:00:00+03:30", "birthday"]);
  });

  it("is the first of all, with all that come then, in the order of their types", () => {
    const offers = [
      { on: ["start"], window: { from: "2026-11-22" } },
      BIRTHDAY,
      { on: ["milestone"], milestone: { since: "joinedAt", at: [{ years: 1 }, { months: 3 }] } },
      { on: ["milestone"], milestone: { since: "joinedAt", at: [{ months: 3 }, { months: 6 }] } },
    ];
    // 1 Shahrivar 1405 and three months are 1 Azar, 22 November.
    const person = { ...BORN, joinedAt: "2026-08-23T18:00:00+03:30" };
    expect(next(offers, person, "2026-10-01T00:00:00Z")).toEqual([
      "2026-11-22T00:00:00+03:30",
      "birthday o1",
      "milestone o2 o3",
      "start o0",
    ]);
  });

  it("takes the later days of a milestone once the earlier are over", () => {
    const offers = [
      { on: ["milestone"], milestone: { since: "joinedAt", at: [{ months: 6 }, { months: 3 }] } },
    ];
    const person = { joinedAt: "2026-08-23T18:00:00+03:30" };
    expect(next(offers, person, "2026-08-23T18:00:00+03:30")[0]).toBe("2026-11-22T00:00:00+03:30");
    expect(next(offers, person, "2026-11-22T00:00:00+03:30")[0]).toBe("2027-02-20T00:00:00+03:30");
    expect(next(offers, person, "2027-02-20T00:00:00+03:30")).toEqual([]);
  });

  it("begins as late as the day does, where clocks are set forward at midnight", () => {
    // In Tehran 1 Farvardin 1401 began at 01:00 of its own morning: 22 March 2022 had no midnight.
    const person = { birthDate: "1990-03-22" };
    expect(next([], person, "2022-03-01T00:00:00Z")).toEqual(["2022-03-22T01:00:00+04:30", "birthday"]);
  });

  it("of an absence is counted from the last visit, in the club's calendar", () => {
    const offers = [{ on: ["inactivity"], inactivity: { away: { months: 1 } } }];
    const person = { standing: { lastVisitAt: "2026-11-21T17:30:00+03:30" } };
    expect(next(offers, person, "2026-11-21T17:30:00+03:30")[0]).toBe("2026-12-21T00:00:00+03:30");
    expect(next(offers, person, "2026-11-21T17:30:00+03:30", { calendar: "gregorian" })[0]).toBe(
      "2026-12-21T00:00:00+03:30",
    );
    const january = { standing: { lastVisitAt: "2027-01-31T10:00:00Z" } };
    expect(next(offers, january, "2027-01-31T10:00:00Z", { calendar: "gregorian", timeZone: "UTC" })[0]).toBe(
      "2027-02-28T00:00:00+00:00",
    );
  });

  it("of a year that has no such day waits, where an offer will have no other", () => {
    const exact = { on: ["anniversary"], anniversary: { name: "wedding", leapDay: "exact" } };
    const person = { anniversaries: [{ name: "wedding", date: "2020-02-29" }] };
    expect(next([exact], person, "2020-03-01T00:00:00Z")[0]).toBe("2024-02-29T00:00:00+03:30");
    expect(next([{ ...exact, anniversary: { name: "wedding" } }], person, "2020-03-01T00:00:00Z")[0]).toBe(
      "2021-02-28T00:00:00+03:30",
    );
  });

  it("is none of a window that has begun", () => {
    const start = { on: ["start"], window: { from: "2026-11-22", to: "2026-12-22" } };
    expect(next([start], {}, "2026-11-22T00:00:00+03:30")).toEqual([]);
  });
});
