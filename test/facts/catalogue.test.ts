import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWith } from "../../src/documents/parse-with.js";
import { FACTS, foldCode } from "../../src/facts/catalogue.js";

describe("foldCode", () => {
  it.each([
    ["yalda ", "YALDA"],
    [" Yalda\t", "YALDA"],
    ["ＹＡＬＤＡ", "YALDA"],
    ["ｙａｌｄａ\u3000", "YALDA"],
    ["yalda\u00a0", "YALDA"],
    ["yalda-1405", "YALDA-1405"],
    ["①", "1"],
    ["یلدا", "یلدا"],
    ["", ""],
  ])("reads %j as %s", (code, folded) => {
    expect(foldCode(code)).toBe(folded);
  });

  it("does not take a Cyrillic А for a Latin A", () => {
    expect(foldCode("Y\u0410LDA")).not.toBe("YALDA");
    expect(foldCode("Y\u0410LDA")).toBe("Y\u0410LDA");
  });

  it("makes capitals of ASCII letters alone, in every locale alike", () => {
    expect(foldCode("iı")).toBe("Iı");
    expect(foldCode("straße")).toBe("STRAßE");
  });

  it("changes nothing that is folded already", () => {
    const code = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
    fc.assert(
      fc.property(code, (written) => {
        const folded = foldCode(written);
        expect(foldCode(folded)).toBe(folded);
        expect(folded).not.toMatch(/[a-z]|^\s|\s$/);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("the fact catalogue", () => {
  it("names each fact once, and says what it means", () => {
    const names = FACTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { meaning } of FACTS) expect(meaning.length).toBeGreaterThan(10);
  });

  it("has every fact of a member, and no other, unknown for a guest", () => {
    for (const { name, ofMember } of FACTS)
      expect([name, ofMember]).toEqual([name, name.startsWith("member.")]);
  });

  it("says in words what narrows a fact, where something does", () => {
    for (const { name, params, paramsNote } of FACTS) {
      expect([name, paramsNote !== ""]).toEqual([name, params !== undefined]);
    }
  });

  it("lets no fact take params that it does not know", () => {
    for (const { name, params } of FACTS) {
      if (params === undefined) continue;
      const parsed = parseWith(params, { surprise: 1 });
      const codes = parsed.ok ? [] : parsed.issues.map(({ code }) => code);
      expect([name, codes.includes("unknown-field")]).toEqual([name, true]);
    }
  });
});
