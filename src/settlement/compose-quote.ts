import type { Currency, Program } from "../program/program.js";
import type { Selection } from "../selection/select-awards.js";
import type { Request } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { formatWorth } from "../units/worth.js";
import type { Award } from "../valuation/award.js";
import type { AwardRow, BalanceRow, Charge, DeclinedRow, LineCharge, Quote } from "./quote.js";
import type { Settlement } from "./settle.js";

/** All that was decided, in the words of the decision. */
export function composeQuote(
  { currency }: Program,
  { transaction }: Request,
  selection: Selection,
  settlement: Settlement | undefined,
): Quote {
  const lines = transaction.lines.map(({ id, list }, index): LineCharge => {
    return { id, ...chargeOf(list, selection.taken[index] ?? 0n, currency) };
  });
  const list = transaction.lines.reduce((sum, line) => sum + line.list, 0n);
  const taken = selection.taken.reduce((sum, part) => sum + part, 0n);
  return {
    status: "accepted",
    transactionId: transaction.id,
    totals: chargeOf(list, taken, currency),
    lines,
    awards: selection.awards.map((award) => awardRow(award, transaction.lines, currency)),
    declined: declinedRows(selection, currency),
    choice: { total: formatWorth(selection.worth, currency.digits), proven: selection.proven },
    balances: settlement?.balances.map(balanceRow) ?? [],
  };
}

function chargeOf(list: bigint, discount: bigint, { digits }: Currency): Charge {
  return {
    list: formatAmount(list, digits),
    discount: formatAmount(discount, digits),
    redeemed: formatAmount(0n, digits),
    due: formatAmount(list - discount, digits),
  };
}

function awardRow(award: Award, lines: Request["transaction"]["lines"], currency: Currency): AwardRow {
  const { offer, part, kind, wallet, figured, worth, cost } = award;
  const digits = wallet?.digits ?? currency.digits;
  return {
    offer: offer.id,
    ...(offer.inParts ? { part } : {}),
    kind,
    ...(wallet === undefined ? {} : { wallet: wallet.id }),
    amount: formatAmount(figured.amount, digits),
    worth: formatWorth(worth, currency.digits),
    cost: formatWorth(cost, currency.digits),
    clipped: formatAmount(figured.clipped, digits),
    lines: figured.split().map((one) => ({
      line: lines[one.line]?.id ?? "",
      amount: formatAmount(one.amount, digits),
    })),
  };
}

function declinedRows({ losers, barred }: Selection, { digits }: Currency): readonly DeclinedRow[] {
  const lost = losers.map(({ offer, reason, worth, beatenBy, behind }): DeclinedRow => {
    const row = { offer: offer.id, reason, worth: formatWorth(worth, digits) };
    return behind === undefined ? row : { ...row, beatenBy, behind: formatWorth(behind, digits) };
  });
  const held = barred.map(
    ({ offer, reason, worth, missing }): DeclinedRow => ({
      offer: offer.id,
      reason,
      ...(worth === undefined ? {} : { worth: formatWorth(worth, digits) }),
      ...(missing.length === 0 ? {} : { missing }),
    }),
  );
  return [...lost, ...held].sort((a, b) => byCodeUnit(a.offer, b.offer));
}

function balanceRow({ wallet, before, after, pending }: Settlement["balances"][number]): BalanceRow {
  const { id, digits } = wallet;
  const row = { wallet: id, before: formatAmount(before, digits), after: formatAmount(after, digits) };
  return pending === 0n ? row : { ...row, pending: formatAmount(pending, digits) };
}
