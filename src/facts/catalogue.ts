import * as z from "zod";
import { id } from "../documents/names.js";
import { integer } from "../documents/numbers.js";
import { record } from "../documents/schema.js";
import { bare, type FactDefinition, type ListedFact } from "./fact-definition.js";
import { SCORES, TRANSACTION_FACTS } from "./transaction-facts.js";

/** What a day 30 Esfand or 29 February becomes in a year without it: the day before, the day after, or nothing. */
export const LEAP_DAY_MODES = ["before", "after", "exact"] as const;
export type LeapDayMode = (typeof LEAP_DAY_MODES)[number];
export const leapDay = z.enum(LEAP_DAY_MODES);

/** The days of one birthday: some before and after it, or the day, week or month that holds it. */
export interface BirthdaySpan {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly span?: "day" | "week" | "month" | undefined;
  readonly leapDay?: LeapDayMode | undefined;
}

/** A day of every year, in the club's calendar; a day that a month lacks is its last. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const monthDay = record({ month: integer(1, 12), day: integer(1, 31) });

/** Windows of two birthdays never meet: half a year at most to each side. */
export const windowDays = integer(0, 182);

const daysAgo = integer(0, 1).optional();

const onDay = {
  params: record({ daysAgo }),
  paramsNote: "`daysAgo`: 1 asks for yesterday, for hours over midnight",
};

const LOCAL_FACTS = [
  {
    name: "local.weekday",
    type: "text",
    unit: "",
    meaning: "`monday` to `sunday`, in the club's zone",
    ...onDay,
  },
  { name: "local.time", type: "time", unit: "hh:mm", meaning: "time of day in the club's zone", ...bare },
  { name: "local.date", type: "date", unit: "", meaning: "the date in the club's zone", ...onDay },
  {
    name: "local.month",
    type: "number",
    unit: "1–12",
    meaning: "the month in the club's calendar",
    ...onDay,
  },
  {
    name: "local.day",
    type: "number",
    unit: "1–31",
    meaning: "the day of the month in the club's calendar",
    ...onDay,
  },
  {
    name: "local.inYearlyWindow",
    type: "boolean",
    unit: "",
    meaning: "does the date lie between two days of the year, both included, in the club's calendar?",
    params: record({ from: monthDay, to: monthDay, daysAgo }),
    paramsNote: "`from`, `to`: `{ month, day }`; `daysAgo`",
  },
] as const satisfies readonly ListedFact[];

const MEMBER_FACTS = [
  { name: "member.tier", type: "text", unit: "", meaning: "the tier before the transaction", ...bare },
  {
    name: "member.segments",
    type: "texts",
    unit: "",
    meaning: "the labels the host puts on the member",
    ...bare,
  },
  { name: "member.visits", type: "number", unit: "visits", meaning: "purchases before this one", ...bare },
  {
    name: "member.visitNumber",
    type: "number",
    unit: "visits",
    meaning: "which purchase this one is: visits + 1",
    ...bare,
  },
  {
    name: "member.spend",
    type: "money",
    unit: "currency",
    meaning: "spent before, net of discounts",
    ...bare,
  },
  {
    name: "member.daysSinceJoined",
    type: "number",
    unit: "days",
    meaning: "local dates since the member joined",
    ...bare,
  },
  {
    name: "member.daysSinceLastVisit",
    type: "number",
    unit: "days",
    meaning: "local dates since the last purchase; unknown before the second",
    ...bare,
  },
  {
    name: "member.weekStreak",
    type: "number",
    unit: "weeks",
    meaning:
      "weeks of the club in a row with a purchase, this one counted; unknown where `streaks` is left out",
    ...bare,
  },
  {
    name: "member.monthStreak",
    type: "number",
    unit: "months",
    meaning: "months of the club's calendar likewise",
    ...bare,
  },
  {
    name: "member.vouchers",
    type: "texts",
    unit: "",
    meaning: "the offers that the member holds a voucher for that is good now",
    ...bare,
  },
  {
    name: "member.age",
    type: "number",
    unit: "years",
    meaning: "full years, in the calendar of the birth date",
    ...bare,
  },
  {
    name: "member.balance",
    type: "number",
    unit: "of the wallet",
    meaning: "what can be spent from a wallet now",
    params: record({ wallet: id }),
    paramsNote: "`wallet`",
  },
  {
    name: "member.daysToBirthday",
    type: "number",
    unit: "days",
    meaning: "days to the next birthday, 0 on the day",
    params: record({ leapDay: leapDay.optional() }),
    paramsNote: "`leapDay`: `before` (default), `after`, `exact`",
  },
  {
    name: "member.daysToAnniversary",
    type: "number",
    unit: "days",
    meaning: "days to the next return of a named day of the member, 0 on the day",
    params: record({ name: z.string().min(1), leapDay: leapDay.optional() }),
    paramsNote: "`name`; `leapDay`",
  },
  {
    name: "member.inBirthdayWindow",
    type: "boolean",
    unit: "",
    meaning: "does the date lie in the days around a birthday?",
    params: record({
      before: windowDays.optional(),
      after: windowDays.optional(),
      span: z.enum(["day", "week", "month"]).optional(),
      leapDay: leapDay.optional(),
      daysAgo,
    }),
    paramsNote: "`before`, `after` in days, or `span`: `day`, `week`, `month`; `leapDay`; `daysAgo`",
  },
] as const satisfies readonly ListedFact[];

const OF_TRANSACTION = [...TRANSACTION_FACTS, ...LOCAL_FACTS] as const;

export type FactName = (typeof OF_TRANSACTION | typeof MEMBER_FACTS)[number]["name"];

export const FACTS: readonly (FactDefinition & { readonly name: FactName })[] = [
  ...OF_TRANSACTION.map((fact) => ({ ...fact, ofMember: false })),
  ...MEMBER_FACTS.map((fact) => ({ ...fact, ofMember: true })),
];

const BY_NAME: ReadonlyMap<string, FactDefinition> = new Map(FACTS.map((fact) => [fact.name, fact]));

/** The fact of this name, where the catalogue has one. Each score of a survey has a name of the host's. */
export function definitionOf(name: string): FactDefinition | undefined {
  return BY_NAME.get(isScore(name) ? `${SCORES}NAME` : name);
}

function isScore(name: string): boolean {
  return name.startsWith(SCORES) && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name.slice(SCORES.length));
}

/** A code as it is compared: `" yalda"` and `"ＹＡＬＤＡ"` are `"YALDA"`. */
export function foldCode(code: string): string {
  return code
    .normalize("NFKC")
    .trim()
    .replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 32));
}
