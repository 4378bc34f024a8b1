import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import {
  fateOf,
  line,
  many,
  nested,
  offer,
  program,
  programFaults,
  programIssues,
  request,
  requestIssues,
  transaction,
  withCondition,
} from "./act.js";

const TRUE = { fact: "basket.total", operator: "greaterThan", value: "0" };
const FALSE = { fact: "basket.total", operator: "lessThan", value: "1" };
const WHEN = "/offers/0/when";

/** The club declares a fact of each type, and an attribute. */
const DECLARED = {
  facts: { n: "number", m: "money", t: "text", ts: "texts", b: "boolean", d: "date", h: "time" },
  attributes: { city: { path: "$.city", type: "text" }, deep: { path: "$.a.b[0].c", type: "number" } },
};

function check(fact: string, operator: string, value: unknown): object {
  return { fact, operator, value };
}

const refused: readonly (readonly [string, unknown, readonly string[]])[] = [
  [
    "B01 any of nothing is refused: an engine that takes it for true grants to everybody",
    { any: [] },
    [`cond-empty ${WHEN}/any`],
  ],
  ["B03 not of any of nothing", { not: { any: [] } }, [`cond-empty ${WHEN}/not/any`]],
  ["B03 not of a list", { not: [] }, [`cond-shape ${WHEN}/not`]],
  ["B03 all of an object", { all: {} }, [`cond-shape ${WHEN}/all`]],
  ["B04 all beside any", { all: [], any: [TRUE] }, [`cond-shape ${WHEN}`]],
  ["B04 an empty object", {}, [`cond-shape ${WHEN}`]],
  ["B04 null", null, [`cond-shape ${WHEN}`]],
  ["B04 a list", [TRUE], [`cond-shape ${WHEN}`]],
  ["B04 a text", "true", [`cond-shape ${WHEN}`]],
  ["B04 true", true, [`cond-shape ${WHEN}`]],
  ["B05 no value", { fact: "basket.total", operator: "equal" }, [`required ${WHEN}/value`]],
  ["B05 a value that is undefined", check("basket.total", "equal", undefined), [`required ${WHEN}/value`]],
  ["B05 no operator", { fact: "basket.total", value: 1 }, [`required ${WHEN}/operator`]],
  [
    "B06 an operator that there is not",
    check("basket.total", "greaterThen", 1),
    [`operator-unknown ${WHEN}/operator`],
  ],
  ["B06 the name of a method", check("basket.total", "toString", 1), [`operator-unknown ${WHEN}/operator`]],
  [
    "B06 a complement that is not for documents",
    check("basket.total", "notMultipleOf", 1),
    [`operator-unknown ${WHEN}/operator`],
  ],
  ["B08 a decorator", check("basket.total", "not:equal", 1), [`operator-unknown ${WHEN}/operator`]],
  ["B09 a name that there is not", { condition: "nobody" }, [`ref-missing ${WHEN}/condition`]],
  ["B09 the name of what every object has", { condition: "toString" }, [`ref-missing ${WHEN}/condition`]],
  ["B21 an order among texts", check("t", "greaterThan", "10"), [`operator-type ${WHEN}/operator`]],
  ["B22 a number for a text", check("t", "equal", 10), [`operator-type ${WHEN}/value`]],
  ["B25 in of a text", check("t", "in", "notvip"), [`operator-type ${WHEN}/value`]],
  ["B26 in of mixed types", check("t", "in", ["a", 1]), [`operator-type ${WHEN}/value/1`]],
  [
    "B26 in of 10,001",
    check(
      "n",
      "in",
      many(10_001, (index) => index),
    ),
    [`array-too-long ${WHEN}/value`],
  ],
  ["B27 contains of a list", check("ts", "contains", ["a"]), [`operator-type ${WHEN}/value`]],
  ["B27 in for a list of texts", check("ts", "in", ["a"]), [`operator-type ${WHEN}/operator`]],
  ["B28 a path beside the fact", { ...TRUE, path: "$..*" }, [`path-forbidden ${WHEN}/path`]],
  [
    "B32 params for a fact that takes none",
    { ...check("n", "equal", 1), params: { a: 1 } },
    [`params ${WHEN}/params`],
  ],
  ["B32 params that are a list", { ...TRUE, params: [] }, [`type ${WHEN}/params`]],
  ["B34 a regular expression", check("t", "matches", "(a+)+$"), [`operator-unknown ${WHEN}/operator`]],
  ["B35 a glob", check("t", "glob", "*a*a*a*a*b"), [`operator-unknown ${WHEN}/operator`]],
  [
    "B36 a fact on the right that there is not",
    check("n", "equal", { fact: "y" }),
    [`fact-unknown ${WHEN}/value/fact`],
  ],
  [
    "B36 a fact of another type on the right",
    check("n", "equal", { fact: "t" }),
    [`operator-type ${WHEN}/value/fact`],
  ],
  [
    "B36 more beside the fact on the right",
    check("n", "equal", { fact: "n", path: "$" }),
    [`unknown-field ${WHEN}/value/path`],
  ],
  ["B38 a priority in a condition", { ...TRUE, priority: 1 }, [`unknown-field ${WHEN}/priority`]],
  ["B41 a fraction in a condition", check("n", "equal", 0.1), [`operator-type ${WHEN}/value`]],
  ["B41 an exponent in a condition", check("n", "equal", "1e3"), [`operator-type ${WHEN}/value`]],
  ["B41 more decimals than the currency has", check("m", "equal", "0.5"), [`operator-type ${WHEN}/value`]],
  ["B42 a multiple of nothing", check("n", "multipleOf", "0"), [`number-range ${WHEN}/value`]],
  ["B42 a multiple of minus nothing", check("n", "multipleOf", -0), [`number-range ${WHEN}/value`]],
  ["B43 a tier that there is not", check("member.tier", "equal", "gold"), [`ref-missing ${WHEN}/value`]],
  ["B43 a weekday in capitals", check("local.weekday", "in", ["Monday"]), [`ref-missing ${WHEN}/value/0`]],
  [
    "B44 a time after the end of the day",
    check("local.time", "lessThan", "24:01"),
    [`operator-type ${WHEN}/value`],
  ],
  ["B44 a day that the calendar lacks", check("d", "equal", "2027-02-29"), [`operator-type ${WHEN}/value`]],
  [
    "B45 a wallet that there is not",
    { ...check("member.balance", "equal", 1), params: { wallet: "x" } },
    [`ref-missing ${WHEN}/params/wallet`],
  ],
  ["B45 a balance of no wallet", check("member.balance", "equal", 1), [`required ${WHEN}/params/wallet`]],
  ["B46 a fact that is a prototype's", check("__proto__", "equal", 1), [`fact-unknown ${WHEN}/fact`]],
  ["B46 a fact that is no text", check(5 as never, "equal", 1), [`type ${WHEN}/fact`]],
];

describe("conditions that are refused when the program is opened", () => {
  it.each(refused)("%s", (_, when, issues) => {
    expect(programIssues(() => withCondition(when, DECLARED))).toEqual(issues);
  });

  it("B06 the operator that was probably meant is named", () => {
    const [issue] = programFaults(() => withCondition(check("basket.total", "greaterThen", 1)));
    expect(issue?.hint).toBe('did you mean "greaterThan"?');
  });

  it("B08 a decorator repeated 20,000 times overflows no stack", () => {
    const long = check("basket.total", `${"not:".repeat(20_000)}equal`, 1);
    expect(programIssues(() => withCondition(long))).toEqual([`string-too-long ${WHEN}/operator`]);
    const short = check("basket.total", `${"not:".repeat(200)}equal`, 1);
    expect(programIssues(() => withCondition(short))).toEqual([`operator-unknown ${WHEN}/operator`]);
  });

  it("B10 a name that leads back to itself is told with its circle", () => {
    const named = (conditions: object) => () => withCondition({ condition: "a" }, { conditions });
    const faults = programFaults(named({ a: { condition: "b" }, b: { not: { condition: "a" } } }));
    expect(faults).toMatchObject([{ code: "ref-cycle", path: "/conditions/b/not", received: "a → b → a" }]);
    expect(programFaults(named({ a: { all: [{ condition: "a" }] } }))).toMatchObject([{ received: "a → a" }]);
  });

  const doubling = (levels: number) =>
    Object.fromEntries(
      many(levels + 1, (level) => [
        `c${level}`,
        level === 0 ? TRUE : { all: [{ condition: `c${level - 1}` }, { condition: `c${level - 1}` }] },
      ]),
    );

  it("B11 names that double 30 times are counted, never expanded", () => {
    const make = () => withCondition({ condition: "c30" }, { conditions: doubling(30) });
    const faults = programFaults(make);
    expect(faults.map(({ code }) => code)).toEqual(["nodes", "depth"]);
    expect(faults[0]?.received).toBe(String(2 ** 31 - 1));
  });

  it("B11 names that double eight times are 511 nodes, and one check more is one too many", () => {
    const conditions = doubling(8);
    expect(fateOf({ condition: "c8" }, { conditions })).toBe("given");
    expect(fateOf({ not: { condition: "c8" } }, { conditions })).toBe("not listed");
    const more = { not: { not: { condition: "c8" } } };
    expect(programIssues(() => withCondition(more, { conditions }))).toEqual([`nodes ${WHEN}`]);
  });

  it("B12 64 names in a row are read, and 65 are too many", () => {
    const chain = (length: number) =>
      Object.fromEntries(
        many(length, (index) => [`c${index}`, index === length - 1 ? TRUE : { condition: `c${index + 1}` }]),
      );
    expect(fateOf({ condition: "c0" }, { conditions: chain(64) })).toBe("given");
    expect(programIssues(() => program({ conditions: chain(65) }))).toEqual(["depth /conditions/c63"]);
    expect(programIssues(() => program({ conditions: chain(5_000) })).length).toBeLessThanOrEqual(100);
  });

  it("B13 200,000 checks in one list are too many, and so are 512 of them under an any", () => {
    const make = (count: number) => () => withCondition({ any: many(count, () => TRUE) });
    expect(programIssues(make(511))).toEqual([]);
    expect(programIssues(make(512))).toEqual([`nodes ${WHEN}`]);
    expect(programIssues(make(20_000))).toEqual([`nodes ${WHEN}`]);
    const huge = { any: many(200_000, () => TRUE) };
    expect(programIssues(() => withCondition(huge))).toEqual(["size "]);
  });

  it("B14 sixteen levels are read, and seventeen are too deep, by whatever they are made", () => {
    const wraps: readonly ((inner: unknown) => unknown)[] = [
      (not) => ({ not }),
      (inner) => ({ all: [inner] }),
      (inner) => ({ any: [inner] }),
    ];
    for (const wrap of wraps) {
      expect(programIssues(() => withCondition(nested(15, wrap, TRUE)))).toEqual([]);
      const [issue, ...others] = programIssues(() => withCondition(nested(16, wrap, TRUE)));
      expect(issue).toMatch(/^depth \/offers\/0\/when/);
      expect(others).toEqual([]);
    }
    expect(fateOf(nested(14, (not) => ({ not }), TRUE))).toBe("given");
    expect(fateOf(nested(15, (not) => ({ not }), TRUE))).toBe("not listed");
  });

  it("B26 10,000 members of a list are read, repeated ones too", () => {
    const value = many(10_000, (index) => `v${index % 5_000}`);
    const asked = request({ facts: { t: "v4999" } });
    expect(fateOf(check("t", "in", value), DECLARED, asked)).toBe("given");
    expect(fateOf(check("t", "notIn", value), DECLARED, asked)).toBe("not listed");
    expect(fateOf(check("t", "in", []), DECLARED, asked)).toBe("not listed");
    expect(fateOf(check("t", "notIn", []), DECLARED, asked)).toBe("given");
  });

  const paths = [
    ...[
      "$..*",
      "$[?(@.p>5)]",
      "$[(@.length-1)]",
      "$.a^",
      "`$.a",
      "$.a@number()",
      "$.*",
      "$[*]",
      "$",
      "a",
      "$.a b",
    ],
    ...[
      "$.__proto__.x",
      "$.constructor.name",
      "$.a.prototype",
      "$['a']",
      "$.a[-1]",
      "$.a[01]",
      "$.a[10000]",
      "$.a.",
    ],
  ];

  it.each(paths)("B28 %s is no path of plain steps", (path) => {
    const attributes = { city: { path, type: "text" } };
    expect(programIssues(() => program({ attributes }))).toEqual(["path-forbidden /attributes/city/path"]);
  });

  it("B38 a priority is an integer", () => {
    const priority = (value: unknown) =>
      programIssues(() => program({ offers: [offer({ priority: value })] }));
    expect(priority("high")).toEqual(["type /offers/0/priority"]);
    expect(priority(Number.POSITIVE_INFINITY)).toEqual(["number-not-finite /offers/0/priority"]);
    expect(priority(1.5)).toEqual(["number-format /offers/0/priority"]);
    expect(priority(2 ** 60)).toEqual(["number-range /offers/0/priority"]);
    expect(priority(-0)).toEqual([]);
  });
});

describe("what is unknown is never granted", () => {
  const facts = (values: object) => request({ facts: values });
  const missing: readonly (readonly [string, object])[] = [
    ["B15 under not", { not: check("n", "greaterThan", 5) }],
    ["B16 under notEqual", check("n", "notEqual", 5)],
    ["B16 under notIn", check("t", "notIn", ["a"])],
    ["B16 under doesNotContain", check("ts", "doesNotContain", "a")],
    ["B15 under not of not of not", { not: { not: { not: check("n", "equal", 5) } } }],
    ["B17 beside what is true, in an all", { all: [TRUE, check("n", "equal", 5)] }],
    ["B17 beside what is false, in an any", { any: [FALSE, check("n", "equal", 5)] }],
    ["B36 compared with itself", check("n", "equal", { fact: "n" })],
    ["B36 on the right", check("basket.quantity", "greaterThan", { fact: "n" })],
    ["B36 on the right, under not", { not: check("basket.quantity", "equal", { fact: "n" }) }],
  ];

  it.each(missing)("%s a missing fact leaves the offer undecided", (_, when) => {
    expect(fateOf(when, DECLARED)).toBe("factMissing");
  });

  it("B18 what is false stays false beside a missing fact, and what is true stays true", () => {
    expect(fateOf({ all: [FALSE, check("n", "equal", 5)] }, DECLARED)).toBe("not listed");
    expect(fateOf({ any: [check("n", "equal", 5), TRUE] }, DECLARED)).toBe("given");
    expect(fateOf({ not: { any: [check("n", "equal", 5), TRUE] } }, DECLARED)).toBe("not listed");
  });

  it("B20 numbers written as texts are compared as numbers", () => {
    expect(fateOf(check("n", "greaterThan", "10"), DECLARED, facts({ n: "9" }))).toBe("not listed");
    expect(fateOf(check("n", "lessThan", "10"), DECLARED, facts({ n: "9" }))).toBe("given");
    expect(fateOf(check("n", "equal", "9.000000"), DECLARED, facts({ n: 9 }))).toBe("given");
    expect(fateOf(check("n", "equal", 0), DECLARED, facts({ n: -0 }))).toBe("given");
    expect(fateOf(check("n", "equal", 0), DECLARED, facts({ n: "-0" }))).toBe("given");
    expect(fateOf(check("n", "greaterThan", "-1.5"), DECLARED, facts({ n: "-1.499999" }))).toBe("given");
    const big = "999999999999999999";
    expect(fateOf(check("n", "greaterThan", "999999999999999998"), DECLARED, facts({ n: big }))).toBe(
      "given",
    );
  });

  const strange = [
    [5],
    true,
    "0x10",
    "1e3",
    " 5",
    "5 ",
    "٥",
    "5.",
    ".5",
    "+5",
    {},
    null,
    0.5,
    1e21,
    "",
    "NaN",
  ];

  it.each(strange)("B23 %j is no number, so nothing is known of it", (n) => {
    expect(fateOf(check("n", "greaterThan", 0), DECLARED, facts({ n }))).toBe("factMissing");
    expect(fateOf({ not: check("n", "greaterThan", 0) }, DECLARED, facts({ n }))).toBe("factMissing");
  });

  const ofWrongType: readonly (readonly [string, object, unknown])[] = [
    ["t", check("t", "notEqual", "a"), 5],
    ["t", check("t", "notIn", []), ["a"]],
    ["ts", check("ts", "doesNotContain", "a"), ["b", 5]],
    ["ts", check("ts", "doesNotContain", "a"), "b"],
    ["b", check("b", "notEqual", true), "false"],
    ["b", check("b", "equal", false), 0],
    ["d", check("d", "notEqual", "2026-01-01"), "2026-02-30"],
    ["d", check("d", "lessThan", "2026-01-01"), "1405-01-01"],
    ["h", check("h", "lessThan", "24:00"), "24:01"],
    ["m", check("m", "lessThan", "10"), "-5"],
    ["m", check("m", "lessThan", "10"), "0.5"],
  ];

  it.each(ofWrongType)("B24 a fact %s that is not of its type is unknown: %j of %j", (name, when, value) => {
    expect(fateOf(when, DECLARED, facts({ [name]: value }))).toBe("factMissing");
  });

  it("B31 a path that leads through a scalar, a length, or what is inherited finds nothing", () => {
    const member = (attributes: object) => request({ member: { id: "m-1", attributes } });
    const deep = check("member.attributes.deep", "notEqual", 5);
    expect(fateOf(deep, DECLARED, member({ a: 5 }))).toBe("factMissing");
    expect(fateOf(deep, DECLARED, member({ a: { b: [] } }))).toBe("factMissing");
    expect(fateOf(deep, DECLARED, member({ a: { b: [{ c: 6 }] } }))).toBe("given");
    const length = { attributes: { city: { path: "$.city.length", type: "number" } } };
    const when = check("member.attributes.city", "greaterThanInclusive", 0);
    expect(fateOf(when, length, member({ city: ["Shiraz"] }))).toBe("factMissing");
    expect(fateOf(when, length, member({ city: "Shiraz" }))).toBe("factMissing");
    const inherited = { attributes: { city: { path: "$.toString", type: "text" } } };
    expect(fateOf(check("member.attributes.city", "notEqual", "x"), inherited, member({}))).toBe(
      "factMissing",
    );
  });

  it("B37 a fact that nobody declared is refused, also one named as what every object has", () => {
    expect(requestIssues(() => facts({ x: 1 }))).toEqual(["fact-unknown /facts/x"]);
    expect(requestIssues(() => facts({ toString: "x" }))).toEqual(["fact-unknown /facts/toString"]);
  });

  it("B39 500 lines and a filter of 1,000 values are read quickly", () => {
    const lines = many(500, (index) => line({ id: `${index}`, sku: `s${index}`, unitPrice: 1 }));
    const params = { sku: many(1_000, (index) => `s${index + 499}`) };
    const when = { ...check("basket.quantity", "equal", 1), params };
    expect(fateOf(when, {}, request({ transaction: transaction({ lines }) }))).toBe("given");
  });

  it("B47 all of nothing is true, and an offer without a condition applies", () => {
    expect(fateOf({ all: [] })).toBe("given");
    expect(fateOf({ not: { all: [] } })).toBe("not listed");
    expect(fateOf(undefined)).toBe("given");
  });

  it("B48 one offer that asks for what is missing harms no other", () => {
    const offers = [offer({ id: "a", when: check("n", "equal", 5) }), offer({ id: "b" })];
    const conditions = { never: { fact: "n", operator: "equal", value: { fact: "n" } } };
    expect(fateOf(TRUE, { ...DECLARED, offers, conditions })).toBe("not listed");
  });
});

describe("small programs that ask for much", () => {
  const long = many(10_000, (index) => `v${index}`);

  it("B33 a list of 10,000 behind a name that 300 offers ask for 400 times each holds for none", () => {
    const conditions = {
      one: check("t", "in", long),
      twenty: { any: many(20, () => ({ condition: "one" })) },
      all: { any: many(20, () => ({ condition: "twenty" })) },
    };
    const offers = many(300, (index) => offer({ id: `o${index}`, when: { condition: "all" } }));
    const club = openClub(program({ ...DECLARED, conditions, offers }));
    const asked = request({ facts: { t: "nobody" } });
    expect(club.quote(asked).declined).toEqual([]);
  });

  it("B33 a fact of 100,000 texts that 10,000 checks look through holds none of theirs", () => {
    const offers = many(20, (offered) =>
      offer({
        id: `o${offered}`,
        when: { any: many(500, (index) => check("ts", "contains", `x${offered * 500 + index}`)) },
      }),
    );
    const club = openClub(program({ ...DECLARED, offers }));
    const asked = request({ facts: { ts: many(100_000, (index) => `v${index}`) } });
    expect(club.quote(asked).declined).toEqual([]);
  });
});
