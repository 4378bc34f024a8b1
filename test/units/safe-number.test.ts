import { expect, it } from "vitest";
import { isSafe, numberOf } from "../../src/units/safe-number.js";

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

it("a safe bigint is the same number", () => {
  for (const whole of [0n, 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 52n + 7n, LARGEST]) {
    expect(isSafe(whole)).toBe(true);
    expect(numberOf(whole)).toBe(Number(whole));
  }
});

it("what is below zero, or more than a number holds exactly, is not safe, however its lower bits look", () => {
  for (const whole of [
    -1n,
    -LARGEST,
    LARGEST + 1n,
    2n ** 53n + 5n,
    2n ** 64n,
    2n ** 64n + 5n,
    -(2n ** 64n) + 5n,
  ]) {
    expect(isSafe(whole)).toBe(false);
  }
});
