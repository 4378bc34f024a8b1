import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseWith } from "../../src/documents/parse-with.js";
import { record, recordBy, tree, value } from "../../src/documents/schema.js";

const even = value<number>({ type: "integer", multipleOf: 2 }, (written) =>
  typeof written === "number" && written % 2 === 0
    ? undefined
    : { code: "number-range", message: "must be even" },
);

describe("value", () => {
  it("says itself what is wrong, and returns what was written", () => {
    expect(parseWith(even, 4)).toEqual({ ok: true, value: 4 });
    expect(parseWith(even, 3)).toEqual({
      ok: false,
      issues: [{ code: "number-range", path: "", message: "must be even", received: "3" }],
    });
  });

  it("is missing where it is undefined, in a record as well", () => {
    const missing = { code: "required", message: "is missing", expected: "a value", received: "nothing" };
    expect(parseWith(even, undefined)).toEqual({ ok: false, issues: [{ ...missing, path: "" }] });
    expect(parseWith(record({ even }), {})).toEqual({ ok: false, issues: [{ ...missing, path: "/even" }] });
    expect(parseWith(record({ even: even.optional() }), {})).toEqual({ ok: true, value: {} });
  });

  it("shows itself to JSON Schema", () => {
    expect(z.toJSONSchema(even)).toMatchObject({ type: "integer", multipleOf: 2 });
  });
});

describe("tree", () => {
  it("says at once all that is wrong inside, each at its place", () => {
    const odd = tree<readonly number[]>({ type: "array" }, (written) =>
      (written as readonly number[]).flatMap((number, index) =>
        number % 2 === 0
          ? [{ code: "number-range" as const, path: [index], message: `${number} is even` }]
          : [],
      ),
    );
    expect(parseWith(odd, [1, 3])).toEqual({ ok: true, value: [1, 3] });
    const parsed = parseWith(record({ odd }), { odd: [2, 3, 4] });
    expect(parsed.ok ? [] : parsed.issues.map(({ path, message }) => [path, message])).toEqual([
      ["/odd/0", "2 is even"],
      ["/odd/2", "4 is even"],
    ]);
  });
});

describe("record", () => {
  it("takes no other keys, and asks whether a known one was meant", () => {
    const parsed = parseWith(record({ percent: z.string(), fixed: z.string().optional() }), {
      percent: "5",
      fixd: "5",
      zzz: 1,
    });
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path, hint }) => [code, path, hint])).toEqual([
      ["unknown-field", "/fixd", 'did you mean "fixed"?'],
      ["unknown-field", "/zzz", "known here: percent, fixed"],
    ]);
  });
});

describe("recordBy", () => {
  const shape = recordBy(
    "kind",
    ["circle", "square"],
    [record({ kind: z.literal("circle"), radius: even }), record({ kind: z.literal("square"), side: even })],
  );

  it("judges a record by its own kind alone", () => {
    expect(parseWith(shape, { kind: "circle", radius: 2 }).ok).toBe(true);
    const parsed = parseWith(shape, { kind: "square", radius: 2 });
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "required /side",
      "unknown-field /radius",
    ]);
  });

  it.each<[string, unknown, object]>([
    ["a kind with a slip", "cirle", { code: "enum", hint: 'did you mean "circle"?', received: '"cirle"' }],
    ["a kind that is none", "line", { code: "enum", expected: "one of circle, square" }],
    ["no kind", undefined, { code: "required", expected: "one of circle, square", received: "nothing" }],
    ["null as kind", null, { code: "enum", received: "null" }],
    ["an object as kind", {}, { code: "enum", received: "an object" }],
  ])("tells %s at the kind", (_, kind, issue) => {
    const parsed = parseWith(shape, { kind, radius: 2 });
    expect(parsed.ok ? [] : parsed.issues).toEqual([expect.objectContaining({ path: "/kind", ...issue })]);
  });
});
