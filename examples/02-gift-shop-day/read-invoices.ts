import type { Line, Transaction } from "vafa";
import { readCsv } from "./read-csv.js";

/** One invoice of the day: a sale, or the cancellation of one. */
export type Invoice = Sale | Cancellation;

export interface Sale {
  readonly kind: "sale";
  readonly id: string;
  /** The customer; `undefined` where the shop wrote none down. */
  readonly customer: string | undefined;
  readonly at: string;
  readonly transaction: Transaction;
}

/** What comes back: a refund, not a purchase of less than nothing. It does not name the sale that it takes back. */
export interface Cancellation {
  readonly kind: "cancellation";
  readonly id: string;
  readonly customer: string | undefined;
  readonly at: string;
  readonly articles: readonly Article[];
}

export interface Article {
  readonly sku: string;
  /** How many came back, above zero. */
  readonly quantity: string;
  readonly unitPrice: string;
}

interface Row {
  readonly invoice: string;
  readonly sku: string;
  readonly quantity: string;
  readonly date: string;
  readonly unitPrice: string;
  readonly customer: string;
}

/** Reads the shop's export: the invoices in the order of their time. */
export function readInvoices(csv: string): readonly Invoice[] {
  const [, ...rows] = readCsv(csv).map((fields) => fields.map((field) => field.trim()));
  const byInvoice = new Map<string, Row[]>();
  for (const [invoice = "", sku = "", , quantity = "", date = "", unitPrice = "", customer = ""] of rows) {
    const row = { invoice, sku, quantity, date, unitPrice, customer };
    byInvoice.set(invoice, [...(byInvoice.get(invoice) ?? []), row]);
  }
  // Sorting keeps the order of the file where two invoices have the same time.
  return [...byInvoice.values()].map(invoiceOf).sort((a, b) => compare(a.at, b.at));
}

function invoiceOf(rows: readonly Row[]): Invoice {
  const { invoice: id = "", customer: written = "", date = "" } = rows[0] ?? {};
  const customer = written === "" ? undefined : written;
  const at = instantOf(date);
  if (id.startsWith("C")) return { kind: "cancellation", id, customer, at, articles: rows.map(articleOf) };
  const transaction = { id, type: "purchase", at, currency: "GBP", lines: rows.map(lineOf) };
  return { kind: "sale", id, customer, at, transaction };
}

/** A cancellation counts its articles below zero. */
function articleOf({ sku, quantity, unitPrice }: Row): Article {
  return { sku, quantity: quantity.replace("-", ""), unitPrice };
}

function lineOf({ sku, quantity, unitPrice }: Row, index: number): Line {
  // An article may be on an invoice twice, so the line's own number is its id. Postage is paid, but is no goods.
  const kind = sku === "POST" ? "fee" : "goods";
  return { id: `${index + 1}`, sku, quantity, unitPrice, kind };
}

/** `12/1/10 8:26` is 1 December 2010. London is at +00:00 in winter, and the excerpt is of one winter's day. */
function instantOf(date: string): string {
  const [month = "", day = "", year = "", hour = "", minute = ""] = date
    .split(/[/ :]/)
    .map((part) => part.padStart(2, "0"));
  return `20${year}-${month}-${day}T${hour}:${minute}:00+00:00`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
