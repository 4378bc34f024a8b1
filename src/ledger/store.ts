import type { StandingDocument } from "../facts/standing.js";
import type { RequestPart } from "./request-parts.js";

/** An entry of any kind, as a store keeps it: it need not know more of it. */
export interface StoredEntry {
  readonly memberId: string;
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** On which terms a batch of entries is appended to one member's chain. */
export interface AppendTerms {
  readonly memberId: string;
  /** The sequence of the chain's last entry when it was decided; 0 where there was none. */
  readonly expectedSequence: number;
  /** The caller's name for this one attempt: 1 to 128 visible ASCII characters, the first a letter or digit. */
  readonly idempotencyKey: string;
  /** What was asked, as `requestParts` tells it. */
  readonly asked: readonly RequestPart[];
  /** Kept with the key, and handed back to whoever comes with it again: JSON. */
  readonly answer: unknown;
}

/** What a store keeps of an idempotency key, for as long as a retry may come. */
export interface Kept {
  readonly asked: readonly RequestPart[];
  readonly answer: unknown;
  /** None where what was asked was refused. */
  readonly entries: readonly StoredEntry[];
}

export type Appended =
  /** All of it is written, and will be there after a crash. */
  | { readonly status: "appended"; readonly entries: readonly StoredEntry[] }
  /** The key is known: nothing is written, and this is what was kept of it. The caller compares what was asked. */
  | { readonly status: "known"; readonly kept: Kept }
  /** The chain goes on already, to this sequence: nothing is written. */
  | { readonly status: "conflict"; readonly sequence: number };

/**
 * What a ledger asks of whatever keeps it. A club has one chain a member, so tills wait for each other only where they
 * serve the same member at the same moment.
 *
 * Of an `append` either everything happens or nothing: the entries, the standing that `apply` makes of them, and what
 * is kept of the key; in a database, one transaction. First the key is looked up, then the sequence is compared; a
 * retry after a crash must find its key, not a conflict. Entries are never changed, and never handed out in another
 * order.
 */
export interface LedgerStore {
  append(entries: readonly StoredEntry[], terms: AppendTerms): Promise<Appended>;
  /** The fold of the member's entries; `undefined` where there are none. */
  standing(memberId: string): Promise<StandingDocument | undefined>;
  /** What is kept of a key. */
  find(idempotencyKey: string): Promise<Kept | undefined>;
  /** The member's entries with a sequence above `after`, in order. */
  entries(memberId: string, after?: number): Promise<readonly StoredEntry[]>;
}
