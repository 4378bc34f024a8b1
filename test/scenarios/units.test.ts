import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import {
  cafe,
  charged,
  type DiscountTerms,
  FIRST,
  given,
  type Item,
  lost,
  offer,
  onLines,
  purchase,
  SECOND,
  TWO_GROUPS,
} from "./club.js";

function discount(id: string, terms: DiscountTerms, more: Partial<Offer> = {}): Offer {
  return offer(id, { kind: "discount", ...terms }, more);
}

/** What one discount called `off` comes to. */
function decide(terms: DiscountTerms, lines: readonly Item[], more: Partial<Offer> = {}) {
  return cafe({ offers: [discount("off", terms, more)] }).quote(purchase({ lines }));
}

/** What two discounts of different groups come to, `a` before `b`. */
function decideBoth(
  a: DiscountTerms,
  b: DiscountTerms,
  lines: readonly Item[],
  club: Partial<Parameters<typeof cafe>[0]> = {},
) {
  const offers = [discount("a", a, FIRST), discount("b", b, SECOND)];
  return cafe({ groups: TWO_GROUPS, ...club, offers }).quote(purchase({ lines }));
}

const FREE = { percent: "100" };
const CUPS = [60_000, 50_000, 40_000, 30_000, 20_000];
const ONE_OF_TWO = { ...FREE, units: 1, every: 2 } as const;
const ONE_OF_THREE = { ...FREE, units: 1, every: 3 } as const;

// R6.26
describe("so many units", () => {
  it("two cups free: the cheapest, unless the dearest are meant", () => {
    expect(onLines(decide({ ...FREE, units: 2 }, CUPS), "off")).toEqual(["4: 30000", "5: 20000"]);
    expect(onLines(decide({ ...FREE, units: 2, pick: "dearest" }, CUPS), "off")).toEqual([
      "1: 60000",
      "2: 50000",
    ]);
  });

  it("half off one cup: 30,000 off the dearest", () => {
    expect(given(decide({ percent: "50", units: 1, pick: "dearest" }, CUPS))).toEqual(["off: 30000 off"]);
  });

  it("fewer where there are fewer: seven of five are five", () => {
    expect(charged(decide({ ...FREE, units: 7 }, CUPS)).at(-1)).toBe("0");
  });

  it("of equal prices the smaller line id first, at either end", () => {
    const lines = ["2", "10", "1"].map((id) => ({ id, unitPrice: 5_000 }));
    expect(onLines(decide({ ...FREE, units: 1 }, lines), "off")).toEqual(["1: 5000"]);
    expect(onLines(decide({ ...FREE, units: 2, pick: "dearest" }, lines), "off")).toEqual([
      "10: 5000",
      "1: 5000",
    ]);
  });

  it("5,000 off each of two cups: of one at 3,000 only 3,000", () => {
    const decision = decide({ perUnit: "5000", units: 2 }, [20_000, 15_000, 3_000]);
    expect(onLines(decision, "off")).toEqual(["2: 5000", "3: 3000"]);
    expect(given(decision)).toEqual(["off: 8000 off (2000 clipped)"]);
  });

  it("5,000 off each of two cups of a line that holds a third: no more than these two cost", () => {
    // 3 at 3,000 are 9,000; two of them cost 6,000, which is all that 2 × 5,000 find.
    const decision = decide({ perUnit: "5000", units: 2 }, [{ quantity: "3", unitPrice: "3000" }]);
    expect(given(decision)).toEqual(["off: 6000 off (4000 clipped)"]);
  });

  it("the dearest cup for 10,000", () => {
    expect(onLines(decide({ unitPrice: "10000", units: 1, pick: "dearest" }, CUPS), "off")).toEqual([
      "1: 50000",
    ]);
  });

  it("of some items only, and never of lines that take no discount", () => {
    const lines = [
      { unitPrice: 10_000, category: "tea" },
      { unitPrice: 20_000, category: "coffee", discountable: false },
      { unitPrice: 30_000, category: "coffee" },
    ];
    const decision = decide({ ...FREE, units: 1, items: { category: "coffee" } }, lines);
    expect(onLines(decision, "off")).toEqual(["3: 30000"]);
  });
});

// R6.26, R6.33
describe("so many of every so many", () => {
  it("three for two: of five cups the cheapest is free, of six the two cheapest of all", () => {
    expect(onLines(decide(ONE_OF_THREE, CUPS), "off")).toEqual(["5: 20000"]);
    expect(onLines(decide(ONE_OF_THREE, [...CUPS, 10_000]), "off")).toEqual(["5: 20000", "6: 10000"]);
  });

  it("of 7 alike two are free, of 2 none", () => {
    expect(given(decide(ONE_OF_THREE, [{ quantity: "7", unitPrice: "10000" }]))).toEqual(["off: 20000 off"]);
    expect(given(decide(ONE_OF_THREE, [{ quantity: "2", unitPrice: "10000" }]))).toEqual([]);
  });

  it("two of every five at half price: 20,000 and 30,000 come to 25,000", () => {
    expect(given(decide({ percent: "50", units: 2, every: 5 }, CUPS))).toEqual(["off: 25000 off"]);
  });

  it("at most once, if its limit says so", () => {
    const once = { limits: { repeat: 1 } };
    expect(given(decide(ONE_OF_TWO, CUPS, once))).toEqual(["off: 20000 off"]);
    expect(given(decide(ONE_OF_TWO, CUPS))).toEqual(["off: 50000 off"]);
  });

  it("counts no line that takes no discount: of two cups that do, one is free", () => {
    const lines = [{ unitPrice: 50_000, discountable: false }, 40_000, 30_000];
    expect(onLines(decide(ONE_OF_TWO, lines), "off")).toEqual(["3: 30000"]);
    expect(given(decide(ONE_OF_THREE, lines))).toEqual([]);
  });
});

// R6.26
describe("from the so-manieth unit on", () => {
  it("the second at half price: half of the cheaper one", () => {
    expect(onLines(decide({ percent: "50", from: 2, units: 1 }, [60_000, 40_000]), "off")).toEqual([
      "2: 20000",
    ]);
  });

  it("one cup alone has no second", () => {
    expect(given(decide({ percent: "50", from: 2 }, [60_000]))).toEqual([]);
  });

  it("all from the third on: 20,000 + 30,000 + 40,000", () => {
    expect(given(decide({ ...FREE, from: 3 }, CUPS))).toEqual(["off: 90000 off"]);
  });

  it("from the third on, the dearest: the two cheapest are paid", () => {
    expect(onLines(decide({ ...FREE, from: 3, pick: "dearest" }, CUPS), "off")).toEqual([
      "1: 60000",
      "2: 50000",
      "3: 40000",
    ]);
  });

  it("from the third on, one: the cheapest of those", () => {
    expect(onLines(decide({ ...FREE, from: 3, units: 1 }, CUPS), "off")).toEqual(["5: 20000"]);
  });
});

// R6.26, R6.33
describe("where units are counted", () => {
  const three = { quantity: "3", unitPrice: "10000" };
  const four = { quantity: "4", unitPrice: "20000" };

  it("over the whole offer: 7 units, so two of the cheapest", () => {
    expect(onLines(decide(ONE_OF_THREE, [three, four]), "off")).toEqual(["1: 20000"]);
  });

  it("on each line: one of the 3, one of the 4", () => {
    expect(onLines(decide({ ...ONE_OF_THREE, unitsPer: "line" }, [three, four]), "off")).toEqual([
      "1: 10000",
      "2: 20000",
    ]);
  });

  it("for each sku: two lines of one count together, a line without one alone", () => {
    const lines = [
      { sku: "A", quantity: "2", unitPrice: "10000" },
      { sku: "B", quantity: "2", unitPrice: "8000" },
      { sku: "A", unitPrice: "30000" },
      { quantity: "2", unitPrice: "5000" },
      { unitPrice: "5000" },
    ];
    expect(onLines(decide({ ...ONE_OF_THREE, unitsPer: "sku" }, lines), "off")).toEqual(["1: 10000"]);
  });

  it("10 % off at most two of each sku", () => {
    // Of A two at 90,000; of B one at 50,000; of the line without a sku two at 20,000.
    const lines = [
      { sku: "A", unitPrice: "100000" },
      { sku: "A", quantity: "3", unitPrice: "90000" },
      { sku: "B", unitPrice: "50000" },
      { quantity: "3", unitPrice: "20000" },
    ];
    const decision = decide({ percent: "10", units: 2, unitsPer: "sku" }, lines);
    expect(onLines(decision, "off")).toEqual(["2: 18000", "3: 5000", "4: 4000"]);
    expect(given(decision)).toEqual(["off: 27000 off"]);
  });

  it("a cap on repeats is for all lines together, the smallest id first, however they are listed", () => {
    const a = { id: "a", ...three };
    const b = { id: "b", ...four };
    const terms = { ...ONE_OF_THREE, unitsPer: "line" } as const;
    for (const lines of [
      [a, b],
      [b, a],
    ]) {
      expect(onLines(decide(terms, lines, { limits: { repeat: 1 } }), "off")).toEqual(["a: 10000"]);
    }
  });

  it("likewise for each sku", () => {
    const a = { id: "a", sku: "Z", ...three };
    const b = { id: "b", sku: "Y", ...four };
    const terms = { ...ONE_OF_THREE, unitsPer: "sku" } as const;
    for (const lines of [
      [a, b],
      [b, a],
    ]) {
      expect(onLines(decide(terms, lines, { limits: { repeat: 1 } }), "off")).toEqual(["a: 10000"]);
    }
  });
});

// R6.23
describe("what is weighed", () => {
  it("2.7 kg have two units: 200,000 of 270,000", () => {
    const decision = decide({ ...FREE, units: 3 }, [{ quantity: "2.7", unitPrice: "100000" }]);
    expect(given(decision)).toEqual(["off: 200000 off"]);
    expect(charged(decision)).toEqual(["70000", "70000"]);
  });

  it("0.9 kg have none", () => {
    expect(given(decide({ ...FREE, units: 1 }, [{ quantity: "0.9", unitPrice: "100000" }]))).toEqual([]);
  });

  it("two units of 2.5 kg for 1,001 come to 800, for 800.8 is rounded down", () => {
    const line = { quantity: "2.5", unitPrice: "400", amount: "1001" };
    expect(given(decide({ ...FREE, units: 2 }, [line]))).toEqual(["off: 800 off"]);
  });

  it("is compared by the price of a unit, not of the line", () => {
    // 2.5 kg at 40,000 are 100,000, and yet each is cheaper than the cup at 50,000.
    const lines = [{ quantity: "2.5", unitPrice: "40000" }, 50_000];
    expect(onLines(decide({ ...FREE, units: 1 }, lines), "off")).toEqual(["1: 40000"]);
  });
});

// R6.23
describe("a line that costs nothing", () => {
  it("is no third cup: with two that cost something there is no set", () => {
    const decision = decide(ONE_OF_THREE, [50_000, 40_000, 0]);
    expect(given(decision)).toEqual([]);
    expect(lost(decision)).toEqual(["off: worth 0, givesNothing"]);
  });

  it("and is never the free one: with three, the cheapest of those is", () => {
    expect(onLines(decide(ONE_OF_THREE, [50_000, 40_000, 30_000, 0]), "off")).toEqual(["3: 30000"]);
  });
});

// R6.24
describe("a unit is taken by one award only", () => {
  it("of three coffees the first offer uses two; for the second there is no pair", () => {
    // a: 10,000 free for 30,000 bought. b would find only the one at 20,000.
    const decision = decideBoth(ONE_OF_TWO, ONE_OF_TWO, [30_000, 20_000, 10_000]);
    expect(given(decision)).toEqual(["a: 10000 off"]);
    expect(lost(decision)).toEqual(["b: worth 10000, beaten by the total, 0 behind"]);
  });

  const once = { limits: { repeat: 1 } };
  const decideOnce = (more: Partial<Offer>) => {
    const offers = [
      discount("a", ONE_OF_TWO, { ...FIRST, ...once }),
      discount("b", ONE_OF_TWO, { ...SECOND, ...once, ...more }),
    ];
    return cafe({ groups: TWO_GROUPS, offers }).quote(purchase({ lines: [40_000, 30_000, 20_000, 10_000] }));
  };

  it("of four each has one pair: 10,000 for 40,000, then 20,000 for 30,000", () => {
    const decision = decideOnce({});
    expect(onLines(decision, "a")).toEqual(["4: 10000"]);
    expect(onLines(decision, "b")).toEqual(["3: 20000"]);
  });

  it("the one of higher priority is the first", () => {
    expect(given(decideOnce({ priority: 1 }))).toEqual(["b: 10000 off", "a: 20000 off"]);
  });

  it("what had to be bought from the second on is used up, too", () => {
    // a: the second at half price: half of 10,000, for 40,000. b: the cheapest of 30,000 and 20,000.
    const decision = decideBoth(
      { percent: "50", from: 2, units: 1 },
      { ...FREE, units: 1 },
      [40_000, 30_000, 20_000, 10_000],
    );
    expect(given(decision)).toEqual(["a: 5000 off", "b: 20000 off"]);
  });

  it("a percentage of all uses up none", () => {
    const decision = decideBoth({ percent: "10" }, ONE_OF_TWO, [40_000, 30_000]);
    expect(given(decision)).toEqual(["a: 7000 off", "b: 27000 off (3000 clipped)"]);
  });
});

// R7.6, R7.10
describe("units in the choice", () => {
  it("one free pair on any line may be the dear one, if another offer uses up the cheap one", () => {
    // x alone gives 10,000, for line a comes first. Beside y, which uses both of a for 5,000, it gives 100,000.
    const items = { sku: ["A", "B"] };
    const offers = [
      discount("a-y", { percent: "50", units: 1, every: 2, items: { sku: "A" } }, SECOND),
      discount("x", { ...ONE_OF_TWO, unitsPer: "line", items }, { ...FIRST, limits: { repeat: 1 } }),
      discount("z", { fixed: "50000", items: { sku: "C" } }, SECOND),
    ];
    const lines = [
      { id: "a", sku: "A", quantity: "2", unitPrice: "10000" },
      { id: "b", sku: "B", quantity: "2", unitPrice: "100000" },
      { id: "c", sku: "C", unitPrice: "100000" },
    ];
    const decision = cafe({ groups: TWO_GROUPS, offers }).quote(purchase({ lines }));
    expect(given(decision)).toEqual(["a-y: 5000 off", "x: 100000 off"]);
    // With z instead of y: 105,000 − 60,000.
    expect(lost(decision)).toEqual(["z: worth 50000, beaten by a-y, 45000 behind"]);
  });
});

// R6.4, R6.8, R6.26
describe("units and the rest of their line", () => {
  it("are clipped by the floor: half of 100,000 finds 30,000 above 70,000", () => {
    const lines = [{ unitPrice: "100000", floorPrice: "70000" }, 100_000];
    const decision = decide({ percent: "50", units: 2 }, lines);
    expect(onLines(decision, "off")).toEqual(["1: 30000", "2: 50000"]);
    expect(given(decision)).toEqual(["off: 80000 off (20000 clipped)"]);
  });

  it("the floors of all units of a line are one room: one free of two finds 60,000", () => {
    // 2 × 100,000 with a floor of 70,000 each: room for 60,000, though the unit costs 100,000.
    const lines = [{ quantity: "2", unitPrice: "100000", floorPrice: "70000" }];
    expect(given(decide({ ...FREE, units: 1 }, lines))).toEqual(["off: 60000 off (40000 clipped)"]);
  });

  it("100 % of all units leave exactly nothing, whatever the cash step", () => {
    const rounding = { mode: "halfUp", step: "500" } as const;
    const lines = [{ quantity: "3", unitPrice: "3333", amount: "10000" }, 333, 334];
    const club = cafe({
      currency: { code: "IRT", digits: 0, rounding },
      offers: [discount("off", { ...FREE, units: 5 })],
    });
    const decision = club.quote(purchase({ lines }));
    expect(given(decision)).toEqual(["off: 10667 off"]);
    expect(charged(decision)).toEqual(["0", "0", "0", "0"]);
  });

  it("one of three that cost 10,000 together comes to 3,333", () => {
    const lines = [{ quantity: "3", unitPrice: "3333", amount: "10000" }];
    expect(given(decide({ ...FREE, units: 1 }, lines))).toEqual(["off: 3333 off"]);
  });
});

// R6.7, R6.23
describe("units after another discount", () => {
  const lines = [{ quantity: "2", unitPrice: "50000", category: "coffee" }, 45_000];
  const before = { fixed: "20000", items: { category: "coffee" } };

  it("come to their list amounts", () => {
    const decision = decideBoth(before, { ...FREE, units: 1, pick: "dearest" }, lines);
    expect(given(decision)).toEqual(["a: 20000 off", "b: 50000 off"]);
  });

  it("or to what is left of them, and are still chosen by list price", () => {
    // 80,000 are left of the two coffees: 40,000 each, and yet the coffee is the dearer by its list price.
    const decision = decideBoth(before, { ...FREE, units: 1, pick: "dearest" }, lines, {
      discountBase: "remaining",
    });
    expect(given(decision)).toEqual(["a: 20000 off", "b: 40000 off"]);
    expect(onLines(decision, "b")).toEqual(["1: 40000"]);
  });
});
