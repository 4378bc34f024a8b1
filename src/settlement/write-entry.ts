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
  text = lots(`${text},"local":{${local(entry.local)}},"lots":`, entry.lots);
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

function awards(text: string, rows: readonly EntryAward[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = text;
  let before = `[{"amount":"`;
  for (let at = 0; at < rows.length; at++) {
    const one = rows[at] as EntryAward;
    all = amounts(`${all}${before}${one.amount}`, one.amounts);
    all = one.basis === "lines" ? `${all},"basis":"lines","clipped":"` : `${all},"basis":"visit","clipped":"`;
    all = `${all}${one.clipped}","cost":"${one.cost}","kind":"${one.kind}","offer":"${one.offer}`;
    all =
      one.part === 1 && one.thing === null
        ? `${all}","part":1,"thing":null,"wallet":`
        : `${all}","part":${one.part},"thing":${thing(one.thing)},"wallet":`;
    all =
      one.wallet === null
        ? `${all}null,"worth":"${one.worth}`
        : `${all}"${one.wallet}","worth":"${one.worth}`;
    before = `"},{"amount":"`;
  }
  return `${all}"}]`;
}

function amounts(text: string, texts: readonly string[]): string {
  if (texts.length === 0) return `${text}","amounts":[]`;
  let all = text;
  let before = `","amounts":["`;
  for (let at = 0; at < texts.length; at++) {
    all = `${all}${before}${texts[at]}`;
    before = `","`;
  }
  return `${all}"]`;
}

function declined(text: string, rows: readonly EntryDeclined[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = text;
  let before = `[{"beatenBy":`;
  for (let at = 0; at < rows.length; at++) {
    const { beatenBy, behind, missing, offer, reason, worth } = rows[at] as EntryDeclined;
    all =
      beatenBy.length === 1 && behind !== null
        ? `${all}${before}["${beatenBy[0]}"],"behind":"${behind}","missing":`
        : `${all}${before}${writeList(beatenBy, plain)},"behind":${plain(behind)},"missing":`;
    all =
      missing.length === 0
        ? `${all}[],"offer":"${offer}`
        : `${all}${writeList(missing, quote)},"offer":"${offer}`;
    all =
      reason === "beaten" ? `${all}","reason":"beaten","worth":` : `${all}","reason":"${reason}","worth":`;
    all += plain(worth);
    before = `},{"beatenBy":`;
  }
  return `${all}}]`;
}

function lines(text: string, rows: readonly EntryLine[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = text;
  let before = "[";
  for (let at = 0; at < rows.length; at++) {
    const {
      brand,
      category,
      discount,
      id,
      kind,
      list: listed,
      paid,
      quantity,
      redeemed,
      sku,
      tags,
    } = rows[at] as EntryLine;
    all =
      brand === null && category.length === 1
        ? `${all}${before}{"brand":null,"category":["${escaped(category[0] as string)}"],"discount":"${discount}`
        : `${all}${before}{"brand":${foreign(brand)},"category":${writeList(category, quote)},"discount":"${discount}`;
    all = `${all}","id":"${escaped(id)}`;
    all =
      kind === "goods"
        ? `${all}","kind":"goods","list":"${listed}`
        : `${all}","kind":"fee","list":"${listed}`;
    all = `${all}","paid":"${paid}","quantity":"${quantity}`;
    all = redeemed === "0" ? `${all}","redeemed":"0","sku":` : `${all}","redeemed":"${redeemed}","sku":`;
    all =
      tags.length === 0
        ? `${all}${foreign(sku)},"tags":[]}`
        : `${all}${foreign(sku)},"tags":${writeList(tags, quote)}}`;
    before = ",";
  }
  return `${all}]`;
}

function lots(text: string, rows: readonly EntryLot[]): string {
  if (rows.length === 0) return `${text}[]`;
  let all = text;
  let before = `[{"activeAt":"`;
  for (let at = 0; at < rows.length; at++) {
    const one = rows[at] as EntryLot;
    all = `${all}${before}${one.activeAt}","amount":"${one.amount}","at":"${one.at}`;
    all =
      one.expiresAt === null
        ? `${all}","expiresAt":null,"id":"${one.id}`
        : `${all}","expiresAt":"${one.expiresAt}","id":"${one.id}`;
    all = `${all}","offer":${plain(one.offer)},"renewable":${one.renewable},"usable":${plain(one.usable)},"wallet":"${one.wallet}`;
    before = `"},{"activeAt":"`;
  }
  return `${all}"}]`;
}

/** Units that come into the lots of this entry do so in the order of those; the ids of other lots others wrote. */
function postings(text: string, { lots, postings: rows }: Entry): string {
  if (rows.length === 0) return `${text}[]`;
  let all = text;
  let before = `[{"amount":"`;
  let next = 0;
  for (let at = 0; at < rows.length; at++) {
    const { amount, from, lot, to, unit } = rows[at] as Posting;
    all = `${all}${before}${amount}","from":"${from}`;
    if (lot === null) all = `${all}","lot":null,"to":"${to}`;
    else if (lot === lots[next]?.id) {
      all = `${all}","lot":"${lot}","to":"${to}`;
      next++;
    } else all = `${all}","lot":"${escaped(lot)}","to":"${to}`;
    all = `${all}","unit":"${escaped(unit)}`;
    before = `"},{"amount":"`;
  }
  return `${all}"}]`;
}

function thing(one: EntryThing | null): string {
  if (one === null) return "null";
  return `{"chosenBy":${plain(one.chosenBy)},"id":"${one.id}","until":${plain(one.until)}}`;
}

function local({ calendar, calendarDate, date, time, weekday }: EntryLocal): string {
  const day = `"calendar":"${calendar}","calendarDate":"${calendarDate}","date":"${date}"`;
  return `${day},"time":"${time}","weekday":"${weekday}"`;
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
