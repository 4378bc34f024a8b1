import type { ConditionProperties, NestedCondition, TopLevelCondition } from "json-rules-engine";
import { operatorOf } from "../facts/operators.js";
import type { Check, Condition, FactUse } from "../program/condition.js";
import { invariant } from "../units/invariant.js";

/** What json-rules-engine is to know of the conditions it is given. */
export interface EngineTerms {
  /** Whether a condition, or a check, asks for a fact that must be fetched from the host. */
  needsHost(condition: Condition): boolean;
  /** The name of a condition that the program names; it is set under that name, and its complement under `!name`. */
  nameOf(condition: Condition): string | undefined;
}

/** `isFetched` says whether a fact must be fetched from the host. */
export function engineTerms(
  named: ReadonlyMap<string, Condition>,
  isFetched: (use: FactUse) => boolean,
): EngineTerms {
  const names = new Map([...named].map(([name, condition]) => [condition, name]));
  // A named condition is shared by all that name it, so each is looked into once.
  const known = new Map<Condition, boolean>();
  const needsHost = (condition: Condition): boolean => {
    const told = known.get(condition) ?? askedOf(condition);
    known.set(condition, told);
    return told;
  };
  const askedOf = (condition: Condition): boolean => {
    if (condition.kind === "not") return needsHost(condition.of);
    if (condition.kind !== "check") return condition.of.some(needsHost);
    const { use, right } = condition;
    return isFetched(use) || ("use" in right && isFetched(right.use));
  };
  return { needsHost, nameOf: (condition) => names.get(condition) };
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

function toCheck(check: Check, terms: EngineTerms, truth: boolean): ConditionProperties {
  const { use, operator, right } = check;
  const effective = truth ? operator : operatorOf(operator.complement);
  invariant(effective !== undefined, "every operator has its complement");
  return {
    fact: use.key,
    operator: engineOperator(use.type, effective.name),
    value: "use" in right ? { fact: right.use.key } : { literal: right.literal },
    priority: priorityOf(check, terms),
  };
}

/** Ours, one for each type of fact; the engine's own, which coerce, are removed. */
export function engineOperator(type: string, name: string): string {
  return `${type}.${name}`;
}

function priorityOf(condition: Condition, { needsHost }: EngineTerms): number {
  return needsHost(condition) ? LOCAL_FIRST.fetched : LOCAL_FIRST.local;
}
