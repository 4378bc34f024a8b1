import type { UnitPick } from "../program/benefit.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { Basket } from "./basket.js";
import {
  countUnits,
  type LineUnits,
  noUnits,
  otherEnd,
  poolOf,
  takeUnits,
  type UnitCounts,
} from "./unit-pool.js";

/** The units that a benefit gives something on, and all that it uses up, what had to be bought for them among them. */
export interface PickedUnits {
  readonly taken: Readonly<UnitCounts>;
  readonly spent: Readonly<UnitCounts>;
}

/**
 * Picks the units of some lines that a benefit is for, from those that nothing has taken: so many, so many of every
 * few, or all from one on.
 * Worked: one of every three of 5 cups at 60, 50, 40, 30, 20 is one set: the cup at 20 is taken, 60 and 50 are spent
 * with it. From the third on, the cheapest: 40, 30 and 20.
 */
export function pickUnits(
  basket: Basket,
  lines: readonly number[],
  pick: UnitPick,
  spent: Readonly<UnitCounts> | undefined,
  repeat: bigint | undefined,
): PickedUnits {
  const taken = noUnits(basket);
  const used = noUnits(basket);
  let repeats = repeat;
  for (const part of partsOf(basket, lines, pick.per)) {
    const pool = poolOf(basket, part, spent, pick.pick);
    const all = countUnits(pool);
    const { count, bought, sets } = countOf(pick, all, repeats);
    if (repeats !== undefined) repeats -= sets;
    if (count === 0n) continue;
    takeUnits(pool, count, taken, used);
    if (bought === 0n) continue;
    takeUnits(without(poolOf(basket, part, spent, otherEnd(pick.pick)), taken), bought, used);
  }
  return { taken, spent: used };
}

/** How many of so many units are given something, how many had to be bought for that, and in how many sets. */
function countOf({ units, every, from }: UnitPick, all: bigint, repeats: bigint | undefined) {
  if (every !== undefined) {
    const most = all / every;
    const sets = repeats !== undefined && repeats < most ? repeats : most;
    const each = units ?? 1n;
    return { count: sets * each, bought: sets * (every - each), sets };
  }
  const before = (from ?? 1n) - 1n;
  const left = all > before ? all - before : 0n;
  const count = units !== undefined && units < left ? units : left;
  return { count, bought: count === 0n ? 0n : before, sets: 0n };
}

function without(pool: readonly LineUnits[], taken: Readonly<UnitCounts>): readonly LineUnits[] {
  return pool.map(({ line, units }) => ({ line, units: units - (taken[line] ?? 0n) }));
}

/** The lines that are counted together, those with the smallest line id first. A line without a `sku` is its own. */
function partsOf(
  { lines: all }: Basket,
  lines: readonly number[],
  per: UnitPick["per"],
): readonly (readonly number[])[] {
  if (per === "offer") return [lines];
  const inOrder = [...lines].sort((a, b) => byCodeUnit(all[a]?.id ?? "", all[b]?.id ?? ""));
  if (per === "line") return inOrder.map((line) => [line]);
  const parts = new Map<string | number, number[]>();
  for (const line of inOrder) {
    const key = all[line]?.sku ?? line;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [line]);
    else part.push(line);
  }
  return [...parts.values()];
}
