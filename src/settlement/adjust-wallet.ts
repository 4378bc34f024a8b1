import type { Program } from "../program/program.js";
import { isRenewed, valueForTier } from "../program/wallet.js";
import { inDrawingOrder, spendable } from "../standing/lots.js";
import type { Lot } from "../standing/standing.js";
import { endsAt } from "./ends-at.js";
import type { AdjustmentRequest } from "./read-adjustment.js";

/** What moves by hand, in minor units of the wallet. */
export interface Adjusted {
  /** What of it pays the member's debt. */
  readonly paid: bigint;
  /** What is left of it, as a lot of its own. */
  readonly opened: OpenedByHand | undefined;
  readonly draws: readonly { readonly lot: Lot; readonly amount: bigint }[];
}

export interface OpenedByHand {
  readonly amount: bigint;
  /** `undefined` is never. */
  readonly expiresAt: number | undefined;
  readonly renewable: boolean;
}

/**
 * Units that come in pay what the member owes the wallet, and the rest can be spent at once, until it lapses as an
 * accrual of now would. Units that go out are drawn in drawing order; `undefined` where there are fewer.
 * Worked: 100 in, with 80 owed, opens a lot of 20.
 */
export function adjustWallet(program: Program, request: AdjustmentRequest): Adjusted | undefined {
  const { wallet, amount, direction, member, at } = request;
  const { lots, debts, tier } = member.standing;
  if (direction === "in") {
    const owed = debts.get(wallet.id) ?? 0n;
    const paid = owed < amount ? owed : amount;
    if (paid === amount) return { paid, opened: undefined, draws: [] };
    const expiry = valueForTier(wallet.expires, tier) ?? "never";
    const expiresAt = endsAt(expiry, program, request);
    return { paid, opened: { amount: amount - paid, expiresAt, renewable: isRenewed(expiry) }, draws: [] };
  }
  if (spendable(lots, wallet.id, at) < amount) return undefined;
  const own = lots.filter((lot) => lot.wallet === wallet.id);
  const draws: { readonly lot: Lot; readonly amount: bigint }[] = [];
  let open = amount;
  for (const lot of inDrawingOrder(own, at)) {
    const part = lot.amount < open ? lot.amount : open;
    if (part > 0n) draws.push({ lot, amount: part });
    open -= part;
  }
  return { paid: 0n, opened: undefined, draws };
}
