import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/documents/club-error.js";
import { checkTiers, isTiered, placedFor, readByTier } from "../../src/program/read-tiered.js";

const LADDER = ["bronze", "silver"];
const double = (value: number) => value * 2;

function told(value: unknown, ladder: readonly string[] = LADDER): readonly string[] {
  const issues: Issue[] = [];
  checkTiers(value, ["x"], ladder, issues);
  return issues.map(({ code, path }) => `${code} ${path}`);
}

describe("isTiered", () => {
  it("knows a value by tier from one for all", () => {
    expect(isTiered({ byTier: { bronze: 1 } })).toBe(true);
    expect([isTiered(5), isTiered("byTier"), isTiered<unknown>(null), isTiered<object>({})]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("checkTiers", () => {
  it("wants every tier named, and no other", () => {
    expect(told({ byTier: { silver: 1, bronze: 2 } })).toEqual([]);
    expect(told({ byTier: { bronze: 1, gold: 2 } })).toEqual([
      "ref-missing /x/byTier/gold",
      "required /x/byTier/silver",
    ]);
    expect(told({ byTier: { bronze: 1 } }, [])).toEqual(["ref-missing /x/byTier/bronze"]);
  });

  it("has nothing to say of a value for all", () => {
    expect([told(5), told(undefined)]).toEqual([[], []]);
  });

  it("wants a tier called like a member of every object named as well", () => {
    expect(told({ byTier: {} }, ["toString"])).toEqual(["required /x/byTier/toString"]);
  });
});

describe("placedFor", () => {
  it("finds the value for a tier, with its place", () => {
    const value = { byTier: { bronze: 1, silver: 2 } };
    expect(placedFor(value, "silver", ["x"])).toEqual({ value: 2, path: ["x", "byTier", "silver"] });
    expect(placedFor(5, "silver", ["x"])).toEqual({ value: 5, path: ["x"] });
    expect(placedFor(value, undefined, ["x"])).toBeUndefined();
    expect(placedFor(value, "gold", ["x"])).toBeUndefined();
    expect(placedFor(value, "toString", ["x"])).toBeUndefined();
  });
});

describe("readByTier", () => {
  it("reads once for all, or once for each tier of the ladder", () => {
    expect(readByTier(5, LADDER, double)).toEqual({ same: 10 });
    expect(readByTier({ byTier: { silver: 2, bronze: 1 } }, LADDER, double)).toEqual({
      tier: new Map([
        ["bronze", 2],
        ["silver", 4],
      ]),
    });
  });

  it("leaves out a tier that is not named, whatever it is called", () => {
    expect(readByTier({ byTier: {} }, ["toString", "constructor"], double)).toEqual({ tier: new Map() });
  });
});
