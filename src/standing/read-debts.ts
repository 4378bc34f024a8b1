import { didYouMean } from "../documents/closest.js";
import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { DebtDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";

const NO_DEBTS: ReadonlyMap<string, bigint> = new Map();

/** What the member owes each wallet, in its minor units. */
export function readDebts(
  documents: readonly DebtDocument[],
  path: Path,
  { wallets }: Program,
  issues: Issue[],
): ReadonlyMap<string, bigint> {
  if (documents.length === 0) return NO_DEBTS;
  const debts = new Map<string, bigint>();
  for (const [index, { wallet: name, amount }] of documents.entries()) {
    const place = [...path, index];
    const wallet = wallets.find(({ id }) => id === name);
    if (wallet === undefined) {
      const ids = wallets.map(({ id }) => id);
      issues.push(missingRef([...place, "wallet"], "wallet", name, didYouMean(name, ids)));
      continue;
    }
    const owed = readUnits({ value: amount, path: [...place, "amount"] }, wallet.digits, wallet.id, issues);
    debts.set(name, (debts.get(name) ?? 0n) + (owed ?? 0n));
  }
  return debts;
}
