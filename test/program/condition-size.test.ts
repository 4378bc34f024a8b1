import { describe, expect, it } from "vitest";
import { issuesOf, programOf, told } from "./programs.js";

const check = { fact: "basket.total", operator: "equal", value: 1 };
const nested = (levels: number, key: "all" | "any"): object =>
  levels === 1 ? check : { [key]: [nested(levels - 1, key)] };
const negated = (levels: number): object => (levels === 1 ? check : { not: negated(levels - 1) });

/** c0 names c1 twice, and so on: twice as many nodes at each level. */
function doubling(levels: number): object {
  const conditions: Record<string, object> = { [`c${levels}`]: check };
  for (let level = 0; level < levels; level++) {
    conditions[`c${level}`] = { all: [{ condition: `c${level + 1}` }, { condition: `c${level + 1}` }] };
  }
  return conditions;
}

describe("the size of a condition", () => {
  it("is at most 16 levels deep", () => {
    expect(told(programOf({ when: nested(16, "all") }))).toEqual([]);
    expect(told(programOf({ when: nested(17, "any") }))).toEqual(["depth /offers/0/when"]);
    expect(told(programOf({ when: negated(16) }))).toEqual([]);
    expect(told(programOf({ when: negated(17) }))).toEqual(["depth /offers/0/when"]);
  });

  it("counts the levels of named conditions", () => {
    const conditions = { deep: nested(10, "all") };
    const when = (levels: number): object =>
      levels === 0 ? { condition: "deep" } : { all: [when(levels - 1)] };
    expect(told(programOf({ when: when(6) }, { conditions }))).toEqual([]);
    expect(told(programOf({ when: when(7) }, { conditions }))).toEqual(["depth /offers/0/when"]);
  });

  it("counts the nodes of a named condition each time it is named", () => {
    const conditions = { many: { any: Array.from({ length: 101 }, () => check) } };
    const named = (times: number) => ({ any: Array.from({ length: times }, () => ({ condition: "many" })) });
    expect(told(programOf({ when: named(5) }, { conditions }))).toEqual([]);
    expect(issuesOf(programOf({ when: named(6) }, { conditions }))).toEqual([
      {
        code: "nodes",
        path: "/offers/0/when",
        message: "the condition has too many parts",
        expected: "at most 512",
        received: "613",
      },
    ]);
  });

  it("is at most 512 nodes", () => {
    const conditions = { many: { any: Array.from({ length: 101 }, () => check) } };
    const when = (leaves: number) => ({
      any: [
        ...Array.from({ length: 5 }, () => ({ condition: "many" })),
        ...Array.from({ length: leaves }, () => check),
      ],
    });
    expect(told(programOf({ when: when(1) }, { conditions }))).toEqual([]);
    expect(told(programOf({ when: when(2) }, { conditions }))).toEqual(["nodes /offers/0/when"]);
  });

  it("counts a condition that doubles at each of 8 levels as 511 nodes, at each of 9 as 1,023", () => {
    const when = { condition: "c0" };
    expect(told(programOf({ when }, { conditions: doubling(8) }))).toEqual([]);
    expect(issuesOf(programOf({ when }, { conditions: doubling(9) }))).toEqual([
      expect.objectContaining({ code: "nodes", path: "/offers/0/when", received: "1023" }),
    ]);
  });

  it("refuses one that doubles at each of 30 levels without unfolding it", () => {
    const issues = told(programOf({ when: { condition: "c0" } }, { conditions: doubling(30) }));
    expect(issues).toContain("nodes /offers/0/when");
  });
});
