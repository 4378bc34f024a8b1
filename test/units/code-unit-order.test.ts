import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodeUnit } from "../../src/units/code-unit-order.js";

describe("byCodeUnit", () => {
  it("orders 1, 10, 2, and capitals before small letters", () => {
    expect(["2", "10", "1", "a", "Z", "é", "ی"].sort(byCodeUnit)).toEqual([
      "1",
      "10",
      "2",
      "Z",
      "a",
      "é",
      "ی",
    ]);
  });

  it("orders a supplementary letter by its surrogates, before U+FFFD", () => {
    expect(byCodeUnit("\u{1f600}", "\ufffd")).toBe(-1);
  });

  it("compares unit by unit, the shorter first", () => {
    const oracle = (a: string, b: string): number => {
      for (let index = 0; index < Math.min(a.length, b.length); index++) {
        const off = a.charCodeAt(index) - b.charCodeAt(index);
        if (off !== 0) return Math.sign(off);
      }
      return Math.sign(a.length - b.length);
    };
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x41, max: 0x43 }));
    const text = fc.string({ unit: unit.map((code) => String.fromCharCode(code)), maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(byCodeUnit(a, b)).toBe(oracle(a, b));
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
