import { closest, didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import { foldCode } from "../facts/catalogue.js";
import { isOccasion, PURCHASE, TRANSACTION_TYPES, type TransactionDocument } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import { missingRef } from "../program/vocabulary.js";
import type { Moment } from "./later-by.js";
import { isNationalCode } from "./national-code.js";
import { NO_CHOICES, readChoices } from "./read-choices.js";
import { readLines } from "./read-lines.js";
import { readRedeem } from "./read-redeem.js";
import type { Member, Transaction } from "./request.js";

/** What a request is read by. */
export interface RequestTerms {
  readonly program: Program;
  readonly mostLines: number;
}

const NONE: readonly never[] = [];
const HERE = ["transaction"];

/** Reads a purchase or an activity; what is wrong with it goes into `issues`. */
export function readTransaction(
  document: TransactionDocument,
  member: Member | undefined,
  { at, local }: Moment,
  { program, mostLines }: RequestTerms,
  issues: Issue[],
): Transaction {
  const { id, type, channel, location, codes, vouchers = NONE, tenders, lines = NONE } = document;
  const { redeem, choices, survey, referral } = document;
  if (type !== PURCHASE) checkType(type, issues);
  checkKeys(document, issues);
  checkCurrency(document, program, issues);
  if (lines.length > mostLines) {
    const counts = { expected: `at most ${mostLines}`, received: `${lines.length}` };
    issues.push(issueAt("array-too-long", [...HERE, "lines"], "there are too many lines", counts));
  }
  if (vouchers.length > 0 || redeem !== undefined) checkOwner(vouchers, member, issues);
  if (referral !== undefined) checkReferral(referral.with, member, issues);
  return {
    id,
    type,
    at,
    local,
    channel,
    location,
    codes: codes === undefined ? NONE : codes.map(foldCode),
    vouchers,
    tenders: tenders === undefined ? undefined : tenders.map((tender) => tender.type),
    lines: readLines(lines, program, issues),
    redeem: redeem === undefined ? NONE : readRedeem(redeem, [...HERE, "redeem"], program, issues),
    choices: choices === undefined ? NO_CHOICES : readChoices(choices, [...HERE, "choices"], program, issues),
    survey,
    referral,
  };
}

function checkType(type: string, issues: Issue[]): void {
  if ((TRANSACTION_TYPES as readonly string[]).includes(type)) return;
  const path = [...HERE, "type"];
  if (isOccasion(type)) {
    const hint = `an offer on ${type} is given as time passes, without a transaction`;
    issues.push(issueAt("one-of", path, `${type} is an occasion, and no transaction`, { hint }));
  }
  const meant = closest(type, TRANSACTION_TYPES);
  if (meant === undefined) return;
  const message = `is nearly ${meant}: an activity of the club's own has a name of its own`;
  const sides = { received: JSON.stringify(type), hint: `did you mean ${JSON.stringify(meant)}?` };
  issues.push(issueAt("enum", path, message, sides));
}

const PURCHASE_ONLY = ["lines", "redeem"] as const;

function checkKeys(document: TransactionDocument, issues: Issue[]): void {
  const { type, lines, activity, survey, referral } = document;
  if (type === PURCHASE) {
    if (lines === undefined)
      issues.push(issueAt("required", [...HERE, "lines"], "is missing: a purchase has lines"));
    if (activity !== undefined) {
      const hint = "declared facts of a purchase stand in the request's `facts`";
      issues.push(issueAt("one-of", [...HERE, "activity"], "a purchase is no activity", { hint }));
    }
  } else {
    for (const key of PURCHASE_ONLY) {
      if (document[key] === undefined) continue;
      issues.push(issueAt("one-of", [...HERE, key], "only a purchase has them", { received: type }));
    }
  }
  if (survey !== undefined) checkOnlyOf("survey", type, issues);
  if (referral !== undefined) checkOnlyOf("referral", type, issues);
}

function checkOnlyOf(key: "survey" | "referral", type: string, issues: Issue[]): void {
  if (type === key) return;
  const message = `belongs to a transaction of type ${key}`;
  issues.push(issueAt("one-of", [...HERE, key], message, { received: type }));
}

function checkCurrency({ type, currency }: TransactionDocument, program: Program, issues: Issue[]): void {
  if (currency === program.currency.code) return;
  const path = [...HERE, "currency"];
  const expected = program.currency.code;
  if (currency !== undefined) {
    const sides = { expected, received: currency };
    issues.push(issueAt("currency-mismatch", path, "is not the currency of the program", sides));
  } else if (type === PURCHASE) issues.push(issueAt("required", path, "is missing", { expected }));
}

/** Wallets and vouchers are a member's; a voucher that they never had is no voucher. */
function checkOwner(vouchers: readonly string[], member: Member | undefined, issues: Issue[]): void {
  if (member === undefined) {
    const hint = "a guest has no wallets and no vouchers";
    issues.push(issueAt("required", ["member"], "is missing: only a member can redeem", { hint }));
    return;
  }
  const held = member.standing.vouchers;
  for (const [index, voucher] of vouchers.entries()) {
    if (held.some(({ id }) => id === voucher)) continue;
    const hint = didYouMean(
      voucher,
      held.map(({ id }) => id),
    );
    issues.push(missingRef([...HERE, "vouchers", index], "voucher of the member's", voucher, hint));
  }
}

function checkReferral(other: string, member: Member | undefined, issues: Issue[]): void {
  const path = [...HERE, "referral", "with"];
  if (isNationalCode(other)) {
    issues.push(issueAt("pii-in-id", path, "is a national code", { received: "ir-national-code" }));
  }
  if (other === member?.id) issues.push(issueAt("one-of", path, "nobody refers themselves"));
}
