import fc from "fast-check";
import type { Check, Condition, FactType } from "vafa";
import { itemFilters, LABELS, TIERS, WALLETS } from "./generate-terms.js";
import { maybe } from "./generate-value.js";

/** Facts that every generated program declares, one of each type. */
export const DECLARED = {
  isStudent: "boolean",
  mood: "text",
  hobbies: "texts",
  score: "number",
  allowance: "money",
  due: "date",
  wakesAt: "time",
} as const satisfies { readonly [name: string]: FactType };

/** Attributes of the member likewise. */
export const ATTRIBUTES = {
  isParent: { path: "$.isParent", type: "boolean" },
  city: { path: "$.address.city", type: "text" },
  pets: { path: "$.pets", type: "texts" },
  shoeSize: { path: "$.sizes[0]", type: "number" },
  income: { path: "$.income", type: "money" },
  wedding: { path: "$.wedding", type: "date" },
  rises: { path: "$.rises", type: "time" },
} as const satisfies { readonly [name: string]: { readonly path: string; readonly type: FactType } };

/** The name of the one condition that every generated program names. */
export const NAMED_CONDITION = "regular";

interface Reference {
  readonly fact: string;
  readonly params?: Check["params"];
}

/** Values that facts have in requests and literals have in conditions: few, so that they often meet. */
export const VALUES = {
  boolean: fc.boolean(),
  text: fc.constantFrom("happy", "sad", "Shiraz", "store", "web", ""),
  texts: fc.subarray(["cat", "dog", "chess", "students"]),
  number: fc.constantFrom(0, 1, 2, 10, -1, "2.5", "10.000001", 30),
  money: fc.constantFrom("0", "1", 10, "500", "100000"),
  date: fc.constantFrom("2026-11-21", "2026-12-01", "1990-11-22", "2000-02-29"),
  time: fc.constantFrom("00:00", "15:00", "17:30", "23:59"),
} as const satisfies { readonly [type in FactType]: fc.Arbitrary<unknown> };

const plain = (...facts: readonly string[]): fc.Arbitrary<Reference> =>
  fc.constantFrom(...facts).map((fact) => ({ fact }));

function withParams<T extends Check["params"]>(
  fact: string,
  params: fc.Arbitrary<T>,
): fc.Arbitrary<Reference> {
  return params.map((given) => ({ fact, params: given }));
}

const daysAgo = fc.record({ daysAgo: maybe(fc.constantFrom(0, 1)) });
const leapDay = maybe(fc.constantFrom("before", "after", "exact"));
const monthDay = fc.record({ month: fc.integer({ min: 8, max: 12 }), day: fc.integer({ min: 18, max: 31 }) });

/** What there is to ask for, by type. */
const FACTS: { readonly [type in FactType]: fc.Arbitrary<Reference> } = {
  boolean: fc.oneof(
    plain("isStudent", "member.attributes.isParent", "transaction.referral.purchased"),
    withParams(
      "local.inYearlyWindow",
      fc.record({ from: monthDay, to: monthDay, daysAgo: maybe(fc.constant(1)) }),
    ),
    withParams(
      "member.inBirthdayWindow",
      fc.record({ before: maybe(fc.constant(3)), after: maybe(fc.constant(3)), leapDay }),
    ),
    withParams(
      "member.inBirthdayWindow",
      fc.record({ span: fc.constantFrom("day", "week", "month"), leapDay }),
    ),
  ),
  text: plain("mood", "member.attributes.city", "transaction.channel", "transaction.location"),
  texts: plain(
    "hobbies",
    "member.attributes.pets",
    "member.segments",
    "transaction.tenders",
    "transaction.codes",
    "member.vouchers",
  ),
  number: fc.oneof(
    plain("score", "member.attributes.shoeSize", "member.visits", "member.visitNumber", "member.age"),
    plain("member.daysSinceJoined", "member.daysSinceLastVisit"),
    plain("member.weekStreak", "member.monthStreak"),
    plain("transaction.survey.score", "transaction.survey.scores.taste"),
    fc.constantFrom("basket.quantity", "basket.distinctItems").chain((fact) => withParams(fact, itemFilters)),
    fc.constantFrom("local.month", "local.day").chain((fact) => withParams(fact, daysAgo)),
    withParams(
      "member.balance",
      fc.record({ wallet: fc.constantFrom(...WALLETS.map(({ wallet }) => wallet)) }),
    ),
    withParams("member.daysToBirthday", fc.record({ leapDay })),
    withParams(
      "member.daysToAnniversary",
      fc.record({ name: fc.constantFrom("marriage", "founding"), leapDay }),
    ),
  ),
  money: fc.oneof(
    plain("allowance", "member.attributes.income", "member.spend"),
    withParams("basket.total", itemFilters),
  ),
  date: fc.oneof(plain("due", "member.attributes.wedding"), withParams("local.date", daysAgo)),
  time: plain("wakesAt", "member.attributes.rises", "local.time"),
};

const EQUALITY = ["equal", "notEqual"] as const;
const ORDER = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"] as const;

const OPERATORS: { readonly [type in FactType]: readonly string[] } = {
  boolean: EQUALITY,
  text: EQUALITY,
  texts: [],
  number: [...EQUALITY, ...ORDER],
  money: [...EQUALITY, ...ORDER],
  date: [...EQUALITY, ...ORDER],
  time: [...EQUALITY, ...ORDER],
};

const LISTABLE = ["text", "number", "money", "date", "time"] as const;

/** A fact beside a literal, or another fact, of its own type. */
const comparisons: fc.Arbitrary<Check> = fc
  .constantFrom("boolean", "text", "number", "money", "date", "time" as const)
  .chain((type) =>
    fc
      .tuple(
        FACTS[type],
        fc.constantFrom(...OPERATORS[type]),
        fc.oneof<fc.Arbitrary<unknown>[]>(VALUES[type], FACTS[type]),
      )
      .map(([reference, operator, value]) => ({ ...reference, operator, value })),
  );

const memberships: fc.Arbitrary<Check> = fc.oneof(
  fc
    .constantFrom(...LISTABLE)
    .chain((type) =>
      fc
        .tuple(FACTS[type], fc.constantFrom("in", "notIn"), fc.array<unknown>(VALUES[type], { maxLength: 3 }))
        .map(([reference, operator, value]) => ({ ...reference, operator, value })),
    ),
  fc
    .tuple(FACTS.text, fc.constantFrom("in", "notIn"), FACTS.texts)
    .map(([reference, operator, value]) => ({ ...reference, operator, value })),
  fc
    .tuple(
      FACTS.texts,
      fc.constantFrom("contains", "doesNotContain"),
      fc.oneof<fc.Arbitrary<unknown>[]>(fc.constantFrom("cat", "students", "YALDA", "card"), FACTS.text),
    )
    .map(([reference, operator, value]) => ({ ...reference, operator, value })),
);

const multiples: fc.Arbitrary<Check> = fc.oneof(
  fc
    .tuple(FACTS.number, fc.oneof<fc.Arbitrary<unknown>[]>(fc.constantFrom(1, 5, "0.5"), FACTS.number))
    .map(([reference, value]) => ({ ...reference, operator: "multipleOf", value })),
  fc
    .tuple(FACTS.money, fc.oneof<fc.Arbitrary<unknown>[]>(fc.constantFrom(10, "500"), FACTS.money))
    .map(([reference, value]) => ({ ...reference, operator: "multipleOf", value })),
);

const ofFewTexts: fc.Arbitrary<Check> = fc.oneof(
  fc.constantFrom(...TIERS).map((value) => ({ fact: "member.tier", operator: "equal", value })),
  fc
    .constantFrom("saturday", "sunday")
    .map((value) => ({ fact: "local.weekday", operator: "notEqual", value })),
  fc
    .constantFrom("purchase", "survey")
    .map((value) => ({ fact: "transaction.type", operator: "equal", value })),
  fc
    .constantFrom("advocate", "friend")
    .map((value) => ({ fact: "transaction.referral.role", operator: "equal", value })),
);

export const checks: fc.Arbitrary<Check> = fc.oneof(
  { weight: 4, arbitrary: comparisons },
  { weight: 2, arbitrary: memberships },
  { weight: 1, arbitrary: multiples },
  { weight: 1, arbitrary: ofFewTexts },
);

/** Trees of a few checks; those inside the named condition itself name none. */
export function conditions(mayName: "may name" | "names none"): fc.Arbitrary<Condition> {
  const named = fc.constant<Condition>({ condition: NAMED_CONDITION });
  return fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      mayName === "may name"
        ? fc.oneof({ weight: 8, arbitrary: checks }, { weight: 1, arbitrary: named })
        : checks,
      fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie("tree") }),
    ),
  })).tree;
}

/** A filter that some line of most baskets passes, as a condition: it often holds. */
export const mild: fc.Arbitrary<Condition> = fc.constantFrom(...LABELS.category).map((category) => ({
  any: [
    { fact: "basket.quantity", params: { category }, operator: "greaterThan", value: 0 },
    { fact: "basket.total", operator: "greaterThanInclusive", value: "100" },
  ],
}));
