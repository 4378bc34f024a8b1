import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/units/sha256-noble.js";
import { sha256Hex as onNode } from "../../src/units/sha256-node.js";

describe("sha256Hex without Node", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("hashes %j as FIPS 180 says", (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
  });

  it("hashes Persian text and emoji as Node does", () => {
    for (const text of ["وفا", "تخفیف ۱۰٪", "☕️🎂", "a\u0000b"]) expect(sha256Hex(text)).toBe(onNode(text));
  });

  it("agrees with Node on any text, of any length around a block", () => {
    const letter = fc
      .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code));
    const text = fc.oneof(
      fc.string({ unit: letter, maxLength: 200 }),
      fc.integer({ min: 50, max: 140 }).map((length) => "x".repeat(length)),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(sha256Hex(written)).toBe(onNode(written));
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
