import { expect, test } from "vitest";
import { LARGEST_EXACT, toAmount, toNumber } from "../../src/units/small-amount.js";

const AMOUNTS = [0, 1, 7, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 560_000_000_001];

test.each([...AMOUNTS, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER])(
  "%d is the same amount as a number and as a bigint",
  (number) => {
    expect(toAmount(number)).toBe(BigInt(number));
    expect(toNumber(BigInt(number))).toBe(number);
  },
);

test("the largest exact amount is the largest safe integer", () => {
  expect(toNumber(LARGEST_EXACT)).toBe(Number.MAX_SAFE_INTEGER);
});
