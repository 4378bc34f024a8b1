import * as z from "zod";
import { sha256Hex } from "#sha256";
import { ClubError, type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { foreignId, hash } from "../documents/names.js";
import { integer } from "../documents/numbers.js";
import { parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";
import { canonicalJson } from "../units/canonical-json.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { eachOf } from "./each-of.js";
import { issuesUnder, readOrThrow } from "./read-ledger.js";

/** The last entry of one member's chain. */
export interface MemberHead {
  readonly memberId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** How far every chain had come. Kept where whoever can change the ledger cannot: printed, mailed, published. */
export interface Checkpoint {
  /** SHA-256 of `vafa:checkpoint:1`, a line end, and the canonical JSON of `heads`. */
  readonly hash: string;
  /** By member id. */
  readonly heads: readonly MemberHead[];
  readonly members: number;
  readonly v: 1;
}

const sequence = integer(1, Number.MAX_SAFE_INTEGER);
const headSchema = z.looseObject({ memberId: foreignId, sequence, hash });

/**
 * Seals the heads of all chains, each member once, in any order. Entries are heads too: the last of each member.
 *
 * Worked: with members `m-2` at 3 and `m-1` at 120 the checkpoint lists `m-1`, then `m-2`, and `members` is 2.
 *
 * Throws a `ClubError`: `ledger-fork` where a member has two heads that differ, `duplicate-id` where the same is there
 * twice.
 */
export function checkpoint(heads: Iterable<unknown>): Checkpoint {
  const found = new Map<string, MemberHead>();
  const issues: Issue[] = [];
  let index = 0;
  for (const head of headsOf(heads)) {
    const known = found.get(head.memberId);
    const path = [index, "memberId"];
    if (known === undefined) found.set(head.memberId, head);
    else if (known.hash === head.hash)
      issues.push(issueAt("duplicate-id", path, "this head is there already"));
    else issues.push(issueAt("ledger-fork", path, "this member has another head already"));
    index += 1;
  }
  throwIssues(issues);
  const inOrder = [...found.values()].sort((a, b) => byCodeUnit(a.memberId, b.memberId));
  return { hash: sealOf(inOrder), heads: inOrder, members: inOrder.length, v: 1 };
}

/** What a ledger shows that was cut off, or written anew, since a checkpoint. */
export interface CheckpointFault {
  readonly memberId: string;
  /**
   * `ledger-truncated`: the chain ends before the checkpoint. `ledger-fork`: it has another entry at that place.
   * `ledger-gap`: it goes on after that place, and has no entry there.
   */
  readonly reason: "ledger-truncated" | "ledger-fork" | "ledger-gap";
  /** That the checkpoint says. */
  readonly sequence: number;
  /** The last that there is; 0 where there is none. */
  readonly last: number;
}

export type VerifiedCheckpoint =
  | { readonly ok: true; readonly members: number }
  | { readonly ok: false; readonly faults: readonly CheckpointFault[] };

/**
 * Does a ledger still hold what a checkpoint saw? Takes the entries of all members, in any order; a chain that was only
 * continued is sound. It compares hashes that `verifyLedger` has found to be right.
 *
 * Worked: the checkpoint says 120 and the last entry is 117: `ledger-truncated`, though the chain itself verifies.
 *
 * Throws a `ClubError` where the checkpoint is none, or was changed after it was sealed (`entry-hash`).
 */
export function verifyCheckpoint(sealed: unknown, entries: Iterable<unknown>): VerifiedCheckpoint {
  const { heads } = readCheckpoint(sealed);
  const wanted = new Map(heads.map((head) => [head.memberId, { ...head, last: 0, there: "nothing" }]));
  for (const { memberId, sequence, hash } of headsOf(entries)) {
    const one = wanted.get(memberId);
    if (one === undefined) continue;
    if (sequence > one.last) one.last = sequence;
    if (sequence === one.sequence && one.there !== "another")
      one.there = hash === one.hash ? "the same" : "another";
  }
  const faults: CheckpointFault[] = [];
  for (const { memberId, sequence, last, there } of wanted.values()) {
    if (there === "the same") continue;
    const lacking = last < sequence ? "ledger-truncated" : "ledger-gap";
    faults.push({ memberId, reason: there === "another" ? "ledger-fork" : lacking, sequence, last });
  }
  return faults.length === 0 ? { ok: true, members: heads.length } : { ok: false, faults };
}

function* headsOf(list: unknown): Generator<MemberHead, void, undefined> {
  let index = 0;
  for (const one of eachOf(list)) {
    const { memberId, sequence, hash } = readOrThrow<MemberHead>(headSchema, one, `/${index}`);
    yield { hash, memberId, sequence };
    index += 1;
  }
}

function sealOf(heads: readonly MemberHead[]): string {
  return sha256Hex(`vafa:checkpoint:1\n${canonicalJson(heads)}`);
}

const checkpointSchema = record({
  hash,
  heads: z.array(record({ hash, memberId: foreignId, sequence })),
  members: integer(0, Number.MAX_SAFE_INTEGER),
  v: z.literal(1),
});

/** A club may have millions of members. */
const SIZES = { units: 1_073_741_824, nodes: 40_000_000, depth: 4, text: 1_024 };

function readCheckpoint(sealed: unknown): Checkpoint {
  const copied = copyDocument(sealed, SIZES);
  const schema = checkpointSchema as unknown as z.ZodType<Checkpoint>;
  const parsed = copied.ok ? parseWith(schema, copied.copy) : copied;
  if (!parsed.ok) throw new ClubError(issuesUnder("/checkpoint", parsed.issues));
  const { hash, heads, members } = parsed.value;
  if (hash === sealOf(heads) && members === heads.length) return parsed.value;
  throw new ClubError([
    issueAt("entry-hash", ["checkpoint", "hash"], "the checkpoint is not what was sealed"),
  ]);
}
