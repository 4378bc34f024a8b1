import type { FactValue } from "../facts/fact-value.js";
import { type ItemFilter, listOf } from "../facts/item-filter.js";
import { operatorOf } from "../facts/operators.js";
import type { Check, Condition, FactUse } from "../program/condition.js";

/** A condition is false wherever the fact in this slot is known, and neither is nor has one of these values. */
export interface Clue {
  readonly slot: number;
  readonly values: readonly FactValue[];
}

/** By what goods are told apart. */
export const LABELS = ["sku", "category", "brand", "tag"] as const;
export type Label = (typeof LABELS)[number];

/** Where the sheet has a fact, and where the labels of one kind that the goods of the basket have. */
export interface Slots {
  ofFact(use: FactUse): number;
  ofLabel(label: Label): number;
}

/** Beyond so many values a clue is of no use; and thousands of checks may share a list of thousands. */
export const MOST_VALUES = 16;

/** The clue of a check, or (`truth` false) of its complement, where it has one. */
function clueOf(check: Check, truth: boolean, slots: Slots): Clue | undefined {
  const clue = anyClueOf(check, truth, slots);
  return clue !== undefined && clue.values.length <= MOST_VALUES ? clue : undefined;
}

function anyClueOf({ use, operator, right }: Check, truth: boolean, slots: Slots): Clue | undefined {
  const effective = truth ? operator : operatorOf(operator.complement);
  if (effective === undefined || !("literal" in right)) return undefined;
  const { literal } = right;
  const label = OF_GOODS.has(use.name) && !effective.test(0n, literal) ? labelOf(use) : undefined;
  if (label !== undefined) return { slot: slots.ofLabel(label.label), values: listOf(label.texts) };
  switch (effective.name) {
    case "equal":
    case "contains":
      return { slot: slots.ofFact(use), values: [literal as FactValue] };
    case "in":
      return { slot: slots.ofFact(use), values: literal as readonly FactValue[] };
    default:
      return undefined;
  }
}

/** Without goods that an item filter lets through they are 0, and never unknown. */
const OF_GOODS: ReadonlySet<string> = new Set(["basket.total", "basket.quantity", "basket.distinctItems"]);

function labelOf({ source }: FactUse) {
  if (source.kind !== "catalogue") return undefined;
  const filter = source.params as ItemFilter;
  for (const label of LABELS) {
    const texts = filter[label];
    if (texts !== undefined) return { label, texts };
  }
  return undefined;
}

/** The clues of all checks in a condition, or (`truth` false) in its negation. */
export function cluesIn(condition: Condition, truth: boolean, slots: Slots): readonly Clue[] {
  switch (condition.kind) {
    case "check": {
      const clue = clueOf(condition, truth, slots);
      return clue === undefined ? [] : [clue];
    }
    case "not":
      return cluesIn(condition.of, !truth, slots);
    case "all":
    case "any":
      return condition.of.flatMap((part) => cluesIn(part, truth, slots));
  }
}

/** Clues of which one must fit, or the condition is false; and about the share of requests that they let through. */
export interface Clues {
  readonly any: readonly Clue[];
  readonly share: number;
}

/**
 * The clues to a condition, or (`truth` false) to its negation, that let least through; `undefined` where it has none.
 * What must all hold is false with any part; of what is enough alone each part must have clues of its own.
 */
export function bestClues(
  condition: Condition,
  truth: boolean,
  slots: Slots,
  shareOf: (clue: Clue) => number,
): Clues | undefined {
  switch (condition.kind) {
    case "check": {
      const clue = clueOf(condition, truth, slots);
      return clue && { any: [clue], share: shareOf(clue) };
    }
    case "not":
      return bestClues(condition.of, !truth, slots, shareOf);
    case "all":
    case "any": {
      const parts = condition.of.map((part) => bestClues(part, truth, slots, shareOf));
      return (condition.kind === "all") === truth ? least(parts) : together(parts);
    }
  }
}

function least(parts: readonly (Clues | undefined)[]): Clues | undefined {
  let best: Clues | undefined;
  for (const clues of parts) {
    if (clues !== undefined && (best === undefined || clues.share < best.share)) best = clues;
  }
  return best;
}

function together(parts: readonly (Clues | undefined)[]): Clues | undefined {
  const any: Clue[] = [];
  let share = 0;
  for (const clues of parts) {
    if (clues === undefined) return undefined;
    any.push(...clues.any);
    share += clues.share;
  }
  return { any, share };
}
