import { quote } from "../units/canonical-json.js";
import type {
  EntryConversion,
  EntryDraw,
  EntryLotDraw,
  EntryRedemption,
  EntryRenewal,
  EntryUse,
  EntryUsedVoucher,
  EntryVoucher,
  EntryWithheld,
} from "./entry.js";
import type { ClubUseRow } from "./quote.js";
import { plain, writeList } from "./write-list.js";

// Rows of an entry that most sales have none of, each as canonical JSON.

export function writeClubUse(one: ClubUseRow): string {
  if ("budget" in one) return `{"amount":"${one.amount}","budget":"${one.budget}"}`;
  return `{"members":${one.members},"offer":"${one.offer}","uses":${one.uses}}`;
}

export function writeConversion({ amount, draws, lot, vouchers, wallet }: EntryConversion): string {
  const into = `"lot":${plain(lot)},"vouchers":${writeList(vouchers, plain)}`;
  return `{"amount":"${amount}","draws":${writeList(draws, draw)},${into},"wallet":"${wallet}"}`;
}

function draw({ amount, lot }: EntryDraw): string {
  return `{"amount":"${amount}","lot":${quote(lot)}}`;
}

function lotDraw({ activeAt, amount, at, expiresAt, lot, offer, renewable, usable }: EntryLotDraw): string {
  const span = `"activeAt":${plain(activeAt)},"amount":"${amount}","at":${plain(at)},"expiresAt":${plain(expiresAt)}`;
  const rights = `"offer":${plain(offer)},"renewable":${renewable},"usable":${plain(usable)}`;
  return `{${span},"lot":${quote(lot)},${rights}}`;
}

export function writeRenewal({ expiresAt, lot, wallet }: EntryRenewal): string {
  return `{"expiresAt":${plain(expiresAt)},"lot":${quote(lot)},"wallet":"${wallet}"}`;
}

export function writeRedemption({
  amount,
  catalogue,
  draws,
  times,
  value,
  values,
  wallet,
}: EntryRedemption): string {
  const from = `"catalogue":${plain(catalogue)},"draws":${writeList(draws, lotDraw)},"times":${times}`;
  const paid = `"value":"${value}","values":${writeList(values, plain)}`;
  return `{"amount":"${amount}",${from},${paid},"wallet":"${wallet}"}`;
}

export function writeUse({ amount, at, birthdayYear, day, offer }: EntryUse): string {
  const when = `"at":"${at}","birthdayYear":${birthdayYear},"day":"${day}"`;
  return `{"amount":${plain(amount)},${when},"offer":"${offer}"}`;
}

export function writeUsedVoucher({ expiresAt, id, issuedAt, offer }: EntryUsedVoucher): string {
  const life = `"expiresAt":${plain(expiresAt)},"id":${quote(id)},"issuedAt":${plain(issuedAt)}`;
  return `{${life},"offer":"${offer}"}`;
}

export function writeVoucher({ expiresAt, id, issuedAt, offer }: EntryVoucher): string {
  return `{"expiresAt":${plain(expiresAt)},"id":"${id}","issuedAt":"${issuedAt}","offer":"${offer}"}`;
}

export function writeWithheld({ awards, offer, worth }: EntryWithheld): string {
  return `{"awards":${writeList(awards, forgone)},"offer":"${offer}","worth":${plain(worth)}}`;
}

function forgone({ amount, kind, wallet }: EntryWithheld["awards"][number]): string {
  return `{"amount":"${amount}","kind":"${kind}","wallet":${plain(wallet)}}`;
}
