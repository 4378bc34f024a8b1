import { describe, expect, it } from "vitest";
import { sha256Hex as bySubpath } from "#sha256";
import { sha256Hex } from "../../src/units/sha256-node.js";

describe("sha256Hex on Node", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("hashes %j as FIPS 180 says", (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
  });

  it("is what #sha256 stands for here", () => {
    expect(bySubpath).toBe(sha256Hex);
  });
});
