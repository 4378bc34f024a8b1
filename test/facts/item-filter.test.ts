import { describe, expect, it } from "vitest";
import { parseWith } from "../../src/documents/parse-with.js";
import { type ItemFilter, itemFilter, itemTest, type Labelled, listOf } from "../../src/facts/item-filter.js";

const line = (labels: Partial<Labelled>): Labelled => ({
  sku: undefined,
  categories: [],
  brand: undefined,
  tags: [],
  ...labels,
});
const coffee = line({ sku: "C-1", categories: ["coffee", "hot"], brand: "Acme", tags: ["new"] });
const tea = line({ sku: "T-1", categories: ["tea"], brand: "Other" });
const bare = line({});

const matching = (filter: ItemFilter) =>
  [coffee, tea, bare]
    .map((one, index) => (itemTest(filter)(one) ? ["coffee", "tea", "bare"][index] : ""))
    .join("");

describe("itemTest", () => {
  it.each<[string, ItemFilter, string]>([
    ["nothing is asked", {}, "coffeeteabare"],
    ["one category", { category: "coffee" }, "coffee"],
    ["one of several categories", { category: ["coffee", "tea"] }, "coffeetea"],
    ["any of a line's categories", { category: "hot" }, "coffee"],
    ["a sku", { sku: "T-1" }, "tea"],
    ["a brand", { brand: ["Acme"] }, "coffee"],
    ["a tag", { tag: "new" }, "coffee"],
    ["two keys, which must both hold", { category: ["coffee", "tea"], brand: "Other" }, "tea"],
    ["two keys that no line has together", { category: "tea", brand: "Acme" }, ""],
    ["all but a brand", { not: { brand: "Acme" } }, "teabare"],
    ["coffee and tea but Acme's", { category: ["coffee", "tea"], not: { brand: "Acme" } }, "tea"],
    ["all but what has both", { not: { brand: "Acme", category: "tea" } }, "coffeeteabare"],
    ["all but everything", { not: {} }, ""],
    ["other capitals", { category: "Coffee" }, ""],
    ["a part of a name", { category: "cof" }, ""],
  ])("where %s is asked", (_, filter, lines) => {
    expect(matching(filter)).toBe(lines);
  });
});

describe("itemFilter", () => {
  const told = (written: unknown) => {
    const parsed = parseWith(itemFilter, written);
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
  };

  it("takes a text or a list of texts for each key, and one level of not", () => {
    expect(told({ sku: "a", category: ["a", "b"], not: { tag: ["x"], brand: "b" } })).toEqual([]);
  });

  it.each<[unknown, readonly string[]]>([
    [{ categori: "a" }, ["unknown-field /categori"]],
    [{ category: [] }, ["array-too-short /category"]],
    [{ category: "" }, ["string-too-short /category"]],
    [{ category: ["a", ""] }, ["string-too-short /category/1"]],
    [{ category: 5 }, ["type /category"]],
    [{ not: { not: { sku: "a" } } }, ["unknown-field /not/not"]],
    [{ sku: Array.from({ length: 1_001 }, () => "a") }, ["array-too-long /sku"]],
    [[], ["type "]],
  ])("refuses %#", (written, issues) => {
    expect(told(written)).toEqual(issues);
  });
});

describe("listOf", () => {
  it("is a list of one for a text", () => {
    expect([listOf("a"), listOf(["a", "b"])]).toEqual([["a"], ["a", "b"]]);
  });
});
