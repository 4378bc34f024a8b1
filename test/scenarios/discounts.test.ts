import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, charged, fateOf, given, type Item, onLines, purchase } from "./club.js";

type DiscountTerms = Omit<Extract<Offer["benefit"], { readonly kind: "discount" }>, "kind">;

function discount(id: string, terms: DiscountTerms, more: Partial<Offer> = {}): Offer {
  return { id, benefit: { kind: "discount", ...terms }, ...more };
}

/** What one discount called `off` comes to. */
function decide(
  terms: DiscountTerms,
  lines: readonly Item[],
  club: Parameters<typeof cafe>[0] = { offers: [] },
) {
  return cafe({ ...club, offers: [discount("off", terms)] }).quote(purchase({ lines }));
}

const TWO_GROUPS = [
  { id: "first", limit: 1 },
  { id: "second", limit: 1 },
];
const FIRST = { group: "first" };
const SECOND = { group: "second" };

const BEANS = { unitPrice: "200000", category: "beans" };

// R6.8 to R6.10
describe("a discount on the basket", () => {
  it("10 % of 600,000 is 60,000, a third and two thirds of it on the lines", () => {
    const decision = decide({ percent: "10" }, [200_000, 400_000]);
    expect(given(decision)).toEqual(["off: 60000 off"]);
    expect(onLines(decision, "off")).toEqual(["1: 20000", "2: 40000"]);
    expect(charged(decision)).toEqual(["180000", "360000", "540000"]);
  });

  it("50,000 are split by price: 16,666⅔ and 33,333⅓, the odd toman to the larger remainder", () => {
    const decision = decide({ fixed: "50000" }, [200_000, 400_000]);
    expect(onLines(decision, "off")).toEqual(["1: 16667", "2: 33333"]);
    expect(decision.totals).toEqual({ list: "600000", discount: "50000", redeemed: "0", due: "550000" });
  });

  it("10 %, but 50,000 at most: 45,000 on 450,000, and 50,000 on 600,000", () => {
    expect(given(decide({ percent: "10", max: "50000" }, [450_000]))).toEqual(["off: 45000 off"]);
    expect(given(decide({ percent: "10", max: "50000" }, [600_000]))).toEqual(["off: 50000 off"]);
  });
});

// R6.5, R4.13
describe("a discount on some items", () => {
  it("7 % of the beans, and nothing of the rest", () => {
    const decision = decide({ percent: "7", items: { category: ["beans"] } }, [BEANS, 400_000]);
    expect(onLines(decision, "off")).toEqual(["1: 14000"]);
    expect(charged(decision)).toEqual(["186000", "400000", "586000"]);
  });

  it("50,000 off the beans", () => {
    const decision = decide({ fixed: "50000", items: { category: ["beans"] } }, [BEANS, 400_000]);
    expect(charged(decision)).toEqual(["150000", "400000", "550000"]);
  });

  it("coffee and tea, but not Acme's", () => {
    const items = { category: ["coffee", "tea"], not: { brand: "Acme" } };
    const lines = [
      { unitPrice: 100_000, category: "coffee", brand: "Acme" },
      { unitPrice: 50_000, category: ["drinks", "tea"], brand: "Ahmad" },
      { unitPrice: 80_000, category: "cake" },
    ];
    expect(onLines(decide({ percent: "10", items }, lines), "off")).toEqual(["2: 5000"]);
  });

  it("different keys must all hold, of one key's values any", () => {
    const items = { sku: ["K-1", "K-2"], tag: "new" };
    const lines = [
      { unitPrice: 10_000, sku: "K-1", tags: ["new"] },
      { unitPrice: 20_000, sku: "K-2", tags: ["old"] },
      { unitPrice: 30_000, sku: "K-3", tags: ["new"] },
    ];
    expect(onLines(decide({ percent: "10", items }, lines), "off")).toEqual(["1: 1000"]);
  });
});

// R1.9
describe("splitting a discount over lines", () => {
  it("100 over 333, 333 and 334: 33, 33 and 34", () => {
    expect(onLines(decide({ percent: "10" }, [333, 333, 334]), "off")).toEqual(["1: 33", "2: 33", "3: 34"]);
  });

  it("where lines tie, the smaller id takes the odd toman, in whatever order they are listed", () => {
    // 100 over three equal lines: 33⅓ each. By code unit the ids are "1", "10", "2".
    const lines = ["2", "10", "1"].map((id) => ({ id, unitPrice: 1_000 }));
    const decision = decide({ fixed: "100" }, lines);
    expect(onLines(decision, "off")).toEqual(["2: 33", "10: 33", "1: 34"]);
    expect(decision.lines.map(({ id, due }) => `${id}: ${due}`)).toEqual(["2: 967", "10: 967", "1: 966"]);
  });
});

// R6.4, R6.11, R6.12
describe("a line goes neither below zero nor below its floor", () => {
  it("120,000 off a basket of 100,000 are 100,000; the award says what was clipped", () => {
    const decision = decide({ fixed: "120000" }, [100_000]);
    expect(given(decision)).toEqual(["off: 100000 off (20000 clipped)"]);
    expect(decision.choice.total).toBe("100000");
    expect(charged(decision)).toEqual(["0", "0"]);
  });

  it("a percentage is clipped: 20,000 find room for 10,000 above a floor of 190,000", () => {
    const decision = decide({ percent: "10" }, [{ unitPrice: "200000", floorPrice: "190000" }, 400_000]);
    expect(given(decision)).toEqual(["off: 50000 off (10000 clipped)"]);
    expect(onLines(decision, "off")).toEqual(["1: 10000", "2: 40000"]);
  });

  it("a fixed amount finds room on other lines: what the first cannot take goes to the second", () => {
    // 60,000 are 20,000 and 40,000; the first line has room for 10,000, so the second takes 50,000.
    const decision = decide({ fixed: "60000" }, [{ unitPrice: "200000", floorPrice: "190000" }, 400_000]);
    expect(given(decision)).toEqual(["off: 60000 off"]);
    expect(onLines(decision, "off")).toEqual(["1: 10000", "2: 50000"]);
  });

  it("and so on, until all fits", () => {
    // 90,000 over three lines of 100,000 with room for 5,000, 32,000 and 100,000:
    //   30,000 each: the first takes 5,000 and leaves; 42,500 each: the second takes 32,000 and leaves; 53,000.
    const lines = [
      { unitPrice: 100_000, floorPrice: 95_000 },
      { unitPrice: 100_000, floorPrice: 68_000 },
      { unitPrice: 100_000 },
    ];
    const decision = decide({ fixed: "90000" }, lines);
    expect(onLines(decision, "off")).toEqual(["1: 5000", "2: 32000", "3: 53000"]);
    expect(given(decision)).toEqual(["off: 90000 off"]);
  });

  it("a fixed amount for some items finds room on those items only", () => {
    const lines = [{ ...BEANS, floorPrice: "190000" }, 400_000];
    const decision = decide({ fixed: "60000", items: { category: "beans" } }, lines);
    expect(given(decision)).toEqual(["off: 10000 off (50000 clipped)"]);
    expect(charged(decision)).toEqual(["190000", "400000", "590000"]);
  });

  it("the floor is a price of one unit: four units of 50,000 go down to 4 × 45,000", () => {
    const decision = decide({ percent: "20" }, [{ quantity: "4", unitPrice: "50000", floorPrice: "45000" }]);
    expect(given(decision)).toEqual(["off: 20000 off (20000 clipped)"]);
    expect(charged(decision)).toEqual(["180000", "180000"]);
  });

  it("several discounts together stop at the floor too", () => {
    // Room for 30,000: the first takes 20,000, of the second's 20,000 only 10,000 fit.
    const offers = [discount("a", { percent: "10" }, FIRST), discount("b", { percent: "10" }, SECOND)];
    const club = cafe({ groups: TWO_GROUPS, offers });
    const decision = club.quote(purchase({ lines: [{ unitPrice: "200000", floorPrice: "170000" }] }));
    expect(given(decision)).toEqual(["a: 20000 off", "b: 10000 off (10000 clipped)"]);
    expect(charged(decision)).toEqual(["170000", "170000"]);
  });
});

// R6.3, R6.5
describe("lines that take no discount", () => {
  it("are no part of what the rate is figured on", () => {
    const lines = [{ unitPrice: "200000", discountable: false }, 400_000];
    const decision = decide({ percent: "10" }, lines);
    expect(onLines(decision, "off")).toEqual(["2: 40000"]);
    expect(charged(decision)).toEqual(["200000", "360000", "560000"]);
  });

  it("are no part of a fixed amount's split", () => {
    const lines = [{ unitPrice: "200000", discountable: false }, 100_000, 300_000];
    expect(onLines(decide({ fixed: "40000" }, lines), "off")).toEqual(["2: 10000", "3: 30000"]);
  });

  const above500 = discount(
    "off",
    { percent: "10" },
    { when: { fact: "basket.total", operator: "greaterThan", value: "500000" } },
  );

  it("and yet count towards the basket: 200,000 and 400,000 are above 500,000", () => {
    const lines = [{ unitPrice: "200000", discountable: false }, 400_000];
    expect(given(cafe({ offers: [above500] }).quote(purchase({ lines })))).toEqual(["off: 40000 off"]);
  });

  it("a delivery fee counts for nothing but the bill: 480,000 and 40,000 are not above 500,000", () => {
    const lines = [480_000, { unitPrice: 40_000, kind: "fee" as const }];
    const decision = cafe({ offers: [above500] }).quote(purchase({ lines }));
    expect(fateOf("off", decision)).toBe("not listed");
    expect(decision.totals.due).toBe("520000");
  });

  it("a delivery fee is not discounted: 100 % off leaves it to pay", () => {
    const lines = [480_000, { unitPrice: 40_000, kind: "fee" as const }];
    expect(charged(decide({ percent: "100" }, lines))).toEqual(["0", "40000", "40000"]);
  });
});

// R6.6, R6.7, R6.11, R5.1
describe("two discounts on one basket", () => {
  const tenAndTwenty = [
    discount("ten", { percent: "10" }, FIRST),
    discount("twenty", { percent: "20" }, SECOND),
  ];
  const twentyFirst = [tenAndTwenty[0], { ...tenAndTwenty[1], priority: 1 }] as readonly Offer[];
  const decideBoth = (offers: readonly Offer[], discountBase: "list" | "remaining") =>
    cafe({ groups: TWO_GROUPS, offers, discountBase }).quote(purchase({ lines: [600_000] }));

  it("are both figured on list prices: 60,000 and 120,000", () => {
    const decision = decideBoth(tenAndTwenty, "list");
    expect(given(decision)).toEqual(["ten: 60000 off", "twenty: 120000 off"]);
    expect(decision.totals.due).toBe("420000");
  });

  it("or each on what the one before left: 60,000, then 20 % of 540,000", () => {
    const decision = decideBoth(tenAndTwenty, "remaining");
    expect(given(decision)).toEqual(["ten: 60000 off", "twenty: 108000 off"]);
    expect(decision.totals.due).toBe("432000");
  });

  it("the one of higher priority is figured first: 120,000, then 10 % of 480,000", () => {
    expect(given(decideBoth(twentyFirst, "remaining"))).toEqual(["twenty: 120000 off", "ten: 48000 off"]);
    expect(given(decideBoth(twentyFirst, "list"))).toEqual(["twenty: 120000 off", "ten: 60000 off"]);
  });

  it("the earlier clips the later: 80,000 and 50,000 off 100,000, in either order", () => {
    const eighty = discount("a-eighty", { fixed: "80000" }, FIRST);
    const fifty = discount("b-fifty", { fixed: "50000" }, SECOND);
    const decideOn = (offers: readonly Offer[]) =>
      given(cafe({ groups: TWO_GROUPS, offers }).quote(purchase({ lines: [100_000] })));
    expect(decideOn([eighty, fifty])).toEqual(["a-eighty: 80000 off", "b-fifty: 20000 off (30000 clipped)"]);
    expect(decideOn([eighty, { ...fifty, priority: 1 }])).toEqual([
      "b-fifty: 50000 off",
      "a-eighty: 50000 off (30000 clipped)",
    ]);
  });

  it("what is always given stands in the same order, and may be clipped by what competes", () => {
    const offers = [
      discount("a-eighty", { fixed: "80000" }),
      discount("z-for-all", { fixed: "50000" }, { always: true }),
    ];
    const decision = cafe({ offers }).quote(purchase({ lines: [100_000] }));
    expect(given(decision)).toEqual(["a-eighty: 80000 off", "z-for-all: 20000 off (30000 clipped)"]);
  });

  it("a fixed amount is split by list prices too, or by what the one before left", () => {
    // Half off the beans first: 50,000 of 100,000 are left of them, beside 100,000 of the rest. Then 30,000:
    // by list prices 15,000 and 15,000, by what is left 10,000 and 20,000.
    const offers = [
      discount("a-beans", { percent: "50", items: { category: "beans" } }, FIRST),
      discount("b-fixed", { fixed: "30000" }, SECOND),
    ];
    const lines = [{ unitPrice: "100000", category: "beans" }, 100_000];
    const split = (discountBase: "list" | "remaining") =>
      onLines(cafe({ groups: TWO_GROUPS, offers, discountBase }).quote(purchase({ lines })), "b-fixed");
    expect(split("list")).toEqual(["1: 15000", "2: 15000"]);
    expect(split("remaining")).toEqual(["1: 10000", "2: 20000"]);
  });

  it("twice 50 % leave nothing to pay, down to the last toman", () => {
    // 999 in three lines of 333. 50 % is 499.5, so 500: 167, 167, 166. The second 500 find 166, 166 and 167.
    const halves = [discount("a", { percent: "50" }, FIRST), discount("b", { percent: "50" }, SECOND)];
    const club = cafe({ groups: TWO_GROUPS, offers: halves });
    const decision = club.quote(purchase({ lines: [333, 333, 333] }));
    expect(onLines(decision, "a")).toEqual(["1: 167", "2: 167", "3: 166"]);
    expect(onLines(decision, "b")).toEqual(["1: 166", "2: 166", "3: 167"]);
    expect(given(decision)).toEqual(["a: 500 off", "b: 499 off (1 clipped)"]);
    expect(charged(decision)).toEqual(["0", "0", "0", "0"]);
  });

  it("an offer judges the basket as it was presented: another's discount does not break its threshold", () => {
    // After 20 % for all, 480,000 of the 600,000 are left to pay; the basket was above 500,000 all the same.
    const offers = [
      discount("for-all", { percent: "20" }, { always: true }),
      discount(
        "above-500",
        { percent: "10" },
        { when: { fact: "basket.total", operator: "greaterThan", value: "500000" } },
      ),
    ];
    const decision = cafe({ offers }).quote(purchase({ lines: [600_000] }));
    expect(given(decision)).toEqual(["above-500: 60000 off", "for-all: 120000 off"]);
  });
});
