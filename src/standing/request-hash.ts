import { sha256Hex } from "#sha256";
import type { MemberDocument } from "../facts/member.js";
import type { LotDocument, StandingDocument, UseDocument } from "../facts/standing.js";
import type { LineDocument, TransactionDocument } from "../facts/transaction.js";
import {
  beginBytes,
  closeObject,
  finishBytes,
  headOf,
  openObject,
  putMember,
  putPart,
  putParts,
} from "../units/canonical-bytes.js";
import { canonicalHash } from "../units/canonical-hash.js";
import type { RequestDocument } from "./request-document.js";

const PREFIX = "vafa:request:1\n";

/** Of a private copy of what was asked: entries keep it, and a retry with the same id must have the same. */
export function requestHash(request: object): string {
  return canonicalHash(PREFIX, request);
}

/**
 * The same, of what a till asks. Every sale is hashed, so what every sale has is written by name, in code-unit order: one
 * who does not know the names has to ask for them, and sort them.
 */
export function tillRequestHash(request: RequestDocument): string {
  beginBytes(PREFIX);
  openObject();
  putMember(CLUB_USES, request.clubUses);
  putMember(FACTS, request.facts);
  putPart(MEMBER, request.member, putMemberDocument);
  putPart(TRANSACTION, request.transaction, putTransaction);
  closeObject();
  return sha256Hex(finishBytes());
}

const CLUB_USES = headOf("clubUses");
const FACTS = headOf("facts");
const MEMBER = headOf("member");
const TRANSACTION = headOf("transaction");

function putMemberDocument(member: MemberDocument): void {
  openObject();
  putMember(ANNIVERSARIES, member.anniversaries);
  putMember(ATTRIBUTES, member.attributes);
  putMember(BIRTH_DATE, member.birthDate);
  putMember(CONTACT, member.contact);
  putMember(ID, member.id);
  putMember(JOINED_AT, member.joinedAt);
  putMember(SEGMENTS, member.segments);
  putPart(STANDING, member.standing, putStanding);
  closeObject();
}

const ANNIVERSARIES = headOf("anniversaries");
const ATTRIBUTES = headOf("attributes");
const BIRTH_DATE = headOf("birthDate");
const CONTACT = headOf("contact");
const ID = headOf("id");
const JOINED_AT = headOf("joinedAt");
const SEGMENTS = headOf("segments");
const STANDING = headOf("standing");

function putStanding(standing: StandingDocument): void {
  openObject();
  putMember(ADVANCED_TO, standing.advancedTo);
  putMember(BALANCES, standing.balances);
  putMember(DEBTS, standing.debts);
  putMember(HEAD, standing.head);
  putMember(LAST_ENTRY_AT, standing.lastEntryAt);
  putMember(LAST_VISIT_AT, standing.lastVisitAt);
  putParts(LOTS, standing.lots, putLot);
  putMember(PROGRESS, standing.progress);
  putMember(RAISED_TIER, standing.raisedTier);
  putMember(SALES, standing.sales);
  putMember(SPEND, standing.spend);
  putMember(STREAKS, standing.streaks);
  putMember(TIER, standing.tier);
  putMember(TIER_GRACE_UNTIL, standing.tierGraceUntil);
  putMember(TIER_HELD_UNTIL, standing.tierHeldUntil);
  putParts(USES, standing.uses, putUse);
  putMember(VISITS, standing.visits);
  putMember(VOUCHERS, standing.vouchers);
  closeObject();
}

const ADVANCED_TO = headOf("advancedTo");
const BALANCES = headOf("balances");
const DEBTS = headOf("debts");
const HEAD = headOf("head");
const LAST_ENTRY_AT = headOf("lastEntryAt");
const LAST_VISIT_AT = headOf("lastVisitAt");
const LOTS = headOf("lots");
const PROGRESS = headOf("progress");
const RAISED_TIER = headOf("raisedTier");
const SALES = headOf("sales");
const SPEND = headOf("spend");
const STREAKS = headOf("streaks");
const TIER = headOf("tier");
const TIER_GRACE_UNTIL = headOf("tierGraceUntil");
const TIER_HELD_UNTIL = headOf("tierHeldUntil");
const USES = headOf("uses");
const VISITS = headOf("visits");
const VOUCHERS = headOf("vouchers");

function putLot(lot: LotDocument): void {
  openObject();
  putMember(ACTIVE_AT, lot.activeAt);
  putMember(AMOUNT, lot.amount);
  putMember(AT, lot.at);
  putMember(EXPIRES_AT, lot.expiresAt);
  putMember(ID, lot.id);
  putMember(OFFER, lot.offer);
  putMember(PENDING, lot.pending);
  putMember(RENEWABLE, lot.renewable);
  putMember(USABLE, lot.usable);
  putMember(WALLET, lot.wallet);
  closeObject();
}

const ACTIVE_AT = headOf("activeAt");
const AMOUNT = headOf("amount");
const AT = headOf("at");
const EXPIRES_AT = headOf("expiresAt");
const OFFER = headOf("offer");
const PENDING = headOf("pending");
const RENEWABLE = headOf("renewable");
const USABLE = headOf("usable");
const WALLET = headOf("wallet");

function putUse(use: UseDocument): void {
  openObject();
  putMember(AMOUNT, use.amount);
  putMember(AT, use.at);
  putMember(BIRTHDAY_YEAR, use.birthdayYear);
  putMember(DAY, use.day);
  putMember(OFFER, use.offer);
  closeObject();
}

const BIRTHDAY_YEAR = headOf("birthdayYear");
const DAY = headOf("day");

function putTransaction(transaction: TransactionDocument): void {
  openObject();
  putMember(ACTIVITY, transaction.activity);
  putMember(AT, transaction.at);
  putMember(CHANNEL, transaction.channel);
  putMember(CHOICES, transaction.choices);
  putMember(CODES, transaction.codes);
  putMember(CURRENCY, transaction.currency);
  putMember(ID, transaction.id);
  putParts(LINES, transaction.lines, putLine);
  putMember(LOCATION, transaction.location);
  putMember(REDEEM, transaction.redeem);
  putMember(REFERRAL, transaction.referral);
  putMember(SURVEY, transaction.survey);
  putMember(TENDERS, transaction.tenders);
  putMember(TYPE, transaction.type);
  putMember(VOUCHERS, transaction.vouchers);
  closeObject();
}

const ACTIVITY = headOf("activity");
const CHANNEL = headOf("channel");
const CHOICES = headOf("choices");
const CODES = headOf("codes");
const CURRENCY = headOf("currency");
const LINES = headOf("lines");
const LOCATION = headOf("location");
const REDEEM = headOf("redeem");
const REFERRAL = headOf("referral");
const SURVEY = headOf("survey");
const TENDERS = headOf("tenders");
const TYPE = headOf("type");

function putLine(line: LineDocument): void {
  openObject();
  putMember(ACCRUES, line.accrues);
  putMember(AMOUNT, line.amount);
  putMember(BRAND, line.brand);
  putMember(CATEGORY, line.category);
  putMember(DISCOUNTABLE, line.discountable);
  putMember(FLOOR_PRICE, line.floorPrice);
  putMember(ID, line.id);
  putMember(KIND, line.kind);
  putMember(QUANTITY, line.quantity);
  putMember(SKU, line.sku);
  putMember(TAGS, line.tags);
  putMember(UNIT_PRICE, line.unitPrice);
  closeObject();
}

const ACCRUES = headOf("accrues");
const BRAND = headOf("brand");
const CATEGORY = headOf("category");
const DISCOUNTABLE = headOf("discountable");
const FLOOR_PRICE = headOf("floorPrice");
const KIND = headOf("kind");
const QUANTITY = headOf("quantity");
const SKU = headOf("sku");
const TAGS = headOf("tags");
const UNIT_PRICE = headOf("unitPrice");
