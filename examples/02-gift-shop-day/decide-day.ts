import { apply, type Club, type Decision, type RefundDecision, type Standing } from "vafa";
import { type BookedSale, findSale } from "./find-sale.js";
import type { Cancellation, Invoice, Sale } from "./read-invoices.js";

/** What one day came to. Money in pence. */
export interface Day {
  readonly decisions: readonly Decision[];
  readonly refunds: readonly RefundDecision[];
  /** Cancellations, and why they were not taken back. */
  readonly skipped: readonly { readonly id: string; readonly why: string }[];
  /** Every member's standing at the end of the day. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly guests: number;
  readonly zeroPriced: number;
  readonly list: bigint;
  readonly discount: bigint;
  readonly due: bigint;
  readonly points: bigint;
  readonly credit: bigint;
  /** How often each offer was given, and what that costs the club. */
  readonly offers: ReadonlyMap<string, { readonly count: number; readonly cost: bigint }>;
}

/** What a till remembers while the day goes on. */
interface Till {
  readonly club: Club;
  readonly standings: Map<string, Standing>;
  /** By customer: in a real shop they stand in the ledger. */
  readonly sales: Map<string, BookedSale[]>;
  readonly decisions: Decision[];
  readonly refunds: RefundDecision[];
  readonly skipped: { readonly id: string; readonly why: string }[];
}

/**
 * Decides invoice after invoice. The engine keeps nothing between two calls: what a member has is carried from one
 * entry to the next by `apply`, here in a map, in a real shop in a table with one row a member.
 */
export function decideDay(club: Club, invoices: readonly Invoice[]): Day {
  const till: Till = {
    ...{ club, standings: new Map(), sales: new Map() },
    ...{ decisions: [], refunds: [], skipped: [] },
  };
  for (const invoice of invoices) {
    if (invoice.kind === "sale") sell(till, invoice);
    else takeBack(till, invoice);
  }
  const { decisions, refunds, skipped, standings } = till;
  const sales = invoices.flatMap((invoice) => (invoice.kind === "sale" ? [invoice] : []));
  const lines = sales.flatMap(({ transaction }) => transaction.lines ?? []);
  return {
    ...{ decisions, refunds, skipped, standings },
    guests: sales.filter(({ customer }) => customer === undefined).length,
    zeroPriced: lines.filter(({ unitPrice }) => Number(unitPrice) === 0).length,
    list: sum(decisions.map(({ totals }) => pence(totals.list))),
    discount: sum(decisions.map(({ totals }) => pence(totals.discount))),
    due: sum(decisions.map(({ totals }) => pence(totals.due))),
    points: sum(givenTo("points", decisions).map(BigInt)),
    credit: sum(givenTo("credit", decisions).map(pence)),
    offers: countOffers(decisions),
  };
}

function sell({ club, decisions, sales, standings }: Till, sale: Sale): void {
  const { customer, transaction } = sale;
  // Without a customer it is a guest's: no wallet, no entry.
  if (customer === undefined) {
    decisions.push(club.evaluate({ transaction }));
    return;
  }
  const standing = standings.get(customer);
  const member = standing === undefined ? { id: customer } : { id: customer, standing };
  const decision = club.evaluate({ member, transaction });
  decisions.push(decision);
  if (decision.entry === undefined) return;
  standings.set(customer, apply(standing, decision.entry));
  sales.set(customer, [...(sales.get(customer) ?? []), { sale, entry: decision.entry }]);
}

/** A cancellation of a sale that is here is a refund; of any other sale nobody knows what it had been given. */
function takeBack({ club, refunds, sales, skipped, standings }: Till, cancelled: Cancellation): void {
  const { at, customer = "", id } = cancelled;
  const found = findSale(cancelled, sales.get(customer) ?? []);
  if ("missing" in found) {
    skipped.push({ id, why: found.missing });
    return;
  }
  const standing = standings.get(customer);
  const { booked, returned } = found;
  const refund = club.refund({ id, at, member: { id: customer, standing }, sale: booked.entry, returned });
  refunds.push(refund);
  if (refund.entry !== undefined) standings.set(customer, apply(standing, refund.entry));
}

function givenTo(wallet: string, decisions: readonly Decision[]): readonly string[] {
  return decisions.flatMap(({ awards }) =>
    awards.filter((award) => award.wallet === wallet).map(({ amount }) => amount),
  );
}

function countOffers(decisions: readonly Decision[]): Day["offers"] {
  const offers = new Map<string, { count: number; cost: bigint }>();
  for (const { offer, cost } of decisions.flatMap(({ awards }) => awards)) {
    const before = offers.get(offer) ?? { count: 0, cost: 0n };
    offers.set(offer, { count: before.count + 1, cost: before.cost + pence(cost) });
  }
  return offers;
}

/** Amounts are texts with all their decimals: without the point, `"2.50"` is 250 pence. */
export function pence(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((total, part) => total + part, 0n);
}
