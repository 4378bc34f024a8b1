import fc from "fast-check";
import type { Condition, Program } from "vafa";
import { ATTRIBUTES, checks, conditions, DECLARED, NAMED_CONDITION } from "../laws/generate-condition.js";
import { TIERS, WALLETS } from "../laws/generate-terms.js";

/** Named conditions: of every depth, one that names another, and one that is another's second name. */
const named = fc.record({
  [NAMED_CONDITION]: conditions("names none"),
  one: checks,
  tower: conditions("may name"),
  again: fc.constant<Condition>({ condition: "tower" }),
  neither: fc.constant<Condition>({ not: { any: [{ condition: "one" }, { condition: "tower" }] } }),
});

const references = fc
  .constantFrom(NAMED_CONDITION, "one", "tower", "again", "neither")
  .map((condition): Condition => ({ condition }));

/** A tree as it is, negated, or beside named conditions that are themselves negated. */
const trees: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: conditions("may name") },
  { weight: 1, arbitrary: conditions("may name").map((tree) => ({ not: tree })) },
  { weight: 1, arbitrary: references },
  { weight: 1, arbitrary: references.map((reference) => ({ not: reference })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(references, conditions("may name"))
      .map(([reference, tree]) => ({ any: [{ not: { all: [reference, tree] } }, { not: reference }] })),
  },
);

/** How many trees a generated program has. */
const TREES = 20;

/** A program of many conditions, in which nothing else differs from offer to offer. */
export const forests: fc.Arbitrary<Program> = fc
  .record({ named, trees: fc.array(trees, { minLength: TREES, maxLength: TREES, size: "max" }) })
  .map(({ named, trees }) => ({
    id: "club",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "Asia/Tehran",
    calendar: "persian",
    wallets: WALLETS.map(({ kind, wallet }) => ({ id: wallet, kind, worth: "1" })),
    tiers: { ladder: TIERS.map((id) => ({ id })) },
    facts: DECLARED,
    attributes: ATTRIBUTES,
    conditions: named,
    offers: trees.map((when, index) => ({
      id: `tree-${index}`,
      always: true,
      when,
      benefit: { kind: "discount", fixed: "1" },
    })),
  }));
