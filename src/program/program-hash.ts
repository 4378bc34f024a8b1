import { sha256Hex } from "#sha256";
import { canonicalJson } from "../units/canonical-json.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { ProgramDocument } from "./program-document.js";

const LISTS = ["offers", "groups", "budgets", "catalogue"] as const;

/** The order in which these are listed means nothing, so it does not change the hash. */
export function programHash(document: ProgramDocument): string {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodeUnit(a.id, b.id);
  const sorted = LISTS.flatMap((key) => {
    const list = document[key];
    return list === undefined ? [] : [[key, [...list].sort(byId)] as const];
  });
  return sha256Hex(`vafa:program:1\n${canonicalJson({ ...document, ...Object.fromEntries(sorted) })}`);
}
