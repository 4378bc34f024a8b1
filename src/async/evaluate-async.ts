import { type Club, compiledOf } from "../club.js";
import type { Decision } from "../decision.js";
import { ClubError } from "../documents/club-error.js";
import { gatherFacts } from "../eligibility/gather-facts.js";
import { missingOf, type Verdict } from "../eligibility/judge-offers.js";
import { book, decide } from "../evaluate.js";
import { copyTillRequest } from "../standing/copy-till-request.js";
import { documentOf } from "../standing/document-of.js";
import { parseRequest } from "../standing/parse-request.js";
import { requestSchema } from "../standing/request-document.js";
import { formatInstant } from "../units/zone.js";
import { type AsyncOptions, readOptions } from "./async-options.js";
import { openFetching } from "./fetch-facts.js";
import { runEngine } from "./run-engine.js";

export type { AsyncOptions } from "./async-options.js";
export type { FactFetcher, FactQuestion } from "./fetch-facts.js";

export interface AsyncDecision extends Decision {
  /**
   * What the host answered: with `{ ...request, facts: { ...request.facts, ...fetched } }` `club.evaluate` decides the
   * same without the host, byte for byte.
   */
  readonly fetched: { readonly [name: string]: unknown };
}

/**
 * Decides one purchase with facts that the host must fetch first: a credit check, a look-up in another system. The
 * conditions are judged by json-rules-engine, which asks only for what it needs; all else is as in `club.evaluate`.
 *
 * Rejects with a `ClubError` where the request or the options are wrong. A fetcher that fails or is late makes its
 * fact unknown, and nothing else.
 */
export async function evaluateAsync(
  club: Club,
  request: unknown,
  options: AsyncOptions,
): Promise<AsyncDecision> {
  const compiled = compiledOf(club);
  if (compiled === undefined) {
    throw new ClubError([{ code: "type", path: "/club", message: "must be a club that openClub gave" }]);
  }
  const { program, readers, offersOn } = compiled;
  const { fetchers, timeoutMs } = readOptions(options, program);
  const document = documentOf(requestSchema, request, copyTillRequest);
  const asked = parseRequest(document, compiled);
  const offers = offersOn.get(asked.transaction.type)?.offers ?? [];
  const question = {
    memberId: asked.member?.id,
    transactionId: asked.transaction.id,
    at: formatInstant(asked.transaction.at, program.zone),
  };
  const unsaid = new Map([...fetchers].filter(([name]) => !Object.hasOwn(asked.facts, name)));
  const fetching = openFetching({ fetchers: unsaid, question, timeoutMs }, program);
  const { isTrue, isFalse } = await runEngine(program, offers, gatherFacts(readers, asked), fetching);

  const fetched = fetching.fetched();
  const isTold = Object.keys(fetched).length > 0;
  const told = isTold
    ? parseRequest({ ...document, facts: { ...document.facts, ...fetched } }, compiled)
    : asked;
  const facts = gatherFacts(readers, told);
  const verdicts = offers.flatMap((judged, index): readonly Verdict[] => {
    if (isTrue.has(index)) return [{ judged, applies: true, missing: [] }];
    return isFalse.has(index) ? [] : [{ judged, applies: "unknown", missing: missingOf(judged, facts) }];
  });
  return { ...book(compiled, decide(compiled, { request: told, facts, verdicts })), fetched };
}
