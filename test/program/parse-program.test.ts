import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue, IssueCode } from "../../src/documents/club-error.js";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { CAFE, issuesOf, offer, POINTS, program, programOf, read, told } from "./programs.js";

const check = (parts: object) => ({ fact: "basket.total", operator: "equal", value: "1", ...parts });

describe("parseProgram", () => {
  it("takes a whole program", () => {
    expect(issuesOf(CAFE)).toEqual([]);
    expect(read(CAFE).offers).toHaveLength(CAFE.offers.length);
  });

  it("takes the smallest program, without offers, wallets or tiers", () => {
    expect(issuesOf(program())).toEqual([]);
  });

  it("takes the five offers of a café as their owner writes them", () => {
    const when = (fact: string, value: unknown, more: object = {}) => ({
      all: [{ fact, operator: "greaterThan", value, ...more }],
    });
    const offers = [
      { id: "visits", when: when("member.visitNumber", 10), benefit: { kind: "credit", percent: "5" } },
      { id: "basket", when: when("basket.total", "500000"), benefit: { kind: "discount", percent: "10" } },
      { id: "birthday", birthday: {}, benefit: { kind: "credit", percent: "20" } },
      { id: "silver", tier: ["silver"], benefit: { kind: "credit", percent: "15" } },
      {
        id: "beans",
        when: when("basket.quantity", 0, { params: { category: "beans" } }),
        benefit: { kind: "discount", percent: "7", items: { category: ["beans"] } },
      },
    ];
    expect(issuesOf(programOf({}, { offers }))).toEqual([]);
  });

  it("returns the document, all of it frozen, and a copy", () => {
    const parsed = parseProgram(CAFE, USUAL_SIZES);
    if (!parsed.ok) throw new Error("not parsed");
    expect(parsed.document).toEqual(CAFE);
    expect(parsed.document).not.toBe(CAFE);
    const parts: unknown[] = [parsed.document];
    for (const part of parts) {
      expect(Object.isFrozen(part)).toBe(true);
      parts.push(...Object.values(Object(part) as object).filter((inner) => typeof inner === "object"));
    }
    expect(parts.length).toBeGreaterThan(50);
    expect(Object.isFrozen(parsed.program)).toBe(true);
    expect(Object.isFrozen(CAFE)).toBe(false);
  });

  it("is not reached by what is done to the original afterwards", () => {
    const document = structuredClone(CAFE) as { offers: object[] };
    const parsed = parseProgram(document, USUAL_SIZES);
    document.offers.length = 0;
    expect(parsed.ok && parsed.document.offers).toHaveLength(CAFE.offers.length);
    expect(parsed.ok && parsed.program.offers).toHaveLength(CAFE.offers.length);
  });

  it("reads a number of -0 as 0", () => {
    const document = programOf({ benefit: { kind: "discount", fixed: -0 } });
    const parsed = parseProgram(document, USUAL_SIZES);
    if (!parsed.ok) throw new Error("not parsed");
    expect(JSON.stringify(parsed.document.offers[0]?.benefit)).toBe('{"kind":"discount","fixed":0}');
    expect(parsed.program.hash).toBe(read(programOf({ benefit: { kind: "discount", fixed: 0 } })).hash);
  });

  it("leaves out members that are undefined", () => {
    expect(read(program({ name: undefined, wallets: undefined })).hash).toBe(read(program()).hash);
  });
});

/** What a program can be refused for: the document, and what is told of it. */
type Case = readonly [document: unknown, issue: Omit<Issue, "message">];

const CASES: { readonly [code in IssueCode]?: readonly Case[] } = {
  "array-too-long": [
    [
      programOf({ when: check({ operator: "in", value: Array.from({ length: 10_001 }, () => "1") }) }),
      {
        code: "array-too-long",
        path: "/offers/0/when/value",
        expected: "at most 10000",
        received: "10001",
      },
    ],
    [
      program({ offers: Array.from({ length: 10_001 }, (_, index) => offer({ id: `o${index}` })) }),
      { code: "array-too-long", path: "/offers", expected: "at most 10000", received: "10001" },
    ],
  ],
  "array-too-short": [
    [
      programOf({ tier: [] }),
      { code: "array-too-short", path: "/offers/0/tier", expected: "at least 1", received: "0" },
    ],
  ],
  "cond-empty": [
    [
      programOf({ when: { any: [] } }),
      {
        code: "cond-empty",
        path: "/offers/0/when/any",
        received: "a list of 0",
        hint: "for always, write `all: []`",
      },
    ],
  ],
  "cond-shape": [
    [
      programOf({ when: { all: {} } }),
      { code: "cond-shape", path: "/offers/0/when/all", received: "an object" },
    ],
  ],
  "date-invalid": [
    [
      programOf({ window: { from: { calendar: "persian", year: 1404, month: 12, day: 30 } } }),
      {
        code: "date-invalid",
        path: "/offers/0/window/from",
        expected: '"1990-10-04", or { "calendar": "persian", "year": 1369, "month": 7, "day": 12 }',
        received: "an object",
      },
    ],
  ],
  depth: [
    [
      JSON.parse("[".repeat(100_000) + "]".repeat(100_000)),
      { code: "depth", path: "/0".repeat(48), expected: "at most 48" },
    ],
    [
      programOf({ when: nested(17) }),
      { code: "depth", path: "/offers/0/when", expected: "at most 16", received: "17" },
    ],
  ],
  "duplicate-id": [[program({ offers: [offer(), offer()] }), { code: "duplicate-id", path: "/offers/1/id" }]],
  enum: [
    [
      programOf({ benefit: { kind: "discuont", percent: "5" } }),
      {
        code: "enum",
        path: "/offers/0/benefit/kind",
        expected: "one of discount, credit, points, stamps, tickets, gift, voucher, tier",
        received: '"discuont"',
        hint: 'did you mean "discount"?',
      },
    ],
    [
      programOf({ benefit: { kind: "cashbak", percent: "5" } }),
      {
        code: "enum",
        path: "/offers/0/benefit/kind",
        expected: "one of discount, credit, points, stamps, tickets, gift, voucher, tier",
        received: '"cashbak"',
      },
    ],
  ],
  "fact-unknown": [
    [
      programOf({ when: check({ fact: "basket.totl" }) }),
      { code: "fact-unknown", path: "/offers/0/when/fact", hint: 'did you mean "basket.total"?' },
    ],
    [
      programOf({ when: check({ fact: "weather" }) }),
      {
        code: "fact-unknown",
        path: "/offers/0/when/fact",
        hint: "declare it under `facts`, or under `attributes` if it is the member's",
      },
    ],
  ],
  "forbidden-key": [
    [
      program({ name: JSON.parse('{"constructor":"x"}') as object }),
      { code: "forbidden-key", path: "/name/constructor" },
    ],
  ],
  "id-format": [
    [
      program({ id: "café" }),
      {
        code: "id-format",
        path: "/id",
        expected:
          "an id of 1 to 64 letters, digits, dots, hyphens and underscores (ASCII), beginning with a letter or digit",
        received: '"café"',
      },
    ],
  ],
  nodes: [
    [
      programOf({ when: { any: Array.from({ length: 512 }, () => check({})) } }),
      { code: "nodes", path: "/offers/0/when", expected: "at most 512", received: "an object" },
    ],
  ],
  "number-format": [
    [
      programOf({ benefit: { kind: "discount", fixed: 35.41 } }),
      {
        code: "number-format",
        path: "/offers/0/benefit/fixed",
        expected: "an amount as a decimal text or an integer",
        received: "35.41",
        hint: 'write it as a string: "35.41"',
      },
    ],
    [
      programOf({ benefit: { kind: "discount", fixed: "۵۰۰" } }),
      {
        code: "number-format",
        path: "/offers/0/benefit/fixed",
        expected: "an amount as a decimal text or an integer",
        received: '"۵۰۰"',
        hint: "write it with the digits 0 to 9",
      },
    ],
  ],
  "number-negative": [
    [
      programOf({ benefit: { kind: "discount", percent: "-5" } }),
      {
        code: "number-negative",
        path: "/offers/0/benefit/percent",
        expected: "a percentage from 0 to 100 as a decimal text or an integer",
        received: '"-5"',
      },
    ],
  ],
  "number-not-finite": [
    [
      programOf({ priority: Number.POSITIVE_INFINITY }),
      { code: "number-not-finite", path: "/offers/0/priority" },
    ],
  ],
  "number-precision": [
    [
      programOf({ benefit: { kind: "discount", fixed: "100.5" } }),
      {
        code: "number-precision",
        path: "/offers/0/benefit/fixed",
        expected: "at most 0 decimals",
        received: "100.5",
      },
    ],
  ],
  "number-range": [
    [
      programOf({ benefit: { kind: "discount", percent: "100.0001" } }),
      {
        code: "number-range",
        path: "/offers/0/benefit/percent",
        expected: "a percentage from 0 to 100 as a decimal text or an integer",
        received: '"100.0001"',
      },
    ],
  ],
  "one-of": [
    [
      programOf({ benefit: { kind: "discount", percent: "5", fixed: "5" } }),
      {
        code: "one-of",
        path: "/offers/0/benefit",
        expected: "exactly one of percent, fixed, perUnit, unitPrice, steps, buy, bundle",
        received: "percent and fixed",
      },
    ],
  ],
  "operator-type": [
    [
      programOf({ when: check({ operator: "contains" }) }),
      {
        code: "operator-type",
        path: "/offers/0/when/operator",
        expected: "a fact of type texts",
        received: "money",
      },
    ],
  ],
  "operator-unknown": [
    [
      programOf({ when: check({ operator: "greaterThen" }) }),
      {
        code: "operator-unknown",
        path: "/offers/0/when/operator",
        received: '"greaterThen"',
        hint: 'did you mean "greaterThan"?',
      },
    ],
  ],
  params: [
    [
      programOf({ when: { fact: "member.visits", params: { sku: "a" }, operator: "equal", value: 1 } }),
      { code: "params", path: "/offers/0/when/params" },
    ],
  ],
  "path-forbidden": [
    [
      program({ attributes: { city: { path: "$..city", type: "text" } } }),
      {
        code: "path-forbidden",
        path: "/attributes/city/path",
        expected: 'plain steps, such as "$.city" or "$.address.lines[0]"',
        received: "$..city",
      },
    ],
    [
      programOf({ when: check({ path: "$.a" }) }),
      {
        code: "path-forbidden",
        path: "/offers/0/when/path",
        received: '"$.a"',
        hint: "declare the value under `attributes` with its path",
      },
    ],
  ],
  "ref-cycle": [
    [
      program({ conditions: { a: { condition: "b" }, b: { condition: "a" } } }),
      { code: "ref-cycle", path: "/conditions/b", received: "a → b → a" },
    ],
  ],
  "ref-missing": [
    [
      programOf({ group: "defalt" }),
      { code: "ref-missing", path: "/offers/0/group", hint: 'did you mean "default"?' },
    ],
  ],
  required: [
    [
      without(program(), "timeZone"),
      { code: "required", path: "/timeZone", expected: "string", received: "nothing" },
    ],
  ],
  "schema-version": [
    [
      program({ semantics: 99 }),
      { code: "schema-version", path: "/semantics", expected: "1", received: "99" },
    ],
  ],
  size: [
    [program({ name: Array.from({ length: 1_100 }, () => "x".repeat(1_000)) }), { code: "size", path: "" }],
  ],
  "string-too-long": [
    [
      programOf({ name: { fa: "س".repeat(257) } }),
      {
        code: "string-too-long",
        path: "/offers/0/name/fa",
        expected: "at most 256",
        received: "257",
      },
    ],
    [
      programOf({ name: { fa: "س".repeat(1_025) } }),
      {
        code: "string-too-long",
        path: "/offers/0/name/fa",
        expected: "at most 1024 UTF-16 units",
        received: "1025",
      },
    ],
  ],
  "string-too-short": [
    [
      program({ version: "" }),
      { code: "string-too-short", path: "/version", expected: "at least 1", received: "0" },
    ],
  ],
  "text-control": [
    [
      programOf({ name: { fa: "\u202e%01" } }),
      {
        code: "text-control",
        path: "/offers/0/name/fa",
        hint: "remove U+202A to U+202E and control characters; close every isolate (U+2066 to U+2068) with U+2069",
      },
    ],
  ],
  "text-illformed": [
    [programOf({ name: { fa: "a\ud800" } }), { code: "text-illformed", path: "/offers/0/name/fa" }],
  ],
  "time-format": [
    [
      programOf({ schedule: { hours: [{ from: "9:00", until: "18:00" }] } }),
      {
        code: "time-format",
        path: "/offers/0/schedule/hours/0/from",
        expected: 'a time of day such as "15:00"',
        received: '"9:00"',
      },
    ],
  ],
  "time-range": [
    [
      programOf({ window: { from: "1405-09-01" } }),
      {
        code: "time-range",
        path: "/offers/0/window/from",
        expected: '"1990-10-04", or { "calendar": "persian", "year": 1369, "month": 7, "day": 12 }',
        received: '"1405-09-01"',
        hint: 'a Persian date is written { "calendar": "persian", "year": …, "month": …, "day": … }',
      },
    ],
  ],
  type: [
    [[], { code: "type", path: "", expected: "object", received: "a list of 0" }],
    [program({ offers: {} }), { code: "type", path: "/offers", expected: "array", received: "an object" }],
  ],
  "tz-unknown": [
    [
      program({ timeZone: "Asia/Teheran" }),
      {
        code: "tz-unknown",
        path: "/timeZone",
        hint: 'an IANA name such as "Asia/Tehran", or an offset such as "+03:30"',
      },
    ],
  ],
  "unknown-field": [
    [program({ walets: [] }), { code: "unknown-field", path: "/walets", hint: 'did you mean "wallets"?' }],
    [
      programOf({ benfit: { kind: "discount" } }),
      { code: "unknown-field", path: "/offers/0/benfit", hint: 'did you mean "benefit"?' },
    ],
    [
      programOf({ discuont: 10 }),
      {
        code: "unknown-field",
        path: "/offers/0/discuont",
        hint: "known here: id, name, on, always, by, group, exclusive, notWith, priority, when, tier, birthday, window, schedule, code, channel, milestone, anniversary, inactivity, holdout, limits, benefit",
      },
    ],
  ],
  "window-order": [
    [
      programOf({ window: { from: "2026-09-02", to: "2026-09-01" } }),
      { code: "window-order", path: "/offers/0/window" },
    ],
  ],
  "worth-missing": [
    [
      program({ wallets: [{ id: "points", kind: "points" }], offers: [offer()] }),
      {
        code: "worth-missing",
        path: "/wallets/0/worth",
        hint: 'say what one unit is worth to the member, such as "worth": "50"; "0" is allowed',
      },
    ],
  ],
};

function nested(levels: number): object {
  return levels === 1 ? check({}) : { all: [nested(levels - 1)] };
}

function without(document: object, key: string): object {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
}

describe("parseProgram tells each kind of issue at its place", () => {
  const cases = Object.values(CASES).flat();

  it.each(
    cases.map(([document, issue]) => [issue.code, issue.path.slice(0, 60) || "/", document, issue] as const),
  )("%s at %s", (_code, _path, document, issue) => {
    const [first, ...others] = issuesOf(document);
    expect(others).toEqual([]);
    const { message, ...rest } = first ?? { message: "" };
    expect(rest).toEqual(issue);
    expect(message).not.toBe("");
  });

  it("under the code that its cases are listed by", () => {
    for (const [code, list] of Object.entries(CASES)) {
      expect(list.length).toBeGreaterThan(0);
      for (const [, issue] of list) expect(issue.code).toBe(code);
    }
  });
});

describe("parseProgram tells all that is wrong at once", () => {
  it("in one offer, in several, and around them", () => {
    const document = program({
      version: "",
      walets: [],
      offers: [
        offer({ discuont: 1, priority: "high" }),
        offer({ id: "b", benefit: { kind: "discount", percent: "101" } }),
      ],
    });
    expect([...told(document)].sort()).toEqual([
      "number-range /offers/1/benefit/percent",
      "string-too-short /version",
      "type /offers/0/priority",
      "unknown-field /offers/0/discuont",
      "unknown-field /walets",
    ]);
  });

  it("of form in one offer and of sense in another", () => {
    const document = program({
      timeZone: "IRST",
      offers: [
        offer({ id: "broken", discuont: 1 }),
        offer({ id: "sound", group: "nowhere", notWith: ["broken", "nobody"] }),
        offer({ id: "sound" }),
      ],
    });
    expect([...told(document)].sort()).toEqual([
      "duplicate-id /offers/2/id",
      "ref-missing /offers/1/group",
      "ref-missing /offers/1/notWith/1",
      "tz-unknown /timeZone",
      "unknown-field /offers/0/discuont",
    ]);
  });

  it("also where an offer is no object at all", () => {
    const document = program({ offers: ["text", null, [], offer({ group: "nowhere" })] });
    expect(told(document)).toEqual([
      "type /offers/0",
      "type /offers/1",
      "type /offers/2",
      "ref-missing /offers/3/group",
    ]);
  });

  it("but each thing once, though it is read for every tier", () => {
    const grant = { byTier: { bronze: "1", silver: "2" } };
    const document = programOf({
      benefit: { kind: "points", wallet: "pionts", perSpend: { every: "1", grant } },
    });
    expect(issuesOf(document)).toEqual([
      {
        code: "ref-missing",
        path: "/offers/0/benefit/wallet",
        message: 'there is no wallet of kind points "pionts"',
        hint: 'did you mean "points"?',
      },
    ]);
  });

  it("up to a hundred issues, of form or of sense", () => {
    const many = (parts: (index: number) => object) =>
      program({
        offers: Array.from({ length: 150 }, (_, index) => offer({ id: `o${index}`, ...parts(index) })),
      });
    expect(issuesOf(many(() => ({ discuont: 1 })))).toHaveLength(100);
    expect(issuesOf(many(() => ({ group: "nowhere" })))).toHaveLength(100);
    expect(issuesOf(many((index) => (index < 60 ? { discuont: 1 } : { group: "nowhere" })))).toHaveLength(
      100,
    );
  });
});

describe("parseProgram holds to its sizes", () => {
  const offers = Array.from({ length: 20 }, (_, index) => offer({ id: `o${index}` }));

  it("takes as many offers as it is told to", () => {
    expect(parseProgram(program({ offers }), { ...USUAL_SIZES, offers: 20 }).ok).toBe(true);
    expect(parseProgram(program({ offers }), { ...USUAL_SIZES, offers: 19 })).toMatchObject({
      issues: [{ code: "array-too-long", path: "/offers", expected: "at most 19", received: "20" }],
    });
  });

  it("takes as many characters as it is told to", () => {
    expect(parseProgram(program({ offers }), { ...USUAL_SIZES, characters: 2_000 }).ok).toBe(true);
    expect(parseProgram(program({ offers }), { ...USUAL_SIZES, characters: 500 })).toMatchObject({
      issues: [{ code: "size", path: "" }],
    });
  });

  it("takes ids that begin like numbers, and orders them by code unit", () => {
    const document = program({ offers: ["1", "2", "10"].map((id) => offer({ id })) });
    expect(read(document).offers.map(({ id }) => id)).toEqual(["1", "10", "2"]);
  });
});

describe("the hash of a program", () => {
  const hash = (document: unknown) => read(document).hash;

  function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
    return Object.fromEntries(members.reverse());
  }

  it("is 64 hexadecimal digits, the same each time", () => {
    expect(hash(CAFE)).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(structuredClone(CAFE))).toBe(hash(CAFE));
  });

  it("ignores the order in which keys, offers, groups, budgets and the catalogue were written", () => {
    expect(hash(reversed(CAFE))).toBe(hash(CAFE));
    expect(hash({ ...CAFE, offers: [...CAFE.offers].reverse() })).toBe(hash(CAFE));
    expect(hash({ ...CAFE, groups: [...CAFE.groups].reverse() })).toBe(hash(CAFE));
    expect(hash({ ...CAFE, budgets: [...CAFE.budgets].reverse() })).toBe(hash(CAFE));
    expect(hash({ ...CAFE, catalogue: [...CAFE.catalogue].reverse() })).toBe(hash(CAFE));
  });

  it("changes with whatever else is written", () => {
    const wallets = [...CAFE.wallets].reverse();
    const others = [
      { ...CAFE, version: "1405-10" },
      { ...CAFE, wallets },
      { ...CAFE, maxOffers: 4 },
      { ...CAFE, catalogue: CAFE.catalogue.slice(1) },
      { ...CAFE, offers: CAFE.offers.slice(1) },
      {
        ...CAFE,
        groups: [
          { id: "default", limit: 1 },
          { id: "extras", limit: 3 },
          { id: "shelf", per: "line" },
        ],
      },
      { ...CAFE, name: { fa: "کافه" } },
    ];
    const hashes = [CAFE, ...others].map(hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("parseProgram never throws", () => {
  /** Every place of a document, as the keys that lead there. */
  function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== "object" || value === null) return [path];
    const inner = Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]));
    return path.length === 0 ? inner : [path, ...inner];
  }

  /** The document with another value at a place, and a stray key beside it. */
  function spoilt(document: unknown, path: readonly string[], value: unknown, stray: string): unknown {
    const copy = structuredClone(document) as Record<string, unknown>;
    let parent = copy;
    for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
    const last = path.at(-1) ?? "";
    parent[last] = value;
    if (stray !== "" && !Array.isArray(parent)) parent[stray] = value;
    return copy;
  }

  const hostile = fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1.5,
    1e21,
    2 ** 53,
    Number.NaN,
    "",
    " ",
    "toString",
    "constructor",
    "1e3",
    "-0",
    "0.1234567",
    "123456789012345678901",
    "24:00",
    "2026-02-30",
    "never",
    "x".repeat(70),
    true,
    [],
    {},
    [[]],
    [{}],
    [null],
    ["a", "a"],
    { fact: 5 },
    { fact: "basket.total", params: null },
    { fact: "basket.total", params: 5 },
    { fact: "basket.total", surprise: 1 },
    { fact: "basket.total", operator: "equal", value: { fact: {} } },
    { byTier: {} },
    { byTier: 5 },
    { byTier: { toString: 1 } },
    { byTier: { bronze: "1", silver: "2" } },
    { all: [] },
    { any: [], all: [] },
    { not: null },
    { condition: 5 },
    { condition: "toString" },
    { yearly: {} },
    { calendar: "persian" },
    { kind: null },
    { kind: "points" },
    { ladder: [{ id: "toString" }, { id: "constructor" }] },
    () => 1,
    new Map(),
  );

  it("whatever stands anywhere in it: it is a program, or the reasons why not", () => {
    const everywhere = fc.constantFrom(...places(CAFE));
    const stray = fc.constantFrom("", "toString", "byTier", "fact", "path", "items", "extra");
    fc.assert(
      fc.property(everywhere, hostile, stray, (path, value, key) => {
        const parsed = parseProgram(spoilt(CAFE, path, value, key), USUAL_SIZES);
        if (parsed.ok) expect(parsed.program.hash).toMatch(/^[0-9a-f]{64}$/);
        else expect(parsed.issues.length).toBeGreaterThan(0);
      }),
      { seed: 42, numRuns: 400 },
    );
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "{}"],
    ["a number", 5],
    ["a function", () => CAFE],
    ["a list", [CAFE]],
    ["a Map", new Map(Object.entries(CAFE))],
  ])("on %s, which is no object", (_, document) => {
    expect(told(document)).toEqual(["type "]);
  });

  it("on tiers called like members of every object", () => {
    const tiers = { ladder: [{ id: "toString" }, { id: "constructor" }] };
    const benefit = { kind: "points", percent: { byTier: { bronze: "1" } }, max: { byTier: {} } };
    const document = program({
      tiers,
      wallets: [{ ...POINTS, expires: { byTier: {} } }],
      offers: [offer({ benefit, birthday: { before: { byTier: {} } } })],
    });
    expect(new Set(issuesOf(document).map(({ code }) => code))).toEqual(new Set(["required", "ref-missing"]));
  });
});
