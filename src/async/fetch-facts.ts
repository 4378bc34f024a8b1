import { didYouMean } from "../documents/closest.js";
import { ClubError, type Issue, issueAt } from "../documents/club-error.js";
import { type FactValue, readFactValue } from "../facts/fact-value.js";
import type { Program } from "../program/program.js";

/** What a fetcher is told: whose purchase it is asked about. */
export interface FactQuestion {
  /** `undefined` for a guest. */
  readonly memberId: string | undefined;
  readonly transactionId: string;
  readonly at: string;
}

/** Fetches one declared fact from the host. Rejecting, throwing and taking too long make the fact unknown. */
export type FactFetcher = (question: FactQuestion) => unknown;

/** Asks the host, each fact once, and keeps what came. */
export interface Fetching {
  has(name: string): boolean;
  valueOf(name: string): Promise<FactValue | undefined>;
  /** What came, as the host said it, for those facts that were asked and of their declared type. */
  fetched(): { readonly [name: string]: unknown };
}

export interface FetchTerms {
  readonly fetchers: { readonly [name: string]: FactFetcher };
  readonly question: FactQuestion;
  readonly timeoutMs: number;
}

/** Every fetcher must be a function, for a fact that the program declares. */
export function checkFetchers(fetchers: { readonly [name: string]: unknown }, { declared }: Program): void {
  const issues: Issue[] = [];
  for (const [name, fetcher] of Object.entries(fetchers)) {
    const path = ["facts", name];
    if (!declared.has(name)) {
      const hint = didYouMean(name, [...declared.keys()]) ?? "the program declares it under /facts";
      issues.push(
        issueAt("fact-unknown", path, `the program declares no fact ${JSON.stringify(name)}`, { hint }),
      );
    } else if (typeof fetcher !== "function") {
      issues.push(
        issueAt("type", path, "must be a function", { expected: "a function", received: typeof fetcher }),
      );
    }
  }
  if (issues.length > 0) throw new ClubError(issues);
}

export function openFetching({ fetchers, question, timeoutMs }: FetchTerms, program: Program): Fetching {
  const answers = new Map<string, unknown>();
  const asked = new Map<string, Promise<FactValue | undefined>>();

  const ask = async (name: string): Promise<FactValue | undefined> => {
    const type = program.declared.get(name);
    const answer = await within(timeoutMs, async () => fetchers[name]?.(question));
    const value = type === undefined ? undefined : readFactValue(type, answer, program.currency.digits);
    if (value !== undefined) answers.set(name, structuredClone(answer));
    return value;
  };
  return {
    has: (name) => Object.hasOwn(fetchers, name),
    valueOf(name) {
      const known = asked.get(name) ?? ask(name);
      asked.set(name, known);
      return known;
    },
    fetched: () => Object.fromEntries([...answers].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The answer, or `undefined` where it fails or does not come in time. Never rejects. */
async function within(timeoutMs: number, answer: () => Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await Promise.race([answer(), tooLate]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
