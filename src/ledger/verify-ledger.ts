import { valueAt } from "../documents/pointer.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { ChainFault } from "./chain-fault.js";
import { type ChainOptions, openChain } from "./chain-verifier.js";
import type { MemberHead } from "./checkpoint.js";
import { eachOf } from "./each-of.js";
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

/**
 * Verifies the chains of all members, each as `verifyChain` does, from one stream in which they may be mixed: what a
 * club keeps in one file. It takes memory for each member's head and open lots, not for entries.
 *
 * Worked: of a million entries of a thousand members it returns a thousand heads, or the first entry that is wrong.
 */
export function verifyLedger(
  entries: Iterable<unknown>,
  options: Pick<ChainOptions, "audit"> = {},
): VerifiedLedger {
  const chains = new Map<string, ReturnType<typeof openChain>>();
  let index = 0;
  for (const entry of eachOf(entries)) {
    const copied = copyOf(entry);
    const said = copied.ok ? valueAt(copied.value, ["memberId"]) : undefined;
    const memberId = typeof said === "string" ? said : "";
    const chain = chains.get(memberId) ?? openChain(options);
    chains.set(memberId, chain);
    const verified = chain.follow(copied);
    if (!verified.ok) return { ...verified, memberId, index };
    index += 1;
  }
  const heads = [...chains].flatMap(([memberId, chain]) => {
    const verified = chain.verified();
    return verified.ok && verified.head !== null ? [{ memberId, ...verified.head }] : [];
  });
  return { ok: true, entries: index, heads: heads.sort((a, b) => byCodeUnit(a.memberId, b.memberId)) };
}
