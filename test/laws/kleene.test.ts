import { describe, expect } from "vitest";
import type { CompiledOffer } from "../../src/eligibility/compiled-offer.js";
import { type FactSheet, factIn } from "../../src/eligibility/gather-facts.js";
import type { FactValue } from "../../src/facts/fact-value.js";
import type { Check, Condition, FactUse } from "../../src/program/condition.js";
import { gather } from "./admit.js";
import { conditional } from "./generate-case.js";
import { law } from "./law.js";

type Truth = true | false | "unknown";

describe("the compiled form of a condition is Kleene's three values", () => {
  law(
    "true where it is true, false where it is false, and neither where it is unknown",
    250,
    conditional,
    (one) => {
      const { compiled, facts } = gather(one);
      for (const offer of compiled.offers) {
        const truth = judge(offer.offer.when, (use) => readIn(use, offer, facts));
        expect({ offer, holds: offer.holds(facts) ?? "unknown" }).toEqual({ offer, holds: truth });
      }
    },
  );
});

type ReadFact = (use: FactUse) => FactValue | undefined;

function readIn(use: FactUse, { slots }: CompiledOffer, facts: FactSheet): FactValue | undefined {
  const slot = slots.find((one) => one.use.key === use.key);
  if (slot === undefined) throw new Error(`${use.key} has no slot`);
  return factIn(slot.index, facts);
}

function judge(condition: Condition, read: ReadFact): Truth {
  switch (condition.kind) {
    case "check":
      return check(condition, read);
    case "not": {
      const inner = judge(condition.of, read);
      return inner === "unknown" ? inner : !inner;
    }
    case "all":
      return least(condition.of.map((part) => judge(part, read)));
    case "any":
      return greatest(condition.of.map((part) => judge(part, read)));
  }
}

/** Of false < unknown < true, the least; of nothing, true. */
function least(parts: readonly Truth[]): Truth {
  return parts.includes(false) ? false : parts.includes("unknown") ? "unknown" : true;
}

/** The greatest; of nothing, false. */
function greatest(parts: readonly Truth[]): Truth {
  return parts.includes(true) ? true : parts.includes("unknown") ? "unknown" : false;
}

function check({ use, operator, right }: Check, read: ReadFact): Truth {
  const left = read(use);
  const other = "literal" in right ? right.literal : read(right.use);
  if (left === undefined || other === undefined) return "unknown";
  return holds(operator.name, left, other);
}

/** What each operator means, in as few words as there are. */
function holds(operator: string, left: FactValue, right: FactValue | readonly FactValue[]): boolean {
  const before = () => (left as bigint) < (right as bigint);
  const among = (list: unknown, one: unknown) => Array.isArray(list) && list.some((member) => member === one);
  switch (operator) {
    case "equal":
      return left === right;
    case "notEqual":
      return left !== right;
    case "in":
      return among(right, left);
    case "notIn":
      return !among(right, left);
    case "contains":
      return among(left, right);
    case "doesNotContain":
      return !among(left, right);
    case "lessThan":
      return before();
    case "lessThanInclusive":
      return before() || left === right;
    case "greaterThan":
      return !before() && left !== right;
    case "greaterThanInclusive":
      return !before();
    case "multipleOf":
      return right !== 0n && (left as bigint) % (right as bigint) === 0n;
    default:
      throw new Error(`what does ${operator} mean?`);
  }
}
