import type { UnitEnd } from "../program/benefit.js";
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

/** One thing of a set: so many units of some lines. */
export interface Place {
  readonly lines: readonly number[];
  readonly units: bigint;
}

/** Units that may stand in some of the places: one bit for each. */
interface Candidate extends LineUnits {
  readonly fits: number;
}

/** Sets made of whole units: how many there can be, and of which units they are made. */
export interface Sets {
  readonly count: bigint;
  /** The units of so many sets, taken from one end. */
  choose(count: bigint): UnitCounts;
}

/**
 * Makes sets from the units that nothing has taken; no unit is in two places.
 * Worked: a cake and a coffee, of 3 cakes and 2 coffees, are 2 sets; of the cakes the 2 dearest are taken.
 */
export function formSets(
  basket: Basket,
  places: readonly Place[],
  spent: Readonly<UnitCounts> | undefined,
  end: UnitEnd,
): Sets {
  const fits = fitsByLine(places);
  const candidates = poolOf(basket, [...fits.keys()], spent, end).map(
    (units): Candidate => ({ ...units, fits: fits.get(units.line) ?? 0 }),
  );
  return {
    count: countSets(places, candidates),
    choose: (count) => chooseUnits(basket, places, candidates, count),
  };
}

function fitsByLine(places: readonly Place[]): ReadonlyMap<number, number> {
  const fits = new Map<number, number>();
  for (const [index, { lines }] of places.entries()) {
    for (const line of lines) fits.set(line, (fits.get(line) ?? 0) | (1 << index));
  }
  return fits;
}

/** As many as the scarcest places allow, alone or together: where two want the same units, both must find some. */
function countSets(places: readonly Place[], candidates: readonly Candidate[]): bigint {
  let most: bigint | undefined;
  for (let wanted = 1; wanted < 1 << places.length; wanted++) {
    let have = 0n;
    for (const { fits, units } of candidates) if ((fits & wanted) !== 0) have += units;
    const sets = have / sizeOf(places, wanted);
    if (most === undefined || sets < most) most = sets;
  }
  return most ?? 0n;
}

function sizeOf(places: readonly Place[], wanted: number): bigint {
  return places.reduce((sum, { units }, index) => ((wanted & (1 << index)) === 0 ? sum : sum + units), 0n);
}

/** Takes units in order, each as far as the places that it fits, with those of others that fit no more, can hold it. */
function chooseUnits(
  basket: Basket,
  places: readonly Place[],
  candidates: readonly Candidate[],
  count: bigint,
): UnitCounts {
  const chosen = noUnits(basket);
  const byFits = new Map<number, bigint>();
  for (const { line, units, fits } of candidates) {
    let part = units;
    for (let some = 1; some < 1 << places.length; some++) {
      if ((some & fits) !== fits) continue;
      let held = 0n;
      for (const [others, taken] of byFits) if ((others & ~some) === 0) held += taken;
      const room = count * sizeOf(places, some) - held;
      if (room < part) part = room;
    }
    chosen[line] = part;
    byFits.set(fits, (byFits.get(fits) ?? 0n) + part);
  }
  return chosen;
}

/** Units that are given something for others that are bought. */
export interface Bargain {
  readonly taken: Readonly<UnitCounts>;
  /** Those and the bought ones. */
  readonly spent: Readonly<UnitCounts>;
}

/**
 * Buy some, get some: as many sets as there can be, given on units of one end, bought on units of the other.
 * Worked: buy 2, get 1 of cups at 60, 50, 40, 30: one set; the cup at 30 is given, 60 and 50 are bought.
 */
export function strikeBargain(
  basket: Basket,
  { buy, get }: { readonly buy: Place; readonly get: Place },
  spent: Readonly<UnitCounts> | undefined,
  end: UnitEnd,
  repeat: bigint | undefined,
): Bargain {
  const most = formSets(basket, [buy, get], spent, end).count;
  const sets = repeat !== undefined && repeat < most ? repeat : most;
  const taken = noUnits(basket);
  const bought = poolOf(basket, buy.lines, spent, otherEnd(end));
  // What is given may be bought, too, as long as enough is left to buy.
  let spare = countUnits(bought) - sets * buy.units;
  let open = sets * get.units;
  for (const { line, units } of poolOf(basket, get.lines, spent, end)) {
    const mayBeBought = buy.lines.includes(line);
    let part = units < open ? units : open;
    if (mayBeBought && spare < part) part = spare;
    taken[line] = part;
    open -= part;
    if (mayBeBought) spare -= part;
  }
  const all = [...taken];
  const left = bought.map(({ line, units }) => ({ line, units: units - (taken[line] ?? 0n) }));
  takeUnits(left, sets * buy.units, all);
  return { taken, spent: all };
}
