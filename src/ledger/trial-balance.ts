import { byCodeUnit } from "../units/code-unit-order.js";
import { ledgerEntries } from "./ledger-entry.js";
import { millionthsOf, openDecimals } from "./millionths.js";

/** What went through one account in one unit. */
export interface AccountRow {
  readonly unit: string;
  readonly account: string;
  /** Moved into it. */
  readonly received: string;
  /** Moved out of it. */
  readonly gave: string;
  /** Received less given; below zero where it gave more, as the club's own accounts do. */
  readonly balance: string;
}

export interface TrialBalance {
  /** By unit, then by account. */
  readonly accounts: readonly AccountRow[];
  /** All balances of a unit together: `"0"`, for what one account gives another receives. */
  readonly units: readonly { readonly unit: string; readonly moved: string; readonly net: string }[];
}

/**
 * Adds up the postings of any entries, of one member or of all, by unit and account.
 *
 * Worked: one sale that grants 120,000 of credit gives `member:credit` a balance of 120,000 and `club:credit.cost` one
 * of -120,000; the unit nets to 0.
 *
 * Throws a `ClubError` where an entry cannot be read. It does not ask whether entries are genuine: `verifyLedger` does.
 */
export function trialBalance(entries: Iterable<unknown>): TrialBalance {
  const sums = new Map<string, Accounts>();
  const decimals = openDecimals();
  for (const { postings } of ledgerEntries(entries)) {
    for (const { amount, from, to, unit } of postings) {
      const accounts: Accounts = sums.get(unit) ?? new Map();
      sums.set(unit, accounts);
      const moved = millionthsOf(amount);
      decimals.see(unit, amount);
      sumAt(accounts, from).gave += moved;
      sumAt(accounts, to).received += moved;
    }
  }
  const inOrder = [...sums].sort(([a], [b]) => byCodeUnit(a, b));
  return {
    accounts: inOrder.flatMap(([unit, accounts]) =>
      [...accounts]
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([account, { received, gave }]) => ({
          unit,
          account,
          received: decimals.write(unit, received),
          gave: decimals.write(unit, gave),
          balance: decimals.write(unit, received - gave),
        })),
    ),
    units: inOrder.map(([unit, accounts]) => {
      let [moved, net] = [0n, 0n];
      for (const { received, gave } of accounts.values()) {
        moved += received;
        net += received - gave;
      }
      return { unit, moved: decimals.write(unit, moved), net: decimals.write(unit, net) };
    }),
  };
}

interface Sum {
  received: bigint;
  gave: bigint;
}

type Accounts = Map<string, Sum>;

function sumAt(accounts: Accounts, account: string): Sum {
  const known = accounts.get(account) ?? { received: 0n, gave: 0n };
  accounts.set(account, known);
  return known;
}
