import { describe, expect, it } from "vitest";
import { readAttributePath } from "../../src/program/attribute-path.js";
import { program, told } from "./programs.js";

describe("readAttributePath", () => {
  it("reads names and indexes", () => {
    expect(readAttributePath("$.city")).toEqual(["city"]);
    expect(readAttributePath("$.address.lines[0]")).toEqual(["address", "lines", 0]);
    expect(readAttributePath("$[0][12].a_1")).toEqual([0, 12, "a_1"]);
    expect(readAttributePath("$.length")).toEqual(["length"]);
  });

  it.each([
    "$",
    "",
    "city",
    "$..*",
    "$..city",
    "$.*",
    "$[*]",
    "$[?(@.p>5)]",
    "$[(@.length-1)]",
    "$.a^",
    "`$.a",
    "$.a@number()",
    "$.a~",
    "$['a']",
    "$[-1]",
    "$[01]",
    "$[10000]",
    "$[0:2]",
    "$.a,b",
    "$.1a",
    "$.شهر",
    "$.a b",
    "$.a\n",
    "$.__proto__.x",
    "$.constructor.name",
    "$.a.prototype",
    "$.a[0].__proto__",
  ])("refuses %s", (path) => {
    expect(readAttributePath(path)).toBeUndefined();
    if (path !== "") {
      expect(told(program({ attributes: { it: { path, type: "text" } } }))).toEqual([
        "path-forbidden /attributes/it/path",
      ]);
    }
  });
});
