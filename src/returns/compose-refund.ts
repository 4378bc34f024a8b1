import { pointerOf } from "../documents/pointer.js";
import type { Program } from "../program/program.js";
import { balancesOf } from "../settlement/balances.js";
import { balanceRow } from "../settlement/compose-quote.js";
import { debtRows, debtsAfter } from "../settlement/debts.js";
import type { BalanceRow } from "../settlement/quote.js";
import { isSpendable } from "../standing/lots.js";
import type { Member } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import type { Claim } from "./claim-units.js";
import type { RefundRefusal } from "./plan-return.js";
import type { RefundRequest } from "./read-refund.js";
import type { RefundEntry, RefundTotals } from "./refund-entry.js";
import type { AwardBackRow, RefundQuote, RefundRefusalRow } from "./refund-quote.js";
import type { TakenBack } from "./take-back-sale.js";

/** Nothing comes back: nothing is moved, booked or counted. */
export function composeRefundRefusal(
  program: Program,
  { id, sale, member, at }: RefundRequest,
  { reason, path }: RefundRefusal,
): RefundQuote {
  const balances = balancesOf(program, member, at, { openings: [], conversions: [], drawn: [] });
  const none = formatAmount(0n, program.currency.digits);
  return {
    status: "refused",
    refusal: { reason, path: pointerOf(path), text: TEXTS[reason] },
    transactionId: id,
    saleId: sale.entry.transactionId,
    totals: { list: none, discount: none, redeemed: none, deducted: none, due: none },
    lines: [],
    awards: [],
    redemptions: [],
    vouchers: [],
    withdrawn: [],
    balances: balances.map(balanceRow),
    debts: debtRows(program, member),
    clubUses: [],
  };
}

const TEXTS: { readonly [reason in RefundRefusal["reason"]]: RefundRefusalRow["text"] } = {
  alreadyReturned: { fa: "این مورد پیش‌تر برگردانده شده است", en: "It has been returned already" },
  moreThanSold: { fa: "بیش از مقدار فروخته‌شده است", en: "It is more than was sold" },
  unknownSale: { fa: "این خرید در حساب عضو پیدا نشد", en: "The member has no such purchase" },
};

/** The refund in the words of the decision; its entry says the same. */
export function composeRefund(
  program: Program,
  { sale, member, at }: RefundRequest,
  back: TakenBack,
  entry: RefundEntry,
): RefundQuote {
  return {
    status: "accepted",
    transactionId: entry.transactionId,
    saleId: sale.entry.transactionId,
    totals: entry.totals,
    lines: entry.lines,
    awards: entry.awards.map(
      ({ award: _, wallet, ...row }): AwardBackRow => ({
        ...row,
        ...(wallet === null ? {} : { wallet }),
      }),
    ),
    redemptions: entry.redemptions,
    vouchers: entry.vouchers.map(({ id }) => id),
    withdrawn: entry.withdrawn,
    balances: balancesAfter(program, member, at, back),
    debts: debtsAfter(debtRows(program, member), entry.postings),
    clubUses: entry.clubUses,
  };
}

/** The columns of the lines, less what is kept back of the money for units that are gone. */
export function refundTotals({ lines, claims, keptBackNow }: TakenBack, digits: number): RefundTotals {
  let discount = keptBackNow;
  let redeemed = 0n;
  let due = -keptBackNow;
  for (const line of lines) {
    discount += line.discount;
    redeemed += line.redeemed;
    due += line.due;
  }
  const list = discount + redeemed + due;
  const deducted = claims.reduce((sum, { money }: Claim) => sum + money, 0n);
  const write = (amount: bigint) => formatAmount(amount, digits);
  return {
    deducted: write(deducted),
    discount: write(discount),
    due: write(due - deducted),
    list: write(list),
    redeemed: write(redeemed),
  };
}

function balancesAfter(
  program: Program,
  member: Member,
  at: number,
  { claims, redemptions }: TakenBack,
): readonly BalanceRow[] {
  const balances = balancesOf(program, member, at, { openings: [], conversions: [], drawn: [] });
  return balances.map((balance) => {
    let { after, pending } = balance;
    const move = (amount: bigint, life: { readonly activeAt: number; readonly expiresAt: number }): void => {
      if (isSpendable(life, at)) after += amount;
      else if (life.activeAt > at && life.activeAt < life.expiresAt) pending += amount;
    };
    for (const { award, draw } of claims) {
      if (award.wallet === balance.wallet && draw !== undefined) move(-draw.amount, draw.lot);
    }
    for (const { redemption, lots } of redemptions) {
      if (redemption.wallet !== balance.wallet) continue;
      for (const { amount, activeAt, expiresAt } of lots) move(amount, { activeAt, expiresAt });
    }
    return balanceRow({ ...balance, after, pending });
  });
}
