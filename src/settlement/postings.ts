import type { Program, Wallet } from "../program/program.js";
import { formatAmount } from "../units/amount.js";
import type { Award } from "../valuation/award.js";
import type { Posting } from "./entry.js";
import type { Settlement } from "./settle.js";

/**
 * The movements of a purchase, each from one account to another, so that nothing is ever made or lost. The club pays
 * for discounts to the till, and gives out what wallets gain.
 */
export function postingsOf(
  { currency }: Program,
  awards: readonly Award[],
  { openings }: Settlement,
  at: number,
): readonly Posting[] {
  const discounts = awards
    .filter(({ kind }) => kind === "discount")
    .map(
      ({ figured }): Posting => ({
        amount: formatAmount(figured.amount, currency.digits),
        from: "club:discount.cost",
        lot: null,
        to: "till:clearing",
        unit: currency.code,
      }),
    );
  const accruals = openings.map(
    ({ amount, activeAt, id, wallet }): Posting => ({
      amount: formatAmount(amount, wallet.digits),
      from: `club:${wallet.id}.${issuing(wallet)}`,
      lot: id,
      to: activeAt > at ? `member:${wallet.id}.pending` : `member:${wallet.id}`,
      unit: wallet.id,
    }),
  );
  return [...discounts, ...accruals];
}

/** Credit is money that the club spends; other units it issues. */
function issuing({ kind }: Wallet): "cost" | "issued" {
  return kind === "credit" ? "cost" : "issued";
}
