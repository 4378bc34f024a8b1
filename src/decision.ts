import type { FactSheet } from "./eligibility/gather-facts.js";
import type { Verdict } from "./eligibility/judge-offers.js";
import type { Intent } from "./notification/intent.js";
import type { RefundEntry } from "./returns/refund-entry.js";
import type { RefundQuote } from "./returns/refund-quote.js";
import type { Booking } from "./settlement/compose-entry.js";
import type { Entry } from "./settlement/entry.js";
import type { Quote } from "./settlement/quote.js";
import type { Request } from "./standing/request.js";

/** Everything that one request was decided to. */
export interface Decision extends Quote {
  /** What the ledger keeps; a guest has none, nor a decision that was refused. */
  readonly entry?: Entry;
  /** What the member, and the shop, should hear; none of what is not booked. */
  readonly intents?: readonly Intent[];
}

/** Something brought back, with its entry; one that is refused has neither that nor messages. */
export interface RefundDecision extends RefundQuote {
  readonly entry?: RefundEntry;
  /** What the member should hear of it. */
  readonly intents?: readonly Intent[];
}

/** What is known, and which offers it lets apply. */
export interface Judged {
  readonly request: Request;
  readonly facts: FactSheet;
  readonly verdicts: readonly Verdict[];
}

/** What one request was decided to. */
export interface Decided {
  readonly request: Request;
  readonly quote: Quote;
  /** What each room returned: together, why the decision is what it is. None of a guest, nor of what is refused. */
  readonly booking?: Booking;
}
