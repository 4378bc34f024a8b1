import { describe, expect, it } from "vitest";
import { compileProgram } from "../../src/eligibility/compile.js";
import { readMember } from "../../src/standing/read-member.js";
import { nextDue } from "../../src/time/next-due.js";
import { nextReminder, remindersAt } from "../../src/time/reminders.js";
import { formatInstant, localTimeOf } from "../../src/units/zone.js";
import { CREDIT, POINTS, program, read } from "../program/programs.js";

const UNTIL = Date.parse("2030-01-01T00:00:00Z");
const SINCE = "2026-11-21T12:00:00+03:30";

function clubOf(remind?: object) {
  const notifications = remind === undefined ? {} : { notifications: { remind } };
  return read(program({ wallets: [CREDIT, POINTS], ...notifications }));
}

function memberOf(standing: object, at: number, club = clubOf()) {
  return readMember({ id: "m", standing }, { at, local: localTimeOf(at, club.zone) }, club, []);
}

function next(standing: object, since = SINCE, club = clubOf()): string | undefined {
  const at = nextReminder(club, memberOf(standing, UNTIL, club), { since: Date.parse(since), until: UNTIL });
  return at === Number.POSITIVE_INFINITY ? undefined : formatInstant(at, club.zone);
}

function told(standing: object, at: string, club = clubOf()): readonly string[] {
  const now = Date.parse(at);
  const member = memberOf(standing, now, club);
  return remindersAt(club, member, { at: now, local: localTimeOf(now, club.zone) }).map((news) => {
    const what = news.kind === "expiring" ? `${news.amount} ${news.wallet.id}` : news.kind;
    return `${what} until ${formatInstant(news.until, club.zone)}`;
  });
}

const lot = (amount: string, expiresAt: string, more: object = {}) => ({
  id: `${amount}-${expiresAt}`,
  wallet: "credit",
  amount,
  at: "2026-11-01T00:00:00Z",
  expiresAt,
  ...more,
});

// R22.10
describe("the next reminder", () => {
  it("is at midnight, seven days before the last day that is good to some hour", () => {
    expect(next({ lots: [lot("5", "2026-12-10T00:00:00.001+03:30")] })).toBe("2026-12-03T00:00:00+03:30");
    expect(next({ lots: [lot("5", "2026-12-10T00:00:00+03:30")] })).toBe("2026-12-02T00:00:00+03:30");
    expect(next({ vouchers: [{ id: "v", offer: "o", expiresAt: "2026-12-10T12:00:00+03:30" }] })).toBe(
      "2026-12-03T00:00:00+03:30",
    );
  });

  it("is none where the day is over, of nothing, of what never lapses, and of what is never active", () => {
    expect(next({ lots: [lot("5", "2026-11-28T10:00:00+03:30")] })).toBeUndefined();
    expect(next({ lots: [lot("0", "2026-12-10T10:00:00+03:30")] })).toBeUndefined();
    expect(next({ lots: [{ id: "a", wallet: "credit", amount: "5" }] })).toBeUndefined();
    const expiresAt = "2026-12-10T10:00:00+03:30";
    expect(next({ lots: [lot("5", expiresAt, { activeAt: expiresAt })] })).toBeUndefined();
  });

  it("is none of what was opened on that day or after it", () => {
    const expiresAt = "2026-12-10T10:00:00+03:30";
    const openedAt = (at: string) => next({ lots: [lot("5", expiresAt, { at })] });
    expect(openedAt("2026-12-02T23:59:59.999+03:30")).toBe("2026-12-03T00:00:00+03:30");
    expect(openedAt("2026-12-03T00:00:00+03:30")).toBeUndefined();
  });

  it("is on each of the days that the club says, or never", () => {
    const lots = { lots: [lot("5", "2026-12-10T10:00:00+03:30")] };
    const club = clubOf({ expiring: [1, 3] });
    expect(next(lots, SINCE, club)).toBe("2026-12-07T00:00:00+03:30");
    expect(next(lots, "2026-12-07T00:00:00+03:30", club)).toBe("2026-12-09T00:00:00+03:30");
    expect(next(lots, "2026-12-09T00:00:00+03:30", club)).toBeUndefined();
    expect(next(lots, SINCE, clubOf({ expiring: [] }))).toBeUndefined();
  });
});

describe("what is told on a day", () => {
  const lots = [
    lot("5", "2026-12-10T20:00:00+03:30"),
    lot("7", "2026-12-10T09:00:00+03:30"),
    lot("2", "2026-12-11T00:00:00+03:30", { wallet: "points" }),
    lot("9", "2026-12-11T09:00:00+03:30"),
    lot("1", "2026-12-10T09:00:00+03:30", { id: "late", at: "2026-12-03T00:00:00+03:30" }),
  ];

  it("is together what lapses on one day, wallet by wallet, and vouchers after them by their ids", () => {
    const vouchers = ["b", "a"].map((id) => ({ id, offer: "o", expiresAt: "2026-12-10T12:00:00+03:30" }));
    expect(told({ lots, vouchers }, "2026-12-03T00:00:00+03:30")).toEqual([
      "12 credit until 2026-12-10T09:00:00+03:30",
      "2 points until 2026-12-11T00:00:00+03:30",
      "voucher until 2026-12-10T12:00:00+03:30",
      "voucher until 2026-12-10T12:00:00+03:30",
    ]);
  });

  it("is nothing on another day, nor of what is over", () => {
    expect(told({ lots }, "2026-12-05T00:00:00+03:30")).toEqual([]);
    expect(told({ lots }, "2026-12-12T00:00:00+03:30")).toEqual([]);
  });
});

// R22.2
describe("what is due", () => {
  const club = compileProgram(clubOf(), 500);

  function reminded(standing: object, since = SINCE): string | undefined {
    const life = {
      document: { id: "m" },
      member: memberOf(standing, Date.parse(since), club.program),
      since: Date.parse(since),
      facts: {},
      clubUses: { offers: new Map(), budgets: new Map() },
    };
    const due = nextDue(club, life, UNTIL);
    return due && `${formatInstant(due.at, club.program.zone)} ${due.reminded}`;
  }

  const lots = [lot("5", "2026-12-10T20:00:00+03:30")];

  it("is a reminder at its own instant alone", () => {
    expect(reminded({ lots })).toBe("2026-12-03T00:00:00+03:30 true");
    const soon = lot("7", "2026-11-22T09:00:00+03:30");
    expect(reminded({ lots: [...lots, soon] })).toBe("2026-11-22T09:00:00+03:30 false");
  });

  it("is none up to which time has passed, nor up to the latest entry", () => {
    const lapses = "2026-12-10T20:00:00+03:30 false";
    expect(reminded({ lots }, "2026-12-03T00:00:00+03:30")).toBe(lapses);
    expect(reminded({ lots, lastEntryAt: "2026-12-03T00:00:00+03:30" })).toBe(lapses);
  });
});
