import type { FactValue } from "../facts/fact-value.js";
import { operatorOf } from "../facts/operators.js";
import type { Check, Condition, FactUse } from "../program/condition.js";
import { invariant } from "../units/invariant.js";
import type { FactSheet } from "./gather-facts.js";

/** A condition as one closure: does it hold? An unknown check never holds, nor does its complement. */
export type Holds = (facts: FactSheet) => boolean;

/**
 * Compiles "the condition is true", or (`truth` false) "the condition is false". Negation is pushed down to the
 * checks, each operator having its complement, so both forms are two-valued and neither holds for an unknown.
 */
export function compileCondition(
  condition: Condition,
  slotIndex: (use: FactUse) => number,
  truth: boolean,
): Holds {
  switch (condition.kind) {
    case "check":
      return compileCheck(condition, slotIndex, truth);
    case "not":
      return compileCondition(condition.of, slotIndex, !truth);
    case "all":
    case "any": {
      const parts = condition.of.map((part) => compileCondition(part, slotIndex, truth));
      return (condition.kind === "all") === truth ? allOf(parts) : anyOf(parts);
    }
  }
}

function allOf(parts: readonly Holds[]): Holds {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (facts) => {
    for (const holds of parts) if (!holds(facts)) return false;
    return true;
  };
}

function anyOf(parts: readonly Holds[]): Holds {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (facts) => {
    for (const holds of parts) if (holds(facts)) return true;
    return false;
  };
}

function compileCheck(
  { use, operator, right }: Check,
  slotIndex: (use: FactUse) => number,
  truth: boolean,
): Holds {
  const effective = truth ? operator : operatorOf(operator.complement);
  invariant(effective !== undefined, "every operator has its complement");
  const left = slotIndex(use);
  const { test } = effective;
  if ("literal" in right) {
    const { literal } = right;
    return (facts) => {
      const value = facts.valueOf(left);
      return value !== undefined && test(value, literal);
    };
  }
  const other = slotIndex(right.use);
  return (facts) => {
    const value = facts.valueOf(left);
    const compared: FactValue | undefined = facts.valueOf(other);
    return value !== undefined && compared !== undefined && test(value, compared);
  };
}
