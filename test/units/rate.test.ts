import { Decimal } from "decimal.js";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { exceeds, parsePercent, parseRate } from "../../src/units/rate.js";

afterEach(() => {
  Decimal.set({ defaults: true });
});

describe("parseRate", () => {
  it("reads 1.2 as 12 / 10, and 3 as 3 / 1", () => {
    expect(parseRate("1.2")).toEqual({ numerator: 12n, denominator: 10n });
    expect(parseRate(3)).toEqual({ numerator: 3n, denominator: 1n });
    expect(parseRate("0")).toEqual({ numerator: 0n, denominator: 1n });
  });

  it("is exact for 18 whole digits and 6 decimals", () => {
    expect(parseRate("123456789012345678.123456")).toEqual({
      numerator: 123_456_789_012_345_678_123_456n,
      denominator: 1_000_000n,
    });
  });

  it("is the ratio that its digits say", () => {
    const text = fc.stringMatching(/^(0|[1-9][0-9]{0,17})\.[0-9]{1,6}$/);
    fc.assert(
      fc.property(text, (written) => {
        const { numerator, denominator } = parseRate(written);
        const [whole = "", fraction = ""] = written.split(".");
        expect(numerator * 10n ** BigInt(fraction.length)).toBe(BigInt(whole + fraction) * denominator);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("is not reached by a host that sets decimal.js otherwise", () => {
    Decimal.set({ precision: 2, rounding: Decimal.ROUND_UP });
    expect(parseRate("123456.789")).toEqual({ numerator: 123_456_789n, denominator: 1_000n });
    expect(exceeds("100.0001", "100")).toBe(true);
  });
});

describe("parsePercent", () => {
  it("reads 12.5 as 125 / 1000, and 100 as one", () => {
    expect(parsePercent("12.5")).toEqual({ numerator: 125n, denominator: 1_000n });
    const { numerator, denominator } = parsePercent(100);
    expect(numerator).toBe(denominator);
  });
});

describe("exceeds", () => {
  it("compares figures, not texts", () => {
    expect(exceeds("9", "10")).toBe(false);
    expect(exceeds("10", "9")).toBe(true);
    expect(exceeds("1.0", 1)).toBe(false);
    expect(exceeds("9007199254740993", "9007199254740992")).toBe(true);
  });
});
