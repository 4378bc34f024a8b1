import type { Program } from "../program/program.js";
import type { Wallet } from "../program/wallet.js";
import type { Selection } from "../selection/select-awards.js";
import { accountOf } from "../standing/lots.js";
import type { Lot } from "../standing/standing.js";
import { formatAmount } from "../units/amount.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { debtAccount } from "./debts.js";
import { drawnFrom } from "./drawn-from.js";
import type { Posting } from "./entry.js";
import type { Settlement } from "./settle.js";

/** What the rooms before returned that moves something. */
export interface Booked {
  readonly shopping: Pick<Shopping, "bought">;
  readonly selection: Pick<Selection, "awards" | "redeemed">;
  readonly settlement: Pick<Settlement, "conversions" | "openings" | "renewals" | "vouchers">;
}

/**
 * The movements of a transaction, each from one account to another, so that nothing is ever made or lost. The club pays
 * to the till for catalogue items, discounts and what wallets redeem; it takes back the units that are used up, and
 * gives out what wallets gain.
 */
export function postingsOf(
  { currency }: Program,
  at: number,
  { shopping, selection, settlement }: Booked,
): readonly Posting[] {
  const postings: Posting[] = [];
  const pay = (amount: bigint, from: string): void => {
    const unit = currency.code;
    postings.push({
      amount: formatAmount(amount, currency.digits),
      from,
      lot: null,
      to: "till:clearing",
      unit,
    });
  };
  const take = (amount: bigint, wallet: Wallet, lot: Lot, why: string): void => {
    const [from, to] = [accountOf(lot), `club:${wallet.id}.${why}`];
    postings.push({ amount: formatAmount(amount, wallet.digits), from, lot: lot.id, to, unit: wallet.id });
  };
  for (const { amount } of shopping.bought) pay(amount, "club:catalogue.cost");
  for (const { kind, figured } of selection.awards) {
    if (kind === "discount") pay(figured.amount, "club:discount.cost");
  }
  for (const { wallet, money } of selection.redeemed) {
    if (money > 0n) pay(money, `club:${wallet.id}.redemption`);
  }
  for (const { wallet, lot, amount } of drawnFrom(shopping.bought, selection.redeemed)) {
    take(amount, wallet, lot, "redeemed");
  }
  for (const { amount, paid, activeAt, id, wallet } of settlement.openings) {
    const from = `club:${wallet.id}.${issuing(wallet)}`;
    const to = activeAt > at ? `member:${wallet.id}.pending` : `member:${wallet.id}`;
    const move = (units: bigint, way: Pick<Posting, "from" | "lot" | "to">): void => {
      if (units === 0n) return;
      const { from, lot, to } = way;
      postings.push({ amount: formatAmount(units, wallet.digits), from, lot, to, unit: wallet.id });
    };
    move(amount, { from, lot: id, to });
    move(paid, { from, lot: null, to });
    move(paid, { from: to, lot: null, to: debtAccount(wallet.id) });
  }
  for (const { wallet, draws } of settlement.conversions) {
    for (const { lot, amount } of draws) take(amount, wallet, lot, "converted");
  }
  return postings;
}

/** Credit is money that the club spends; other units it issues. */
export function issuing({ kind }: Wallet): "cost" | "issued" {
  return kind === "credit" ? "cost" : "issued";
}
