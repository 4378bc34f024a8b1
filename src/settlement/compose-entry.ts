import type { Admission } from "../eligibility/admit-offers.js";
import { PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { BarredWorth, Selection } from "../selection/select-awards.js";
import type { Member, Request } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { formatWorth } from "../units/worth.js";
import { formatInstant } from "../units/zone.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { awardBasis } from "./award-basis.js";
import type { Entry, EntryAward, EntryDeclined, EntryProgress, EntryWithheld } from "./entry.js";
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
  const { conversions, lots, redemptions, renewals, vouchers } = entryMovements(
    program,
    transaction,
    at,
    booking,
  );
  const { uses, usedVouchers } = recordUses(program, member, admission, awards, at);
  return seal({
    at,
    awards: quote.awards.map((row, index) => {
      const award = awards[index];
      return entryAward(row, award === undefined ? "lines" : awardBasis(award, awards, transaction.lines));
    }),
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
    progress: progressOf(settlement, program),
    redemptions,
    renewals,
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

function progressOf({ counted: { spend, visits, towards } }: Settlement, program: Program): EntryProgress {
  return {
    alone: towards?.alone ?? false,
    counted: towards === undefined ? null : formatAmount(towards.amount, program.tiers?.unit.digits ?? 0),
    from: towards?.from ?? null,
    period: towards?.period ?? null,
    spend: formatAmount(spend, program.currency.digits),
    visits,
  };
}

function entryAward(row: AwardRow, basis: EntryAward["basis"]): EntryAward {
  return {
    amount: row.amount,
    basis,
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
