import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount } from "../../src/units/amount.js";
import { parseRate } from "../../src/units/rate.js";
import { formatWorth, worthOfMinor } from "../../src/units/worth.js";

describe("worthOfMinor", () => {
  it("values 60 points of 50 each at 3,000", () => {
    expect(formatWorth(60n * worthOfMinor(parseRate("50"), 0), 0)).toBe("3000");
  });

  it("values 120,000 of credit at 0.45 at 54,000, less than 60,000 of cash", () => {
    const credit = 120_000n * worthOfMinor(parseRate("0.45"), 0);
    expect(formatWorth(credit, 0)).toBe("54000");
    expect(credit < 60_000n * worthOfMinor(parseRate("1"), 0)).toBe(true);
  });

  it("is exact for a millionth of a unit that is worth a millionth", () => {
    expect(worthOfMinor(parseRate("0.000001"), 6)).toBe(1n);
    expect(formatWorth(1n, 0)).toBe("0.000000000001");
  });

  it("is exact for every worth of 6 decimals and every wallet of 6", () => {
    const millionths = fc.bigInt({ min: 0n, max: 10n ** 24n });
    fc.assert(
      fc.property(millionths, fc.integer({ min: 0, max: 6 }), (worth, digits) => {
        const minor = worthOfMinor(parseRate(formatAmount(worth, 6)), digits);
        expect(minor * 10n ** BigInt(digits)).toBe(worth * 10n ** 6n);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("formatWorth", () => {
  it("shows the currency's decimals, and more only where the exact figure needs them", () => {
    const unit = 10n ** 12n;
    expect(formatWorth(0n, 0)).toBe("0");
    expect(formatWorth(0n, 2)).toBe("0.00");
    expect(formatWorth(5n * unit, 2)).toBe("5.00");
    expect(formatWorth((5n * unit) / 2n, 0)).toBe("2.5");
    expect(formatWorth((5n * unit) / 2n, 2)).toBe("2.50");
    expect(formatWorth(unit / 8n, 2)).toBe("0.125");
    expect(formatWorth(-unit / 4n, 0)).toBe("-0.25");
    expect(formatWorth(-3n * unit, 0)).toBe("-3");
  });
});
