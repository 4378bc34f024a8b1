import { describe, expect, it } from "vitest";
import { closest, didYouMean } from "../../src/documents/closest.js";

describe("closest", () => {
  it.each([
    ["discuont", ["credit", "discount", "points"], "discount"],
    ["greaterThen", ["greaterThan", "greaterThanInclusive"], "greaterThan"],
    ["benifit", ["benefit"], "benefit"],
    ["Percent", ["percent"], "percent"],
    ["prcent", ["percent"], "percent"],
    ["perrcent", ["percent"], "percent"],
    ["cta", ["cat"], "cat"],
    ["silvr", ["bronze", "silver", "sliver"], "silver"],
  ])("finds that %s was meant among %j as %s", (written, names, name) => {
    expect(closest(written, names)).toBe(name);
  });

  it.each([
    ["cashbak", ["discount", "credit", "points"]],
    ["x", ["percent"]],
    ["abc", ["xyz"]],
    ["discoooont", ["discount"]],
    ["", ["abc"]],
    ["anything", []],
  ])("finds nothing near %j among %j", (written, names) => {
    expect(closest(written, names)).toBeUndefined();
  });

  it("allows a short word one slip only", () => {
    expect(closest("sky", ["sku"])).toBe("sku");
    expect(closest("sxy", ["sku"])).toBeUndefined();
    expect(closest("brnad", ["brand"])).toBe("brand");
    expect(closest("tire", ["tins"])).toBeUndefined();
    expect(closest("prices", ["prides"])).toBe("prides");
    expect(closest("prices", ["primed"])).toBe("primed");
  });

  it("takes the nearest, and of equals the first", () => {
    expect(closest("silver", ["silvers", "silver"])).toBe("silver");
    expect(closest("tiar", ["tier", "liar"])).toBe("tier");
    expect(closest("tiar", ["liar", "tier"])).toBe("liar");
  });

  it("does not look for what is longer than any name", () => {
    expect(closest("a".repeat(65), ["a".repeat(64)])).toBeUndefined();
  });

  it("looks at the first thousand names", () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `offer-${index}-of-many`);
    expect(closest("discuont", [...names.slice(1), "discount"])).toBe("discount");
    expect(closest("discuont", [...names, "discount"])).toBeUndefined();
  });
});

describe("didYouMean", () => {
  it("asks with the name in quotes, and is silent without one", () => {
    expect(didYouMean("discuont", ["discount"])).toBe('did you mean "discount"?');
    expect(didYouMean("cashbak", ["discount"])).toBeUndefined();
  });
});
