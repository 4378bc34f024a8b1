import { describe, expect, it } from "vitest";
import { CREDIT, issuesOf, POINTS, program, read, told } from "./programs.js";

const RUNGS = [{ id: "bronze" }, { id: "silver", from: "5000000" }];
const WALLETS = [CREDIT, { ...POINTS, digits: 2 }];

const withTiers = (tiers: object) => program({ wallets: WALLETS, tiers: { ladder: RUNGS, ...tiers } });
const issues = (tiers: object) => told(withTiers(tiers)).map((issue) => issue.replace("/tiers", ""));
const terms = (tiers: object) => read(withTiers(tiers)).tiers;

describe("readTiers", () => {
  it("measures nothing without a metric, whatever the bounds", () => {
    expect(terms({})).toBeUndefined();
    expect(read(program({})).tiers).toBeUndefined();
    expect(read(withTiers({})).ladder).toEqual(["bronze", "silver"]);
  });

  it("counts for good and lowers nothing, unless it says so", () => {
    expect(terms({ metric: "spend" })).toEqual({
      metric: "spend",
      unit: { name: "IRT", digits: 0 },
      period: "lifetime",
      downgrade: "none",
      grace: undefined,
      holds: undefined,
      rungs: [
        { id: "bronze", from: 0n, orPurchase: undefined },
        { id: "silver", from: 5_000_000n, orPurchase: undefined },
      ],
      leastPurchase: undefined,
    });
  });

  it("reads bounds in the unit of what is counted", () => {
    const ladder = [{ id: "bronze" }, { id: "silver", from: "2.5", orPurchase: "1.25" }];
    expect(terms({ metric: { wallet: "points" }, ladder })).toMatchObject({
      unit: { name: "points", digits: 2 },
      rungs: [{ from: 0n }, { from: 250n, orPurchase: 125n }],
      leastPurchase: 125n,
    });
    expect(issues({ metric: "spend", ladder })).toEqual([
      "number-precision /ladder/1/from",
      "number-precision /ladder/1/orPurchase",
    ]);
    expect(issues({ metric: "visits", ladder: [{ id: "a" }, { id: "b", from: "2.5" }] })).toEqual([
      "number-precision /ladder/1/from",
    ]);
  });

  it("reads how long things last", () => {
    const spans = {
      period: { rolling: { months: 12 } },
      downgrade: "oneStep",
      grace: { days: 30 },
      holds: { years: 1 },
    };
    expect(terms({ metric: "spend", ...spans })).toMatchObject(spans);
    expect(terms({ metric: "spend", period: "calendarYear" })).toMatchObject({ period: "calendarYear" });
    expect(terms({ metric: "spend", period: "anniversary" })).toMatchObject({ period: "anniversary" });
  });

  it("knows the least purchase that reaches a tier alone, and tiers that no counting reaches", () => {
    const ladder = [
      { id: "bronze", from: "7" },
      { id: "silver", orPurchase: "200" },
      { id: "gold", from: "900", orPurchase: "300" },
      { id: "house" },
    ];
    expect(terms({ metric: "spend", ladder })).toMatchObject({
      rungs: [
        { id: "bronze", from: 0n },
        { id: "silver", from: undefined, orPurchase: 200n },
        { id: "gold", from: 900n, orPurchase: 300n },
        { id: "house", from: undefined, orPurchase: undefined },
      ],
      leastPurchase: 200n,
    });
  });
});

describe("readTiers refuses", () => {
  it("bounds that do not rise, of purchases as well", () => {
    const ladder = (...bounds: readonly object[]) => ({
      metric: "spend",
      ladder: bounds.map((bound, index) => ({ id: `t${index}`, ...bound })),
    });
    expect(issues(ladder({}, { from: "5" }, { from: "5" }))).toEqual(["window-order /ladder/2/from"]);
    expect(issues(ladder({}, { from: "5" }, {}, { from: "4" }))).toEqual(["window-order /ladder/3/from"]);
    expect(issues(ladder({}, { orPurchase: "5" }, { from: "9", orPurchase: "5" }))).toEqual([
      "window-order /ladder/2/orPurchase",
    ]);
    expect(issues(ladder({}, { orPurchase: "0" }))).toEqual(["number-range /ladder/1/orPurchase"]);
  });

  it("terms of measuring where nothing is measured, all in one issue", () => {
    const ladder = [{ id: "a" }, { id: "b", orPurchase: "5" }];
    const [issue, ...others] = issuesOf(
      withTiers({ ladder, period: "lifetime", downgrade: "none", grace: { days: 1 }, holds: { days: 1 } }),
    );
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: "required",
      path: "/tiers/metric",
      message: "period, downgrade, grace, holds, orPurchase say nothing without what is measured",
      hint: 'such as "metric": "spend"',
    });
    expect(issues({ grace: { days: 1 } })).toEqual(["required /metric"]);
  });

  it("a wallet that there is not", () => {
    expect(issuesOf(withTiers({ metric: { wallet: "pionts" } }))).toMatchObject([
      { code: "ref-missing", path: "/tiers/metric/wallet", hint: 'did you mean "points"?' },
    ]);
    expect(issuesOf(withTiers({ metric: { wallet: "stars" } }))).toMatchObject([
      { code: "ref-missing", hint: "there are credit, points" },
    ]);
    expect(issuesOf(program({ tiers: { ladder: RUNGS, metric: { wallet: "stars" } } }))).toMatchObject([
      { code: "ref-missing", hint: "declare one under /wallets" },
    ]);
  });

  it("spans of no time", () => {
    expect(
      issues({ metric: "spend", period: { rolling: {} }, grace: { days: 0 }, holds: { months: 0 } }),
    ).toEqual(["number-range /period/rolling", "number-range /grace", "number-range /holds"]);
  });

  it("steps down of what never runs out", () => {
    expect(issues({ metric: "spend", downgrade: "oneStep" })).toEqual(["one-of /downgrade"]);
    expect(issues({ metric: "spend", period: "lifetime", downgrade: "oneStep" })).toEqual([
      "one-of /downgrade",
    ]);
    expect(issues({ metric: "spend", downgrade: "rejudge" })).toEqual([]);
  });

  it("one purchase alone, where purchases are counted", () => {
    const ladder = [{ id: "a" }, { id: "b", from: "3", orPurchase: "2" }];
    expect(issues({ metric: "visits", ladder })).toEqual(["one-of /ladder/1/orPurchase"]);
  });

  it.each<[string, object, readonly string[]]>([
    ["another metric", { metric: "stars" }, ["enum /metric"]],
    [
      "a wallet's metric with more to it",
      { metric: { wallet: "points", of: 1 } },
      ["unknown-field /metric/of"],
    ],
    ["another period", { metric: "spend", period: "quarter" }, ["enum /period"]],
    [
      "a period of no name",
      { metric: "spend", period: { rollin: { days: 1 } } },
      ["required /period/rolling", "unknown-field /period/rollin"],
    ],
    ["another downgrade", { metric: "spend", downgrade: "twoSteps" }, ["enum /downgrade"]],
    ["a grace in hours", { metric: "spend", grace: { hours: 3 } }, ["unknown-field /grace/hours"]],
  ])("%s", (_, tiers, expected) => {
    expect(issues(tiers)).toEqual(expected);
  });
});
