import { type Club, compiledOf } from "../club.js";
import { ClubError } from "../documents/club-error.js";
import { gatherFacts } from "../eligibility/gather-facts.js";
import { missingOf, type Verdict } from "../eligibility/judge-offers.js";
import { book, type Decision, decide } from "../evaluate.js";
import { copyRequest, parseRequest } from "../standing/parse-request.js";
import { formatInstant } from "../units/zone.js";
import { checkFetchers, type FactFetcher, openFetching } from "./fetch-facts.js";
import { runEngine } from "./run-engine.js";

export type { FactFetcher, FactQuestion } from "./fetch-facts.js";

export interface AsyncOptions {
  /** For each declared fact that the host must fetch, a function that does. What the request says is not fetched. */
  readonly facts: { readonly [name: string]: FactFetcher };
  /** A fact that takes longer is unknown: 2,000 milliseconds unless said. */
  readonly timeoutMs?: number | undefined;
}

export interface AsyncDecision extends Decision {
  /** What the host answered: put into the request's facts, `club.evaluate` decides the same without the host. */
  readonly fetched: { readonly [name: string]: unknown };
}

const USUAL_TIMEOUT_MS = 2_000;

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
  const { program, readers, offers, mostLines } = compiled;
  const { facts: fetchers = {}, timeoutMs = USUAL_TIMEOUT_MS } = options ?? {};
  checkFetchers(fetchers, program);
  const copy = copyRequest(request);
  const asked = parseRequest(copy, program, mostLines);
  const question = {
    memberId: asked.member?.id,
    transactionId: asked.transaction.id,
    at: formatInstant(asked.transaction.at, program.zone),
  };
  const unsaid = Object.fromEntries(
    Object.entries(fetchers).filter(([name]) => !Object.hasOwn(asked.facts, name)),
  );
  const fetching = openFetching({ fetchers: unsaid, question, timeoutMs }, program);
  const { isTrue, isFalse } = await runEngine(program, offers, gatherFacts(readers, asked), fetching);

  const fetched = fetching.fetched();
  const told = parseRequest({ ...copy, facts: { ...asked.facts, ...fetched } }, program, mostLines);
  const facts = gatherFacts(readers, told);
  const verdicts = offers.flatMap((judged, index): readonly Verdict[] => {
    if (isTrue.has(index)) return [{ judged, applies: true, missing: [] }];
    return isFalse.has(index) ? [] : [{ judged, applies: "unknown", missing: missingOf(judged, facts) }];
  });
  return { ...book(compiled, decide(compiled, { request: told, facts, verdicts })), fetched };
}
