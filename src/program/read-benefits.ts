import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Benefit } from "./benefit.js";
import type { BenefitDocument } from "./benefit-document.js";
import type { BenefitTerms } from "./benefit-terms.js";
import { readAccrual } from "./read-accrual.js";
import { readDiscount } from "./read-discount.js";
import { moneyOf, type Reader } from "./read-figures.js";
import { readGift, readTierRaise, readVoucherGrant } from "./read-grants.js";
import { checkTiers, isTiered, type Placed } from "./read-tiered.js";
import type { ByTier } from "./wallet.js";

/** Reads an offer's benefits: once for all, or once for each tier where any value differs by tier. */
export function readBenefits(
  documents: readonly Placed<BenefitDocument>[],
  terms: BenefitTerms,
  issues: Issue[],
): ByTier<readonly Benefit[]> {
  const tiered = documents.flatMap(({ value, path }) => tieredIn(value, path));
  for (const { value, path } of tiered) checkTiers(value, path, terms.ladder, issues);
  const readAll = (tier: string | undefined) =>
    documents.flatMap(({ value, path }) => readBenefit(value, path, terms, { tier, issues }) ?? []);
  if (tiered.length === 0) return { same: readAll(undefined) };
  return { tier: new Map(terms.ladder.map((tier) => [tier, readAll(tier)])) };
}

/** In these, any key may be called `byTier`. */
const FREE: readonly string[] = ["name", "items", "usable"];

/** Every value of a benefit that differs by tier, with its place. */
export function tieredIn(value: unknown, path: Path): readonly Placed<unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  if (isTiered(value)) return [{ value, path }];
  if (Array.isArray(value)) return value.flatMap((inner, index) => tieredIn(inner, [...path, index]));
  return Object.entries(value).flatMap(([key, inner]) =>
    FREE.includes(key) ? [] : tieredIn(inner, [...path, key]),
  );
}

function readBenefit(
  document: BenefitDocument,
  path: Path,
  terms: BenefitTerms,
  reader: Reader,
): Benefit | undefined {
  switch (document.kind) {
    case "discount":
      return readDiscount(document, path, moneyOf(terms.currency), reader);
    case "gift":
      return readGift(document, path, reader);
    case "voucher":
      return readVoucherGrant(document, path, terms.offers, reader);
    case "tier":
      return readTierRaise(document, path, terms.ladder, reader);
    case "credit":
    case "points":
    case "stamps":
    case "tickets":
      return readAccrual(document, path, terms, reader);
  }
}
