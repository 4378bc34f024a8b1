import { bigintOf, safeNumber } from "./safe-number.js";

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
  const count = weights.length;
  const numbers = new Array<number>(count);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const weight = safeNumber(weights[at] as bigint);
    numbers[at] = weight;
    sum += weight;
  }
  if (sum === 0 || total === 0n) return { parts: weights.map(() => 0n), left: 0, order: NOBODY };
  const whole = safeNumber(total);
  // Where something is too large for a number the product is none, or too large as well.
  return whole * sum <= Number.MAX_SAFE_INTEGER
    ? smallQuotas(whole, sum, numbers, ids)
    : largeQuotas(total, weights, ids);
}

const NOBODY: readonly number[] = [];

/**
 * With numbers, at a third of the cost: nearly all that is split is small enough. No product of whole numbers here
 * passes what a number holds exactly, and the quotient of two such numbers, cut to a whole one, is never off. The list
 * of weights becomes that of what is over.
 */
function smallQuotas(total: number, sum: number, weights: number[], ids: readonly string[]): Quotas {
  const count = weights.length;
  // Of its length from the start: a list that grows takes more room, and is copied.
  const parts = new Array<bigint>(count);
  let left = total;
  for (let at = 0; at < count; at++) {
    const product = total * (weights[at] as number);
    const part = Math.floor(product / sum);
    parts[at] = bigintOf(part);
    weights[at] = product - part * sum;
    left -= part;
  }
  return { parts, left, order: left === 0 ? NOBODY : byRest(weights, ids) };
}

function largeQuotas(total: bigint, weights: readonly bigint[], ids: readonly string[]): Quotas {
  let sum = 0n;
  for (const weight of weights) sum += weight;
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
  const count = rests.length;
  const order = new Array<number>(count);
  if (count > FEW) {
    for (let index = 0; index < count; index++) order[index] = index;
    return order.sort((a, b) => (comesFirst(a, b, rests, ids) ? -1 : 1));
  }
  // Written out, for a call costs as much as the rest of it.
  for (let index = 0; index < count; index++) {
    let place = index;
    for (; place > 0; place--) {
      const other = order[place - 1] as number;
      if (comesFirst(other, index, rests, ids)) break;
      order[place] = other;
    }
    order[place] = index;
  }
  return order;
}

/** Up to here insertion costs a third of `sort`, which copies. */
const FEW = 16;

function comesFirst<Rest extends bigint | number>(
  a: number,
  b: number,
  rests: readonly Rest[],
  ids: readonly string[],
): boolean {
  const restA = rests[a] as Rest;
  const restB = rests[b] as Rest;
  return restA === restB ? (ids[a] as string) <= (ids[b] as string) : restA > restB;
}
