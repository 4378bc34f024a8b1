import type { BirthdaySpan, FactName, LeapDayMode } from "../facts/catalogue.js";
import { type FactValue, numberFact, numberFactOf, readFactValue } from "../facts/fact-value.js";
import { type ItemFilter, type ItemTest, itemTest } from "../facts/item-filter.js";
import type { SurveyDocument } from "../facts/transaction.js";
import { SCORES } from "../facts/transaction-facts.js";
import type { FactParams } from "../program/condition.js";
import type { Program, YearlyWindow } from "../program/program.js";
import { daysToReturn, returnHolding, returnIn } from "../standing/birthday.js";
import { spendable } from "../standing/lots.js";
import { QUANTITY_DIGITS } from "../standing/read-lines.js";
import type { Line, Member, Request } from "../standing/request.js";
import type { Streaks } from "../standing/standing.js";
import { streaksWith } from "../standing/streaks.js";
import { calendarOf, weekdayOf } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";
import { goodVouchers } from "./held-vouchers.js";
import type { Label } from "./offer-clues.js";
import { yearOfWindow } from "./yearly-window.js";

/** Reads one fact of a request; `undefined` is unknown. */
export type FactReader = (request: Request) => FactValue | undefined;

/** Makes a reader for a fact with its params, once, when the program is opened. */
type ReaderMaker = (program: Program, params: FactParams) => FactReader;

/** There is one for each name that surveys give a score. */
type AnyScore = `${typeof SCORES}NAME`;

/** One reader for each fact of the catalogue: a fact without one does not compile. */
const MAKERS: { readonly [name in Exclude<FactName, AnyScore>]: ReaderMaker } = {
  "transaction.type": () => (request) => request.transaction.type,
  "transaction.channel": () => (request) => request.transaction.channel,
  "transaction.location": () => (request) => request.transaction.location,
  "transaction.tenders": () => (request) => request.transaction.tenders,
  "transaction.codes": () => (request) => request.transaction.codes,

  "transaction.survey.score": () => ofSurvey(({ score }) => score),
  "transaction.referral.role": () => (request) => request.transaction.referral?.role,
  "transaction.referral.purchased": () => (request) => request.transaction.referral?.purchased,

  "basket.total": ofGoods((lines, matches) => {
    let total = 0n;
    for (const line of lines) if (line.goods && matches(line)) total += line.list;
    return total;
  }),
  "basket.quantity": ofGoods((lines, matches) => {
    let quantity = 0n;
    for (const line of lines) if (line.goods && matches(line)) quantity += line.quantity;
    return numberFactOf(quantity, QUANTITY_DIGITS);
  }),
  "basket.distinctItems": ofGoods((lines, matches) => {
    const items = new Set<string>();
    for (const line of lines) {
      if (line.goods && matches(line))
        items.add(line.sku === undefined ? `line ${line.id}` : `sku ${line.sku}`);
    }
    return numberFact(items.size);
  }),

  "local.weekday": onDay(() => (day) => weekdayOf(day)),
  "local.time": () => (request) => request.transaction.local.time,
  "local.date": onDay(() => (day) => day),
  "local.month": onDay((program) => (day) => numberFact(program.calendar.dateOf(day).month)),
  "local.day": onDay((program) => (day) => numberFact(program.calendar.dateOf(day).day)),
  "local.inYearlyWindow": onDay((program, params) => {
    const window = params as unknown as YearlyWindow;
    return (day) => yearOfWindow(program.calendar, day, window) !== undefined;
  }),

  "member.tier": () => ofMember((member) => member.standing.tier),
  "member.segments": () => ofMember((member) => member.segments),
  "member.visits": () => ofMember(({ standing: { visits } }) => counted(visits)),
  "member.visitNumber": () =>
    ofMember(({ standing: { visits } }) => counted(visits === undefined ? undefined : visits + 1)),
  "member.spend": () => ofMember((member) => member.standing.spend),
  "member.daysSinceJoined": (program) => ofMember((member, today) => since(member.joinedAt, today, program)),
  "member.daysSinceLastVisit": (program) =>
    ofMember((member, today) => since(member.standing.lastVisitAt, today, program)),
  "member.weekStreak": (program) => ofStreaks(program, ({ weeks }) => weeks),
  "member.monthStreak": (program) => ofStreaks(program, ({ months }) => months),
  "member.vouchers":
    () =>
    ({ member, transaction }) =>
      member && goodVouchers(member.standing.vouchers, transaction.at).map(({ offer }) => offer),
  "member.age": () => ofMember(ageOf),
  "member.balance": (program, params) => {
    const { wallet } = params as { readonly wallet: string };
    const digits = program.wallets.find(({ id }) => id === wallet)?.digits ?? 0;
    return ({ member, transaction }) =>
      member && numberFactOf(spendable(member.standing.lots, wallet, transaction.at), digits);
  },
  "member.daysToBirthday": (_, params) => {
    const { leapDay = "before" } = params as { readonly leapDay?: LeapDayMode };
    return ofMember(({ birthDate }, today) => birthDate && counted(daysToReturn(today, birthDate, leapDay)));
  },
  "member.daysToAnniversary": (_, params) => {
    const { name, leapDay = "before" } = params as { readonly name: string; readonly leapDay?: LeapDayMode };
    return ofMember(({ anniversaries }, today) => {
      const date = anniversaries.get(name);
      return date && counted(daysToReturn(today, date, leapDay));
    });
  },
  "member.inBirthdayWindow": ({ weekStart }, params) => {
    const { before = 0, after = 0, span, leapDay = "before", daysAgo = 0 } = params as BirthdaySpan & DaysAgo;
    const days = { before, after, span, leapDay, weekStart };
    return ofMember(
      ({ birthDate }, today) => birthDate && returnHolding(today - daysAgo, birthDate, days) !== undefined,
    );
  },
};

export function readerOf(name: string, program: Program, params: FactParams): FactReader {
  if (name.startsWith(SCORES)) return ofScore(name.slice(SCORES.length));
  return MAKERS[name as Exclude<FactName, AnyScore>](program, params);
}

interface DaysAgo {
  readonly daysAgo?: number | undefined;
}

/** A figure over the goods that an item filter lets through. */
function ofGoods(figure: (lines: readonly Line[], matches: ItemTest) => bigint): ReaderMaker {
  return (_, params) => {
    const matches = itemTest(params as ItemFilter);
    return ({ transaction }) => figure(transaction.lines, matches);
  };
}

/** Every label of one kind that goods of the basket have. */
export function labelsOfGoods(label: Label): FactReader {
  return ({ transaction: { lines } }) => {
    const labels: string[] = [];
    for (const line of lines) if (line.goods) addLabels(line, label, labels);
    return labels;
  };
}

function addLabels({ sku, categories, brand, tags }: Line, label: Label, labels: string[]): void {
  if (label === "category") labels.push(...categories);
  else if (label === "tag") labels.push(...tags);
  else {
    const own = label === "sku" ? sku : brand;
    if (own !== undefined) labels.push(own);
  }
}

function ofSurvey(scoreOf: (survey: SurveyDocument) => unknown): FactReader {
  return ({ transaction: { survey } }) => survey && readFactValue("number", scoreOf(survey), 0);
}

function ofScore(name: string): FactReader {
  return ofSurvey(({ scores }) =>
    scores !== undefined && Object.hasOwn(scores, name) ? scores[name] : undefined,
  );
}

function ofStreaks(program: Program, streakOf: (streaks: Streaks) => number): FactReader {
  return ({ member, transaction }) => {
    const streaks = member && streaksWith(member.standing, transaction, program);
    return streaks && numberFact(streakOf(streaks));
  };
}

/** A fact of the local date, or of the day before it. */
function onDay(factOf: (program: Program, params: FactParams) => (day: number) => FactValue): ReaderMaker {
  return (program, params) => {
    const { daysAgo = 0 } = params as DaysAgo;
    const fact = factOf(program, params);
    return ({ transaction }) => fact(transaction.local.day - daysAgo);
  };
}

/** A fact of the member on the local date; unknown for a guest. */
function ofMember(fact: (member: Member, today: number) => FactValue | undefined): FactReader {
  return ({ member, transaction }) => member && fact(member, transaction.local.day);
}

function counted(whole: number | undefined): bigint | undefined {
  return whole === undefined ? undefined : numberFact(whole);
}

function since(instant: number | undefined, today: number, { zone }: Program): bigint | undefined {
  return instant === undefined ? undefined : numberFact(today - localTimeOf(instant, zone).day);
}

function ageOf({ birthDate }: Member, today: number): bigint | undefined {
  if (birthDate === undefined) return undefined;
  const { year } = calendarOf(birthDate.calendar).dateOf(today);
  const birthday = returnIn(year, birthDate, "before") ?? today;
  return numberFact(year - birthDate.date.year - (birthday > today ? 1 : 0));
}
