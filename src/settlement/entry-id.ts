import { sha256Hex } from "#sha256";
import type { Program } from "../program/program.js";
import { quote } from "../units/canonical-json.js";

/** Derived from the program's id, not its version, so that a retry after a change of the program is the same event. */
export function entryIdOf({ id }: Program, transactionId: string, kind: string): string {
  return sha256Hex(`vafa:id:1\n["${id}",${quote(transactionId)},"${kind}"]`).slice(0, 32);
}
