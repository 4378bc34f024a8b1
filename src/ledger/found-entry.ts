import { readJson } from "../documents/json-text.js";
import type { Parsed } from "../documents/parse-with.js";
import { copyOf } from "./read-ledger.js";
import { type SealedSale, sealedSale } from "./sealed-sale.js";

/** What an entry was found to be: a sealed sale, which is sound in itself; else a private copy, or why there is none. */
export type Found = { readonly sale: SealedSale } | Parsed<unknown>;

/** Reads one line of a file of entries. */
export function foundIn(line: string): Found {
  const sale = sealedSale(line);
  if (sale !== undefined) return { sale };
  const read = readJson(line);
  return read.ok ? copyOf(read.value) : read;
}
