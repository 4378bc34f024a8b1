import { Engine } from "json-rules-engine";
import type { CompiledOffer } from "../eligibility/compiled-offer.js";
import { type FactSheet, factIn } from "../eligibility/gather-facts.js";
import { FACT_TYPES, type FactValue } from "../facts/fact-value.js";
import { ALL_OPERATORS } from "../facts/operators.js";
import type { FactUse } from "../program/condition.js";
import type { Program } from "../program/program.js";
import {
  complementOf,
  engineOperator,
  engineTerms,
  NEVER_FACT,
  NEVER_OPERATOR,
  toEngine,
  toNamed,
} from "./engine-conditions.js";
import type { Fetching } from "./fetch-facts.js";

/** Which offers' conditions are true, and which are false, by their place; the others are unknown. */
export interface EngineVerdicts {
  readonly isTrue: ReadonlySet<number>;
  readonly isFalse: ReadonlySet<number>;
}

/**
 * Judges the offers by json-rules-engine. A fresh engine a call, for a running one is shared state; its own operators
 * removed, for they coerce; no path is ever read, so its path reader never runs.
 */
export async function runEngine(
  program: Program,
  offers: readonly CompiledOffer[],
  facts: FactSheet,
  fetching: Fetching,
): Promise<EngineVerdicts> {
  const isFetched = ({ source, name }: FactUse) => source.kind === "declared" && fetching.has(name);
  const terms = engineTerms(program.named, isFetched);
  const engine = new Engine([], { pathResolver: () => undefined });
  teachOperators(engine);
  for (const [name, condition] of program.named) {
    engine.setCondition(name, toNamed(condition, terms, true));
    engine.setCondition(complementOf(name), toNamed(condition, terms, false));
  }
  for (const { index, use } of new Set(offers.flatMap(({ slots }) => slots))) {
    engine.addFact(use.key, () => (isFetched(use) ? fetching.valueOf(use.name) : factIn(index, facts)));
  }
  offers.forEach(({ offer }, index) => {
    for (const truth of [true, false]) {
      const conditions = toEngine(offer.when, terms, truth);
      engine.addRule({ conditions, event: { type: truth ? "applies" : "fails", params: { index } } });
    }
  });
  const { events } = await engine.run();
  const placesOf = (type: string) =>
    new Set(events.filter((event) => event.type === type).map((event) => Number(event.params?.index)));
  return { isTrue: placesOf("applies"), isFalse: placesOf("fails") };
}

type Compared = { readonly literal: FactValue | readonly FactValue[] } | FactValue | undefined;

function teachOperators(engine: Engine): void {
  for (const name of ENGINES_OWN) engine.removeOperator(name);
  engine.addFact(NEVER_FACT, () => undefined);
  engine.addOperator(NEVER_OPERATOR, () => false);
  for (const { name, types, test } of ALL_OPERATORS) {
    for (const type of FACT_TYPES.filter((one) => types.includes(one))) {
      engine.addOperator(engineOperator(type, name), (left: FactValue | undefined, right: Compared) => {
        const compared = typeof right === "object" && "literal" in right ? right.literal : right;
        return left !== undefined && compared !== undefined && test(left, compared);
      });
    }
  }
}

const ENGINES_OWN = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
];
