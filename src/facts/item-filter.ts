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
/** The most texts of a list of which one is enough. */
export const MOST_TEXTS = 1_000;

export const textOrList = z.union([label, z.array(label).min(1).max(MOST_TEXTS)]);

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

/** Nearly every filter has one key, whose test is then the whole. */
function ownTest({ sku, category, brand, tag }: Omit<ItemFilter, "not">): ItemTest {
  const tests: ItemTest[] = [];
  if (sku !== undefined) tests.push(labelTest(sku, (line) => line.sku));
  if (category !== undefined) tests.push(labelsTest(category, (line) => line.categories));
  if (brand !== undefined) tests.push(labelTest(brand, (line) => line.brand));
  if (tag !== undefined) tests.push(labelsTest(tag, (line) => line.tags));
  const [only = anything] = tests;
  return tests.length <= 1 ? only : (line) => tests.every((matches) => matches(line));
}

const anything: ItemTest = () => true;

function labelTest(texts: TextOrList, labelOf: (line: Labelled) => string | undefined): ItemTest {
  if (typeof texts === "string") return (line) => labelOf(line) === texts;
  const wanted = new Set<string | undefined>(texts);
  return (line) => wanted.has(labelOf(line));
}

function labelsTest(texts: TextOrList, labelsOf: (line: Labelled) => readonly string[]): ItemTest {
  if (typeof texts === "string") return (line) => labelsOf(line).includes(texts);
  const wanted = new Set(texts);
  const isWanted = (label: string) => wanted.has(label);
  return (line) => labelsOf(line).some(isWanted);
}

export function listOf(texts: TextOrList): readonly string[] {
  return typeof texts === "string" ? [texts] : texts;
}
