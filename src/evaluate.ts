import { type Admission, admitOffers } from "./eligibility/admit-offers.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import { type FactSheet, gatherFacts } from "./eligibility/gather-facts.js";
import { judgeOffers, type Verdict } from "./eligibility/judge-offers.js";
import { type Selection, selectAwards } from "./selection/select-awards.js";
import { composeEntry } from "./settlement/compose-entry.js";
import { composeQuote } from "./settlement/compose-quote.js";
import type { Decision, Quote } from "./settlement/decision.js";
import { type Settlement, settle } from "./settlement/settle.js";
import { parseRequest } from "./standing/parse-request.js";
import type { Request } from "./standing/request.js";
import { openBasket } from "./valuation/basket.js";
import { createValuer } from "./valuation/value-offers.js";

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

/** Seals the decision on the member's chain. A guest has none. */
export function book({ program }: CompiledProgram, { request, settlement, ...decided }: Decided): Decision {
  if (request.member === undefined || settlement === undefined) return decided.quote;
  return {
    ...decided.quote,
    entry: composeEntry(program, request, request.member, { ...decided, settlement }),
  };
}
