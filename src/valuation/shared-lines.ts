import type { Basket } from "./basket.js";
import type { TakenOff } from "./taken-off.js";

/** Lines on which several discounts are figured, each on what the lines cost. */
export interface SharedLines {
  readonly lines: readonly number[];
  /** What they cost together. */
  readonly total: bigint;
  /** What the cheapest costs that costs anything. */
  readonly least: bigint;
  /** What may be taken off them together. */
  readonly room: bigint;
  /** May no less be taken off than they cost? */
  readonly isOpen: boolean;
}

export function sharedLines(lines: readonly number[], { bases, rooms, open }: Basket): SharedLines {
  const isOpen = rooms === bases && open === bases;
  let total = 0n;
  let least = 0n;
  for (let at = 0; at < lines.length; at++) {
    const amount = bases[lines[at] as number] as bigint;
    if (amount === 0n) continue;
    total += amount;
    if (least === 0n || amount < least) least = amount;
  }
  let room = total;
  if (rooms !== bases) {
    room = 0n;
    for (let at = 0; at < lines.length; at++) room += rooms[lines[at] as number] as bigint;
  }
  return { lines, total, least, room, isOpen };
}

/** Is it figured on these lines, and does it fall on them as what they cost? */
export function fallsOn({ claim }: TakenOff, { lines }: SharedLines): boolean {
  return claim.lines === lines && claim.byAmount;
}

/**
 * Is there room on every line for so many discounts, which take so much together? Of one the largest remainder gives no
 * line more than it costs. Of several each may give a line up to one minor unit above its exact share.
 * Worked: two that take 30 of 40, 60 and 100 leave 34 of the first line, before at most two units of rounding.
 */
export function haveRoom(
  count: number,
  taken: bigint,
  { total, least }: Pick<SharedLines, "total" | "least">,
): boolean {
  if (taken > total) return false;
  return count === 1 || least * (total - taken) >= BigInt(count) * total;
}
