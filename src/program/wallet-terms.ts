import type { OffersById } from "./benefit-terms.js";
import type { Currency } from "./wallet.js";
import type { WalletDocument } from "./wallet-document.js";

/** What a wallet is read with. */
export interface WalletTerms {
  readonly currency: Currency;
  readonly ladder: readonly string[];
  /** Does any offer compete? Then every wallet must say what its units are worth. */
  readonly compete: boolean;
  /** Every wallet of the program. */
  readonly documents: readonly WalletDocument[];
  readonly offers: OffersById;
}

/** The decimals of a wallet. */
export function digitsOf({ kind, digits }: WalletDocument, currency: Currency): number {
  return digits ?? (kind === "credit" ? currency.digits : 0);
}
