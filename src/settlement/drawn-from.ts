import type { Wallet } from "../program/wallet.js";
import type { Bought } from "../valuation/buy-catalogue.js";
import type { Draw } from "../valuation/plan-redemption.js";
import type { Redeemed } from "../valuation/redeem.js";

/** What was drawn from one lot. In minor units of its wallet. */
export interface Drawn extends Draw {
  readonly wallet: Wallet;
}

/** All that is drawn from lots to pay, in the order in which it is drawn. */
export function drawnFrom(bought: readonly Bought[], redeemed: readonly Redeemed[]): readonly Drawn[] {
  if (bought.length === 0 && redeemed.length === 0) return [];
  const drawn: Drawn[] = [];
  for (const { purchase } of bought) {
    for (const { lot, amount } of purchase.draws) drawn.push({ wallet: purchase.item.wallet, lot, amount });
  }
  for (const { wallet, draws } of redeemed) {
    for (const { lot, amount } of draws) drawn.push({ wallet, lot, amount });
  }
  return drawn;
}
