import { describe, expect, it } from "vitest";
import { given, lost, on } from "../club.js";
import cafePoints from "./cafe-points.json" with { type: "json" };
import combo from "./combo.json" with { type: "json" };
import creditBack from "./credit-back.json" with { type: "json" };
import doubleTriple from "./double-triple.json" with { type: "json" };
import { balanceOf, memberOf } from "./member-of.js";
import stampCard from "./stamp-card.json" with { type: "json" };
import subscription from "./subscription.json" with { type: "json" };

describe("points per spend and per visit, and a free drink for 100 of them", () => {
  const sara = memberOf(cafePoints);
  const freeDrink = [{ catalogue: "free-drink" }];

  it("650,000 earn 65 points, and coming earns 2", () => {
    expect(given(sara.buys({ lines: [650_000] }))).toEqual(["per-spend: 65 points", "per-visit: 2 points"]);
  });

  it("67 points buy no drink yet: the whole decision is refused, and nothing is booked", () => {
    const refused = sara.buys({ lines: [{ unitPrice: 90_000, category: "drink" }], redeem: freeDrink });
    expect(refused.refusal?.reason).toBe("insufficientBalance");
    expect(sara.standing().visits).toBe(1);
  });

  it("350,000 make it 67 + 35 + 2 = 104", () => {
    expect(balanceOf("points", sara.buys({ lines: [350_000] }))).toBe("104");
  });

  it("then the latte is free, the cake is paid: 104 − 100 + 6 + 2 = 12 points", () => {
    const lines = [
      { unitPrice: 90_000, category: "drink" },
      { unitPrice: 60_000, category: "cake" },
    ];
    const decision = sara.buys({ lines, redeem: freeDrink });
    expect(decision.totals).toEqual({ list: "150000", discount: "90000", redeemed: "0", due: "60000" });
    expect(balanceOf("points", decision)).toBe("12");
  });
});

describe("20,000 of credit for every 200,000, used at the next visit", () => {
  const sara = memberOf(creditBack);

  it("nothing can be spent that is only being earned", () => {
    const refused = sara.buys({ lines: [430_000], redeem: [{ wallet: "credit", amount: "10000" }] });
    expect(refused.refusal?.reason).toBe("insufficientBalance");
  });

  it("430,000 hold two whole 200,000: 40,000", () => {
    expect(given(sara.buys({ lines: [430_000] }))).toEqual(["back: 40000 credit"]);
  });

  it("the next visit pays 40,000 with it, and earns on the 260,000 that are left: 20,000", () => {
    const decision = sara.buys({ lines: [300_000], redeem: [{ wallet: "credit", amount: "40000" }] });
    expect(decision.totals.due).toBe("260000");
    expect(given(decision)).toEqual(["back: 20000 credit"]);
    expect(balanceOf("credit", decision)).toBe("20000");
  });

  it("it pays at most half of a bill: 15,000 of 30,000", () => {
    const decision = sara.buys({ lines: [30_000], redeem: [{ wallet: "credit", amount: "max" }] });
    expect([decision.totals.due, balanceOf("credit", decision)]).toEqual(["15000", "5000"]);
    expect(lost(decision)).toEqual(["back: worth 0, givesNothing"]);
  });
});

describe("a subscription that is renewed", () => {
  it("earns 30,000 at each renewal of that plan, and of no other", () => {
    const sara = memberOf(subscription, { attributes: { plan: "food-kit" } });
    const renewals = ["2026-10-01", "2026-11-01"].map((date) => sara.does("renewal", { at: on(date) }));
    expect(renewals.flatMap(given)).toEqual(["renewal: 30000 credit", "renewal: 30000 credit"]);
    expect(renewals.map(({ totals }) => totals.due)).toEqual(["0", "0"]);
    // Half of 100,000 may be paid with the 60,000.
    const decision = sara.buys({ lines: [100_000], redeem: [{ wallet: "credit", amount: "max" }] });
    expect([decision.totals.due, balanceOf("credit", decision)]).toEqual(["50000", "10000"]);
    expect(given(memberOf(subscription, { attributes: { plan: "wine" } }).does("renewal"))).toEqual([]);
  });

  it("the twelfth box is a milestone that no clock is needed for: 100,000", () => {
    const sara = memberOf(subscription, { standing: { visits: 10 } });
    const boxes = [11, 12, 13].map(() => given(sara.buys({ lines: [300_000] })));
    expect(boxes).toEqual([[], ["twelfth-box: 100000 credit"], []]);
  });

  it("the drink of a milestone in months is free for who holds its voucher", () => {
    const vouchers = [{ id: "v-1", offer: "seasonal-drink" }];
    const sara = memberOf(subscription, { standing: { vouchers } });
    const lines = [{ unitPrice: 70_000, tags: ["seasonal"] }, 50_000];
    expect(given(sara.buys({ lines, vouchers: ["v-1"] }))).toEqual(["seasonal-drink: 70000 off"]);
    expect(sara.vouchersFor("seasonal-drink")).toEqual([]);
  });
});

describe("double and triple points for a while, and a quiet Monday", () => {
  const coffee = { unitPrice: 200_000, category: "coffee" };
  const at = (date: string, time: string) =>
    given(memberOf(doubleTriple).buys({ at: on(date, time), lines: [coffee, 360_000] }));

  it("560,000 earn 56; on the Monday of the double week 56 more for each, threefold in all", () => {
    expect(at("2026-11-23", "10:00")).toEqual([
      "base: 56 points",
      "double-week: 56 points",
      "quiet-monday: 56 points",
    ]);
  });

  it("on its Thursday evening the coffee's 20 of them are worth 40 more", () => {
    expect(at("2026-11-26", "18:00")).toEqual([
      "base: 56 points",
      "double-week: 56 points",
      "triple-coffee: 40 points",
    ]);
  });

  it("a Monday is quiet until noon, and a week later the double week is over", () => {
    expect(at("2026-11-30", "11:59")).toEqual(["base: 56 points", "quiet-monday: 56 points"]);
    expect(at("2026-11-30", "12:00")).toEqual(["base: 56 points"]);
  });
});

describe("cake and coffee together", () => {
  const buys = (...lines: readonly { unitPrice: number; category: string; quantity?: number }[]) =>
    memberOf(combo).buys({ lines });
  const CAKE = { unitPrice: 80_000, category: "cake" };
  const COFFEE = { unitPrice: 60_000, category: "coffee" };

  it("cost 120,000 in place of 140,000, and earn 10 points beside the 12 of what is paid", () => {
    const decision = buys(CAKE, COFFEE);
    expect(decision.totals.due).toBe("120000");
    expect(given(decision)).toEqual([
      "base: 12 points",
      "cake-and-coffee: 10 points",
      "combo-price: 20000 off",
    ]);
  });

  it("two cakes and a coffee are one set: 220,000 less 20,000", () => {
    expect(given(buys({ ...CAKE, quantity: 2 }, COFFEE))).toEqual([
      "base: 20 points",
      "cake-and-coffee: 10 points",
      "combo-price: 20000 off",
    ]);
  });

  it("where they cost 110,000 anyway the price gives nothing, and the points stand", () => {
    const decision = buys({ ...CAKE, unitPrice: 50_000 }, COFFEE);
    expect(given(decision)).toEqual(["base: 11 points", "cake-and-coffee: 10 points"]);
    expect(lost(decision)).toEqual(["combo-price: worth 0, givesNothing"]);
  });
});

describe("a stamp card: the tenth coffee is free", () => {
  const sara = memberOf(stampCard);
  const coffees = (quantity: number) => ({ unitPrice: 60_000, category: "coffee", quantity });

  it("four coffees are four stamps, and tea earns none", () => {
    const decision = sara.buys({ lines: [coffees(4), { unitPrice: 40_000, category: "tea" }] });
    expect(balanceOf("stamps", decision)).toBe("4");
    expect(sara.vouchersFor("tenth-coffee")).toEqual([]);
  });

  it("with five more the nine become a voucher for two months", () => {
    expect(balanceOf("stamps", sara.buys({ at: on("2026-11-22"), lines: [coffees(5)] }))).toBe("0");
    expect(sara.standing().vouchers?.map(({ expiresAt }) => expiresAt)).toEqual([
      "2027-01-21T12:00:00+03:30",
    ]);
  });

  it("the till is told of it, and what it is worth here", () => {
    const decision = sara.buys({ at: on("2026-11-23"), lines: [coffees(1)] });
    expect(lost(decision)).toEqual(["tenth-coffee: worth 60000, voucherAvailable"]);
  });

  it("the dearer of two coffees is free and earns no stamp: 1 + 1 = 2", () => {
    const lines = [coffees(1), { unitPrice: 75_000, category: "coffee" }];
    const vouchers = sara.vouchersFor("tenth-coffee");
    const decision = sara.buys({ at: on("2026-11-24"), lines, vouchers });
    expect(given(decision)).toEqual(["stamp: 1 stamps", "tenth-coffee: 75000 off"]);
    expect([decision.totals.due, balanceOf("stamps", decision)]).toEqual(["60000", "2"]);
    expect(sara.vouchersFor("tenth-coffee")).toEqual([]);
  });
});
