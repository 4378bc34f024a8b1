import { sha256Hex } from "#sha256";
import { canonicalJson } from "../units/canonical-json.js";
import type { Entry } from "./entry.js";

const PREFIX = "vafa:entry:1\n";

/** Where the hash will stand. */
const UNSEALED = '"hash":"",';

/**
 * Seals an entry that has an empty hash at its place. It is written in canonical order already, so its own JSON is
 * what is hashed, less the key that is to come; no text within can look like that key, for its quotes are escaped.
 */
export function seal(entry: Entry): Entry {
  return Object.assign(entry, { hash: sha256Hex(PREFIX + JSON.stringify(entry).replace(UNSEALED, "")) });
}

/** Does the entry still say what was sealed? A store may have reordered its keys; that changes nothing. */
export function isSealed({ hash, ...rest }: { readonly hash: string }): boolean {
  return hash === sha256Hex(PREFIX + canonicalJson(rest));
}
