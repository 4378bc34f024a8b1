import { type Allowance, charge, refuse } from "../documents/allowance.js";
import {
  type Blank,
  copyBy,
  copyForeignId,
  copyId,
  copyInstant,
  copyList,
  copyText,
} from "../documents/copy-values.js";
import { isPlain } from "../documents/read-document.js";
import { copyLine } from "./copy-line.js";
import { MOST_LINES, type TransactionDocument, transactionSchema } from "./transaction.js";

/** As `copyLine`. */
export function copyTransaction(value: unknown, allowance: Allowance, depth: number): TransactionDocument {
  if (!isPlain(value)) return refuse();
  const transaction = blankTransaction();
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "id") transaction.id = copyForeignId(written, allowance);
    else if (key === "type") transaction.type = copyId(written, allowance);
    else if (key === "at") transaction.at = copyInstant(written, allowance);
    else if (key === "currency") transaction.currency = copyText(written, allowance);
    else if (key === "channel") transaction.channel = copyText(written, allowance);
    else if (key === "location") transaction.location = copyText(written, allowance);
    else if (key === "lines") {
      transaction.lines = copyList(written, MOST_LINES, copyLine, allowance, depth + 1);
    } else if (key === "tenders") transaction.tenders = copyBy(shape.tenders, written, allowance, depth + 1);
    else if (key === "codes") transaction.codes = copyBy(shape.codes, written, allowance, depth + 1);
    else if (key === "vouchers") transaction.vouchers = copyBy(shape.vouchers, written, allowance, depth + 1);
    else if (key === "redeem") transaction.redeem = copyBy(shape.redeem, written, allowance, depth + 1);
    else if (key === "choices") transaction.choices = copyBy(shape.choices, written, allowance, depth + 1);
    else if (key === "survey") transaction.survey = copyBy(shape.survey, written, allowance, depth + 1);
    else if (key === "referral") transaction.referral = copyBy(shape.referral, written, allowance, depth + 1);
    else if (key === "activity") transaction.activity = copyBy(shape.activity, written, allowance, depth + 1);
    else return refuse();
  }
  charge(allowance, 1);
  const { id, type, at } = transaction;
  const isWhole = id !== undefined && type !== undefined && at !== undefined;
  return isWhole ? (transaction as TransactionDocument) : refuse();
}

const { shape } = transactionSchema;

function blankTransaction(): Blank<TransactionDocument> {
  return {
    activity: undefined,
    at: undefined,
    channel: undefined,
    choices: undefined,
    codes: undefined,
    currency: undefined,
    id: undefined,
    lines: undefined,
    location: undefined,
    redeem: undefined,
    referral: undefined,
    survey: undefined,
    tenders: undefined,
    type: undefined,
    vouchers: undefined,
  };
}
