import { sha256Hex } from "#sha256";
import { isSealed, PREFIX } from "../settlement/seal.js";

/**
 * Does a private copy of an entry still say what was sealed? Entries are written with their keys in order, and nearly
 * all stores leave them so: then their text, less the hash, is what was sealed, at a fifth of the cost of ordering it
 * anew. A text with the right hash is the right text, so this can find nothing sound that is not.
 */
export function isSealedCopy(copy: { readonly hash: string }): boolean {
  return isSealedText(JSON.stringify(copy), copy.hash) || isSealed(copy);
}

/** The same of the whole text. */
export function isSealedText(text: string, hash: string): boolean {
  return hash === sha256Hex(PREFIX + text.replace(`"hash":"${hash}",`, ""));
}
