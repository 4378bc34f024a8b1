import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/program/condition.js";
import { desugar } from "../../src/program/desugar.js";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { WEEKDAYS } from "../../src/units/calendar.js";
import { programOf } from "./programs.js";

const from = (value: string) => ({ fact: "local.time", operator: "greaterThanInclusive", value });
const until = (value: string) => ({ fact: "local.time", operator: "lessThan", value });
const between = (begin: string, end: string) => ({ all: [from(begin), until(end)] });

describe("desugar", () => {
  it("makes nothing of nothing", () => {
    expect(desugar({})).toEqual({ conditions: [], onItsOwnDay: undefined });
    expect(desugar({ window: {}, schedule: {} })).toEqual({ conditions: [], onItsOwnDay: undefined });
  });

  it("reads tier and channel as lists of which one is enough", () => {
    expect(desugar({ tier: ["silver", "gold"], channel: ["store"] }).conditions).toEqual([
      { fact: "member.tier", operator: "in", value: ["silver", "gold"] },
      { fact: "transaction.channel", operator: "in", value: ["store"] },
    ]);
  });

  it("reads codes as any that was presented", () => {
    expect(desugar({ code: ["YALDA", "NOWRUZ"] }).conditions).toEqual([
      {
        any: [
          { fact: "transaction.codes", operator: "contains", value: "YALDA" },
          { fact: "transaction.codes", operator: "contains", value: "NOWRUZ" },
        ],
      },
    ]);
  });

  it("reads a window as local dates, both ends included", () => {
    const to = { calendar: "persian", year: 1405, month: 9, day: 30 } as const;
    expect(desugar({ window: { from: "2026-12-01", to } }).conditions).toEqual([
      { fact: "local.date", params: {}, operator: "greaterThanInclusive", value: "2026-12-01" },
      { fact: "local.date", params: {}, operator: "lessThanInclusive", value: to },
    ]);
    expect(desugar({ window: { from: "2026-12-01" } }).conditions).toHaveLength(1);
    expect(desugar({ window: { to } }).conditions).toHaveLength(1);
  });

  it("reads a yearly window as two days of every year", () => {
    const yearly = { from: { month: 9, day: 28 }, to: { month: 9, day: 30 } };
    expect(desugar({ window: { yearly } }).conditions).toEqual([
      { fact: "local.inYearlyWindow", params: yearly, operator: "equal", value: true },
    ]);
  });

  it("reads weekdays as the weekday in the club's zone", () => {
    expect(desugar({ schedule: { weekdays: ["monday", "friday"] } })).toEqual({
      conditions: [{ fact: "local.weekday", params: {}, operator: "in", value: ["monday", "friday"] }],
      onItsOwnDay: undefined,
    });
  });

  it("reads hours from inclusive until exclusive, any of them", () => {
    const hours = [
      { from: "08:00", until: "12:00" },
      { from: "15:00", until: "18:00" },
    ];
    expect(desugar({ schedule: { hours } })).toEqual({
      conditions: [{ all: [{ any: [between("08:00", "12:00"), between("15:00", "18:00")] }] }],
      onItsOwnDay: undefined,
    });
  });

  it("reads hours over midnight as the evening of a day and the small hours of the next", () => {
    const weekdays = ["thursday"] as const;
    const weekday = { fact: "local.weekday", operator: "in", value: weekdays };
    const own = { all: [{ any: [from("22:00")] }, { ...weekday, params: {} }] };
    const late = { all: [{ any: [until("02:00")] }, { ...weekday, params: { daysAgo: 1 } }] };
    expect(desugar({ schedule: { weekdays, hours: [{ from: "22:00", until: "02:00" }] } })).toEqual({
      conditions: [{ any: [own, late] }],
      onItsOwnDay: own,
    });
  });

  it("asks of the small hours for the window and the birthday of the day before as well", () => {
    const { conditions } = desugar({
      tier: ["silver"],
      window: { from: "2026-12-01" },
      birthday: { span: "day" },
      schedule: {
        hours: [
          { from: "12:00", until: "14:00" },
          { from: "22:00", until: "02:00" },
        ],
      },
    });
    const [tier, { any: branches }] = conditions as readonly [object, { any: readonly object[] }];
    const day = (params: object) => [
      { fact: "local.date", params, operator: "greaterThanInclusive", value: "2026-12-01" },
      { fact: "member.inBirthdayWindow", params: { span: "day", ...params }, operator: "equal", value: true },
    ];
    expect(tier).toEqual({ fact: "member.tier", operator: "in", value: ["silver"] });
    expect(branches).toEqual([
      { all: [{ any: [between("12:00", "14:00"), from("22:00")] }, ...day({})] },
      { all: [{ any: [until("02:00")] }, ...day({ daysAgo: 1 })] },
    ]);
  });

  it("reads hours until midnight as the evening alone", () => {
    const evening = { conditions: [{ all: [{ any: [from("22:00")] }] }], onItsOwnDay: undefined };
    expect(desugar({ schedule: { hours: [{ from: "22:00", until: "00:00" }] } })).toEqual(evening);
    expect(desugar({ schedule: { hours: [{ from: "22:00", until: "24:00" }] } }).conditions).toEqual([
      { all: [{ any: [between("22:00", "24:00")] }] },
    ]);
  });

  it("reads a birthday as the days around it, the day alone unless more is said", () => {
    const window = (params: object) => ({
      fact: "member.inBirthdayWindow",
      params,
      operator: "equal",
      value: true,
    });
    expect(desugar({ birthday: {} }).conditions).toEqual([window({ before: 0, after: 0 })]);
    expect(desugar({ birthday: { before: 3, leapDay: "after" } }).conditions).toEqual([
      window({ before: 3, after: 0, leapDay: "after" }),
    ]);
    expect(desugar({ birthday: { span: "week" } }).conditions).toEqual([window({ span: "week" })]);
  });

  it("reads a birthday that differs by tier as one branch for each tier", () => {
    const branch = (tier: string, before: number, after: number) => ({
      all: [
        { fact: "member.tier", operator: "equal", value: tier },
        { fact: "member.inBirthdayWindow", params: { before, after }, operator: "equal", value: true },
      ],
    });
    const before = { byTier: { bronze: 1, silver: 3 } };
    expect(desugar({ birthday: { before, after: 7 } }).conditions).toEqual([
      { any: [branch("bronze", 1, 7), branch("silver", 3, 7)] },
    ]);
    const after = { byTier: { silver: 5, bronze: 2 } };
    expect(desugar({ birthday: { before, after } }).conditions).toEqual([
      { any: [branch("bronze", 1, 2), branch("silver", 3, 5)] },
    ]);
  });

  it("never lets a part of a sound offer's sugar go unread", () => {
    const time = fc.constantFrom("00:00", "02:00", "12:30", "22:00", "24:00");
    const days = fc.oneof(
      fc.integer({ min: 0, max: 182 }),
      fc.constant({ byTier: { bronze: 1, silver: 182 } }),
    );
    const date = fc.constantFrom<unknown>("2026-01-01", "2026-12-31", {
      calendar: "persian",
      year: 1405,
      month: 12,
      day: 29,
    });
    const monthDay = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    const sugar = fc.record(
      {
        tier: fc.subarray(["bronze", "silver"], { minLength: 1 }),
        code: fc.array(fc.string({ minLength: 1, maxLength: 5, unit: "grapheme-ascii" }), {
          minLength: 1,
          maxLength: 3,
        }),
        channel: fc.subarray(["store", "web"], { minLength: 1 }),
        birthday: fc.oneof(
          fc.record({ before: days, after: days }, { requiredKeys: [] }),
          fc.record({ span: fc.constantFrom("day", "week", "month") }),
        ),
        window: fc.oneof(
          fc.record({ from: date, to: date }, { requiredKeys: [] }),
          fc.record({ yearly: fc.record({ from: monthDay, to: monthDay }) }),
        ),
        schedule: fc.record(
          {
            weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
            hours: fc.array(fc.record({ from: time, until: time }), { minLength: 1, maxLength: 3 }),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    let sound = 0;
    fc.assert(
      fc.property(sugar, (parts) => {
        const parsed = parseProgram(programOf(parts), USUAL_SIZES);
        if (!parsed.ok) return;
        sound += 1;
        const when = parsed.program.offers[0]?.when ?? { kind: "all", of: [] };
        const own = parsed.program.offers[0]?.onItsOwnDay;
        const roots = when.kind === "all" ? when.of : [when];
        for (const root of own === undefined ? roots : [...roots, own]) expect(isWhole(root)).toBe(true);
        if (roots.length === 0)
          expect(desugar(parts as Parameters<typeof desugar>[0]).conditions).toEqual([]);
      }),
      { seed: 42, numRuns: 250 },
    );
    expect(sound).toBeGreaterThan(50);
  });
});

/** Has every node something in it? What could not be read is an `all` of nothing, which is true. */
function isWhole(condition: Condition): boolean {
  if (condition.kind === "check") return true;
  if (condition.kind === "not") return isWhole(condition.of);
  return condition.of.length > 0 && condition.of.every(isWhole);
}
