import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { copyDocument } from "../../src/documents/copy-document.js";
import { date } from "../../src/documents/dates.js";
import { foreignId } from "../../src/documents/names.js";
import { amount } from "../../src/documents/numbers.js";
import { parseWith } from "../../src/documents/parse-with.js";
import { readDocument } from "../../src/documents/read-document.js";
import { record } from "../../src/documents/schema.js";
import { requestSchema } from "../../src/standing/request-document.js";
import { canonicalJson } from "../../src/units/canonical-json.js";
import { anything, hostile, hostileNames, mutated, mutations } from "../laws/generate-hostile.js";
import { requests } from "../laws/generate-request.js";
import { law } from "../laws/law.js";

const SIZES = { units: 1_000_000, nodes: 100_000, depth: 24, text: 1_024 };
const request = requestSchema as unknown as z.ZodType;

const quickly = (schema: z.ZodType, input: unknown, sizes: Partial<typeof SIZES> = {}) =>
  readDocument(schema, input, { ...SIZES, ...sizes });

/** The slow way, which says what is right. */
function slowly(schema: z.ZodType, input: unknown, sizes: Partial<typeof SIZES> = {}): unknown {
  const copied = copyDocument(input, { ...SIZES, ...sizes });
  const parsed = copied.ok ? parseWith(schema, copied.copy) : copied;
  return parsed.ok ? parsed.value : undefined;
}

/** What is made anew for each: a getter or a proxy is good for one use. */
function expectAgreement(schema: z.ZodType, make: () => unknown, sizes: Partial<typeof SIZES> = {}): void {
  const read = quickly(schema, make(), sizes);
  if (read === undefined) return;
  const right = slowly(schema, make(), sizes);
  expect(right).toBeDefined();
  expect(canonicalJson(read)).toBe(canonicalJson(right));
  expect(read).toStrictEqual(right);
}

describe("what readDocument lets pass, copy and schema let pass with an equal copy", () => {
  const changed = fc.record({ one: requests(0), changes: fc.array(mutations, { maxLength: 3 }) });
  law("of a request, with something changed or nothing", 500, changed, ({ one, changes }) => {
    expectAgreement(request, () => mutated(one, changes));
  });

  law("of anything at all", 400, anything, (value) => {
    expectAgreement(request, () => value);
    expectAgreement(z.unknown(), () => value);
    expectAgreement(z.record(z.string(), z.unknown()), () => value);
  });

  law("of what is hostile, alone or within", 100, hostileNames, (name) => {
    expectAgreement(z.unknown(), () => hostile(name));
    expectAgreement(record({ a: z.unknown() }), () => ({ a: hostile(name) }));
    expectAgreement(z.array(z.unknown()), () => [hostile(name)]);
  });

  const small = fc.record({
    value: fc.jsonValue(),
    units: fc.nat(60),
    nodes: fc.integer({ min: 1, max: 12 }),
    depth: fc.nat(3),
  });
  law("of small sizes", 500, small, ({ value, ...sizes }) => {
    expectAgreement(z.unknown(), () => value, { ...sizes, text: 8 });
  });
});

describe("readDocument", () => {
  it("reads well-formed requests: it would be of no use else", () => {
    for (const one of fc.sample(requests(0), { seed: 42, numRuns: 200 })) {
      const right = slowly(request, one);
      expect(quickly(request, one)).toStrictEqual(right);
      expect(right).toBeDefined();
    }
  });

  it("gives a private copy, down to the leaves", () => {
    const input = { a: [{ b: "x" }], c: { d: ["y"] } };
    const schema = record({ a: z.array(record({ b: z.string() })), c: z.record(z.string(), z.unknown()) });
    const copy = quickly(schema, input);
    input.a[0] = { b: "changed" };
    input.c.d.push("more");
    expect(copy).toEqual({ a: [{ b: "x" }], c: { d: ["y"] } });
  });

  it("reads each property once, and keeps what it has checked", () => {
    const reads: string[] = [];
    const faces = new Proxy(
      { id: "first", more: { price: "1" } },
      {
        get(target, key) {
          reads.push(String(key));
          return reads.filter((one) => one === key).length === 1
            ? Reflect.get(target, key)
            : { another: "face" };
        },
      },
    );
    const schema = record({ id: foreignId, more: record({ price: amount }) });
    expect(quickly(schema, faces)).toEqual({ id: "first", more: { price: "1" } });
    expect(reads).toEqual(["id", "more"]);
  });

  it("leaves out what is undefined, and asks for what is required", () => {
    const schema = record({ id: foreignId, name: z.string().optional() });
    const copy = quickly(schema, { name: undefined, id: "a" });
    expect(copy).toStrictEqual({ id: "a" });
    expect(quickly(schema, { id: undefined, name: "a" })).toBeUndefined();
    expect(quickly(schema, { name: "a" })).toBeUndefined();
    expect(quickly(z.unknown(), { a: undefined, b: 1 })).toStrictEqual({ b: 1 });
  });

  it("reads own enumerable keys only", () => {
    const schema = record({ id: foreignId, sku: z.string().optional() });
    const hidden = Object.defineProperty({ id: "a" }, "sku", { value: "s", enumerable: false });
    expect(quickly(schema, hidden)).toStrictEqual({ id: "a" });
    expect(quickly(schema, { id: "a", [Symbol("s")]: 1 })).toStrictEqual({ id: "a" });
    expect(quickly(z.unknown(), { a: { b: 1, [Symbol("s")]: () => 1 } })).toStrictEqual({ a: { b: 1 } });
    expect(quickly(schema, Object.assign(Object.create(null), { id: "a" }))).toStrictEqual({ id: "a" });
    expect(quickly(schema, Object.assign(Object.create({ sku: "s" }), { id: "a" }))).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["a key that is not known", { id: "a", foo: 1 }],
    ["a key that reaches the prototype", JSON.parse('{"id":"a","__proto__":{"sku":"s"}}')],
    [
      "an instance of a class",
      new (class {
        id = "a";
      })(),
    ],
    ["a list", ["a"]],
    ["minus zero, which the copy makes zero", { id: "a", count: -0 }],
    ["a text with a mark that deceives", { id: "a", sku: "\u202ea" }],
    ["half a surrogate pair", { id: "a", sku: "\ud800" }],
    ["a text that is too long", { id: "a", sku: "x".repeat(1_025) }],
    [
      "a getter that throws",
      {
        id: "a",
        get sku() {
          throw new Error("secret");
        },
      },
    ],
  ])("leaves %s to those who can tell of it", (_, value) => {
    const schema = record({ id: foreignId, sku: z.string().optional(), count: z.unknown().optional() });
    expect(quickly(schema, value)).toBeUndefined();
  });

  it("reads emoji and letters of any script", () => {
    for (const text of ["🎂", "قهوهٔ می\u200cخواهم", "\u2067وفا\u2069"])
      expect(quickly(z.string(), text)).toBe(text);
  });

  it("takes of a union what fits, and of a value judged as a whole a copy", () => {
    const either = z.union([record({ a: z.string() }), record({ b: z.array(z.string()) })]);
    expect(quickly(either, { b: ["x"] })).toEqual({ b: ["x"] });
    expect(quickly(either, { c: ["x"] })).toBeUndefined();
    const written = { calendar: "persian", year: 1369, month: 7, day: 12 };
    const copy = quickly(date, written);
    expect(copy).toEqual(written);
    expect(copy).not.toBe(written);
    expect(quickly(date, { ...written, month: 13 })).toBeUndefined();
  });

  it("knows how long lists may be, and judges keys that are free", () => {
    const list = z.array(z.string()).min(1).max(2);
    expect([["a"], [], ["a", "b", "c"], new Array(1)].map((one) => quickly(list, one))).toEqual([
      ["a"],
      undefined,
      undefined,
      undefined,
    ]);
    const free = z.record(foreignId, z.boolean());
    expect([{ a: true }, { "a b": true }, { a: 1 }].map((one) => quickly(free, one))).toEqual([
      { a: true },
      undefined,
      undefined,
    ]);
  });

  it("refuses what it does not know how to judge", () => {
    expect(quickly(z.number(), 1)).toBeUndefined();
    expect(quickly(z.string().trim(), "a")).toBeUndefined();
    expect(quickly(z.object({ a: z.boolean() }), { a: true })).toBeUndefined();
    expect(quickly(z.xor([z.string(), z.boolean()]), "a")).toBeUndefined();
    expect(
      quickly(
        z.array(z.string()).refine(() => true),
        ["a"],
      ),
    ).toBeUndefined();
    expect(
      quickly(
        record({ a: z.string() }).refine(() => true),
        { a: "a" },
      ),
    ).toBeUndefined();
  });
});
