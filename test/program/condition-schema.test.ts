import { describe, expect, it } from "vitest";
import { parseWith } from "../../src/documents/parse-with.js";
import { conditionSchema } from "../../src/program/condition-schema.js";

const issuesOf = (written: unknown) => {
  const parsed = parseWith(conditionSchema, written);
  return parsed.ok ? [] : parsed.issues;
};
const told = (written: unknown) => issuesOf(written).map(({ code, path }) => `${code} ${path}`);
const check = { fact: "basket.total", operator: "equal", value: 1 };

describe("the shape of a condition", () => {
  it.each<[string, unknown]>([
    ["a check", check],
    ["a check with params", { ...check, params: { category: "coffee" } }],
    ["a check with null as value", { ...check, value: null }],
    ["all of some", { all: [check, check] }],
    ["all of nothing, which is always", { all: [] }],
    ["any of some", { any: [check] }],
    ["not", { not: { any: [{ not: check }] } }],
    ["a name", { condition: "student" }],
  ])("can be %s", (_, written) => {
    expect(told(written)).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["any of nothing", { any: [] }, ["cond-empty /any"]],
    ["not any of nothing", { not: { any: [] } }, ["cond-empty /not/any"]],
    ["not of a list", { not: [] }, ["cond-shape /not"]],
    ["not of nothing", { not: null }, ["cond-shape /not"]],
    ["all of an object", { all: {} }, ["cond-shape /all"]],
    ["any of a text", { any: "x" }, ["cond-shape /any"]],
    ["a list", [check], ["cond-shape "]],
    ["a text", "basket.total > 5", ["cond-shape "]],
    ["null", null, ["cond-shape "]],
    ["nothing in it", {}, ["cond-shape "]],
    ["no kind of node", { operator: "equal", value: 1 }, ["cond-shape "]],
    ["a name that is no text", { condition: 5 }, ["cond-shape /condition"]],
    ["all beside any", { all: [check], any: [check] }, ["cond-shape "]],
    ["a check beside all", { ...check, all: [] }, ["cond-shape "]],
    ["a fact that is no text", { ...check, fact: 5 }, ["type /fact"]],
    ["no operator", { fact: "a", value: 1 }, ["required /operator"]],
    ["no value", { fact: "x", operator: "equal" }, ["required /value"]],
    ["a value that is undefined", { fact: "x", operator: "equal", value: undefined }, ["required /value"]],
    ["params that are a list", { ...check, params: [] }, ["type /params"]],
    ["params that are null", { ...check, params: null }, ["type /params"]],
    ["a priority", { ...check, priority: 5 }, ["unknown-field /priority"]],
    ["a priority beside all", { all: [], priority: 5 }, ["unknown-field /priority"]],
    ["a name of its own", { ...check, name: "x" }, ["unknown-field /name"]],
    ["a path", { ...check, path: "$.a" }, ["path-forbidden /path"]],
    ["an operator that is no text", { ...check, operator: ["equal"] }, ["operator-unknown /operator"]],
    ["a decorator", { ...check, operator: "not:equal" }, ["operator-unknown /operator"]],
    ["a chain of decorators", { ...check, operator: "not:not:not:equal" }, ["operator-unknown /operator"]],
    ["a pattern", { ...check, operator: "regex" }, ["operator-unknown /operator"]],
    ["the complement that is ours", { ...check, operator: "notMultipleOf" }, ["operator-unknown /operator"]],
    [
      "an operator called like a member of every object",
      { ...check, operator: "toString" },
      ["operator-unknown /operator"],
    ],
  ])("cannot have %s", (_, written, issues) => {
    expect(told(written)).toEqual(issues);
  });

  it.each(["toString", "hasOwnProperty", "evaluate", "isBooleanOperator"])(
    "cannot have the key %s, which json-rules-engine would take for its own",
    (key) => {
      expect(told({ ...check, [key]: 1 })).toEqual([`unknown-field /${key}`]);
      expect(told({ all: [{ any: [check], [key]: 1 }] })).toEqual([`unknown-field /all/0/${key}`]);
    },
  );

  it("says what was probably meant", () => {
    const hints = (written: unknown) => issuesOf(written).map(({ hint }) => hint);
    expect(hints({ ...check, operator: "greaterThen" })).toEqual(['did you mean "greaterThan"?']);
    expect(hints({ ...check, param: {} })).toEqual(['did you mean "params"?']);
    expect(hints({ al: [] })).toEqual(['did you mean "all"?']);
    expect(hints({ any: [] })).toEqual(["for always, write `all: []`"]);
    expect(hints({ ...check, path: "$" })).toEqual(["declare the value under `attributes` with its path"]);
  });

  it("tells all that is wrong at once, at every depth", () => {
    const written = { all: [{ any: [] }, { not: { fact: "x", operatr: "equal" } }, 5] };
    expect(told(written)).toEqual([
      "cond-empty /all/0/any",
      "unknown-field /all/1/not/operatr",
      "required /all/1/not/operator",
      "required /all/1/not/value",
      "cond-shape /all/2",
    ]);
  });

  it("has at most 512 nodes, as written", () => {
    const anyOf = (leaves: number) => ({ any: Array.from({ length: leaves }, () => check) });
    expect(told(anyOf(511))).toEqual([]);
    expect(told(anyOf(512))).toEqual(["nodes "]);
    expect(told(anyOf(200_000))).toEqual(["nodes "]);
    expect(told({ all: [anyOf(255), { not: anyOf(254) }] })).toEqual(["nodes "]);
    expect(told({ any: Array.from({ length: 600 }, () => 5) })).toEqual(["nodes "]);
  });

  it("overflows no stack, however deep it is", () => {
    let written: unknown = check;
    for (let level = 0; level < 500; level++) written = { not: written };
    expect(told(written)).toEqual([`depth ${"/not".repeat(33)}`]);
  });
});
