import * as z from "zod";
import { record } from "../documents/schema.js";

/** A text, or a list of texts of which one is enough. */
export type TextOrList = string | readonly string[];

/**
 * Which lines are meant: keys are joined by *and*, the values of one key by *or*; `not` takes lines away.
 * Worked: `{ category: ["coffee", "tea"], not: { brand: "Acme" } }` is all coffee and tea but Acme's.
 */
export interface ItemFilter {
  readonly sku?: TextOrList | undefined;
  readonly category?: TextOrList | undefined;
  readonly brand?: TextOrList | undefined;
  readonly tag?: TextOrList | undefined;
  readonly not?: Omit<ItemFilter, "not"> | undefined;
}

const label = z.string().min(1);
export const textOrList = z.union([label, z.array(label).min(1).max(1_000)]);

const keys = {
  sku: textOrList.optional(),
  category: textOrList.optional(),
  brand: textOrList.optional(),
  tag: textOrList.optional(),
};

export const itemFilter = record({ ...keys, not: record(keys).optional() });

/** What a filter asks of a line. */
export interface Labelled {
  readonly sku: string | undefined;
  readonly categories: readonly string[];
  readonly brand: string | undefined;
  readonly tags: readonly string[];
}

export type ItemTest = (line: Labelled) => boolean;

/** A filter as a test, its lists read once. */
export function itemTest(filter: ItemFilter): ItemTest {
  const { not, ...own } = filter;
  const matches = ownTest(own);
  if (not === undefined) return matches;
  const excluded = ownTest(not);
  return (line) => matches(line) && !excluded(line);
}

function ownTest({ sku, category, brand, tag }: Omit<ItemFilter, "not">): ItemTest {
  const skus = wanted(sku);
  const categories = wanted(category);
  const brands = wanted(brand);
  const tags = wanted(tag);
  return (line) =>
    (skus === undefined || (line.sku !== undefined && skus.has(line.sku))) &&
    (categories === undefined || line.categories.some((one) => categories.has(one))) &&
    (brands === undefined || (line.brand !== undefined && brands.has(line.brand))) &&
    (tags === undefined || line.tags.some((one) => tags.has(one)));
}

function wanted(texts: TextOrList | undefined): ReadonlySet<string> | undefined {
  return texts === undefined ? undefined : new Set(listOf(texts));
}

export function listOf(texts: TextOrList): readonly string[] {
  return typeof texts === "string" ? [texts] : texts;
}
