import { describe, expect, it } from "vitest";
import { valueForTier } from "../../src/program/wallet.js";

describe("valueForTier", () => {
  it("is the same for all, known tier or not, where it does not differ", () => {
    expect(valueForTier({ same: 5 }, "silver")).toBe(5);
    expect(valueForTier({ same: 5 }, undefined)).toBe(5);
  });

  it("is the tier's own where it differs, and none without a known tier", () => {
    const value = { tier: new Map([["silver", 5]]) };
    expect(valueForTier(value, "silver")).toBe(5);
    expect(valueForTier(value, "gold")).toBeUndefined();
    expect(valueForTier(value, undefined)).toBeUndefined();
  });
});
