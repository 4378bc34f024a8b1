import { sha256Hex } from "#sha256";
import { canonicalJson } from "../units/canonical-json.js";
import type { Entry } from "./entry.js";

const PREFIX = "vafa:entry:1\n";

/** Puts the hash into an entry, at its place in the order of keys. The entry is written in canonical order already. */
export function seal({ at, awards, declined, ...rest }: Omit<Entry, "hash">): Entry {
  const hash = sha256Hex(PREFIX + JSON.stringify({ at, awards, declined, ...rest }));
  return { at, awards, declined, hash, ...rest };
}

/** Does the entry still say what was sealed? A store may have reordered its keys; that changes nothing. */
export function isSealed({ hash, ...rest }: { readonly hash: string }): boolean {
  return hash === sha256Hex(PREFIX + canonicalJson(rest));
}
