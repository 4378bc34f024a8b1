import { byCodeUnit } from "./code-unit-order.js";

/** Something that takes part in a split: `weight` is at least zero. */
export interface Share {
  readonly id: string;
  readonly weight: bigint;
}

/** A split before its remainder is given out: the whole parts, and who comes first for the units that are left. */
export interface Quotas {
  readonly parts: readonly bigint[];
  readonly left: bigint;
  /** Indexes by remainder, largest first, ties by id. */
  readonly order: readonly number[];
}

/**
 * Splits `total` in proportion to the weights, by largest remainder, ties to the smaller id; parts sum to the total
 * whenever some weight is above zero, else all are zero.
 * Worked: 100 over 333, 333, 334 is 33, 33, 34.
 */
export function apportion(total: bigint, shares: readonly Share[]): readonly bigint[] {
  const { parts, left, order } = quotasOf(total, shares);
  if (left === 0n) return parts;
  const full = [...parts];
  for (const index of order.slice(0, Number(left))) full[index] = (full[index] ?? 0n) + 1n;
  return full;
}

/**
 * Gives out quotas held to the room of each share: the remainder's units go only to shares that still have room, at
 * most one each; what finds no room is left out.
 * Worked: half of 1, 1, 1 rounds to 2: parts 1, 1, 0. Half again, with rooms 0, 0, 1: parts 0, 0, 1.
 */
export function apportionWithin({ parts, left, order }: Quotas, rooms: readonly bigint[]): readonly bigint[] {
  const held = parts.map((part, index) => {
    const room = rooms[index] ?? 0n;
    return part > room ? room : part;
  });
  let units = left;
  for (const index of order) {
    if (units === 0n) break;
    const part = held[index] ?? 0n;
    if (part >= (rooms[index] ?? 0n)) continue;
    held[index] = part + 1n;
    units -= 1n;
  }
  return held;
}

export function quotasOf(total: bigint, shares: readonly Share[]): Quotas {
  let weights = 0n;
  for (const { weight } of shares) weights += weight;
  if (weights === 0n) return { parts: shares.map(() => 0n), left: 0n, order: [] };
  const parts: bigint[] = [];
  const rests: bigint[] = [];
  let left = total;
  for (const { weight } of shares) {
    const product = total * weight;
    const part = product / weights;
    parts.push(part);
    rests.push(product - part * weights);
    left -= part;
  }
  if (left === 0n) return { parts, left, order: [] };
  const order = shares.map((_, index) => index);
  order.sort((a, b) => {
    const restA = rests[a] ?? 0n;
    const restB = rests[b] ?? 0n;
    if (restA !== restB) return restA > restB ? -1 : 1;
    return byCodeUnit(shares[a]?.id ?? "", shares[b]?.id ?? "");
  });
  return { parts, left, order };
}
