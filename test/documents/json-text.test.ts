import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/documents/club-error.js";
import { readJson } from "../../src/documents/json-text.js";

function issuesOf(text: string): readonly Issue[] {
  const read = readJson(text);
  return read.ok ? [] : read.issues;
}

/** Code, path and position of each issue. */
function told(text: string): readonly string[] {
  return issuesOf(text).map(({ code, path, message }) => `${code} ${path} ${/line .*$/.exec(message)?.[0]}`);
}

describe("readJson", () => {
  it("gives the value", () => {
    const text = ' {"a": [1, -2.5e3, "x\\n\\u06f1", true, false, null, {}], "": []}\r\n';
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    expect(readJson('"alone"')).toEqual({ ok: true, value: "alone" });
  });

  it("drops a byte-order mark, and does not count it", () => {
    expect(readJson('\ufeff{"a":1}')).toEqual(readJson('{"a":1}'));
    expect(issuesOf("\ufeff{")).toEqual(issuesOf("{"));
    expect(issuesOf("\ufeff\ufeff{}")).toMatchObject([{ code: "json-syntax", received: "U+FEFF" }]);
  });

  it("says of an empty text where it is empty", () => {
    for (const text of ["", " \n\t", "\ufeff"]) {
      expect(issuesOf(text)).toEqual([
        {
          code: "json-syntax",
          path: "",
          message: "is empty: there is no JSON, at line 1, column 1 (offset 0)",
          expected: "a value",
          received: "the end",
        },
      ]);
    }
  });

  it("says line, column and offset, whatever ends the lines", () => {
    expect(told('{\n  "a": 1,\n  "b" 2\n}')).toEqual(["json-syntax /b line 3, column 7 (offset 18)"]);
    expect(told('{\r\n  "a": 1,\r\n  "b" 2\r\n}')).toEqual(["json-syntax /b line 3, column 7 (offset 20)"]);
    expect(told('{\r  "a": x')).toEqual(["json-syntax /a line 2, column 8 (offset 9)"]);
  });

  it("says where in the document it stopped", () => {
    expect(told('{"offers":[{"id":"a"},{"id":oops}]}')).toEqual([
      "json-syntax /offers/1/id line 1, column 29 (offset 28)",
    ]);
    expect(told('{"a":{"b":1,}}')).toEqual(["json-syntax /a line 1, column 13 (offset 12)"]);
  });

  it.each([
    ['{"a":1,}', 'a key in double quotes"}"', "remove the comma before it"],
    ["[1,]", 'a value"]"', "remove the comma before it"],
    ["{'a':1}", 'a key in double quotes or "}""\'"', "JSON has straight double quotes only"],
    ["{“a”:1}", 'a key in double quotes or "}"U+201C', "JSON has straight double quotes only"],
    ["{a:1}", 'a key in double quotes or "}""a"', "keys and texts stand in double quotes"],
    ['{"a":1 "b":2}', '"," or "}""\\""', "put a comma before it"],
    ["[1 2]", '"," or "]""2"', "put a comma before it"],
    ["[01]", '"," or "]""1"', "a number is written as 12, -3 or 0.45"],
    ["[.5]", 'a value or "]""."', "a number is written as 12, -3 or 0.45"],
    ["[NaN]", 'a value or "]""N"', "JSON has true, false, null and finite numbers"],
    ["[1, // one", 'a value"/"', "JSON has no comments"],
    ['{"a" 1}', '":""1"', "a colon stands between a key and its value"],
    ["{} {}", 'nothing more"{"', "one text holds one JSON value"],
    ["[1", '"," or "]"the end', "the text ends too early: is all of it there?"],
    ["[\u00a01]", 'a value or "]"U+00A0', "remove this character: it stands outside of any text"],
    ["[😀]", 'a value or "]"U+1F600', "remove this character: it stands outside of any text"],
  ])("knows the slip in %s", (text, sides, hint) => {
    const [issue] = issuesOf(text);
    expect(issue?.code).toBe("json-syntax");
    expect(`${issue?.expected}${issue?.received}`).toBe(sides);
    expect(issue?.hint).toBe(hint);
  });

  it.each([
    ['["a\nb"]', "a text holds a line end or another control character, at line 1, column 4 (offset 3)"],
    ['["\\x41"]', "a text holds an unknown escape, at line 1, column 3 (offset 2)"],
    ['["\\u12"]', "a text holds an unknown escape, at line 1, column 3 (offset 2)"],
    ['["abc]', "a text is not closed, at line 1, column 2 (offset 1)"],
    ['["abc\\', "a text holds an unknown escape, at line 1, column 6 (offset 5)"],
  ])("looks into texts: %s", (text, message) => {
    expect(issuesOf(text)).toMatchObject([{ code: "json-syntax", path: "/0", message }]);
  });

  it("finds a key that is there twice, at any depth and however it is written", () => {
    expect(issuesOf('{"amount":1,"amount":999}')).toEqual([
      {
        code: "json-duplicate-key",
        path: "/amount",
        message: 'the key "amount" is there twice, again at line 1, column 13 (offset 12)',
        hint: "keep one: readers differ in which of the two they take",
      },
    ]);
    expect(told('{"a":[{"b":{"x/y":1,\n"x\\/y":2}}]}')).toEqual([
      "json-duplicate-key /a/0/b/x~1y line 2, column 1 (offset 21)",
    ]);
    expect(told('{"\\u0061":1,"a":2}')).toEqual(["json-duplicate-key /a line 1, column 13 (offset 12)"]);
    expect(told('{"__proto__":1,"__proto__":2}')).toHaveLength(1);
    expect(told('{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]}')).toEqual([]);
  });

  it("tells every one of them, up to a hundred", () => {
    expect(told('{"a":1,"a":2,"b":{"c":1,"c":2},"a":3')).toEqual([
      "json-duplicate-key /a line 1, column 8 (offset 7)",
      "json-duplicate-key /b/c line 1, column 25 (offset 24)",
      "json-duplicate-key /a line 1, column 32 (offset 31)",
      "json-syntax /a line 1, column 37 (offset 36)",
    ]);
    expect(issuesOf(`{${'"a":1,\n'.repeat(5_000)}"b":1}`)).toHaveLength(100);
  });

  it("stops at too many levels, and overflows at none", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(readJson(nested(64)).ok).toBe(true);
    const tooDeep = { code: "depth", path: "", expected: "at most 64" };
    for (const text of [nested(65), "[".repeat(100_000), '{"a":'.repeat(100_000)]) {
      expect(issuesOf(text)).toMatchObject([tooDeep]);
    }
  });

  it("reads a text of millions", () => {
    const long = "x".repeat(8_000_000);
    expect(readJson(JSON.stringify([long]))).toEqual({ ok: true, value: [long] });
    expect(readJson(`[${"\\u0061".repeat(3)}`).ok).toBe(false);
  });

  it("never throws, whatever it is given", () => {
    for (const anything of [undefined, null, 1, {}, [], Symbol("s"), () => "{}", 10n]) {
      expect(readJson(anything as string)).toMatchObject({ ok: false, issues: [{ code: "type", path: "" }] });
    }
  });
});

describe("readJson takes exactly what JSON.parse takes, but for keys that are there twice", () => {
  const jsonish = fc
    .tuple(
      fc.jsonValue({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom(..."[]{},:\"'\\ \n\t0-.eEntu1"),
      fc.nat(3),
    )
    .map(([value, where, sign, kind]) => {
      const text = JSON.stringify(value);
      const at = where % (text.length + 1);
      if (kind === 0) return text;
      return text.slice(0, at) + (kind === 1 ? "" : sign) + text.slice(kind === 3 ? at : at + 1);
    });
  const tokens = fc
    .array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"\\u0061"', "1", "-0", "true", " "))
    .map((parts) => parts.join(""));

  it.each([
    ["texts with a slip", jsonish],
    ["heaps of tokens", tokens],
  ])("%s", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readJson(text);
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          expect(read.ok).toBe(false);
          return;
        }
        if (read.ok) expect(read.value).toEqual(value);
        else expect(read.issues.every(({ code }) => code === "json-duplicate-key")).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
