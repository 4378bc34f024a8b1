import type { FactType, FactValue } from "../facts/fact-value.js";
import type { ItemFilter } from "../facts/item-filter.js";
import type { Operator } from "../facts/operators.js";

/** A fact as one condition asks for it; two uses with the same `key` have the same value. */
export interface FactUse {
  readonly key: string;
  readonly name: string;
  readonly type: FactType;
  readonly source: FactSource;
  /** Unknown for a guest. */
  readonly ofMember: boolean;
}

export type FactSource =
  | { readonly kind: "catalogue"; readonly params: FactParams }
  | { readonly kind: "declared" }
  | { readonly kind: "attribute"; readonly steps: readonly (string | number)[] };

export type FactParams = ItemFilter | { readonly [name: string]: unknown };

/** What a check compares with: a literal read once, or another fact. */
export type Right = { readonly literal: FactValue | readonly FactValue[] } | { readonly use: FactUse };

/** A condition in normal form: names resolved, literals read, every operator fitting its fact. */
export type Condition =
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | Check;

export interface Check {
  readonly kind: "check";
  readonly use: FactUse;
  readonly operator: Operator;
  readonly right: Right;
}
