import type { Check, Condition, FactUse } from "../program/condition.js";
import { type FactSheet, factIn } from "./gather-facts.js";

/** A condition as one closure: does it hold? `undefined` is unknown. */
export type Holds = (facts: FactSheet) => boolean | undefined;

/** Compiles a condition to Kleene's three values: a check of a fact that is unknown is, too. */
export function compileCondition(condition: Condition, slotIndex: (use: FactUse) => number): Holds {
  switch (condition.kind) {
    case "check":
      return compileCheck(condition, slotIndex);
    case "not":
      return negated(compileCondition(condition.of, slotIndex));
    case "all":
    case "any": {
      const parts = condition.of.map((part) => compileCondition(part, slotIndex));
      return condition.kind === "all" ? inPairs(parts, both, alwaysTrue) : inPairs(parts, either, neverTrue);
    }
  }
}

const alwaysTrue: Holds = () => true;
const neverTrue: Holds = () => false;

function negated(of: Holds): Holds {
  return (facts) => {
    const holds = of(facts);
    return holds === undefined ? undefined : !holds;
  };
}

type Join = (a: Holds, b: Holds) => Holds;

/** Most conditions have two parts, and two calls cost half of a loop. */
function inPairs(parts: readonly Holds[], join: Join, none: Holds): Holds {
  if (parts.length <= 1) return parts[0] ?? none;
  const middle = parts.length >> 1;
  return join(inPairs(parts.slice(0, middle), join, none), inPairs(parts.slice(middle), join, none));
}

/** Of false, unknown and true the least. */
function both(a: Holds, b: Holds): Holds {
  return (facts) => {
    const first = a(facts);
    if (first === false) return false;
    const second = b(facts);
    return second === true ? first : second;
  };
}

/** The greatest. */
function either(a: Holds, b: Holds): Holds {
  return (facts) => {
    const first = a(facts);
    if (first === true) return true;
    const second = b(facts);
    return second === false ? first : second;
  };
}

function compileCheck({ use, operator: { test }, right }: Check, slotIndex: (use: FactUse) => number): Holds {
  const left = slotIndex(use);
  if ("literal" in right) {
    const { literal } = right;
    return (facts) => {
      const value = factIn(left, facts);
      return value === undefined ? undefined : test(value, literal);
    };
  }
  const other = slotIndex(right.use);
  return (facts) => {
    const value = factIn(left, facts);
    const compared = value === undefined ? undefined : factIn(other, facts);
    return value === undefined || compared === undefined ? undefined : test(value, compared);
  };
}
