import type { Admission } from "../eligibility/admit-offers.js";
import { PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { BarredWorth, Selection } from "../selection/select-awards.js";
import type { Member, Request, Transaction } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { formatWorth } from "../units/worth.js";
import { formatInstant } from "../units/zone.js";
import type { Shopping } from "../valuation/go-shopping.js";
import type { Entry, EntryAward, EntryDeclined, EntryWithheld } from "./entry.js";
import { entryLines } from "./entry-lines.js";
import { entryLocal } from "./entry-local.js";
import { entryMovements } from "./entry-movements.js";
import { entryStanding } from "./entry-standing.js";
import { postingsOf } from "./postings.js";
import type { AwardRow, DeclinedRow, Quote } from "./quote.js";
import { recordUses } from "./record-uses.js";
import { seal } from "./seal.js";
import type { Settlement } from "./settle.js";

/** What the rooms before returned. */
export interface Booking {
  readonly admission: Admission;
  readonly shopping: Shopping;
  readonly selection: Selection;
  readonly settlement: Settlement;
  readonly quote: Quote;
}

/** Every object here is written with its keys in code-unit order: that makes the entry canonical as it is. */
export function composeEntry(program: Program, request: Request, member: Member, booking: Booking): Entry {
  const { admission, shopping, selection, settlement, quote } = booking;
  const { awards } = selection;
  const { transaction } = request;
  const { head } = member.standing;
  const at = formatInstant(transaction.at, program.zone);
  const { discount, due, list, redeemed } = quote.totals;
  const { conversions, lots, redemptions, vouchers } = entryMovements(program, transaction, at, booking);
  const { uses, usedVouchers } = recordUses(program, member, admission, awards, at);
  return seal({
    at,
    awards: quote.awards.map(entryAward),
    clubUses: quote.clubUses.map((row) => ({ ...row })),
    conversions,
    declined: quote.declined.map(entryDeclined),
    hash: "",
    id: settlement.entryId,
    kind: transaction.type === PURCHASE ? PURCHASE : "activity",
    lines: entryLines(transaction.lines, quote, redemptions),
    local: entryLocal(transaction, program),
    lots,
    memberId: member.id,
    postings: postingsOf(program, transaction.at, { shopping, selection, settlement }),
    previousHash: head.hash,
    program: { hash: program.hash, id: program.id, version: program.version },
    progress: progressOf(transaction, booking, program),
    redemptions,
    renewals: [],
    requestHash: request.hash(),
    semantics: program.semantics,
    sequence: head.sequence + 1,
    standing: entryStanding(member, transaction, settlement.tier, program),
    totals: { discount, due, list, redeemed },
    transaction: {
      channel: transaction.channel ?? null,
      location: transaction.location ?? null,
      tenders: transaction.tenders ?? [],
      type: transaction.type,
    },
    transactionId: transaction.id,
    usedVouchers,
    uses,
    v: 1,
    vouchers,
    withheld: withheldOf(selection.barred, program),
  });
}

/** A purchase is a visit, and what was paid for goods is spent, with wallets too. An activity is neither. */
function progressOf(
  { lines, type }: Transaction,
  { shopping, selection }: Booking,
  { currency: { digits } }: Program,
): Entry["progress"] {
  let spend = 0n;
  for (const { goods, list } of lines) if (goods) spend += list;
  for (const { amount } of shopping.bought) spend -= amount;
  for (const { kind, figured } of selection.awards) if (kind === "discount") spend -= figured.amount;
  return {
    alone: false,
    counted: null,
    from: null,
    period: null,
    spend: formatAmount(spend, digits),
    visits: type === PURCHASE ? 1 : 0,
  };
}

function entryAward(row: AwardRow): EntryAward {
  return {
    amount: row.amount,
    basis: "lines",
    chosenBy: row.chosenBy ?? null,
    clipped: row.clipped,
    cost: row.cost,
    gift: row.gift ?? null,
    kind: row.kind,
    lines: row.lines.map(({ amount, line }) => ({ amount, line })),
    offer: row.offer,
    part: row.part ?? 1,
    tier: row.tier ?? null,
    until: row.until ?? null,
    voucher:
      row.voucher === undefined ? null : { expiresAt: row.voucher.expiresAt, offer: row.voucher.offer },
    wallet: row.wallet ?? null,
    worth: row.worth,
  };
}

function entryDeclined(row: DeclinedRow): EntryDeclined {
  return {
    beatenBy: row.beatenBy ?? [],
    behind: row.behind ?? null,
    missing: row.missing ?? [],
    offer: row.offer,
    reason: row.reason,
    worth: row.worth ?? null,
  };
}

/** In the order of awards. What would have been given is figured alone beside what is given to all. */
function withheldOf(
  barred: readonly BarredWorth[],
  { currency: { digits } }: Program,
): readonly EntryWithheld[] {
  const withheld: EntryWithheld[] = [];
  for (const { offer, reason, awards, worth } of barred) {
    if (reason !== "heldOut") continue;
    withheld.push({
      awards: awards.map(({ figured, kind, wallet }) => ({
        amount: formatAmount(figured.amount, digitsOf(kind, wallet?.digits ?? digits)),
        kind,
        wallet: wallet?.id ?? null,
      })),
      offer: offer.id,
      worth: worth === undefined ? null : formatWorth(worth, digits),
    });
  }
  return withheld;
}

/** Things are counted. */
function digitsOf(kind: AwardRow["kind"], digits: number): number {
  return kind === "gift" || kind === "voucher" || kind === "tier" ? 0 : digits;
}
