import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACT_TYPES, type FactType, type FactValue, readFactValue } from "../../src/facts/fact-value.js";
import { OPERATOR_NAMES, type Operator, operatorOf } from "../../src/facts/operators.js";

function operator(name: string): Operator {
  const found = operatorOf(name);
  if (found === undefined) throw new Error(`there is no operator ${name}`);
  return found;
}
const ALL = [...OPERATOR_NAMES, "notMultipleOf"].map(operator);

const word = fc.constantFrom("", "a", "b", "ab", "A", "وفا");
const whole = fc.oneof(fc.bigInt(-5n, 5n), fc.bigInt(-(10n ** 24n), 10n ** 24n));
const VALUES: { readonly [type in FactType]: fc.Arbitrary<FactValue> } = {
  boolean: fc.boolean(),
  text: word,
  texts: fc.array(word, { maxLength: 4 }),
  number: whole,
  money: whole.map((amount) => (amount < 0n ? -amount : amount)),
  date: fc.integer({ min: -3, max: 3 }),
  time: fc.integer({ min: 0, max: 3 }).map((hours) => hours * 3_600_000),
};

/** Every operator with every type it takes. */
const USES = ALL.flatMap((one) => one.types.map((type) => ({ name: one.name, type, one })));

function rightOf({ right }: Operator, type: FactType): fc.Arbitrary<FactValue | readonly FactValue[]> {
  if (right === "element") return word;
  return right === "list" ? fc.array(VALUES[type], { maxLength: 5 }) : VALUES[type];
}

describe("the operators", () => {
  it("that a document may name are those of the specification", () => {
    expect([...OPERATOR_NAMES].sort()).toEqual([
      "contains",
      "doesNotContain",
      "equal",
      "greaterThan",
      "greaterThanInclusive",
      "in",
      "lessThan",
      "lessThanInclusive",
      "multipleOf",
      "notEqual",
      "notIn",
    ]);
  });

  it.each(["greaterThen", "not:equal", "toString", "constructor", "", "EQUAL"])(
    "are none called %j",
    (name) => {
      expect(operatorOf(name)).toBeUndefined();
    },
  );

  it.each(ALL.map((one) => [one.name, one] as const))(
    "give %s a complement that takes the same",
    (_, one) => {
      const complement = operator(one.complement);
      expect(complement.complement).toBe(one.name);
      expect(complement.types).toEqual(one.types);
      expect(complement.right).toBe(one.right);
    },
  );

  it.each(USES)("say of $name on $type the opposite of its complement", ({ one, type }) => {
    const complement = operator(one.complement);
    fc.assert(
      fc.property(VALUES[type], rightOf(one, type), (left, right) => {
        expect(complement.test(left, right)).toBe(!one.test(left, right));
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it("order numbers, money, dates and times, and nothing else", () => {
    for (const name of ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"]) {
      expect(FACT_TYPES.filter((type) => operator(name).types.includes(type))).toEqual([
        "number",
        "money",
        "date",
        "time",
      ]);
    }
  });

  it("look into lists of texts with contains alone", () => {
    const forLists = ALL.filter(({ types }) => types.includes("texts")).map(({ name }) => name);
    expect(forLists.sort()).toEqual(["contains", "doesNotContain"]);
  });
});

describe("ordering", () => {
  it("is by figures: 9 is less than 10", () => {
    const nine = readFactValue("number", "9", 0) ?? 0n;
    const ten = readFactValue("number", "10", 0) ?? 0n;
    expect(operator("lessThan").test(nine, ten)).toBe(true);
    expect(operator("greaterThan").test(nine, ten)).toBe(false);
  });

  it("is exact for money beyond 2^53", () => {
    const less = readFactValue("money", "9007199254740992.00", 2) ?? 0n;
    const more = readFactValue("money", "9007199254740992.01", 2) ?? 0n;
    expect(operator("lessThan").test(less, more)).toBe(true);
    expect(operator("equal").test(less, more)).toBe(false);
    expect(operator("greaterThanInclusive").test(less, more)).toBe(false);
    expect(operator("in").test(more, [less])).toBe(false);
  });

  it("is exact for numbers of six decimals beyond 2^53", () => {
    const less = readFactValue("number", "99999999999999999.000001", 0) ?? 0n;
    const more = readFactValue("number", "99999999999999999.000002", 0) ?? 0n;
    expect(operator("greaterThan").test(more, less)).toBe(true);
    expect(operator("notEqual").test(more, less)).toBe(true);
  });

  it("includes the bound where it says so", () => {
    expect(operator("greaterThanInclusive").test(5n, 5n)).toBe(true);
    expect(operator("lessThanInclusive").test(5n, 5n)).toBe(true);
    expect(operator("greaterThan").test(5n, 5n)).toBe(false);
    expect(operator("lessThan").test(5n, 5n)).toBe(false);
  });
});

describe("equal, in and contains", () => {
  it("compare whole texts, letter by letter", () => {
    expect(operator("equal").test("vip", "VIP")).toBe(false);
    expect(operator("in").test("vip", ["notvip"])).toBe(false);
    expect(operator("in").test("vip", ["notvip", "vip"])).toBe(true);
    expect(operator("contains").test(["notvip"], "vip")).toBe(false);
    expect(operator("contains").test(["a", "vip"], "vip")).toBe(true);
  });

  it("find nothing in nothing", () => {
    expect(operator("in").test("a", [])).toBe(false);
    expect(operator("notIn").test("a", [])).toBe(true);
    expect(operator("doesNotContain").test([], "a")).toBe(true);
  });
});

describe("multipleOf", () => {
  it("holds for 0, 10 and 20 of 10, and not for 11", () => {
    const isTenfold = [0n, 10n, 20n, 11n].map((number) => operator("multipleOf").test(number, 10n));
    expect(isTenfold).toEqual([true, true, true, false]);
  });

  it("is exact for decimals: 0.3 is a multiple of 0.1", () => {
    const of = (text: string) => readFactValue("number", text, 0) ?? 0n;
    expect(operator("multipleOf").test(of("0.3"), of("0.1"))).toBe(true);
    expect(operator("multipleOf").test(of("0.35"), of("0.1"))).toBe(false);
  });

  it("never holds for a multiple of 0, and does not divide by it", () => {
    expect(operator("multipleOf").test(0n, 0n)).toBe(false);
    expect(operator("notMultipleOf").test(5n, 0n)).toBe(true);
  });
});
