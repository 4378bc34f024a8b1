import type { FactValue } from "../facts/fact-value.js";
import type { Check } from "../program/condition.js";
import { bandEdges, bandOf, bandsOf, mayHoldIn, type Ordered } from "./bands.js";
import { allBits, type Bits, mark, noBits, unmark } from "./bits.js";
import { MOST_VALUES } from "./offer-clues.js";

/**
 * A fact that many ways ask for, and what its value leaves of them all. Ways go by their places, so that one *and* of
 * two words says it of 32 of them. Worked: way 0 asks `tier = gold`, way 1 `tier = silver`, way 2 for no tier: gold
 * leaves 0 and 2, bronze 2 alone, and a tier that is unknown all three.
 */
export interface Sieve {
  readonly slot: number;
  /** The ways that ask for the fact: where none of them is open, it need not be read. */
  readonly asking: Bits;
  /** Those that this value closes are missing; those that do not ask never are, nor is any where it is unknown. */
  readonly leaves: (value: FactValue | undefined) => Bits;
}

/** A check of the fact, and the place of the way that it stands in. */
export interface AskingCheck {
  readonly place: number;
  readonly check: Check;
}

/** Values, or bands of them, that a sieve tells apart: each has bits of its own. */
const MOST_CLASSES = 64;

/** Finds once what each value of a fact leaves; `undefined` where its values are too many, or are lists. */
export function sieveOf(slot: number, checks: readonly AskingCheck[], places: number): Sieve | undefined {
  const leaves = leavesOf(checks, places);
  if (leaves === undefined) return undefined;
  const asking = noBits(places);
  for (const { place } of checks) mark(asking, place);
  return { slot, asking, leaves };
}

function leavesOf(asking: readonly AskingCheck[], places: number): Sieve["leaves"] | undefined {
  switch (asking[0]?.check.use.type) {
    case "boolean":
    case "text":
      return byValue(asking, places);
    case "number":
    case "money":
    case "date":
    case "time":
      return byBand(asking, places);
    case "texts":
    case undefined:
      return undefined;
  }
}

/** All places but those with a check that cannot hold. */
function leftBy(asking: readonly AskingCheck[], places: number, mayHold: (check: Check) => boolean): Bits {
  const left = allBits(places);
  for (const { place, check } of asking) if (!mayHold(check)) unmark(left, place);
  return left;
}

function byValue(asking: readonly AskingCheck[], places: number): Sieve["leaves"] | undefined {
  const values = new Set(asking.flatMap(({ check }) => literalsOf(check)));
  if (values.size > MOST_CLASSES) return undefined;
  const known = new Map<FactValue | undefined, Bits>([[undefined, allBits(places)]]);
  for (const value of values) {
    const mayHold = ({ operator, right }: Check) =>
      !("literal" in right) || operator.test(value, right.literal);
    known.set(value, leftBy(asking, places, mayHold));
  }
  const others = leftBy(asking, places, mayHoldOfOthers);
  return (value) => known.get(value) ?? others;
}

/** The values that a check names, where they are few. */
function literalsOf({ right }: Check): readonly FactValue[] {
  if (!("literal" in right)) return [];
  const { literal } = right;
  if (typeof literal !== "object") return [literal];
  return literal.length > MOST_VALUES ? [] : literal;
}

/** Of a value that no check names? */
function mayHoldOfOthers(check: Check): boolean {
  const { name } = check.operator;
  return (name !== "equal" && name !== "in") || literalsOf(check).length === 0;
}

function byBand(asking: readonly AskingCheck[], places: number): Sieve["leaves"] | undefined {
  const edges = bandEdges(
    asking.map(({ check }) => check),
    MOST_CLASSES,
  );
  if (edges.length === 0) return undefined;
  const left = bandsOf(edges).map((band) => leftBy(asking, places, (check) => mayHoldIn(band, check)));
  const all = allBits(places);
  return (value) => (value === undefined ? all : (left[bandOf(edges, value as Ordered)] as Bits));
}
