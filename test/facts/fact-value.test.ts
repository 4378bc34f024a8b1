import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FACT_TYPES,
  type FactType,
  numberFact,
  numberFactOf,
  readFactValue,
  timeOfDay,
} from "../../src/facts/fact-value.js";

const JUNK: readonly unknown[] = [
  undefined,
  null,
  {},
  [],
  [1],
  true,
  "x",
  "",
  Number.NaN,
  -1.5,
  1e21,
  () => 1,
];

describe("readFactValue", () => {
  it.each<[FactType, unknown, unknown]>([
    ["boolean", true, true],
    ["text", "", ""],
    ["text", "9", "9"],
    ["texts", [], []],
    ["texts", ["a", "b"], ["a", "b"]],
    ["number", 11, 11_000_000n],
    ["number", "2.5", 2_500_000n],
    ["number", -3, -3_000_000n],
    ["number", "-2.5", -2_500_000n],
    ["number", "999999999999999999.999999", 999_999_999_999_999_999_999_999n],
    ["money", "500000", 50_000_000n],
    ["money", 500_000, 50_000_000n],
    ["money", "0.45", 45n],
    ["date", "2026-11-21", 20_778],
    ["date", { calendar: "persian", year: 1405, month: 8, day: 30 }, 20_778],
    ["time", "15:30", 55_800_000],
    ["time", "24:00", 86_400_000],
  ])("reads as %s %j", (type, written, value) => {
    expect(readFactValue(type, written, 2)).toEqual(value);
  });

  it.each<[FactType, unknown]>([
    ["boolean", "true"],
    ["boolean", 1],
    ["text", 5],
    ["text", ["a"]],
    ["texts", "a"],
    ["texts", ["a", 5]],
    ["number", "1e3"],
    ["number", "0x10"],
    ["number", 0.5],
    ["number", -0.5],
    ["number", "--5"],
    ["number", "۵"],
    ["number", [5]],
    ["number", true],
    ["number", "0.1234567"],
    ["number", -(2 ** 53)],
    ["money", "-5"],
    ["money", "0.455"],
    ["money", 0.45],
    ["date", "2026-02-29"],
    ["date", 20_778],
    ["date", "2026-11-21T10:00:00Z"],
    ["time", "25:00"],
    ["time", "9:00"],
    ["time", 9],
  ])("takes for %s no %j: nothing is converted or guessed", (type, written) => {
    expect(readFactValue(type, written, 2)).toBeUndefined();
  });

  it("never throws, whatever it is given", () => {
    const anything = fc.oneof(fc.anything(), fc.constantFrom(...JUNK));
    fc.assert(
      fc.property(
        fc.constantFrom(...FACT_TYPES),
        anything,
        fc.integer({ min: 0, max: 6 }),
        (type, written, digits) => {
          const kind = typeof readFactValue(type, written, digits);
          expect(["undefined", "boolean", "string", "object", "bigint", "number"]).toContain(kind);
        },
      ),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("numberFact", () => {
  it("is a whole number as the document would write it", () => {
    expect(numberFact(11)).toBe(readFactValue("number", 11, 0));
    expect(numberFactOf(250n, 2)).toBe(readFactValue("number", "2.5", 0));
    expect(numberFactOf(7n, 0)).toBe(numberFact(7));
  });
});

describe("timeOfDay", () => {
  it("reads hours and minutes, the end of the day included", () => {
    expect(["00:00", "00:01", "23:59", "24:00"].map(timeOfDay)).toEqual([0, 60_000, 86_340_000, 86_400_000]);
    expect(["24:01", "1:00", "12:60", "12:00:00", ""].map(timeOfDay)).toEqual(Array(5).fill(undefined));
  });
});
