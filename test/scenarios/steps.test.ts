import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import {
  type AccrualTerms,
  cafe,
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

type Steps = NonNullable<DiscountTerms["steps"]>;
type AccrualSteps = NonNullable<AccrualTerms["steps"]>;

function decide(steps: Steps, lines: readonly Item[], more: Partial<Program> = {}) {
  return cafe({ ...more, offers: [offer("off", { kind: "discount", steps })] }).quote(purchase({ lines }));
}

function earn(
  kind: "credit" | "points",
  steps: AccrualSteps,
  lines: readonly Item[],
  more: Partial<Offer> = {},
) {
  return cafe({ offers: [offer("earn", { kind, steps }, more)] }).quote(purchase({ lines }));
}

// R6.29
describe("5 % from 100,000 and 10 % from 200,000", () => {
  const at = [
    { from: "100000", percent: "5" },
    { from: "200000", percent: "10" },
  ];

  it.each([
    ["99999", []],
    ["100000", ["off: 5000 off"]],
    // 9,999.95
    ["199999", ["off: 10000 off"]],
    ["200000", ["off: 20000 off"]],
    ["300000", ["off: 30000 off"]],
  ])("whole, on %s", (total, expected) => {
    expect(given(decide({ by: "total", mode: "whole", at }, [total]))).toEqual(expected);
  });

  it.each([
    ["100000", []],
    ["150000", ["off: 2500 off"]],
    ["200000", ["off: 5000 off"]],
    ["300000", ["off: 15000 off"]],
  ])("progressive, on %s", (total, expected) => {
    expect(given(decide({ by: "total", mode: "progressive", at }, [total]))).toEqual(expected);
  });

  it("slices are rounded once: 1.4 + 1.4 are 2.8, so 3", () => {
    const slices = [
      { from: "0", percent: "1" },
      { from: "140", percent: "1" },
    ];
    expect(given(decide({ by: "total", mode: "progressive", at: slices }, [280]))).toEqual(["off: 3 off"]);
  });

  it("split by price: 15,000 on 100,000 and 200,000", () => {
    const decision = decide({ by: "total", mode: "progressive", at }, [100_000, 200_000]);
    expect(onLines(decision, "off")).toEqual(["1: 5000", "2: 10000"]);
  });

  it("what takes no discount does not count: 150,000 of 250,000", () => {
    const lines = [150_000, { unitPrice: "100000", discountable: false }];
    expect(given(decide({ by: "total", mode: "whole", at }, lines))).toEqual(["off: 7500 off"]);
  });

  it("go by what the rate is applied to: list amounts, or what an earlier discount left", () => {
    const offers = [
      offer("a", { kind: "discount", percent: "10" }, FIRST),
      offer("b", { kind: "discount", steps: { by: "total", mode: "whole", at } }, SECOND),
    ];
    const decideOn = (discountBase: "list" | "remaining") =>
      given(cafe({ groups: TWO_GROUPS, discountBase, offers }).quote(purchase({ lines: [200_000] })));
    expect(decideOn("list")).toEqual(["a: 20000 off", "b: 20000 off"]);
    // 180,000 are left: 5 %.
    expect(decideOn("remaining")).toEqual(["a: 20000 off", "b: 9000 off"]);
  });
});

// R6.29, R6.12
describe("10,000 off from 100,000, 40,000 off from 300,000", () => {
  const steps: Steps = {
    by: "total",
    mode: "whole",
    at: [
      { from: "100000", fixed: "10000" },
      { from: "300000", fixed: "40000" },
    ],
  };

  it.each([
    ["99999", []],
    ["299999", ["off: 10000 off"]],
    ["300000", ["off: 40000 off"]],
    ["900000", ["off: 40000 off"]],
  ])("on %s", (total, expected) => {
    expect(given(decide(steps, [total]))).toEqual(expected);
  });

  it("what finds no room on one line goes to the other, as of any fixed amount", () => {
    // 20,000 each; the first has room for 5,000, so the second takes 35,000.
    const decision = decide(steps, [{ unitPrice: "150000", floorPrice: "145000" }, 150_000]);
    expect(onLines(decision, "off")).toEqual(["1: 5000", "2: 35000"]);
  });
});

// R6.29
describe("steps by quantity", () => {
  const at = [
    { from: "3", perUnit: "1000" },
    { from: "5", perUnit: "2000" },
  ];
  const units = (quantity: string) => [{ quantity, unitPrice: "50000" }];

  it.each([
    ["2", []],
    ["3", ["off: 3000 off"]],
    ["4", ["off: 4000 off"]],
    ["5", ["off: 10000 off"]],
  ])("whole: of %s units the step reached counts for all", (quantity, expected) => {
    expect(given(decide({ by: "quantity", mode: "whole", at }, units(quantity)))).toEqual(expected);
  });

  it.each([
    ["2", []],
    ["3", ["off: 1000 off"]],
    ["4", ["off: 2000 off"]],
    ["5", ["off: 4000 off"]],
    ["6", ["off: 6000 off"]],
  ])("progressive: of %s units each from its own on", (quantity, expected) => {
    expect(given(decide({ by: "quantity", mode: "progressive", at }, units(quantity)))).toEqual(expected);
  });

  it("progressive falls on lines by their quantities, whatever they cost", () => {
    const lines = [
      { quantity: "4", unitPrice: "10000" },
      { quantity: "2", unitPrice: "90000" },
    ];
    const decision = decide({ by: "quantity", mode: "progressive", at }, lines);
    expect(onLines(decision, "off")).toEqual(["1: 4000", "2: 2000"]);
  });

  it("10 % of everything from three units on", () => {
    const steps: Steps = { by: "quantity", mode: "whole", at: [{ from: "3", percent: "10" }] };
    expect(given(decide(steps, [40_000, 60_000]))).toEqual([]);
    expect(given(decide(steps, [40_000, 60_000, 20_000]))).toEqual(["off: 12000 off"]);
  });

  it("weight counts as it is: 2.5 kg", () => {
    const steps: Steps = { by: "quantity", mode: "whole", at: [{ from: "2.5", percent: "10" }] };
    expect(given(decide(steps, units("2.5")))).toEqual(["off: 12500 off"]);
    expect(given(decide(steps, units("2.499999")))).toEqual([]);
  });

  it("what costs nothing is no third unit", () => {
    const steps: Steps = { by: "quantity", mode: "whole", at: [{ from: "3", percent: "10" }] };
    expect(lost(decide(steps, [40_000, 60_000, 0]))).toEqual(["off: worth 0, givesNothing"]);
  });

  it("nor has it a share of what units give", () => {
    // Three units cost something: 1,000 for the third.
    const lines = [{ quantity: "3", unitPrice: "50000" }, 0];
    const decision = decide({ by: "quantity", mode: "progressive", at }, lines);
    expect(given(decision)).toEqual(["off: 1000 off"]);
  });
});

// R6.29
describe("credit in steps, on what is paid", () => {
  const at = [
    { from: "100000", percent: "5" },
    { from: "200000", percent: "10" },
  ];

  it("whole: 200,000 earn 20,000; progressive: 5,000", () => {
    expect(given(earn("credit", { by: "total", mode: "whole", at }, [200_000]))).toEqual([
      "earn: 20000 credit",
    ]);
    expect(given(earn("credit", { by: "total", mode: "progressive", at }, [200_000]))).toEqual([
      "earn: 5000 credit",
    ]);
  });

  it("a discount can bring it under a step: 198,000 of 220,000 are paid", () => {
    const offers = [
      offer("off", { kind: "discount", percent: "10" }, { always: true }),
      offer("earn", { kind: "credit", steps: { by: "total", mode: "whole", at } }),
    ];
    expect(given(cafe({ offers }).quote(purchase({ lines: [220_000] })))).toEqual([
      "earn: 9900 credit",
      "off: 22000 off",
    ]);
  });

  it("an offer that earns only because another brings it under a step is found", () => {
    // Whole: 50 % up to 200,000, from then on 1 %. Alone it earns 2,000; beside 10 % off, half of 180,000.
    const falling = [
      { from: "0", percent: "50" },
      { from: "200000", percent: "1" },
    ];
    const offers = [
      offer("earn", { kind: "credit", steps: { by: "total", mode: "whole", at: falling } }, FIRST),
      offer("off", { kind: "discount", percent: "10" }, SECOND),
    ];
    const decision = cafe({ groups: TWO_GROUPS, offers }).quote(purchase({ lines: [200_000] }));
    expect(given(decision)).toEqual(["earn: 90000 credit", "off: 20000 off"]);
  });
});

// R6.29, R6.33
describe("points in steps", () => {
  const perSpend = (grant: string) => ({ perSpend: { every: "10000", grant } });
  const at = [
    { from: "0", ...perSpend("1") },
    { from: "200000", ...perSpend("2") },
  ];

  it("progressive: 20 for the first 200,000, then 2 for each 10,000 of 50,000", () => {
    expect(given(earn("points", { by: "total", mode: "progressive", at }, [250_000]))).toEqual([
      "earn: 30 points",
    ]);
  });

  it("a slice counts its own whole steps: 5,000 beyond give nothing, nor do 5,000 before", () => {
    expect(given(earn("points", { by: "total", mode: "progressive", at }, [205_000]))).toEqual([
      "earn: 20 points",
    ]);
    const odd = [
      { from: "0", ...perSpend("1") },
      { from: "205000", ...perSpend("2") },
    ];
    // 20 for 205,000, and 2 for 15,000.
    expect(given(earn("points", { by: "total", mode: "progressive", at: odd }, [220_000]))).toEqual([
      "earn: 22 points",
    ]);
  });

  it("whole: 25 × 2, or ten of these at most", () => {
    const steps: AccrualSteps = { by: "total", mode: "whole", at };
    expect(given(earn("points", steps, [250_000]))).toEqual(["earn: 50 points"]);
    expect(given(earn("points", steps, [250_000], { limits: { repeat: 10 } }))).toEqual(["earn: 20 points"]);
  });

  it("a fixed number for the step reached", () => {
    const steps: AccrualSteps = {
      by: "total",
      mode: "whole",
      at: [
        { from: "100000", fixed: "5" },
        { from: "300000", fixed: "20" },
      ],
    };
    expect(given(earn("points", steps, [99_999]))).toEqual([]);
    expect(given(earn("points", steps, [299_999]))).toEqual(["earn: 5 points"]);
    expect(given(earn("points", steps, [300_000]))).toEqual(["earn: 20 points"]);
  });

  it("two for each of three units or more", () => {
    const steps: AccrualSteps = { by: "quantity", mode: "whole", at: [{ from: "3", perUnit: "2" }] };
    expect(given(earn("points", steps, [{ quantity: "3", unitPrice: "9000" }]))).toEqual(["earn: 6 points"]);
    expect(given(earn("points", steps, [{ quantity: "2.9", unitPrice: "9000" }]))).toEqual([]);
    // 3.9 kg reach the step, and have three units.
    expect(given(earn("points", steps, [{ quantity: "3.9", unitPrice: "9000" }]))).toEqual([
      "earn: 6 points",
    ]);
  });

  it("one from the second unit on, three from the fourth: 2 × 1 + 2 × 3 for five", () => {
    const steps: AccrualSteps = {
      by: "quantity",
      mode: "progressive",
      at: [
        { from: "2", perUnit: "1" },
        { from: "4", perUnit: "3" },
      ],
    };
    expect(given(earn("points", steps, [{ quantity: "5", unitPrice: "9000" }]))).toEqual(["earn: 8 points"]);
  });

  it("half a point each, summed before it is rounded down: 1.5 is 1, 2.0 is 2", () => {
    const steps: AccrualSteps = { by: "quantity", mode: "progressive", at: [{ from: "1", perUnit: "0.5" }] };
    const cups = (quantity: string) => [{ quantity, unitPrice: "9000" }];
    expect(given(earn("points", steps, cups("3")))).toEqual(["earn: 1 points"]);
    expect(given(earn("points", steps, cups("4")))).toEqual(["earn: 2 points"]);
  });

  it("a free unit does not count: of four, three are left", () => {
    const steps: AccrualSteps = { by: "quantity", mode: "whole", at: [{ from: "4", perUnit: "1" }] };
    const offers = [
      offer("earn", { kind: "points", steps }),
      offer("free", { kind: "discount", percent: "100", units: 1 }, { always: true }),
    ];
    const lines = [{ quantity: "4", unitPrice: "9000" }];
    expect(given(cafe({ offers }).quote(purchase({ lines })))).toEqual(["free: 9000 off"]);
  });

  it("nor do the last grams of a line of which nothing is left to pay", () => {
    // 2.5 kg are free: of 3.5 one is left.
    const steps: AccrualSteps = { by: "quantity", mode: "whole", at: [{ from: "1.5", perUnit: "1" }] };
    const offers = [
      offer("earn", { kind: "points", steps }),
      offer("free", { kind: "discount", percent: "100", items: { category: "nuts" } }, { always: true }),
    ];
    const lines = [{ quantity: "2.5", unitPrice: "9000", category: "nuts" }, 20_000];
    expect(given(cafe({ offers }).quote(purchase({ lines })))).toEqual(["free: 22500 off"]);
  });

  it("nor those of a line that costs nothing", () => {
    const steps: AccrualSteps = { by: "quantity", mode: "whole", at: [{ from: "1.5", perUnit: "1" }] };
    expect(given(earn("points", steps, [{ quantity: "2.5", unitPrice: 0 }, 20_000]))).toEqual([]);
  });
});
