import fc from "fast-check";
import type { Request } from "vafa";
import type { FactFetcher } from "../../src/async/evaluate-async.js";
import { DECLARED } from "../laws/generate-condition.js";

const DECLARED_NAMES = Object.keys(DECLARED) as (keyof typeof DECLARED)[];

/** How a host answers when it is asked for a fact. */
const ANSWERS = ["at once", "later", "rejects", "throws"] as const;

/** Which facts the host must be asked for, and how it answers. */
export interface HostTerms {
  readonly [name: string]: (typeof ANSWERS)[number];
}

export const hosts: fc.Arbitrary<HostTerms> = fc
  .array(fc.tuple(fc.constantFrom(...DECLARED_NAMES), fc.constantFrom(...ANSWERS)), { maxLength: 7 })
  .map((terms) => Object.fromEntries(terms));

/** A purchase some of whose facts stand with the host. */
export interface Hosted {
  /** Without what the host must be asked for. */
  readonly asked: Request;
  /** With all that the host would say. */
  readonly told: Request;
  readonly facts: { readonly [name: string]: FactFetcher };
  /** The names of the facts that were asked for, in their order. */
  readonly calls: readonly string[];
}

/** Takes the facts that stand with the host out of a request. */
export function hosted(request: Request, terms: HostTerms): Hosted {
  const calls: string[] = [];
  const { facts: all = {}, ...rest } = request;
  const facts = Object.fromEntries(
    Object.entries(terms).map(([name, answer]) => [name, fetcher(name, all[name], answer, calls)] as const),
  );
  const keep = (kept: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => kept(name)));
  return {
    asked: { ...rest, facts: keep((name) => terms[name] === undefined) },
    told: { ...rest, facts: keep((name) => terms[name] !== "rejects" && terms[name] !== "throws") },
    facts,
    calls,
  };
}

function fetcher(
  name: string,
  value: unknown,
  answer: HostTerms[string] | undefined,
  calls: string[],
): FactFetcher {
  return () => {
    calls.push(name);
    if (answer === "throws") throw new Error(`${name} is out of order`);
    if (answer === "rejects") return Promise.reject(new Error(`${name} is out of order`));
    return answer === "later" ? Promise.resolve().then(() => value) : value;
  };
}
