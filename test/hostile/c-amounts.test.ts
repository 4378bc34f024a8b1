import { describe, expect, it } from "vitest";
import {
  decide,
  given,
  line,
  many,
  offer,
  program,
  programFaults,
  programIssues,
  request,
  requestFaults,
  requestIssues,
  transaction,
} from "./act.js";

const UNIT_PRICE = "/transaction/lines/0/unitPrice";

/** A purchase of these lines. */
function buying(...lines: readonly object[]): object {
  const numbered = lines.map((one, index) => line({ id: `${index + 1}`, ...one }));
  return request({ transaction: transaction({ lines: numbered }) });
}

function priced(unitPrice: unknown): () => object {
  return () => buying({ unitPrice });
}

function benefitIssues(benefit: object, terms: object = {}): readonly string[] {
  return programIssues(() => program({ offers: [offer({ benefit })], ...terms }));
}

const prices: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["C01 a fraction as a JSON number", 35.41, ["number-format"]],
  ["C01 a fraction that is almost whole", 0.1 + 0.2, ["number-format"]],
  ["C02 an integer beyond what a number keeps", 2 ** 53, ["number-format"]],
  ["C02 a huge number", 1e300, ["number-format"]],
  ["C03 true", true, ["type"]],
  ["C03 a list", [1], ["type"]],
  ["C03 an object", {}, ["type"]],
  ["C03 null", null, ["type"]],
  ["C03 nothing", undefined, ["required"]],
  ["C04 an exponent", "1e5", ["number-format"]],
  ["C04 a grouping mark", "1,000", ["number-format"]],
  ["C04 a leading zero", "007", ["number-format"]],
  ["C04 a sign", "+5", ["number-format"]],
  ["C04 a space", " 5", ["number-format"]],
  ["C04 hexadecimal", "0x10", ["number-format"]],
  ["C04 no digit before the point", ".5", ["number-format"]],
  ["C04 no digit after the point", "5.", ["number-format"]],
  ["C04 the empty text", "", ["number-format"]],
  ["C04 Persian digits", "۱۲۳", ["number-format"]],
  ["C04 Arabic digits", "١٢٣", ["number-format"]],
  ["C04 full-width digits", "１２", ["number-format"]],
  ["C04 digits with a line end", "5\n", ["number-format"]],
  ["C05 minus zero as a text", "-0", ["number-format"]],
  ["C06 a negative price", "-1", ["number-negative"]],
  ["C06 a negative price as a number", -1, ["number-negative"]],
  ["C07 NaN", Number.NaN, ["number-not-finite"]],
  ["C07 infinity", Number.NEGATIVE_INFINITY, ["number-not-finite"]],
  ["C08 nineteen digits", "9".repeat(19), ["number-range"]],
  ["C09 a thousand digits", "9".repeat(1_000), ["number-range"]],
  ["C11 decimals that the currency lacks", "100.5", ["number-precision"]],
  ["C11 a written zero that the currency lacks", "100.0", ["number-precision"]],
  ["C11 seven decimals", "0.0000001", ["number-precision"]],
];

describe("prices", () => {
  it.each(prices)("%s is refused", (_, unitPrice, codes) => {
    expect(requestIssues(priced(unitPrice))).toEqual(codes.map((code) => `${code} ${UNIT_PRICE}`));
  });

  it("C01 the issue of a fraction says to write a text", () => {
    expect(requestFaults(priced(35.41))[0]?.hint).toBe('write it as a string: "35.41"');
    expect(requestFaults(priced("۱۲"))[0]?.hint).toBe("write it with the digits 0 to 9");
  });

  it("C05 minus zero as a number is zero", () => {
    expect(decide({}, buying({ unitPrice: -0 })).totals.list).toBe("0");
    expect(JSON.stringify(decide({}, buying({ unitPrice: -0 })))).not.toContain('-0"');
  });

  it("C08 eighteen digits are exact, and 10 % of them rounded down too", () => {
    const currency = { code: "IRT", digits: 0, rounding: "down" };
    const decision = decide({ currency, offers: [offer()] }, buying({ unitPrice: "9".repeat(18) }));
    expect(decision.totals).toMatchObject({ discount: "99999999999999999", due: "900000000000000000" });
  });

  it("C10 amounts beyond eighteen digits are told, of a line and of all together", () => {
    const dear = { unitPrice: "9".repeat(18), quantity: "1000000" };
    expect(requestIssues(() => buying(...many(500, () => dear)))).toHaveLength(100);
    expect(requestIssues(() => buying(dear))).toEqual(["number-range /transaction/lines/0"]);
    const lines = many(500, () => ({ unitPrice: "9".repeat(18) }));
    expect(requestIssues(() => buying(...lines))).toEqual(["number-range /transaction/lines"]);
    const most = many(10, (index) => ({ unitPrice: index === 0 ? "9".repeat(18) : "0" }));
    expect(requestIssues(() => buying(...most))).toEqual([]);
  });

  it("C11 two decimals are those of a currency with two, and three are not", () => {
    const terms = { currency: { code: "EUR", digits: 2 } };
    const euro = (unitPrice: string) => () =>
      request({ transaction: transaction({ currency: "EUR", lines: [line({ unitPrice })] }) });
    expect(requestIssues(euro("1.00"), terms)).toEqual([]);
    expect(requestIssues(euro("1.005"), terms)).toEqual([`number-precision ${UNIT_PRICE}`]);
    expect(decide(terms, euro("1")()).totals.due).toBe("1.00");
  });

  it("C12 digits of a currency are 0 to 6, and its step is above zero", () => {
    const currency = (terms: object) =>
      programIssues(() => program({ currency: { code: "X", digits: 0, ...terms } }));
    expect(currency({ digits: 7 })).toEqual(["number-range /currency/digits"]);
    expect(currency({ digits: -1 })).toEqual(["number-range /currency/digits"]);
    expect(currency({ digits: "0" })).toEqual(["type /currency/digits"]);
    expect(currency({ rounding: { mode: "halfUp", step: "0" } })).toEqual([
      "number-range /currency/rounding/step",
    ]);
    expect(currency({ rounding: "floor" })).toEqual(["enum /currency/rounding"]);
    expect(currency({ digits: 6 })).toEqual([]);
  });

  it("C13 a transaction in another currency is refused: nothing is converted", () => {
    for (const currency of ["IRR", "irt", "IRT ", "ＩＲＴ"]) {
      expect(requestIssues(() => request({ transaction: transaction({ currency }) }))).toEqual([
        "currency-mismatch /transaction/currency",
      ]);
    }
  });

  it("C15 the till's rounded amount is used, and one off by ten is told with a hint", () => {
    const amount = (written: string) => () => buying({ unitPrice: "333", quantity: "3", amount: written });
    expect(decide({}, amount("1000")()).totals.list).toBe("1000");
    for (const written of ["9990", "99.9".replace(".", "")]) {
      expect(requestFaults(amount("9990"))[0]?.hint).toContain("rial");
      expect(requestIssues(amount(written)).every((issue) => issue.startsWith("amount-mismatch"))).toBe(true);
    }
    const tenth = () => buying({ unitPrice: "100", quantity: "10", amount: "100" });
    expect(requestIssues(tenth)).toEqual(["amount-mismatch /transaction/lines/0/amount"]);
    expect(requestIssues(() => buying({ unitPrice: "0", amount: "0" }))).toEqual([]);
    expect(decide({}, buying({ unitPrice: "0", amount: "500" })).totals.list).toBe("500");
  });
});

describe("quantities", () => {
  const quantities: readonly (readonly [unknown, string])[] = [
    ["0", "number-range"],
    [0, "number-range"],
    [-0, "number-range"],
    ["0.000000", "number-range"],
    ["-1", "number-negative"],
    ["0.0000001", "number-precision"],
    [0.5, "number-format"],
    ["1/2", "number-format"],
    ["1e6", "number-format"],
    [null, "type"],
  ];

  it.each(quantities)("C14 a quantity of %j is refused", (quantity, code) => {
    expect(requestIssues(() => buying({ quantity }))).toEqual([`${code} /transaction/lines/0/quantity`]);
  });

  it("C28 a weight's price is exact, or rounded once", () => {
    expect(decide({}, buying({ quantity: "0.333", unitPrice: "1000000" })).totals.list).toBe("333000");
    expect(decide({}, buying({ quantity: "0.333", unitPrice: "999999" })).totals.list).toBe("333000");
    expect(decide({}, buying({ quantity: "0.000001", unitPrice: "1" })).totals.list).toBe("0");
    expect(decide({}, buying({ quantity: "0.5", unitPrice: "1" })).totals.list).toBe("1");
  });
});

describe("figures of benefits", () => {
  const discount = (terms: object) => ({ kind: "discount", ...terms });
  const points = (terms: object) => ({ kind: "points", ...terms });
  const benefits: readonly (readonly [string, object, string])[] = [
    ["C26 above 100 %", discount({ percent: "100.0001" }), "number-range percent"],
    ["C26 below 0 %", discount({ percent: "-5" }), "number-negative percent"],
    ["C26 five decimals", discount({ percent: "33.33333" }), "number-precision percent"],
    ["C26 a fraction", discount({ percent: 12.5 }), "number-format percent"],
    ["C26 a percent sign", discount({ percent: "10%" }), "number-format percent"],
    ["C27 a negative fixed", discount({ fixed: "-1" }), "number-negative fixed"],
    ["C27 a fixed finer than the currency", discount({ fixed: "0.5" }), "number-precision fixed"],
    ["C27 a max finer than the wallet", points({ fixed: "1", max: "0.5" }), "number-precision max"],
    ["C27 a factor below one", points({ multiply: "0.9" }), "number-range multiply"],
    ["C27 a factor above a thousand", points({ multiply: "1000.0001" }), "number-range multiply"],
    ["C27 every nothing", points({ perSpend: { every: "0", grant: "1" } }), "number-range perSpend/every"],
    [
      "C27 a grant of nothing",
      points({ perSpend: { every: "1", grant: "0" } }),
      "number-range perSpend/grant",
    ],
  ];

  it.each(benefits)("%s is refused", (_, benefit, told) => {
    const [code, at] = told.split(" ");
    expect(benefitIssues(benefit)).toEqual([`${code} /offers/0/benefit/${at}`]);
  });

  it("C27 a discount by percent and fixed at once, by neither, and of points, is refused", () => {
    expect(benefitIssues(discount({ percent: "1", fixed: "1" }))).toEqual(["one-of /offers/0/benefit"]);
    expect(benefitIssues(discount({}))).toEqual(["one-of /offers/0/benefit"]);
    expect(benefitIssues(discount({ percent: "1", wallet: "points" }))).toEqual([
      "unknown-field /offers/0/benefit/wallet",
    ]);
    expect(benefitIssues(points({ fixed: "1", wallet: "credit" }))).toEqual([
      "ref-missing /offers/0/benefit/wallet",
    ]);
  });

  it("C26 nothing per cent, nothing fixed and at most nothing give nothing, and no entry row", () => {
    const nothing = [
      discount({ percent: "0" }),
      discount({ fixed: "0" }),
      discount({ percent: "50", max: "0" }),
      points({ fixed: "0" }),
      points({ percent: "10", max: 0 }),
      points({ multiply: "1" }),
      points({ multiply: "1000" }),
    ];
    for (const benefit of nothing) {
      const decision = decide({
        offers: [offer({ benefit, limits: { perMember: { count: 1, per: "day" } } })],
      });
      expect(decision.awards).toEqual([]);
      expect(decision.declined).toMatchObject([{ offer: "offer", reason: "givesNothing", worth: "0" }]);
      expect(decision.entry).toMatchObject({ postings: [], uses: [], lots: [], awards: [] });
    }
  });

  it("C16 10 % of 99,999 rounds as the club says", () => {
    const off = (rounding: string) =>
      decide(
        { currency: { code: "IRT", digits: 0, rounding }, offers: [offer()] },
        buying({ unitPrice: "99999" }),
      ).totals.discount;
    expect(["down", "halfEven", "up", "halfUp"].map(off)).toEqual(["9999", "10000", "10000", "10000"]);
  });

  it("C18 half even goes to the even neighbour", () => {
    const wallets = [{ id: "points", kind: "points", worth: "1", rounding: "halfEven" }];
    const earned = (unitPrice: string) =>
      given(
        decide({ wallets, offers: [offer({ benefit: points({ percent: "10" }) })] }, buying({ unitPrice })),
      );
    expect([earned("25"), earned("35"), earned("5")]).toEqual([["offer: 2 points"], ["offer: 4 points"], []]);
  });

  it("C20 100 off 333, 333 and 334 is 33, 33 and 34", () => {
    const off = offer({ benefit: discount({ fixed: "100" }) });
    const lines = ["333", "333", "334"].map((unitPrice) => ({ unitPrice }));
    expect(decide({ offers: [off] }, buying(...lines)).lines.map((one) => one.discount)).toEqual([
      "33",
      "33",
      "34",
    ]);
  });

  it("C21 120,000 off 100,000 leaves nothing to pay, and says what was clipped", () => {
    const decision = decide({ offers: [offer({ benefit: discount({ fixed: "120000" }) })] });
    expect(decision.awards).toMatchObject([{ amount: "100000", clipped: "20000" }]);
    expect(decision.totals.due).toBe("0");
  });

  it("C22 a basket of free lines is given no discount, whatever the offer", () => {
    for (const benefit of [
      discount({ percent: "50" }),
      discount({ fixed: "500" }),
      points({ percent: "100" }),
    ]) {
      const decision = decide({ offers: [offer({ benefit })] }, buying({ unitPrice: "0" }, { unitPrice: 0 }));
      expect(decision).toMatchObject({ awards: [], totals: { list: "0", due: "0" } });
    }
  });

  it("C22 points of 0 on a price of 0, and a fixed gift of points on it all the same", () => {
    const fixed = offer({ benefit: points({ fixed: "7" }) });
    expect(given(decide({ offers: [fixed] }, buying({ unitPrice: "0" })))).toEqual(["offer: 7 points"]);
  });

  it("C23 one point for each whole 100,000", () => {
    const perSpend = { every: "100000", grant: "1" };
    const offers = [offer({ benefit: points({ perSpend }) })];
    expect(given(decide({ offers }, buying({ unitPrice: "3499999" })))).toEqual(["offer: 34 points"]);
    expect(given(decide({ offers }, buying({ unitPrice: "99999" })))).toEqual([]);
  });

  it("C24 the greatest figures of all at once stay exact", () => {
    const perSpend = { every: "1", grant: "1000000000" };
    const offers = [
      offer({ id: "base", always: true, benefit: points({ perSpend }) }),
      offer({ id: "times", always: true, benefit: points({ multiply: "1000" }) }),
    ];
    const all = 999_999_999_999_999_999n * 1_000_000_000n;
    const decision = decide({ offers }, buying({ unitPrice: "9".repeat(18) }));
    expect(given(decision)).toEqual([`base: ${all} points`, `times: ${all * 999n} points`]);
  });

  it("C25 2× and 3× on one wallet make four-fold, each its own award", () => {
    const times = (id: string, multiply: string) =>
      offer({ id, always: true, benefit: points({ multiply }) });
    const base = offer({ id: "base", always: true, benefit: points({ fixed: "10" }) });
    const decision = decide({ offers: [times("x2", "2"), times("x3", "3"), base] });
    expect(given(decision)).toEqual(["base: 10 points", "x2: 10 points", "x3: 20 points"]);
  });

  it("C29 a floor above the price is the price: no discount, and the price is not raised", () => {
    const asked = buying({ unitPrice: "100", floorPrice: "1000" });
    expect(decide({ offers: [offer()] }, asked)).toMatchObject({ awards: [], totals: { due: "100" } });
    const partly = buying({ unitPrice: "100", floorPrice: "1000" }, { unitPrice: "100", floorPrice: "95" });
    const decision = decide({ offers: [offer()] }, partly);
    expect(decision.lines.map(({ due }) => due)).toEqual(["100", "95"]);
    expect(decision.awards).toMatchObject([{ amount: "5", clipped: "15" }]);
  });

  it("C32 a hundred always discounts of 50 % never bring a line below zero", () => {
    const offers = many(100, (index) =>
      offer({ id: `o${index}`, always: true, benefit: discount({ percent: "50" }) }),
    );
    const decision = decide({ offers }, buying({ unitPrice: "1" }, { unitPrice: "3" }, { unitPrice: "0" }));
    expect(decision.totals.due).toBe("0");
    expect(decision.lines.map(({ due }) => due)).toEqual(["0", "0", "0"]);
  });

  it("C33 a wallet's worth of nothing is no less than none", () => {
    const wallets = [{ id: "points", kind: "points", worth: "0" }];
    const decision = decide({ wallets, offers: [offer({ benefit: points({ fixed: "5" }) })] });
    expect(decision.awards).toMatchObject([{ amount: "5", worth: "0", cost: "0" }]);
    const [issue] = programFaults(() =>
      program({ wallets: [{ id: "points", kind: "points" }], offers: [offer()] }),
    );
    expect(issue).toMatchObject({ code: "worth-missing", path: "/wallets/0/worth" });
  });

  it("C34 a purchase of no lines is a purchase of nothing", () => {
    const decision = decide({ offers: [offer()] }, buying());
    expect(decision).toMatchObject({ awards: [], lines: [], totals: { list: "0", due: "0" } });
  });
});
