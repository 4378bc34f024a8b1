import type { Line } from "./line-file.js";
import type { Complaint } from "./read-document.js";
import { objectOf, readLine } from "./read-line.js";

/** One row of a file of purchases: what it says of its own place; all else the library reads. */
export type Row =
  | {
      readonly kind: "transaction";
      readonly memberId: string | undefined;
      readonly at: unknown;
      readonly request: Asked;
    }
  | {
      readonly kind: "refund";
      readonly memberId: string;
      readonly at: unknown;
      readonly refund: Asked;
      readonly sale: string;
    };

/** Some of a request, not read yet. */
type Asked = { readonly [key: string]: unknown };

export type RowRead =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

const ROW_KEYS = ["memberId", "transaction", "refund", "facts"];
const REFUND_KEYS = ["id", "at", "sale", "returned", "amount", "cause"];

/** Reads one line of a file of purchases. */
export function readRow(line: Line): RowRead {
  const read = readLine(line);
  const row = read.ok ? objectOf(read.value, ROW_KEYS, "") : read;
  if (!row.ok) return row;
  const { memberId, transaction, refund, facts } = row.object;
  if (memberId !== undefined && typeof memberId !== "string")
    return wrong("type", "/memberId", "must be a text");
  if ((transaction === undefined) === (refund === undefined)) {
    return wrong("one-of", "", "says one of `transaction` and `refund`");
  }
  if (refund !== undefined) return readRefundRow(refund, { memberId, facts });
  const request = facts === undefined ? { transaction } : { transaction, facts };
  return { ok: true, row: { kind: "transaction", memberId, at: atOf(transaction), request } };
}

function readRefundRow(
  document: unknown,
  { memberId, facts }: { readonly memberId: string | undefined; readonly facts: unknown },
): RowRead {
  if (memberId === undefined) return wrong("required", "/memberId", "is missing: only members have refunds");
  if (facts !== undefined) return wrong("one-of", "/facts", "belongs to a transaction");
  const read = objectOf(document, REFUND_KEYS, "/refund");
  if (!read.ok) return read;
  const { sale, ...refund } = read.object;
  if (typeof sale !== "string")
    return wrong("type", "/refund/sale", "must be the transaction id of the sale");
  return { ok: true, row: { kind: "refund", memberId, at: refund.at, refund, sale } };
}

function atOf(transaction: unknown): unknown {
  return (Object(transaction) as { readonly at?: unknown }).at;
}

function wrong(code: Complaint["code"], path: string, message: string): RowRead {
  return { ok: false, complaints: [{ code, path, message }] };
}
