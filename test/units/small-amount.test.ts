import { expect, test } from "vitest";
import { LARGEST_EXACT, smallNumber, toAmount, toNumber } from "../../src/units/small-amount.js";

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

test.each([-1n, LARGEST_EXACT + 1n, 2n ** 64n, 2n ** 64n + 1n])("%d is no small number", (amount) => {
  expect(smallNumber(amount)).toBeNaN();
});

test("the largest exact amount is a small number, and so is zero", () => {
  expect([smallNumber(LARGEST_EXACT), smallNumber(0n)]).toEqual([Number.MAX_SAFE_INTEGER, 0]);
});
