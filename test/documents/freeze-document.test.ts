import { describe, expect, it } from "vitest";
import { freezeDocument } from "../../src/documents/freeze-document.js";

describe("freezeDocument", () => {
  it("freezes lists and objects all the way down, and returns the same document", () => {
    const inner = { c: [{ d: 1 }] };
    const document = { a: null, b: [inner], e: "text" };
    expect(freezeDocument(document)).toBe(document);
    for (const part of [document, document.b, inner, inner.c, inner.c[0]]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(() => inner.c.push({ d: 2 })).toThrow(TypeError);
  });

  it("leaves plain values as they are", () => {
    expect([freezeDocument(5), freezeDocument("a"), freezeDocument(null)]).toEqual([5, "a", null]);
  });
});
