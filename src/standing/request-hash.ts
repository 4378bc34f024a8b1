import { sha256Hex } from "#sha256";
import type { DateInput } from "../documents/dates.js";
import type { MemberDocument } from "../facts/member.js";
import type { LotDocument, StandingDocument, UseDocument } from "../facts/standing.js";
import type { LineDocument, TransactionDocument } from "../facts/transaction.js";
import { canonicalJson, escaped } from "../units/canonical-json.js";
import type { RequestDocument } from "./request-document.js";

const PREFIX = "vafa:request:1\n";

/** Of a private copy of what was asked: entries keep it, and a retry with the same id must have the same. */
export function requestHash(request: object): string {
  return sha256Hex(PREFIX + canonicalJson(request));
}

/**
 * The same, of what a till asks. Every sale is hashed, so what every sale has is written by name, in code-unit order: one
 * who does not know the names has to ask for them, and sort them. What a schema lets have no letter that JSON escapes
 * is written as it is; the rest is looked through.
 */
export function tillRequestHash({ clubUses, facts, member, transaction }: RequestDocument): string {
  let text = "";
  if (clubUses !== undefined) text += `"clubUses":${canonicalJson(clubUses)},`;
  if (facts !== undefined) text += `"facts":${canonicalJson(facts)},`;
  if (member !== undefined) text += `"member":${memberText(member)},`;
  return sha256Hex(`${PREFIX}{${text}"transaction":${transactionText(transaction)}}`);
}

function memberText(member: MemberDocument): string {
  const { anniversaries, attributes, birthDate, contact, joinedAt, segments, standing } = member;
  let text = "{";
  if (anniversaries !== undefined) text += `"anniversaries":${canonicalJson(anniversaries)},`;
  if (attributes !== undefined) text += `"attributes":${canonicalJson(attributes)},`;
  if (birthDate !== undefined) text += `"birthDate":${birthDateText(birthDate)},`;
  if (contact !== undefined) text += `"contact":${canonicalJson(contact)},`;
  text += `"id":"${escaped(member.id)}"`;
  if (joinedAt !== undefined) text += `,"joinedAt":"${joinedAt}"`;
  if (segments !== undefined) text += `,"segments":${labels(segments)}`;
  if (standing !== undefined) text += `,"standing":${standingText(standing)}`;
  return `${text}}`;
}

function birthDateText(date: DateInput): string {
  if (typeof date === "string") return `"${date}"`;
  const { calendar, day, month, year } = date;
  return `{"calendar":"${calendar}","day":${day},"month":${month},"year":${year}}`;
}

/** Each member leaves a comma before it; what is in the place of the first is the brace. */
function standingText(standing: StandingDocument): string {
  const { advancedTo, lastEntryAt, lastVisitAt, lots, spend, tier, tierGraceUntil, tierHeldUntil } = standing;
  const { uses, visits } = standing;
  const { balances, debts, head, progress, raisedTier, sales, streaks, vouchers } = standing;
  let text = "";
  if (advancedTo !== undefined) text += `,"advancedTo":"${advancedTo}"`;
  if (balances !== undefined) text += `,"balances":${canonicalJson(balances)}`;
  if (debts !== undefined) text += `,"debts":${canonicalJson(debts)}`;
  if (head !== undefined) text += `,"head":{"hash":"${head.hash}","sequence":${head.sequence}}`;
  if (lastEntryAt !== undefined) text += `,"lastEntryAt":"${lastEntryAt}"`;
  if (lastVisitAt !== undefined) text += `,"lastVisitAt":"${lastVisitAt}"`;
  if (lots !== undefined) text += `,"lots":${rows(lots, lotText)}`;
  if (progress !== undefined) text += `,"progress":${canonicalJson(progress)}`;
  if (raisedTier !== undefined) text += `,"raisedTier":${canonicalJson(raisedTier)}`;
  if (sales !== undefined) text += `,"sales":${canonicalJson(sales)}`;
  if (spend !== undefined) text += `,"spend":${figure(spend)}`;
  if (streaks !== undefined) text += `,"streaks":${canonicalJson(streaks)}`;
  if (tier !== undefined) text += `,"tier":"${tier}"`;
  if (tierGraceUntil !== undefined) text += `,"tierGraceUntil":"${tierGraceUntil}"`;
  if (tierHeldUntil !== undefined) text += `,"tierHeldUntil":"${tierHeldUntil}"`;
  if (uses !== undefined) text += `,"uses":${rows(uses, useText)}`;
  if (visits !== undefined) text += `,"visits":${visits}`;
  if (vouchers !== undefined) text += `,"vouchers":${canonicalJson(vouchers)}`;
  return `{${text.slice(1)}}`;
}

function lotText(lot: LotDocument): string {
  const { activeAt, at, expiresAt, offer, pending, renewable, usable } = lot;
  let text = "{";
  if (activeAt !== undefined) text += `"activeAt":"${activeAt}",`;
  text += `"amount":${figure(lot.amount)}`;
  if (at !== undefined) text += `,"at":"${at}"`;
  if (expiresAt !== undefined)
    text += expiresAt === null ? `,"expiresAt":null` : `,"expiresAt":"${expiresAt}"`;
  text += `,"id":"${escaped(lot.id)}"`;
  if (offer !== undefined) text += `,"offer":"${offer}"`;
  if (pending !== undefined) text += `,"pending":${pending}`;
  if (renewable !== undefined) text += `,"renewable":${renewable}`;
  if (usable !== undefined) text += `,"usable":"${usable}"`;
  return `${text},"wallet":"${lot.wallet}"}`;
}

function useText({ amount, at, birthdayYear, day, offer }: UseDocument): string {
  let text = "{";
  if (amount !== undefined) text += `"amount":${figure(amount)},`;
  text += `"at":"${at}"`;
  if (birthdayYear !== undefined) text += `,"birthdayYear":${birthdayYear}`;
  if (day !== undefined) text += `,"day":"${day}"`;
  return `${text},"offer":"${offer}"}`;
}

function transactionText(transaction: TransactionDocument): string {
  const { activity, channel, choices, codes, currency, lines, location, redeem } = transaction;
  const { referral, survey, tenders, vouchers } = transaction;
  let text = "{";
  if (activity !== undefined) text += `"activity":${canonicalJson(activity)},`;
  text += `"at":"${transaction.at}"`;
  if (channel !== undefined) text += `,"channel":"${escaped(channel)}"`;
  if (choices !== undefined) text += `,"choices":${canonicalJson(choices)}`;
  if (codes !== undefined) text += `,"codes":${labels(codes)}`;
  if (currency !== undefined) text += `,"currency":"${escaped(currency)}"`;
  text += `,"id":"${escaped(transaction.id)}"`;
  if (lines !== undefined) text += `,"lines":${rows(lines, lineText)}`;
  if (location !== undefined) text += `,"location":"${escaped(location)}"`;
  if (redeem !== undefined) text += `,"redeem":${canonicalJson(redeem)}`;
  if (referral !== undefined) text += `,"referral":${canonicalJson(referral)}`;
  if (survey !== undefined) text += `,"survey":${canonicalJson(survey)}`;
  if (tenders !== undefined) text += `,"tenders":${canonicalJson(tenders)}`;
  text += `,"type":"${transaction.type}"`;
  if (vouchers !== undefined) text += `,"vouchers":${labels(vouchers)}`;
  return `${text}}`;
}

function lineText(line: LineDocument): string {
  const { accrues, amount, brand, category, discountable, floorPrice, kind, quantity, sku, tags } = line;
  let text = "{";
  if (accrues !== undefined) text += `"accrues":${accrues},`;
  if (amount !== undefined) text += `"amount":${figure(amount)},`;
  if (brand !== undefined) text += `"brand":"${escaped(brand)}",`;
  if (category !== undefined) text += `"category":${labels(category)},`;
  if (discountable !== undefined) text += `"discountable":${discountable},`;
  if (floorPrice !== undefined) text += `"floorPrice":${figure(floorPrice)},`;
  text += `"id":"${escaped(line.id)}"`;
  if (kind !== undefined) text += `,"kind":"${kind}"`;
  if (quantity !== undefined) text += `,"quantity":${figure(quantity)}`;
  if (sku !== undefined) text += `,"sku":"${escaped(sku)}"`;
  if (tags !== undefined) text += `,"tags":${labels(tags)}`;
  return `${text},"unitPrice":${figure(line.unitPrice)}}`;
}

/** A decimal text, or a whole number. */
function figure(written: string | number): string {
  return typeof written === "string" ? `"${written}"` : `${written}`;
}

function labels(written: string | readonly string[]): string {
  if (typeof written === "string") return `"${escaped(written)}"`;
  if (written.length === 0) return "[]";
  let text = `["${escaped(written[0] as string)}"`;
  for (let at = 1; at < written.length; at++) text += `,"${escaped(written[at] as string)}"`;
  return `${text}]`;
}

function rows<T>(list: readonly T[], textOf: (row: T) => string): string {
  if (list.length === 0) return "[]";
  let text = `[${textOf(list[0] as T)}`;
  for (let at = 1; at < list.length; at++) text += `,${textOf(list[at] as T)}`;
  return `${text}]`;
}
