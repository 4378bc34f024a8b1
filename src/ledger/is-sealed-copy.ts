import { sha256Hex } from "#sha256";
import { isSealed, PREFIX } from "../settlement/seal.js";

/**
 * Does a private copy of an entry still say what was sealed? Entries are written with their keys in order, and nearly
 * all stores leave them so: then their text, less the hash, is what was sealed, at a fifth of the cost of ordering it
 * anew. A text with the right hash is the right text, so this can find nothing sound that is not.
 */
export function isSealedCopy(copy: { readonly hash: string }): boolean {
  const text = JSON.stringify(copy).replace(`"hash":"${copy.hash}",`, "");
  return copy.hash === sha256Hex(PREFIX + text) || isSealed(copy);
}
