import type { Wallet } from "../program/wallet.js";
import { safeNumber } from "../units/safe-number.js";

/** What an accrual is figured on: so much of some lines, in all. */
export interface Base {
  readonly lines: readonly number[];
  readonly on: Wallet["accruesOn"];
  readonly sum: bigint;
  /** The sum as a number; `NaN` where a number does not hold it. */
  readonly small: number;
}

export function baseOf(lines: readonly number[], on: Wallet["accruesOn"], sum: bigint): Base {
  return { lines, on, sum, small: safeNumber(sum) };
}
