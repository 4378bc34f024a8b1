import { quote } from "../units/canonical-json.js";
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
 */
export function writeEntry(entry: Entry): string {
  const { program, totals } = entry;
  let text = `{"at":"${entry.at}","awards":${list(entry.awards, award)}`;
  text += `,"clubUses":${list(entry.clubUses, clubUse)},"conversions":${list(entry.conversions, conversion)}`;
  text += `,"declined":${list(entry.declined, declined)},"id":"${entry.id}","kind":"${entry.kind}"`;
  text += `,"lines":${list(entry.lines, line)},"local":${local(entry.local)},"lots":${list(entry.lots, lot)}`;
  text += `,"memberId":${quote(entry.memberId)},"postings":${list(entry.postings, posting)}`;
  text += `,"previousHash":"${entry.previousHash}"`;
  text += `,"program":{"hash":"${program.hash}","id":"${program.id}","version":${quote(program.version)}}`;
  text += `,"progress":${progressed(entry.progress)},"redemptions":${list(entry.redemptions, redemption)}`;
  text += `,"renewals":${list(entry.renewals, renewal)}`;
  text += `,"requestHash":"${entry.requestHash}","semantics":${entry.semantics},"sequence":${entry.sequence}`;
  text += `,"standing":${standing(entry.standing)},"totals":{"discount":"${totals.discount}"`;
  text += `,"due":"${totals.due}","list":"${totals.list}","redeemed":"${totals.redeemed}"}`;
  text += `,"transaction":${transaction(entry.transaction)},"transactionId":${quote(entry.transactionId)}`;
  text += `,"usedVouchers":${list(entry.usedVouchers, usedVoucher)},"uses":${list(entry.uses, use)},"v":1`;
  return `${text},"vouchers":${list(entry.vouchers, voucher)},"withheld":${list(entry.withheld, withheld)}}`;
}

/** Most lists of an entry are empty. */
function list<T>(items: readonly T[], write: (item: T) => string): string {
  const { length } = items;
  if (length === 0) return "[]";
  let text = `[${write(items[0] as T)}`;
  for (let at = 1; at < length; at++) text += `,${write(items[at] as T)}`;
  return `${text}]`;
}

function award(one: EntryAward): string {
  let text = `{"amount":"${one.amount}","amounts":${amounts(one.amounts)},"basis":"${one.basis}"`;
  text += `,"clipped":"${one.clipped}","cost":"${one.cost}","kind":"${one.kind}","offer":"${one.offer}"`;
  text += `,"part":${one.part},"thing":${thing(one.thing)}`;
  return `${text},"wallet":${plain(one.wallet)},"worth":"${one.worth}"}`;
}

/** In one piece: a text of many pieces is slow to read. */
function amounts(texts: readonly string[]): string {
  return texts.length === 0 ? "[]" : `["${texts.join('","')}"]`;
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

function declined({ beatenBy, behind, missing, offer, reason, worth }: EntryDeclined): string {
  let text = `{"beatenBy":${list(beatenBy, plain)},"behind":${plain(behind)},"missing":${list(missing, quote)}`;
  text += `,"offer":"${offer}","reason":"${reason}"`;
  return `${text},"worth":${plain(worth)}}`;
}

function line(one: EntryLine): string {
  let text = `{"brand":${foreign(one.brand)},"category":${list(one.category, quote)}`;
  text += `,"discount":"${one.discount}","id":${quote(one.id)},"kind":"${one.kind}"`;
  text += `,"list":"${one.list}","paid":"${one.paid}","quantity":"${one.quantity}","redeemed":"${one.redeemed}"`;
  return `${text},"sku":${foreign(one.sku)},"tags":${list(one.tags, quote)}}`;
}

function local({ calendar, calendarDate, date, time, weekday }: EntryLocal): string {
  const day = `"calendar":"${calendar}","calendarDate":"${calendarDate}","date":"${date}"`;
  return `{${day},"time":"${time}","weekday":"${weekday}"}`;
}

function lot({ activeAt, amount, at, expiresAt, id, offer, renewable, usable, wallet }: EntryLot): string {
  const span = `"activeAt":"${activeAt}","amount":"${amount}","at":"${at}","expiresAt":${plain(expiresAt)}`;
  const rights = `"offer":${plain(offer)},"renewable":${renewable},"usable":${plain(usable)}`;
  return `{${span},"id":"${id}",${rights},"wallet":"${wallet}"}`;
}

function posting({ amount, from, lot, to, unit }: Posting): string {
  return `{"amount":"${amount}","from":"${from}","lot":${foreign(lot)},"to":"${to}","unit":${quote(unit)}}`;
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
