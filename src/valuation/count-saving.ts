import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Basket } from "./basket.js";
import type { Sets } from "./form-sets.js";

/**
 * The last sets are of what is left, and may come to no more than their price: those are not made. From the dearest
 * units on, each set comes to no more than the one before, so the first that saves nothing is found by halves.
 */
export function countSaving(sets: Sets, most: bigint, price: bigint, basket: Basket): bigint {
  const saves = (count: bigint) => lastSetSaves(sets, count, price, basket);
  if (most === 0n || saves(most)) return most;
  let [saving, losing] = [0n, most];
  while (losing - saving > 1n) {
    const middle = (saving + losing) / 2n;
    if (saves(middle)) saving = middle;
    else losing = middle;
  }
  return saving;
}

/** Do the units that the last of so many sets adds come to more than its price? Exactly, by their list amounts. */
function lastSetSaves(
  sets: Sets,
  count: bigint,
  price: bigint,
  { bases, quantities, lines }: Basket,
): boolean {
  const [more, fewer] = [sets.choose(count), sets.choose(count - 1n)];
  let [numerator, denominator] = [0n, 1n];
  for (const [line] of lines.entries()) {
    const units = (more[line] ?? 0n) - (fewer[line] ?? 0n);
    if (units === 0n) continue;
    const quantity = quantities[line] ?? 1n;
    numerator = numerator * quantity + units * WHOLE_UNIT * (bases[line] ?? 0n) * denominator;
    denominator *= quantity;
  }
  return numerator > price * denominator;
}
