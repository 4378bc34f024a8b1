import type { Admission } from "./eligibility/admit-offers.js";
import type { FactSheet } from "./eligibility/gather-facts.js";
import type { Verdict } from "./eligibility/judge-offers.js";
import type { Intent } from "./notification/intent.js";
import type { Selection } from "./selection/select-awards.js";
import type { Entry } from "./settlement/entry.js";
import type { Quote } from "./settlement/quote.js";
import type { Settlement } from "./settlement/settle.js";
import type { Request } from "./standing/request.js";

/** Everything that one request was decided to. */
export interface Decision extends Quote {
  /** What the ledger keeps; a guest has none. */
  readonly entry?: Entry;
  /** What the member should hear; a guest hears nothing. */
  readonly intents?: readonly Intent[];
}

/** What is known, and which offers it lets apply. */
export interface Judged {
  readonly request: Request;
  readonly facts: FactSheet;
  readonly verdicts: readonly Verdict[];
}

/** What each room returned: together, why the decision is what it is. */
export interface Decided {
  readonly request: Request;
  readonly admission: Admission;
  readonly selection: Selection;
  readonly settlement: Settlement | undefined;
  readonly quote: Quote;
}
