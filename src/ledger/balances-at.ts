import { byCodeUnit } from "../units/code-unit-order.js";
import { memberLots } from "./member-lots.js";

/** What one member has in one wallet at an instant. */
export interface LedgerBalance {
  readonly memberId: string;
  readonly wallet: string;
  /** Active, and not expired. */
  readonly spendable: string;
  /** Not yet active. */
  readonly pending: string;
  /** Past its expiry, whether or not that was booked; what was booked as expired is gone from here. */
  readonly expired: string;
  /** Owed: what a refund took back of units that were spent. The next accruals pay it. */
  readonly debt: string;
}

/**
 * The balances of all members at an instant, by member id and wallet, as the postings of their entries made them.
 * Entries after the instant are left out.
 *
 * Worked: of 112,000 of credit granted on 30 Aban for six months, with 40,000 spent on 5 Azar, 112,000 can be spent on
 * 1 Azar, 72,000 on 6 Azar, and in Khordad 72,000 have expired.
 *
 * Takes each member's whole chain in order, members in any order. Throws a `ClubError` where an entry cannot be read,
 * or moves a lot that none before it opened (`lot-mismatch`).
 */
export function balancesAt(entries: Iterable<unknown>, at: string): readonly LedgerBalance[] {
  const lots = memberLots(entries, at);
  return [...lots.books]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([memberId, book]) => {
      const owed = lots.debts.get(memberId);
      const wallets = new Map([...(owed?.keys() ?? [])].map((wallet) => [wallet, noUnits()]));
      for (const { wallet, held, activeAt, expiresAt } of book.values()) {
        const sums = wallets.get(wallet) ?? noUnits();
        wallets.set(wallet, sums);
        sums[lots.at >= expiresAt ? "expired" : lots.at < activeAt ? "pending" : "spendable"] += held;
      }
      return [...wallets]
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([wallet, { spendable, pending, expired }]) => ({
          memberId,
          wallet,
          spendable: lots.decimals.write(wallet, spendable),
          pending: lots.decimals.write(wallet, pending),
          expired: lots.decimals.write(wallet, expired),
          debt: lots.decimals.write(wallet, owed?.get(wallet) ?? 0n),
        }));
    });
}

function noUnits() {
  return { spendable: 0n, pending: 0n, expired: 0n };
}
