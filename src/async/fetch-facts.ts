import { copyDocument } from "../documents/copy-document.js";
import { type FactValue, readFactValue } from "../facts/fact-value.js";
import type { Program } from "../program/program.js";
import { byCodeUnit } from "../units/code-unit-order.js";

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
  /** `undefined` is unknown. Never rejects. */
  valueOf(name: string): Promise<FactValue | undefined>;
  /** What came, as the host said it, for those facts that were asked and of their declared type. */
  fetched(): { readonly [name: string]: unknown };
}

export interface FetchTerms {
  readonly fetchers: ReadonlyMap<string, FactFetcher>;
  readonly question: FactQuestion;
  readonly timeoutMs: number;
}

/** How large one answer may be: far below a request, of which it becomes a part. */
const SIZES = { units: 65_536, nodes: 10_000, depth: 2, text: 1_024 };

export function openFetching({ fetchers, question, timeoutMs }: FetchTerms, program: Program): Fetching {
  const answers = new Map<string, unknown>();
  const asked = new Map<string, Promise<FactValue | undefined>>();
  // One question for all fetchers: none may change it for the others.
  const told = Object.freeze({ ...question });

  const ask = async (name: string): Promise<FactValue | undefined> => {
    const fetcher = fetchers.get(name);
    const type = program.declared.get(name);
    if (fetcher === undefined || type === undefined) return undefined;
    // Read once, and kept from whoever still holds it.
    const answer = copyDocument(await within(timeoutMs, async () => fetcher(told)), SIZES);
    const value = answer.ok ? readFactValue(type, answer.copy, program.currency.digits) : undefined;
    if (answer.ok && value !== undefined) answers.set(name, answer.copy);
    return value;
  };
  return {
    has: (name) => fetchers.has(name),
    valueOf(name) {
      const known = asked.get(name) ?? ask(name);
      asked.set(name, known);
      return known;
    },
    fetched: () => Object.fromEntries([...answers].sort(([a], [b]) => byCodeUnit(a, b))),
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
