import { type AdvanceDecision, apply, openClub } from "vafa";
import { verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import {
  attempt,
  decide,
  fate,
  type Outcome,
  offer,
  program,
  programFaults,
  programIssues,
  request,
  requestIssues,
  told,
  transaction,
} from "./act.js";

function when(at: unknown, member: object = {}): object {
  return request({ member: { id: "m-1", ...member }, transaction: transaction({ at }) });
}

/** What comes of an offer at each of these moments. */
function fates(
  terms: object,
  moments: readonly string[],
  club: object = {},
  member: object = {},
): readonly string[] {
  return moments.map((at) => fate(decide({ offers: [offer(terms)], ...club }, when(at, member))));
}

/** When credit lapses that is accrued at a moment. */
function lapses(after: object, at: string, club: object): string | null | undefined {
  const wallets = [{ id: "credit", kind: "credit", expires: { after } }];
  const offers = [offer({ benefit: { kind: "credit", fixed: "1" } })];
  return decide({ wallets, offers, ...club }, when(at)).entry?.lots[0]?.expiresAt;
}

const GREGORIAN = { calendar: "gregorian" };

describe("instants", () => {
  const formats = [
    ...["2026-11-21", "2026-11-21T10:00:00", "yesterday", "", "2026-11-21T24:00:00Z", "2026-11-21T23:59:60Z"],
    ...["2016-12-31T23:59:60Z", "2026-11-21T10:00Z", "2026-11-21 10:00:00Z", "2026-11-21T10:00:00+0330"],
    ...["2026-11-21T10:00:00+03", "2026-11-21T10:60:00Z", "2026-13-01T10:00:00Z", "2026-02-29T10:00:00Z"],
    ...["2026-00-10T10:00:00Z", "2026-11-31T10:00:00Z", "2026-11-21T10:00:00.Z", "2026-11-21T10:00:00,5Z"],
    ...[
      "۲۰۲۶-11-21T10:00:00Z",
      "+002026-11-21T10:00:00Z",
      "2026-11-21T10:00:00+24:00",
      "2026-11-21T10:00:00Z\n",
    ],
    ...["2026-W47-6T10:00:00Z", "2026-11-21T10:00:00.1234567890Z", "Sat Nov 21 2026", "0000-01-01T00:00:00Z"],
  ];

  it.each(formats)("E01 %j is no instant", (at) => {
    expect(requestIssues(() => when(at))).toEqual(["time-format /transaction/at"]);
  });

  it("E01 a count of seconds is no instant, nor is a date of the language", () => {
    expect(requestIssues(() => when(1_795_000_000))).toEqual(["time-format /transaction/at"]);
    expect(requestIssues(() => when(new Date(0)))).toEqual(["type /transaction/at"]);
    expect(requestIssues(() => when(undefined))).toEqual(["required /transaction/at"]);
  });

  it("E02 instants lie between 1900 and 2121, in UTC", () => {
    const range = ["time-range /transaction/at"];
    const issues = (at: string) => requestIssues(() => when(at));
    expect(issues("1899-12-31T23:59:59.999Z")).toEqual(range);
    expect(issues("1900-01-01T00:00:00Z")).toEqual([]);
    expect(issues("2121-12-31T23:59:59.999Z")).toEqual([]);
    expect(issues("2122-01-01T00:00:00Z")).toEqual(range);
    expect(issues("2122-01-01T00:00:00+14:00")).toEqual([]);
    expect(issues("1405-08-30T10:00:00+03:30")).toEqual(range);
    expect(issues("9999-12-31T23:59:59Z")).toEqual(range);
  });

  it("E03 fractions finer than a millisecond are cut, not rounded", () => {
    const entry = decide({}, when("2026-11-21T10:00:00.999999999+03:30")).entry;
    expect(entry?.at).toBe("2026-11-21T10:00:00.999+03:30");
  });

  it("E04 one instant in any offset is one decision, its request's hash aside", () => {
    const same = ["2026-11-21T06:30:00Z", "2026-11-21T20:30:00+14:00", "2026-11-20T18:30:00-12:00"];
    const plain = decide({ offers: [offer()] }).entry;
    for (const at of same) {
      const entry = decide({ offers: [offer()] }, when(at)).entry;
      expect({ ...entry, hash: "", requestHash: "" }).toEqual({ ...plain, hash: "", requestHash: "" });
    }
  });

  it("E05 a day begins at midnight of the club's zone, to the millisecond", () => {
    const day = { calendar: "persian", year: 1405, month: 9, day: 1 };
    const edges = [
      ...["2026-11-21T20:29:59.999Z", "2026-11-21T20:30:00.000Z"],
      ...["2026-11-22T20:29:59.999Z", "2026-11-22T20:30:00Z"],
    ];
    expect(fates({ window: { from: day, to: day } }, edges)).toEqual([
      "not listed",
      "given",
      "given",
      "not listed",
    ]);
  });

  it("E13 Yalda is a whole day in Tehran", () => {
    const yearly = { from: { month: 9, day: 30 }, to: { month: 9, day: 30 } };
    const edges = [
      "2026-12-20T20:29:59.999Z",
      "2026-12-20T20:30:00Z",
      "2026-12-21T20:29:59.999Z",
      "2026-12-21T20:30:00Z",
    ];
    expect(fates({ window: { yearly } }, edges)).toEqual(["not listed", "given", "given", "not listed"]);
  });
});

describe("zones", () => {
  it("E06 zones that nobody knows are refused", () => {
    const unknown = [
      "Asia/Teheran",
      "Tehran",
      "03:30",
      "+3:30",
      "+15:00",
      "+03:60",
      "../etc/passwd",
      "Asia/Tehran ",
      "UTC+3",
    ];
    for (const timeZone of unknown) {
      expect(programIssues(() => program({ timeZone }))).toEqual(["tz-unknown /timeZone"]);
    }
    expect(programIssues(() => program({ timeZone: "" }))).toEqual(["string-too-short /timeZone"]);
    expect(programIssues(() => program({ timeZone: 210 }))).toEqual(["type /timeZone"]);
    expect(programFaults(() => program({ timeZone: "Asia/Teheran" }))[0]?.hint).toContain("Asia/Tehran");
  });

  it("E06 another name of a zone, and its offset, say the same time", () => {
    const local = decide({}).entry?.local;
    for (const timeZone of ["Iran", "asia/tehran", "+03:30"])
      expect(decide({ timeZone }).entry?.local).toEqual(local);
  });

  const odd: readonly (readonly [string, string, string])[] = [
    ["Asia/Kathmandu", "2026-11-21T18:15:00Z", "2026-11-22T00:00:00+05:45"],
    ["Australia/Eucla", "2026-11-21T15:15:00Z", "2026-11-22T00:00:00+08:45"],
    ["Pacific/Kiritimati", "2026-11-21T10:00:00Z", "2026-11-22T00:00:00+14:00"],
    ["Etc/GMT+12", "2026-11-21T12:00:00Z", "2026-11-21T00:00:00-12:00"],
    ["America/St_Johns", "2026-11-21T03:30:00Z", "2026-11-21T00:00:00-03:30"],
    ["-00:30", "2026-11-21T00:30:00Z", "2026-11-21T00:00:00-00:30"],
    ["+14:59", "2026-11-21T09:01:00Z", "2026-11-22T00:00:00+14:59"],
    ["UTC", "2026-11-21T00:00:00Z", "2026-11-21T00:00:00+00:00"],
  ];

  it.each(odd)("E07 midnight in %s", (timeZone, at, shown) => {
    const entry = decide({ timeZone, ...GREGORIAN }, when(at)).entry;
    expect([shown, shown.replace("+00:00", "Z")]).toContain(entry?.at);
    expect(entry?.local).toMatchObject({ date: shown.slice(0, 10), time: "00:00:00" });
  });

  const changes: readonly (readonly [string, string, string, string])[] = [
    ["a time shown twice in Tehran", "Asia/Tehran", "2021-09-20T23:30:00+04:30", "2021-09-21T23:30:00+04:30"],
    ["a time skipped in Tehran", "Asia/Tehran", "2021-03-21T00:30:00+03:30", "2021-03-22T01:30:00+04:30"],
    ["a time skipped in London", "Europe/London", "2027-03-27T01:30:00Z", "2027-03-28T02:30:00+01:00"],
    [
      "a time shown twice in London",
      "Europe/London",
      "2026-10-24T01:30:00+01:00",
      "2026-10-25T01:30:00+01:00",
    ],
    [
      "a time skipped in New York",
      "America/New_York",
      "2027-03-13T02:30:00-05:00",
      "2027-03-14T03:30:00-04:00",
    ],
    [
      "a time shown twice in New York",
      "America/New_York",
      "2026-10-31T01:30:00-04:00",
      "2026-11-01T01:30:00-04:00",
    ],
    ["a whole day skipped in Apia", "Pacific/Apia", "2011-12-29T10:00:00-10:00", "2011-12-31T10:00:00+14:00"],
    [
      "half an hour skipped at Lord Howe",
      "Australia/Lord_Howe",
      "2026-10-03T02:15:00+10:30",
      "2026-10-04T02:45:00+11:00",
    ],
  ];

  it.each(changes)("E08 %s", (_, timeZone, at, expected) => {
    expect(lapses({ days: 1 }, at, { timeZone, ...GREGORIAN })).toBe(expected);
  });

  it("E08 a day of 23 hours and one of 25 are one day each to a limit", () => {
    const limits = { perMember: { count: 1, per: "day" } };
    const club = { timeZone: "Europe/London", ...GREGORIAN };
    const used = (at: string) => ({ standing: { uses: [{ offer: "offer", at }] } });
    expect(fates({ limits }, ["2026-10-25T23:59:59Z"], club, used("2026-10-24T23:00:00Z"))).toEqual([
      "limitReached",
    ]);
    expect(fates({ limits }, ["2026-10-26T00:00:00Z"], club, used("2026-10-24T23:00:00Z"))).toEqual([
      "given",
    ]);
    expect(fates({ limits }, ["2027-03-28T22:59:59Z"], club, used("2027-03-28T00:00:00Z"))).toEqual([
      "limitReached",
    ]);
    expect(fates({ limits }, ["2027-03-28T23:00:00Z"], club, used("2027-03-28T00:00:00Z"))).toEqual([
      "given",
    ]);
  });
});

describe("windows and hours", () => {
  it("E10 a window of one day is one day, and one that ends before it begins is refused", () => {
    const issues = (window: unknown) => programIssues(() => program({ offers: [offer({ window })] }));
    expect(
      fates({ window: { from: "2026-11-21", to: "2026-11-21" } }, ["2026-11-21T10:00:00+03:30"]),
    ).toEqual(["given"]);
    expect(issues({ from: "2026-11-22", to: "2026-11-21" })).toEqual(["window-order /offers/0/window"]);
    expect(issues({ from: { calendar: "persian", year: 1405, month: 9, day: 1 }, to: "2026-11-21" })).toEqual(
      ["window-order /offers/0/window"],
    );
    expect(issues({})).toEqual(["required /offers/0/window"]);
    expect(issues({ from: "1405-01-01" })).toEqual(["time-range /offers/0/window/from"]);
    expect(issues({ yearly: { from: { month: 13, day: 1 }, to: { month: 1, day: 32 } } })).toEqual([
      "number-range /offers/0/window/yearly/from/month",
      "number-range /offers/0/window/yearly/to/day",
    ]);
  });

  const hours = (...spans: readonly (readonly [string, string])[]) => ({
    schedule: { hours: spans.map(([from, until]) => ({ from, until })) },
  });

  it("E11 hours over midnight belong to the day they begin on, also for the limit of a day", () => {
    const terms = {
      schedule: { weekdays: ["thursday"], hours: [{ from: "22:00", until: "02:00" }] },
      limits: { perMember: { count: 1, per: "day" } },
    };
    const moments = [
      ...["2026-11-19T21:59:59.999+03:30", "2026-11-19T22:00:00+03:30", "2026-11-20T01:59:59.999+03:30"],
      ...["2026-11-20T02:00:00+03:30", "2026-11-20T22:00:00+03:30", "2026-11-19T01:00:00+03:30"],
    ];
    expect(fates(terms, moments)).toEqual([
      "not listed",
      "given",
      "given",
      "not listed",
      "not listed",
      "not listed",
    ]);
    const club = openClub(program({ offers: [offer(terms)] }));
    const evening = club.evaluate(when("2026-11-19T23:00:00+03:30"));
    const standing = apply(undefined, evening.entry);
    expect(fate(club.quote(when("2026-11-20T01:00:00+03:30", { standing })))).toBe("limitReached");
  });

  it("E12 00:00 to 24:00 is always, and a span of no time is refused", () => {
    const moments = ["2026-11-21T00:00:00+03:30", "2026-11-21T23:59:59.999+03:30"];
    expect(fates(hours(["00:00", "24:00"]), moments)).toEqual(["given", "given"]);
    expect(fates(hours(["12:00", "00:00"]), moments)).toEqual(["not listed", "given"]);
    const issues = (from: string, until: string) =>
      programIssues(() => program({ offers: [offer(hours([from, until]))] }));
    const at = "/offers/0/schedule/hours/0";
    expect(issues("10:00", "10:00")).toEqual([`window-order ${at}`]);
    expect(issues("00:00", "00:00")).toEqual([`window-order ${at}`]);
    expect(issues("24:00", "02:00")).toEqual([`window-order ${at}`]);
    expect(issues("25:00", "02:00")).toEqual([`time-format ${at}/from`]);
    expect(issues("1:00", "02:00")).toEqual([`time-format ${at}/from`]);
    expect(issues("01:00", "24:01")).toEqual([`time-format ${at}/until`]);
  });

  it("E14 a yearly window over the year's end holds on both sides of it, and a day that a year lacks is the last", () => {
    const yearly = { from: { month: 12, day: 30 }, to: { month: 1, day: 1 } };
    const moments = [
      "2027-03-19T12:00:00+03:30",
      "2027-03-20T12:00:00+03:30",
      "2027-03-21T12:00:00+03:30",
      "2027-03-22T12:00:00+03:30",
    ];
    expect(fates({ window: { yearly } }, moments)).toEqual(["not listed", "given", "given", "not listed"]);
  });

  it("F13 two a month are two of the club's own month", () => {
    const limits = { perMember: { count: 2, per: "month" } };
    const uses = ["2026-10-22T20:30:00Z", "2026-11-20T10:00:00Z"].map((at) => ({ offer: "offer", at }));
    const moments = ["2026-11-21T20:29:59.999Z", "2026-11-21T20:30:00Z"];
    expect(fates({ limits }, moments, {}, { standing: { uses } })).toEqual(["limitReached", "given"]);
    expect(fates({ limits }, moments, GREGORIAN, { standing: { uses } })).toEqual(["given", "given"]);
  });
});

describe("birthdays", () => {
  const ESFAND_30 = { birthDate: { calendar: "persian", year: 1375, month: 12, day: 30 } };
  const moments = ["2027-03-20T12:00:00+03:30", "2027-03-21T12:00:00+03:30"];

  it("E16 30 Esfand returns before, after, or not at all in a year without it", () => {
    const on = (leapDay: string) => fates({ birthday: { leapDay } }, moments, {}, ESFAND_30);
    expect(on("before")).toEqual(["given", "not listed"]);
    expect(on("after")).toEqual(["not listed", "given"]);
    expect(on("exact")).toEqual(["not listed", "not listed"]);
  });

  it("E17 29 February is kept in its own calendar, in a club of the Persian one", () => {
    const days = [
      "2027-02-28T12:00:00+03:30",
      "2027-03-01T12:00:00+03:30",
      "2028-02-28T12:00:00+03:30",
      "2028-02-29T12:00:00+03:30",
    ];
    const on = (leapDay: string) => fates({ birthday: { leapDay } }, days, {}, { birthDate: "2000-02-29" });
    expect(on("before")).toEqual(["given", "not listed", "not listed", "given"]);
    expect(on("after")).toEqual(["not listed", "given", "not listed", "given"]);
    expect(on("exact")).toEqual(["not listed", "not listed", "not listed", "given"]);
  });

  it("E18 a birthday around the new year is given once, on whichever side of it", () => {
    const club = openClub(program({ offers: [offer({ birthday: { before: 3, after: 3 } })] }));
    const birthDate = { calendar: "persian", year: 1370, month: 1, day: 1 };
    const first = club.evaluate(when("2027-03-19T12:00:00+03:30", { birthDate }));
    expect(first.entry?.uses).toMatchObject([{ birthdayYear: 1406 }]);
    const standing = apply(undefined, first.entry);
    const again = (at: string) => fate(club.quote(when(at, { birthDate, standing })));
    expect(again("2027-03-22T12:00:00+03:30")).toBe("limitReached");
    expect(again("2028-03-18T12:00:00+03:30")).toBe("given");
  });

  it("E19 the longest windows meet at no birthday twice", () => {
    const terms = {
      birthday: { before: 182, after: 182 },
      limits: { perMember: { count: 1, per: "birthdayYear" } },
    };
    const birthDate = "1990-06-15";
    expect(fates(terms, ["2026-12-14T12:00:00Z", "2026-12-15T12:00:00Z"], {}, { birthDate })).toEqual([
      "given",
      "given",
    ]);
    expect(programIssues(() => program({ offers: [offer({ birthday: { before: 183 } })] }))).toEqual([
      "number-range /offers/0/birthday/before",
    ]);
  });

  it("E19 a member born today has no birthday today", () => {
    expect(fates({ birthday: {} }, ["2026-11-21T12:00:00+03:30"], {}, { birthDate: "2026-11-21" })).toEqual([
      "not listed",
    ]);
  });
});

/** What comes of letting time pass for a member. */
function pass(member: object, at: unknown, club: object = {}, more: object = {}): Outcome<AdvanceDecision> {
  return attempt(() => openClub(program(club)).advance({ member: { id: "m-1", ...member }, at, ...more }));
}

function passed(member: object, at: unknown, club: object = {}): AdvanceDecision {
  const outcome = pass(member, at, club);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join());
  return outcome.value;
}

function passIssues(member: object, at: unknown, more: object = {}): readonly string[] {
  const outcome = pass(member, at, {}, more);
  return outcome.ok ? [] : told(outcome.issues);
}

describe("time that passes", () => {
  const JOINED = { joinedAt: "2026-01-01T00:00:00+03:30" };

  it("E20 three days before what was written down last nothing is due, and nothing goes back", () => {
    const lots = [{ id: "a", wallet: "credit", amount: "5", expiresAt: "2026-11-20T00:00:00Z" }];
    const standing = { lots, advancedTo: "2026-11-24T10:00:00+03:30" };
    const born = { birthDate: "1990-11-22" };
    expect(passed({ ...born, standing }, "2026-11-21T10:00:00+03:30").entries).toEqual([]);
    const { entries } = passed({ ...born, standing }, "2026-11-24T10:00:00+03:30");
    expect(entries.map(({ at }) => at)).toEqual(["2026-11-24T10:00:00+03:30"]);
  });

  it("E21 a clock a year ahead writes a year down, for no clock is asked, and the right one then writes nothing", () => {
    const born = { ...JOINED, birthDate: "1990-11-22" };
    const { entries, standing } = passed(born, "2027-11-23T10:00:00+03:30");
    expect(entries.map(({ local }) => local.date)).toEqual(["2026-11-22", "2027-11-22"]);
    expect(passed({ ...born, standing }, "2026-11-23T10:00:00+03:30").entries).toEqual([]);
  });

  it("E23 what is good to the end of Esfand of the next year lapses on 1 Farvardin 1398, to the millisecond", () => {
    const wallets = [{ id: "credit", kind: "credit", expires: { endOf: "year", plus: 1 } }];
    const club = { wallets, offers: [offer({ benefit: { kind: "credit", fixed: "1" } })] };
    const sale = decide(club, when("2017-08-01T12:00:00+04:30"));
    expect(sale.entry?.lots[0]?.expiresAt).toBe("2019-03-21T00:00:00+03:30");
    const standing = apply(undefined, sale.entry);
    const kinds = (at: string) =>
      passed({ standing }, at, club).entries.map(
        (entry) => entry.kind === "advance" && entry.expiries.length,
      );
    // The reminder is there before it.
    expect(kinds("2019-03-20T20:29:59.999Z")).toEqual([0]);
    expect(kinds("2019-03-20T20:30:00Z")).toEqual([0, 1]);
  });

  it("E28 what was written down is verified by its own dates, whatever a machine's zones say later", () => {
    const { entries, standing } = passed({ ...JOINED, birthDate: "1990-11-22" }, "2026-12-01T00:00:00Z");
    const [entry] = entries;
    expect(entry?.local).toEqual({
      calendar: "persian",
      calendarDate: "1405-09-01",
      date: "2026-11-22",
      time: "00:00:00",
      weekday: "sunday",
    });
    expect(verifyChain(JSON.parse(JSON.stringify(entries)))).toEqual({ ok: true, head: standing?.head });
    expect(apply(undefined, JSON.parse(JSON.stringify(entry)))).toEqual(standing);
  });

  it("is refused where what is handed over is no such request", () => {
    const at = "2026-11-21T10:00:00+03:30";
    expect(passIssues(JOINED, undefined)).toEqual(["required /at"]);
    expect(passIssues(JOINED, "yesterday")).toEqual(["time-format /at"]);
    expect(passIssues(JOINED, at, { untill: at })).toEqual(["unknown-field /untill"]);
    expect(passIssues(JOINED, at, { transaction: transaction() })).toEqual(["unknown-field /transaction"]);
    expect(passIssues(JOINED, at, { facts: { mood: "good" } })).toEqual(["fact-unknown /facts/mood"]);
    expect(passIssues(JOINED, at, { clubUses: [{ offer: "none" }] })).toEqual([
      "ref-missing /clubUses/0/offer",
    ]);
    expect(passIssues({ ...JOINED, birthDate: "2026-11-22" }, at)).toEqual(["time-range /member/birthDate"]);
    expect(passIssues({}, at)).toEqual(["required /member/joinedAt"]);
    expect(passIssues({ standing: {} }, at)).toEqual(["required /member/joinedAt"]);
    expect(passIssues({ standing: { advancedTo: at } }, at)).toEqual([]);
    for (const nothing of [undefined, null, 7, "now", [], { member: {} }])
      expect(attempt(() => openClub(program()).advance(nothing)).ok).toBe(false);
  });

  it("two hundred years of it come to an end", () => {
    const terms = { on: ["start", "birthday"], window: { yearly: { from: day(12, 30), to: day(12, 30) } } };
    const club = { offers: [offer({ ...terms, benefit: { kind: "credit", fixed: "1" } })] };
    const born = { joinedAt: "1900-01-01T00:00:00Z", birthDate: "1900-01-01" };
    const { entries } = passed(born, "2121-12-31T23:59:59Z", club);
    expect(entries.length).toBeGreaterThan(440);
    expect(verifyChain(entries).ok).toBe(true);
  });

  function day(month: number, date: number): object {
    return { month, day: date };
  }
});

describe("spans", () => {
  it("E20 a purchase before the last one is decided all the same, and no day is counted below none", () => {
    const offers = [offer({ when: { fact: "member.daysSinceLastVisit", operator: "lessThan", value: 0 } })];
    const standing = { lastVisitAt: "2026-11-24T10:00:00+03:30" };
    expect(attempt(() => fate(decide({ offers }, when("2026-11-21T10:00:00+03:30", { standing })))).ok).toBe(
      true,
    );
  });

  it("E25 a year from 30 Esfand is 29 Esfand of a year without it", () => {
    expect(lapses({ years: 1 }, "2025-03-20T10:00:00+03:30", {})).toBe("2026-03-20T10:00:00+03:30");
    expect(lapses({ months: 12 }, "2024-02-29T10:00:00Z", { ...GREGORIAN, timeZone: "UTC" })).toMatch(
      /^2025-02-28T10:00:00/,
    );
  });

  it("E26 the longest span from the last day there is leads to no error, and the lot can be applied", () => {
    const after = { years: 100, months: 1_200, weeks: 5_200, days: 36_500 };
    const wallets = [{ id: "credit", kind: "credit", activatesAfter: after, expires: { after } }];
    const terms = { wallets, offers: [offer({ benefit: { kind: "credit", fixed: "1" } })] };
    for (const at of ["1900-01-01T00:00:00Z", "2121-12-31T23:59:59.999Z"]) {
      for (const calendar of ["persian", "gregorian"]) {
        const { entry } = decide({ ...terms, calendar }, when(at));
        const standing = apply(undefined, entry);
        expect(standing.lots).toHaveLength(1);
        expect(
          requestIssues(() => when(at, { standing: { ...standing, lastVisitAt: undefined } }), terms),
        ).toEqual([]);
      }
    }
  });

  it("E27 a span of nothing, of less than nothing, and of a fraction is refused", () => {
    const issues = (after: object) =>
      programIssues(() => program({ wallets: [{ id: "credit", kind: "credit", expires: { after } }] }));
    expect(issues({})).toEqual(["number-range /wallets/0/expires/after"]);
    expect(issues({ days: 0 })).toEqual(["number-range /wallets/0/expires/after"]);
    expect(issues({ days: -1 })).toEqual(["number-range /wallets/0/expires/after/days"]);
    expect(issues({ days: 0.5 })).toEqual(["number-format /wallets/0/expires/after/days"]);
    expect(issues({ years: 101 })).toEqual(["number-range /wallets/0/expires/after/years"]);
  });
});
