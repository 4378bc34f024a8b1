import type { Decided, Decision, Judged } from "./decision.js";
import { admitOffers } from "./eligibility/admit-offers.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import { gatherFacts } from "./eligibility/gather-facts.js";
import { judgeOffers } from "./eligibility/judge-offers.js";
import { composeIntents } from "./notification/compose-intents.js";
import { selectAwards } from "./selection/select-awards.js";
import { composeEntry } from "./settlement/compose-entry.js";
import { composeQuote } from "./settlement/compose-quote.js";
import type { Quote } from "./settlement/quote.js";
import { settle } from "./settlement/settle.js";
import { parseRequest } from "./standing/parse-request.js";
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

/** What is known, and which offers apply. */
function judge({ program, readers, offers, mostLines }: CompiledProgram, input: unknown): Judged {
  const request = parseRequest(input, program, mostLines);
  const facts = gatherFacts(readers, request);
  return { request, facts, verdicts: judgeOffers(offers, facts) };
}

/** Who may have what, what it would give, which awards stand, and what that comes to. */
export function decide({ program }: CompiledProgram, { request, facts, verdicts }: Judged): Decided {
  const admission = admitOffers(verdicts, facts, request, program);
  const basket = openBasket(request.transaction.lines);
  const valuer = createValuer(program, basket, admission.always);
  const selection = selectAwards(program, admission, valuer);
  const settlement = settle(program, request, selection);
  const quote = composeQuote(program, request, selection, settlement);
  return { request, admission, selection, settlement, quote };
}

/** Seals the decision on the member's chain, and writes what they should hear of it. A guest has neither. */
export function book({ program }: CompiledProgram, decided: Decided): Decision {
  const { request, admission, selection, settlement, quote } = decided;
  const { member, transaction } = request;
  if (member === undefined || settlement === undefined) return quote;
  const entry = composeEntry(program, request, member, { admission, selection, settlement, quote });
  const told = { awards: selection.awards, settlement, quote };
  return { ...quote, entry, intents: composeIntents(program, member, transaction, told) };
}
