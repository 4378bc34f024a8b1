import { MILLION, type Purchase, type PurchaseLine } from "./read-purchase.js";
import { rounded } from "./rounded.js";

/** A line as benefits find it: what catalogue items left of it. */
export interface Shelf {
  readonly line: PurchaseLine;
  /** R6.40: without the units that catalogue items paid for. */
  readonly list: bigint;
  readonly quantity: bigint;
  /** What catalogue items took off that list amount, and in all. */
  readonly off: bigint;
  readonly bought: bigint;
  /** What discounts may take. */
  readonly room: bigint;
}

export function openShelves({ lines }: Purchase): readonly Shelf[] {
  return lines.map((line) => {
    const { list, quantity, floor } = line;
    return { line, list, quantity, off: 0n, bought: 0n, room: list - floor };
  });
}

/** What is left of a line's list amount before any discount. */
export function leftOn({ list, off }: Shelf): bigint {
  return list - off;
}

/** R6.40, without units. */
export function takeOff(shelf: Shelf, amount: bigint): Shelf {
  const off = shelf.off + amount;
  const left = shelf.list - off;
  const room = left < shelf.room ? left : shelf.room;
  return { ...shelf, off, bought: shelf.bought + amount, room };
}

/** R6.40, with units: they are out, and what was not paid of them stays to be paid. */
export function takeUnits(shelf: Shelf, units: bigint, amount: bigint): Shelf {
  const { line } = shelf;
  const list = shelf.list - comeTo(shelf, shelf.list, units);
  const quantity = shelf.quantity - units * MILLION;
  const floor = rounded(line.floor * quantity, line.quantity, { mode: "up", step: 1n });
  const off = shelf.off - comeTo(shelf, shelf.off, units);
  const room = floor > off ? list - floor : list - off;
  return { ...shelf, list, quantity, off, bought: shelf.bought + amount, room: room > 0n ? room : 0n };
}

/** R6.23: what so many units come to, of a line of which this is the weight. */
export function comeTo({ quantity }: Shelf, weight: bigint, units: bigint): bigint {
  return quantity === 0n ? 0n : (weight * units * MILLION) / quantity;
}

/** A whole unit of a line. */
export interface Unit {
  readonly shelf: Shelf;
}

export type End = "cheapest" | "dearest";

/** R6.23: a line that costs nothing has none. */
export function unitsOf(shelves: readonly Shelf[]): readonly Unit[] {
  return shelves.flatMap((shelf) => {
    const count = shelf.list === 0n ? 0 : Number(shelf.quantity / MILLION);
    return Array.from({ length: count }, () => ({ shelf }));
  });
}

/** R6.23: by the exact price of one, ties to the smaller line id at either end. */
export function inOrder(units: readonly Unit[], end: End): readonly Unit[] {
  return [...units].sort(({ shelf: a }, { shelf: b }) => {
    const difference = a.list * b.quantity - b.list * a.quantity;
    if (difference === 0n) return a.line.id < b.line.id ? -1 : a.line.id > b.line.id ? 1 : 0;
    return difference < 0n === (end === "cheapest") ? -1 : 1;
  });
}

export function otherEnd(end: End): End {
  return end === "cheapest" ? "dearest" : "cheapest";
}

/** How many of these units are of one line. */
export function countOn(shelf: Shelf, units: readonly Unit[]): bigint {
  return BigInt(units.filter((unit) => unit.shelf.line.id === shelf.line.id).length);
}
