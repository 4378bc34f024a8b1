import * as z from "zod";
import { issueAt } from "../documents/club-error.js";
import { foreignId, hash } from "../documents/names.js";
import { integer } from "../documents/numbers.js";
import { type Parsed, parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";
import { type ChainHead, type StandingDocument, standingSchema } from "../facts/standing.js";

import { CHAIN_START } from "../standing/standing.js";
import { auditBooks } from "./audit-books.js";
import type { ChainFault, EntryFault } from "./chain-fault.js";
import { eachOf } from "./each-of.js";
import { isSealedCopy } from "./is-sealed-copy.js";
import { openBook } from "./lot-book.js";
import { copyOf, readOrThrow } from "./read-ledger.js";

/** `head` is `null` of no entries. */
export type VerifiedChain = { readonly ok: true; readonly head: ChainHead | null } | ChainFault;

export interface ChainOptions {
  /** What the member had before the first entry that is handed over: for opening balances, or the end of a chain. */
  readonly from?: StandingDocument | undefined;
  /** `books`, unless said, is all; `hashes` leaves out the figures, and reads entries of any edition. */
  readonly audit?: "books" | "hashes" | undefined;
}

/** Verifies one member's chain as its entries come. */
export interface ChainVerifier {
  /** The chain up to this entry; after a fault, that fault again, whatever comes. Never throws. */
  add(entry: unknown): VerifiedChain;
  /** The chain so far. */
  verified(): VerifiedChain;
}

const optionsSchema = record({
  from: standingSchema.optional(),
  audit: z.enum(["books", "hashes"]).optional(),
});

const linkSchema = z.looseObject({
  hash,
  memberId: foreignId,
  previousHash: hash,
  sequence: integer(1, Number.MAX_SAFE_INTEGER),
});

interface Link extends ChainHead {
  readonly memberId: string;
  readonly previousHash: string;
}

/** As `verifyChain`, entry by entry, so that a chain of any length takes the memory of its member's lots alone. */
export function createChainVerifier(options: ChainOptions = {}): ChainVerifier {
  const { follow, verified } = openChain(options);
  return { verified, add: (entry) => follow(copyOf(entry)) };
}

/** The same for whoever has copied the entries already. */
export function openChain(options: ChainOptions): {
  readonly follow: (copied: Parsed<unknown>) => VerifiedChain;
  readonly verified: () => VerifiedChain;
} {
  const { from = {}, audit = "books" } = readOrThrow<ChainOptions>(optionsSchema, options, "/options");
  const book = openBook(from);
  let memberId: string | undefined;
  let head = from.head;
  let fault: ChainFault | undefined;
  const verified = (): VerifiedChain => fault ?? { ok: true, head: head ?? null };
  const follow = (copied: Parsed<unknown>): VerifiedChain => {
    if (fault !== undefined) return fault;
    const before = head ?? CHAIN_START;
    const link = copied.ok ? parseWith(linkSchema as unknown as z.ZodType<Link>, copied.value) : copied;
    const wrong = link.ok
      ? (faultOfLink(link.value, before, memberId) ??
        (audit === "books" ? auditBooks(link.value, book) : undefined))
      : ({ reason: "entry-form", issues: link.issues } as const);
    if (wrong !== undefined) fault = { ok: false, sequence: before.sequence + 1, ...wrong };
    else if (link.ok) {
      memberId = link.value.memberId;
      head = { sequence: link.value.sequence, hash: link.value.hash };
    }
    return verified();
  };
  return { follow, verified };
}

/**
 * Verifies one member's chain in its order, from its first entry: that nothing was changed, removed, put in or swapped,
 * that the figures of each entry agree, and that no lot gave more than it held. Tells the first place where it breaks.
 *
 * Worked: of five entries without the third, `sequence` is 3 and `reason` is `chain-mismatch`. A chain whose end was
 * cut off is a chain: see `verifyCheckpoint`.
 *
 * Entries may be anything; only what is no list, or wrong options, throw a `ClubError`.
 */
export function verifyChain(entries: Iterable<unknown>, options: ChainOptions = {}): VerifiedChain {
  const verifier = createChainVerifier(options);
  for (const entry of eachOf(entries)) {
    const verified = verifier.add(entry);
    if (!verified.ok) return verified;
  }
  return verifier.verified();
}

/** Its seal first: of an entry that was changed nothing else is believed. */
function faultOfLink(link: Link, head: ChainHead, memberId: string | undefined): EntryFault | undefined {
  if (!isSealedCopy(link)) return wrongAt("entry-hash", "hash", "the entry is not what was sealed");
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

function wrongAt(
  reason: "entry-hash" | "member-mismatch" | "chain-mismatch",
  key: string,
  message: string,
  sides: { readonly expected?: string; readonly received?: string } = {},
): EntryFault {
  return { reason, issues: [issueAt(reason, [key], message, sides)] };
}
