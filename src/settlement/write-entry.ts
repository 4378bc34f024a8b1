import { escaped, quote } from "../units/canonical-json.js";
import type {
  Entry,
  EntryConversion,
  EntryDeclined,
  EntryDraw,
  EntryLine,
  EntryLocal,
  EntryLot,
  EntryLotDraw,
  EntryProgress,
  EntryRedemption,
  EntryRenewal,
  EntryTransaction,
  EntryUse,
  EntryUsedVoucher,
  EntryVoucher,
  EntryWithheld,
  Posting,
} from "./entry.js";
import type { EntryAward, EntryThing } from "./entry-award.js";
import type { EntryStanding } from "./entry-standing.js";
import type { ClubUseRow } from "./quote.js";

/**
 * The canonical text of an entry, less its hash: what is sealed. `JSON.stringify` writes the same (a test compares
 * them) at twice the cost, and nothing in a sale costs more: here keys stand in order, and only texts that others
 * wrote are searched for what must be escaped. Ids of the program, amounts, instants and hashes hold none of it.
 *
 * What it costs are the pieces, for the engine keeps a sum of texts as a tree until it is hashed. So the rows that
 * every sale has are put behind the `text` so far, one piece after the other; what is nearly always nothing is part of
 * the piece before it; and a quote that closes stands with what comes after it.
 */
export function writeEntry(entry: Entry): string {
  const { program, totals } = entry;
  let text = rows(`{"at":"${entry.at}","awards":`, entry.awards, award);
  text += `,"clubUses":${list(entry.clubUses, clubUse)},"conversions":${list(entry.conversions, conversion)}`;
  text = rows(`${text},"declined":`, entry.declined, declined);
  text = rows(`${text},"id":"${entry.id}","kind":"${entry.kind}","lines":`, entry.lines, line);
  text = rows(`${text},"local":${local(entry.local)},"lots":`, entry.lots, lot);
  text = rows(`${text},"memberId":"${escaped(entry.memberId)}","postings":`, entry.postings, posting);
  text += `,"previousHash":"${entry.previousHash}","program":{"hash":"${program.hash}","id":"${program.id}`;
  text += `","version":"${escaped(program.version)}"},"progress":${progressed(entry.progress)}`;
  text += `,"redemptions":${list(entry.redemptions, redemption)},"renewals":${list(entry.renewals, renewal)}`;
  text += `,"requestHash":"${entry.requestHash}","semantics":${entry.semantics},"sequence":${entry.sequence}`;
  text += `,"standing":${standing(entry.standing)},"totals":{"discount":"${totals.discount}","due":"${totals.due}`;
  text += `","list":"${totals.list}","redeemed":"${totals.redeemed}"},"transaction":${transaction(entry.transaction)}`;
  text += `,"transactionId":"${escaped(entry.transactionId)}","usedVouchers":${list(entry.usedVouchers, usedVoucher)}`;
  text += `,"uses":${list(entry.uses, use)},"v":1,"vouchers":${list(entry.vouchers, voucher)}`;
  return `${text},"withheld":${list(entry.withheld, withheld)}}`;
}

/** The rows of a list, behind the text so far. */
function rows<T>(text: string, items: readonly T[], write: (text: string, item: T) => string): string {
  const { length } = items;
  if (length === 0) return `${text}[]`;
  let all = write(`${text}[`, items[0] as T);
  for (let at = 1; at < length; at++) all = write(`${all},`, items[at] as T);
  return `${all}]`;
}

/** Most other lists of an entry are empty. */
function list<T>(items: readonly T[], write: (item: T) => string): string {
  const { length } = items;
  if (length === 0) return "[]";
  let text = `[${write(items[0] as T)}`;
  for (let at = 1; at < length; at++) text += `,${write(items[at] as T)}`;
  return `${text}]`;
}

function award(text: string, one: EntryAward): string {
  let row = `${text}{"amount":"${one.amount}","amounts":${amounts(one.amounts)},"basis":"${one.basis}`;
  row = `${row}","clipped":"${one.clipped}","cost":"${one.cost}","kind":"${one.kind}","offer":"${one.offer}`;
  row = `${row}","part":${one.part},"thing":${thing(one.thing)},"wallet":${plain(one.wallet)}`;
  return `${row},"worth":"${one.worth}"}`;
}

/** Short texts are joined to one piece on the way. */
function amounts(texts: readonly string[]): string {
  const { length } = texts;
  if (length === 0) return "[]";
  let text = `["${texts[0]}`;
  for (let at = 1; at < length; at++) text += `","${texts[at]}`;
  return `${text}"]`;
}

function thing(one: EntryThing | null): string {
  if (one === null) return "null";
  return `{"chosenBy":${plain(one.chosenBy)},"id":"${one.id}","until":${plain(one.until)}}`;
}

function clubUse(one: ClubUseRow): string {
  if ("budget" in one) return `{"amount":"${one.amount}","budget":"${one.budget}"}`;
  return `{"members":${one.members},"offer":"${one.offer}","uses":${one.uses}}`;
}

function conversion({ amount, draws, lot, vouchers, wallet }: EntryConversion): string {
  const into = `"lot":${plain(lot)},"vouchers":${list(vouchers, plain)}`;
  return `{"amount":"${amount}","draws":${list(draws, draw)},${into},"wallet":"${wallet}"}`;
}

function draw({ amount, lot }: EntryDraw): string {
  return `{"amount":"${amount}","lot":${quote(lot)}}`;
}

function lotDraw({ activeAt, amount, at, expiresAt, lot, offer, renewable, usable }: EntryLotDraw): string {
  const span = `"activeAt":${plain(activeAt)},"amount":"${amount}","at":${plain(at)},"expiresAt":${plain(expiresAt)}`;
  const rights = `"offer":${plain(offer)},"renewable":${renewable},"usable":${plain(usable)}`;
  return `{${span},"lot":${quote(lot)},${rights}}`;
}

function declined(text: string, { beatenBy, behind, missing, offer, reason, worth }: EntryDeclined): string {
  const row = `${text}{"beatenBy":${list(beatenBy, plain)},"behind":${plain(behind)}`;
  const known =
    missing.length === 0
      ? `${row},"missing":[],"offer":"`
      : `${row},"missing":${list(missing, quote)},"offer":"`;
  return `${known}${offer}","reason":"${reason}","worth":${plain(worth)}}`;
}

function line(text: string, one: EntryLine): string {
  const { brand, sku, tags } = one;
  let row =
    brand === null ? `${text}{"brand":null,"category":` : `${text}{"brand":${quote(brand)},"category":`;
  row = `${row}${list(one.category, quote)},"discount":"${one.discount}","id":"${escaped(one.id)}`;
  row = `${row}","kind":"${one.kind}","list":"${one.list}","paid":"${one.paid}","quantity":"${one.quantity}`;
  row = `${row}","redeemed":"${one.redeemed}","sku":${foreign(sku)}`;
  return tags.length === 0 ? `${row},"tags":[]}` : `${row},"tags":${list(tags, quote)}}`;
}

function local({ calendar, calendarDate, date, time, weekday }: EntryLocal): string {
  const day = `"calendar":"${calendar}","calendarDate":"${calendarDate}","date":"${date}"`;
  return `{${day},"time":"${time}","weekday":"${weekday}"}`;
}

function lot(text: string, one: EntryLot): string {
  let row = `${text}{"activeAt":"${one.activeAt}","amount":"${one.amount}","at":"${one.at}`;
  row = `${row}","expiresAt":${plain(one.expiresAt)},"id":"${one.id}","offer":${plain(one.offer)}`;
  row = one.renewable ? `${row},"renewable":true,"usable":` : `${row},"renewable":false,"usable":`;
  return `${row}${plain(one.usable)},"wallet":"${one.wallet}"}`;
}

function posting(text: string, { amount, from, lot, to, unit }: Posting): string {
  const row = `${text}{"amount":"${amount}","from":"${from}`;
  const ofLot = lot === null ? `${row}","lot":null,"to":"` : `${row}","lot":${quote(lot)},"to":"`;
  return `${ofLot}${to}","unit":"${escaped(unit)}"}`;
}

function progressed({ alone, counted, from, period, spend, visits }: EntryProgress): string {
  const tiers = `"alone":${alone},"counted":${plain(counted)},"from":${plain(from)},"period":${plain(period)}`;
  return `{${tiers},"spend":"${spend}","visits":${visits}}`;
}

function renewal({ expiresAt, lot, wallet }: EntryRenewal): string {
  return `{"expiresAt":${plain(expiresAt)},"lot":${quote(lot)},"wallet":"${wallet}"}`;
}

function redemption({ amount, catalogue, draws, times, value, values, wallet }: EntryRedemption): string {
  const from = `"catalogue":${plain(catalogue)},"draws":${list(draws, lotDraw)},"times":${times}`;
  const paid = `"value":"${value}","values":${amounts(values)}`;
  return `{"amount":"${amount}",${from},${paid},"wallet":"${wallet}"}`;
}

function standing(one: EntryStanding): string {
  const { baseTier, raisedTier, streaks } = one;
  const raised = raisedTier && `{"tier":"${raisedTier.tier}","until":"${raisedTier.until}"}`;
  const inARow = streaks && `{"months":${streaks.months},"weeks":${streaks.weeks}}`;
  const days = `"baseTier":${plain(baseTier)},"daysSinceLastVisit":${one.daysSinceLastVisit}`;
  let tiers = `"tierAfter":${plain(one.tierAfter)},"tierBefore":${plain(one.tierBefore)}`;
  tiers += `,"tierGraceUntil":${plain(one.tierGraceUntil)},"tierHeldUntil":${plain(one.tierHeldUntil)}`;
  return `{${days},"raisedTier":${raised},"streaks":${inARow},${tiers},"visitNumber":${one.visitNumber}}`;
}

function transaction({ channel, location, tenders, type }: EntryTransaction): string {
  const place = `"channel":${foreign(channel)},"location":${foreign(location)}`;
  return `{${place},"tenders":${list(tenders, quote)},"type":"${type}"}`;
}

function use({ amount, at, birthdayYear, day, offer }: EntryUse): string {
  const when = `"at":"${at}","birthdayYear":${birthdayYear},"day":"${day}"`;
  return `{"amount":${plain(amount)},${when},"offer":"${offer}"}`;
}

function usedVoucher({ expiresAt, id, issuedAt, offer }: EntryUsedVoucher): string {
  const life = `"expiresAt":${plain(expiresAt)},"id":${quote(id)},"issuedAt":${plain(issuedAt)}`;
  return `{${life},"offer":"${offer}"}`;
}

function voucher({ expiresAt, id, issuedAt, offer }: EntryVoucher): string {
  return `{"expiresAt":${plain(expiresAt)},"id":"${id}","issuedAt":"${issuedAt}","offer":"${offer}"}`;
}

function withheld({ awards, offer, worth }: EntryWithheld): string {
  return `{"awards":${list(awards, forgone)},"offer":"${offer}","worth":${plain(worth)}}`;
}

function forgone({ amount, kind, wallet }: EntryWithheld["awards"][number]): string {
  return `{"amount":"${amount}","kind":"${kind}","wallet":${plain(wallet)}}`;
}

/** A text of our own, or none. */
function plain(text: string | null): string {
  return text === null ? "null" : `"${text}"`;
}

/** A text that others wrote, or none. */
function foreign(text: string | null): string {
  return text === null ? "null" : quote(text);
}
