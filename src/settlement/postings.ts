import type { Program } from "../program/program.js";
import type { Currency, Wallet } from "../program/wallet.js";
import type { Selection } from "../selection/select-awards.js";
import { accountOf } from "../standing/lots.js";
import type { Lot } from "../standing/standing.js";
import { formatAmount } from "../units/amount.js";
import type { Shopping } from "../valuation/go-shopping.js";
import type { Opening } from "./books.js";
import { debtAccount } from "./debts.js";
import { drawnFrom } from "./drawn-from.js";
import type { EntryLot, Posting } from "./entry.js";
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
 * gives out what wallets gain: `lots` are the entry's own, one of each opening that holds something.
 */
export function postingsOf(
  { currency }: Program,
  at: number,
  { shopping, selection, settlement }: Booked,
  lots: readonly EntryLot[],
): readonly Posting[] {
  const postings: Posting[] = [];
  for (const { amount } of shopping.bought) {
    postings.push(payment(amount, "club:catalogue.cost", currency));
  }
  for (const { kind, figured } of selection.awards) {
    if (kind === "discount") postings.push(payment(figured.amount, "club:discount.cost", currency));
  }
  for (const { wallet, money } of selection.redeemed) {
    if (money > 0n) postings.push(payment(money, `club:${wallet.id}.redemption`, currency));
  }
  for (const { wallet, lot, amount } of drawnFrom(shopping.bought, selection.redeemed)) {
    postings.push(draw(amount, wallet, lot, "redeemed"));
  }
  let listed = 0;
  for (const opening of settlement.openings) {
    if (opening.amount > 0n) postings.push(gain(lots[listed++] as EntryLot, opening, at));
    if (opening.paid > 0n) payDebt(postings, opening, at);
  }
  for (const { wallet, draws } of settlement.conversions) {
    for (const { lot, amount } of draws) postings.push(draw(amount, wallet, lot, "converted"));
  }
  return postings;
}

/** Money that the club pays to the till. */
function payment(amount: bigint, from: string, { code, digits }: Currency): Posting {
  return { amount: formatAmount(amount, digits), from, lot: null, to: "till:clearing", unit: code };
}

/** Units that a lot gave. */
function draw(amount: bigint, wallet: Wallet, lot: Lot, why: "converted" | "redeemed"): Posting {
  return {
    amount: formatAmount(amount, wallet.digits),
    from: accountOf(lot),
    lot: lot.id,
    to: `club:${wallet.id}.${why}`,
    unit: wallet.id,
  };
}

/** What came into a lot of its own, as that says it. */
function gain({ amount, id, wallet: unit }: EntryLot, { activeAt, wallet }: Opening, at: number): Posting {
  const { from, active, pending } = accountsOf(wallet);
  return { amount, from, lot: id, to: activeAt > at ? pending : active, unit };
}

/** What paid a debt comes into the member's hands, and goes there. */
function payDebt(postings: Posting[], { activeAt, paid, wallet }: Opening, at: number): void {
  const { from, active, pending } = accountsOf(wallet);
  const { id: unit } = wallet;
  const hands = activeAt > at ? pending : active;
  const amount = formatAmount(paid, wallet.digits);
  postings.push({ amount, from, lot: null, to: hands, unit });
  postings.push({ amount, from: hands, lot: null, to: debtAccount(unit), unit });
}

/** Where what comes into a wallet is from, and where it goes. */
interface Accounts {
  readonly from: string;
  readonly active: string;
  readonly pending: string;
}

const known = new WeakMap<Wallet, Accounts>();

/** Every sale names them: put together once, and to one piece, they cost it nothing. */
function accountsOf(wallet: Wallet): Accounts {
  const before = known.get(wallet);
  if (before !== undefined) return before;
  const { id } = wallet;
  const accounts: Accounts = {
    from: ["club:", id, ".", issuing(wallet)].join(""),
    active: accountOf({ wallet: id, pending: false }),
    pending: accountOf({ wallet: id, pending: true }),
  };
  known.set(wallet, accounts);
  return accounts;
}

/** Credit is money that the club spends; other units it issues. */
export function issuing({ kind }: Wallet): "cost" | "issued" {
  return kind === "credit" ? "cost" : "issued";
}
