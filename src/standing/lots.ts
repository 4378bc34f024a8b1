import { byCodeUnit } from "../units/code-unit-order.js";
import type { Lot } from "./standing.js";

/** What can be spent of a wallet at an instant: active, and not expired, whether or not its expiry was written down. */
export function spendable(lots: readonly Lot[], wallet: string, at: number): bigint {
  let sum = 0n;
  for (const lot of lots) {
    if (lot.wallet === wallet && isSpendable(lot, at)) sum += lot.amount;
  }
  return sum;
}

/** Where it is kept; what can be spent by its hour may still be in the account of what is not active yet. */
export function accountOf({ wallet, pending }: Pick<Lot, "wallet" | "pending">): string {
  return pending ? `member:${wallet}.pending` : `member:${wallet}`;
}

/** The lots that can be spent, in the order in which they are drawn: earliest expiry first, then the oldest. */
export function inDrawingOrder(lots: readonly Lot[], at: number): readonly Lot[] {
  return lots
    .filter((lot) => isSpendable(lot, at))
    .sort((a, b) => before(a.expiresAt, b.expiresAt) || before(a.at, b.at) || byCodeUnit(a.id, b.id));
}

/** Is it active, and not expired? */
export function isSpendable(
  { activeAt, expiresAt }: Pick<Lot, "activeAt" | "expiresAt">,
  at: number,
): boolean {
  return activeAt <= at && at < expiresAt;
}

/** Instants without end are equal, so their difference is of no use. */
function before(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
