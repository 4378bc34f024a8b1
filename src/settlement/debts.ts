import type { DebtDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import type { Member } from "../standing/request.js";
import { addAmounts, formatAmount, subtractAmounts } from "../units/amount.js";
import type { Posting } from "./entry.js";

/** Where it is kept what a member owes a wallet. */
export function debtAccount(wallet: string): string {
  return `member:${wallet}.debt`;
}

type Movement = Pick<Posting, "amount" | "from" | "to" | "unit">;

/**
 * What a member owes after an entry. The postings say it all: what is taken out of the account of a debt is owed, what
 * comes into it is paid. A debt of which nothing is left is gone.
 */
export function debtsAfter(
  debts: readonly DebtDocument[],
  postings: readonly Movement[],
): readonly DebtDocument[] {
  const owed = new Map(debts.map(({ wallet, amount }) => [wallet, String(amount)]));
  for (const { amount, from, to, unit } of postings) {
    const account = debtAccount(unit);
    const before = owed.get(unit) ?? "0";
    if (from === account) owed.set(unit, addAmounts(before, amount));
    if (to === account) owed.set(unit, subtractAmounts(before, amount) ?? "0");
  }
  return [...owed]
    .filter(([, amount]) => /[1-9]/.test(amount))
    .map(([wallet, amount]) => ({ wallet, amount }));
}

export function debtRows({ wallets }: Program, { standing }: Member): readonly DebtDocument[] {
  return wallets.flatMap(({ id, digits }) => {
    const owed = standing.debts.get(id) ?? 0n;
    return owed === 0n ? [] : [{ wallet: id, amount: formatAmount(owed, digits) }];
  });
}
