import { describe, expect, it } from "vitest";
import { bannedCalls } from "./tidy/call-rules.js";
import { cycles, directions, packages } from "./tidy/import-rules.js";
import { barrels, longFunctions, names, sizes } from "./tidy/shape-rules.js";
import { readSources, type Source, sourceOf } from "./tidy/source.js";

const sources = readSources();

describe("the house is tidy", () => {
  it("has been read", () => {
    expect(sources.length).toBeGreaterThan(50);
  });
  it("imports go from right to left, type imports too", () => {
    expect(sources.flatMap(directions)).toEqual([]);
  });
  it("every package stays in its room", () => {
    expect(sources.flatMap(packages)).toEqual([]);
  });
  it("no file imports itself by a detour, type imports too", () => {
    expect(cycles(sources)).toEqual([]);
  });
  it("no file inside only hands on what others say", () => {
    expect(sources.flatMap(barrels)).toEqual([]);
  });
  it("every file has a name that means something", () => {
    expect(sources.flatMap(names)).toEqual([]);
  });
  it("every file and every function can be seen at once", () => {
    expect([...sizes(sources), ...sources.flatMap(longFunctions)]).toEqual([]);
  });
  it("nothing outside the command reads a clock, a locale, the surroundings or a float", () => {
    expect(sources.flatMap(bannedCalls)).toEqual([]);
  });
});

describe("these rules can fail", () => {
  const planted = (path: string, ...lines: readonly string[]) => sourceOf(path, lines.join("\n"));
  const inFacts = (rule: Rule, ...codes: readonly string[]) =>
    codes.map((code) => [rule, "facts/a.ts", code] as const);
  type Rule = (source: Source) => readonly string[];

  const cases: readonly (readonly [Rule, string, string])[] = [
    [directions, "units/a.ts", 'import type { X } from "../facts/b.js";'],
    [directions, "units/a.ts", 'export type A = import("../facts/b.js").B;'],
    [directions, "cli/a.ts", 'import { X } from "../club.js";'],
    [directions, "attic/a.ts", ""],
    ...inFacts(
      packages,
      'import type { Decimal } from "decimal.js";',
      'import { sha256 } from "@noble/hashes/sha2.js";',
      'import { readFileSync } from "node:fs";',
      'import { z } from "zod";',
      'const later = import("date-fns");',
    ),
    [barrels, "facts/index.ts", "export const a = 1;"],
    ...inFacts(barrels, 'export * from "./b.js";', 'export { b } from "./b.js";'),
    [names, "facts/types.ts", ""],
    [names, "facts/date-utils.ts", ""],
    [names, "facts/readFact.ts", ""],
    ...inFacts(longFunctions, `const a = () => {${"\n".repeat(60)}};`),
    ...inFacts(
      bannedCalls,
      "Date.now()",
      "new Date()",
      "Math.random()",
      "parseFloat(x)",
      "performance.now()",
    ),
    ...inFacts(
      bannedCalls,
      "a.localeCompare(b)",
      "a?.toLocaleString()",
      "new Intl.Collator()",
      "process.env",
    ),
    ...inFacts(bannedCalls, "console.log(1)", "JSON.parse(x)", "x as any", "x!"),
  ];
  for (const [rule, path, code] of cases) {
    it(`${rule.name}: ${path} ${code.replaceAll("\n", "")}`, () => {
      expect(rule(planted(path, code))).toHaveLength(1);
    });
  }

  it("over several files", () => {
    const circle = [planted("a.ts", 'import "./b.js";'), planted("b.ts", 'import type { A } from "./a.js";')];
    expect(cycles(circle)).toHaveLength(1);
    expect(sizes([planted("a.ts", "\n".repeat(251))])).toHaveLength(1);
  });

  it("and pass", () => {
    const lines = [
      'import * as z from "zod";',
      'import type { X } from "../facts/b.js";',
      "new Date(0);",
      "JSON.stringify(z);",
    ];
    const fine = planted("program/a.ts", ...lines);
    const rules = [directions, packages, barrels, names, longFunctions, bannedCalls];
    expect(rules.flatMap((rule) => rule(fine))).toEqual([]);
  });
});
