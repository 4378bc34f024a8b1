import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { copyDocument } from "../../src/documents/copy-document.js";
import { guardOf } from "../../src/documents/guard.js";
import { record } from "../../src/documents/schema.js";
import { requestSchema } from "../../src/standing/request-document.js";
import { anything, mutated, mutations } from "../laws/generate-hostile.js";
import { requests } from "../laws/generate-request.js";
import { law } from "../laws/law.js";

const SIZES = { units: 1_000_000, nodes: 100_000, depth: 24, text: 1_024 };

const enumerable = { value: true, enumerable: true };

const schema = requestSchema as unknown as z.ZodType;

describe("guardOf", () => {
  law(
    "what the guard lets pass, the schema lets pass unchanged",
    400,
    fc.tuple(requests(0), fc.array(mutations, { maxLength: 4 })),
    ([request, changes]) => {
      const copied = copyDocument(mutated(request, changes), SIZES);
      if (!copied.ok || !guardOf(schema)(copied.copy)) return;
      expect(schema.safeParse(copied.copy)).toEqual({ success: true, data: copied.copy });
    },
  );

  law("anything at all that the guard lets pass, the schema lets pass", 400, anything, (value) => {
    if (guardOf(schema)(value)) expect(schema.safeParse(value).success).toBe(true);
  });

  it("lets well-formed requests pass: it would be of no use else", () => {
    const passed = fc.sample(requests(0), { seed: 42, numRuns: 200 }).filter((request) => {
      const document = JSON.parse(JSON.stringify(request));
      return schema.safeParse(document).success === guardOf(schema)(document);
    });
    expect(passed).toHaveLength(200);
  });

  it("refuses what it does not know how to judge, and leaves it to the schema", () => {
    expect(guardOf(z.number())(1)).toBe(false);
    expect(guardOf(z.string().trim())("a")).toBe(false);
    expect(guardOf(z.object({ a: z.boolean() }))({ a: true })).toBe(false);
    expect(guardOf(z.xor([z.string(), z.boolean()]))("a")).toBe(false);
  });

  it("knows lengths, patterns, lists, records and foreign keys", () => {
    expect([["a"], [], ["a", "b", "c"], "a"].map(guardOf(z.array(z.string()).min(1).max(2)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(["2026-02-28", "2026-02-30"].map(guardOf(z.iso.date()))).toEqual([true, false]);
    expect([{ a: 1 }, { a: "b" }, []].map(guardOf(z.record(z.string(), z.literal("b"))))).toEqual([
      false,
      true,
      false,
    ]);
    expect([{ a: true }, { a: true, b: 1 }, {}].map(guardOf(record({ a: z.boolean() })))).toEqual([
      true,
      false,
      false,
    ]);
    expect(guardOf(z.looseObject({ a: z.boolean() }))({ a: true, b: 1 })).toBe(true);
  });

  it("asks for every key that is required, and for no other", () => {
    const guard = guardOf(record({ a: z.boolean(), b: z.boolean(), c: z.boolean().optional() }));
    const written = [{ a: true, b: true }, { b: true, c: true, a: true }, { a: true, c: true }, {}];
    expect(written.map(guard)).toEqual([true, true, false, false]);
    expect(
      [
        { a: true, b: undefined },
        { a: true, b: true, c: undefined },
      ].map(guard),
    ).toEqual([false, true]);
    expect([Object.create({ c: 1 }, { a: enumerable, b: enumerable })].map(guard)).toEqual([false]);
  });

  it("looks at every place of a list, empty ones too", () => {
    expect(guardOf(z.array(z.string()))(new Array(1))).toBe(false);
  });
});
