import { describe, expect, it } from "vitest";
import { charged, given, lost, persian } from "./club.js";
import { BIG_BASKET, BIRTHDAY, FIVE_OFFERS, fiveOfferCafe, SARA, sarasPurchase } from "./five-offers.js";

/*
 * Sara buys for 600,000, of which 200,000 are beans. What each offer is worth:
 *   eleventh-visit  5 % of 600,000 =  30,000 credit
 *   big-basket     10 % of 600,000 =  60,000 off
 *   birthday       20 % of 600,000 = 120,000 credit
 *   silver         15 % of 600,000 =  90,000 credit
 *   beans           7 % of 200,000 =  14,000 off
 */
// R7.1 to R7.4, R7.11 to R7.14
describe("five offers apply to one purchase, and one may be given", () => {
  const decision = fiveOfferCafe().evaluate(sarasPurchase());

  it("the birthday credit wins, for it is worth most", () => {
    expect(given(decision)).toEqual(["birthday: 120000 credit"]);
    expect(decision.choice).toEqual({ total: "120000", proven: true });
  });

  it("every other offer says what it is worth, who beat it and by how much", () => {
    expect(lost(decision)).toEqual([
      "beans: worth 14000, beaten by birthday, 106000 behind",
      "big-basket: worth 60000, beaten by birthday, 60000 behind",
      "eleventh-visit: worth 30000, beaten by birthday, 90000 behind",
      "silver: worth 90000, beaten by birthday, 30000 behind",
    ]);
  });

  it("credit takes nothing off the bill, and is in the wallet afterwards", () => {
    expect(charged(decision)).toEqual(["200000", "400000", "600000"]);
    expect(decision.balances).toContainEqual({ wallet: "credit", before: "0", after: "120000" });
  });
});

// R8.1, R8.3
describe("a club that values one toman of credit at 0.45 toman of cash", () => {
  // birthday 120,000 × 0.45 = 54,000; silver 90,000 × 0.45 = 40,500; eleventh-visit 30,000 × 0.45 = 13,500
  const club = fiveOfferCafe({ wallets: [{ id: "credit", kind: "credit", worth: "0.45" }] });
  const decision = club.evaluate(sarasPurchase());

  it("gives the 10 % discount: 60,000 against 54,000", () => {
    expect(given(decision)).toEqual(["big-basket: 60000 off"]);
    expect(charged(decision)).toEqual(["180000", "360000", "540000"]);
  });

  it("tells the losers by what they are worth to the member, not by units of credit", () => {
    expect(lost(decision)).toEqual([
      "beans: worth 14000, beaten by big-basket, 46000 behind",
      "birthday: worth 54000, beaten by big-basket, 6000 behind",
      "eleventh-visit: worth 13500, beaten by big-basket, 46500 behind",
      "silver: worth 40500, beaten by big-basket, 19500 behind",
    ]);
  });
});

// R4.4
describe("an offer whose condition is just missed is not listed at all", () => {
  const club = fiveOfferCafe();
  const listed = (changes: Parameters<typeof sarasPurchase>[0]) => {
    const { awards, declined } = club.evaluate(sarasPurchase(changes));
    return [...awards, ...declined].map(({ offer }) => offer).sort();
  };
  const all = FIVE_OFFERS.map(({ id }) => id).sort();
  const allBut = (id: string) => all.filter((one) => one !== id);

  it("on Sara's own day all five are listed", () => {
    expect(listed({})).toEqual(all);
  });

  it("the 10th visit is not yet the 11th", () => {
    const standing = { ...SARA.standing, visits: 9 };
    expect(listed({ member: { ...SARA, standing } })).toEqual(allBut("eleventh-visit"));
  });

  it("exactly 500,000 is not above 500,000", () => {
    const lines = [{ unitPrice: "200000", category: "beans" }, { unitPrice: "300000" }];
    expect(listed({ lines })).toEqual(allBut("big-basket"));
    const oneMore = [{ unitPrice: "200000", category: "beans" }, { unitPrice: "300001" }];
    expect(listed({ lines: oneMore })).toEqual(all);
  });

  it("four days off the birthday is one day too many, on either side", () => {
    // 30 Aban is four days before 4 Azar (Aban has 30 days), and four days after 26 Aban.
    expect(listed({ member: { ...SARA, birthDate: persian(1370, 9, 4) } })).toEqual(allBut("birthday"));
    expect(listed({ member: { ...SARA, birthDate: persian(1370, 9, 3) } })).toEqual(all);
    expect(listed({ member: { ...SARA, birthDate: persian(1370, 8, 26) } })).toEqual(allBut("birthday"));
    expect(listed({ member: { ...SARA, birthDate: persian(1370, 8, 27) } })).toEqual(all);
  });

  it("bronze is not silver", () => {
    const standing = { ...SARA.standing, tier: "bronze" };
    expect(listed({ member: { ...SARA, standing } })).toEqual(allBut("silver"));
  });

  it("without any beans there is nothing to give 7 % on", () => {
    expect(listed({ lines: [600_000] })).toEqual(allBut("beans"));
  });

  it("with none of them met, nothing is given and nothing is listed", () => {
    const stranger = { id: "reza", birthDate: persian(1370, 1, 1) };
    expect(listed({ member: stranger, lines: [500_000] })).toEqual([]);
  });
});

/*
 * Discounts stand in one group, credits in another. The discount takes 60,000; credit is figured on the 540,000 left
 * to pay: birthday 20 % = 108,000, silver 15 % = 81,000, eleventh-visit 5 % = 27,000.
 */
// R7.2 to R7.4, R6.14
describe("two groups: a discount and a credit may both be given", () => {
  const offers = FIVE_OFFERS.map((offer) => ({
    ...offer,
    group: offer.id === "big-basket" || offer.id === "beans" ? "cash" : "later",
  }));
  const groups = [
    { id: "cash", limit: 1 },
    { id: "later", limit: 1 },
  ];

  it("the 10 % discount and the birthday credit stand together, the credit on the 540,000 left to pay", () => {
    const decision = fiveOfferCafe({ offers, groups }).evaluate(sarasPurchase());
    expect(given(decision)).toEqual(["big-basket: 60000 off", "birthday: 108000 credit"]);
    expect(decision.choice.total).toBe("168000");
    expect(charged(decision)).toEqual(["180000", "360000", "540000"]);
  });

  it("a loser's worth is figured alone, its distance beside the winners that could stay", () => {
    const decision = fiveOfferCafe({ offers, groups }).evaluate(sarasPurchase());
    expect(lost(decision)).toEqual([
      // beans instead of big-basket: 14,000 + 20 % of 586,000 (117,200) = 131,200; 168,000 − 131,200
      "beans: worth 14000, beaten by big-basket, 36800 behind",
      // 60,000 + 27,000 = 87,000; 168,000 − 87,000
      "eleventh-visit: worth 30000, beaten by birthday, 81000 behind",
      // 60,000 + 81,000 = 141,000; 168,000 − 141,000
      "silver: worth 90000, beaten by birthday, 27000 behind",
    ]);
  });

  it("an exclusive 30 % credit beats both together: 180,000 against 168,000", () => {
    const jubilee = { id: "jubilee", exclusive: true, benefit: { kind: "credit", percent: "30" } } as const;
    const decision = fiveOfferCafe({ offers: [...offers, jubilee], groups }).evaluate(sarasPurchase());
    expect(given(decision)).toEqual(["jubilee: 180000 credit"]);
    // Whatever comes instead of an exclusive offer comes alone.
    expect(lost(decision)).toEqual([
      "beans: worth 14000, beaten by jubilee, 166000 behind",
      "big-basket: worth 60000, beaten by jubilee, 120000 behind",
      "birthday: worth 120000, beaten by jubilee, 60000 behind",
      "eleventh-visit: worth 30000, beaten by jubilee, 150000 behind",
      "silver: worth 90000, beaten by jubilee, 90000 behind",
    ]);
  });

  it("an exclusive 25 % credit loses to both together: 150,000 against 168,000", () => {
    const jubilee = { id: "jubilee", exclusive: true, benefit: { kind: "credit", percent: "25" } } as const;
    const decision = fiveOfferCafe({ offers: [...offers, jubilee], groups }).evaluate(sarasPurchase());
    expect(given(decision)).toEqual(["big-basket: 60000 off", "birthday: 108000 credit"]);
    expect(lost(decision)).toContain(
      "jubilee: worth 150000, beaten by big-basket and birthday, 18000 behind",
    );
  });
});

// R14.2, R6.6
describe("what does not change the decision", () => {
  it("the order in which the offers are written", () => {
    const forwards = fiveOfferCafe().quote(sarasPurchase());
    const backwards = fiveOfferCafe({ offers: [...FIVE_OFFERS].reverse() }).quote(sarasPurchase());
    expect(given(backwards)).toEqual(["birthday: 120000 credit"]);
    expect(backwards).toEqual(forwards);
  });

  it("a higher priority: it says who is figured first, never who wins", () => {
    const offers = [{ ...BIG_BASKET, priority: 100 }, BIRTHDAY];
    expect(given(fiveOfferCafe({ offers }).quote(sarasPurchase()))).toEqual(["birthday: 120000 credit"]);
  });
});
