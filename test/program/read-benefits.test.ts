import { describe, expect, it } from "vitest";
import type { Benefit } from "../../src/program/benefit.js";
import { valueForTier } from "../../src/program/wallet.js";
import { CREDIT, issuesOf, POINTS, programOf, readOffer, told } from "./programs.js";

const EUR = { currency: { code: "EUR", digits: 2 } };

function benefits(benefit: unknown, tier?: string, more: object = {}): readonly Benefit[] | undefined {
  return valueForTier(readOffer(programOf({ benefit }, more)).benefits, tier);
}
const refused = (benefit: unknown, more: object = {}) => told(programOf({ benefit }, more));

describe("a discount", () => {
  it("is a percentage, held as an exact ratio", () => {
    expect(benefits({ kind: "discount", percent: "33.3333", max: "500" })).toMatchObject([
      {
        kind: "discount",
        figure: { by: "percent", rate: { numerator: 333_333n, denominator: 1_000_000n } },
        max: 500n,
      },
    ]);
  });

  it("is a fixed amount, in the currency's minor units", () => {
    expect(benefits({ kind: "discount", fixed: "2.5" }, undefined, EUR)).toMatchObject([
      { figure: { by: "fixed", amount: 250n }, max: undefined, items: undefined },
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ["no figure", {}, ["one-of /offers/0/benefit"]],
    ["two figures", { percent: "5", fixed: "5" }, ["one-of /offers/0/benefit"]],
    ["points per spend", { percent: "5", perSpend: {} }, ["unknown-field /offers/0/benefit/perSpend"]],
    ["a wallet", { percent: "5", wallet: "credit" }, ["unknown-field /offers/0/benefit/wallet"]],
    ["an amount finer than the currency", { fixed: "100.5" }, ["number-precision /offers/0/benefit/fixed"]],
    [
      "a most finer than the currency",
      { percent: "5", max: "0.5" },
      ["number-precision /offers/0/benefit/max"],
    ],
    ["true as amount", { fixed: true }, ["type /offers/0/benefit/fixed"]],
    ["null as amount", { fixed: null }, ["type /offers/0/benefit/fixed"]],
    ["a list as amount", { fixed: [1] }, ["type /offers/0/benefit/fixed"]],
    ["an object as amount", { fixed: {} }, ["required /offers/0/benefit/fixed/byTier"]],
    ["-0 as a text", { fixed: "-0" }, ["number-format /offers/0/benefit/fixed"]],
    ["an exponent", { fixed: "1e3" }, ["number-format /offers/0/benefit/fixed"]],
    ["a percentage above 100", { percent: "100.0001" }, ["number-range /offers/0/benefit/percent"]],
    ["a percentage below 0", { percent: "-5" }, ["number-negative /offers/0/benefit/percent"]],
    [
      "a percentage of five decimals",
      { percent: "33.33333" },
      ["number-precision /offers/0/benefit/percent"],
    ],
    [
      "items that name nothing known",
      { percent: "5", items: { colour: "red" } },
      ["unknown-field /offers/0/benefit/items/colour"],
    ],
  ])("cannot have %s", (_, parts, issues) => {
    expect(refused({ kind: "discount", ...parts })).toEqual(issues);
  });

  it("cannot be finer than the euro has cents", () => {
    expect(refused({ kind: "discount", fixed: "1.005" }, EUR)).toEqual([
      "number-precision /offers/0/benefit/fixed",
    ]);
    expect(refused({ kind: "discount", fixed: "1.05" }, EUR)).toEqual([]);
  });

  it("figures on the items it names", () => {
    const [benefit] = benefits({ kind: "discount", percent: "7", items: { category: "beans" } }) ?? [];
    const line = { sku: undefined, brand: undefined, tags: [] };
    const items = benefit !== undefined && "items" in benefit ? benefit.items : undefined;
    expect(items?.({ ...line, categories: ["beans"] })).toBe(true);
    expect(items?.({ ...line, categories: ["tea"] })).toBe(false);
  });
});

function figureOf(benefit: Benefit | undefined) {
  return benefit !== undefined && "figure" in benefit ? benefit.figure : undefined;
}

describe("an accrual", () => {
  it("goes to the only wallet of its kind", () => {
    const kinds = ["credit", "points"].map((kind) => benefits({ kind, percent: "5" })?.[0]);
    expect(kinds.map((one) => one !== undefined && "wallet" in one && one.wallet.id)).toEqual([
      "credit",
      "points",
    ]);
  });

  it("is figured by percent, fixed, per spend or as a multiple", () => {
    const figure = (parts: object) => figureOf(benefits({ kind: "points", ...parts })?.[0]);
    expect(figure({ percent: "5" })).toEqual({ by: "percent", rate: { numerator: 5n, denominator: 100n } });
    expect(figure({ fixed: "10" })).toEqual({ by: "fixed", amount: 10n });
    expect(figure({ multiply: "2.5" })).toEqual({
      by: "multiply",
      factor: { numerator: 25n, denominator: 10n },
    });
    expect(figure({ perSpend: { every: "10000", grant: "1.2" } })).toEqual({
      by: "perSpend",
      every: 10_000n,
      grant: { numerator: 12n, denominator: 10n },
    });
  });

  it("is fixed in the wallet's decimals, whatever the currency's", () => {
    const wallets = [{ ...POINTS, digits: 2 }];
    expect(benefits({ kind: "points", fixed: "1.25", max: "9.5" }, undefined, { wallets })).toMatchObject([
      { figure: { amount: 125n }, max: 950n },
    ]);
    expect(refused({ kind: "points", fixed: "1.25" })).toEqual(["number-precision /offers/0/benefit/fixed"]);
  });

  it("names a wallet of its own kind where there are several, or none", () => {
    const two = { wallets: [CREDIT, POINTS, { ...POINTS, id: "miles" }] };
    expect(issuesOf(programOf({ benefit: { kind: "points", percent: "5" } }, two))).toEqual([
      {
        code: "required",
        path: "/offers/0/benefit/wallet",
        message: "the program has several wallets of kind points",
        hint: "name one: points, miles",
      },
    ]);
    expect(issuesOf(programOf({ benefit: { kind: "points", percent: "5" } }, { wallets: [CREDIT] }))).toEqual(
      [
        {
          code: "ref-missing",
          path: "/offers/0/benefit/wallet",
          message: "the program has no wallet of kind points",
          hint: "declare one under /wallets",
        },
      ],
    );
    const hint = (wallet: string) =>
      issuesOf(programOf({ benefit: { kind: "points", percent: "5", wallet } }, two))[0]?.hint;
    expect([hint("mile"), hint("credit")]).toEqual(['did you mean "miles"?', "there are points, miles"]);
  });

  it.each<[string, object, readonly string[]]>([
    ["no figure", {}, ["one-of /offers/0/benefit"]],
    ["two figures", { percent: "5", multiply: "2" }, ["one-of /offers/0/benefit"]],
    ["a multiple below one", { multiply: "0.5" }, ["number-range /offers/0/benefit/multiply"]],
    ["a multiple above 1000", { multiply: "1001" }, ["number-range /offers/0/benefit/multiply"]],
    [
      "per spend of nothing",
      { perSpend: { every: "0", grant: "1" } },
      ["number-range /offers/0/benefit/perSpend/every"],
    ],
    [
      "per spend without a grant",
      { perSpend: { every: "5" } },
      ["required /offers/0/benefit/perSpend/grant"],
    ],
    [
      "per spend finer than the currency",
      { perSpend: { every: "0.5", grant: "1" } },
      ["number-precision /offers/0/benefit/perSpend/every"],
    ],
    [
      "a grant of nothing",
      { perSpend: { every: "5", grant: "0" } },
      ["number-range /offers/0/benefit/perSpend/grant"],
    ],
  ])("cannot have %s", (_, parts, issues) => {
    expect(refused({ kind: "points", ...parts })).toEqual(issues);
  });
});

describe("a benefit by tier", () => {
  const byTier = (bronze: unknown, silver: unknown) => ({ byTier: { bronze, silver } });

  it("is read once for each tier, all its values together", () => {
    const benefit = {
      kind: "points",
      perSpend: { every: "10000", grant: byTier("1", "1.2") },
      max: byTier("10", "20"),
    };
    expect(benefits(benefit, "bronze")).toMatchObject([{ figure: { grant: { numerator: 1n } }, max: 10n }]);
    expect(benefits(benefit, "silver")).toMatchObject([{ figure: { grant: { numerator: 12n } }, max: 20n }]);
    expect(benefits(benefit, undefined)).toBeUndefined();
  });

  it("names every tier, and no other", () => {
    const percent = { byTier: { silver: "5", gold: "6", sliver: "7" } };
    expect(issuesOf(programOf({ benefit: { kind: "discount", percent } }))).toMatchObject([
      { code: "ref-missing", path: "/offers/0/benefit/percent/byTier/gold" },
      {
        code: "ref-missing",
        path: "/offers/0/benefit/percent/byTier/sliver",
        hint: 'did you mean "silver"?',
      },
      { code: "required", path: "/offers/0/benefit/percent/byTier/bronze" },
    ]);
  });

  it("tells a wrong value at its tier", () => {
    expect(refused({ kind: "discount", percent: byTier("5", "101") })).toEqual([
      "number-range /offers/0/benefit/percent/byTier/silver",
    ]);
    expect(refused({ kind: "discount", fixed: byTier("5", "1.5") })).toEqual([
      "number-precision /offers/0/benefit/fixed/byTier/silver",
    ]);
    expect(refused({ kind: "discount", fixed: { byTier: { bronze: "1", silver: "1" }, else: "5" } })).toEqual(
      ["unknown-field /offers/0/benefit/fixed/else"],
    );
  });
});

describe("a list of benefits", () => {
  const part = { kind: "discount", percent: "5" };

  it("is one to four, in their order", () => {
    const offer = readOffer(programOf({ benefit: [part, { kind: "credit", fixed: "5" }] }));
    expect(offer.inParts).toBe(true);
    expect(valueForTier(offer.benefits, undefined)?.map(({ kind }) => kind)).toEqual(["discount", "credit"]);
    expect(readOffer(programOf({ benefit: part })).inParts).toBe(false);
    expect(refused([])).toEqual(["array-too-short /offers/0/benefit"]);
    expect(refused([part, part, part, part])).toEqual([]);
    expect(refused([part, part, part, part, part])).toEqual(["array-too-long /offers/0/benefit"]);
  });

  it("tells what is wrong at its part", () => {
    expect(refused([part, { kind: "discount" }, { kind: "points", wallet: "credit", fixed: 5 }])).toEqual([
      "one-of /offers/0/benefit/1",
      "ref-missing /offers/0/benefit/2/wallet",
    ]);
    expect(refused([part, { kind: "discount", percent: "101" }])).toEqual([
      "number-range /offers/0/benefit/1/percent",
    ]);
  });
});

describe("the kind of a benefit", () => {
  it.each<[unknown, string]>([
    [{ percent: "5" }, "required /offers/0/benefit/kind"],
    [{ kind: null, percent: "5" }, "enum /offers/0/benefit/kind"],
    [{ kind: {}, percent: "5" }, "enum /offers/0/benefit/kind"],
    [{ kind: "toString" }, "enum /offers/0/benefit/kind"],
    [5, "type /offers/0/benefit"],
    [[5], "type /offers/0/benefit/0"],
    [undefined, "required /offers/0/benefit"],
  ])("cannot be that of %j", (benefit, issue) => {
    expect(refused(benefit)).toEqual([issue]);
  });
});
