import { describe, expect, it } from "vitest";
import { programOf, readOffer, told } from "./programs.js";

const benefit = (parts: object, more: object = {}) => ({ kind: "discount", ...parts, ...more });
const document = (parts: object) => programOf({ benefit: benefit(parts) });
const refused = (parts: object) =>
  told(document(parts)).map((issue) => issue.replace("/offers/0/benefit", ""));

function discount(parts: object) {
  const { benefits } = readOffer(document(parts));
  if (!("same" in benefits)) throw new Error("differs by tier");
  return benefits.same[0];
}

const rate = (numerator: bigint) => ({ numerator, denominator: 100n });

describe("a discount in normal form", () => {
  it("takes something off each unit, or names the price of one", () => {
    expect(discount({ perUnit: "5000" })).toMatchObject({ figure: { by: "perUnit", amount: 5_000n } });
    expect(discount({ unitPrice: 9_000 })).toMatchObject({ figure: { by: "unitPrice", price: 9_000n } });
  });

  it("falls on lines in proportion, unless a fixed amount is to fall evenly", () => {
    expect(discount({ fixed: "5" })).toMatchObject({ spread: "proportional" });
    expect(discount({ fixed: "5", spread: "even" })).toMatchObject({ spread: "even" });
    expect(discount({ percent: "5", spread: "proportional" })).toMatchObject({ spread: "proportional" });
    expect(refused({ percent: "5", spread: "even" })).toEqual(["one-of /spread"]);
  });

  it("takes the cheapest of what is got for what is bought", () => {
    const buy = { units: 2, items: { category: "cake" } };
    const read = discount({ buy, get: { units: 1, percent: "100" } });
    expect(read).toMatchObject({
      units: undefined,
      figure: {
        by: "buyGet",
        buy: { units: 2n },
        get: { units: 1n, items: undefined },
        rate: rate(100n),
        pick: "cheapest",
      },
    });
    expect(discount({ buy, get: { units: 1, percent: "50" }, pick: "dearest" })).toMatchObject({
      figure: { pick: "dearest" },
    });
  });

  it("takes the dearest of a bundle, at a price or at a percentage", () => {
    const of = [{ units: 1, items: { category: "cake" } }, { units: 2 }];
    expect(discount({ bundle: { of, price: "120000" } })).toMatchObject({
      figure: {
        by: "bundle",
        of: [{ units: 1n }, { units: 2n }],
        price: 120_000n,
        rate: undefined,
        pick: "dearest",
      },
    });
    expect(discount({ bundle: { of, percent: "10" }, pick: "cheapest" })).toMatchObject({
      figure: { price: undefined, rate: rate(10n), pick: "cheapest" },
    });
  });

  it("may differ by tier in every figure", () => {
    const byTier = { bronze: "1", silver: "2" };
    const of = [{ units: 1 }];
    const figures = [
      { perUnit: { byTier } },
      { unitPrice: { byTier } },
      { bundle: { of, price: { byTier } } },
      { bundle: { of, percent: { byTier } } },
      { buy: of[0], get: { units: 1, percent: { byTier } } },
      { steps: { by: "total", mode: "whole", at: [{ from: 0, fixed: { byTier } }] } },
    ];
    for (const figure of figures) {
      const { benefits } = readOffer(document(figure));
      const [bronze, silver] = "tier" in benefits ? [...benefits.tier.values()] : [];
      expect(bronze).toHaveLength(1);
      expect(bronze).not.toEqual(silver);
    }
  });
});

describe("a discount is refused", () => {
  it.each<[string, object, readonly string[]]>([
    ["with two figures", { perUnit: "5", unitPrice: "5" }, ["one-of "]],
    [
      "with buy and a percentage of its own",
      { percent: "5", buy: { units: 1 }, get: {} },
      ["required /get/units", "required /get/percent"],
    ],
    ["with buy but nothing to get", { buy: { units: 1 } }, ["required /get"]],
    ["with something to get for nothing", { get: { units: 1, percent: "5" } }, ["one-of ", "required /buy"]],
    [
      "with parts of no units",
      { buy: { units: 0 }, get: { units: 1, percent: "5" } },
      ["number-range /buy/units"],
    ],
    ["with a bundle of nothing", { bundle: { of: [], price: "5" } }, ["array-too-short /bundle/of"]],
    [
      "with a bundle of six",
      { bundle: { of: Array(6).fill({ units: 1 }), price: "5" } },
      ["array-too-long /bundle/of"],
    ],
    ["with a bundle without price", { bundle: { of: [{ units: 1 }] } }, ["one-of /bundle"]],
    [
      "with a bundle of two prices",
      { bundle: { of: [{ units: 1 }], price: "5", percent: "5" } },
      ["one-of /bundle"],
    ],
    ["with a price finer than the currency", { unitPrice: "0.5" }, ["number-precision /unitPrice"]],
    [
      "with a bundle price finer than the currency",
      { bundle: { of: [{ units: 1 }], price: "0.5" } },
      ["number-precision /bundle/price"],
    ],
    ["with a slip in a key", { unitPrize: "5" }, ["unknown-field /unitPrize"]],
    [
      "with a slip in a part",
      { bundle: { of: [{ unit: 1 }], price: "5" } },
      ["required /bundle/of/0/units", "unknown-field /bundle/of/0/unit"],
    ],
    [
      "with a tier that is missing",
      { perUnit: { byTier: { bronze: "5" } } },
      ["required /perUnit/byTier/silver"],
    ],
  ])("%s", (_, parts, issues) => {
    expect(refused(parts)).toEqual(issues);
  });
});
