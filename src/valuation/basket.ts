import type { Benefit } from "../program/benefit.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Line } from "../standing/request.js";

/** The lines of one transaction, and which of them each benefit is figured on. Amounts and counts are by line. */
export interface Basket {
  readonly lines: readonly Line[];
  /** What benefits are figured on: list amounts, without the units that catalogue items pay for. */
  readonly bases: readonly bigint[];
  /** In millionths, likewise; 0 of what costs nothing, which counts nowhere. */
  readonly quantities: readonly bigint[];
  /** What discounts may take off each line in all. */
  readonly rooms: readonly bigint[];
  /** What catalogue items took off. */
  readonly taken: readonly bigint[];
  /** As much of that as they took off the bases. */
  readonly takenOffBases: readonly bigint[];
  /** What is left of the bases: what there is to pay before any discount. */
  readonly open: readonly bigint[];
  /** Indexes of the lines that a benefit is figured on: its items, as far as they may be discounted or accrue. */
  linesOf(benefit: Figurable): readonly number[];
  /** The ids of some lines, by which ties are broken. */
  idsOf(lines: readonly number[]): readonly string[];
}

/** A benefit that is figured on lines. */
export type Figurable = Extract<Benefit, { readonly items: unknown }>;

export function openBasket(lines: readonly Line[]): Basket {
  const count = lines.length;
  const nothing = new Array<bigint>(count);
  const bases = new Array<bigint>(count);
  const quantities = new Array<bigint>(count);
  const ids = new Array<string>(count);
  let hasFloor = false;
  for (let at = 0; at < count; at++) {
    const { id, list, quantity, floor } = lines[at] as Line;
    nothing[at] = 0n;
    bases[at] = list;
    quantities[at] = list > 0n ? quantity : 0n;
    ids[at] = id;
    hasFloor ||= floor > 0n;
  }
  return {
    lines,
    bases,
    quantities,
    // Nearly no line has a floor: then what discounts may take off is all there is to pay.
    rooms: hasFloor ? lines.map(({ list, floor }) => list - floor) : bases,
    taken: nothing,
    takenOffBases: nothing,
    open: bases,
    linesOf: findLines(lines),
    // Indexes stand in order, so as many as there are lines are all of them.
    idsOf: (some) => (some.length === count ? ids : some.map((line) => ids[line] as string)),
  };
}

function findLines(lines: readonly Line[]): Basket["linesOf"] {
  let found: Map<Figurable, readonly number[]> | undefined;
  let discountable: readonly number[] | undefined;
  let accruing: readonly number[] | undefined;
  return (benefit) => {
    const { kind, items } = benefit;
    let all: readonly number[];
    discountable ??= indexesOf(lines, (line) => line.discountable);
    if (kind === "discount") all = discountable;
    else
      all = accruing ??= sameOr(
        discountable,
        indexesOf(lines, (line) => line.accrues),
      );
    if (items === undefined) return all;
    const known = found?.get(benefit);
    if (known !== undefined) return known;
    const own = all.filter((index) => items(lines[index] as Line));
    found = (found ?? new Map()).set(benefit, own);
    return own;
  };
}

function indexesOf(lines: readonly Line[], takesPart: (line: Line) => boolean): readonly number[] {
  const indexes: number[] = [];
  for (let index = 0; index < lines.length; index++) if (takesPart(lines[index] as Line)) indexes.push(index);
  return indexes;
}

/** Where two lists say the same one is enough: by that it is seen that discounts take from what accruals look at. */
function sameOr(known: readonly number[], indexes: readonly number[]): readonly number[] {
  if (known.length !== indexes.length) return indexes;
  for (let at = 0; at < known.length; at++) if (known[at] !== indexes[at]) return indexes;
  return known;
}

/** The whole units of a line; what is weighed has those that it makes up. */
export function wholeUnits({ quantities }: Basket, line: number): bigint {
  return (quantities[line] ?? 0n) / WHOLE_UNIT;
}

/** What so many units cost, of a line of which this is the amount: exact for all of them, else down to whole units. */
export function priceOfUnits({ quantities }: Basket, line: number, amount: bigint, units: bigint): bigint {
  const quantity = quantities[line] ?? 0n;
  return quantity === 0n ? 0n : (amount * units * WHOLE_UNIT) / quantity;
}
