import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Issue } from "../../src/documents/club-error.js";
import { id } from "../../src/documents/names.js";
import { percent } from "../../src/documents/numbers.js";
import { parseWith } from "../../src/documents/parse-with.js";
import { record, tree } from "../../src/documents/schema.js";

const issuesOf = (schema: z.ZodType, written: unknown): readonly Issue[] => {
  const parsed = parseWith(schema, written);
  return parsed.ok ? [] : parsed.issues;
};
const told = (schema: z.ZodType, written: unknown) =>
  issuesOf(schema, written).map(({ code, path }) => `${code} ${path}`);

describe("parseWith", () => {
  it("returns the document that was written, not another", () => {
    const schema = record({ a: z.string(), b: z.array(z.number()).optional() });
    expect(parseWith(schema, { a: "x", b: [1] })).toEqual({ ok: true, value: { a: "x", b: [1] } });
  });

  it("tells a wrong type with what was expected and what came", () => {
    expect(issuesOf(record({ a: z.string() }), { a: 5 })).toEqual([
      { code: "type", path: "/a", message: "must be a string", expected: "string", received: "5" },
    ]);
    expect(issuesOf(record({ a: z.array(z.string()) }), { a: "x" })).toEqual([
      { code: "type", path: "/a", message: "must be a list", expected: "array", received: '"x"' },
    ]);
    expect(issuesOf(record({}), [])).toEqual([
      { code: "type", path: "", message: "must be an object", expected: "object", received: "a list of 0" },
    ]);
  });

  it("tells what is missing", () => {
    expect(issuesOf(record({ a: z.string() }), {})).toEqual([
      { code: "required", path: "/a", message: "is missing", expected: "string", received: "nothing" },
    ]);
    expect(issuesOf(record({ a: z.enum(["x", "y"]) }), {})).toEqual([
      { code: "required", path: "/a", message: "is missing", expected: "one of x, y", received: "nothing" },
    ]);
  });

  it("tells a name that is none of those there are, and the one that was meant", () => {
    const schema = z.enum(["monday", "tuesday"]);
    expect(issuesOf(schema, "monady")).toEqual([
      {
        code: "enum",
        path: "",
        message: "must be one of monday, tuesday",
        expected: "one of monday, tuesday",
        received: '"monady"',
        hint: 'did you mean "monday"?',
      },
    ]);
    expect(issuesOf(schema, 1)).toEqual([expect.not.objectContaining({ hint: expect.anything() })]);
    expect(issuesOf(z.literal("never"), "always")).toEqual([
      expect.objectContaining({ code: "enum", message: "must be never" }),
    ]);
  });

  it.each<[string, z.ZodType, unknown, object]>([
    [
      "a long text",
      z.string().max(3),
      "abcd",
      { code: "string-too-long", expected: "at most 3", received: "4" },
    ],
    [
      "a short text",
      z.string().min(1),
      "",
      { code: "string-too-short", expected: "at least 1", received: "0" },
    ],
    ["a long list", z.array(z.number()).max(1), [1, 2], { code: "array-too-long", received: "2" }],
    ["a short list", z.array(z.number()).min(1), [], { code: "array-too-short", received: "0" }],
  ])("tells %s by its length", (_, schema, written, issue) => {
    expect(issuesOf(schema, written)).toEqual([expect.objectContaining({ path: "", ...issue })]);
  });

  it("tells a key of a wrong form at the key", () => {
    expect(told(z.record(id, percent), { "a b": "5", silver: "x" })).toEqual([
      "id-format /a b",
      "number-format /silver",
    ]);
  });

  it("tells everything at once, each at its place", () => {
    const schema = record({ list: z.array(record({ id, percent: percent.optional() })), other: z.boolean() });
    expect(
      told(schema, { list: [{ id: "a b" }, { id: "b", percent: "x" }, { percnt: "5" }], othr: true }),
    ).toEqual([
      "id-format /list/0/id",
      "number-format /list/1/percent",
      "required /list/2/id",
      "unknown-field /list/2/percnt",
      "required /other",
      "unknown-field /othr",
    ]);
  });

  it("escapes keys in the places it tells", () => {
    expect(told(z.record(z.string(), z.number()), { "a/b~": "x" })).toEqual(["type /a~1b~0"]);
  });

  it("tells at most a hundred issues", () => {
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 1]));
    expect(issuesOf(record({}), keys)).toHaveLength(100);
    expect(
      issuesOf(
        z.array(id),
        Array.from({ length: 300 }, () => ""),
      ),
    ).toHaveLength(100);
  });

  it("tells in one issue that more is wrong than zod can carry: it overflows the stack with a great many", () => {
    const failing = (error: Error) =>
      tree<unknown>({}, () => {
        throw error;
      });
    expect(
      told(record({ a: failing(new RangeError("Maximum call stack size exceeded")) }), { a: 1 }),
    ).toEqual(["nodes "]);
    expect(() => told(record({ a: failing(new Error("a bug of ours")) }), { a: 1 })).toThrow("a bug of ours");
  });
});

const MUST_BE = 'must be "never", or an object';

describe("parseWith tells a failed union by the branch that was meant", () => {
  const tiered = z.union([percent, record({ byTier: z.record(id, percent) })]);

  it("the figure, where a figure was written", () => {
    expect(told(tiered, "abc")).toEqual(["number-format "]);
    expect(told(tiered, "101")).toEqual(["number-range "]);
    expect(told(tiered, 1.5)).toEqual(["number-format "]);
  });

  it("the object, where an object was written", () => {
    expect(told(tiered, { byTier: { silver: "101" } })).toEqual(["number-range /byTier/silver"]);
    expect(told(tiered, { byTeir: { silver: "1" } })).toEqual(["required /byTier", "unknown-field /byTeir"]);
    expect(told(tiered, {})).toEqual(["required /byTier"]);
  });

  it("none, where neither type was written: then it says both", () => {
    expect(issuesOf(tiered, true)).toEqual([
      {
        code: "type",
        path: "",
        message: "must be a percentage from 0 to 100 as a decimal text or an integer, or an object",
        expected: "a percentage from 0 to 100 as a decimal text or an integer, or an object",
        received: "true",
      },
    ]);
  });

  it("the record whose own keys are there, where there are several records", () => {
    const window = z.xor([
      record({ from: z.string().optional(), to: z.string().optional() }),
      record({ yearly: record({ from: z.number(), to: z.number() }) }),
    ]);
    expect(told(window, { yearly: { from: 1 } })).toEqual(["required /yearly/to"]);
    expect(told(window, { from: 5 })).toEqual(["type /from"]);
  });

  it("none, where nothing was written: then it is missing", () => {
    const parts = record({ benefit: z.union([record({ id }), z.array(record({ id }))]) });
    expect(issuesOf(parts, {})).toEqual([
      {
        code: "required",
        path: "/benefit",
        message: "is missing",
        expected: "an object, or a list",
        received: "nothing",
      },
    ]);
    expect(told(record({ tiered }), {})).toEqual(["required /tiered"]);
  });

  it("the list, where a list was written", () => {
    const parts = z.union([record({ id }), z.array(record({ id })).max(2)]);
    expect(told(parts, [{ id: "a" }, { id: "a b" }])).toEqual(["id-format /1/id"]);
    expect(told(parts, { id: "a b" })).toEqual(["id-format /id"]);
    expect(told(parts, [{ id: "a" }, { id: "b" }, { id: "c" }])).toEqual(["array-too-long "]);
  });

  it("in unions within unions, with literals", () => {
    const expiry = z.union([
      z.union([z.literal("never"), record({ after: percent })]),
      record({ byTier: z.record(id, percent) }),
    ]);
    expect(told(expiry, "nevr")).toEqual(["enum "]);
    expect(told(expiry, { after: "x" })).toEqual(["number-format /after"]);
    expect(told(expiry, { after: "5", plus: 1 })).toEqual(["unknown-field /plus"]);
    expect(told(expiry, { byTier: { a: "x" } })).toEqual(["number-format /byTier/a"]);
    expect(issuesOf(expiry, 5)).toEqual([
      { code: "type", path: "", message: MUST_BE, expected: MUST_BE.slice("must be ".length), received: "5" },
    ]);
  });
});
