import { ClubError, type Decision, type Issue, openClub, parseProgram, type Quote } from "vafa";
import { expect } from "vitest";

/*
 * The hostile tests' own words. Whatever is handed over is made anew for each of two runs, and of both the same must
 * come: no error but a ClubError, no change of anything global, and the same bytes.
 */

/** What came of it: a value, or every issue. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Does something twice, and holds both runs to the law. */
export function attempt<T>(act: () => T): Outcome<T> {
  const before = globalState();
  const first = once(act);
  const second = once(act);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  expect(globalState()).toEqual(before);
  if (!first.ok) {
    expect(first.issues.length).toBeGreaterThan(0);
    expect(first.issues.length).toBeLessThanOrEqual(100);
  }
  return first;
}

function once<T>(act: () => T): Outcome<T> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return { ok: false, issues: error.issues };
  }
}

const SHARED: readonly object[] = [
  globalThis,
  ...[
    Object,
    Array,
    String,
    Number,
    BigInt,
    Boolean,
    Function,
    RegExp,
    Date,
    Map,
    Set,
    Error,
    Promise,
  ].flatMap((one) => [one, one.prototype as object]),
  JSON,
  Math,
  Intl,
  process.env,
];

/** Every own property of what all code shares. */
function globalState(): readonly string[] {
  return SHARED.map((one) => Reflect.ownKeys(one).map(String).join(" "));
}

/** `code path`, the way an issue is asserted. */
export function told(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, path }) => `${code} ${path}`);
}

/** 30 Aban 1405 in Tehran, a Saturday. */
const AT = "2026-11-21T10:00:00+03:30";

/** A program that says as little as may be. */
export function program(terms: object = {}): object {
  return {
    id: "club",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "Asia/Tehran",
    calendar: "persian",
    wallets: [
      { id: "credit", kind: "credit" },
      { id: "points", kind: "points", worth: "50" },
    ],
    tiers: { ladder: [{ id: "bronze" }, { id: "silver", from: "5000000" }] },
    offers: [],
    ...terms,
  };
}

/** One offer, of 10 % off unless it says more. */
export function offer(terms: object = {}): object {
  return { id: "offer", benefit: { kind: "discount", percent: "10" }, ...terms };
}

/** A program of one offer with this condition, and whatever the condition asks for. */
export function withCondition(when: unknown, terms: object = {}): object {
  return program({ offers: [offer({ when })], ...terms });
}

/** A line of 100,000 unless it says more. */
export function line(terms: object = {}): object {
  return { id: "1", unitPrice: "100000", ...terms };
}

/** A transaction of one line. */
export function transaction(terms: object = {}): object {
  return { id: "t-1", type: "purchase", at: AT, currency: "IRT", lines: [line()], ...terms };
}

/** The purchase of a new member. */
export function request(terms: object = {}): object {
  return { member: { id: "m-1" }, transaction: transaction(), ...terms };
}

/** What is wrong with a program: nothing, or `code path` of each issue. Every door that takes one says the same. */
export function programIssues(make: () => unknown): readonly string[] {
  const outcome = attempt(() => openClub(make()).hash);
  const parsed = parseProgram(make());
  const issues = outcome.ok ? [] : outcome.issues;
  expect(parsed.ok ? [] : parsed.issues).toEqual(issues);
  return told(issues);
}

/** The issues of a program in full. */
export function programFaults(make: () => unknown): readonly Issue[] {
  const parsed = parseProgram(make());
  programIssues(make);
  return parsed.ok ? [] : parsed.issues;
}

/** What is wrong with a request. */
export function requestIssues(make: () => unknown, terms: object = {}): readonly string[] {
  return told(requestFaults(make, terms));
}

/** The issues of a request in full. A cart is refused as a purchase is. */
export function requestFaults(make: () => unknown, terms: object = {}): readonly Issue[] {
  const club = openClub(program(terms));
  const outcome = attempt(() => club.evaluate(make()));
  const quoted = attempt(() => club.quote(make()));
  const issues = outcome.ok ? [] : outcome.issues;
  expect(quoted.ok ? [] : quoted.issues).toEqual(issues);
  return issues;
}

/** The decision; that there is none is a failure. */
export function decide(terms: object, asked: unknown = request()): Decision {
  const club = openClub(program(terms));
  const outcome = attempt(() => club.evaluate(asked));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** What comes of one offer: given, declined for a reason, or not listed, for its condition is false. */
export function fate({ awards, declined }: Quote, id = "offer"): string {
  if (awards.some((award) => award.offer === id)) return "given";
  return declined.find((row) => row.offer === id)?.reason ?? "not listed";
}

/** What comes of an offer with this condition. */
export function fateOf(when: unknown, terms: object = {}, asked: unknown = request()): string {
  return fate(decide({ offers: [offer({ when })], ...terms }, asked));
}

/** What is given, in words: `offer: 10000`. */
export function given({ awards }: Quote): readonly string[] {
  return awards.map(
    ({ offer: id, amount, wallet }) => `${id}: ${amount}${wallet === undefined ? "" : ` ${wallet}`}`,
  );
}

/** Something wrapped in itself, so many times. */
export function nested(times: number, wrap: (inner: unknown) => unknown, innermost: unknown = []): unknown {
  let value = innermost;
  for (let time = 0; time < times; time++) value = wrap(value);
  return value;
}

/** As many of something as wanted. */
export function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
