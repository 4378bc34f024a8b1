import { byCodeUnit } from "./code-unit-order.js";

/** Something that takes part in a split: `weight` is at least zero. */
export interface Share {
  readonly id: string;
  readonly weight: bigint;
}

/**
 * Splits `total` in proportion to the weights, by largest remainder, ties to the smaller id; parts sum to the total
 * whenever some weight is above zero, else all are zero.
 * Worked: 100 over 333, 333, 334 is 33, 33, 34.
 */
export function apportion(total: bigint, shares: readonly Share[]): bigint[] {
  const { parts, left, order } = quotas(total, shares);
  for (const index of order.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/**
 * As `apportion`, but each part is held to its room, and the remainder's units go only to shares that still have
 * room, at most one each; what finds no room is left out.
 * Worked: half of 1, 1, 1 rounds to 2: parts 1, 1, 0. Half again, with rooms 0, 0, 1: parts 0, 0, 1.
 */
export function apportionWithin(total: bigint, shares: readonly Share[], rooms: readonly bigint[]): bigint[] {
  const { parts, left, order } = quotas(total, shares);
  let units = left;
  for (const index of order) {
    const room = rooms[index] ?? 0n;
    const part = parts[index] ?? 0n;
    if (units > 0n && part < room) {
      parts[index] = part + 1n;
      units -= 1n;
    } else if (part > room) {
      parts[index] = room;
    }
  }
  return parts;
}

interface Quotas {
  readonly parts: bigint[];
  readonly left: bigint;
  /** Indexes by remainder, largest first, ties by id. */
  readonly order: readonly number[];
}

function quotas(total: bigint, shares: readonly Share[]): Quotas {
  let weights = 0n;
  for (const share of shares) weights += share.weight;
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
  const order = shares.map((_, index) => index);
  order.sort((a, b) => {
    const restA = rests[a] ?? 0n;
    const restB = rests[b] ?? 0n;
    if (restA !== restB) return restA > restB ? -1 : 1;
    return byCodeUnit(shares[a]?.id ?? "", shares[b]?.id ?? "");
  });
  return { parts, left, order };
}
