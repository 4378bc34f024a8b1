import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount, parseAmount, scaleOf, WHOLE_DIGITS } from "../../src/units/amount.js";

const Exact = Decimal.clone({ precision: 100, defaults: true });

/** The same reading, written with decimal.js and the words of the specification. */
function oracle(text: string, digits: number): bigint | undefined {
  if (/^0[0-9]|^\.|\.$|[^0-9.]|^$|\..*\./.test(text)) return undefined;
  const [whole = "", fraction = ""] = text.split(".");
  if (whole.length > WHOLE_DIGITS || fraction.length > digits) return undefined;
  return BigInt(new Exact(text).times(new Exact(10).pow(digits)).toFixed(0));
}

describe("parseAmount", () => {
  it("reads 2.5 at two decimals as 250 and refuses 2.505", () => {
    expect(parseAmount("2.5", 2)).toBe(250n);
    expect(parseAmount("2.505", 2)).toBeUndefined();
  });

  it.each([
    ["0", 0, 0n],
    ["0", 3, 0n],
    ["0.000001", 6, 1n],
    ["500000", 0, 500_000n],
    ["999999999999999999", 0, 999_999_999_999_999_999n],
    ["999999999999999999.999999", 6, 999_999_999_999_999_999_999_999n],
    ["1.50", 2, 150n],
  ])("reads the text %s at %i decimals exactly", (text, digits, minor) => {
    expect(parseAmount(text, digits)).toBe(minor);
  });

  it("reads safe integers, and -0 as 0", () => {
    expect(parseAmount(12_500, 0)).toBe(12_500n);
    expect(parseAmount(12_500, 2)).toBe(1_250_000n);
    expect(parseAmount(-0, 2)).toBe(0n);
    expect(parseAmount(Number.MAX_SAFE_INTEGER, 6)).toBe(9_007_199_254_740_991_000_000n);
  });

  it.each([
    ["an exponent", "1e3"],
    ["a negative zero", "-0"],
    ["a negative amount", "-1"],
    ["leading zeros", "007"],
    ["a plus sign", "+5"],
    ["Persian digits", "۱۲۳"],
    ["Arabic digits", "١٢٣"],
    ["19 whole digits", "1000000000000000000"],
    ["hexadecimal", "0x10"],
    ["a bare point in front", ".5"],
    ["a bare point at the end", "5."],
    ["two points", "1.2.3"],
    ["a thousands separator", "1,000"],
    ["white space around", " 5"],
    ["a line end behind", "5\n"],
    ["nothing", ""],
    ["Infinity", "Infinity"],
    ["NaN", "NaN"],
  ])("refuses %s", (_, text) => {
    expect(parseAmount(text, 6)).toBeUndefined();
  });

  it.each([35.41, 0.1, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1e21])(
    "refuses the number %d",
    (number) => {
      expect(parseAmount(number, 6)).toBeUndefined();
    },
  );

  it("agrees with decimal.js on any text that looks like a number", () => {
    const text = fc.oneof(
      fc.stringMatching(/^[0-9]{0,20}(?:\.[0-9]{0,8})?$/),
      fc.string({ unit: fc.constantFrom(..."0123456789.+-e "), maxLength: 24 }),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 6 }), (written, digits) => {
        expect(parseAmount(written, digits)).toBe(oracle(written, digits));
      }),
      { seed: 42, numRuns: 5_000 },
    );
  });

  it("reads back what was formatted", () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });
    fc.assert(
      fc.property(minor, fc.integer({ min: 0, max: 6 }), (amount, digits) => {
        expect(parseAmount(formatAmount(amount, digits), digits)).toBe(amount);
      }),
      { seed: 42, numRuns: 2_000 },
    );
  });
});

describe("formatAmount", () => {
  it.each([
    [250n, 2, "2.50"],
    [0n, 0, "0"],
    [0n, 2, "0.00"],
    [5n, 2, "0.05"],
    [-5n, 2, "-0.05"],
    [-250n, 2, "-2.50"],
    [-7n, 0, "-7"],
    [123_456_789_012_345_678n, 6, "123456789012.345678"],
  ])("writes %s at %i decimals as %s", (minor, digits, text) => {
    expect(formatAmount(minor, digits)).toBe(text);
  });
});

it("formatAmount writes exactly where safe integers end, as bigints write themselves", () => {
  const near = fc.bigInt({ min: 2n ** 53n - 9n, max: 2n ** 53n + 9n });
  fc.assert(
    fc.property(fc.oneof(near, fc.bigInt(0n, 10n ** 24n)), (minor) => {
      expect(formatAmount(minor, 0)).toBe(minor.toString());
      expect(formatAmount(-minor, 0)).toBe((-minor).toString());
    }),
    { seed: 42, numRuns: 1_000 },
  );
});

describe("scaleOf", () => {
  it("is ten to the power of the digits, also beyond its table", () => {
    expect([0, 1, 6, 18].map(scaleOf)).toEqual([1n, 10n, 1_000_000n, 10n ** 18n]);
    expect(scaleOf(30)).toBe(10n ** 30n);
  });
});
