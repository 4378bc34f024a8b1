import type { Transaction } from "vafa";

/** What one customer bought, the earlier first. */
export interface Customer {
  readonly id: string;
  readonly transactions: readonly Transaction[];
}

/** Reads rows of: customer, customer in the sample, date `YYYYMMDD`, discs, dollars. */
export function readPurchases(text: string): readonly Customer[] {
  const byCustomer = new Map<string, Transaction[]>();
  for (const row of text.trim().split(/\r?\n/)) {
    const [customer = "", , date = "", discs = "", dollars = ""] = row.trim().split(/\s+/);
    const earlier = byCustomer.get(customer) ?? [];
    // Some bought twice on a day: the customer's own count tells such purchases apart.
    const id = `${customer}-${earlier.length + 1}`;
    byCustomer.set(customer, [...earlier, purchaseOf({ id, date, discs, dollars })]);
  }
  return [...byCustomer].map(([id, transactions]) => ({ id, transactions }));
}

interface Purchase {
  readonly id: string;
  readonly date: string;
  readonly discs: string;
  readonly dollars: string;
}

function purchaseOf({ id, date, discs, dollars }: Purchase): Transaction {
  return {
    id,
    type: "purchase",
    // The day is all that was written down: noon in New York, the club's zone, at -05:00 in January.
    at: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T12:00:00-05:00`,
    currency: "USD",
    // One line for all discs: what they came to is known, what each cost is not.
    lines: [{ id: "1", quantity: discs, unitPrice: eachOf(dollars, discs), amount: dollars }],
  };
}

/** The price of one, to the nearest cent below; the line's `amount` is what counts. */
function eachOf(dollars: string, discs: string): string {
  const cents = (BigInt(dollars.replace(".", "")) / BigInt(discs)).toString().padStart(3, "0");
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
