import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, given, lost, purchase } from "./club.js";

function credit(id: string, fixed: number, more: Partial<Offer> = {}): Offer {
  return { id, benefit: { kind: "credit", fixed }, ...more };
}

const EACH_ITS_OWN = ["one", "two", "three"].map((id) => ({ id, limit: 1 }));

function decide(terms: Parameters<typeof cafe>[0], lines: readonly number[] = [600_000]) {
  return cafe(terms).quote(purchase({ lines }));
}

// R7.2, R7.13
describe("a group that gives two", () => {
  const groups = [{ id: "treats", limit: 2 }];
  const treats = { group: "treats" };

  it("the two that are worth most are given; the third is kept out by the lesser of them", () => {
    const offers = [
      credit("ten", 10_000, treats),
      credit("twenty", 20_000, treats),
      credit("thirty", 30_000, treats),
    ];
    const decision = decide({ groups, offers });
    expect(given(decision)).toEqual(["thirty: 30000 credit", "twenty: 20000 credit"]);
    expect(lost(decision)).toEqual(["ten: worth 10000, beaten by twenty, 10000 behind"]);
  });

  it("of two that are worth the same, the one with the greater id would make room", () => {
    const offers = [
      credit("anise", 20_000, treats),
      credit("basil", 20_000, treats),
      credit("clove", 15_000, treats),
    ];
    const decision = decide({ groups, offers });
    expect(lost(decision)).toEqual(["clove: worth 15000, beaten by basil, 5000 behind"]);
  });

  it("the best two together are given, not the two that are best alone", () => {
    // Coffee is 100,000 and cake 200,000. Free coffee 100,000, coffee at 90 % off 90,000, cake at 10 % off 20,000.
    // Both for the coffee would be 100,000, for no line goes below zero; free coffee and cheaper cake are 120,000.
    const on = (id: string, category: string, percent: string): Offer => ({
      id,
      group: "treats",
      benefit: { kind: "discount", percent, items: { category } },
    });
    const offers = [
      on("cake", "cake", "10"),
      on("coffee", "coffee", "90"),
      on("free-coffee", "coffee", "100"),
    ];
    const lines = [
      { unitPrice: "100000", category: "coffee" },
      { unitPrice: "200000", category: "cake" },
    ];
    const decision = cafe({ groups, offers }).quote(purchase({ lines }));
    expect(given(decision)).toEqual(["cake: 20000 off", "free-coffee: 100000 off"]);
    // To make room the lesser winner would go, the cake: 100,000 would be left of 120,000.
    expect(lost(decision)).toEqual(["coffee: worth 90000, beaten by cake, 20000 behind"]);
  });

  it("with two offers there is room for both", () => {
    const offers = [credit("ten", 10_000, treats), credit("twenty", 20_000, treats)];
    expect(given(decide({ groups, offers }))).toEqual(["ten: 10000 credit", "twenty: 20000 credit"]);
  });
});

// R7.2
describe("the group without a name", () => {
  const offers = [credit("ten", 10_000), credit("twenty", 20_000)];

  it("gives one, although the program does not declare it", () => {
    expect(given(decide({ offers }))).toEqual(["twenty: 20000 credit"]);
  });

  it("gives as many as the program declares for the group default", () => {
    const groups = [{ id: "default", limit: 2 }];
    expect(given(decide({ offers, groups }))).toEqual(["ten: 10000 credit", "twenty: 20000 credit"]);
  });

  it("of thirty offers gives the greatest, and every other one knows how far it is behind", () => {
    const thirty = Array.from({ length: 30 }, (_, index) =>
      credit(`offer-${index + 1}`, (index + 1) * 1_000),
    );
    const decision = decide({ offers: thirty });
    expect(given(decision)).toEqual(["offer-30: 30000 credit"]);
    expect(decision.choice.proven).toBe(true);
    expect(decision.declined).toHaveLength(29);
    expect(lost(decision)).toContain("offer-7: worth 7000, beaten by offer-30, 23000 behind");
  });
});

// R7.2, R7.13
describe("offers that do not stand beside each other (notWith)", () => {
  const pair = (ten: Partial<Offer>, twenty: Partial<Offer>) => [
    credit("ten", 10_000, { group: "one", ...ten }),
    credit("twenty", 20_000, { group: "two", ...twenty }),
  ];

  it("one of them says so, and it holds for both", () => {
    for (const offers of [pair({ notWith: ["twenty"] }, {}), pair({}, { notWith: ["ten"] })]) {
      const decision = decide({ groups: EACH_ITS_OWN, offers });
      expect(given(decision)).toEqual(["twenty: 20000 credit"]);
      expect(lost(decision)).toEqual(["ten: worth 10000, beaten by twenty, 10000 behind"]);
    }
  });

  it("a loser names everyone who keeps it out: its opponent and the winner of its group", () => {
    const offers = [
      credit("forty", 40_000, { group: "one", notWith: ["twenty"] }),
      credit("thirty", 30_000, { group: "one" }),
      credit("twenty", 20_000, { group: "two" }),
    ];
    const decision = decide({ groups: EACH_ITS_OWN, offers });
    // 30,000 + 20,000 = 50,000 beats 40,000 alone.
    expect(given(decision)).toEqual(["thirty: 30000 credit", "twenty: 20000 credit"]);
    expect(lost(decision)).toEqual(["forty: worth 40000, beaten by thirty and twenty, 10000 behind"]);
  });

  it("the greatest offer does not win where two lesser ones together are worth more", () => {
    const offers = [
      credit("A", 60_000, { group: "one", notWith: ["B", "C"] }),
      credit("B", 50_000, { group: "two" }),
      credit("C", 50_000, { group: "three" }),
    ];
    const decision = decide({ groups: EACH_ITS_OWN, offers });
    expect(given(decision)).toEqual(["B: 50000 credit", "C: 50000 credit"]);
    expect(decision.choice).toEqual({ total: "100000", proven: true });
    expect(lost(decision)).toEqual(["A: worth 60000, beaten by B and C, 40000 behind"]);
  });
});

// R7.2
describe("an exclusive offer", () => {
  const base: Offer = {
    id: "base",
    always: true,
    benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } },
  };

  it("stands with no other competing offer, but beside what is always given", () => {
    const offers = [
      base,
      credit("alone", 50_000, { exclusive: true }),
      credit("ten", 10_000, { group: "one" }),
    ];
    const decision = decide({ groups: EACH_ITS_OWN, offers });
    // 60 points × 50 = 3,000; 3,000 + 50,000
    expect(given(decision)).toEqual(["alone: 50000 credit", "base: 60 points"]);
    expect(decision.choice.total).toBe("53000");
    expect(lost(decision)).toEqual(["ten: worth 10000, beaten by alone, 40000 behind"]);
  });

  it("10 % up to 50,000 beats 40,000 on a basket of 450,000", () => {
    const offers: readonly Offer[] = [
      { id: "fixed", exclusive: true, benefit: { kind: "discount", fixed: "40000" } },
      { id: "percent", exclusive: true, benefit: { kind: "discount", percent: "10", max: "50000" } },
    ];
    const decision = decide({ offers }, [450_000]);
    expect(given(decision)).toEqual(["percent: 45000 off"]);
    expect(lost(decision)).toEqual(["fixed: worth 40000, beaten by percent, 5000 behind"]);
  });
});

// R7.2, R7.13
describe("a club that gives two offers at most (maxOffers)", () => {
  const offers = [
    credit("ten", 10_000, { group: "one" }),
    credit("thirty", 30_000, { group: "two" }),
    credit("twenty", 20_000, { group: "three" }),
  ];

  it("the third is kept out by the lesser of the two", () => {
    const decision = decide({ groups: EACH_ITS_OWN, offers, maxOffers: 2 });
    expect(given(decision)).toEqual(["thirty: 30000 credit", "twenty: 20000 credit"]);
    expect(lost(decision)).toEqual(["ten: worth 10000, beaten by twenty, 10000 behind"]);
  });

  it("what is always given is not counted", () => {
    const always = credit("welcome", 1_000, { always: true });
    const decision = decide({ groups: EACH_ITS_OWN, offers: [...offers, always], maxOffers: 2 });
    expect(given(decision)).toEqual(["thirty: 30000 credit", "twenty: 20000 credit", "welcome: 1000 credit"]);
    expect(decision.choice.total).toBe("51000");
  });

  it("where the group is full already, its winner alone makes room", () => {
    // `ten` shares its group with `thirty`: if that one goes, two offers stand again.
    const crowded = [
      credit("ten", 10_000, { group: "two" }),
      credit("thirty", 30_000, { group: "two" }),
      credit("twenty", 20_000, { group: "three" }),
    ];
    const decision = decide({ groups: EACH_ITS_OWN, offers: crowded, maxOffers: 2 });
    expect(lost(decision)).toEqual(["ten: worth 10000, beaten by thirty, 20000 behind"]);
  });
});

// R7.3, R7.14
describe("what is always given counts in the total", () => {
  it("a discount that costs the member a point is not given, and nobody but the total beat it", () => {
    // 600,000 earn 6 points worth 5,000 each: 30,000. After 2,000 off they are 5: 25,000 + 2,000 = 27,000.
    const wallets = [{ id: "points", kind: "points", worth: "5000" }] as const;
    const offers: readonly Offer[] = [
      { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "100000", grant: "1" } } },
      { id: "two-thousand", benefit: { kind: "discount", fixed: "2000" } },
    ];
    const decision = decide({ wallets, offers });
    expect(given(decision)).toEqual(["base: 6 points"]);
    expect(decision.choice).toEqual({ total: "30000", proven: true });
    expect(lost(decision)).toEqual(["two-thousand: worth 2000, beaten by the total, 3000 behind"]);
  });

  it("a discount for all lowers what the others give", () => {
    // 5 % of 600,000 = 30,000 off for all; 20 % of the 570,000 left to pay = 114,000
    const offers: readonly Offer[] = [
      { id: "for-all", always: true, benefit: { kind: "discount", percent: "5" } },
      { id: "credit", benefit: { kind: "credit", percent: "20" } },
    ];
    const decision = decide({ offers });
    expect(given(decision)).toEqual(["credit: 114000 credit", "for-all: 30000 off"]);
    expect(decision.choice.total).toBe("144000");
  });

  it("two small discounts may cost more points than they save: one of them is left out", () => {
    // 200,000 earn 2 points of 5,000 each. 500 off or 700 off: 1 point; either is worse than none: 10,000.
    // With 6,000 off as well: 1 point (5,000) + 6,000 = 11,000; with all three 5,000 + 7,200 = 12,200.
    const wallets = [{ id: "points", kind: "points", worth: "5000" }] as const;
    const discount = (id: string, group: string, fixed: number): Offer => ({
      id,
      group,
      benefit: { kind: "discount", fixed },
    });
    const base: Offer = {
      id: "base",
      always: true,
      benefit: { kind: "points", perSpend: { every: "100000", grant: "1" } },
    };
    const small = [discount("five-hundred", "one", 500), discount("seven-hundred", "two", 700)];
    const without = decide({ wallets, groups: EACH_ITS_OWN, offers: [base, ...small] }, [200_000]);
    expect(given(without)).toEqual(["base: 2 points"]);
    // Beside the 2 points 500 off would leave 1: 10,000 − 5,500.
    expect(lost(without)).toContain("five-hundred: worth 500, beaten by the total, 4500 behind");
    const big = discount("six-thousand", "three", 6_000);
    const together = decide({ wallets, groups: EACH_ITS_OWN, offers: [base, ...small, big] }, [200_000]);
    expect(given(together)).toEqual([
      "base: 1 points",
      "five-hundred: 500 off",
      "seven-hundred: 700 off",
      "six-thousand: 6000 off",
    ]);
    expect(together.choice.total).toBe("12200");
  });
});

// R6.13, R7.11
describe("an offer that gives nothing here", () => {
  const beans: Offer = {
    id: "beans",
    benefit: { kind: "discount", percent: "7", items: { category: "beans" } },
  };

  it("says so, and keeps nobody out", () => {
    const decision = decide({ offers: [beans, credit("ten", 10_000)] });
    expect(given(decision)).toEqual(["ten: 10000 credit"]);
    expect(lost(decision)).toEqual(["beans: worth 0, givesNothing"]);
  });

  it("says so also when it is always given", () => {
    const decision = decide({ offers: [{ ...beans, always: true }] });
    expect(given(decision)).toEqual([]);
    expect(lost(decision)).toEqual(["beans: worth 0, givesNothing"]);
  });
});
