import type { LotRights } from "../eligibility/lot-rights.js";
import type { Usable } from "../program/benefit.js";
import type { CatalogueItem } from "../program/program.js";
import type { Redemption, Wallet } from "../program/wallet.js";
import { inDrawingOrder } from "../standing/lots.js";
import type { Request } from "../standing/request.js";
import type { Lot } from "../standing/standing.js";
import { invariant } from "../units/invariant.js";

/** Why a decision is refused as a whole: something was asked for that cannot be. */
export interface Refusal {
  readonly reason: "insufficientBalance" | "belowMinimum" | "notWholeSteps" | "givesNothing";
  /** Index of what was asked for. */
  readonly redeem: number;
}

/** What a lot gave. In minor units of its wallet. */
export interface Draw {
  readonly lot: Lot;
  readonly amount: bigint;
}

/** What is to be redeemed: it is there, and what was asked for may be asked for. */
export interface RedemptionPlan {
  readonly purchases: readonly CataloguePurchase[];
  readonly payments: readonly Payment[];
}

/** A catalogue item, so many times. */
export interface CataloguePurchase {
  /** Index of what was asked for. */
  readonly redeem: number;
  readonly item: CatalogueItem;
  readonly times: bigint;
  readonly draws: readonly Draw[];
}

/** Units of a wallet that pay. */
export interface Payment {
  readonly wallet: Wallet;
  readonly redemption: Redemption;
  readonly asked: bigint | "max";
  /** In the order in which they are drawn. */
  readonly lots: readonly PayingLot[];
}

export interface PayingLot {
  readonly lot: Lot;
  readonly usable: Usable | undefined;
}

/** Nothing is asked for, which is nearly always so. */
const NO_PLAN: RedemptionPlan = { purchases: [], payments: [] };

/**
 * Looks at what is to be redeemed as it was presented, before any discount: above the balance, under the minimum, off
 * the step. Catalogue items come first.
 * Worked: 45,500 of a credit of 40,000 is `insufficientBalance`; 40,500 in steps of 1,000 is `notWholeSteps`.
 */
export function planRedemption(
  { member, transaction }: Request,
  rightsOf: LotRights,
): RedemptionPlan | Refusal {
  const { redeem, at } = transaction;
  if (redeem.length === 0 || member === undefined) return NO_PLAN;
  const left = new Map<Lot, bigint>();
  for (const lot of inDrawingOrder(member.standing.lots, at)) left.set(lot, lot.amount);
  const lotsOf = (wallet: Wallet): readonly PayingLot[] => {
    const lots: PayingLot[] = [];
    for (const lot of left.keys()) {
      if (lot.wallet !== wallet.id) continue;
      const rights = rightsOf(lot);
      if (rights !== undefined) lots.push({ lot, usable: rights.usable });
    }
    return lots;
  };
  const purchases: CataloguePurchase[] = [];
  for (const [index, one] of redeem.entries()) {
    if (one.kind !== "catalogue") continue;
    const { item, times } = one;
    const lots = lotsOf(item.wallet).filter(({ usable }) => !isNarrow(usable));
    const draws = draw(lots, item.price * times, left);
    if (draws === undefined) return { reason: "insufficientBalance", redeem: index };
    purchases.push({ redeem: index, item, times, draws });
  }
  const payments: Payment[] = [];
  for (const [index, one] of redeem.entries()) {
    if (one.kind !== "wallet") continue;
    const { wallet, amount: asked } = one;
    const { redemption } = wallet;
    invariant(redemption !== undefined, "only wallets that pay are asked to");
    const lots = lotsOf(wallet);
    if (asked !== "max") {
      if (asked < redemption.min) return { reason: "belowMinimum", redeem: index };
      if (asked % redemption.step !== 0n) return { reason: "notWholeSteps", redeem: index };
    }
    const free = lots.map(({ lot, usable }) => ({ lot: { ...lot, amount: left.get(lot) ?? 0n }, usable }));
    if (asked !== "max" && draw(lots, asked, left) === undefined) {
      return { reason: "insufficientBalance", redeem: index };
    }
    payments.push({ wallet, redemption, asked, lots: free });
  }
  return { purchases, payments };
}

/** Does it pay only for some things, or only a share? */
function isNarrow(usable: Usable | undefined): boolean {
  return usable?.items !== undefined || usable?.maxShare !== undefined;
}

/** Takes an amount from lots in their order; `undefined`, with nothing taken, where there is less. */
function draw(
  lots: readonly PayingLot[],
  amount: bigint,
  left: Map<Lot, bigint>,
): readonly Draw[] | undefined {
  const draws: Draw[] = [];
  let open = amount;
  for (const { lot } of lots) {
    const there = left.get(lot) ?? 0n;
    const part = there < open ? there : open;
    if (part > 0n) draws.push({ lot, amount: part });
    open -= part;
  }
  if (open > 0n) return undefined;
  for (const { lot, amount: part } of draws) left.set(lot, (left.get(lot) ?? 0n) - part);
  return draws;
}
