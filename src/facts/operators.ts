import type { FactType, FactValue } from "./fact-value.js";

/**
 * What a check compares. `right` says what the other side is: a value of the fact's own type, a list of such, or one
 * text of a list of texts. `complement` is true exactly where the operator is false.
 */
export interface Operator {
  readonly name: string;
  readonly complement: string;
  readonly types: readonly FactType[];
  readonly right: "same" | "list" | "element";
  test(left: FactValue, right: FactValue | readonly FactValue[]): boolean;
}

const COMPARABLE: readonly FactType[] = ["boolean", "text", "number", "money", "date", "time"];
const LISTABLE: readonly FactType[] = ["text", "number", "money", "date", "time"];
const ORDERED: readonly FactType[] = ["number", "money", "date", "time"];
const COUNTED: readonly FactType[] = ["number", "money"];

type Comparison = (left: FactValue, right: FactValue | readonly FactValue[]) => boolean;

/** Values of one ordered type, exact: bigint with bigint, number with number. */
type Ordered = bigint | number;

const equal: Comparison = (left, right) => left === right;
const isIn: Comparison = (left, right) => isAmong(right as readonly FactValue[], left);
const contains: Comparison = (left, right) => isAmong(left as readonly string[], right as string);
const lessThan: Comparison = (left, right) => (left as Ordered) < (right as Ordered);
const greaterThan: Comparison = (left, right) => (left as Ordered) > (right as Ordered);
const multipleOf: Comparison = (left, right) => right !== 0n && (left as bigint) % (right as bigint) === 0n;

/** Up to here a list is read through. */
const SHORT = 16;
const sets = new WeakMap<readonly FactValue[], ReadonlySet<FactValue>>();

/** Thousands of checks may ask one list of thousands. Every list is a private copy, so what was made of it once stays true. */
function isAmong(list: readonly FactValue[], value: FactValue): boolean {
  if (list.length <= SHORT) return list.includes(value);
  const set = sets.get(list) ?? new Set(list);
  sets.set(list, set);
  return set.has(value);
}

function pair(
  [name, complement]: readonly [string, string],
  types: readonly FactType[],
  right: Operator["right"],
  test: Comparison,
): readonly Operator[] {
  return [
    { name, complement, types, right, test },
    { name: complement, complement: name, types, right, test: (a, b) => !test(a, b) },
  ];
}

/** Not for documents: what `not` over `multipleOf` is pushed down to. */
const NOT_MULTIPLE_OF = "notMultipleOf";

/** All, `notMultipleOf` among them, which no document may name. */
export const ALL_OPERATORS: readonly Operator[] = [
  ...pair(["equal", "notEqual"], COMPARABLE, "same", equal),
  ...pair(["in", "notIn"], LISTABLE, "list", isIn),
  ...pair(["contains", "doesNotContain"], ["texts"], "element", contains),
  ...pair(["lessThan", "greaterThanInclusive"], ORDERED, "same", lessThan),
  ...pair(["greaterThan", "lessThanInclusive"], ORDERED, "same", greaterThan),
  ...pair(["multipleOf", NOT_MULTIPLE_OF], COUNTED, "same", multipleOf),
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(
  ALL_OPERATORS.map((operator) => [operator.name, operator]),
);

/** The operators that a document may name. */
export const OPERATOR_NAMES: readonly string[] = ALL_OPERATORS.map(({ name }) => name).filter(
  (name) => name !== NOT_MULTIPLE_OF,
);

export function operatorOf(name: string): Operator | undefined {
  return BY_NAME.get(name);
}
