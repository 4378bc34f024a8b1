import * as z from "zod";
import { apply } from "../chain/apply-entry.js";
import { ClubError, issueAt } from "../documents/club-error.js";
import { freezeDocument } from "../documents/freeze-document.js";
import { foreignId, hash } from "../documents/names.js";
import { integer } from "../documents/numbers.js";
import { record } from "../documents/schema.js";
import type { StandingDocument } from "../facts/standing.js";
import { idempotencyKey } from "./idempotency-key.js";
import { readOrThrow } from "./read-ledger.js";
import type { Appended, AppendTerms, Kept, LedgerStore, StoredEntry } from "./store.js";

interface Chain {
  readonly entries: readonly StoredEntry[];
  readonly standing: StandingDocument | undefined;
}

const NO_CHAIN: Chain = { entries: [], standing: undefined };

const sequence = integer(0, Number.MAX_SAFE_INTEGER);

const batchSchema = z.array(z.looseObject({ memberId: foreignId })).max(1_000);

const termsSchema = record({
  memberId: foreignId,
  expectedSequence: sequence,
  idempotencyKey,
  asked: z.array(record({ path: z.string(), hash })),
  answer: z.unknown(),
});

/**
 * A store that forgets everything when the program ends: for tests, lessons, and as the shortest example of the
 * contract. Every entry is applied before it is kept, so it takes none that does not follow.
 *
 * Its methods reject with a `ClubError` where what they are handed is wrong.
 */
export function openMemoryStore(): LedgerStore {
  const chains = new Map<string, Chain>();
  const keys = new Map<string, Kept>();
  // No line waits for another, so nothing comes between the look at the head and the change.
  const append = (batch: readonly StoredEntry[], terms: AppendTerms): Appended => {
    const entries = readOrThrow<readonly StoredEntry[]>(batchSchema, batch, "/entries");
    const { memberId, expectedSequence, idempotencyKey, asked, answer } = readOrThrow<AppendTerms>(
      termsSchema,
      terms,
      "/terms",
    );
    const kept = keys.get(idempotencyKey);
    if (kept !== undefined) return { status: "known", kept };
    const chain = chains.get(memberId) ?? NO_CHAIN;
    const sequence = chain.standing?.head?.sequence ?? 0;
    if (sequence !== expectedSequence) return { status: "conflict", sequence };
    checkMember(entries, memberId);
    freezeDocument(entries);
    const standing = entries.reduce<StandingDocument | undefined>(apply, chain.standing);
    chains.set(memberId, { entries: [...chain.entries, ...entries], standing: freezeDocument(standing) });
    keys.set(idempotencyKey, freezeDocument({ asked, answer, entries }));
    return { status: "appended", entries };
  };
  return {
    append: async (entries, terms) => append(entries, terms),
    standing: async (memberId) => chains.get(memberId)?.standing,
    find: async (key) => keys.get(key),
    entries: async (memberId, after = 0) => {
      const from = readOrThrow<number>(sequence, after, "/after");
      return (chains.get(memberId) ?? NO_CHAIN).entries.filter((entry) => entry.sequence > from);
    },
  };
}

function checkMember(entries: readonly StoredEntry[], memberId: string): void {
  const index = entries.findIndex((entry) => entry.memberId !== memberId);
  if (index < 0) return;
  const sides = { expected: memberId, received: `${entries[index]?.memberId}` };
  const path = ["entries", index, "memberId"];
  throw new ClubError([issueAt("chain-mismatch", path, "the entry is another member's", sides)]);
}
