import type { TierRaise } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Currency } from "../program/wallet.js";
import type { Selection } from "../selection/select-awards.js";
import type { Request, Transaction } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { sortSmall } from "../units/sort-small.js";
import { formatWorth } from "../units/worth.js";
import { formatInstant } from "../units/zone.js";
import type { Award, Figured } from "../valuation/award.js";
import type { Shopping } from "../valuation/go-shopping.js";
import type { Balance } from "./balances.js";
import { countClubUses } from "./count-club-uses.js";
import type { AwardRow, BalanceRow, Charge, DeclinedRow, LineAmount, LineCharge, Quote } from "./quote.js";
import { raiseEnd } from "./raise-tier.js";
import { redemptionRows } from "./redemption-rows.js";
import type { Settlement } from "./settle.js";

/** All that was decided, in the words of the decision. */
export function composeQuote(
  program: Program,
  request: Request,
  shopping: Shopping,
  selection: Selection,
  settlement: Settlement | undefined,
): Quote {
  const { currency } = program;
  const { transaction } = request;
  const { redeemed } = selection;
  const lines: LineCharge[] = [];
  let listed = 0n;
  let taken = 0n;
  let paid = 0n;
  for (const [index, { id, list }] of transaction.lines.entries()) {
    const part = (shopping.basket.taken[index] ?? 0n) + (selection.taken[index] ?? 0n);
    let redeemedHere = 0n;
    for (const { byLine } of redeemed) redeemedHere += byLine[index] ?? 0n;
    listed += list;
    taken += part;
    paid += redeemedHere;
    const charge = chargeOf(list, part, redeemedHere, currency);
    lines.push({
      id,
      list: charge.list,
      discount: charge.discount,
      redeemed: charge.redeemed,
      due: charge.due,
    });
  }
  return {
    status: "accepted",
    transactionId: transaction.id,
    totals: chargeOf(listed, taken, paid, currency),
    lines,
    awards: selection.awards.map((award) => awardRow(award, program, transaction, settlement)),
    declined: declinedRows(selection, currency),
    choice: { total: formatWorth(selection.worth, currency.digits), proven: selection.proven },
    redemptions: redemptionRows(shopping.bought, redeemed, currency),
    balances: settlement?.balances.map(balanceRow) ?? [],
    clubUses: countClubUses(program, request, selection.awards),
    ...(settlement?.hint === undefined ? {} : { hints: { tier: settlement.hint } }),
  };
}

/** What a line, or all of them, costs. */
export function chargeOf(list: bigint, taken: bigint, redeemed: bigint, { digits }: Currency): Charge {
  const listed = formatAmount(list, digits);
  const due = list - taken - redeemed;
  return {
    list: listed,
    discount: formatAmount(taken, digits),
    redeemed: formatAmount(redeemed, digits),
    due: due === list ? listed : formatAmount(due, digits),
  };
}

/** Written out for each kind of row: filling in keys by spreading costs more than all the figures. */
function awardRow(
  award: Award,
  program: Program,
  transaction: Transaction,
  settlement: Settlement | undefined,
): AwardRow {
  const { kind, wallet, figured } = award;
  if (kind === "gift" || kind === "voucher" || kind === "tier") {
    return thingRow(award, program, transaction, settlement);
  }
  const { currency } = program;
  const offer = award.offer.id;
  const digits = wallet?.digits ?? currency.digits;
  const amount = formatAmount(figured.amount, digits);
  const worth = formatWorth(award.worth, currency.digits);
  // Money costs the club what it is worth to the member.
  const cost = award.cost === award.worth ? worth : formatWorth(award.cost, currency.digits);
  const clipped = formatAmount(figured.clipped, digits);
  const lines = onLines(figured, transaction, digits);
  if (award.offer.inParts) {
    const into = wallet === undefined ? undefined : { wallet: wallet.id };
    return { offer, part: award.part, kind, ...into, amount, worth, cost, clipped, lines };
  }
  return wallet === undefined
    ? { offer, kind, amount, worth, cost, clipped, lines }
    : { offer, kind, wallet: wallet.id, amount, worth, cost, clipped, lines };
}

function onLines(figured: Figured, { lines }: Transaction, digits: number): readonly LineAmount[] {
  const parts: LineAmount[] = [];
  for (const { line, amount } of figured.split()) {
    parts.push({ line: lines[line]?.id ?? "", amount: formatAmount(amount, digits) });
  }
  return parts;
}

/** What is given once, and belongs to no line. */
function thingRow(
  award: Award,
  program: Program,
  transaction: Transaction,
  settlement: Settlement | undefined,
): AwardRow {
  const { currency } = program;
  return {
    offer: award.offer.id,
    ...(award.offer.inParts ? { part: award.part } : {}),
    kind: award.kind,
    ...whatIs(award, program, transaction, settlement),
    amount: "1",
    worth: formatWorth(award.worth, currency.digits),
    cost: formatWorth(award.cost, currency.digits),
    clipped: "0",
    lines: [],
  };
}

function whatIs(
  award: Award,
  program: Program,
  transaction: Transaction,
  settlement: Settlement | undefined,
): Partial<AwardRow> {
  if (award.gift !== undefined) return { gift: award.gift.item.id, chosenBy: award.gift.chosenBy };
  const voucher = settlement?.vouchers.find((issued) => issued.award === award);
  if (voucher !== undefined) {
    const { offer, expiresAt } = voucher;
    const written = expiresAt === undefined ? null : formatInstant(expiresAt, program.zone);
    return { voucher: { offer, expiresAt: written } };
  }
  const raise = award.benefit as TierRaise;
  const until = raiseEnd(raise, program, transaction);
  return { tier: raise.tier, ...(until === undefined ? {} : { until: formatInstant(until, program.zone) }) };
}

function declinedRows({ losers, barred }: Selection, { digits }: Currency): readonly DeclinedRow[] {
  const rows: DeclinedRow[] = [];
  for (const { offer, reason, worth, beatenBy, behind } of losers) {
    const text = formatWorth(worth, digits);
    if (reason !== "beaten") rows.push({ offer: offer.id, reason, worth: text });
    else if (behind === undefined) rows.push({ offer: offer.id, reason, worth: text, beatenBy });
    else rows.push({ offer: offer.id, reason, worth: text, beatenBy, behind: formatWorth(behind, digits) });
  }
  for (const { offer, reason, worth, missing } of barred) {
    const text = worth === undefined ? undefined : formatWorth(worth, digits);
    const row = text === undefined ? { offer: offer.id, reason } : { offer: offer.id, reason, worth: text };
    rows.push(missing.length === 0 ? row : { ...row, missing });
  }
  return sortSmall(rows, (a, b) => byCodeUnit(a.offer, b.offer));
}

export function balanceRow({ wallet, before, after, pending }: Balance): BalanceRow {
  const { id, digits } = wallet;
  const row = { wallet: id, before: formatAmount(before, digits), after: formatAmount(after, digits) };
  return pending === 0n ? row : { ...row, pending: formatAmount(pending, digits) };
}
