import type { UnitEnd } from "../program/benefit.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { type Basket, wholeUnits } from "./basket.js";

/** Whole units of one line that may be taken. */
export interface LineUnits {
  readonly line: number;
  readonly units: bigint;
}

/** Counts of whole units by line. */
export type UnitCounts = bigint[];

export function noUnits({ lines }: Basket): UnitCounts {
  return lines.map(() => 0n);
}

/**
 * The whole units of these lines that nothing has taken, the cheapest or the dearest first, those of the smaller line
 * id first among equals. What costs nothing is never counted.
 */
export function poolOf(
  basket: Basket,
  lines: readonly number[],
  spent: Readonly<UnitCounts> | undefined,
  end: UnitEnd,
): readonly LineUnits[] {
  const pool: LineUnits[] = [];
  for (const line of lines) {
    const units = wholeUnits(basket, line) - (spent?.[line] ?? 0n);
    if (units > 0n && (basket.bases[line] ?? 0n) > 0n) pool.push({ line, units });
  }
  const ranks = ranksOf(basket, end);
  return pool.sort((a, b) => (ranks[a.line] ?? 0) - (ranks[b.line] ?? 0));
}

type Ranks = { readonly [end in UnitEnd]: readonly number[] };

/** Prices are compared once a basket: every set that is tried asks for the order of its units. */
const ranked = new WeakMap<Basket, Ranks>();

function ranksOf(basket: Basket, end: UnitEnd): readonly number[] {
  const known = ranked.get(basket) ?? {
    cheapest: rank(basket, "cheapest"),
    dearest: rank(basket, "dearest"),
  };
  ranked.set(basket, known);
  return known[end];
}

/** The place of each line among all, by the price of a unit, those of the smaller id first among equals. */
function rank(basket: Basket, end: UnitEnd): readonly number[] {
  const priced = [...basket.lines.keys()].filter((line) => (basket.quantities[line] ?? 0n) > 0n);
  const inOrder = priced.sort((a, b) => byPrice(basket, a, b, end));
  const ranks: number[] = [];
  for (const [place, line] of inOrder.entries()) ranks[line] = place;
  return ranks;
}

/** Unit prices are compared as the fractions they are. */
function byPrice({ lines, bases, quantities }: Basket, a: number, b: number, end: UnitEnd): number {
  const [left, right] = [(bases[a] ?? 0n) * (quantities[b] ?? 0n), (bases[b] ?? 0n) * (quantities[a] ?? 0n)];
  if (left !== right) return left < right === (end === "cheapest") ? -1 : 1;
  return byCodeUnit(lines[a]?.id ?? "", lines[b]?.id ?? "");
}

export function otherEnd(end: UnitEnd): UnitEnd {
  return end === "cheapest" ? "dearest" : "cheapest";
}

export function countUnits(pool: readonly LineUnits[]): bigint {
  return pool.reduce((sum, { units }) => sum + units, 0n);
}

/** Takes so many units from the front of a pool, adding them to the counts. */
export function takeUnits(pool: readonly LineUnits[], count: bigint, ...counts: readonly UnitCounts[]): void {
  let left = count;
  for (const { line, units } of pool) {
    if (left <= 0n) return;
    const part = units < left ? units : left;
    for (const one of counts) one[line] = (one[line] ?? 0n) + part;
    left -= part;
  }
}
