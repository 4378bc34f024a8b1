import type { TierRaise } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Currency } from "../program/wallet.js";
import type { Loser } from "../selection/explain-loss.js";
import type { BarredWorth, Selection } from "../selection/select-awards.js";
import type { Line, Request, Transaction } from "../standing/request.js";
import { formatAmount, formatZero } from "../units/amount.js";
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
  const { basket, bought } = shopping;
  const count = transaction.lines.length;
  // A list that grows is copied on the way, and keeps room for more.
  const lines = new Array<LineCharge>(count);
  let listed = 0n;
  let taken = 0n;
  let paid = 0n;
  for (let at = 0; at < count; at++) {
    const { id, list } = transaction.lines[at] as Line;
    const discount = selection.taken[at] ?? 0n;
    const off = bought.length === 0 ? discount : discount + (basket.taken[at] ?? 0n);
    let used = 0n;
    for (const { byLine } of redeemed) used += byLine[at] ?? 0n;
    listed += list;
    if (off > 0n) taken += off;
    if (used > 0n) paid += used;
    const charge = chargeOf(list, off, used, currency);
    lines[at] = {
      id,
      list: charge.list,
      discount: charge.discount,
      redeemed: charge.redeemed,
      due: charge.due,
    };
  }
  const quote: Quote = {
    status: "accepted",
    transactionId: transaction.id,
    totals: chargeOf(listed, taken, paid, currency),
    lines,
    awards: awardRows(program, transaction, selection, settlement),
    declined: declinedRows(selection, currency),
    choice: { total: formatWorth(selection.worth, currency.digits), proven: selection.proven },
    redemptions: redemptionRows(bought, redeemed, currency),
    balances: settlement?.balances.map(balanceRow) ?? [],
    clubUses: countClubUses(program, request, selection.awards),
  };
  const hint = settlement?.hint;
  return hint === undefined ? quote : Object.assign(quote, { hints: { tier: hint } });
}

/** What a line, or all of them, costs. */
export function chargeOf(list: bigint, taken: bigint, redeemed: bigint, { digits }: Currency): Charge {
  const listed = formatAmount(list, digits);
  const none = formatZero(digits);
  const isTaken = taken > 0n;
  const isRedeemed = redeemed > 0n;
  return {
    list: listed,
    discount: isTaken ? formatAmount(taken, digits) : none,
    redeemed: isRedeemed ? formatAmount(redeemed, digits) : none,
    due: isTaken || isRedeemed ? formatAmount(list - taken - redeemed, digits) : listed,
  };
}

function awardRows(
  program: Program,
  transaction: Transaction,
  { awards }: Selection,
  settlement: Settlement | undefined,
): readonly AwardRow[] {
  const count = awards.length;
  const rows = new Array<AwardRow>(count);
  for (let at = 0; at < count; at++) {
    const award = awards[at] as Award;
    const { kind } = award;
    const isThing = kind === "gift" || kind === "voucher" || kind === "tier";
    rows[at] = isThing
      ? thingRow(award, program, transaction, settlement)
      : unitsRow(award, program.currency, transaction);
  }
  return rows;
}

/** Of money, or units of a wallet. Written out for each form: filling in keys by spreading costs more than all the figures. */
function unitsRow(award: Award, currency: Currency, transaction: Transaction): AwardRow {
  const { figured, kind, part } = award;
  const { id: offer, inParts } = award.offer;
  const digits = award.wallet?.digits ?? currency.digits;
  const amount = formatAmount(figured.amount, digits);
  // Money is worth what it is, and costs the club what it is worth to the member.
  const worth = kind === "discount" ? amount : formatWorth(award.worth, currency.digits);
  const cost = award.cost === award.worth ? worth : formatWorth(award.cost, currency.digits);
  const clipped = figured.clipped > 0n ? formatAmount(figured.clipped, digits) : formatZero(digits);
  const lines = onLines(figured, transaction, digits);
  if (award.wallet === undefined) {
    return inParts
      ? { offer, part, kind, amount, worth, cost, clipped, lines }
      : { offer, kind, amount, worth, cost, clipped, lines };
  }
  const wallet = award.wallet.id;
  return inParts
    ? { offer, part, kind, wallet, amount, worth, cost, clipped, lines }
    : { offer, kind, wallet, amount, worth, cost, clipped, lines };
}

function onLines(figured: Figured, { lines }: Transaction, digits: number): readonly LineAmount[] {
  const split = figured.split();
  const { length } = split.lines;
  let count = 0;
  for (let at = 0; at < length; at++) if (split.amounts[at] !== 0n) count += 1;
  const rows = new Array<LineAmount>(count);
  let row = 0;
  for (let at = 0; at < length; at++) {
    const amount = split.amounts[at] as bigint;
    if (amount === 0n) continue;
    const { id } = lines[split.lines[at] as number] as Line;
    rows[row++] = { line: id, amount: formatAmount(amount, digits) };
  }
  return rows;
}

/** What is given once, and belongs to no line. */
function thingRow(
  award: Award,
  program: Program,
  transaction: Transaction,
  settlement: Settlement | undefined,
): AwardRow {
  const { kind, part } = award;
  const { id: offer, inParts } = award.offer;
  const { digits } = program.currency;
  const row = inParts ? { offer, part, kind } : { offer, kind };
  return Object.assign(row, whatIs(award, program, transaction, settlement), {
    amount: "1",
    worth: formatWorth(award.worth, digits),
    cost: formatWorth(award.cost, digits),
    clipped: "0",
    lines: [],
  });
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
  return until === undefined
    ? { tier: raise.tier }
    : { tier: raise.tier, until: formatInstant(until, program.zone) };
}

function declinedRows({ losers, barred }: Selection, { digits }: Currency): readonly DeclinedRow[] {
  const rows = new Array<DeclinedRow>(losers.length + barred.length);
  let count = 0;
  for (const loser of losers) rows[count++] = loserRow(loser, digits);
  for (const one of barred) rows[count++] = barredRow(one, digits);
  return sortSmall(rows, byOffer);
}

function loserRow({ offer, reason, worth, beatenBy, behind }: Loser, digits: number): DeclinedRow {
  const text = formatWorth(worth, digits);
  if (reason !== "beaten") return { offer: offer.id, reason, worth: text };
  return behind === undefined
    ? { offer: offer.id, reason, worth: text, beatenBy }
    : { offer: offer.id, reason, worth: text, beatenBy, behind: formatWorth(behind, digits) };
}

function barredRow({ offer, reason, worth, missing }: BarredWorth, digits: number): DeclinedRow {
  const isKnown = missing.length === 0;
  if (worth === undefined)
    return isKnown ? { offer: offer.id, reason } : { offer: offer.id, reason, missing };
  const text = formatWorth(worth, digits);
  return isKnown
    ? { offer: offer.id, reason, worth: text }
    : { offer: offer.id, reason, worth: text, missing };
}

function byOffer(one: DeclinedRow, other: DeclinedRow): number {
  return byCodeUnit(one.offer, other.offer);
}

export function balanceRow({ wallet, before, after, pending }: Balance): BalanceRow {
  const { id, digits } = wallet;
  const had = formatAmount(before, digits);
  const has = after === before ? had : formatAmount(after, digits);
  return pending === 0n
    ? { wallet: id, before: had, after: has }
    : { wallet: id, before: had, after: has, pending: formatAmount(pending, digits) };
}
