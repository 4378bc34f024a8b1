import { escaped, quote } from "../units/canonical-json.js";
import type {
  Entry,
  EntryDeclined,
  EntryLine,
  EntryLocal,
  EntryLot,
  EntryProgress,
  EntryTransaction,
  Posting,
} from "./entry.js";
import type { EntryAward, EntryThing } from "./entry-award.js";
import type { EntryStanding } from "./entry-standing.js";
import { foreign, plain, writeList } from "./write-list.js";
import {
  writeClubUse,
  writeConversion,
  writeRedemption,
  writeRenewal,
  writeUse,
  writeUsedVoucher,
  writeVoucher,
  writeWithheld,
} from "./write-seldom-rows.js";

/**
 * The canonical text of an entry, less its hash: what is sealed. `JSON.stringify` writes the same (a test compares
 * them) at twice the cost, and nothing in a sale costs more: here keys stand in order, and only texts that others
 * wrote are searched for what must be escaped. Ids of the program, amounts, instants and hashes hold none of it.
 *
 * What it costs are the pieces, for the engine keeps a sum of texts as a tree until it is hashed. So the rows that
 * every sale has are put behind the `text` so far, one piece after the other; what is nearly always the same, or
 * nothing, is part of the piece before it; and what closes a value stands in one piece with what opens the next, be it
 * of the next row. Bytes written letter by letter are no quicker.
 */
export function writeEntry(entry: Entry): string {
  const { program, totals } = entry;
  let text = awards(`{"at":"${entry.at}","awards":`, entry.awards);
  text =
    entry.clubUses.length + entry.conversions.length === 0
      ? `${text},"clubUses":[],"conversions":[],"declined":`
      : `${text},"clubUses":${writeList(entry.clubUses, writeClubUse)},"conversions":${writeList(entry.conversions, writeConversion)},"declined":`;
  text = declined(text, entry.declined);
  text = lines(`${text},"id":"${entry.id}","kind":"${entry.kind}","lines":`, entry.lines);
  text = local(`${text},"local":`, entry.local);
  text = lots(`${text}"},"lots":`, entry.lots);
  text = postings(`${text},"memberId":"${escaped(entry.memberId)}","postings":`, entry);
  text = `${text},"previousHash":"${entry.previousHash}","program":{"hash":"${program.hash}","id":"${program.id}`;
  text = progressed(`${text}","version":"${escaped(program.version)}"},"progress":`, entry.progress);
  text =
    entry.redemptions.length + entry.renewals.length === 0
      ? `${text},"redemptions":[],"renewals":[],"requestHash":"`
      : `${text},"redemptions":${writeList(entry.redemptions, writeRedemption)},"renewals":${writeList(entry.renewals, writeRenewal)},"requestHash":"`;
  text = standing(
    `${text}${entry.requestHash}","semantics":${entry.semantics},"sequence":${entry.sequence},"standing":`,
    entry.standing,
  );
  text = `${text},"totals":{"discount":"${totals.discount}","due":"${totals.due}","list":"${totals.list}","redeemed":"${totals.redeemed}`;
  text = transaction(`${text}"},"transaction":{"channel":`, entry.transaction);
  text = `${text},"transactionId":"${escaped(entry.transactionId)}`;
  if (entry.usedVouchers.length + entry.uses.length + entry.vouchers.length + entry.withheld.length === 0)
    return `${text}","usedVouchers":[],"uses":[],"v":1,"vouchers":[],"withheld":[]}`;
  text = `${text}","usedVouchers":${writeList(entry.usedVouchers, writeUsedVoucher)},"uses":${writeList(entry.uses, writeUse)}`;
  return `${text},"v":1,"vouchers":${writeList(entry.vouchers, writeVoucher)},"withheld":${writeList(entry.withheld, writeWithheld)}}`;
}

/** Two pieces behind the text so far. A template would ask each, and the text, again and again for its text. */
function put(text: string, piece: string, next: string): string {
  return text + piece + next;
}

function awards(text: string, rows: readonly EntryAward[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = `${text}[{"amount":"`;
  for (let at = 0; at < rows.length; at++) {
    const { amount, amounts, basis, clipped, cost, kind, offer, part, thing, wallet, worth } = rows[
      at
    ] as EntryAward;
    if (at > 0) all = `${all}"},{"amount":"`;
    if (amounts.length === 0) all = put(all, amount, `","amounts":[],"basis":"`);
    else all = put(put(all, amount, `","amounts":["`), amounts.join(`","`), `"],"basis":"`);
    all = put(all, basis, `","clipped":"`);
    all = put(all, clipped, `","cost":"`);
    all = put(all, cost, `","kind":"`);
    all = put(all, kind, `","offer":"`);
    if (part !== 1 || thing !== null)
      all = `${all}${offer}","part":${part},"thing":${writeThing(thing)},"wallet":${plain(wallet)},"worth":"`;
    else if (wallet === null) all = put(all, offer, `","part":1,"thing":null,"wallet":null,"worth":"`);
    else all = put(put(all, offer, `","part":1,"thing":null,"wallet":"`), wallet, `","worth":"`);
    all += worth;
  }
  return `${all}"}]`;
}

/** Most were beaten by one offer. */
function declined(text: string, rows: readonly EntryDeclined[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = `${text}[{"beatenBy":`;
  for (let at = 0; at < rows.length; at++) {
    const { beatenBy, behind, missing, offer, reason, worth } = rows[at] as EntryDeclined;
    if (at > 0) all = `${all}},{"beatenBy":`;
    if (beatenBy.length !== 1 || behind === null || missing.length > 0 || reason !== "beaten") {
      all = `${all}${writeList(beatenBy, plain)},"behind":${plain(behind)},"missing":${writeList(missing, quote)},"offer":"${offer}","reason":"${reason}","worth":`;
    } else {
      all = put(all, `["`, beatenBy[0] as string);
      all = put(all, `"],"behind":"`, behind);
      all = put(all, `","missing":[],"offer":"`, offer);
      all += `","reason":"beaten","worth":`;
    }
    all += plain(worth);
  }
  return `${all}}]`;
}

function lines(text: string, rows: readonly EntryLine[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = `${text}[{"brand":`;
  for (let at = 0; at < rows.length; at++) {
    const { brand, category, discount, id, kind, list, paid, quantity, redeemed, sku, tags } = rows[
      at
    ] as EntryLine;
    if (at > 0) all = `${all}},{"brand":`;
    if (brand === null && category.length === 1)
      all = put(put(all, `null,"category":["`, escaped(category[0] as string)), `"],"discount":"`, discount);
    else all = `${all}${foreign(brand)},"category":${writeList(category, quote)},"discount":"${discount}`;
    all = put(all, `","id":"`, escaped(id));
    all = put(all, kind === "goods" ? `","kind":"goods","list":"` : `","kind":"fee","list":"`, list);
    all = put(all, `","paid":"`, paid);
    all = put(all, `","quantity":"`, quantity);
    if (redeemed === "0" && sku !== null && tags.length === 0) {
      all = put(all, `","redeemed":"0","sku":"`, escaped(sku));
      all += `","tags":[]`;
    } else all = `${all}","redeemed":"${redeemed}","sku":${foreign(sku)},"tags":${writeList(tags, quote)}`;
  }
  return `${all}}]`;
}

function lots(text: string, rows: readonly EntryLot[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = `${text}[{"activeAt":"`;
  for (let at = 0; at < rows.length; at++) {
    const {
      activeAt,
      amount,
      at: since,
      expiresAt,
      id,
      offer,
      renewable,
      usable,
      wallet,
    } = rows[at] as EntryLot;
    if (at > 0) all = `${all}"},{"activeAt":"`;
    all = put(all, activeAt, `","amount":"`);
    all = put(all, amount, `","at":"`);
    if (expiresAt === null) all = put(all, since, `","expiresAt":null,"id":"`);
    else all = put(put(all, since, `","expiresAt":"`), expiresAt, `","id":"`);
    all = `${put(all, id, `","offer":`)}${plain(offer)},"renewable":${renewable},"usable":${plain(usable)},"wallet":"`;
    all += wallet;
  }
  return `${all}"}]`;
}

/** Units that come into the lots of this entry do so in the order of those; the ids of other lots others wrote. */
function postings(text: string, { lots, postings: rows }: Entry): string {
  if (rows.length === 0) return `${text}[]`;
  let all = `${text}[{"amount":"`;
  let next = 0;
  for (let at = 0; at < rows.length; at++) {
    const { amount, from, lot, to, unit } = rows[at] as Posting;
    if (at > 0) all = `${all}"},{"amount":"`;
    all = put(all, amount, `","from":"`);
    if (lot === null) all = put(all, from, `","lot":null,"to":"`);
    else if (lot === lots[next]?.id) {
      all = put(put(all, from, `","lot":"`), lot, `","to":"`);
      next++;
    } else all = put(put(all, from, `","lot":"`), escaped(lot), `","to":"`);
    all = put(all, to, `","unit":"`);
    all += escaped(unit);
  }
  return `${all}"}]`;
}

function writeThing(one: EntryThing | null): string {
  if (one === null) return "null";
  return `{"chosenBy":${plain(one.chosenBy)},"id":"${one.id}","until":${plain(one.until)}}`;
}

function local(text: string, { calendar, calendarDate, date, time, weekday }: EntryLocal): string {
  let all = put(text, `{"calendar":"`, calendar);
  all = put(all, `","calendarDate":"`, calendarDate);
  all = put(all, `","date":"`, date);
  all = put(all, `","time":"`, time);
  return put(all, `","weekday":"`, weekday);
}

function progressed(text: string, { alone, counted, from, period, spend, visits }: EntryProgress): string {
  const isCounted = alone || counted !== null || from !== null || period !== null;
  const before = isCounted
    ? `${text}{"alone":${alone},"counted":${plain(counted)},"from":${plain(from)},"period":${plain(period)},"spend":"`
    : `${text}{"alone":false,"counted":null,"from":null,"period":null,"spend":"`;
  return `${before}${spend}","visits":${visits}}`;
}

function standing(text: string, one: EntryStanding): string {
  const { baseTier, raisedTier, streaks } = one;
  const raised = raisedTier && `{"tier":"${raisedTier.tier}","until":"${raisedTier.until}"}`;
  const inARow = streaks && `{"months":${streaks.months},"weeks":${streaks.weeks}}`;
  let all = `${text}{"baseTier":${plain(baseTier)},"daysSinceLastVisit":${one.daysSinceLastVisit}`;
  all =
    raised === null && inARow === null
      ? `${all},"raisedTier":null,"streaks":null,"tierAfter":`
      : `${all},"raisedTier":${raised},"streaks":${inARow},"tierAfter":`;
  all = `${all}${plain(one.tierAfter)},"tierBefore":${plain(one.tierBefore)}`;
  all =
    one.tierGraceUntil === null && one.tierHeldUntil === null
      ? `${all},"tierGraceUntil":null,"tierHeldUntil":null,"visitNumber":`
      : `${all},"tierGraceUntil":${plain(one.tierGraceUntil)},"tierHeldUntil":${plain(one.tierHeldUntil)},"visitNumber":`;
  return `${all}${one.visitNumber}}`;
}

function transaction(text: string, { channel, location, tenders, type }: EntryTransaction): string {
  const place = `${text}${foreign(channel)},"location":${foreign(location)}`;
  return tenders.length === 0
    ? `${place},"tenders":[],"type":"${type}"}`
    : `${place},"tenders":${writeList(tenders, quote)},"type":"${type}"}`;
}
