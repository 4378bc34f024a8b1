import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "#sha256";
import { canonicalHash } from "../../src/units/canonical-hash.js";
import { canonicalJson } from "../../src/units/canonical-json.js";
import { law } from "../laws/law.js";

/** The text written out, and hashed. */
const oracle = (prefix: string, value: unknown) => sha256Hex(prefix + canonicalJson(value));

describe("canonicalHash", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.string({ unit: "binary-ascii" }));
  const key = fc.oneof(text, fc.nat(30).map(String));
  const json = fc.jsonValue({ maxDepth: 5, depthSize: "large", stringUnit: "grapheme" });
  const object = fc.dictionary(key, fc.oneof(text, json), { noNullPrototype: true, maxKeys: 30 });

  law("is the hash of the canonical text, for any JSON", 1_000, fc.oneof(json, object), (value) => {
    expect(canonicalHash("vafa:test:1\n", value)).toBe(oracle("vafa:test:1\n", value));
  });

  it("writes what is not plain ASCII as UTF-8, and what must be escaped as JSON does", () => {
    for (const value of [
      "وفا",
      "a\u200cb",
      "☕️🎂",
      'a"b',
      "a\\b",
      "\n\t\u0000\u007f",
      { 'a"ب': 1e21, b: -0.5 },
    ]) {
      expect(canonicalHash("", value)).toBe(oracle("", value));
    }
  });

  it("orders keys by code unit, integers too", () => {
    const value = { b: 1, "10": 2, "2": { z: [], a: {} }, a: null };
    expect(canonicalHash("", value)).toBe(sha256Hex('{"10":2,"2":{"a":{},"z":[]},"a":null,"b":1}'));
  });

  it("leaves out members that are undefined, as JSON does", () => {
    expect(canonicalHash("", { a: undefined, b: 1, c: undefined })).toBe(sha256Hex('{"b":1}'));
    expect(canonicalHash("", [{ a: undefined }, {}, { "a name longer than five words": undefined }])).toBe(
      sha256Hex("[{},{},{}]"),
    );
  });

  it("is not misled by what was hashed before: larger, smaller, or of the same last key", () => {
    const long = "x".repeat(9_000);
    const values = [
      { b: 1, z: 2 },
      { z: 2, b: 1 },
      Array.from({ length: 400 }, () => ({ a: long.slice(0, 50), z: "ب" })),
      long.repeat(40),
      ["ب".repeat(5_000), long],
      { a: 1, z: 2 },
      [],
    ];
    for (const value of [...values, ...values.toReversed()]) {
      expect(canonicalHash("p", value)).toBe(oracle("p", value));
    }
  });

  it("orders a hundred thousand keys in good time", () => {
    const value = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, at) => [`k${(at * 7_919) % 100_000}`, at]),
    );
    expect(canonicalHash("", value)).toBe(oracle("", value));
  });
});
