import * as z from "zod";
import { parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";
import { type ChainHead, type StandingDocument, standingSchema } from "../facts/standing.js";
import { CHAIN_START } from "../standing/standing.js";
import { auditBooks, auditSaleBooks } from "./audit-books.js";
import type { ChainFault, EntryFault } from "./chain-fault.js";
import { faultOfLink, type Link, linkSchema, wrongAt } from "./chain-link.js";
import { eachOf } from "./each-of.js";
import type { Found } from "./found-entry.js";
import { isSealedCopy } from "./is-sealed-copy.js";
import { type LotBook, openBook } from "./lot-book.js";
import { ownText } from "./own-text.js";
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

/** As `verifyChain`, entry by entry, so that a chain of any length takes the memory of its member's lots alone. */
export function createChainVerifier(options: ChainOptions = {}): ChainVerifier {
  const { follow, verified } = openChain(options);
  return { verified, add: (entry) => follow(copyOf(entry)) };
}

/** The same for whoever has found out already what an entry is. */
export function openChain(options: ChainOptions): {
  readonly follow: (found: Found) => VerifiedChain;
  readonly verified: () => VerifiedChain;
} {
  const { from = {}, audit = "books" } = readOrThrow<ChainOptions>(optionsSchema, options, "/options");
  const book = openBook(from);
  const booksOf = audit === "books" ? book : undefined;
  let memberId: string | undefined;
  let head = from.head ?? CHAIN_START;
  let fault: ChainFault | undefined;
  let isEmpty = from.head === undefined;
  const verified = (): VerifiedChain => fault ?? { ok: true, head: isEmpty ? null : head };
  const follow = (found: Found): VerifiedChain => {
    if (fault !== undefined) return fault;
    const { link, unsealed } = linkOf(found);
    const wrong = unsealed ?? faultOfLink(link, head, memberId) ?? auditFound(found, booksOf);
    if (wrong !== undefined) fault = { ok: false, sequence: head.sequence + 1, ...wrong };
    else if (link !== undefined) {
      memberId ??= ownText(link.memberId);
      head = { sequence: link.sequence, hash: ownText(link.hash) };
      isEmpty = false;
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

type Linked =
  | { readonly link: Link; readonly unsealed?: undefined }
  | { readonly link?: undefined; readonly unsealed: EntryFault };

/** Its seal first: of an entry that was changed nothing else is believed. */
function linkOf(found: Found): Linked {
  if ("sale" in found) return { link: found.sale };
  const link = found.ok ? parseWith(linkSchema, found.value) : found;
  if (!link.ok) return { unsealed: { reason: "entry-form", issues: link.issues } };
  if (isSealedCopy(link.value)) return { link: link.value };
  return { unsealed: wrongAt("entry-hash", "hash", "the entry is not what was sealed") };
}

function auditFound(found: Found, book: LotBook | undefined): EntryFault | undefined {
  if (book === undefined) return undefined;
  if ("sale" in found) return auditSaleBooks(found.sale, book);
  return found.ok ? auditBooks(found.value, book) : undefined;
}
