import type { Issue } from "../documents/club-error.js";

/** Why a chain breaks. */
export type ChainReason =
  /** It is not what was sealed: something in it was changed. */
  | "entry-hash"
  /** It does not follow the entry before it: one was removed, put in, or two were swapped. */
  | "chain-mismatch"
  /** It is another member's. */
  | "member-mismatch"
  /** A newer release wrote it; with `audit: "hashes"` its hash is verified all the same. */
  | "schema-version"
  /** It is no entry. */
  | "entry-form"
  /** Its lines, awards, redemptions, totals and postings contradict each other, though its hash is sound. */
  | "ledger-unbalanced"
  /** It moves a lot that the member does not have, or more than it holds, or one that cannot be used then. */
  | "lot-mismatch";

/** What is wrong with one entry of a chain. */
export interface EntryFault {
  readonly reason: ChainReason;
  /** In full; paths lead into the entry. */
  readonly issues: readonly Issue[];
}

/** Where a chain breaks first. */
export interface ChainFault extends EntryFault {
  readonly ok: false;
  /** The place in the chain: the sequence that the entry there must have. */
  readonly sequence: number;
}
