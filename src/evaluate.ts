import { type Admission, admitOffers } from "./eligibility/admit-offers.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import { type FactSheet, gatherFacts } from "./eligibility/gather-facts.js";
import { judgeOffers, type Verdict } from "./eligibility/judge-offers.js";
import { composeIntents } from "./notification/compose-intents.js";
import type { Intent } from "./notification/intent.js";
import { type Selection, selectAwards } from "./selection/select-awards.js";
import { composeEntry } from "./settlement/compose-entry.js";
import { composeQuote } from "./settlement/compose-quote.js";
import type { Entry } from "./settlement/entry.js";
import type { Quote } from "./settlement/quote.js";
import { type Settlement, settle } from "./settlement/settle.js";
import { parseRequest } from "./standing/parse-request.js";
import type { Request } from "./standing/request.js";
import { openBasket } from "./valuation/basket.js";
import { createValuer } from "./valuation/value-offers.js";

/** Everything that one request was decided to. */
export interface Decision extends Quote {
  /** What the ledger keeps; a guest has none. */
  readonly entry?: Entry;
  /** What the member should hear; a guest hears nothing. */
  readonly intents?: readonly Intent[];
}

/** One purchase, decided and written down. */
export function evaluate(club: CompiledProgram, input: unknown): Decision {
  return book(club, decide(club, judge(club, input)));
}

/** The same decision, not written down: for a cart that may still change. */
export function quote(club: CompiledProgram, input: unknown): Quote {
  return decide(club, judge(club, input)).quote;
}

/** What is known, and which offers it lets apply. */
export interface Judged {
  readonly request: Request;
  readonly facts: FactSheet;
  readonly verdicts: readonly Verdict[];
}

function judge({ program, readers, offers, mostLines }: CompiledProgram, input: unknown): Judged {
  const request = parseRequest(input, program, mostLines);
  const facts = gatherFacts(readers, request);
  return { request, facts, verdicts: judgeOffers(offers, facts) };
}

/** What each room returned: together, why the decision is what it is. */
export interface Decided {
  readonly request: Request;
  readonly admission: Admission;
  readonly selection: Selection;
  readonly settlement: Settlement | undefined;
  readonly quote: Quote;
}

/** Who may have what, what it would give, which awards stand, and what that comes to. */
export function decide({ program }: CompiledProgram, { request, facts, verdicts }: Judged): Decided {
  const admission = admitOffers(verdicts, facts, request, program);
  const basket = openBasket(request.transaction.lines);
  const valuer = createValuer(program, basket, admission.always);
  const selection = selectAwards(program, admission, valuer);
  const settlement = settle(program, request, selection);
  return {
    request,
    admission,
    selection,
    settlement,
    quote: composeQuote(program, request, selection, settlement),
  };
}

/** Seals the decision on the member's chain, and writes what they should hear of it. A guest has neither. */
export function book({ program }: CompiledProgram, decided: Decided): Decision {
  const { request, admission, selection, settlement, quote } = decided;
  const { member, transaction } = request;
  if (member === undefined || settlement === undefined) return quote;
  const entry = composeEntry(program, request, member, { admission, selection, settlement, quote });
  const intents = composeIntents(program, member, transaction, {
    awards: selection.awards,
    settlement,
    quote,
  });
  return { ...quote, entry, intents };
}
