import { describe, expect, it } from "vitest";
import { issuesOf, offer, program, programOf, read, readOffer, told } from "./programs.js";

describe("an offer in normal form", () => {
  it("competes in the default group, at priority 0, without limit, always, unless it says otherwise", () => {
    expect(readOffer(programOf({}))).toMatchObject({
      id: "five",
      rank: 0,
      name: {},
      always: false,
      group: { id: "default", limit: 1 },
      exclusive: false,
      priority: 0,
      when: { kind: "all", of: [] },
      onItsOwnDay: undefined,
      birthday: undefined,
      limit: undefined,
      inParts: false,
    });
    expect(readOffer(programOf({})).notWith.size).toBe(0);
  });

  it("joins its sugar and its condition", () => {
    const when = { fact: "basket.total", operator: "greaterThan", value: "500000" };
    expect(readOffer(programOf({ tier: ["silver"], when })).when).toMatchObject({
      kind: "all",
      of: [
        { kind: "check", use: { name: "member.tier" }, right: { literal: ["silver"] } },
        { kind: "check", use: { name: "basket.total" }, right: { literal: 500_000n } },
      ],
    });
    expect(readOffer(programOf({ when })).when).toMatchObject({
      kind: "check",
      use: { name: "basket.total" },
    });
  });

  it("compares codes folded", () => {
    expect(readOffer(programOf({ code: ["ｙａｌｄａ "] })).when).toMatchObject({
      kind: "any",
      of: [{ kind: "check", right: { literal: "YALDA" } }],
    });
  });

  it("knows the day it counts on where its hours run over midnight", () => {
    const hours = (from: string, until: string) =>
      readOffer(programOf({ schedule: { hours: [{ from, until }] } }));
    expect(hours("22:00", "02:00").onItsOwnDay).toMatchObject({ kind: "all", of: [{ kind: "any" }] });
    expect(hours("15:00", "18:00").onItsOwnDay).toBeUndefined();
    expect(hours("22:00", "00:00").onItsOwnDay).toBeUndefined();
  });
});

describe("an offer", () => {
  it("looks at purchases, needs no voucher, is held from nobody and runs always, unless it says otherwise", () => {
    const { on, byVoucher, holdout, window } = readOffer(programOf({}));
    expect([...on]).toEqual(["purchase"]);
    expect([byVoucher, holdout, window]).toEqual([false, undefined, undefined]);
  });

  it("may be given by voucher, and be held from some", () => {
    const { byVoucher, holdout } = readOffer(programOf({ by: "voucher", holdout: { percent: "5" } }));
    expect([byVoucher, holdout]).toEqual([true, { numerator: 5n, denominator: 100n }]);
    expect(told(programOf({ by: "code" }))).toEqual(["enum /offers/0/by"]);
    expect(told(programOf({ holdout: { percent: 101 } }))).toEqual([
      "number-range /offers/0/holdout/percent",
    ]);
  });

  it("knows the days it runs, in whichever calendar they were written", () => {
    const window = (written: object) => readOffer(programOf({ window: written })).window;
    const to = { calendar: "persian", year: 1405, month: 8, day: 30 };
    expect(window({ from: "2026-11-20", to })).toEqual({ from: 20_777, to: 20_778 });
    expect(window({ to })).toEqual({ from: undefined, to: 20_778 });
    const yearly = { from: { month: 12, day: 20 }, to: { month: 1, day: 13 } };
    expect(window({ yearly })).toEqual({ yearly });
  });
});

describe("the birthday of an offer", () => {
  it("is given once in a birthday year, unless another limit is written", () => {
    expect(readOffer(programOf({ birthday: {} })).limit).toMatchObject({ count: 1, per: "birthdayYear" });
    const limits = { perMember: { count: 3, per: "month" } };
    expect(readOffer(programOf({ birthday: {}, limits })).limit).toMatchObject({ count: 3, per: "month" });
    expect(readOffer(programOf({ limits })).limit).toMatchObject({ count: 3, per: "month" });
  });

  it("is a number of days to each side, for all or by tier, or a span", () => {
    const after = { byTier: { bronze: 3, silver: 7 } };
    expect(readOffer(programOf({ birthday: { before: 2, after } })).birthday).toEqual({
      leapDay: "before",
      before: { same: 2 },
      after: {
        tier: new Map([
          ["bronze", 3],
          ["silver", 7],
        ]),
      },
      span: undefined,
    });
    expect(readOffer(programOf({ birthday: { span: "month", leapDay: "exact" } })).birthday).toMatchObject({
      leapDay: "exact",
      span: "month",
    });
  });

  it.each<[string, object, readonly string[]]>([
    ["days and a span", { before: 3, span: "week" }, ["one-of /offers/0/birthday"]],
    ["more than half a year to a side", { before: 183 }, ["number-range /offers/0/birthday/before"]],
    ["days below zero", { after: -1 }, ["number-range /offers/0/birthday/after"]],
    ["an unknown span", { span: "year" }, ["enum /offers/0/birthday/span"]],
    [
      "a tier that is not there",
      { before: { byTier: { bronze: 1, gold: 2 } } },
      [
        "ref-missing /offers/0/birthday/before/byTier/gold",
        "required /offers/0/birthday/before/byTier/silver",
      ],
    ],
    [
      "too many days in one tier",
      { before: { byTier: { bronze: 1, silver: 183 } } },
      ["number-range /offers/0/birthday/before/byTier/silver"],
    ],
  ])("cannot have %s", (_, birthday, issues) => {
    expect(told(programOf({ birthday }))).toEqual(issues);
  });
});

describe("the window of an offer", () => {
  it("may be one day, may cross calendars, and may be open at either end", () => {
    const persian = (year: number, month: number, day: number) => ({ calendar: "persian", year, month, day });
    for (const window of [
      { from: "2026-11-21", to: "2026-11-21" },
      { from: "2026-11-21", to: persian(1405, 8, 30) },
      { from: "2026-11-21" },
      { to: "2026-11-21" },
    ]) {
      expect(told(programOf({ window }))).toEqual([]);
    }
    expect(told(programOf({ window: { from: "2026-11-22", to: persian(1405, 8, 30) } }))).toEqual([
      "window-order /offers/0/window",
    ]);
  });

  it("of every year may cross the year's end", () => {
    const window = { yearly: { from: { month: 12, day: 20 }, to: { month: 1, day: 13 } } };
    expect(told(programOf({ window }))).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["begin after its end", { from: "2026-09-02", to: "2026-09-01" }, ["window-order /offers/0/window"]],
    ["begin on a day that is not there", { from: "2026-02-30" }, ["date-invalid /offers/0/window/from"]],
    ["begin at an instant", { from: "2026-09-01T00:00:00Z" }, ["time-format /offers/0/window/from"]],
    [
      "begin in a Persian year in a Gregorian text",
      { from: "1405-09-01" },
      ["time-range /offers/0/window/from"],
    ],
    [
      "end in a Persian year after 1500",
      { to: { calendar: "persian", year: 1501, month: 1, day: 1 } },
      ["time-range /offers/0/window/to"],
    ],
    ["begin under another key", { form: "2026-09-01" }, ["unknown-field /offers/0/window/form"]],
    [
      "be yearly without an end",
      { yearly: { from: { month: 9, day: 28 } } },
      ["required /offers/0/window/yearly/to"],
    ],
    [
      "be yearly in month 13",
      { yearly: { from: { month: 13, day: 1 }, to: { month: 1, day: 1 } } },
      ["number-range /offers/0/window/yearly/from/month"],
    ],
    ["be a text", "2026-09-01", ["type /offers/0/window"]],
  ])("cannot %s", (_, window, issues) => {
    expect(told(programOf({ window }))).toEqual(issues);
  });
});

describe("the schedule of an offer", () => {
  const hours = (from: string, until: string) => told(programOf({ schedule: { hours: [{ from, until }] } }));

  it("may run over midnight, and until the end of the day", () => {
    expect([hours("22:00", "02:00"), hours("00:00", "24:00"), hours("22:00", "00:00")]).toEqual([[], [], []]);
  });

  it("must span some time", () => {
    expect(hours("15:00", "15:00")).toEqual(["window-order /offers/0/schedule/hours/0"]);
    expect(hours("24:00", "02:00")).toEqual(["window-order /offers/0/schedule/hours/0"]);
    expect(hours("25:00", "02:00")).toEqual(["time-format /offers/0/schedule/hours/0/from"]);
  });

  it("names weekdays, at least one", () => {
    expect(told(programOf({ schedule: { weekdays: [] } }))).toEqual([
      "array-too-short /offers/0/schedule/weekdays",
    ]);
    expect(issuesOf(programOf({ schedule: { weekdays: ["monday", "thursdy"] } }))).toMatchObject([
      { code: "enum", path: "/offers/0/schedule/weekdays/1", hint: 'did you mean "thursday"?' },
    ]);
  });
});

describe("how an offer competes", () => {
  it("it and an offer it cannot stand with have each other, whoever says so", () => {
    const offers = [
      offer({ id: "a", notWith: ["b"] }),
      offer({ id: "b" }),
      offer({ id: "c", notWith: ["b"] }),
    ];
    const opponents = read(program({ offers })).offers.map(({ id, notWith }) => [id, [...notWith].sort()]);
    expect(opponents).toEqual([
      ["a", ["b"]],
      ["b", ["a", "c"]],
      ["c", ["b"]],
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ["in a group, given always", { always: true, group: "default" }, ["one-of /offers/0/group"]],
    ["as exclusive, given always", { always: true, exclusive: true }, ["one-of /offers/0/exclusive"]],
    ["against others, given always", { always: true, notWith: ["other"] }, ["one-of /offers/0/notWith"]],
    ["against itself", { notWith: ["five"] }, ["one-of /offers/0/notWith/0"]],
    ["against one that is given always", { notWith: ["other", "base"] }, ["one-of /offers/0/notWith/1"]],
    ["against one that is not there", { notWith: ["othr"] }, ["ref-missing /offers/0/notWith/0"]],
    ["in a group that is not there", { group: "extra" }, ["ref-missing /offers/0/group"]],
  ])("not %s", (_, parts, issues) => {
    const offers = [offer(parts), offer({ id: "other" }), offer({ id: "base", always: true })];
    expect(told(programOf({}, { offers }))).toEqual(issues);
  });

  it("asks for the group and the offer that were meant", () => {
    const groups = [{ id: "extras", limit: 1 }];
    const offers = [offer({ group: "extra", notWith: ["othr"] }), offer({ id: "other" })];
    expect(issuesOf(program({ groups, offers })).map(({ hint }) => hint)).toEqual([
      'did you mean "extras"?',
      'did you mean "other"?',
    ]);
  });
});

describe("the fields of an offer", () => {
  it.each<[string, object, readonly string[]]>([
    ["no id", { id: undefined }, ["required /offers/0/id"]],
    ["an id of nothing", { id: "" }, ["id-format /offers/0/id"]],
    ["an id of 65 characters", { id: "x".repeat(65) }, ["id-format /offers/0/id"]],
    ["an id with a slash", { id: "a/b" }, ["id-format /offers/0/id"]],
    ["an id with a line end", { id: "a\n" }, ["id-format /offers/0/id"]],
    ["an id with a direction mark", { id: "a\u202eb" }, ["text-control /offers/0/id"]],
    ["a tier that is not there", { tier: ["silver", "sliver"] }, ["ref-missing /offers/0/tier/1"]],
    ["a tier that is a text", { tier: "silver" }, ["type /offers/0/tier"]],
    ["a priority that is a word", { priority: "high" }, ["type /offers/0/priority"]],
    [
      "a priority without end",
      { priority: Number.POSITIVE_INFINITY },
      ["number-not-finite /offers/0/priority"],
    ],
    ["a priority that is a fraction", { priority: 1.5 }, ["number-format /offers/0/priority"]],
    ["a priority above a million", { priority: 1_000_001 }, ["number-range /offers/0/priority"]],
    ["a code of nothing", { code: [""] }, ["string-too-short /offers/0/code/0"]],
    ["no channel", { channel: [] }, ["array-too-short /offers/0/channel"]],
    [
      "a limit of 0",
      { limits: { perMember: { count: 0, per: "day" } } },
      ["number-range /offers/0/limits/perMember/count"],
    ],
    [
      "a limit over an unknown period",
      { limits: { perMember: { count: 1, per: "decade" } } },
      ["enum /offers/0/limits/perMember/per"],
    ],
    [
      "a limit over no period",
      { limits: { perMember: { count: 1 } } },
      ["required /offers/0/limits/perMember/per"],
    ],
    ["always as a text", { always: "yes" }, ["type /offers/0/always"]],
    ["a name that is a text", { name: "five" }, ["type /offers/0/name"]],
  ])("cannot be %s", (_, parts, issues) => {
    expect(told(programOf(parts))).toEqual(issues);
  });

  it("may name the tier that was meant", () => {
    expect(issuesOf(programOf({ tier: ["sliver"] }))[0]?.hint).toBe('did you mean "silver"?');
  });
});
