import { describe, expect, it } from "vitest";
import { pointerOf, show, valueAt } from "../../src/documents/pointer.js";

describe("pointerOf", () => {
  it("writes the examples of RFC 6901", () => {
    expect(pointerOf([])).toBe("");
    expect(pointerOf(["foo", 0])).toBe("/foo/0");
    expect(pointerOf([""])).toBe("/");
    expect(pointerOf(["a/b"])).toBe("/a~1b");
    expect(pointerOf(["m~n"])).toBe("/m~0n");
    expect(pointerOf(["~1"])).toBe("/~01");
    expect(pointerOf(["offers", 0, "a/b~c/d"])).toBe("/offers/0/a~1b~0c~1d");
  });
});

describe("valueAt", () => {
  const document = { offers: [{ id: "a", "x/y": null }], "": 5 };

  it("finds what stands at a path", () => {
    expect(valueAt(document, [])).toBe(document);
    expect(valueAt(document, ["offers", 0, "id"])).toBe("a");
    expect(valueAt(document, ["offers", 0, "x/y"])).toBeNull();
    expect(valueAt(document, [""])).toBe(5);
  });

  it.each<[readonly PropertyKey[]]>([
    [["offers", 1]],
    [["offers", 0, "id", "length"]],
    [["toString"]],
    [["offers", "map"]],
    [["offers", 0, "x/y", "z"]],
  ])("finds nothing at %j", (path) => {
    expect(valueAt(document, path)).toBeUndefined();
  });
});

describe("show", () => {
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    [true, "true"],
    [35.41, "35.41"],
    ["a\nb", '"a\\nb"'],
    [[1, 2, 3], "a list of 3"],
    [{ a: 1 }, "an object"],
  ])("shows %j as %s", (value, text) => {
    expect(show(value)).toBe(text);
  });

  it("cuts a long text to 58 characters, never through an emoji", () => {
    expect(show("a".repeat(200))).toBe(`"${"a".repeat(56)}…`);
    expect(show(`${"a".repeat(55)}${"\u{1f600}".repeat(20)}`)).toBe(`"${"a".repeat(55)}…`);
    expect(show("a".repeat(58))).toBe(`"${"a".repeat(58)}"`);
  });
});
