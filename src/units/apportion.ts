import { byCodeUnit } from "./code-unit-order.js";
import { bigintOf, LARGEST_SAFE, numberOf } from "./safe-number.js";
import { sortSmall } from "./sort-small.js";

/** A split before its remainder is given out: the whole parts, and who comes first for the units that are left. */
export interface Quotas {
  readonly parts: bigint[];
  readonly left: number;
  /** Indexes by remainder, largest first, ties by id. */
  readonly order: readonly number[];
}

/**
 * Splits `total` in proportion to the weights (at least zero each), by largest remainder, ties to the smaller id;
 * parts sum to the total whenever some weight is above zero, else all are zero.
 * Worked: 100 over 333, 333, 334 is 33, 33, 34.
 */
export function apportion(
  total: bigint,
  weights: readonly bigint[],
  ids: readonly string[],
): readonly bigint[] {
  const { parts, left, order } = quotasOf(total, weights, ids);
  if (left === 0) return parts;
  for (let at = 0; at < left; at++) {
    const index = order[at] as number;
    parts[index] = (parts[index] as bigint) + 1n;
  }
  return parts;
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
    if (units === 0) break;
    const part = held[index] ?? 0n;
    if (part >= (rooms[index] ?? 0n)) continue;
    held[index] = part + 1n;
    units -= 1;
  }
  return held;
}

export function quotasOf(total: bigint, weights: readonly bigint[], ids: readonly string[]): Quotas {
  let sum = 0n;
  for (let at = 0; at < weights.length; at++) sum += weights[at] as bigint;
  if (sum === 0n || total === 0n) return { parts: weights.map(() => 0n), left: 0, order: NOBODY };
  return total * sum <= LARGEST_SAFE
    ? smallQuotas(numberOf(total), numberOf(sum), weights, ids)
    : largeQuotas(total, sum, weights, ids);
}

const NOBODY: readonly number[] = [];

/**
 * The same with numbers, at a third of the cost: nearly all that is split is small enough. No product of whole numbers
 * here passes what a number holds exactly, and the quotient of two such numbers, cut to a whole one, is never off.
 */
function smallQuotas(total: number, sum: number, weights: readonly bigint[], ids: readonly string[]): Quotas {
  // Of their length from the start: a list that grows takes more room, and is copied.
  const parts = new Array<bigint>(weights.length);
  const rests = new Array<number>(weights.length);
  let left = total;
  for (let at = 0; at < weights.length; at++) {
    const product = total * numberOf(weights[at] as bigint);
    const part = Math.floor(product / sum);
    parts[at] = bigintOf(part);
    rests[at] = product - part * sum;
    left -= part;
  }
  return { parts, left, order: left === 0 ? NOBODY : byRest(rests, ids) };
}

function largeQuotas(total: bigint, sum: bigint, weights: readonly bigint[], ids: readonly string[]): Quotas {
  const parts: bigint[] = [];
  const rests: bigint[] = [];
  let left = total;
  for (const weight of weights) {
    const product = total * weight;
    const part = product / sum;
    parts.push(part);
    rests.push(product - part * sum);
    left -= part;
  }
  // There is less than one unit left for each.
  return { parts, left: Number(left), order: left === 0n ? NOBODY : byRest(rests, ids) };
}

/** Largest first, ties by id. */
function byRest<Rest extends bigint | number>(
  rests: readonly Rest[],
  ids: readonly string[],
): readonly number[] {
  const order = new Array<number>(rests.length);
  for (let index = 0; index < rests.length; index++) order[index] = index;
  return sortSmall(order, (a, b) => {
    const restA = rests[a] as Rest;
    const restB = rests[b] as Rest;
    if (restA !== restB) return restA > restB ? -1 : 1;
    return byCodeUnit(ids[a] as string, ids[b] as string);
  });
}
