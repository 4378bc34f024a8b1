import type { Lot } from "./standing.js";

/** What can be spent of a wallet at an instant: active, and not expired, whether or not its expiry was written down. */
export function spendable(lots: readonly Lot[], wallet: string, at: number): bigint {
  let sum = 0n;
  for (const lot of lots) {
    if (lot.wallet === wallet && lot.activeAt <= at && at < lot.expiresAt) sum += lot.amount;
  }
  return sum;
}
