import type { Discount } from "vafa";
import { type Component, fits } from "./sets.js";
import { type End, inOrder, otherEnd, type Shelf, type Unit } from "./shelf.js";

/** Units that a discount is given on, and all that it uses up. */
export interface Picked {
  readonly given: readonly Unit[];
  readonly used: readonly Unit[];
}

export function atMost(count: number, repeat: bigint | undefined): number {
  return repeat !== undefined && repeat < BigInt(count) ? Number(repeat) : count;
}

/** R6.26, of units that are on the lines of the benefit. */
export function pickUnits(
  units: readonly Unit[],
  own: readonly Shelf[],
  { benefit, repeat }: { readonly benefit: Discount; readonly repeat: bigint | undefined },
): Picked {
  const { pick = "cheapest", unitsPer = "offer" } = benefit;
  const parts = new Map<string, readonly Unit[]>();
  // R6.33: those of the line with the smallest id first.
  for (const shelf of [...own].sort((one, other) => (one.line.id < other.line.id ? -1 : 1))) {
    const { id, written } = shelf.line;
    const alone = unitsPer === "sku" && written.sku !== undefined ? `sku ${written.sku}` : `line ${id}`;
    const key = unitsPer === "offer" ? "all" : alone;
    parts.set(key, [...(parts.get(key) ?? []), ...units.filter((unit) => unit.shelf === shelf)]);
  }
  const given: Unit[] = [];
  const used: Unit[] = [];
  let repeats = repeat;
  for (const part of parts.values()) {
    const { take, buy, sets } = countsOf(benefit, part.length, repeats);
    if (repeats !== undefined) repeats -= BigInt(sets);
    const taken = inOrder(part, pick).slice(0, take);
    const rest = part.filter((unit) => !taken.includes(unit));
    given.push(...taken);
    used.push(...taken, ...inOrder(rest, otherEnd(pick)).slice(0, buy));
  }
  return { given, used };
}

/** How many are given, how many had to be bought for them, and in how many sets. */
function countsOf({ units, every, from }: Discount, all: number, repeats: bigint | undefined) {
  if (every !== undefined) {
    const sets = atMost(Math.floor(all / every), repeats);
    const each = units ?? 1;
    return { take: sets * each, buy: sets * (every - each), sets };
  }
  const before = (from ?? 1) - 1;
  const take = Math.min(Math.max(all - before, 0), units ?? all);
  return { take, buy: take === 0 ? 0 : before, sets: 0 };
}

interface Bargain {
  readonly buy: Component;
  readonly get: Component;
  readonly end: End;
  readonly repeat: bigint | undefined;
}

/** R6.27: given are units of the benefit's own lines, bought are any goods. */
export function strikeBargain(
  { own, goods }: { readonly own: readonly Unit[]; readonly goods: readonly Unit[] },
  { buy, get, end, repeat }: Bargain,
): Picked {
  const mayBuy = goods.filter(fits(buy));
  const mayGet = own.filter(fits(get));
  const sets = atMost(setsOf(mayBuy, mayGet, { buy, get }), repeat);
  const given: Unit[] = [];
  for (const unit of inOrder(mayGet, end)) {
    if (given.length === sets * get.units) break;
    const leftToBuy = mayBuy.filter((one) => one !== unit && !given.includes(one));
    if (leftToBuy.length >= sets * buy.units) given.push(unit);
  }
  const rest = mayBuy.filter((unit) => !given.includes(unit));
  const bought = inOrder(rest, otherEnd(end)).slice(0, sets * buy.units);
  return { given, used: [...given, ...bought] };
}

/** As many as can be bought and given, no unit in two places. */
function setsOf(
  mayBuy: readonly Unit[],
  mayGet: readonly Unit[],
  { buy, get }: Pick<Bargain, "buy" | "get">,
): number {
  const all = [...new Set([...mayBuy, ...mayGet])];
  let sets = Math.floor(all.length / (buy.units + get.units));
  while (mayBuy.length < sets * buy.units || mayGet.length < sets * get.units) sets -= 1;
  return sets;
}
