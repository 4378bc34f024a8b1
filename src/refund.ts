import type { RefundDecision } from "./decision.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import { quote } from "./evaluate.js";
import { composeRefundIntents } from "./notification/compose-refund-intents.js";
import { composeRefund, composeRefundRefusal } from "./returns/compose-refund.js";
import { composeRefundEntry } from "./returns/compose-refund-entry.js";
import { type LineBack, planReturn } from "./returns/plan-return.js";
import { type RefundRequest, readRefund } from "./returns/read-refund.js";
import { readRest, restRequest } from "./returns/rest-of-sale.js";
import { type RestOfSale, takeBackSale } from "./returns/take-back-sale.js";
import { entryIdOf } from "./settlement/entry-id.js";

/** A sale, or some of it, taken back and written down; or why it is not. */
export function refund(club: CompiledProgram, input: unknown): RefundDecision {
  const { program } = club;
  const request = readRefund(input, program);
  const plan = planReturn(request, program);
  if ("reason" in plan) return composeRefundRefusal(program, request, plan);
  const entryId = entryIdOf(program, request.id, "refund");
  const back = takeBackSale(program, request, plan, { entryId, rest: lookAtRest(club, request, plan) });
  const entry = composeRefundEntry(program, request, back);
  const quote = composeRefund(program, request, back, entry);
  return { ...quote, entry, intents: composeRefundIntents(program, request, { quote, entry }) };
}

/** What the sale would have given on what is left of it, where the program's refunds ask. */
function lookAtRest(
  club: CompiledProgram,
  { was }: RefundRequest,
  lines: readonly LineBack[],
): RestOfSale | undefined {
  const rest = was === undefined ? undefined : restRequest(was, lines, club.program);
  return rest === undefined ? undefined : readRest(quote(club, rest), club.program);
}
