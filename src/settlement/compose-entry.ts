import type { Admission } from "../eligibility/admit-offers.js";
import type { Program } from "../program/program.js";
import type { Selection } from "../selection/select-awards.js";
import { QUANTITY_DIGITS } from "../standing/read-lines.js";
import type { Line, Member, Request, Transaction } from "../standing/request.js";
import { formatAmount, scaleOf } from "../units/amount.js";
import { calendarOf, formatDate, weekdayOf } from "../units/calendar.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { formatInstant, localTimeOf } from "../units/zone.js";
import type { Award } from "../valuation/award.js";
import type {
  Entry,
  EntryAward,
  EntryDeclined,
  EntryLine,
  EntryLocal,
  EntryLot,
  EntryStanding,
  EntryUse,
} from "./entry.js";
import { postingsOf } from "./postings.js";
import type { AwardRow, DeclinedRow, Quote } from "./quote.js";
import { seal } from "./seal.js";
import type { Settlement } from "./settle.js";

/** What the rooms before returned. */
export interface Booking {
  readonly admission: Admission;
  readonly selection: Selection;
  readonly settlement: Settlement;
  readonly quote: Quote;
}

/** Every object here is written with its keys in code-unit order: that makes the entry canonical as it is. */
export function composeEntry(
  program: Program,
  request: Request,
  member: Member,
  { admission, selection: { awards }, settlement, quote }: Booking,
): Entry {
  const { transaction } = request;
  const { head } = member.standing;
  const at = formatInstant(transaction.at, program.zone);
  const { discount, due, list, redeemed } = quote.totals;
  const goods = transaction.lines.reduce((sum, line) => (line.goods ? sum + line.list : sum), 0n);
  const taken = awards.reduce(
    (sum, award) => (award.kind === "discount" ? sum + award.figured.amount : sum),
    0n,
  );
  return seal({
    at,
    awards: quote.awards.map(entryAward),
    declined: quote.declined.map(entryDeclined),
    hash: "",
    id: settlement.entryId,
    kind: transaction.type,
    lines: transaction.lines.map((line, index) => entryLine(line, index, quote, awards, program)),
    local: localOf(transaction, program),
    lots: lotsOf(settlement, transaction, at, program),
    memberId: member.id,
    postings: postingsOf(program, awards, settlement, transaction.at),
    previousHash: head.hash,
    program: { hash: program.hash, id: program.id, version: program.version },
    progress: { spend: formatAmount(goods - taken, program.currency.digits), visits: 1 },
    redemptions: [],
    requestHash: request.hash(),
    semantics: program.semantics,
    sequence: head.sequence + 1,
    standing: standingFacts(member, transaction, program),
    totals: { discount, due, list, redeemed },
    transaction: {
      channel: transaction.channel ?? null,
      location: transaction.location ?? null,
      tenders: transaction.tenders ?? [],
      type: transaction.type,
    },
    transactionId: transaction.id,
    uses: usesOf(admission, awards, at),
    v: 1,
    withheld: [],
  });
}

function entryAward({
  offer,
  part = 1,
  kind,
  wallet,
  amount,
  worth,
  cost,
  clipped,
  lines,
}: AwardRow): EntryAward {
  return {
    amount,
    clipped,
    cost,
    kind,
    lines: lines.map((one) => ({ amount: one.amount, line: one.line })),
    offer,
    part,
    wallet: wallet ?? null,
    worth,
  };
}

function entryDeclined({
  offer,
  reason,
  worth,
  beatenBy = [],
  behind,
  missing = [],
}: DeclinedRow): EntryDeclined {
  return { beatenBy, behind: behind ?? null, missing, offer, reason, worth: worth ?? null };
}

function entryLine(
  { brand, categories, id, goods, quantity, sku, tags }: Line,
  index: number,
  { lines }: Quote,
  awards: readonly Award[],
  { currency }: Program,
): EntryLine {
  const { list = "0", due = "0", redeemed = "0" } = lines[index] ?? {};
  const discounts = awards.flatMap(({ kind, offer, figured }) => {
    const part = kind === "discount" ? figured.split().find(({ line }) => line === index) : undefined;
    return part === undefined
      ? []
      : [{ amount: formatAmount(part.amount, currency.digits), offer: offer.id }];
  });
  return {
    brand: brand ?? null,
    category: categories,
    discounts,
    id,
    kind: goods ? "goods" : "fee",
    list,
    paid: due,
    quantity: writeQuantity(quantity),
    redeemed,
    sku: sku ?? null,
    tags,
  };
}

/** Without the zeros that nobody wrote. */
function writeQuantity(quantity: bigint): string {
  const whole = scaleOf(QUANTITY_DIGITS);
  if (quantity % whole === 0n) return (quantity / whole).toString();
  return formatAmount(quantity, QUANTITY_DIGITS).replace(/0+$/, "");
}

function localOf({ local }: Transaction, { calendar }: Program): EntryLocal {
  return {
    calendar: calendar.id,
    calendarDate: formatDate(calendar.dateOf(local.day)),
    date: gregorianText(local.day),
    time: new Date(local.time).toISOString().slice(11, 19),
    weekday: weekdayOf(local.day),
  };
}

function gregorianText(day: number): string {
  return formatDate(calendarOf("gregorian").dateOf(day));
}

function lotsOf(
  { openings }: Settlement,
  transaction: Transaction,
  at: string,
  { zone }: Program,
): readonly EntryLot[] {
  return openings.map(({ activeAt, amount, expiresAt, id, wallet }) => ({
    activeAt: activeAt === transaction.at ? at : formatInstant(activeAt, zone),
    amount: formatAmount(amount, wallet.digits),
    at,
    expiresAt: expiresAt === undefined ? null : formatInstant(expiresAt, zone),
    id,
    wallet: wallet.id,
  }));
}

function standingFacts({ standing }: Member, { local }: Transaction, { zone }: Program): EntryStanding {
  const { lastVisitAt, tier, visits } = standing;
  return {
    daysSinceLastVisit: lastVisitAt === undefined ? null : local.day - localTimeOf(lastVisitAt, zone).day,
    tierAfter: tier ?? null,
    tierBefore: tier ?? null,
    visitNumber: visits === undefined ? null : visits + 1,
  };
}

/** A use is kept of the offers that are limited: nothing else asks how often an offer was had. */
function usesOf({ always, competing }: Admission, awards: readonly Award[], at: string): readonly EntryUse[] {
  const given = new Set(awards.map(({ offer }) => offer));
  return [...always, ...competing]
    .filter(({ offer }) => offer.limit !== undefined && given.has(offer))
    .map(({ offer, mark }) => ({
      at,
      birthdayYear: mark.birthdayYear,
      day: gregorianText(mark.day),
      offer: offer.id,
    }))
    .sort((a, b) => byCodeUnit(a.offer, b.offer));
}
