import type { Offer, Program, Request } from "vafa";
import { describe, expect, it } from "vitest";
import {
  cafe,
  charged,
  type DiscountTerms,
  given,
  holding,
  type Item,
  offer,
  purchase,
  refusedFor,
} from "./club.js";

type Redeem = NonNullable<Request["transaction"]["redeem"]>;

const ALWAYS = { always: true } as const;
const DRINK = { category: "drink" };
const FREE_DRINK: DiscountTerms = { percent: "100", units: 1, pick: "dearest", items: DRINK };

const item = (id: string, benefit: DiscountTerms, price = "100") => ({
  id,
  wallet: "points",
  price,
  benefit: { kind: "discount" as const, ...benefit },
});
const CATALOGUE = [
  item("free-drink", FREE_DRINK),
  item("half-drink", { ...FREE_DRINK, percent: "50" }, "60"),
  item("ten", { percent: "10" }),
  item("sixty", { percent: "60" }),
];

const drink = (unitPrice: number, more = {}) => ({ unitPrice, category: "drink", ...more });
const LINES = [drink(90_000), drink(60_000)];

const ten = offer("off", { kind: "discount", percent: "10" }, ALWAYS);
const creditBack = offer("back", { kind: "credit", percent: "10" }, ALWAYS);

function decide(
  redeem: Redeem,
  offers: readonly Offer[] = [],
  lines: readonly Item[] = LINES,
  more: Partial<Program> = {},
) {
  const member = holding({ points: "250" });
  return cafe({ catalogue: CATALOGUE, ...more, offers }).quote(purchase({ member, redeem, lines }));
}

const FREE = [{ catalogue: "free-drink" }];

// R6.40, R9.2
describe("100 points for a free drink", () => {
  it("takes the dearest off, in the column of discounts, and is no award", () => {
    const decision = decide(FREE);
    expect(charged(decision)).toEqual(["0", "60000", "60000"]);
    expect(decision.totals).toEqual({ list: "150000", discount: "90000", redeemed: "0", due: "60000" });
    expect(given(decision)).toEqual([]);
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "0", after: "0" },
      { wallet: "points", before: "250", after: "150" },
    ]);
  });

  it("nothing else is figured on it: 10 % off and 10 % back are of the other", () => {
    const decision = decide(FREE, [ten, creditBack]);
    // 10 % of 60,000, then 10 % of 54,000.
    expect(given(decision)).toEqual(["back: 5400 credit", "off: 6000 off"]);
    expect(decision.totals).toMatchObject({ discount: "96000", due: "54000" });
  });

  it("one of a line of three: the line has two left", () => {
    const decision = decide(FREE, [ten, creditBack], [drink(30_000, { quantity: "3" })]);
    // 10 % of 60,000, then 10 % of 54,000.
    expect(given(decision)).toEqual(["back: 5400 credit", "off: 6000 off"]);
    expect(decision.totals.due).toBe("54000");
  });

  it("earns no stamp, and is no third drink", () => {
    const wallets: Program["wallets"] = [
      { id: "points", kind: "points", worth: "50" },
      { id: "stamps", kind: "stamps", worth: "0" },
    ];
    const offers = [
      offer("stamp", { kind: "stamps", perUnit: "1" }, ALWAYS),
      offer("third", { kind: "discount", percent: "100", units: 1, every: 3 }, ALWAYS),
    ];
    const decision = decide(FREE, offers, [drink(30_000, { quantity: "3" })], { wallets });
    expect(given(decision)).toEqual(["stamp: 2 stamps"]);
  });

  it("is bound by no floor", () => {
    expect(charged(decide(FREE, [], [drink(90_000, { floorPrice: "80000" })]))).toEqual(["0", "0"]);
  });

  it("and takes the floor of its unit with it: the other two have one of 25,000 each", () => {
    // Of 60,000 left, 50 % would be 30,000; the room is 10,000.
    const half = offer("half", { kind: "discount", percent: "50" }, ALWAYS);
    const decision = decide(FREE, [half], [drink(30_000, { quantity: "3", floorPrice: "25000" })]);
    expect(given(decision)).toEqual(["half: 10000 off (20000 clipped)"]);
  });

  it("is outside the cap on discounts, which is of the whole basket", () => {
    // 40 % of 150,000 are 60,000: all of what is left.
    const all = offer("all", { kind: "discount", percent: "100" }, ALWAYS);
    const decision = decide(FREE, [all], LINES, { discountCap: { percent: "40" } });
    expect(given(decision)).toEqual(["all: 60000 off"]);
    expect(decision.totals.due).toBe("0");
  });

  it("changes no condition: the basket is above 100,000 for every offer", () => {
    const above = offer(
      "above",
      { kind: "credit", fixed: "5000" },
      { when: { fact: "basket.total", operator: "greaterThan", value: "100000" } },
    );
    expect(given(decide(FREE, [above]))).toEqual(["above: 5000 credit"]);
  });
});

// R6.40, R9.7
describe("twice a free drink", () => {
  it("both drinks, for 200 points", () => {
    const decision = decide([{ catalogue: "free-drink", times: 2 }]);
    expect(charged(decision)).toEqual(["0", "0", "0"]);
    expect(decision.balances[1]).toEqual({ wallet: "points", before: "250", after: "50" });
  });

  it("of one drink there is no second: the whole is refused", () => {
    const decision = decide([{ catalogue: "free-drink", times: 2 }], [ten], [drink(90_000), 50_000]);
    expect(refusedFor(decision)).toBe("givesNothing");
    expect(decision.totals).toMatchObject({ discount: "0", due: "140000" });
  });

  it("a free drink where there is none is refused, too", () => {
    expect(refusedFor(decide(FREE, [], [50_000]))).toBe("givesNothing");
  });

  it("three times is too much for 250 points, whatever there is to drink", () => {
    expect(refusedFor(decide([{ catalogue: "free-drink", times: 3 }]))).toBe("insufficientBalance");
  });

  it("two things are too much together: 200 of 250, then 60", () => {
    const both = [{ catalogue: "free-drink", times: 2 }, { catalogue: "half-drink" }];
    expect(refusedFor(decide(both, [], [...LINES, drink(10_000)]))).toBe("insufficientBalance");
  });
});

// R6.40
describe("half a drink", () => {
  it("the other half stays to be paid, and nothing is figured on it", () => {
    const decision = decide([{ catalogue: "half-drink" }], [ten, creditBack]);
    // 45,000 are paid for the first drink; 10 % of 60,000 off the second, and 10 % of 54,000 back.
    expect(given(decision)).toEqual(["back: 5400 credit", "off: 6000 off"]);
    expect(charged(decision)).toEqual(["45000", "54000", "99000"]);
  });

  it("credit may pay for it: 99,000 are open", () => {
    const wallets: Program["wallets"] = [
      { id: "credit", kind: "credit" },
      { id: "points", kind: "points", worth: "50" },
    ];
    const request = purchase({
      member: holding({ points: "250", credit: "200000" }),
      redeem: [{ catalogue: "half-drink" }, { wallet: "credit", amount: "max" }],
      lines: LINES,
    });
    const decision = cafe({ wallets, catalogue: CATALOGUE, offers: [ten, creditBack] }).quote(request);
    expect(decision.totals).toEqual({ list: "150000", discount: "51000", redeemed: "99000", due: "0" });
    expect(given(decision)).toEqual(["off: 6000 off"]);
  });
});

// R6.40
describe("100 points for 10 % off", () => {
  const TEN = [{ catalogue: "ten" }];

  it("leaves other rates as they were, on list amounts", () => {
    const decision = decide(TEN, [ten, creditBack]);
    // 15,000 and 15,000 off; 10 % of the 120,000 that are paid.
    expect(given(decision)).toEqual(["back: 12000 credit", "off: 15000 off"]);
    expect(decision.totals).toMatchObject({ discount: "30000", due: "120000" });
  });

  it("or figured on what it left, where the club says so", () => {
    const decision = decide(TEN, [ten], LINES, { discountBase: "remaining" });
    // 10 % of 135,000
    expect(given(decision)).toEqual(["off: 13500 off"]);
  });

  it("leaves no more room than what is left: 100 % more are 135,000", () => {
    const all = offer("all", { kind: "discount", percent: "100" }, ALWAYS);
    const decision = decide(TEN, [all]);
    expect(given(decision)).toEqual(["all: 135000 off (15000 clipped)"]);
    expect(decision.totals.due).toBe("0");
  });

  it("twice is 15,000 and then 10 % of 135,000", () => {
    expect(decide([{ catalogue: "ten", times: 2 }]).totals.discount).toBe("28500");
  });
});

// R6.40
describe("several things of the catalogue", () => {
  const lines = [drink(50_000, { quantity: "2" })];

  it("a free drink, then 60 % off the rest: 50,000 and 30,000", () => {
    const decision = decide([{ catalogue: "free-drink" }, { catalogue: "sixty" }], [ten, creditBack], lines);
    // 10 % of the 50,000 that are left by list amounts, and 10 % of the 15,000 then paid.
    expect(given(decision)).toEqual(["back: 1500 credit", "off: 5000 off"]);
    expect(decision.totals).toMatchObject({ discount: "85000", due: "15000" });
  });

  it("60 % off, then a free drink: 60,000 and 20,000, and the same is left", () => {
    const decision = decide([{ catalogue: "sixty" }, { catalogue: "free-drink" }], [ten, creditBack], lines);
    expect(given(decision)).toEqual(["back: 1500 credit", "off: 5000 off"]);
    expect(decision.totals).toMatchObject({ discount: "85000", due: "15000" });
  });
});

// R6.31, R6.40
describe("a drink of which two things of the catalogue leave nothing", () => {
  it("costs nothing, and earns nothing", () => {
    const wallets: Program["wallets"] = [
      { id: "points", kind: "points", worth: "50" },
      { id: "stamps", kind: "stamps", worth: "0" },
    ];
    const catalogue = [item("a", { fixed: "50000" }), item("b", { fixed: "40000" })];
    const offers = [offer("stamp", { kind: "stamps", perUnit: "1" }, ALWAYS)];
    const decision = decide([{ catalogue: "a" }, { catalogue: "b" }], offers, [drink(90_000)], {
      wallets,
      catalogue,
    });
    expect(given(decision)).toEqual([]);
    expect(decision.totals.due).toBe("0");
  });
});
