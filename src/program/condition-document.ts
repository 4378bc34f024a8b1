import type { ItemFilter } from "../facts/item-filter.js";

/** A named value, where something narrows it with its params. */
export interface FactReference {
  readonly fact: string;
  readonly params?: { readonly [name: string]: unknown } | ItemFilter | undefined;
}

/** One comparison, in the syntax of json-rules-engine. */
export interface CheckDocument extends FactReference {
  readonly operator: string;
  /** A literal of the fact's type, a list for `in` and `notIn`, or another fact. */
  readonly value: unknown;
}

/** A tree of comparisons. `{ condition: "name" }` stands for one of the program's named conditions. */
export type ConditionDocument =
  | { readonly all: readonly ConditionDocument[] }
  | { readonly any: readonly ConditionDocument[] }
  | { readonly not: ConditionDocument }
  | { readonly condition: string }
  | CheckDocument;
