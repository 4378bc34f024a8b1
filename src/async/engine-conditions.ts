import type { ConditionProperties, NestedCondition, TopLevelCondition } from "json-rules-engine";
import { operatorOf } from "../facts/operators.js";
import type { Check, Condition, FactUse } from "../program/condition.js";
import { invariant } from "../units/invariant.js";

/** What json-rules-engine is to know of the conditions it is given. */
export interface EngineTerms {
  /** Whether a fact must be fetched from the host. */
  isFetched(use: FactUse): boolean;
  /** The name of a condition that the program names; it is set under that name, and its complement under `!name`. */
  nameOf(condition: Condition): string | undefined;
}

/** Checks that need the host are asked last: a group of the engine's is always evaluated whole. */
const LOCAL_FIRST = { local: 2, fetched: 1 };

/**
 * A condition in normal form as json-rules-engine's, or its complement (`truth` false): negation is pushed down to the
 * checks, as in the compiled form. A single check is wrapped, for the engine takes none at the root.
 */
export function toEngine(condition: Condition, terms: EngineTerms, truth: boolean): TopLevelCondition {
  const node = toNode(condition, terms, truth);
  return "all" in node || "any" in node ? (node as TopLevelCondition) : { all: [node] };
}

function toNode(condition: Condition, terms: EngineTerms, truth: boolean): NestedCondition {
  const name = terms.nameOf(condition);
  if (name !== undefined) {
    return { condition: truth ? name : complementOf(name), priority: priorityOf(condition, terms) };
  }
  return toUnnamed(condition, terms, truth);
}

/** As `toEngine`, for the condition that stands behind a name. */
export function toNamed(condition: Condition, terms: EngineTerms, truth: boolean): TopLevelCondition {
  const node = toUnnamed(condition, terms, truth);
  return "all" in node || "any" in node ? (node as TopLevelCondition) : { all: [node] };
}

export function complementOf(name: string): string {
  return `!${name}`;
}

function toUnnamed(condition: Condition, terms: EngineTerms, truth: boolean): NestedCondition {
  switch (condition.kind) {
    case "check":
      return toCheck(condition, terms, truth);
    case "not":
      return toNode(condition.of, terms, !truth);
    case "all":
    case "any": {
      // The engine takes an empty list of either kind for true; only `all` of nothing is, and its complement never.
      if (condition.of.length === 0) return (condition.kind === "all") === truth ? { all: [] } : NEVER;
      const parts = condition.of.map((part) => toNode(part, terms, truth));
      const priority = priorityOf(condition, terms);
      return (condition.kind === "all") === truth ? { all: parts, priority } : { any: parts, priority };
    }
  }
}

/** Holds for nothing: a check of a fact that is always unknown. */
export const NEVER_FACT = "vafa.never";
export const NEVER_OPERATOR = "vafa.never";
const NEVER: ConditionProperties = { fact: NEVER_FACT, operator: NEVER_OPERATOR, value: true };

function toCheck({ use, operator, right }: Check, terms: EngineTerms, truth: boolean): ConditionProperties {
  const effective = truth ? operator : operatorOf(operator.complement);
  invariant(effective !== undefined, "every operator has its complement");
  const needsHost = terms.isFetched(use) || ("use" in right && terms.isFetched(right.use));
  return {
    fact: use.key,
    operator: engineOperator(use.type, effective.name),
    value: "use" in right ? { fact: right.use.key } : { literal: right.literal },
    priority: needsHost ? LOCAL_FIRST.fetched : LOCAL_FIRST.local,
  };
}

/** Ours, one for each type of fact; the engine's own, which coerce, are removed. */
export function engineOperator(type: string, name: string): string {
  return `${type}.${name}`;
}

function priorityOf(condition: Condition, terms: EngineTerms): number {
  return needsHost(condition, terms) ? LOCAL_FIRST.fetched : LOCAL_FIRST.local;
}

function needsHost(condition: Condition, terms: EngineTerms): boolean {
  switch (condition.kind) {
    case "check":
      return (
        terms.isFetched(condition.use) || ("use" in condition.right && terms.isFetched(condition.right.use))
      );
    case "not":
      return needsHost(condition.of, terms);
    case "all":
    case "any":
      return condition.of.some((part) => needsHost(part, terms));
  }
}
