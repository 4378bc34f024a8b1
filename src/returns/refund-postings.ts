import type { Program } from "../program/program.js";
import type { Wallet } from "../program/wallet.js";
import { debtAccount } from "../settlement/debts.js";
import type { Posting } from "../settlement/entry.js";
import { issuing } from "../settlement/postings.js";
import { accountOf } from "../standing/lots.js";
import { formatAmount } from "../units/amount.js";
import type { Claim } from "./claim-units.js";
import type { TakenBack } from "./take-back-sale.js";

/**
 * The movements of a refund: those of the sale, the other way. The till pays the club what it had paid for discounts
 * and redemptions; wallets have back what they paid; what they gained goes back to where it came from, out of lots, or
 * out of the account of what the member owes.
 */
export function refundPostings({ currency }: Program, back: TakenBack): readonly Posting[] {
  const postings: Posting[] = [];
  const pay = (amount: bigint, from: string, to: string): void => {
    if (amount === 0n) return;
    const text = formatAmount(amount, currency.digits);
    postings.push({ amount: text, from, lot: null, to, unit: currency.code });
  };
  const move = (amount: bigint, wallet: Wallet, way: Pick<Posting, "from" | "lot" | "to">): void => {
    if (amount === 0n) return;
    const { from, lot, to } = way;
    postings.push({ amount: formatAmount(amount, wallet.digits), from, lot, to, unit: wallet.id });
  };
  for (const { redemption, value } of back.redemptions) {
    if (redemption.catalogue !== null) pay(value, TILL, "club:catalogue.cost");
  }
  for (const { award, amount } of back.claims) {
    if (award.kind === "discount") pay(amount, TILL, DISCOUNT);
  }
  if (back.keptBackNow > 0n) pay(back.keptBackNow, TILL, DISCOUNT);
  else pay(-back.keptBackNow, DISCOUNT, TILL);
  for (const { redemption, value } of back.redemptions) {
    if (redemption.catalogue === null) pay(value, TILL, `club:${redemption.wallet.id}.redemption`);
  }
  for (const { redemption, lots } of back.redemptions) {
    const { wallet } = redemption;
    for (const { account, amount, lot } of lots) {
      move(amount, wallet, { from: `club:${wallet.id}.redeemed`, lot: lot.id, to: account });
    }
  }
  for (const claim of back.claims) takeAccrual(claim, { pay, move });
  return postings;
}

const TILL = "till:clearing";
const DISCOUNT = "club:discount.cost";

interface Pen {
  readonly pay: (amount: bigint, from: string, to: string) => void;
  readonly move: (amount: bigint, wallet: Wallet, way: Pick<Posting, "from" | "lot" | "to">) => void;
}

function takeAccrual({ award, draw, debt, money }: Claim, { pay, move }: Pen): void {
  const { wallet } = award;
  if (wallet === undefined) return;
  const to = `club:${wallet.id}.${issuing(wallet)}`;
  if (draw !== undefined) {
    move(draw.amount, wallet, { from: accountOf(draw.lot), lot: draw.lot.id, to });
  }
  move(debt, wallet, { from: debtAccount(wallet.id), lot: null, to });
  pay(money, TILL, `club:${wallet.id}.deducted`);
}
