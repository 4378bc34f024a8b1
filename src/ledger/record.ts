import { ClubError, issueAt } from "../documents/club-error.js";
import { record as recordOf } from "../documents/schema.js";
import type { StandingDocument } from "../facts/standing.js";
import { idempotencyKey } from "./idempotency-key.js";
import { type Outcome, packed, unpacked } from "./kept-answer.js";
import { readOrThrow } from "./read-ledger.js";
import { differingParts, type RequestPart } from "./request-parts.js";
import type { Kept, LedgerStore } from "./store.js";

export interface RecordOptions {
  /** The caller's own name for this one attempt: a retry with the same key is never booked twice. */
  readonly idempotencyKey: string;
}

export const recordOptions = recordOf({ idempotencyKey });

/** `replayed` says that this is what an earlier attempt with the same key came to; nothing was booked now. */
export type Recorded<Result> = Result & { readonly status: "recorded"; readonly replayed: boolean };

/** How often a conflict is answered with a new look before the caller is told. */
const MOST_REDECISIONS = 5;

/** Whose chain, under which key, and what was asked. */
export interface Attempt {
  readonly store: LedgerStore;
  readonly memberId: string;
  readonly idempotencyKey: string;
  readonly parts: readonly RequestPart[];
}

/**
 * The spine of whatever is recorded: decides by the stored standing and appends all that it comes to, or nothing; where
 * others were quicker, reads and decides again. What `decide` says is no outcome is returned, and nothing is booked.
 */
export async function record<Result, Stopped = never>(
  { store, memberId, idempotencyKey, parts }: Attempt,
  decide: (
    standing: StandingDocument | undefined,
  ) => Promise<Outcome<Result> | { readonly stopped: Stopped }>,
): Promise<Recorded<Result> | Stopped> {
  for (let decisions = 0; decisions <= MOST_REDECISIONS; decisions++) {
    const standing = await store.standing(memberId);
    // Looked up after the standing was read: that is then not yet changed by what the key stands for.
    const known = await store.find(idempotencyKey);
    if (known !== undefined) return replay(known, parts);
    const outcome = await decide(standing);
    if ("stopped" in outcome) return outcome.stopped;
    const { entries, result } = outcome;
    const appended = await store.append(entries, {
      memberId,
      expectedSequence: standing?.head?.sequence ?? 0,
      idempotencyKey,
      asked: parts,
      answer: packed(result, entries),
    });
    if (appended.status === "appended") return { status: "recorded", replayed: false, ...result };
    if (appended.status === "known") return replay(appended.kept, parts);
  }
  const message = `others were quicker ${MOST_REDECISIONS + 1} times`;
  throw new ClubError([issueAt("ledger-conflict", [], message, { hint: "nothing was booked: try again" })]);
}

function replay<Result>({ answer, asked, entries }: Kept, parts: readonly RequestPart[]): Recorded<Result> {
  const differing = differingParts(asked, parts);
  if (differing.length > 0) {
    const message = "differs from what this idempotency key stands for";
    const hint = "a key is for one request: take another, or send the same again";
    throw new ClubError(differing.map((path) => ({ code: "idempotency-key" as const, path, message, hint })));
  }
  return { status: "recorded", replayed: true, ...unpacked<Result>(answer, entries) };
}

export function checkMethods(path: string, value: unknown, names: readonly string[]): void {
  const methods = Object(value) as { readonly [key: string]: unknown };
  const missing = names.filter((name) => typeof methods[name] !== "function");
  if (missing.length === 0) return;
  throw new ClubError([{ code: "type", path, message: `must have the methods ${names.join(", ")}` }]);
}

/** The options of a recorder, and its store and club as far as they are used. */
export function readRecorder<Options>(
  schema: Parameters<typeof readOrThrow>[0],
  options: unknown,
  {
    store,
    club,
    methods,
  }: { readonly store: unknown; readonly club: unknown; readonly methods: readonly string[] },
): Options {
  const read = readOrThrow<Options>(schema, options, "/options");
  checkMethods("/store", store, ["append", "find", "standing", "entries"]);
  checkMethods("/club", club, methods);
  return read;
}
