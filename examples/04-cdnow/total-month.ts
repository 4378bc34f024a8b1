import type { MemberMonth } from "./decide-month.js";

/** What a month came to. Money in cents. */
export interface Totals {
  readonly list: bigint;
  readonly discount: bigint;
  readonly due: bigint;
  /** How often each offer was given, and what that costs the club. */
  readonly offers: ReadonlyMap<string, { readonly count: number; readonly cost: bigint }>;
  /** What the members have at the end, by wallet, in its smallest unit. */
  readonly balances: ReadonlyMap<string, bigint>;
}

export function totalMonth(members: readonly MemberMonth[]): Totals {
  const decisions = members.flatMap((member) => member.decisions);
  const offers = new Map<string, { count: number; cost: bigint }>();
  for (const { offer, cost } of decisions.flatMap(({ awards }) => awards)) {
    const before = offers.get(offer) ?? { count: 0, cost: 0n };
    offers.set(offer, { count: before.count + 1, cost: before.cost + units(cost) });
  }
  const balances = new Map<string, bigint>();
  for (const { wallet, amount } of members.flatMap(({ standing }) => standing.lots ?? [])) {
    balances.set(wallet, (balances.get(wallet) ?? 0n) + units(`${amount}`));
  }
  return {
    list: sum(decisions.map(({ totals }) => units(totals.list))),
    discount: sum(decisions.map(({ totals }) => units(totals.discount))),
    due: sum(decisions.map(({ totals }) => units(totals.due))),
    offers,
    balances,
  };
}

/** Amounts are texts with all their decimals: without the point, `"2.50"` is 250 cents. */
function units(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((total, part) => total + part, 0n);
}
