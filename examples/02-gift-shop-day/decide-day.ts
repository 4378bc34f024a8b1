import { apply, type Club, type Decision, type Standing } from "vafa";
import type { Invoice } from "./read-invoices.js";

/** What one day came to. Money in pence. */
export interface Day {
  readonly decisions: readonly Decision[];
  readonly skipped: readonly Invoice[];
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

/**
 * Decides invoice after invoice. The engine keeps nothing between two calls: what a member has is carried from one
 * entry to the next by `apply`, here in a map, in a real shop in a table with one row a member.
 */
export function decideDay(club: Club, invoices: readonly Invoice[]): Day {
  const standings = new Map<string, Standing>();
  const decided = invoices.filter(({ skip }) => skip === undefined);
  const decisions = decided.map(({ customer, transaction }) => {
    // Without a customer it is a guest's: no wallet, no entry.
    if (customer === undefined) return club.evaluate({ transaction });
    const standing = standings.get(customer);
    const member = standing === undefined ? { id: customer } : { id: customer, standing };
    const decision = club.evaluate({ member, transaction });
    standings.set(customer, apply(standing, decision.entry));
    return decision;
  });
  const lines = decided.flatMap(({ transaction }) => transaction.lines ?? []);
  return {
    decisions,
    skipped: invoices.filter(({ skip }) => skip !== undefined),
    standings,
    guests: decided.filter(({ customer }) => customer === undefined).length,
    zeroPriced: lines.filter(({ unitPrice }) => Number(unitPrice) === 0).length,
    list: sum(decisions.map(({ totals }) => pence(totals.list))),
    discount: sum(decisions.map(({ totals }) => pence(totals.discount))),
    due: sum(decisions.map(({ totals }) => pence(totals.due))),
    points: sum(givenTo("points", decisions).map(BigInt)),
    credit: sum(givenTo("credit", decisions).map(pence)),
    offers: countOffers(decisions),
  };
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
