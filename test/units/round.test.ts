import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvariantError } from "../../src/units/invariant.js";
import { DOWN, divide, divideSmall, type RoundingMode, UP } from "../../src/units/round.js";

const Exact = Decimal.clone({ precision: 120, defaults: true });
const ORACLE: { readonly [mode in RoundingMode]: Decimal.Rounding } = {
  halfUp: Decimal.ROUND_HALF_UP,
  halfEven: Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
};

const mode = fc.constantFrom<RoundingMode>("halfUp", "halfEven", "down", "up");
const numerator = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 36n }), fc.bigInt({ min: 0n, max: 200n }));
const denominator = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 20n }));
const step = fc.constantFrom(1n, 1n, 2n, 5n, 500n, 1_000n);

const one = (rounding: RoundingMode, over: bigint, under: bigint) =>
  divide(over, under, { mode: rounding, step: 1n });

describe("divide", () => {
  it("rounds 7 / 2 half up to 4, half even to 4, down to 3, up to 4", () => {
    expect(one("halfUp", 7n, 2n)).toBe(4n);
    expect(one("halfEven", 7n, 2n)).toBe(4n);
    expect(one("down", 7n, 2n)).toBe(3n);
    expect(one("up", 7n, 2n)).toBe(4n);
  });

  it("rounds 2.5 and 3.5 half even to 2 and 4", () => {
    expect(one("halfEven", 5n, 2n)).toBe(2n);
    expect(one("halfEven", 7n, 2n)).toBe(4n);
  });

  it("rounds 12,345 to whole 500s as 12,500", () => {
    expect(divide(12_345n, 1n, { mode: "halfUp", step: 500n })).toBe(12_500n);
    expect(divide(12_250n, 1n, { mode: "halfUp", step: 500n })).toBe(12_500n);
    expect(divide(12_250n, 1n, { mode: "halfEven", step: 500n })).toBe(12_000n);
    expect(divide(12_249n, 1n, { mode: "halfUp", step: 500n })).toBe(12_000n);
    expect(divide(12_001n, 1n, { mode: "up", step: 500n })).toBe(12_500n);
    expect(divide(12_499n, 1n, { mode: "down", step: 500n })).toBe(12_000n);
  });

  it("takes 10 % of 99,999 as 9,999 down, 10,000 half even and 10,000 up", () => {
    expect(one("down", 99_999n, 10n)).toBe(9_999n);
    expect(one("halfEven", 99_999n, 10n)).toBe(10_000n);
    expect(one("up", 99_999n, 10n)).toBe(10_000n);
  });

  it("takes 10 % of 999,999,999,999,999,999 down as 99,999,999,999,999,999", () => {
    expect(divide(999_999_999_999_999_999n, 10n, DOWN)).toBe(99_999_999_999_999_999n);
    expect(divide(999_999_999_999_999_999n, 10n, UP)).toBe(100_000_000_000_000_000n);
  });

  it("agrees with decimal.js in every mode and step", () => {
    fc.assert(
      fc.property(numerator, denominator, mode, step, (over, under, rounding, size) => {
        const steps = new Exact(over.toString()).div(new Exact((under * size).toString()));
        // Only a quotient that decimal.js holds to the end says whether it is a tie.
        fc.pre(steps.times((under * size).toString()).eq(over.toString()) || steps.decimalPlaces() > 30);
        const expected = BigInt(steps.toDecimalPlaces(0, ORACLE[rounding]).toFixed(0)) * size;
        expect(divide(over, under, { mode: rounding, step: size })).toBe(expected);
      }),
      { seed: 42, numRuns: 3_000 },
    );
  });

  it("gives a whole multiple of the step, less than one step from the exact figure, half a step where it rounds half", () => {
    fc.assert(
      fc.property(numerator, denominator, mode, step, (over, under, rounding, size) => {
        const rounded = divide(over, under, { mode: rounding, step: size });
        const off = rounded * under - over;
        const distance = off < 0n ? -off : off;
        expect(rounded % size).toBe(0n);
        if (rounding === "down") expect(off <= 0n).toBe(true);
        if (rounding === "up") expect(off >= 0n).toBe(true);
        if (rounding.startsWith("half")) expect(distance * 2n <= under * size).toBe(true);
        else expect(distance < under * size).toBe(true);
      }),
      { seed: 42, numRuns: 2_000 },
    );
  });

  it("never gives less for more", () => {
    fc.assert(
      fc.property(
        numerator,
        fc.bigInt(0n, 1_000n),
        denominator,
        mode,
        step,
        (over, more, under, how, size) => {
          const rounding = { mode: how, step: size };
          expect(divide(over + more, under, rounding) >= divide(over, under, rounding)).toBe(true);
        },
      ),
      { seed: 42, numRuns: 2_000 },
    );
  });

  it.each([
    ["a negative numerator", -1n, 1n, 1n],
    ["a denominator of zero", 1n, 0n, 1n],
    ["a negative denominator", 1n, -1n, 1n],
    ["a step of zero", 1n, 1n, 0n],
  ])("holds %s to be our own bug", (_, over, under, size) => {
    expect(() => divide(over, under, { mode: "down", step: size })).toThrow(InvariantError);
  });
});

/** Both parts times this are the same fraction. */
const LARGE = 2n ** 64n;

describe("divideSmall", () => {
  it("gives what divide gives of parts too large for numbers, up to the largest number that is exact", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    const over = fc.oneof(fc.integer({ min: largest - 9, max: largest }), fc.maxSafeNat(), fc.nat(200));
    const under = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: largest }));
    fc.assert(
      fc.property(mode, over, under, (rounding, top, bottom) => {
        const large = one(rounding, BigInt(top) * LARGE, BigInt(bottom) * LARGE);
        expect(BigInt(divideSmall(top, bottom, rounding))).toBe(large);
      }),
      { seed: 42, numRuns: 2_000 },
    );
  });
});
