import type { Check } from "../program/condition.js";
import { MOST_VALUES } from "./offer-clues.js";

/** Values of one ordered type. All are whole: numbers in millionths, money in minor units, dates and times as counts. */
export type Ordered = bigint | number;

/** From the first to the last of them, both included. */
export interface Band {
  readonly first: Ordered;
  readonly last: Ordered;
}

/**
 * The first values of the bands, within each of which all checks are the same; but where they are more than `most`,
 * only so many, evenly chosen. Worked: `> 5` and `= 9` part all numbers at 6, 9 and 10.
 */
export function bandEdges(checks: readonly Check[], most: number): readonly Ordered[] {
  const edges = [...new Set(checks.flatMap(edgesOf))].sort(upwards);
  const step = Math.ceil(edges.length / most);
  return edges.filter((_, index) => index % step === 0);
}

function upwards(a: Ordered, b: Ordered): number {
  return a < b ? -1 : 1;
}

function edgesOf({ operator, right }: Check): readonly Ordered[] {
  if (!("literal" in right)) return [];
  const literal = right.literal as Ordered;
  switch (operator.name) {
    case "lessThan":
    case "greaterThanInclusive":
      return [literal];
    case "lessThanInclusive":
    case "greaterThan":
      return [after(literal)];
    case "equal":
      return [literal, after(literal)];
    case "in": {
      const list = right.literal as readonly Ordered[];
      return list.length > MOST_VALUES ? [] : list.flatMap((value) => [value, after(value)]);
    }
    default:
      return [];
  }
}

/** The bands that the edges part: one more than there are edges. */
export function bandsOf(edges: readonly Ordered[]): readonly Band[] {
  const ends = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  return ends.slice(1).map((end, index) => ({ first: ends[index] ?? end, last: before(end) }));
}

/** The place of the band that holds the value. */
export function bandOf(edges: readonly Ordered[], value: Ordered): number {
  let from = 0;
  let to = edges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((edges[middle] as Ordered) <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Does the check hold of any value in the band, as far as its ends tell? */
export function mayHoldIn({ first, last }: Band, { operator, right }: Check): boolean {
  if (!("literal" in right)) return true;
  const literal = right.literal as Ordered;
  switch (operator.name) {
    case "lessThan":
      return first < literal;
    case "lessThanInclusive":
      return first <= literal;
    case "greaterThan":
      return last > literal;
    case "greaterThanInclusive":
      return last >= literal;
    case "equal":
      return first <= literal && literal <= last;
    case "in": {
      const list = right.literal as readonly Ordered[];
      return list.length > MOST_VALUES || list.some((value) => first <= value && value <= last);
    }
    default:
      return true;
  }
}

function after(value: Ordered): Ordered {
  return typeof value === "bigint" ? value + 1n : value + 1;
}

function before(value: Ordered): Ordered {
  return typeof value === "bigint" ? value - 1n : value - 1;
}
