import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { RedeemDocument } from "../facts/transaction.js";
import type { CatalogueItem, Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";
import type { Wallet } from "../program/wallet.js";

/** What the member wants to pay with: an amount of a wallet, or something of the catalogue. */
export type RedeemRequest =
  /** In minor units of the wallet; `max` is the most that the rules allow. */
  | { readonly kind: "wallet"; readonly wallet: Wallet; readonly amount: bigint | "max" }
  | { readonly kind: "catalogue"; readonly item: CatalogueItem; readonly times: bigint };

/** Reads what is to be redeemed, in the order asked. */
export function readRedeem(
  documents: readonly RedeemDocument[],
  path: Path,
  program: Program,
  issues: Issue[],
): readonly RedeemRequest[] {
  const read: RedeemRequest[] = [];
  const asked = new Set<string>();
  for (const [index, document] of documents.entries()) {
    const place = [...path, index];
    if ("wallet" in document) {
      const { wallet } = document;
      // Of two amounts the one might take what the other was promised.
      if (asked.has(wallet))
        issues.push(issueAt("duplicate-id", [...place, "wallet"], `${wallet} is asked to pay already`));
      asked.add(wallet);
    }
    const one =
      "wallet" in document
        ? readWalletRedeem(document, place, program, issues)
        : readItemRedeem(document, place, program, issues);
    if (one !== undefined) read.push(one);
  }
  return read;
}

function readWalletRedeem(
  document: Extract<RedeemDocument, { readonly wallet: string }>,
  path: Path,
  { wallets }: Program,
  issues: Issue[],
): RedeemRequest | undefined {
  const place = [...path, "wallet"];
  const wallet = wallets.find(({ id }) => id === document.wallet);
  const paying = wallets.filter(({ redemption }) => redemption !== undefined).map(({ id }) => id);
  if (wallet === undefined) {
    issues.push(missingRef(place, "wallet", document.wallet, didYouMean(document.wallet, paying)));
    return undefined;
  }
  if (wallet.redemption === undefined) {
    const hint =
      paying.length > 0 ? `these do: ${paying.join(", ")}` : "no wallet of the program has `redemption`";
    issues.push(issueAt("one-of", place, `${wallet.id} does not pay for purchases`, { hint }));
    return undefined;
  }
  if (document.amount === "max") return { kind: "wallet", wallet, amount: "max" };
  const written = { value: document.amount, path: [...path, "amount"] };
  const amount = readUnits(written, wallet.digits, wallet.id, issues);
  return amount === undefined ? undefined : { kind: "wallet", wallet, amount };
}

function readItemRedeem(
  document: Extract<RedeemDocument, { readonly catalogue: string }>,
  path: Path,
  { catalogue }: Program,
  issues: Issue[],
): RedeemRequest | undefined {
  const item = catalogue.find(({ id }) => id === document.catalogue);
  if (item !== undefined) return { kind: "catalogue", item, times: BigInt(document.times ?? 1) };
  const hint = didYouMean(
    document.catalogue,
    catalogue.map(({ id }) => id),
  );
  issues.push(missingRef([...path, "catalogue"], "catalogue item", document.catalogue, hint));
  return undefined;
}
