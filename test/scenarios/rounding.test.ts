import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, charged, given, type Item, onLines, purchase } from "./club.js";

type Rounding = NonNullable<Program["currency"]["rounding"]>;

function off(percent: string): readonly Offer[] {
  return [{ id: "off", benefit: { kind: "discount", percent } }];
}

/** 10 % of a price in toman, in a club that rounds like this. */
function tenPercentOf(price: number, rounding: Rounding): string {
  const club = cafe({ currency: { code: "IRT", digits: 0, rounding }, offers: off("10") });
  return club.quote(purchase({ lines: [price] })).totals.discount;
}

// R1.4 to R1.6
describe("a fraction of a toman", () => {
  it("is rounded half up where the club says nothing else", () => {
    const tenPercent = (price: number) =>
      cafe({ offers: off("10") }).quote(purchase({ lines: [price] })).totals.discount;
    expect([24, 25, 26].map(tenPercent)).toEqual(["2", "3", "3"]); // 2.4, 2.5, 2.6
  });

  it("of 2.5 and 3.5: half even gives 2 and 4, down 2 and 3, up 3 and 4", () => {
    const both = (rounding: Rounding) => [25, 35].map((price) => tenPercentOf(price, rounding));
    expect(both("halfUp")).toEqual(["3", "4"]);
    expect(both("halfEven")).toEqual(["2", "4"]);
    expect(both("down")).toEqual(["2", "3"]);
    expect(both("up")).toEqual(["3", "4"]);
  });

  it("of 9,999.9: down 9,999, and 10,000 in every other mode", () => {
    const modes = ["down", "halfEven", "halfUp", "up"] as const;
    expect(modes.map((mode) => tenPercentOf(99_999, mode))).toEqual(["9999", "10000", "10000", "10000"]);
  });

  it("is rounded once, at the award's total, and not line by line", () => {
    // 10 % of 15 + 15 + 15 = 4.5, so 5: 1⅔ a line, 2, 2 and 1. Line by line it would be 2 + 2 + 2.
    const decision = cafe({ offers: off("10") }).quote(purchase({ lines: [15, 15, 15] }));
    expect(given(decision)).toEqual(["off: 5 off"]);
    expect(onLines(decision, "off")).toEqual(["1: 2", "2: 2", "3: 1"]);
  });

  it("stays exact in large figures: 10 % of 999,999,999,999,999,999, down", () => {
    const club = cafe({ currency: { code: "IRT", digits: 0, rounding: "down" }, offers: off("10") });
    const decision = club.quote(purchase({ lines: ["999999999999999999"] }));
    expect(given(decision)).toEqual(["off: 99999999999999999 off"]);
  });
});

// R1.6, R6.8
describe("a club that rounds to a cash step of 500", () => {
  const step = { mode: "halfUp", step: "500" } as const;
  const discountOn = (percent: string, price: number) =>
    cafe({ currency: { code: "IRT", digits: 0, rounding: step }, offers: off(percent) }).quote(
      purchase({ lines: [price] }),
    ).totals;

  it("7 % of 123,000 is 8,610: 8,500", () => {
    expect(discountOn("7", 123_000)).toMatchObject({ discount: "8500", due: "114500" });
  });

  it("7 % of 125,000 is 8,750, half a step: up to 9,000", () => {
    expect(discountOn("7", 125_000)).toMatchObject({ discount: "9000", due: "116000" });
  });

  it("100 % of 123,200 is all of it, although the nearest step is 123,000", () => {
    expect(discountOn("100", 123_200)).toEqual({
      list: "123200",
      discount: "123200",
      redeemed: "0",
      due: "0",
    });
  });
});

// R1.10
describe("a currency with two decimals", () => {
  const euro = (rounding: Rounding = "halfUp") =>
    ({ currency: { code: "EUR", digits: 2, rounding }, timeZone: "Europe/Berlin" }) as const;
  const buy = (lines: readonly Item[]) => purchase({ currency: "EUR", lines });

  it("10 % of 24.99 is 2.499: 2.50", () => {
    const decision = cafe({ ...euro(), offers: off("10") }).quote(buy(["24.99"]));
    expect(decision.totals).toEqual({ list: "24.99", discount: "2.50", redeemed: "0.00", due: "22.49" });
  });

  it("5 % of 0.50 is 0.025: half up 0.03, half even 0.02", () => {
    const discount = (rounding: Rounding) =>
      cafe({ ...euro(rounding), offers: off("5") }).quote(buy(["0.50"])).totals.discount;
    expect([discount("halfUp"), discount("halfEven")]).toEqual(["0.03", "0.02"]);
  });

  it("all amounts have both decimals: credit, worth, balance, total", () => {
    const offers: readonly Offer[] = [{ id: "back", benefit: { kind: "credit", percent: "10" } }];
    const decision = cafe({ ...euro(), offers }).quote(buy(["20", "5.00"]));
    expect(given(decision)).toEqual(["back: 2.50 credit"]);
    expect(onLines(decision, "back")).toEqual(["1: 2.00", "2: 0.50"]);
    expect(decision.choice.total).toBe("2.50");
    expect(decision.awards.map(({ worth, cost }) => [worth, cost])).toEqual([["2.50", "2.50"]]);
    expect(decision.balances).toContainEqual({ wallet: "credit", before: "0.00", after: "2.50" });
  });

  it("a cent that cannot be split goes to the first line", () => {
    // 10 % of 0.10 is 0.01: one cent over two lines of 0.05.
    const decision = cafe({ ...euro(), offers: off("10") }).quote(buy(["0.05", "0.05"]));
    expect(onLines(decision, "off")).toEqual(["1: 0.01"]);
    expect(charged(decision)).toEqual(["0.04", "0.05", "0.09"]);
  });
});

// R6.1
describe("what a line costs", () => {
  const list = (item: Item) => cafe({ offers: [] }).quote(purchase({ lines: [item] })).totals.list;

  it("0.333 kg at 1,000,000 a kg are 333,000", () => {
    expect(list({ quantity: "0.333", unitPrice: "1000000" })).toBe("333000");
  });

  it("0.333 kg at 999,999 a kg are 332,999.667, rounded once: 333,000", () => {
    expect(list({ quantity: "0.333", unitPrice: "999999" })).toBe("333000");
  });

  it("three at 12,345 are 37,035", () => {
    expect(list({ quantity: 3, unitPrice: 12_345 })).toBe("37035");
  });

  it("where the till has rounded the line, its amount is taken: 35,410 sold for 35,000", () => {
    const line = { unitPrice: "35410", amount: "35000" };
    expect(list(line)).toBe("35000");
    const decision = cafe({ offers: off("10") }).quote(purchase({ lines: [line] }));
    expect(decision.totals).toEqual({ list: "35000", discount: "3500", redeemed: "0", due: "31500" });
  });
});
