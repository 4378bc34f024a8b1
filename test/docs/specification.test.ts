import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FACTS } from "../../src/facts/catalogue.js";
import { OPERATOR_NAMES } from "../../src/facts/operators.js";
import { readPage, rowsOf } from "./markdown.js";

const { text } = readPage("docs/specification.md");
const numbers = [...text.matchAll(/^\*\*R(\d+)\.(\d+)\*\*/gm)].map(
  ([, a, b]) => [Number(a), Number(b)] as const,
);

function sectionOf(heading: string): string {
  return text.split(/^## /m).find((section) => section.startsWith(heading)) ?? "";
}

describe("the specification", () => {
  it("numbers its rules without gaps, each under its own heading", () => {
    const headings = [...text.matchAll(/^## R(\d+) /gm)].map(([, number]) => Number(number));
    expect(headings).toEqual(headings.map((_, index) => index + 1));
    for (const section of headings) {
      const own = numbers.filter(([a]) => a === section).map(([, b]) => b);
      expect(own, `R${section}`).toEqual(own.map((_, index) => index + 1));
      const rules = [...sectionOf(`R${section} `).matchAll(/^\*\*R(\d+)\./gm)].map(([, a]) => Number(a));
      expect(rules.every((a) => a === section)).toBe(true);
    }
  });

  it("cites only rules that there are", () => {
    const known = new Set(numbers.map(([a, b]) => `R${a}.${b}`));
    const cited = [...text.matchAll(/R\d+\.\d+/g)].map(([rule]) => rule);
    expect(cited.filter((rule) => !known.has(rule))).toEqual([]);
  });

  it("gives the meaning of every issue code, and of no other", () => {
    const source = readFileSync(new URL("../../src/documents/club-error.ts", import.meta.url), "utf8");
    const [, union = ""] = /export type IssueCode =([\s\S]*?);/.exec(source) ?? [];
    const codes = [...union.matchAll(/"([a-z-]+)"/g)].map(([, code]) => code);
    const rows = rowsOf(sectionOf("R12 ")).slice(2);
    expect(rows.map(([code = ""]) => code.replaceAll("`", ""))).toEqual(codes);
    expect(rows.every(([, meaning = ""]) => meaning.length > 0)).toBe(true);
  });

  it("speaks of every operator and every fact of the member", () => {
    for (const operator of OPERATOR_NAMES) expect(text).toContain(`\`${operator}\``);
    for (const { name } of FACTS.filter(({ ofMember }) => ofMember)) {
      expect(text).toMatch(new RegExp(`\`(?:${name}|${name.split(".")[1]})\``));
    }
  });
});

describe("the glossary", () => {
  it("gives each word one meaning", () => {
    const rows = rowsOf(readPage("docs/glossary.md").text).filter(([word = ""]) => !/^(word|-+)$/.test(word));
    const words = rows.flatMap(([word = ""]) => word.replaceAll("†", "").split(", "));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(rows.every(([, meaning = ""]) => meaning.length > 0)).toBe(true);
  });
});
