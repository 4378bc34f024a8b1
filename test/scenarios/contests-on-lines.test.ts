import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, charged, given, type Item, lost, offer, onLines, purchase } from "./club.js";

const PER_LINE = { group: "lines" } as const;
const GROUPS: Program["groups"] = [
  { id: "lines", per: "line" },
  { id: "default", limit: 1 },
];
const COFFEE = { category: "coffee" };

const ten = offer("ten", { kind: "discount", percent: "10", items: COFFEE }, PER_LINE);
const eight = offer("eight", { kind: "discount", percent: "8" }, PER_LINE);
const LINES = [{ unitPrice: "100000", category: "coffee" }, 50_000];

function decide(offers: readonly Offer[], lines: readonly Item[] = LINES, more: Partial<Program> = {}) {
  return cafe({ groups: GROUPS, ...more, offers }).quote(purchase({ lines }));
}

// R6.39
describe("10 % off coffee and 8 % off everything, the best on each line", () => {
  it("the coffee goes to the first, the rest to the second", () => {
    const decision = decide([ten, eight]);
    expect(given(decision)).toEqual(["eight: 4000 off", "ten: 10000 off"]);
    expect(onLines(decision, "eight")).toEqual(["2: 4000"]);
    expect(onLines(decision, "ten")).toEqual(["1: 10000"]);
    expect(charged(decision)).toEqual(["90000", "46000", "136000"]);
  });

  it("whatever order offers and lines come in", () => {
    const decision = decide(
      [eight, ten],
      [
        { id: "2", unitPrice: 50_000 },
        { id: "1", unitPrice: "100000", category: "coffee" },
      ],
    );
    expect(given(decision)).toEqual(["eight: 4000 off", "ten: 10000 off"]);
  });

  it("ties go to the smaller id", () => {
    const alike = { ...ten, id: "a-ten" };
    const decision = decide([ten, alike]);
    expect(given(decision)).toEqual(["a-ten: 10000 off"]);
    // No other line is left for it.
    expect(lost(decision)).toEqual(["ten: worth 10000, beaten by a-ten"]);
  });

  it("one that won no line is beaten by those that won some, and has no distance", () => {
    const seven = offer("seven", { kind: "discount", percent: "7" }, PER_LINE);
    // 7,000 + 3,500
    expect(lost(decide([ten, eight, seven]))).toEqual(["seven: worth 10500, beaten by eight and ten"]);
  });

  it("each line is rounded by itself: 10 % of 5 and of 5 are 1 and 1, not 1 in all", () => {
    const all = offer("all", { kind: "discount", percent: "10" }, PER_LINE);
    const decision = decide([all], [5, 5]);
    expect(given(decision)).toEqual(["all: 2 off"]);
    expect(onLines(decision, "all")).toEqual(["1: 1", "2: 1"]);
  });
});

// R6.39
describe("a contest on a line compares what is really given", () => {
  it("a discount as far as the floor lets it: 6 % of credit beat 10 % that find 5,000", () => {
    const credit = offer("six", { kind: "credit", percent: "6" }, PER_LINE);
    const lines = [{ unitPrice: "100000", floorPrice: "95000", category: "coffee" }];
    expect(given(decide([ten, credit], lines))).toEqual(["six: 6000 credit"]);
  });

  it("two that the floor makes equal: the smaller id", () => {
    const lines = [{ unitPrice: "100000", floorPrice: "95000", category: "coffee" }];
    expect(given(decide([ten, eight], lines))).toEqual(["eight: 5000 off (3000 clipped)"]);
  });

  it("credit at its worth: 15 % at a half are less than 8 % off, at the full more", () => {
    const credit = offer("credit", { kind: "credit", percent: "15" }, PER_LINE);
    const worth = (figure: string) =>
      ({ wallets: [{ id: "credit", kind: "credit", worth: figure }] }) as const;
    expect(given(decide([eight, credit], LINES, worth("0.5")))).toEqual(["eight: 12000 off"]);
    expect(given(decide([eight, credit], LINES, worth("1")))).toEqual(["credit: 22500 credit"]);
  });

  it("5,000 off each beat 10 % of 40,000, and lose to 10 % of 60,000", () => {
    const each = offer("each", { kind: "discount", perUnit: "5000" }, PER_LINE);
    const all = offer("all", { kind: "discount", percent: "10" }, PER_LINE);
    const decision = decide([each, all], [{ quantity: "2", unitPrice: "40000" }, 60_000]);
    expect(onLines(decision, "each")).toEqual(["1: 10000"]);
    expect(onLines(decision, "all")).toEqual(["2: 6000"]);
  });

  it("each for 35,000 beats 10 % where that is more", () => {
    const price = offer("price", { kind: "discount", unitPrice: "35000" }, PER_LINE);
    const all = offer("all", { kind: "discount", percent: "10" }, PER_LINE);
    // 5,000 against 4,000; 1,000 against 3,600; nothing against 3,000.
    const decision = decide([price, all], [40_000, 36_000, 30_000]);
    expect(onLines(decision, "price")).toEqual(["1: 5000"]);
    expect(onLines(decision, "all")).toEqual(["2: 3600", "3: 3000"]);
  });

  it("by list amounts, though a discount that is always given leaves less", () => {
    // 60 % of the coffee are always off; then 10 % of the list find room.
    const always = offer("a", { kind: "discount", percent: "60", items: COFFEE }, { always: true });
    expect(given(decide([ten, eight, always]))).toEqual([
      "a: 60000 off",
      "eight: 4000 off",
      "ten: 10000 off",
    ]);
  });

  it("credit is then figured on what is paid", () => {
    const credit = offer("credit", { kind: "credit", percent: "15", items: COFFEE }, PER_LINE);
    const always = offer("a", { kind: "discount", percent: "50", items: COFFEE }, { always: true });
    // 15 % of the 50,000 that are paid; on the list amount it won with 15,000 against 10,000.
    expect(given(decide([ten, credit, always], [LINES[0] as Item]))).toEqual([
      "a: 50000 off",
      "credit: 7500 credit",
    ]);
  });
});

// R7.2, R7.13, R7.14
describe("the winners on lines are one offer for maxOffers", () => {
  const rival = (fixed: string) => offer("rival", { kind: "credit", fixed });
  const ONE = { maxOffers: 1 };

  it("two of them stand together, though only one offer may", () => {
    const decision = decide([ten, eight, rival("13999")], LINES, ONE);
    expect(given(decision)).toEqual(["eight: 4000 off", "ten: 10000 off"]);
    // 14,000 − 13,999
    expect(lost(decision)).toEqual(["rival: worth 13999, beaten by eight and ten, 1 behind"]);
  });

  it("and are beaten together by what is worth more than both", () => {
    const decision = decide([ten, eight, rival("14001")], LINES, ONE);
    expect(given(decision)).toEqual(["rival: 14001 credit"]);
    // With one of them instead: 14,001 − 4,000 and 14,001 − 10,000.
    expect(lost(decision)).toEqual([
      "eight: worth 4000, beaten by rival, 10001 behind",
      "ten: worth 10000, beaten by rival, 4001 behind",
    ]);
  });

  it("as few as make room: they stay together, or go together", () => {
    const groups: Program["groups"] = [...(GROUPS ?? []), { id: "other", limit: 1 }];
    const small = offer("small", { kind: "credit", fixed: "1" }, { group: "other" });
    const decideWith = (fixed: string) =>
      decide([ten, eight, rival(fixed), small], LINES, { groups, maxOffers: 2 });
    // 14,000 and 6,000: the 6,000 make room.
    expect(lost(decideWith("6000"))).toEqual(["small: worth 1, beaten by rival, 5999 behind"]);
    // 14,000 and 20,000: the 14,000 do.
    expect(lost(decideWith("20000"))).toEqual(["small: worth 1, beaten by eight and ten, 13999 behind"]);
  });

  it("with two seats all three stand", () => {
    expect(given(decide([ten, eight, rival("1")], LINES, { maxOffers: 2 }))).toEqual([
      "eight: 4000 off",
      "rival: 1 credit",
      "ten: 10000 off",
    ]);
  });
});

// R6.35, R6.37
describe("an award on lines that were won is lowered as a whole", () => {
  it("what one of its lines has no room for is clipped of it", () => {
    // The coffee is free for all; of the 10,000 that were to come off it nothing can.
    const always = offer("a", { kind: "discount", percent: "100", items: COFFEE }, { always: true });
    const tenth = offer("tenth", { kind: "discount", percent: "10" }, PER_LINE);
    expect(given(decide([tenth, always]))).toEqual(["a: 100000 off", "tenth: 5000 off (10000 clipped)"]);
  });

  it("40 % of 400,000 for two lines at 50 %: 160,000, in proportion", () => {
    // Without the cap 50,000 and 150,000.
    const half = offer("half", { kind: "discount", percent: "50" }, PER_LINE);
    const decision = decide([half], [100_000, 300_000], { discountCap: { percent: "40" } });
    expect(given(decision)).toEqual(["half: 160000 off (40000 clipped)"]);
    expect(onLines(decision, "half")).toEqual(["1: 40000", "2: 120000"]);
  });

  it("and whatever order the lines come in", () => {
    const lines = [
      { id: "2", unitPrice: 101 },
      { id: "1", unitPrice: 101 },
    ];
    const all = offer("all", { kind: "discount", percent: "100" }, PER_LINE);
    // 50 % of 202 are 101, half of them on each: 50.5. The odd toman is the smaller id's.
    const decision = decide([all], lines, { discountCap: { percent: "50" } });
    expect(onLines(decision, "all")).toEqual(["2: 50", "1: 51"]);
  });
});

// R5.5, R6.39
describe("an offer that the member may not have", () => {
  it("takes part in no contest", () => {
    const used = { ...ten, limits: { perMember: { count: 1, per: "lifetime" } } } as const;
    const member = {
      standing: { tier: "bronze", uses: [{ offer: "ten", at: "2026-11-01T12:00:00+03:30" }] },
    };
    const decision = cafe({ groups: GROUPS, offers: [used, eight] }).quote(
      purchase({ member, lines: LINES }),
    );
    expect(given(decision)).toEqual(["eight: 12000 off"]);
    expect(lost(decision)).toEqual(["ten: worth 10000, limitReached"]);
  });
});
