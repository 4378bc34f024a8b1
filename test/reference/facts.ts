import type { FactType, ItemFilter } from "vafa";
import { weekdayOf } from "../../src/units/calendar.js";
import {
  type BirthdayTerms,
  birthdayYearIn,
  daysToReturn,
  inYearlyWindow,
  type LeapDay,
  latestBirthdayYear,
  readDate,
} from "./club-days.js";
import { millionths, readValue, type Value } from "./fact-values.js";
import { spendable } from "./lots.js";
import { passes } from "./read-purchase.js";
import { dayAt, folded, goodsOf, goodVouchers, type Situation } from "./situation.js";
import { streaksWith } from "./streaks.js";

/** A fact as a check names it. */
export interface Asked {
  readonly fact: string;
  readonly params?: unknown;
}

interface Params extends BirthdayTerms, ItemFilter {
  readonly daysAgo?: number;
  readonly leapDay?: LeapDay;
  readonly name?: string;
  readonly wallet?: string;
  readonly from?: { readonly month: number; readonly day: number };
  readonly to?: { readonly month: number; readonly day: number };
}

type Reader = (situation: Situation, params: Params) => Value | undefined;

const dayOf = ({ today }: Situation, { daysAgo = 0 }: Params) => today - daysAgo;
const dateOf = (s: Situation, params: Params) => s.calendar.dateOf(dayOf(s, params));
const count = (whole: number | undefined) => (whole === undefined ? undefined : millionths(whole));
const daysSince = (s: Situation, at: string | undefined) =>
  count(at === undefined ? undefined : s.today - dayAt(at, s));
const scoreOf = (score: string | number | undefined) => readValue("number", score, 0);
const bornOf = ({ request }: Situation) => readDate(request.member?.birthDate);
const fitting = (s: Situation, filter: ItemFilter) =>
  goodsOf(s).filter(({ written }) => passes(written, filter));

/** The catalogue; R4.14 to R4.16. What is `undefined` is unknown. */
const CATALOGUE: { readonly [name: string]: readonly [FactType, Reader] } = {
  "transaction.type": ["text", ({ request }) => request.transaction.type],
  "transaction.channel": ["text", ({ request }) => request.transaction.channel],
  "transaction.location": ["text", ({ request }) => request.transaction.location],
  "transaction.tenders": ["texts", ({ request }) => request.transaction.tenders?.map(({ type }) => type)],
  "transaction.codes": ["texts", ({ request }) => (request.transaction.codes ?? []).map(folded)],
  "transaction.survey.score": ["number", ({ request }) => scoreOf(request.transaction.survey?.score)],
  "transaction.referral.role": ["text", ({ request }) => request.transaction.referral?.role],
  "transaction.referral.purchased": ["boolean", ({ request }) => request.transaction.referral?.purchased],
  "basket.total": ["money", (s, filter) => fitting(s, filter).reduce((sum, { list }) => sum + list, 0n)],
  "basket.quantity": [
    "number",
    (s, filter) => fitting(s, filter).reduce((sum, { quantity }) => sum + quantity, 0n),
  ],
  "basket.distinctItems": [
    "number",
    (s, filter) =>
      count(new Set(fitting(s, filter).map(({ id, written: { sku } }) => sku ?? Symbol(id))).size),
  ],
  "local.weekday": ["text", (s, params) => weekdayOf(dayOf(s, params))],
  "local.time": ["time", ({ time }) => BigInt(time)],
  "local.date": ["date", (s, params) => BigInt(dayOf(s, params))],
  "local.month": ["number", (s, params) => count(dateOf(s, params).month)],
  "local.day": ["number", (s, params) => count(dateOf(s, params).day)],
  "local.inYearlyWindow": [
    "boolean",
    (s, params) => {
      const { from, to } = params;
      return from && to && inYearlyWindow(dayOf(s, params), { from, to }, s.calendar);
    },
  ],
  "member.tier": ["text", ({ tier }) => tier],
  "member.segments": ["texts", ({ request }) => request.member?.segments],
  "member.visits": ["number", ({ standing }) => count(standing?.visits)],
  "member.visitNumber": [
    "number",
    ({ standing: { visits } = {} }) => count(visits === undefined ? undefined : visits + 1),
  ],
  "member.spend": [
    "money",
    ({ standing, program }) => readValue("money", standing?.spend, program.currency.digits),
  ],
  "member.daysSinceJoined": ["number", (s) => daysSince(s, s.request.member?.joinedAt)],
  "member.daysSinceLastVisit": ["number", (s) => daysSince(s, s.standing?.lastVisitAt)],
  "member.weekStreak": ["number", (s) => count(streaksWith(s)?.weeks)],
  "member.monthStreak": ["number", (s) => count(streaksWith(s)?.months)],
  "member.vouchers": [
    "texts",
    (s) => (s.standing === undefined ? undefined : goodVouchers(s).map(({ offer }) => offer)),
  ],
  "member.age": [
    "number",
    (s) => {
      const born = bornOf(s);
      return born && count(latestBirthdayYear(s.today, born) - born.year);
    },
  ],
  "member.balance": [
    "number",
    (s, { wallet = "" }) => (s.standing === undefined ? undefined : spendable(wallet, s)),
  ],
  "member.daysToBirthday": [
    "number",
    (s, { leapDay }) => {
      const born = bornOf(s);
      return born && count(daysToReturn(s.today, born, leapDay));
    },
  ],
  "member.daysToAnniversary": [
    "number",
    (s, { name, leapDay }) => {
      // R3.11
      const named = s.request.member?.anniversaries?.filter((one) => one.name === name).at(-1);
      const date = readDate(named?.date);
      return date && count(daysToReturn(s.today, date, leapDay));
    },
  ],
  "member.inBirthdayWindow": [
    "boolean",
    (s, params) => {
      const born = bornOf(s);
      return born && birthdayYearIn(dayOf(s, params), born, params, s) !== undefined;
    },
  ],
};

const ATTRIBUTES = "member.attributes.";
const SCORES = "transaction.survey.scores.";

/** R4.12 */
export function typeOf(fact: string, { facts, attributes }: Situation["program"]): FactType {
  if (fact.startsWith(SCORES)) return "number";
  const type = fact.startsWith(ATTRIBUTES)
    ? attributes?.[fact.slice(ATTRIBUTES.length)]?.type
    : (CATALOGUE[fact]?.[0] ?? facts?.[fact]);
  if (type === undefined) throw new Error(`no fact ${fact}`);
  return type;
}

export function readFact({ fact, params = {} }: Asked, situation: Situation): Value | undefined {
  const { program, request } = situation;
  if (fact.startsWith(SCORES)) {
    const scores = Object.entries(request.transaction.survey?.scores ?? {});
    return scoreOf(scores.find(([name]) => name === fact.slice(SCORES.length))?.[1]);
  }
  const read = CATALOGUE[fact]?.[1];
  if (read !== undefined) return read(situation, params as Params);
  const path = program.attributes?.[fact.slice(ATTRIBUTES.length)]?.path;
  const written = fact.startsWith(ATTRIBUTES)
    ? at(request.member?.attributes, path ?? "")
    : (request.facts?.[fact] ?? request.transaction.activity?.[fact]);
  return readValue(typeOf(fact, program), written, program.currency.digits);
}

/** What stands at `$.a.b[0]`. */
function at(root: unknown, path: string): unknown {
  const steps = path.match(/[^$.[\]]+/g) ?? [];
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).find(([key]) => key === step)?.[1];
  }, root);
}
