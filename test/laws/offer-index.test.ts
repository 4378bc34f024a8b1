import fc from "fast-check";
import type { Check, Condition, Offer, Program, Request } from "vafa";
import { describe, expect } from "vitest";
import type { CompiledOffer } from "../../src/eligibility/compiled-offer.js";
import type { FactSheet } from "../../src/eligibility/gather-facts.js";
import { judgeOffers } from "../../src/eligibility/judge-offers.js";
import { offersToJudge } from "../../src/eligibility/offer-index.js";
import { gather } from "./admit.js";
import type { Case } from "./generate-case.js";
import { maybe } from "./generate-value.js";
import { law } from "./law.js";

function lookUp(one: Case) {
  const { compiled, read, facts } = gather(one);
  const index = compiled.offersOn.get(read.transaction.type);
  if (index === undefined) throw new Error("there are offers on purchases");
  return { all: index.offers, facts, looked: offersToJudge(index, facts) };
}

function verdictsOf(offers: readonly CompiledOffer[], facts: FactSheet) {
  return judgeOffers(offers, facts).map(({ judged, applies, missing }) => [
    judged.offer.id,
    applies,
    missing,
  ]);
}

const OFFERS = 60;

/** So many values that a check of one of them is narrow. */
const names = (letter: string) => fc.integer({ min: 0, max: 24 }).map((number) => `${letter}${number}`);
const fewNames = (letter: string) =>
  fc.oneof(names(letter), fc.array(names(letter), { minLength: 1, maxLength: 2 }));

const ofGoods: fc.Arbitrary<Check> = fc
  .record({
    fact: fc.constantFrom("basket.quantity", "basket.total", "basket.distinctItems"),
    params: fc
      .constantFrom("sku", "category", "brand", "tag")
      .chain((label) =>
        fc.record({ [label]: fewNames(label), not: maybe(fc.record({ category: names("category") })) }),
      ),
    operator: fc.constantFrom("greaterThan", "greaterThanInclusive", "lessThan", "equal", "notEqual"),
    value: fc.constantFrom(0, 1, 2),
  })
  .map((check) => check as Check);

const ofOthers: fc.Arbitrary<Check> = fc.oneof(
  names("b").chain((value) => checkOf("transaction.location", ["equal", "notEqual"], value)),
  fc
    .array(names("b"), { maxLength: 3 })
    .chain((value) => checkOf("transaction.location", ["in", "notIn"], value)),
  names("s").chain((value) => checkOf("member.segments", ["contains", "doesNotContain"], value)),
  names("m").chain((value) => checkOf("mood", ["equal", "notEqual"], value)),
  fc.integer({ min: 1, max: 30 }).chain((value) => checkOf("local.day", ORDERED, value)),
  fc
    .array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 })
    .chain((value) => checkOf("local.day", ["in", "notIn"], value)),
  fc
    .integer({ min: 1, max: 28 })
    .chain((day) => checkOf("local.date", ORDERED, `2026-11-${String(day).padStart(2, "0")}`)),
);

const ORDERED = ["equal", "notEqual", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];

function checkOf(fact: string, operators: readonly string[], value: Check["value"]): fc.Arbitrary<Check> {
  return fc.constantFrom(...operators).map((operator) => ({ fact, operator, value }));
}

const trees = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: fc.oneof(ofGoods, ofOthers) },
    { weight: 2, arbitrary: fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("tree") }) },
  ),
})).tree;

/** What nearly nobody has. */
const narrow: fc.Arbitrary<Condition> = fc.oneof(
  names("b").map((value) => ({ fact: "transaction.location", operator: "equal", value })),
  names("s").map((value) => ({ fact: "member.segments", operator: "contains", value })),
  names("category").map((category) => ({
    not: { fact: "basket.quantity", params: { category }, operator: "equal", value: 0 },
  })),
);

function crowds(conditions: fc.Arbitrary<Condition>, requests: fc.Arbitrary<Request>) {
  return fc.record({
    program: fc.array(conditions, { minLength: OFFERS, maxLength: OFFERS, size: "max" }).map(programOf),
    request: requests,
  });
}

function programOf(conditions: readonly Condition[]): Program {
  return {
    id: "club",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "Asia/Tehran",
    calendar: "persian",
    facts: { mood: "text" },
    offers: conditions.map(
      (when, index): Offer => ({ id: `o${index}`, when, benefit: { kind: "discount", fixed: "1" } }),
    ),
  };
}

const lines = fc.array(
  fc.record({
    sku: maybe(names("sku")),
    category: maybe(fewNames("category")),
    brand: maybe(names("brand")),
    tags: maybe(fc.array(names("tag"), { maxLength: 2 })),
    kind: maybe(fc.constantFrom("goods" as const, "fee" as const)),
    unitPrice: fc.constantFrom("0", "1", "1000"),
  }),
  { minLength: 1, maxLength: 5 },
);

const requests: fc.Arbitrary<Request> = fc
  .record({
    isGuest: fc.boolean(),
    location: maybe(names("b")),
    segments: maybe(fc.array(names("s"), { maxLength: 3 })),
    mood: maybe(names("m")),
    lines,
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ isGuest, location, segments, mood, lines, day }) => ({
    member: isGuest ? undefined : { id: "m-1", segments },
    transaction: {
      id: "t-1",
      type: "purchase",
      at: `2026-11-${String(day).padStart(2, "0")}T17:30:00+03:30`,
      currency: "IRT",
      location,
      lines: lines.map((line, index) => ({ id: `${index}`, ...line })),
    },
    facts: mood === undefined ? {} : { mood },
  }));

/** By a member at a branch: of whom enough is known. */
const known = requests.filter(
  ({ member, transaction }) => member?.segments !== undefined && transaction.location !== undefined,
);

describe("the index of offers", () => {
  law("leaves out none whose condition is not known to be false", 150, crowds(trees, requests), (one) => {
    const { all, facts, looked } = lookUp(one);
    expect(verdictsOf(looked, facts)).toEqual(verdictsOf(all, facts));
  });

  law("leaves out most of many narrow offers", 20, crowds(narrow, known), (one) => {
    const { all, looked } = lookUp(one);
    expect(looked.length).toBeLessThan(all.length / 2);
  });
});
