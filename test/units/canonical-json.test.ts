import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/units/canonical-json.js";

describe("canonicalJson", () => {
  it("orders keys by code unit on every level, and keeps lists as they are", () => {
    const value = { b: [3, 1, 2], a: { "10": 1, "2": 2, "1": 3 }, Z: null, "\u20ac": true };
    expect(canonicalJson(value)).toBe('{"Z":null,"a":{"1":3,"10":1,"2":2},"b":[3,1,2],"€":true}');
  });

  it("orders the keys of RFC 8785's own example", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const keys = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
    const places = keys.map((key) => canonicalJson(value).indexOf(`${JSON.stringify(key)}:`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("writes numbers as ECMAScript does, -0 as 0", () => {
    expect(canonicalJson([1e21, 1e-7, -0, 0.1, 333333333.3333333])).toBe(
      "[1e+21,1e-7,0,0.1,333333333.3333333]",
    );
  });

  it("does not depend on the order in which keys were written", () => {
    expect(canonicalJson({ a: 1, b: { c: 2, d: 3 } })).toBe(canonicalJson({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it("is not misled by objects seen before that end in the same key, or have the same keys in another order", () => {
    const values = [
      { b: 1, a: 2, z: 3 },
      { a: 1, b: 2, z: 3 },
      { c: 1, a: 2, z: 3 },
      { z: 3 },
      { b: 1, z: 3 },
    ];
    for (const value of [...values, ...values.toReversed()])
      expect(canonicalJson(value)).toBe(canonicalize(value));
  });

  it("gives what an independent canonicaliser gives, for any JSON", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    const json = fc.jsonValue({ maxDepth: 5, depthSize: "large" });
    const value = fc.oneof(json, fc.dictionary(text, fc.oneof(text, json), { noNullPrototype: true }));
    fc.assert(
      fc.property(value, (written) => {
        expect(canonicalJson(written)).toBe(canonicalize(written));
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });

  it("is read back by JSON.parse as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (written) => {
        expect(canonicalJson(JSON.parse(canonicalJson(written)))).toBe(canonicalJson(written));
        expect(JSON.parse(canonicalJson(written))).toEqual(JSON.parse(JSON.stringify(written)));
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
