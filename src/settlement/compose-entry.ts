import type { Admission } from "../eligibility/admit-offers.js";
import { PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { BarredWorth, Selection } from "../selection/select-awards.js";
import type { Line, Member, Request } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { formatWorth } from "../units/worth.js";
import { formatInstant } from "../units/zone.js";
import type { Award } from "../valuation/award.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { awardBasis } from "./award-basis.js";
import type { Entry, EntryDeclined, EntryProgress, EntryWithheld } from "./entry.js";
import type { EntryAward, EntryThing } from "./entry-award.js";
import { amountsByLine, entryLines } from "./entry-lines.js";
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
  const { admission, selection, settlement, quote } = booking;
  const { awards } = selection;
  const { transaction } = request;
  const { head } = member.standing;
  const at = formatInstant(transaction.at, program.zone);
  const { discount, due, list, redeemed } = quote.totals;
  const now = { instant: transaction.at, written: at };
  const { conversions, lots, redemptions, renewals, vouchers } = entryMovements(program, now, booking);
  const { uses, usedVouchers } = recordUses(program, member, admission, awards, at);
  return seal({
    at,
    awards: entryAwards(awards, quote.awards, transaction.lines),
    clubUses: quote.clubUses,
    conversions,
    declined: entryDeclined(quote.declined),
    hash: "",
    id: settlement.entryId,
    kind: transaction.type === PURCHASE ? PURCHASE : "activity",
    lines: entryLines(transaction.lines, quote),
    local: entryLocal(transaction, program),
    lots,
    memberId: member.id,
    postings: postingsOf(program, transaction.at, booking, lots),
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

/** With what their rows in the decision say, text for text. */
function entryAwards(
  awards: readonly Award[],
  rows: readonly AwardRow[],
  lines: readonly Line[],
): readonly EntryAward[] {
  const written = new Array<EntryAward>(awards.length);
  for (let at = 0; at < awards.length; at++) {
    const award = awards[at] as Award;
    const row = rows[at] as AwardRow;
    written[at] = {
      amount: row.amount,
      amounts: amountsByLine(award.figured.split(), row.lines, lines.length),
      basis: awardBasis(award, awards, lines),
      clipped: row.clipped,
      cost: row.cost,
      kind: row.kind,
      offer: row.offer,
      part: award.part,
      thing: thingOf(row),
      wallet: row.wallet ?? null,
      worth: row.worth,
    };
  }
  return written;
}

function thingOf({ chosenBy, gift, kind, tier, until, voucher }: AwardRow): EntryThing | null {
  if (kind === "gift") return { chosenBy: chosenBy ?? null, id: gift ?? "", until: null };
  if (kind === "tier") return { chosenBy: null, id: tier ?? "", until: until ?? null };
  return voucher === undefined ? null : { chosenBy: null, id: voucher.offer, until: voucher.expiresAt };
}

function entryDeclined(rows: readonly DeclinedRow[]): readonly EntryDeclined[] {
  const written = new Array<EntryDeclined>(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const { beatenBy, behind, missing, offer, reason, worth } = rows[at] as DeclinedRow;
    written[at] = {
      beatenBy: beatenBy ?? [],
      behind: behind ?? null,
      missing: missing ?? [],
      offer,
      reason,
      worth: worth ?? null,
    };
  }
  return written;
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
