import { describe, expect, it } from "vitest";
import type { Check } from "../../src/program/condition.js";
import { issuesOf, programOf, readOffer, told } from "./programs.js";

const WORDS = {
  facts: {
    isStudent: "boolean",
    city: "text",
    hobbies: "texts",
    score: "number",
    bill: "money",
    since: "date",
    opens: "time",
  },
  attributes: {
    city: { path: "$.address.city[0]", type: "text" },
    colours: { path: "$.colours", type: "texts" },
  },
};
const refused = (when: object) => told(programOf({ when }, WORDS));
const issue = (when: object) => issuesOf(programOf({ when }, WORDS))[0];
const check = (fact: string, operator: string, value: unknown, params?: object) => ({
  fact,
  operator,
  value,
  params,
});

function read(when: object, more: object = {}): Check {
  const { when: condition } = readOffer(programOf({ when }, { ...WORDS, ...more }));
  if (condition.kind !== "check") throw new Error("not a check");
  return condition;
}

describe("the literal of a check", () => {
  it.each<[string, string, unknown, unknown]>([
    ["isStudent", "equal", true, true],
    ["city", "equal", "Shiraz", "Shiraz"],
    ["hobbies", "contains", "chess", "chess"],
    ["score", "greaterThan", 9, 9_000_000n],
    ["score", "greaterThan", "-2.5", -2_500_000n],
    ["bill", "lessThan", "500000", 500_000n],
    ["since", "lessThan", { calendar: "persian", year: 1405, month: 8, day: 30 }, 20_778],
    ["opens", "equal", "15:30", 55_800_000],
    ["local.time", "lessThan", "24:00", 86_400_000],
    ["member.tier", "equal", "silver", "silver"],
    ["local.weekday", "notEqual", "friday", "friday"],
    ["transaction.type", "equal", "purchase", "purchase"],
    ["transaction.codes", "contains", " yalda ", "YALDA"],
    ["member.attributes.city", "notEqual", "Shiraz", "Shiraz"],
    ["member.segments", "doesNotContain", "students", "students"],
    ["score", "in", [1, "2.5"], [1_000_000n, 2_500_000n]],
    ["city", "in", [], []],
  ])("of %s, %s %j, is read once", (fact, operator, value, literal) => {
    expect(read(check(fact, operator, value)).right).toEqual({ literal });
  });

  it("of money is in the currency's minor units", () => {
    const EUR = { currency: { code: "EUR", digits: 2 } };
    expect(read(check("basket.total", "equal", "2.5"), EUR).right).toEqual({ literal: 250n });
    expect(told(programOf({ when: check("basket.total", "equal", "2.505") }, EUR))).toEqual([
      "operator-type /offers/0/when/value",
    ]);
  });

  it("has no member of a list twice", () => {
    expect(read(check("city", "in", ["a", "b", "a"])).right).toEqual({ literal: ["a", "b"] });
    expect(read(check("score", "in", [5, "5", "5.0"])).right).toEqual({ literal: [5_000_000n] });
  });

  it.each<[string, string, unknown, string]>([
    ["score", "equal", "nine", "/value"],
    ["score", "equal", 0.5, "/value"],
    ["score", "equal", "1e3", "/value"],
    ["score", "equal", "0x10", "/value"],
    ["score", "equal", [5], "/value"],
    ["score", "equal", true, "/value"],
    ["score", "equal", null, "/value"],
    ["bill", "greaterThan", "-1", "/value"],
    ["bill", "greaterThan", "۵۰۰", "/value"],
    ["city", "equal", 10, "/value"],
    ["isStudent", "equal", "true", "/value"],
    ["since", "equal", "1405-01-01", "/value"],
    ["opens", "equal", "9:00", "/value"],
    ["hobbies", "contains", ["chess"], "/value"],
    ["city", "in", "Shirazvip", "/value"],
    ["city", "in", { a: 1 }, "/value"],
    ["city", "in", ["a", 5], "/value/1"],
    ["score", "notIn", [1, "x", 2], "/value/1"],
  ])("of %s, %s, cannot be %j", (fact, operator, value, place) => {
    expect(refused(check(fact, operator, value))).toEqual([`operator-type /offers/0/when${place}`]);
  });

  it("says what it is compared with, and what came", () => {
    expect(issue(check("bill", "greaterThan", "lots"))).toEqual({
      code: "operator-type",
      path: "/offers/0/when/value",
      message: 'bill is compared with an amount as an integer or a decimal text, such as "500000"',
      expected: 'an amount as an integer or a decimal text, such as "500000"',
      received: '"lots"',
    });
    expect(issue(check("city", "in", "vip"))).toMatchObject({ expected: "a list", received: '"vip"' });
  });

  it.each<[string, unknown, string]>([
    ["member.tier", "sliver", 'did you mean "silver"?'],
    ["member.tier", "platinum", "there are bronze, silver"],
    ["local.weekday", "fryday", 'did you mean "friday"?'],
    ["transaction.type", "purchse", 'did you mean "purchase"?'],
  ])("of %s cannot be %s, which there is not", (fact, value, hint) => {
    expect(issue(check(fact, "equal", value))).toMatchObject({
      code: "ref-missing",
      path: "/offers/0/when/value",
      hint,
    });
    expect(issue(check(fact, "in", [value]))).toMatchObject({ path: "/offers/0/when/value/0", hint });
  });

  it("of a tier in a club without tiers has no hint", () => {
    const document = programOf({ when: check("member.tier", "equal", "gold") }, { tiers: undefined });
    expect(issuesOf(document)).toEqual([
      { code: "ref-missing", path: "/offers/0/when/value", message: 'there is no member.tier "gold"' },
    ]);
  });

  it("of multipleOf is above zero", () => {
    expect(refused(check("member.visitNumber", "multipleOf", 10))).toEqual([]);
    expect(refused(check("member.visitNumber", "multipleOf", 0))).toEqual([
      "number-range /offers/0/when/value",
    ]);
    expect(refused(check("member.visitNumber", "multipleOf", "0.0"))).toEqual([
      "number-range /offers/0/when/value",
    ]);
  });

  it("has at most 10,000 members of a list", () => {
    const list = (length: number) => Array.from({ length }, (_, index) => `c${index}`);
    expect(refused(check("city", "in", list(10_000)))).toEqual([]);
    expect(refused(check("city", "in", list(10_001)))).toEqual(["array-too-long /offers/0/when/value"]);
  });
});

describe("an operator must fit its fact", () => {
  it.each<[string, string, unknown]>([
    ["city", "greaterThan", "10"],
    ["city", "lessThanInclusive", "10"],
    ["isStudent", "lessThan", true],
    ["isStudent", "in", [true]],
    ["hobbies", "equal", "chess"],
    ["hobbies", "in", ["chess"]],
    ["city", "contains", "Shi"],
    ["score", "contains", 5],
    ["since", "multipleOf", "2026-01-01"],
    ["local.weekday", "greaterThan", "monday"],
    ["member.segments", "greaterThan", "a"],
  ])("%s cannot be judged by %s", (fact, operator, value) => {
    expect(refused(check(fact, operator, value))).toEqual(["operator-type /offers/0/when/operator"]);
  });
});

describe("a fact on the right", () => {
  it.each<[object]>([
    [check("basket.total", "greaterThan", { fact: "member.spend" })],
    [check("basket.total", "equal", { fact: "bill" })],
    [check("basket.total", "equal", { fact: "basket.total", params: { category: "coffee" } })],
    [check("city", "in", { fact: "member.segments" })],
    [check("hobbies", "contains", { fact: "city" })],
    [check("member.attributes.city", "equal", { fact: "city" })],
  ])("is read as such: %j", (when) => {
    expect(read(when).right).toHaveProperty("use.name");
  });

  it.each<[string, object, readonly string[]]>([
    [
      "of another type",
      check("basket.total", "greaterThan", { fact: "score" }),
      ["operator-type /offers/0/when/value/fact"],
    ],
    [
      "that is no list, for in",
      check("city", "in", { fact: "city" }),
      ["operator-type /offers/0/when/value/fact"],
    ],
    [
      "that is a list of texts, for numbers in",
      check("score", "in", { fact: "hobbies" }),
      ["operator-type /offers/0/when/value/fact"],
    ],
    [
      "that is a list, for contains",
      check("hobbies", "contains", { fact: "member.segments" }),
      ["operator-type /offers/0/when/value/fact"],
    ],
    [
      "that there is not",
      check("score", "equal", { fact: "scoer" }),
      ["fact-unknown /offers/0/when/value/fact"],
    ],
    ["that is no text", check("score", "equal", { fact: 5 }), ["type /offers/0/when/value/fact"]],
    [
      "with params of null",
      check("score", "equal", { fact: "score", params: null }),
      ["type /offers/0/when/value/params"],
    ],
    [
      "with a number as params",
      check("score", "equal", { fact: "member.visits", params: 5 }),
      ["type /offers/0/when/value/params"],
    ],
    [
      "with params it does not take",
      check("score", "equal", { fact: "member.visits", params: { a: 1 } }),
      ["params /offers/0/when/value/params"],
    ],
    [
      "with keys of its own",
      check("score", "equal", { fact: "score", plus: 1 }),
      ["unknown-field /offers/0/when/value/plus"],
    ],
    [
      "with a path",
      check("score", "equal", { fact: "score", path: "$" }),
      ["unknown-field /offers/0/when/value/path"],
    ],
  ])("cannot be one %s", (_, when, issues) => {
    expect(refused(when)).toEqual(issues);
  });
});

describe("a fact that a condition asks for", () => {
  it("has one key for one question, however it was written", () => {
    const one = read(check("basket.total", "equal", 1, { category: "a", brand: "b" })).use;
    const other = read(check("basket.total", "equal", 2, { brand: "b", category: "a" })).use;
    expect(one.key).toBe(other.key);
    expect(read(check("basket.total", "equal", 1)).use.key).not.toBe(one.key);
    expect(read(check("basket.total", "equal", 1, {})).use.key).toBe(
      read(check("basket.total", "equal", 1)).use.key,
    );
  });

  it("comes from the catalogue, from the host, or from the member's attributes", () => {
    expect(read(check("member.visits", "equal", 1)).use).toMatchObject({
      type: "number",
      ofMember: true,
      source: { kind: "catalogue", params: {} },
    });
    expect(read(check("score", "equal", 1)).use).toMatchObject({
      ofMember: false,
      source: { kind: "declared" },
    });
    expect(read(check("member.attributes.city", "equal", "x")).use).toMatchObject({
      type: "text",
      ofMember: true,
      source: { kind: "attribute", steps: ["address", "city", 0] },
    });
  });

  it.each<[string, string | undefined]>([
    ["member.visit", 'did you mean "member.visits"?'],
    ["member.attributes.ctiy", 'did you mean "member.attributes.city"?'],
    ["isStudnet", 'did you mean "isStudent"?'],
    ["toString", "declare it under `facts`, or under `attributes` if it is the member's"],
    ["member.attributes.age", "declare it under `facts`, or under `attributes` if it is the member's"],
    ["member.attributes.", "declare it under `facts`, or under `attributes` if it is the member's"],
  ])("must be there, unlike %s", (fact, hint) => {
    expect(issue(check(fact, "equal", 1))).toMatchObject({
      code: "fact-unknown",
      path: "/offers/0/when/fact",
      hint,
    });
  });

  it.each<[string, object | undefined, readonly string[]]>([
    ["member.visits", { sku: "a" }, ["params /offers/0/when/params"]],
    ["score", { sku: "a" }, ["params /offers/0/when/params"]],
    ["basket.quantity", { categry: "a" }, ["unknown-field /offers/0/when/params/categry"]],
    ["basket.quantity", { category: 5 }, ["type /offers/0/when/params/category"]],
    ["member.balance", undefined, ["required /offers/0/when/params/wallet"]],
    ["member.balance", { wallet: "point" }, ["ref-missing /offers/0/when/params/wallet"]],
    ["member.balance", { wallet: "points" }, []],
    ["member.daysToAnniversary", {}, ["required /offers/0/when/params/name"]],
    ["member.daysToBirthday", { leapDay: "never" }, ["enum /offers/0/when/params/leapDay"]],
    ["local.month", { daysAgo: 2 }, ["number-range /offers/0/when/params/daysAgo"]],
  ])("of %s takes its own params and no others: %j", (fact, params, issues) => {
    expect(refused(check(fact, "equal", 1, params))).toEqual(issues);
  });

  it("says in words which params it takes", () => {
    expect(issue(check("basket.quantity", "equal", 1, { categry: "a" }))).toMatchObject({
      expected: "an item filter: `sku`, `category`, `brand`, `tag`, `not`",
      hint: 'did you mean "category"?',
    });
    expect(issue(check("member.balance", "equal", 1, { wallet: "point" }))?.hint).toBe(
      'did you mean "points"?',
    );
  });
});
