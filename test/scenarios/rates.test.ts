import type { Program } from "vafa";
import { describe, expect, it } from "vitest";
import {
  cafe,
  charged,
  type DiscountTerms,
  given,
  type Item,
  lost,
  offer,
  onLines,
  purchase,
} from "./club.js";

function decide(terms: DiscountTerms, lines: readonly Item[], club: Partial<Program> = {}) {
  return cafe({ ...club, offers: [offer("off", { kind: "discount", ...terms })] }).quote(purchase({ lines }));
}

const STEPS_OF_500 = {
  currency: { code: "IRT", digits: 0, rounding: { mode: "halfUp", step: "500" } },
} as const;

// R6.25
describe("5,000 off each unit", () => {
  it("15,000 off three, 2,500 off half a kilo", () => {
    const lines = [
      { quantity: "3", unitPrice: "20000" },
      { quantity: "0.5", unitPrice: "40000" },
    ];
    const decision = decide({ perUnit: "5000" }, lines);
    expect(onLines(decision, "off")).toEqual(["1: 15000", "2: 2500"]);
    expect(charged(decision)).toEqual(["45000", "17500", "62500"]);
  });

  it("no unit gives more than it costs, and what it lacks is not looked for elsewhere", () => {
    const decision = decide({ perUnit: "30000" }, [{ quantity: "2", unitPrice: "20000" }, 100_000]);
    expect(onLines(decision, "off")).toEqual(["1: 40000", "2: 30000"]);
    expect(given(decision)).toEqual(["off: 70000 off (20000 clipped)"]);
  });

  it("at most 12,000 of 15,000, split by what each line would give", () => {
    const lines = [{ quantity: "2", unitPrice: "20000" }, 90_000];
    const decision = decide({ perUnit: "5000", max: "12000" }, lines);
    expect(onLines(decision, "off")).toEqual(["1: 8000", "2: 4000"]);
  });

  it("a line that costs nothing has no share of that", () => {
    const decision = decide({ perUnit: "5000", max: "5000" }, [0, 90_000]);
    expect(given(decision)).toEqual(["off: 5000 off"]);
  });

  it("nor is anything of it clipped", () => {
    expect(given(decide({ perUnit: "5000" }, [0, 90_000]))).toEqual(["off: 5000 off"]);
  });
});

// R6.25, R1.6
describe("what is off each unit and a cash step of 500", () => {
  it("3 × 1,250 are 3,750, for a whole amount is not rounded", () => {
    const lines = [{ quantity: "3", unitPrice: "10000" }];
    expect(given(decide({ perUnit: "1250" }, lines, STEPS_OF_500))).toEqual(["off: 3750 off"]);
  });

  it("0.333 × 1,250 are 416.25, rounded to 500", () => {
    const lines = [{ quantity: "0.333", unitPrice: "10000" }];
    expect(given(decide({ perUnit: "1250" }, lines, STEPS_OF_500))).toEqual(["off: 500 off"]);
  });

  it("lines are summed first: 2,500 + 416.25 are 2,916.25, rounded to 3,000", () => {
    // 3,000 × 2,500 / 2,916.25 = 2,571.8 and 3,000 × 416.25 / 2,916.25 = 428.2
    const lines = [
      { quantity: "2", unitPrice: "10000" },
      { quantity: "0.333", unitPrice: "10000" },
    ];
    expect(onLines(decide({ perUnit: "1250" }, lines, STEPS_OF_500), "off")).toEqual(["1: 2572", "2: 428"]);
  });

  it("10 % of 12,345 are 1,234.5, rounded to 1,000; a fixed 1,234 is left alone", () => {
    expect(given(decide({ percent: "10" }, [12_345], STEPS_OF_500))).toEqual(["off: 1000 off"]);
    expect(given(decide({ fixed: "1234" }, [12_345], STEPS_OF_500))).toEqual(["off: 1234 off"]);
  });
});

// R6.25
describe("each for 15,000", () => {
  it("only where that is lower", () => {
    const lines = [{ quantity: "2", unitPrice: "20000" }, 10_000, 16_000];
    const decision = decide({ unitPrice: "15000" }, lines);
    expect(onLines(decision, "off")).toEqual(["1: 10000", "3: 1000"]);
    expect(charged(decision)).toEqual(["30000", "10000", "15000", "55000"]);
  });

  it("gives nothing where everything is cheaper", () => {
    expect(lost(decide({ unitPrice: "15000" }, [15_000, 10_000]))).toEqual(["off: worth 0, givesNothing"]);
  });

  it("0.333 kg at 1,000 for 900 a kilo: 333 less 299.7 are 33.3, rounded to 33", () => {
    expect(given(decide({ unitPrice: "900" }, [{ quantity: "0.333", unitPrice: "1000" }]))).toEqual([
      "off: 33 off",
    ]);
  });

  it("no lower than the floor", () => {
    const line = { quantity: "2", unitPrice: "20000", floorPrice: "18000" };
    expect(given(decide({ unitPrice: "15000" }, [line]))).toEqual(["off: 4000 off (6000 clipped)"]);
  });

  it("for nothing: all of it", () => {
    expect(charged(decide({ unitPrice: "0" }, [20_000, 333]))).toEqual(["0", "0", "0"]);
  });
});

// R6.9, R6.12
describe("a fixed amount that is spread evenly", () => {
  const even = (fixed: string, lines: readonly Item[]) => decide({ fixed, spread: "even" }, lines);

  it("60,000 are 30,000 and 30,000, not 45,000 and 15,000", () => {
    expect(onLines(even("60000", [90_000, 30_000]), "off")).toEqual(["1: 30000", "2: 30000"]);
    expect(onLines(decide({ fixed: "60000" }, [90_000, 30_000]), "off")).toEqual(["1: 45000", "2: 15000"]);
  });

  it("over lines, not over units", () => {
    expect(onLines(even("60000", [{ quantity: "3", unitPrice: "30000" }, 30_000]), "off")).toEqual([
      "1: 30000",
      "2: 30000",
    ]);
  });

  it("what a small line cannot take goes to the others: 90,000 and 10,000", () => {
    expect(onLines(even("100000", [90_000, 10_000]), "off")).toEqual(["1: 90000", "2: 10000"]);
  });

  it("100 over three: the odd toman to the smallest id", () => {
    expect(onLines(even("100", [5_000, 9_000, 7_000]), "off")).toEqual(["1: 34", "2: 33", "3: 33"]);
  });

  it("a line that costs nothing takes nothing of it", () => {
    expect(onLines(even("60000", [0, 90_000]), "off")).toEqual(["2: 60000"]);
  });
});
