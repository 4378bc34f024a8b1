import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { checkExpiry, readExpiry } from "./read-expiry.js";
import { readUnits } from "./read-figures.js";
import { checkVoucherOffer } from "./read-grants.js";
import { missingRef } from "./vocabulary.js";
import type { Conversion } from "./wallet.js";
import type { WalletDocument } from "./wallet-document.js";
import { digitsOf, type WalletTerms } from "./wallet-terms.js";

/** Reads what the units of a wallet become by themselves. */
export function readConversion(
  wallet: WalletDocument,
  path: Path,
  terms: WalletTerms,
  issues: Issue[],
): Conversion | undefined {
  const { converts } = wallet;
  if (converts === undefined) return undefined;
  const digits = digitsOf(wallet, terms.currency);
  const every = readUnits({ value: converts.every, path: [...path, "every"] }, digits, wallet.id, issues);
  const into = readInto(wallet, [...path, "into"], terms, issues);
  return every === undefined || into === undefined ? undefined : { every, into };
}

function readInto(
  wallet: WalletDocument,
  path: Path,
  terms: WalletTerms,
  issues: Issue[],
): Conversion["into"] | undefined {
  const into = wallet.converts?.into;
  if (into === undefined) return undefined;
  if ("voucher" in into) {
    const { voucher, expires = "never" } = into;
    checkVoucherOffer(voucher, [...path, "voucher"], terms.offers, issues);
    checkExpiry(expires, [...path, "expires"], issues);
    return { kind: "voucher", offer: voucher, expires: readExpiry(expires) };
  }
  const other = terms.documents.find(({ id }) => id === into.wallet);
  if (other === undefined) {
    const names = terms.documents.map(({ id }) => id);
    issues.push(missingRef([...path, "wallet"], "wallet", into.wallet, didYouMean(into.wallet, names)));
    return undefined;
  }
  checkCycle(wallet, [...path, "wallet"], terms.documents, issues);
  const figure = { value: into.amount, path: [...path, "amount"] };
  const amount = readUnits(figure, digitsOf(other, terms.currency), other.id, issues);
  return amount === undefined ? undefined : { kind: "wallet", wallet: other.id, amount };
}

/** Wallets that convert into one another would never come to rest. */
function checkCycle(
  wallet: WalletDocument,
  path: Path,
  wallets: readonly WalletDocument[],
  issues: Issue[],
): void {
  const after = new Map(wallets.map(({ id, converts }) => [id, converts?.into]));
  const way = [wallet.id];
  for (;;) {
    const into = after.get(way.at(-1) ?? "");
    if (into === undefined || "voucher" in into) return;
    way.push(into.wallet);
    if (into.wallet === wallet.id) break;
    // Another's cycle, told at the wallets that are on it.
    if (way.length > wallets.length) return;
  }
  const cycle = way.join(" → ");
  issues.push(issueAt("ref-cycle", path, `the wallet comes back to itself: ${cycle}`, { received: cycle }));
}
