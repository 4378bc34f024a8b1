import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/documents/json-text.js";
import {
  attempt,
  decide,
  line,
  many,
  nested,
  offer,
  program,
  programFaults,
  programIssues,
  request,
  requestIssues,
  told,
  transaction,
} from "./act.js";

function jsonIssues(text: string): readonly string[] {
  const read = readJson(text);
  expect(readJson(text)).toEqual(read);
  return read.ok ? [] : told(read.issues);
}

describe("JSON texts", () => {
  it("A01 an empty text is no JSON, and is told at its place", () => {
    const read = readJson("");
    expect(read.ok ? [] : told(read.issues)).toEqual(["json-syntax "]);
    expect(JSON.stringify(read)).toContain("offset 0");
  });

  it("A02 a text of spaces, of a comment, of two values, and one cut short are no JSON", () => {
    for (const text of [" \n", "// x", "{} {}", '{"id":"a"', "[1,]", "{,}", "'a'", "NaN", "01", "\u0000"]) {
      expect(jsonIssues(text).every((issue) => issue.startsWith("json-syntax "))).toBe(true);
      expect(jsonIssues(text)).toHaveLength(1);
    }
  });

  it("A03 a byte-order mark is dropped, and the program's hash is that of the text without", () => {
    const text = JSON.stringify(program());
    const [plain, marked] = [text, `\ufeff${text}`].map((one) => readJson(one));
    expect(marked).toEqual(plain);
    expect(plain?.ok && marked?.ok && openClub(marked.value).hash === openClub(plain.value).hash).toBe(true);
    expect(jsonIssues(`\ufeff\ufeff${text}`)).toEqual(["json-syntax "]);
  });

  it("A05 a duplicate key is an issue at its place", () => {
    expect(jsonIssues('{"amount":1,"amount":999}')).toEqual(["json-duplicate-key /amount"]);
    expect(jsonIssues('{"lines":[{"unitPrice":1,"\\u0075nitPrice":9}]}')).toEqual([
      "json-duplicate-key /lines/0/unitPrice",
    ]);
    expect(jsonIssues('{"__proto__":1,"__proto__":2}')).toEqual(["json-duplicate-key /__proto__"]);
    expect(jsonIssues('{"":1,"":2}')).toEqual(["json-duplicate-key /"]);
    expect(jsonIssues('{"a":{"b":1},"b":2,"c":{"b":3}}')).toEqual([]);
  });

  it("A06 100,000 nested lists are told as too deep, in text and in memory", () => {
    expect(jsonIssues("[".repeat(100_000))).toHaveLength(1);
    expect(jsonIssues("[".repeat(100_000))[0]).toMatch(/^depth /);
    expect(jsonIssues('{"a":'.repeat(100_000))[0]).toMatch(/^depth /);
    const deep = nested(100_000, (inner) => [inner]);
    expect(programIssues(() => deep)).toEqual([`depth ${"/0".repeat(48)}`]);
    expect(requestIssues(() => deep)).toEqual([`depth ${"/0".repeat(24)}`]);
  });

  it("A07 a text of 300,000 lists is read", () => {
    expect(jsonIssues(`[${"[],".repeat(300_000)}[]]`)).toEqual([]);
  });
});

describe("what is no document", () => {
  const others: readonly (readonly [string, () => unknown])[] = [
    ["a list", () => []],
    ["a text", () => "program"],
    ["null", () => null],
    ["a number", () => 5],
    ["a function", () => () => program()],
    ["undefined", () => undefined],
    ["true", () => true],
    ["a symbol", () => Symbol("program")],
    ["a bigint", () => 5n],
  ];

  it.each(others)("A08 %s is no program and no request", (_, make) => {
    expect(programIssues(make).every((issue) => /^(?:type|required) $/.test(issue))).toBe(true);
    expect(requestIssues(make)).toEqual(programIssues(make));
    expect(programIssues(make)).toHaveLength(1);
  });

  it("A10 own keys that reach a prototype are refused wherever they stand", () => {
    const hostile = JSON.parse('{"__proto__":{"isAdmin":true}}') as object;
    expect(Object.keys(hostile)).toEqual(["__proto__"]);
    expect(programIssues(() => program({ conditions: hostile }))).toEqual([
      "forbidden-key /conditions/__proto__",
    ]);
    expect(requestIssues(() => request({ facts: { constructor: 1, prototype: 2 } }))).toEqual([
      "forbidden-key /facts/constructor",
      "forbidden-key /facts/prototype",
    ]);
    expect(requestIssues(() => request({ member: { id: "m", attributes: { deep: [hostile] } } }))).toEqual([
      "forbidden-key /member/attributes/deep/0/__proto__",
    ]);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });

  it("A11 a condition has no keys that json-rules-engine would take for its own methods", () => {
    for (const key of ["toString", "hasOwnProperty", "evaluate", "isBooleanOperator", "priority", "name"]) {
      const when = { fact: "basket.total", operator: "equal", value: "1", [key]: 1 };
      expect(programIssues(() => program({ offers: [offer({ when })] }))).toEqual([
        `unknown-field /offers/0/when/${key}`,
      ]);
    }
  });

  it("A12 names such as toString and valueOf are names like any other", () => {
    const ids = ["toString", "valueOf", "hasOwnProperty", "then", "length"];
    const terms = {
      groups: ids.map((id) => ({ id, limit: 1 })),
      offers: ids.map((id) => offer({ id, group: id })),
      facts: Object.fromEntries(ids.map((id) => [id, "boolean"])),
    };
    expect(decide(terms).awards.map(({ offer: id }) => id)).toEqual([...ids].sort());
    const when = { fact: "toString", operator: "equal", value: true };
    expect(decide({ ...terms, offers: [offer({ when })] }).declined).toMatchObject([
      { reason: "factMissing" },
    ]);
  });

  it("A13 a getter is read once, and one that throws is told at its place", () => {
    let reads = 0;
    const counting = () => {
      const document = program();
      Object.defineProperty(document, "version", { enumerable: true, get: () => `${++reads}` });
      return document;
    };
    openClub(counting());
    expect(reads).toBe(1);
    const throwing = () =>
      request({
        get facts() {
          throw new TypeError("boom");
        },
      });
    // Spread by the helper, so that it must be put in place by hand.
    expect(throwing).toThrow("boom");
    const late = () => Object.defineProperty(request(), "facts", { enumerable: true, get: throwing });
    expect(requestIssues(late)).toEqual(["type /facts"]);
  });

  it("A15 a proxy that shows other keys at each look is copied once: decision and hash are of one copy", () => {
    const plain = [{}, { isStudent: true }].map((facts) => request({ facts }));
    const terms = {
      facts: { isStudent: "boolean" },
      offers: [offer({ when: { fact: "isStudent", operator: "equal", value: true } })],
    };
    const [without, having] = plain.map((asked) => decide(terms, asked));
    for (const shift of [0, 1, 2, 3]) {
      let looks = shift;
      const facts = new Proxy(
        { isStudent: true },
        { ownKeys: (target) => (looks++ % 2 === 0 ? Reflect.ownKeys(target) : []) },
      );
      const decision = openClub(program(terms)).evaluate(request({ facts }));
      expect([without, having]).toContainEqual(decision);
    }
  });

  it("A16 what the caller changes afterwards has no effect", () => {
    const offers = [offer()];
    const document = program({ offers });
    const club = openClub(document);
    const before = club.evaluate(request());
    Object.assign(document, { offers: [], currency: { code: "EUR", digits: 2 } });
    offers.length = 0;
    expect(club.evaluate(request())).toEqual(before);
    const asked = request();
    const decision = club.evaluate(asked);
    const bytes = JSON.stringify(decision);
    Object.assign(asked, { transaction: null });
    expect(JSON.stringify(decision)).toBe(bytes);
    expect(Object.isFrozen(club.program)).toBe(true);
  });

  const noJson: readonly (readonly [string, () => unknown])[] = [
    ["a Map", () => new Map([["isStudent", true]])],
    ["a Set", () => new Set(["a"])],
    ["a Date", () => new Date(0)],
    ["a RegExp", () => /a/],
    ["a typed array", () => new Uint8Array(2)],
    ["a symbol", () => Symbol("x")],
    ["a function", () => () => 1],
    ["a bigint", () => 1n],
    ["a boxed text", () => Object("x") as unknown],
    ["a promise", () => Promise.resolve(1)],
    ["an error", () => new Error("x")],
    ["a class of the host's", () => new (class Money {})()],
    ["a weak map", () => new WeakMap()],
    ["a generator", () => (function* () {})()],
    ["a revoked proxy", revoked],
  ];

  it.each(noJson)("A18 %s is no JSON value", (_, make) => {
    expect(requestIssues(() => request({ facts: { value: make() } }))).toEqual(["type /facts/value"]);
    expect(programIssues(() => program({ name: make() }))).toEqual(["type /name"]);
  });

  it("A18 a symbol as a key is no part of a document", () => {
    const marked = <T extends object>(it: T): T => Object.assign(it, { [Symbol("x")]: () => 1 });
    expect(openClub(marked(program())).program).toEqual(openClub(program()).program);
    const asked = marked(request({ transaction: marked(transaction({ lines: [marked(line())] })) }));
    const plain = request({ transaction: transaction({ lines: [line()] }) });
    const club = openClub(program());
    expect(club.evaluate(asked)).toEqual(club.evaluate(plain));
  });

  it("A19 an object that holds itself is too deep, and one reached by two ways is not", () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(requestIssues(() => request({ facts: circle }))[0]).toMatch(/^depth \/facts(?:\/self)+$/);
    const twice = line();
    const other = { ...twice, id: "2" };
    const label = ["tea"];
    expect(
      requestIssues(() => {
        const lines = [twice, other].map((one) => ({ ...one, category: label }));
        return request({ transaction: transaction({ lines }) });
      }),
    ).toEqual([]);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("keys, editions, ids and texts", () => {
  it("A20 an unknown field says which one was probably meant", () => {
    const [issue] = programFaults(() => program({ offers: [offer({ exclusiv: true })] }));
    expect(issue).toMatchObject({
      code: "unknown-field",
      path: "/offers/0/exclusiv",
      hint: 'did you mean "exclusive"?',
    });
  });

  it("A21 an edition of the rules that this engine does not have is refused", () => {
    for (const semantics of [99, 0, "1", 1.5, null]) {
      const [issue] = programFaults(() => program({ semantics }));
      expect(issue).toMatchObject({ code: "schema-version", path: "/semantics", expected: "1" });
    }
  });

  const badIds = ["x".repeat(65), "", "a b", "a/b", "a\nb", "a\tb", "چای", "-a", "a\u00a0", "a\u200b", "a\n"];

  it.each(badIds)("A23 %j is no id of a program", (id) => {
    expect(programIssues(() => program({ offers: [offer({ id })] }))).toEqual(["id-format /offers/0/id"]);
    expect(programIssues(() => program({ id }))).toEqual(["id-format /id"]);
  });

  it("A24 an id with a direction override is deceiving text, and one of 64 is none too long", () => {
    expect(programIssues(() => program({ id: "a\u202eb" }))).toEqual(["text-control /id"]);
    expect(programIssues(() => program({ id: "x".repeat(64) }))).toEqual([]);
    expect(requestIssues(() => request({ member: { id: "m".repeat(129) } }))).toEqual([
      "id-format /member/id",
    ]);
    expect(requestIssues(() => request({ member: { id: "~/~1" } }))).toEqual([]);
  });

  it("A25 ids of digits alone stand in code-unit order everywhere, never in that of integers", () => {
    const ids = ["2", "10", "1", "9007199254740993"];
    const sorted = ["1", "10", "2", "9007199254740993"];
    const offers = ids.map((id) => offer({ id, always: true, benefit: { kind: "points", fixed: "1" } }));
    const decision = decide({ offers });
    expect(decision.awards.map((award) => award.offer)).toEqual(sorted);
    expect(decision.entry?.awards.map((award) => award.offer)).toEqual(sorted);
    const rivals = ids.map((id) => offer({ id }));
    expect(decide({ offers: rivals }).declined.map((row) => row.offer)).toEqual(sorted.slice(1));
    const byTier = { "2": "1", "10": "2", "1": "3" };
    const tiers = { ladder: [{ id: "2" }, { id: "10" }, { id: "1" }] };
    const tiered = offer({ benefit: { kind: "discount", percent: { byTier } } });
    const asked = request({ member: { id: "m-1", standing: { tier: "10" } } });
    expect(decide({ tiers, offers: [tiered] }, asked).totals.discount).toBe("2000");
  });

  it("A26 half of a surrogate pair is refused in a text and in a key", () => {
    expect(programIssues(() => program({ name: { fa: "\ud800" } }))).toEqual(["text-illformed /name/fa"]);
    expect(programIssues(() => program({ name: { fa: "\udc00\ud800" } }))).toEqual([
      "text-illformed /name/fa",
    ]);
    expect(requestIssues(() => request({ facts: { "\udfff": 1 } }))).toEqual([
      "text-illformed /facts/\udfff",
    ]);
  });

  it("A28 marks that turn the reading round are refused, and isolates must close", () => {
    for (const text of [
      "\u202e%01",
      "\u202aa",
      "\u202b",
      "\u202c",
      "\u202d",
      "\u2066a",
      "a\u2069",
      "\u2069\u2066",
    ]) {
      expect(programIssues(() => program({ name: { en: text } }))).toEqual(["text-control /name/en"]);
    }
    for (const text of ["\u2066a\u2069", "\u2067\u2068a\u2069\u2069", "نیم\u200cفاصله", "\u200f"]) {
      expect(programIssues(() => program({ name: { en: text } }))).toEqual([]);
    }
  });

  it("A29 control characters are refused, NUL and C1 among them", () => {
    for (const text of ["\u0000", "a\u0007", "\u001b[31m", "\u007f", "\u0085", "\u009f", "\u000b"]) {
      expect(programIssues(() => program({ name: { en: text } }))).toEqual(["text-control /name/en"]);
    }
  });

  it("A30 a text is measured in UTF-16 units", () => {
    const name = (text: string) => programIssues(() => program({ name: { fa: text } }));
    expect(name("چ".repeat(256))).toEqual([]);
    expect(name("چ".repeat(257))).toEqual(["string-too-long /name/fa"]);
    expect(name("😀".repeat(128))).toEqual([]);
    expect(name("😀".repeat(513))).toEqual(["string-too-long /name/fa"]);
    expect(name("😀".repeat(1_024))).toEqual(["string-too-long /name/fa"]);
    expect(requestIssues(() => request({ transaction: transaction({ channel: "a\tb\r\nc" }) }))).toEqual([]);
    expect(requestIssues(() => request({ transaction: transaction({ channel: "😀".repeat(512) }) }))).toEqual(
      [],
    );
    expect(name("")).toEqual(["string-too-short /name/fa"]);
    expect(requestIssues(() => request({ facts: { note: "x".repeat(1_025) } }))).toEqual([
      "string-too-long /facts/note",
    ]);
  });

  it("A31 a kind of benefit that there is none of says which one was probably meant", () => {
    const wrong = (kind: unknown) => () => program({ offers: [offer({ benefit: { kind, percent: "1" } })] });
    expect(programFaults(wrong("discuont"))).toMatchObject([
      { code: "enum", path: "/offers/0/benefit/kind", hint: 'did you mean "discount"?' },
    ]);
    expect(programIssues(wrong("cashbak"))).toEqual(["enum /offers/0/benefit/kind"]);
    expect(programIssues(wrong("toString"))).toEqual(["enum /offers/0/benefit/kind"]);
    expect(programIssues(wrong(7))).toEqual(["enum /offers/0/benefit/kind"]);
    expect(programIssues(wrong("gift"))).toEqual([
      "required /offers/0/benefit/gifts",
      "unknown-field /offers/0/benefit/percent",
    ]);
  });

  it("A32 a place is a JSON Pointer whatever the key", () => {
    const keys = { "a/b~c": 1, "": 2, "~1": 3 };
    expect(programIssues(() => ({ ...program(), ...keys }))).toEqual([
      "unknown-field /a~1b~0c",
      "unknown-field /",
      "unknown-field /~01",
    ]);
  });

  it("A33 no more than a hundred issues are told of ten thousand", () => {
    const offers = many(10_000, (index) => offer({ id: `o${index}`, discuont: 1 }));
    expect(programIssues(() => program({ offers }))).toHaveLength(100);
  });

  it("A34 sizes are a document like any other", () => {
    for (const sizes of [
      { offers: 0 },
      { offers: 100_001 },
      { lines: "5" },
      { ofers: 1 },
      [],
      "x",
      new Map(),
    ]) {
      const outcome = attempt(() => openClub(program(), sizes as object));
      expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path.split("/")[1])).toEqual(["sizes"]);
    }
  });
});
