import { describe, expect, it } from "vitest";
import { CREDIT, LADDER, POINTS, program, programOf, readOffer, told } from "./programs.js";

const STAMPS = { id: "stamps", kind: "stamps", worth: "4500" };
const TICKETS = { id: "tickets", kind: "tickets" };
const WALLETS = { wallets: [CREDIT, POINTS, STAMPS, TICKETS] };
const document = (benefit: object, more: object = {}) => programOf({ benefit }, { ...WALLETS, ...more });
const refused = (parts: object, more: object = {}) =>
  told(document({ kind: "credit", ...parts }, more)).map((issue) => issue.replace("/offers/0/benefit", ""));

function accrual(benefit: object, more: object = {}) {
  const { benefits } = readOffer(document(benefit, more));
  const [only] = "same" in benefits ? benefits.same : (benefits.tier.get("silver") ?? []);
  if (only === undefined || !("wallet" in only)) throw new Error("no accrual");
  return only;
}

const rate = (numerator: bigint, denominator = 1n) => ({ numerator, denominator });

describe("an accrual in normal form", () => {
  it("goes to stamps and tickets as to any wallet", () => {
    for (const kind of ["stamps", "tickets"]) {
      expect(accrual({ kind, fixed: 1 })).toMatchObject({ kind, wallet: { id: kind, digits: 0 } });
    }
  });

  it("is granted for each unit, each visit and each set", () => {
    expect(accrual({ kind: "stamps", perUnit: "1" }).figure).toEqual({ by: "perUnit", grant: rate(1n) });
    expect(accrual({ kind: "points", perVisit: "0.5" }).figure).toEqual({
      by: "perVisit",
      grant: rate(5n, 10n),
    });
    const of = [{ units: 1, items: { category: "cake" } }, { units: 2 }];
    const set = { by: "perSet", grant: rate(10n), of: [{ units: 1n }, { units: 2n, items: undefined }] };
    expect(accrual({ kind: "points", perSet: { of, grant: 10 } }).figure).toMatchObject({
      ...set,
      pick: "dearest",
    });
    expect(accrual({ kind: "points", perSet: { of, grant: 10 }, pick: "cheapest" }).figure).toMatchObject({
      ...set,
      pick: "cheapest",
    });
  });

  it("may differ by tier in what it grants and in when that lapses", () => {
    const byTier = { bronze: "1", silver: "2" };
    const two = { grant: rate(2n) };
    expect(accrual({ kind: "points", perUnit: { byTier } }).figure).toMatchObject(two);
    expect(accrual({ kind: "points", perVisit: { byTier } }).figure).toMatchObject(two);
    const perSet = { of: [{ units: 1 }], grant: { byTier } };
    expect(accrual({ kind: "points", perSet }).figure).toMatchObject(two);
    const expires = { byTier: { bronze: "never", silver: { endOf: "year" } } };
    expect(accrual({ kind: "points", fixed: 1, expires }).expires).toEqual({
      same: { endOf: "year", plus: 0 },
    });
  });

  it("lapses, and may be used, as its wallet says, unless it says otherwise", () => {
    expect(accrual({ kind: "credit", fixed: 1 })).toMatchObject({ usable: undefined, expires: undefined });
    const { usable, expires } = accrual({
      kind: "credit",
      fixed: 1,
      expires: { after: { days: 30 } },
      usable: {
        when: { fact: "basket.total", operator: "greaterThan", value: "500000" },
        items: { category: "coffee" },
        maxShare: "30",
      },
    });
    expect(expires).toEqual({ same: { after: { days: 30 } } });
    expect(usable).toMatchObject({
      when: { kind: "check", use: { name: "basket.total" }, right: { literal: 500_000n } },
      maxShare: rate(30n, 100n),
    });
    expect(usable?.items?.({ sku: undefined, brand: undefined, tags: [], categories: ["tea"] })).toBe(false);
  });
});

describe("an accrual is refused", () => {
  const perSet = { of: [{ units: 1 }], grant: 1 };
  it.each<[string, object, readonly string[]]>([
    ["without a figure", {}, ["one-of "]],
    ["with two", { perVisit: 1, perUnit: 1 }, ["one-of "]],
    ["that grants nothing", { perVisit: "0" }, ["number-range /perVisit"]],
    ["with a set of nothing", { perSet: { ...perSet, of: [] } }, ["array-too-short /perSet/of"]],
    ["with a set that grants nothing", { perSet: { of: perSet.of } }, ["required /perSet/grant"]],
    ["that picks units of no set", { perUnit: 1, pick: "dearest" }, ["one-of /pick"]],
    ["with the units of a discount", { percent: 5, units: 1 }, ["unknown-field /units"]],
    ["that may be used for nothing said", { fixed: 1, usable: {} }, ["required /usable"]],
    [
      "that may be used when a fact is there that is not",
      { fixed: 1, usable: { when: { fact: "weather", operator: "equal", value: 1 } } },
      ["fact-unknown /usable/when/fact"],
    ],
    [
      "that may be used for more than all",
      { fixed: 1, usable: { maxShare: 101 } },
      ["number-range /usable/maxShare"],
    ],
    ["that lapses at once", { fixed: 1, expires: { after: {} } }, ["number-range /expires/after"]],
    [
      "that lapses for one tier alone",
      { fixed: 1, expires: { byTier: { bronze: "never" } } },
      ["required /expires/byTier/silver"],
    ],
    ["with a slip in a key", { perVisitt: 1 }, ["unknown-field /perVisitt"]],
  ])("%s", (_, parts, issues) => {
    expect(refused(parts)).toEqual(issues);
  });

  it("where there is no wallet of its kind", () => {
    const benefit = { kind: "tickets", fixed: 1 };
    expect(told(programOf({ benefit }))).toEqual(["ref-missing /offers/0/benefit/wallet"]);
  });

  it("with a condition of too many parts", () => {
    const checks = Array.from({ length: 300 }, () => ({ condition: "large" }));
    const large = { all: [{ fact: "basket.total", operator: "equal", value: 1 }] };
    const benefit = { kind: "credit", fixed: 1, usable: { when: { any: checks } } };
    const offers = [{ id: "a", benefit }];
    expect(told(program({ tiers: LADDER, ...WALLETS, conditions: { large }, offers }))).toEqual([
      "nodes /offers/0/benefit/usable/when",
    ]);
  });
});
