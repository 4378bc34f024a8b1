import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { CatalogueItem } from "./program.js";
import type { CatalogueItemDocument } from "./program-document.js";
import { tieredIn } from "./read-benefits.js";
import { readDiscount } from "./read-discount.js";
import { readUnits, type Unit } from "./read-figures.js";
import { missingRef } from "./vocabulary.js";
import type { Wallet } from "./wallet.js";

/** Reads one thing that can be bought with what a wallet holds; `undefined` where it cannot be read. */
export function readCatalogueItem(
  { id, name = {}, wallet: walletId, price: written, benefit: document }: CatalogueItemDocument,
  path: Path,
  { currency, wallets }: { readonly currency: Unit; readonly wallets: readonly Wallet[] },
  issues: Issue[],
): CatalogueItem | undefined {
  const place = [...path, "benefit"];
  const tiered = tieredIn(document, place);
  for (const { path: at } of tiered) {
    const expected = "one value for all";
    issues.push(issueAt("one-of", at, "a catalogue item is the same for all tiers", { expected }));
  }
  const benefit =
    tiered.length > 0 ? undefined : readDiscount(document, place, currency, { tier: undefined, issues });
  const wallet = wallets.find((one) => one.id === walletId);
  if (wallet === undefined) {
    const hint = didYouMean(
      walletId,
      wallets.map((one) => one.id),
    );
    issues.push(missingRef([...path, "wallet"], "wallet", walletId, hint));
    return undefined;
  }
  const price = readUnits({ value: written, path: [...path, "price"] }, wallet.digits, wallet.id, issues);
  return price === undefined || benefit === undefined ? undefined : { id, name, wallet, price, benefit };
}
