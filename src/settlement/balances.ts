import type { Program } from "../program/program.js";
import type { Wallet } from "../program/wallet.js";
import { isSpendable } from "../standing/lots.js";
import type { Member } from "../standing/request.js";
import type { Lot } from "../standing/standing.js";
import type { Opening } from "./books.js";
import type { Converted } from "./convert-units.js";
import type { Drawn } from "./drawn-from.js";

/** What a wallet could be spent of before, and can be after; and what is not active yet. */
export interface Balance {
  readonly wallet: Wallet;
  readonly before: bigint;
  readonly after: bigint;
  readonly pending: bigint;
}

export interface Moved {
  readonly openings: readonly Opening[];
  readonly conversions: readonly Converted[];
  readonly drawn: readonly Drawn[];
}

/** What each wallet holds now: before, less what was drawn, and what came that can be spent at once. */
export function balancesOf(
  program: Program,
  { standing }: Member,
  at: number,
  moved: Moved,
): readonly Balance[] {
  const balances: Balance[] = [];
  for (const wallet of program.wallets) balances.push(balanceOf(wallet, standing.lots, at, moved));
  return balances;
}

function balanceOf(
  wallet: Wallet,
  lots: readonly Lot[],
  at: number,
  { openings, conversions, drawn }: Moved,
): Balance {
  let before = 0n;
  let pending = 0n;
  for (const lot of lots) {
    if (lot.wallet !== wallet.id) continue;
    if (isSpendable(lot, at)) before += lot.amount;
    else if (lot.activeAt > at && lot.activeAt < lot.expiresAt) pending += lot.amount;
  }
  let after = before;
  for (const one of drawn) if (one.wallet === wallet) after -= one.amount;
  for (const one of conversions) if (one.wallet === wallet) after -= one.amount;
  for (const opening of openings) {
    if (opening.wallet !== wallet) continue;
    const { amount, activeAt, expiresAt = Number.POSITIVE_INFINITY } = opening;
    if (activeAt > at && activeAt < expiresAt) pending += amount;
    else if (activeAt <= at && at < expiresAt) after += amount;
  }
  return { wallet, before, after, pending };
}
