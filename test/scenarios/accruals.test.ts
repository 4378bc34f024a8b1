import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import {
  activity,
  cafe,
  FIRST,
  given,
  holding,
  type Item,
  offer,
  onLines,
  purchase,
  SECOND,
  TWO_GROUPS,
} from "./club.js";

const WALLETS: Program["wallets"] = [
  { id: "credit", kind: "credit" },
  { id: "points", kind: "points", worth: "50" },
  { id: "stamps", kind: "stamps", worth: "0" },
  { id: "tickets", kind: "tickets" },
];
const ALWAYS = { always: true } as const;
const COFFEE = { category: "coffee" };

const coffee = (unitPrice: number, more = {}) => ({ unitPrice, category: "coffee", ...more });
const cake = (unitPrice: number, more = {}) => ({ unitPrice, category: "cake", ...more });

const clubOf = (offers: readonly Offer[], more: Partial<Program> = {}) =>
  cafe({ wallets: WALLETS, ...more, offers });

function decide(offers: readonly Offer[], lines: readonly Item[]) {
  return clubOf(offers).quote(purchase({ lines }));
}

// R6.30, R6.31
describe("a stamp for each coffee", () => {
  const stamp = offer("stamp", { kind: "stamps", perUnit: "1", items: COFFEE }, ALWAYS);
  const free = offer("free", { kind: "discount", percent: "100", units: 1, pick: "dearest", items: COFFEE });

  it("three coffees and a cake are three", () => {
    const decision = decide([stamp], [coffee(40_000, { quantity: "2" }), coffee(50_000), cake(70_000)]);
    expect(given(decision)).toEqual(["stamp: 3 stamps"]);
    expect(onLines(decision, "stamp")).toEqual(["1: 2", "2: 1"]);
  });

  it("the free one earns none, and its line has no part", () => {
    const decision = decide([stamp, free], [coffee(40_000, { quantity: "2" }), coffee(50_000)]);
    expect(given(decision)).toEqual(["free: 50000 off", "stamp: 2 stamps"]);
    expect(onLines(decision, "stamp")).toEqual(["1: 2"]);
  });

  it("one that is not wholly free does: the floor leaves 1 to pay", () => {
    const decision = decide([stamp, free], [coffee(50_000, { floorPrice: "1" })]);
    expect(given(decision)).toEqual(["free: 49999 off (1 clipped)", "stamp: 1 stamps"]);
  });

  it("one that the member paid with credit does: it is paid", () => {
    const request = purchase({
      member: holding({ credit: "50000" }),
      redeem: [{ wallet: "credit", amount: "50000" }],
      lines: [coffee(50_000)],
    });
    expect(given(clubOf([stamp]).quote(request))).toEqual(["stamp: 1 stamps"]);
  });

  it("2.7 kg are two, what earns nothing and what costs nothing none", () => {
    const lines = [
      coffee(400_000, { quantity: "2.7" }),
      coffee(40_000, { accrues: false }),
      coffee(0, { quantity: "5" }),
    ];
    expect(given(decide([stamp], lines))).toEqual(["stamp: 2 stamps"]);
  });

  it("half a stamp each: three are one", () => {
    const half = offer("half", { kind: "stamps", perUnit: "0.5" }, ALWAYS);
    expect(given(decide([half], [cake(70_000, { quantity: "3" })]))).toEqual(["half: 1 stamps"]);
  });

  it("at most two a purchase", () => {
    const capped = offer("stamp", { kind: "stamps", perUnit: "1", max: "2" }, ALWAYS);
    expect(given(decide([capped], [coffee(40_000, { quantity: "5" })]))).toEqual(["stamp: 2 stamps"]);
  });
});

// R6.17, R5.9
describe("a stamp for each visit", () => {
  const visit = offer("visit", { kind: "stamps", perVisit: "1" }, { ...ALWAYS, on: ["purchase", "checkIn"] });

  it("one, whatever is bought, and though nothing is left to pay", () => {
    const free = offer("free", { kind: "discount", percent: "100" });
    expect(given(decide([visit], [coffee(40_000, { quantity: "5" })]))).toEqual(["visit: 1 stamps"]);
    const nothingPaid = decide([visit, free], [coffee(40_000)]);
    expect(given(nothingPaid)).toEqual(["free: 40000 off", "visit: 1 stamps"]);
    expect(onLines(nothingPaid, "visit")).toEqual([]);
  });

  it("one for checking in", () => {
    expect(given(clubOf([visit]).quote(activity("checkIn")))).toEqual(["visit: 1 stamps"]);
  });

  it("only where there is a coffee, if it is for coffee", () => {
    const forCoffee = offer("visit", { kind: "stamps", perVisit: "1", items: COFFEE }, ALWAYS);
    expect(given(decide([forCoffee], [coffee(40_000), cake(70_000)]))).toEqual(["visit: 1 stamps"]);
    expect(given(decide([forCoffee], [cake(70_000)]))).toEqual([]);
  });
});

// R8.1, R7.5, R7.8
describe("draw tickets", () => {
  const draw = offer("draw", { kind: "tickets", perSpend: { every: "100000", grant: "2" } });

  it("two for each 100,000 paid", () => {
    expect(given(decide([draw], [250_000]))).toEqual(["draw: 4 tickets"]);
  });

  it("are worth nothing, so whatever is worth anything beats them", () => {
    const one = offer("one", { kind: "points", fixed: "1" });
    expect(given(decide([draw, one], [250_000]))).toEqual(["one: 1 points"]);
  });

  it("and yet are given where there is room for them", () => {
    const beside = { ...draw, group: "draws" };
    const one = offer("one", { kind: "points", fixed: "1" });
    const decision = clubOf([beside, one], { groups: [{ id: "draws", limit: 1 }] }).quote(
      purchase({ lines: [250_000] }),
    );
    expect(given(decision)).toEqual(["draw: 4 tickets", "one: 1 points"]);
  });
});

// R6.18, R6.36, R6.37
describe("double points", () => {
  const base = (more: Partial<Offer> = {}) =>
    offer("base", { kind: "points", perSpend: { every: "10000", grant: "1" } }, { ...ALWAYS, ...more });
  const lines = [coffee(200_000), cake(400_000)];
  const times = (factor: string, id = "times") => offer(id, { kind: "points", multiply: factor }, ALWAYS);
  const twenty = { limits: { perMember: { amount: "20", per: "month" } } } as const;

  it("60 more on 60", () => {
    const decision = decide([base(), times("2")], lines);
    expect(given(decision)).toEqual(["base: 60 points", "times: 60 points"]);
    expect(onLines(decision, "times")).toEqual(["1: 20", "2: 40"]);
  });

  it("half as much again is rounded down: 31 are 15 more", () => {
    expect(given(decide([base(), times("1.5")], [310_000]))).toEqual(["base: 31 points", "times: 15 points"]);
  });

  it("twice and three times make four times", () => {
    expect(given(decide([base(), times("2", "two"), times("3", "three")], lines))).toEqual([
      "base: 60 points",
      "three: 120 points",
      "two: 60 points",
    ]);
  });

  it("doubles what was given, not what would have been: 20 of 60", () => {
    const decision = decide([base(twenty), times("2")], lines);
    expect(given(decision)).toEqual(["base: 20 points (40 clipped)", "times: 20 points"]);
    // 20 × 20/60 = 6.67 and 20 × 40/60 = 13.33
    expect(onLines(decision, "base")).toEqual(["1: 7", "2: 13"]);
  });

  it("doubles what lies on the coffee of that: 7", () => {
    const forCoffee = offer("times", { kind: "points", multiply: "2", items: COFFEE }, ALWAYS);
    expect(given(decide([base(twenty), forCoffee], lines))).toEqual([
      "base: 20 points (40 clipped)",
      "times: 7 points",
    ]);
  });

  it("may be limited itself: 15 of 60", () => {
    const limited = { ...times("2"), limits: { perMember: { amount: "15", per: "month" } } } as const;
    expect(given(decide([base(), limited], lines))).toEqual([
      "base: 60 points",
      "times: 15 points (45 clipped)",
    ]);
  });

  it("does not double what a competing offer gives, nor another wallet's", () => {
    const offers = [
      base(),
      times("2"),
      offer("extra", { kind: "points", fixed: "100" }),
      offer("stamp", { kind: "stamps", perVisit: "3" }, ALWAYS),
    ];
    expect(given(decide(offers, lines))).toEqual([
      "base: 60 points",
      "extra: 100 points",
      "stamp: 3 stamps",
      "times: 60 points",
    ]);
  });

  it("is found where only another offer makes what it doubles more than nothing", () => {
    // 10 % in points below 20,000, from there on none. 1,000 off 20,000 make it 1,900, and as many again.
    const at = [
      { from: "0", percent: "10" },
      { from: "20000", fixed: "0" },
    ];
    const offers = [
      offer("base", { kind: "points", steps: { by: "total", mode: "whole", at } }, ALWAYS),
      offer("off", { kind: "discount", fixed: "1000" }, SECOND),
      offer("times", { kind: "points", multiply: "2" }, FIRST),
    ];
    const decision = clubOf(offers, { groups: TWO_GROUPS }).quote(purchase({ lines: [20_000] }));
    expect(given(decision)).toEqual(["base: 1900 points", "off: 1000 off", "times: 1900 points"]);
  });

  it("doubles points for a visit, which lie on no line; but not where it is for coffee", () => {
    const visit = offer("visit", { kind: "points", perVisit: "10" }, ALWAYS);
    const free = offer("free", { kind: "discount", percent: "100" }, ALWAYS);
    const forCoffee = offer("times", { kind: "points", multiply: "2", items: COFFEE }, ALWAYS);
    expect(given(decide([visit, free, times("2")], [coffee(40_000)]))).toEqual([
      "free: 40000 off",
      "times: 10 points",
      "visit: 10 points",
    ]);
    expect(given(decide([visit, free, forCoffee], [coffee(40_000)]))).toEqual([
      "free: 40000 off",
      "visit: 10 points",
    ]);
  });
});

// R6.16, R6.33
describe("20,000 for every 200,000", () => {
  const back = (more: Partial<Offer> = {}) =>
    offer("back", { kind: "credit", perSpend: { every: "200000", grant: "20000" } }, more);

  it("whole steps only", () => {
    expect(given(decide([back()], [199_999]))).toEqual([]);
    expect(given(decide([back()], [399_999]))).toEqual(["back: 20000 credit"]);
    expect(given(decide([back()], [400_000]))).toEqual(["back: 40000 credit"]);
  });

  it("at most two of them", () => {
    expect(given(decide([back({ limits: { repeat: 2 } })], [900_000]))).toEqual(["back: 40000 credit"]);
  });
});
