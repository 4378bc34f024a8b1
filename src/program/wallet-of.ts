import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { AccrualDocument } from "./benefit-document.js";
import { missingRef } from "./vocabulary.js";
import type { Wallet } from "./wallet.js";

/** The wallet that an accrual goes to: the one it names, or the only one of its kind. */
export function walletOf(
  { kind, wallet }: AccrualDocument,
  path: Path,
  wallets: readonly Wallet[],
  issues: Issue[],
): Wallet | undefined {
  const ofKind = wallets.filter((one) => one.kind === kind);
  const names = ofKind.map(({ id }) => id);
  if (wallet !== undefined) {
    const named = ofKind.find(({ id }) => id === wallet);
    const hint =
      didYouMean(wallet, names) ?? (names.length > 0 ? `there are ${names.join(", ")}` : undefined);
    if (named === undefined)
      issues.push(missingRef([...path, "wallet"], `wallet of kind ${kind}`, wallet, hint));
    return named;
  }
  if (ofKind.length === 1) return ofKind[0];
  const message =
    ofKind.length === 0
      ? `the program has no wallet of kind ${kind}`
      : `the program has several wallets of kind ${kind}`;
  const hint = ofKind.length === 0 ? "declare one under /wallets" : `name one: ${names.join(", ")}`;
  issues.push(
    issueAt(ofKind.length === 0 ? "ref-missing" : "required", [...path, "wallet"], message, { hint }),
  );
  return undefined;
}
