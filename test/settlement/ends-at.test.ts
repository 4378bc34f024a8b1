import type { Expiry } from "vafa";
import { openClub } from "vafa";
import { describe, expect, it } from "vitest";

/** When a credit lapses that is granted at an instant, in a club of this zone and calendar. */
function lapses(expires: Expiry, at: string, timeZone = "Asia/Tehran", calendar = "persian"): string | null {
  const club = openClub({
    id: "cafe",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone,
    calendar,
    wallets: [{ id: "credit", kind: "credit", expires }],
    offers: [{ id: "gift", on: ["checkIn"], always: true, benefit: { kind: "credit", fixed: "1000" } }],
  });
  const { entry } = club.evaluate({ member: { id: "sara" }, transaction: { id: "t", type: "checkIn", at } });
  return entry?.lots[0]?.expiresAt ?? null;
}

// R11.3
describe("what is granted is good until", () => {
  const mordad = "2017-08-01T17:30:00+04:30"; // 10 Mordad 1396, summer time
  const aban = "2026-11-21T17:30:00+03:30"; // 30 Aban 1405

  it("the end of Esfand of next year: 10 Mordad 1396 leads to 1 Farvardin 1398, 00:00", () => {
    expect(lapses({ endOf: "year", plus: 1 }, mordad)).toBe("2019-03-21T00:00:00+03:30");
    expect(lapses({ endOf: "year" }, mordad)).toBe("2018-03-21T00:00:00+03:30");
  });

  it("the end of the day, the month, the season; each `plus` is one more of the same", () => {
    expect(lapses({ endOf: "day" }, aban)).toBe("2026-11-22T00:00:00+03:30");
    expect(lapses({ endOf: "day", plus: 2 }, aban)).toBe("2026-11-24T00:00:00+03:30");
    // 30 Aban is the last day of its month: 1 Azar, and with one more 1 Dey.
    expect(lapses({ endOf: "month" }, aban)).toBe("2026-11-22T00:00:00+03:30");
    expect(lapses({ endOf: "month", plus: 1 }, aban)).toBe("2026-12-22T00:00:00+03:30");
    // Aban is in the autumn, Mehr to Azar: 1 Dey; and with one more 1 Farvardin 1406.
    expect(lapses({ endOf: "season" }, aban)).toBe("2026-12-22T00:00:00+03:30");
    expect(lapses({ endOf: "season", plus: 1 }, aban)).toBe("2027-03-21T00:00:00+03:30");
  });

  it("the same of Gregorian months and quarters", () => {
    const until = (expires: Expiry) => lapses(expires, "2026-11-21T17:30:00Z", "+00:00", "gregorian");
    expect(until({ endOf: "month" })).toBe("2026-12-01T00:00:00+00:00");
    expect(until({ endOf: "month", plus: 1 })).toBe("2027-01-01T00:00:00+00:00");
    expect(until({ endOf: "season" })).toBe("2027-01-01T00:00:00+00:00");
    expect(until({ endOf: "season", plus: 4 })).toBe("2028-01-01T00:00:00+00:00");
    expect(until({ endOf: "year" })).toBe("2027-01-01T00:00:00+00:00");
  });

  it("a date, to its end", () => {
    const yalda = { calendar: "persian", year: 1405, month: 9, day: 30 } as const;
    expect(lapses({ on: yalda }, aban)).toBe("2026-12-22T00:00:00+03:30");
    expect(lapses({ on: "2026-12-21" }, aban)).toBe("2026-12-22T00:00:00+03:30");
  });

  it("a while after, at the same time of day; or for ever", () => {
    expect(lapses({ after: { months: 6 } }, aban)).toBe("2027-05-20T17:30:00+03:30");
    expect(lapses("never", aban)).toBeNull();
  });
});
