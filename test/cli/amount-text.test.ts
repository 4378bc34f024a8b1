import { describe, expect, it } from "vitest";
import { amountText, greatestFirst, isZero, lessOf, shortened, sumOf } from "../../src/cli/amount-text.js";

describe("amountText", () => {
  it.each([
    ["0", "0"],
    ["999", "999"],
    ["1000", "1,000"],
    ["600000", "600,000"],
    ["1234567.5000", "1,234,567.5000"],
    ["999999999999999999", "999,999,999,999,999,999"],
    ["0.45", "0.45"],
  ])("sets thousands apart: %s is %s", (amount, text) => {
    expect(amountText(amount)).toBe(text);
  });
});

describe("amounts compared and added", () => {
  it("is exact, and never lexical", () => {
    expect(["9", "10", "9.5", "100", "9.50"].sort(greatestFirst)).toEqual(["100", "10", "9.5", "9.50", "9"]);
    expect(sumOf(["0.1", "0.25", "1"])).toBe("1.35");
    expect(sumOf(["999999999999999999", "1"])).toBe("1000000000000000000");
    expect(sumOf(["0.01"])).toBe("0.01");
    expect(sumOf([])).toBe("0");
  });

  it("knows nothing from something", () => {
    expect(["0", "0.00", "0.01", "10"].map(isZero)).toEqual([true, true, false, false]);
  });
});

describe("what is left", () => {
  it.each([
    ["10", "2.50", "7.50"],
    ["1.00", "0.95", "0.05"],
    ["5", "5", "0"],
    ["123456789012345678.25", "0.25", "123456789012345678.00"],
  ])("of %s less %s is %s", (amount, less, left) => {
    expect(lessOf(amount, less)).toBe(left);
  });

  it("is written as short as it can be", () => {
    expect(["0.500", "12.00", "120", "0.05"].map(shortened)).toEqual(["0.5", "12", "120", "0.05"]);
  });
});
