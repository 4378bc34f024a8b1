import type { OfferDocument } from "./offer-document.js";
import type { Vocabulary } from "./vocabulary.js";
import type { Currency, Wallet } from "./wallet.js";

/** What a benefit may refer to. */
export interface BenefitTerms {
  readonly currency: Currency;
  readonly wallets: readonly Wallet[];
  readonly ladder: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly offers: OffersById;
}

/** What the offers of a document ask of one another. */
export type OffersById = ReadonlyMap<string, Pick<OfferDocument, "always" | "by" | "group">>;
