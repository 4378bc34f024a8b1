import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/documents/club-error.js";
import { copyDocument, type DocumentSizes } from "../../src/documents/copy-document.js";

const SIZES: DocumentSizes = { units: 10_000, depth: 32, nodes: 10_000, text: 1_024 };

function copyOf(input: unknown, sizes: Partial<DocumentSizes> = {}): unknown {
  const copied = copyDocument(input, { ...SIZES, ...sizes });
  if (!copied.ok) throw new Error(JSON.stringify(copied.issues));
  return copied.copy;
}

function issuesOf(input: unknown, sizes: Partial<DocumentSizes> = {}): readonly Issue[] {
  const copied = copyDocument(input, { ...SIZES, ...sizes });
  return copied.ok ? [] : copied.issues;
}

/** Each issue as `code path`. */
function told(input: unknown, sizes: Partial<DocumentSizes> = {}): readonly string[] {
  return issuesOf(input, sizes).map(({ code, path }) => `${code} ${path}`);
}

describe("copyDocument gives a private copy", () => {
  it("of any plain JSON, equal and yet another", () => {
    const key = fc.string().filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
        fc.array(tie("json"), { maxLength: 4 }),
        fc.dictionary(key, tie("json"), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(json, (written) => {
        const copy = copyOf(written);
        expect(copy).toEqual(written);
        if (typeof written === "object" && written !== null) expect(copy).not.toBe(written);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("that later changes of the original do not reach", () => {
    const input = { offers: [{ id: "a" }] };
    const copy = copyOf(input);
    input.offers.push({ id: "b" });
    Object.assign(input.offers[0] ?? {}, { id: "changed" });
    expect(copy).toEqual({ offers: [{ id: "a" }] });
  });

  it("of each of two references to one object", () => {
    const shared = { id: "a" };
    const copy = copyOf([shared, shared]) as readonly unknown[];
    expect(copy).toEqual([{ id: "a" }, { id: "a" }]);
    expect(copy[0]).not.toBe(copy[1]);
  });

  it("without the members whose keys are symbols", () => {
    const copy = copyOf({ a: 1, [Symbol("s")]: () => 1, c: { [Symbol("s")]: 2 } });
    expect(copy).toStrictEqual({ a: 1, c: {} });
    expect(Object.getOwnPropertySymbols(copy)).toEqual([]);
  });

  it("without the members that are undefined", () => {
    const copy = copyOf({ a: undefined, b: 1, c: { d: undefined } });
    expect(Object.keys(copy as object)).toEqual(["b", "c"]);
    expect(JSON.stringify(copy)).toBe('{"b":1,"c":{}}');
  });

  it("with 0 for -0", () => {
    expect(Object.is(copyOf(-0), 0)).toBe(true);
    expect(Object.is((copyOf([-0]) as readonly unknown[])[0], 0)).toBe(true);
  });

  it("of objects without a prototype", () => {
    const bare: Record<string, unknown> = Object.create(null);
    bare.a = 1;
    expect(copyOf(bare)).toEqual({ a: 1 });
  });

  it("leaves alone what stands in the prototype or is not enumerable", () => {
    const input = Object.defineProperty({ a: 1 }, "hidden", { value: 2, enumerable: false });
    expect(copyOf(input)).toEqual({ a: 1 });
  });

  it("of a text with tabs, line ends, Persian, emoji and closed isolates", () => {
    const text = "خط\tیک\r\n☕️ \u2067وفا\u2069 a\u200cb\u200f";
    expect(copyOf({ text })).toEqual({ text });
  });
});

describe("copyDocument reads once", () => {
  it("calls no getter twice", () => {
    let reads = 0;
    const input = {
      get price() {
        reads += 1;
        return reads === 1 ? "100" : "1";
      },
    };
    expect(copyOf(input)).toEqual({ price: "100" });
    expect(reads).toBe(1);
  });

  it("tells a getter that throws at its place, without the thrown error", () => {
    const lines = [
      {
        get price(): string {
          throw new Error("secret");
        },
      },
    ];
    const issues = issuesOf({ lines });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["type", "/lines/0/price"]]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  });

  it("reads each member once of a proxy whose keys differ from call to call", () => {
    const reads: PropertyKey[] = [];
    let calls = 0;
    const input = new Proxy({ a: 1, b: 2 } as Record<string, unknown>, {
      ownKeys: () => (calls++ % 2 === 0 ? ["a", "b"] : ["a"]),
      get: (target, key) => {
        reads.push(key);
        return reads.length <= 2 ? Reflect.get(target, key) : "another face";
      },
    });
    expect(copyOf(input)).toEqual({ a: 1, b: 2 });
    expect(reads).toEqual(["a", "b"]);
  });

  it.each<[string, unknown]>([
    ["a revoked object", revoked({})],
    ["a revoked list", revoked([])],
    ["a list with a symbol for its length", lengthOf(Symbol("length"))],
    [
      "a list whose length throws",
      lengthOf({
        valueOf() {
          throw new Error("secret");
        },
      }),
    ],
    [
      "an object whose keys cannot be told",
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error("secret");
          },
        },
      ),
    ],
  ])("tells %s as what cannot be read", (_, value) => {
    expect(told({ deep: [value] })).toEqual(["type /deep/0"]);
  });

  it("is not led on without end by a list that says it is endless", () => {
    const endless = new Proxy([] as unknown[], {
      get: (list, key) => (key === "length" ? Number.POSITIVE_INFINITY : (Reflect.get(list, key) ?? 1)),
    });
    expect(told(endless)).toEqual(["nodes "]);
  });
});

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function lengthOf(length: unknown): unknown {
  return new Proxy([] as unknown[], {
    get: (list, key) => (key === "length" ? length : Reflect.get(list, key)),
  });
}

describe("copyDocument refuses what is not JSON", () => {
  class Money {
    amount = "1";
  }

  it.each<[string, unknown]>([
    ["a Map", new Map([["a", 1]])],
    ["a Set", new Set([1])],
    ["a Date", new Date(0)],
    ["a RegExp", /a/],
    ["a typed array", new Uint8Array(2)],
    ["a boxed number", Object(5)],
    ["a promise", Promise.resolve(1)],
    ["an instance of a class", new Money()],
    ["an error", new Error("e")],
    ["a symbol", Symbol("s")],
    ["a function", () => 1],
    ["a bigint", 5n],
  ])("%s, at its place", (_, value) => {
    expect(told({ wallets: [value] })).toEqual(["type /wallets/0"]);
    expect(told(value)).toEqual(["type "]);
  });

  it("undefined as the document and in a list", () => {
    expect(told(undefined)).toEqual(["type "]);
    expect(told([1, undefined])).toEqual(["type /1"]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("the number %d", (number) => {
    expect(told({ amount: number })).toEqual(["number-not-finite /amount"]);
  });

  it("own keys that reach a prototype, wherever they stand", () => {
    const input = JSON.parse('{"__proto__":{"admin":true},"a":[{"constructor":1,"prototype":2}]}') as object;
    expect([...told(input)].sort()).toEqual([
      "forbidden-key /__proto__",
      "forbidden-key /a/0/constructor",
      "forbidden-key /a/0/prototype",
    ]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe("copyDocument bounds what it reads", () => {
  it("refuses 100,000 nested lists at the 33rd level", () => {
    const nested: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    const [issue, ...others] = issuesOf(nested);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: "depth", path: "/0".repeat(32), expected: "at most 32" });
  });

  it("takes exactly as many levels as it says", () => {
    const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
    expect(told(nested(32))).toEqual([]);
    expect(told(nested(33))).toEqual([`depth ${"/0".repeat(32)}`]);
  });

  it("refuses an object and a list that hold themselves", () => {
    const object: Record<string, unknown> = {};
    object.self = object;
    expect(told(object)).toEqual([`depth ${"/self".repeat(32)}`]);
    const list: unknown[] = [];
    list.push(list, list);
    expect(told(list).length).toBeGreaterThan(0);
  });

  it("refuses a sparse list of a thousand million", () => {
    const sparse: unknown[] = [];
    sparse.length = 1_000_000_000;
    const issues = told(sparse);
    expect(issues.length).toBeLessThanOrEqual(100);
    expect(issues[0]).toBe("type /0");
  });

  it("refuses more values than it may hold, and holds as many as it may", () => {
    const list = (length: number) => Array.from({ length }, () => 1);
    expect(told(list(99), { nodes: 100 })).toEqual([]);
    expect(told(list(101), { nodes: 100 })).toEqual(["nodes "]);
  });

  it("refuses more characters in all than it may hold, keys counted", () => {
    expect(told(["x".repeat(60), "x".repeat(60), 1], { units: 100 })).toEqual(["size "]);
    expect(told({ ["k".repeat(120)]: 1, a: 1 }, { units: 100 })).toEqual(["size "]);
    expect(told(["x".repeat(60), 1], { units: 100 })).toEqual([]);
  });

  it("refuses a text of 1,025 UTF-16 units, and takes one of 1,024", () => {
    const [issue] = issuesOf({ text: "س".repeat(1_025) });
    expect(issue).toMatchObject({
      code: "string-too-long",
      path: "/text",
      expected: "at most 1024 UTF-16 units",
      received: "1025",
    });
    expect(told({ text: "س".repeat(1_024) })).toEqual([]);
    expect(told({ text: "\u{1f600}".repeat(513) })).toEqual(["string-too-long /text"]);
  });

  it("tells at most a hundred issues", () => {
    expect(issuesOf(Array.from({ length: 500 }, () => Number.NaN))).toHaveLength(100);
  });
});

describe("copyDocument refuses text that deceives", () => {
  it.each([
    ["a lone high surrogate", "a\ud800b"],
    ["a lone low surrogate", "a\udc00b"],
    ["a high surrogate at the end", "a\ud83d"],
    ["surrogates the wrong way round", "\ude00\ud83d"],
  ])("%s", (_, text) => {
    expect(told({ template: text })).toEqual(["text-illformed /template"]);
  });

  it.each([
    ["a right-to-left override that makes %01 read 10%", "تخفیف \u202e%01"],
    ["a left-to-right embedding", "\u202aabc"],
    ["a pop without anything to pop", "abc\u202c"],
    ["a null character", "a\u0000b"],
    ["an escape", "a\u001b[31m"],
    ["a delete", "a\u007f"],
    ["a C1 control", "a\u0085"],
    ["an isolate that stays open", "\u2067وفا"],
    ["an isolate closed before it opens", "\u2069وفا\u2067"],
    ["one isolate closed twice", "\u2066a\u2069\u2069"],
  ])("%s", (_, text) => {
    const [issue, ...others] = issuesOf({ label: text });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: "text-control", path: "/label" });
    expect(issue?.hint).toContain("U+202A");
  });

  it("also in keys", () => {
    expect(told({ "a\u202eb": 1 })).toEqual(["text-control /a\u202eb"]);
    expect(told({ "a\ud800": 1 })).toEqual(["text-illformed /a\ud800"]);
  });

  it("writes places as JSON Pointers, with their escapes", () => {
    expect(told({ "a/b": { "c~d": [Number.NaN] } })).toEqual(["number-not-finite /a~1b/c~0d/0"]);
  });
});
