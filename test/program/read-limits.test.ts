import { describe, expect, it } from "vitest";
import { CREDIT, POINTS, programOf, readOffer, told } from "./programs.js";

const limits = (written: object, parts: object = {}, more: object = {}) =>
  readOffer(programOf({ limits: written, ...parts }, more));
const refused = (written: object, parts: object = {}) =>
  told(programOf({ limits: written, ...parts })).map((issue) => issue.replace("/offers/0", ""));

describe("the limits of an offer", () => {
  it("are none, unless it says otherwise", () => {
    const { limit, inAll, repeat, budget } = limits({});
    expect([limit, repeat, budget]).toEqual([undefined, undefined, undefined]);
    expect(inAll).toEqual({ uses: undefined, members: undefined });
  });

  it("count its uses, by one member and in all", () => {
    const { limit, inAll } = limits({
      perMember: { count: 3, per: "month" },
      inAll: { uses: 900, members: 500 },
    });
    expect(limit).toEqual({ count: 3, amount: undefined, per: "month", onShort: "partial" });
    expect(inAll).toEqual({ uses: 900, members: 500 });
  });

  it("may run over the days it runs", () => {
    const window = { from: "2026-11-21" };
    expect(limits({ perMember: { count: 1, per: "window" } }, { window }).limit).toMatchObject({
      per: "window",
    });
    expect(refused({ perMember: { count: 1, per: "window" } })).toEqual(["required /window"]);
  });

  it("count an amount in what it gives", () => {
    const perMember = { amount: "2.5", per: "week", onShort: "refuse" };
    const wallets = [
      { ...CREDIT, digits: 1 },
      { ...POINTS, digits: 2 },
    ];
    const more = { wallets, currency: { code: "EUR", digits: 3 } };
    const amount = (benefit: object) => limits({ perMember }, { benefit }, more).limit?.amount;
    expect(amount({ kind: "discount", fixed: 5 })).toBe(2_500n);
    expect(amount({ kind: "credit", fixed: 5 })).toBe(25n);
    expect(amount({ kind: "points", fixed: { byTier: { bronze: 1, silver: 2 } } })).toBe(250n);
    expect(limits({ perMember }, {}, more).limit).toEqual({
      count: undefined,
      amount: 2_500n,
      per: "week",
      onShort: "refuse",
    });
  });

  it("count how often repeats what can repeat", () => {
    const set = { of: [{ units: 1 }], grant: 1 };
    const repeating = [
      { kind: "discount", bundle: { of: [{ units: 1 }], price: 5 } },
      { kind: "discount", buy: { units: 1 }, get: { units: 1, percent: 100 } },
      { kind: "discount", percent: 50, units: 1, every: 2 },
      { kind: "points", perSet: set },
      [
        { kind: "discount", percent: 5 },
        { kind: "points", perSpend: { every: 1, grant: 1 } },
      ],
    ];
    for (const benefit of repeating) expect(limits({ repeat: 2 }, { benefit }).repeat).toBe(2n);
    expect(refused({ repeat: 2 })).toEqual(["one-of /limits/repeat"]);
    const gifts = [{ id: "a", worth: 1 }];
    expect(refused({ repeat: 2 }, { benefit: { kind: "gift", gifts } })).toEqual(["one-of /limits/repeat"]);
  });

  const amount = { amount: 5, per: "day" };
  const parts = [
    { kind: "credit", fixed: 1 },
    { kind: "points", fixed: 1 },
  ];
  it.each<[string, object, object, readonly string[]]>([
    ["of nothing", { perMember: { per: "day" } }, {}, ["required /limits/perMember"]],
    ["over no time", { perMember: { count: 1 } }, {}, ["required /limits/perMember/per"]],
    [
      "of a count that falls short",
      { perMember: { count: 1, per: "day", onShort: "refuse" } },
      {},
      ["one-of /limits/perMember/onShort"],
    ],
    [
      "finer than what it gives",
      { perMember: { amount: "0.5", per: "day" } },
      {},
      ["number-precision /limits/perMember/amount"],
    ],
    [
      "of an amount of several things",
      { perMember: amount },
      { benefit: parts },
      ["one-of /limits/perMember/amount"],
    ],
    [
      "of an amount of tiers",
      { perMember: amount },
      { benefit: { kind: "tier", tier: "silver" } },
      ["one-of /limits/perMember/amount"],
    ],
    ["in all of nothing", { inAll: {} }, {}, ["required /limits/inAll"]],
    ["in all of no member", { inAll: { members: 0 } }, {}, ["number-range /limits/inAll/members"]],
    ["of no repetition", { repeat: 0 }, {}, ["number-range /limits/repeat"]],
    ["with a slip", { perMembr: {} }, {}, ["unknown-field /limits/perMembr"]],
  ])("are never %s", (_, written, more, issues) => {
    expect(refused(written, more)).toEqual(issues);
  });
});
