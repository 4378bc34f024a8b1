import { byCodeUnit } from "./code-unit-order.js";
import { sortSmall } from "./sort-small.js";

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
  const full = parts.slice();
  const units = Number(left);
  for (let at = 0; at < units; at++) {
    const index = order[at] as number;
    full[index] = (full[index] as bigint) + 1n;
  }
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
  if (weights === 0n || total === 0n) return { parts: shares.map(() => 0n), left: 0n, order: [] };
  return total * weights <= LARGEST_EXACT
    ? smallQuotas(total, weights, shares)
    : largeQuotas(total, weights, shares);
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * The same with numbers, at a third of the cost: nearly all that is split is small enough. No product of whole numbers
 * here passes what a number holds exactly, and the quotient of two such numbers, cut to a whole one, is never off.
 */
function smallQuotas(total: bigint, weights: bigint, shares: readonly Share[]): Quotas {
  const [all, sum] = [Number(total), Number(weights)];
  const parts = new Array<bigint>(shares.length);
  const rests = new Array<number>(shares.length);
  let left = all;
  for (let at = 0; at < shares.length; at++) {
    const product = all * Number((shares[at] as Share).weight);
    const part = Math.floor(product / sum);
    parts[at] = BigInt(part);
    rests[at] = product - part * sum;
    left -= part;
  }
  return { parts, left: BigInt(left), order: left === 0 ? [] : byRest(rests, shares) };
}

function largeQuotas(total: bigint, weights: bigint, shares: readonly Share[]): Quotas {
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
  return { parts, left, order: left === 0n ? [] : byRest(rests, shares) };
}

/** Largest first, ties by id. */
function byRest<Rest extends bigint | number>(
  rests: readonly Rest[],
  shares: readonly Share[],
): readonly number[] {
  const order = shares.map((_, index) => index);
  return sortSmall(order, (a, b) => {
    const restA = rests[a] as Rest;
    const restB = rests[b] as Rest;
    if (restA !== restB) return restA > restB ? -1 : 1;
    return byCodeUnit(shares[a]?.id ?? "", shares[b]?.id ?? "");
  });
}
