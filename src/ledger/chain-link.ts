import * as z from "zod";
import { issueAt } from "../documents/club-error.js";
import { foreignId, hash } from "../documents/names.js";
import { integer } from "../documents/numbers.js";
import type { ChainHead } from "../facts/standing.js";
import type { EntryFault } from "./chain-fault.js";

/** What makes an entry part of a chain. */
export interface Link extends ChainHead {
  readonly memberId: string;
  readonly previousHash: string;
}

const schema = z.looseObject({
  hash,
  memberId: foreignId,
  previousHash: hash,
  sequence: integer(1, Number.MAX_SAFE_INTEGER),
});

export const linkSchema = schema as unknown as z.ZodType<Link>;

/** Does it follow, in the chain of this member? */
export function faultOfLink(
  link: Link,
  head: ChainHead,
  memberId: string | undefined,
): EntryFault | undefined {
  if (memberId !== undefined && link.memberId !== memberId) {
    const sides = { expected: memberId, received: link.memberId };
    return wrongAt("member-mismatch", "memberId", "the entry is another member's", sides);
  }
  if (link.sequence !== head.sequence + 1) {
    const sides = { expected: `${head.sequence + 1}`, received: `${link.sequence}` };
    return wrongAt("chain-mismatch", "sequence", "the entry does not follow", sides);
  }
  if (link.previousHash !== head.hash) {
    const sides = { expected: head.hash, received: link.previousHash };
    return wrongAt("chain-mismatch", "previousHash", "the entry does not follow", sides);
  }
  return undefined;
}

export function wrongAt(
  reason: "entry-hash" | "member-mismatch" | "chain-mismatch",
  key: string,
  message: string,
  sides: { readonly expected?: string; readonly received?: string } = {},
): EntryFault {
  return { reason, issues: [issueAt(reason, [key], message, sides)] };
}
