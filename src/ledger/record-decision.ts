import * as z from "zod";
import type { Club } from "../club.js";
import type { Decision } from "../decision.js";
import { record as recordOf } from "../documents/schema.js";
import type { Quote } from "../settlement/quote.js";
import { canonicalJson } from "../units/canonical-json.js";
import { type Advanced, decideAfter, NOT_ADVANCED } from "./advanced.js";
import { fieldsOf, readAsked } from "./asked.js";
import { idempotencyKey } from "./idempotency-key.js";
import { type Recorded, type RecordOptions, readRecorder, record } from "./record.js";
import type { LedgerStore } from "./store.js";

export interface DecisionOptions extends RecordOptions {
  /** What the customer was shown. Nothing is booked that differs from it. */
  readonly quote?: Quote | undefined;
}

export type RecordedDecision =
  | Recorded<{ readonly decision: Decision; readonly advanced: Advanced }>
  /** What was shown holds no more; nothing was booked. Show this one, and come with a new key. */
  | QuoteStale;

export interface QuoteStale {
  readonly status: "quoteStale";
  readonly quote: Quote;
}

const optionsSchema = recordOf({ idempotencyKey, quote: z.unknown().optional() });

/**
 * Decides a request by what the ledger says of the member, and books it: reads the stored standing, lets the member's
 * time pass up to the transaction, evaluates, and appends all of it at once; where another till was quicker, reads and
 * decides again, up to five times. A refused decision is kept under its key, too: to try again with another balance,
 * take another key. A guest's decision is not kept.
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
  options: DecisionOptions,
): Promise<RecordedDecision> {
  const methods = ["advance", "evaluate"];
  const { idempotencyKey, quote } = readRecorder<DecisionOptions>(optionsSchema, options, {
    store,
    club,
    methods,
  });
  const asked = readAsked(request);
  const { memberId, parts } = asked;
  if (memberId === undefined) {
    const decision = club.evaluate(asked.copy);
    return { status: "recorded", replayed: false, decision, advanced: NOT_ADVANCED };
  }
  const { at } = fieldsOf(asked.request.transaction);
  return record<{ decision: Decision; advanced: Advanced }, QuoteStale>(
    { store, memberId, idempotencyKey, parts },
    async (standing) => {
      const outcome = decideAfter({ club, request: asked.request, at, standing }, (request) => {
        const decision = club.evaluate(request);
        return { told: { decision }, entries: [decision.entry] };
      });
      const { decision } = outcome.result;
      const isStale = quote !== undefined && canonicalJson(quote) !== canonicalJson(quoteOf(decision));
      return isStale ? { stopped: { status: "quoteStale", quote: quoteOf(decision) } } : outcome;
    },
  );
}

function quoteOf({ entry: _, intents: __, ...quote }: Decision): Quote {
  return quote;
}
