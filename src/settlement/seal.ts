import { sha256Hex } from "#sha256";
import { canonicalJson } from "../units/canonical-json.js";
import type { Entry } from "./entry.js";
import { writeEntry } from "./write-entry.js";

export const PREFIX = "vafa:entry:1\n";

/** Seals an entry that has an empty hash at its place. */
export function seal(entry: Entry): Entry {
  const unsealed: { hash: string } = entry;
  unsealed.hash = sha256Hex(PREFIX + writeEntry(entry));
  return entry;
}

/** Likewise an entry of a form that comes seldom, which needs no writer of its own. */
export function sealPlain<E extends { readonly hash: string }>(entry: E): E {
  const { hash: _, ...rest } = entry;
  return Object.assign(entry, { hash: sha256Hex(PREFIX + canonicalJson(rest)) });
}

/** Does the entry still say what was sealed? A store may have reordered its keys; that changes nothing. */
export function isSealed({ hash, ...rest }: { readonly hash: string }): boolean {
  return hash === sha256Hex(PREFIX + canonicalJson(rest));
}
