import { expect, it, test } from "vitest";
import { bigintOf, isSafe, LARGEST_SAFE, numberOf, safeNumber } from "../../src/units/safe-number.js";

const SAFE = [0, 1, 7, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 560_000_000_001, 2 ** 52 + 7];
const LARGEST = Number.MAX_SAFE_INTEGER;

test.each([...SAFE, LARGEST - 1, LARGEST])("%d is the same as a number and as a bigint", (number) => {
  expect(isSafe(BigInt(number))).toBe(true);
  expect(numberOf(BigInt(number))).toBe(number);
  expect(safeNumber(BigInt(number))).toBe(number);
  expect(bigintOf(number)).toBe(BigInt(number));
});

test("the largest safe bigint is the largest safe integer", () => {
  expect(numberOf(LARGEST_SAFE)).toBe(LARGEST);
});

it.each([
  -1n,
  -LARGEST_SAFE,
  LARGEST_SAFE + 1n,
  2n ** 53n + 5n,
  2n ** 64n,
  2n ** 64n + 5n,
  -(2n ** 64n) + 5n,
])("%d is below zero or more than a number holds exactly: not safe, however its lower bits look", (whole) => {
  expect(isSafe(whole)).toBe(false);
  expect(safeNumber(whole)).toBeNaN();
});
