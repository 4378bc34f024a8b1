import { type Admission, admitOffers } from "./eligibility/admit-offers.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import { gatherFacts } from "./eligibility/gather-facts.js";
import { judgeOffers } from "./eligibility/judge-offers.js";
import { type Selection, selectAwards } from "./selection/select-awards.js";
import { composeEntry } from "./settlement/compose-entry.js";
import { composeQuote } from "./settlement/compose-quote.js";
import type { Decision, Quote } from "./settlement/decision.js";
import { type Settlement, settle } from "./settlement/settle.js";
import { parseRequest } from "./standing/parse-request.js";
import type { Request } from "./standing/request.js";
import { openBasket } from "./valuation/basket.js";
import { createValuer } from "./valuation/value-offers.js";

/** One purchase, decided and written down: the quote, and the ledger entry that books it. A guest has no entry. */
export function evaluate(club: CompiledProgram, input: unknown): Decision {
  const { request, admission, selection, settlement, quote } = decide(club, input);
  if (request.member === undefined || settlement === undefined) return quote;
  return {
    ...quote,
    entry: composeEntry(club.program, request, request.member, { admission, selection, settlement, quote }),
  };
}

/** The same decision, not written down: for a cart that may still change. */
export function quote(club: CompiledProgram, input: unknown): Quote {
  return decide(club, input).quote;
}

/** What each room returned: together, why the decision is what it is. */
interface Decided {
  readonly request: Request;
  readonly admission: Admission;
  readonly selection: Selection;
  readonly settlement: Settlement | undefined;
  readonly quote: Quote;
}

/** The way of a purchase through the rooms. */
function decide({ program, readers, offers, mostLines }: CompiledProgram, input: unknown): Decided {
  const request = parseRequest(input, program, mostLines);

  // May it apply, and may this member have it?
  const facts = gatherFacts(readers, request);
  const verdicts = judgeOffers(offers, facts);
  const admission = admitOffers(verdicts, facts, request, program);

  // What would it give, and which awards stand?
  const basket = openBasket(request.transaction.lines);
  const valuer = createValuer(program, basket, admission.always);
  const selection = selectAwards(program, admission, valuer);

  // What is written down?
  const settlement = settle(program, request, selection);
  return {
    request,
    admission,
    selection,
    settlement,
    quote: composeQuote(program, request, selection, settlement),
  };
}
