import { ClubError } from "../documents/club-error.js";
import { valueAt } from "../documents/pointer.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { ChainFault } from "./chain-fault.js";
import { type ChainOptions, openChain } from "./chain-verifier.js";
import type { MemberHead } from "./checkpoint.js";
import { eachOf } from "./each-of.js";
import { type Found, foundIn } from "./found-entry.js";
import { ownText } from "./own-text.js";
import { copyOf } from "./read-ledger.js";

export type VerifiedLedger =
  | {
      readonly ok: true;
      readonly entries: number;
      /** By member id, as `checkpoint` takes them. */
      readonly heads: readonly MemberHead[];
    }
  | (ChainFault & {
      /** Whose chain breaks. */
      readonly memberId: string;
      /** The place among the entries that were handed over. */
      readonly index: number;
    });

type LedgerOptions = Pick<ChainOptions, "audit">;

/**
 * Verifies the chains of all members, each as `verifyChain` does, from one stream in which they may be mixed: what a
 * club keeps in one file. It takes memory for each member's head and open lots, not for entries.
 *
 * Worked: of a million entries of a thousand members it returns a thousand heads, or the first entry that is wrong.
 */
export function verifyLedger(entries: Iterable<unknown>, options: LedgerOptions = {}): VerifiedLedger {
  return verifyAll(entries, copyOf, options);
}

/**
 * The same from the lines of a file, one entry each as `JSON.stringify` writes it: several times as quick, for lines
 * are verified as they stand. A line with nothing in it, such as the last, is passed over, and counts as a place.
 *
 * A line that is no JSON, or has a key twice, is no entry. Throws a `ClubError` where a line is no text.
 */
export function verifyLines(lines: Iterable<string>, options: LedgerOptions = {}): VerifiedLedger {
  return verifyAll(lines, readLine, options);
}

function readLine(line: unknown): Found | undefined {
  if (typeof line !== "string")
    throw new ClubError([
      { code: "type", path: "", message: "must be lines of text", expected: "lines of text" },
    ]);
  return /\S/.test(line) ? foundIn(line) : undefined;
}

function verifyAll(
  list: unknown,
  find: (one: unknown) => Found | undefined,
  options: LedgerOptions,
): VerifiedLedger {
  const chains = new Map<string, ReturnType<typeof openChain>>();
  let [entries, index] = [0, 0];
  for (const one of eachOf(list)) {
    const found = find(one);
    if (found !== undefined) {
      const memberId = memberOf(found);
      const chain = chains.get(memberId) ?? openChain(options);
      if (!chains.has(memberId)) chains.set(ownText(memberId), chain);
      const verified = chain.follow(found);
      if (!verified.ok) return { ...verified, memberId, index };
      entries += 1;
    }
    index += 1;
  }
  const heads = [...chains].flatMap(([memberId, chain]) => {
    const verified = chain.verified();
    return verified.ok && verified.head !== null ? [{ memberId, ...verified.head }] : [];
  });
  return { ok: true, entries, heads: heads.sort((a, b) => byCodeUnit(a.memberId, b.memberId)) };
}

function memberOf(found: Found): string {
  if ("sale" in found) return found.sale.memberId;
  const said = found.ok ? valueAt(found.value, ["memberId"]) : undefined;
  return typeof said === "string" ? said : "";
}
