import type { Entry } from "vafa";
import type { Article, Cancellation, Sale } from "./read-invoices.js";

/** A sale that is booked: the invoice, and the entry that the ledger keeps. */
export interface BookedSale {
  readonly sale: Sale;
  readonly entry: Entry;
}

/** Which sale a cancellation takes back, and what of its lines; or why there is none. */
export type Found =
  | {
      readonly booked: BookedSale;
      readonly returned: readonly { readonly line: string; readonly quantity: string }[];
    }
  | { readonly missing: string };

/**
 * Finds the sale that a cancellation takes back, which the shop did not write down: the customer's last one in which
 * every article of it stands, at the same price and at least as often.
 */
export function findSale({ articles, customer }: Cancellation, booked: readonly BookedSale[]): Found {
  for (const one of [...booked].reverse()) {
    const returned = articles.flatMap((article) => lineWith(article, one.sale) ?? []);
    if (returned.length === articles.length) return { booked: one, returned };
  }
  const [first] = articles;
  return { missing: `no sale of ${first?.sku} to ${customer} stands here` };
}

function lineWith({ quantity, sku, unitPrice }: Article, { transaction }: Sale) {
  const line = transaction.lines?.find(
    (one) => one.sku === sku && one.unitPrice === unitPrice && Number(one.quantity) >= Number(quantity),
  );
  return line === undefined ? undefined : { line: line.id, quantity };
}
