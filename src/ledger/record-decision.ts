import * as z from "zod";
import type { Club } from "../club.js";
import type { Decision } from "../decision.js";
import { ClubError, issueAt } from "../documents/club-error.js";
import { record } from "../documents/schema.js";
import type { Entry } from "../settlement/entry.js";
import type { Quote } from "../settlement/quote.js";
import { canonicalJson } from "../units/canonical-json.js";
import { idempotencyKey } from "./idempotency-key.js";
import { copyOf, readOrThrow } from "./read-ledger.js";
import { differingParts, type RequestPart, requestParts } from "./request-parts.js";
import type { Kept, LedgerStore } from "./store.js";

export interface RecordOptions {
  /** The till's own name for this purchase: a retry with the same key is never booked twice. */
  readonly idempotencyKey: string;
  /** What the customer was shown. Nothing is booked that differs from it. */
  readonly quote?: Quote | undefined;
}

export type Recorded =
  /** `replayed` says that this is what an earlier attempt with the same key came to; nothing was booked now. */
  | { readonly status: "recorded"; readonly replayed: boolean; readonly decision: Decision }
  /** What was shown holds no more; nothing was booked. Show this one, and come with a new key. */
  | { readonly status: "quoteStale"; readonly quote: Quote };

/** How often a conflict is answered with a new look before the caller is told. */
const MOST_REDECISIONS = 5;

/**
 * Decides a request by what the ledger says of the member, and books it: reads the stored standing, evaluates, appends;
 * where another till was quicker, reads and decides again, up to five times. A refused decision is kept under its key,
 * too: to try again with another balance, take another key. A guest's decision is not kept.
 *
 * Worked: two tills spend the same credit of 50,000 at once. One is booked; the other meets a conflict, finds nothing
 * left, and is refused.
 *
 * The request comes without `member.standing`, for the ledger has it. Rejects with a `ClubError`: for a wrong request,
 * `idempotency-key` where the key was used for another request (its issues name what differs), `ledger-conflict` where
 * others were quicker six times. What the store itself rejects with is passed on as it is.
 */
export async function recordDecision(
  store: LedgerStore,
  club: Club,
  request: unknown,
  options: RecordOptions,
): Promise<Recorded> {
  const { idempotencyKey, quote } = readOrThrow<RecordOptions>(optionsSchema, options, "/options");
  checkMethods("/store", store, ["append", "find", "standing"]);
  checkMethods("/club", club, ["evaluate"]);
  const asked = readAsked(request);
  if (asked.memberId === undefined) return recorded(club.evaluate(asked.request));
  const { memberId, parts } = asked;
  for (let decisions = 0; decisions <= MOST_REDECISIONS; decisions++) {
    const standing = await store.standing(memberId);
    // Looked up after the standing was read: that is then not yet changed by what the key stands for.
    const known = await store.find(idempotencyKey);
    if (known !== undefined) return replay(known, parts);
    const decision = club.evaluate(withStanding(asked.request, standing));
    if (quote !== undefined && !isSame(quote, decision))
      return { status: "quoteStale", quote: quoteOf(decision) };
    const { entry, ...answer } = decision;
    const appended = await store.append(entry === undefined ? [] : [entry], {
      memberId,
      expectedSequence: standing?.head?.sequence ?? 0,
      idempotencyKey,
      asked: parts,
      answer,
    });
    if (appended.status === "appended") return recorded(decision);
    if (appended.status === "known") return replay(appended.kept, parts);
  }
  const message = `others were quicker ${MOST_REDECISIONS + 1} times`;
  throw new ClubError([issueAt("ledger-conflict", [], message, { hint: "nothing was booked: try again" })]);
}

type Fields = { readonly [key: string]: unknown };

const optionsSchema = record({ idempotencyKey, quote: z.unknown().optional() });

function checkMethods(path: string, value: unknown, names: readonly string[]): void {
  const methods = Object(value) as Fields;
  const missing = names.filter((name) => typeof methods[name] !== "function");
  if (missing.length === 0) return;
  throw new ClubError([{ code: "type", path, message: `must have the methods ${names.join(", ")}` }]);
}

interface Asked {
  readonly request: unknown;
  /** `undefined` is a guest. */
  readonly memberId: string | undefined;
  readonly parts: readonly RequestPart[];
}

/** Reads no more of it than is needed here: the club reads the rest, and says what is wrong. */
function readAsked(input: unknown): Asked {
  const copied = copyOf(input);
  if (!copied.ok) throw new ClubError(copied.issues);
  const request = copied.value;
  const fields = Object(request) as Fields;
  const { id, standing } = Object(fields.member) as Fields;
  if (standing !== undefined) {
    const hint = "leave it out: the ledger has it";
    throw new ClubError([issueAt("one-of", ["member", "standing"], "is the store's to say", { hint })]);
  }
  const memberId = typeof id === "string" ? id : undefined;
  return { request, memberId, parts: requestParts(fields) };
}

function withStanding(request: unknown, standing: unknown): Fields {
  const fields = Object(request) as Fields;
  return { ...fields, member: { ...Object(fields.member), standing } };
}

function replay({ answer, asked, entries }: Kept, parts: readonly RequestPart[]): Recorded {
  const differing = differingParts(asked, parts);
  if (differing.length > 0) {
    const message = "differs from what this idempotency key stands for";
    const hint = "a key is for one request: take another, or send the same again";
    throw new ClubError(differing.map((path) => ({ code: "idempotency-key" as const, path, message, hint })));
  }
  // What was kept is what was decided, less the entry, which the chain has; in the same order, for the same bytes.
  const { intents, ...quote } = answer as Decision;
  const [entry] = entries as readonly Entry[];
  const decision = entry === undefined || intents === undefined ? quote : { ...quote, entry, intents };
  return { status: "recorded", replayed: true, decision };
}

function recorded(decision: Decision): Recorded {
  return { status: "recorded", replayed: false, decision };
}

function quoteOf({ entry: _, intents: __, ...quote }: Decision): Quote {
  return quote;
}

function isSame(quote: unknown, decision: Decision): boolean {
  return canonicalJson(quote) === canonicalJson(quoteOf(decision));
}
