import type { PurchaseOffer } from "./read-purchase.js";
import { amountOf } from "./read-purchase.js";
import { lower, type SetAward } from "./set-award.js";
import type { Table } from "./table.js";

export type Shortage = "limitReached" | "budgetSpent";

/** What limits and budgets leave of awards as they come (R6.36), and whom they left with less. */
export interface Purse {
  readonly short: ReadonlyMap<PurchaseOffer, Shortage>;
  readonly hold: (award: SetAward) => SetAward;
}

export function openPurse({ request, digits }: Table): Purse {
  const money = 10n ** BigInt(12 - digits);
  const short = new Map<PurchaseOffer, Shortage>();
  const budgets = new Map<string, bigint>();
  const spentOf = (id: string) =>
    request.clubUses?.flatMap((use) => ("budget" in use && use.budget === id ? [use.amount] : []))[0] ?? 0;
  const leftOf = ({ id, amount }: NonNullable<PurchaseOffer["budget"]>) => {
    const left = (amountOf(amount, digits) - amountOf(spentOf(id), digits)) * money;
    return budgets.get(id) ?? (left > 0n ? left : 0n);
  };
  return {
    short,
    hold(award) {
      const { left, isRefusedWhenShort, budget } = award.offer;
      let { amount } = award;
      if (left !== undefined && left < amount) {
        amount = isRefusedWhenShort ? 0n : left;
        short.set(award.offer, "limitReached");
      }
      if (budget !== undefined && award.costOfOne > 0n) {
        const there = leftOf(budget);
        const paidFor = there / award.costOfOne;
        if (paidFor < amount) {
          amount = budget.onShort === "refuse" ? 0n : paidFor;
          short.set(award.offer, "budgetSpent");
        }
        budgets.set(budget.id, there - amount * award.costOfOne);
      }
      return lower(award, amount);
    },
  };
}
