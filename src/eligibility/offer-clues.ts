import type { FactValue } from "../facts/fact-value.js";
import { type ItemFilter, listOf } from "../facts/item-filter.js";
import type { Check, FactUse } from "../program/condition.js";

/** A check is false wherever the fact in this slot is known, and neither is nor has one of these values. */
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

/** The clue of a check, where it has one. */
export function clueOf(check: Check, slots: Slots): Clue | undefined {
  const clue = anyClueOf(check, slots);
  return clue !== undefined && clue.values.length <= MOST_VALUES ? clue : undefined;
}

function anyClueOf({ use, operator, right }: Check, slots: Slots): Clue | undefined {
  if (!("literal" in right)) return undefined;
  const { literal } = right;
  const label = OF_GOODS.has(use.name) && !operator.test(0n, literal) ? labelOf(use) : undefined;
  if (label !== undefined) return { slot: slots.ofLabel(label.label), values: listOf(label.texts) };
  switch (operator.name) {
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
