import type { Decided, Decision, Judged } from "./decision.js";
import { admitOffers } from "./eligibility/admit-offers.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import type { CompiledOffer } from "./eligibility/compiled-offer.js";
import { gatherFacts } from "./eligibility/gather-facts.js";
import { judgeOffers } from "./eligibility/judge-offers.js";
import { lotRights } from "./eligibility/lot-rights.js";
import { offersToJudge } from "./eligibility/offer-index.js";
import { composeIntents } from "./notification/compose-intents.js";
import { selectAwards } from "./selection/select-awards.js";
import { composeEntry } from "./settlement/compose-entry.js";
import { composeQuote } from "./settlement/compose-quote.js";
import { composeRefusal } from "./settlement/compose-refusal.js";
import type { Quote } from "./settlement/quote.js";
import { settle } from "./settlement/settle.js";
import { parseRequest } from "./standing/parse-request.js";
import type { Request } from "./standing/request.js";
import { contestLines } from "./valuation/contest-lines.js";
import { goShopping } from "./valuation/go-shopping.js";
import { createValuer } from "./valuation/value-offers.js";

/** One purchase, decided and written down. */
export function evaluate(club: CompiledProgram, input: unknown): Decision {
  return book(club, decide(club, judge(club, parseRequest(input, club))));
}

/** The same decision, not written down: for a cart that may still change. */
export function quote(club: CompiledProgram, input: unknown): Quote {
  return decide(club, judge(club, parseRequest(input, club))).quote;
}

/** What is known, and which offers apply; of an occasion, which of those that are due. */
export function judge(club: CompiledProgram, request: Request, due?: readonly CompiledOffer[]): Judged {
  const facts = gatherFacts(club.readers, request);
  const offers = due ?? offersToJudge(club.offersOn.get(request.transaction.type), facts);
  return { request, facts, verdicts: judgeOffers(offers, facts) };
}

/** Who may have what, what it would give, which awards stand, and what that comes to; or why it is refused. */
export function decide(club: CompiledProgram, { request, facts, verdicts }: Judged): Decided {
  const { program } = club;
  const admission = admitOffers(verdicts, facts, request, program);
  const shopping = goShopping(program, request, lotRights(club, facts));
  if ("reason" in shopping) return { request, quote: composeRefusal(program, request, shopping) };
  const contest = contestLines(admission, program, shopping.basket);
  const selection = selectAwards(program, contest, createValuer(program, request, shopping, contest));
  const settlement = settle(program, request, shopping, selection);
  const quote = composeQuote(program, request, shopping, selection, settlement);
  if (settlement === undefined) return { request, quote };
  return { request, quote, booking: { admission, shopping, selection, settlement, quote } };
}

/** Seals the decision on the member's chain, and writes what should be heard of it. A guest has neither. */
export function book({ program }: CompiledProgram, { request, quote, booking }: Decided): Decision {
  const { member } = request;
  if (member === undefined || booking === undefined) return quote;
  const entry = composeEntry(program, request, member, booking);
  // Put on the quote, which nobody else has: a copy with more keys costs fifty times as much.
  return Object.assign(quote, { entry, intents: composeIntents(program, member, request, booking) });
}
