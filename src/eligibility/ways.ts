import { operatorOf } from "../facts/operators.js";
import type { Check, Condition } from "../program/condition.js";
import { invariant } from "../units/invariant.js";

/** Checks that must all hold: with one that is false, this is no way for the condition to hold. */
export type Way = readonly Check[];

/** More ways than these would cost more than they spare. */
const MOST_WAYS = 8;
const MOST_CHECKS = 16;

/** One way that nothing closes. */
const OPEN: readonly Way[] = [[]];

/**
 * The ways in which a condition, or (`truth` false) its negation, may hold: where each has a check that is false, it is
 * false. Of what has very many ways, checks are left out: then they stay open where they need not, never the reverse.
 * Worked: `all: [a, any: [b, c]]` has two, `a b` and `a c`.
 */
export function waysOf(condition: Condition, truth: boolean): readonly Way[] {
  switch (condition.kind) {
    case "check":
      return [[truth ? condition : complementOf(condition)]];
    case "not":
      return waysOf(condition.of, !truth);
    case "all":
    case "any": {
      const parts = condition.of.map((part) => waysOf(part, truth));
      return (condition.kind === "all") === truth ? inAll(parts) : inAny(parts);
    }
  }
}

function complementOf(check: Check): Check {
  const operator = operatorOf(check.operator.complement);
  invariant(operator !== undefined, "every operator has its complement");
  return { ...check, operator };
}

function inAll(parts: readonly (readonly Way[])[]): readonly Way[] {
  let ways = OPEN;
  for (const part of parts) {
    if (ways.length * part.length > MOST_WAYS) continue;
    ways = ways.flatMap((way) => part.map((more) => [...way, ...more].slice(0, MOST_CHECKS)));
  }
  return ways;
}

function inAny(parts: readonly (readonly Way[])[]): readonly Way[] {
  const ways = parts.flat();
  return ways.length > MOST_WAYS ? OPEN : ways;
}
