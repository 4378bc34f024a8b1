import fc from "fast-check";
import type { Member, Offer, Program, Use } from "vafa";
import { calendarOf, formatDate, isDate } from "../../src/units/calendar.js";
import { parseInstant } from "../../src/units/instant.js";
import { localTimeOf } from "../../src/units/zone.js";
import { type Case, conditional, contests } from "./generate-case.js";
import { TIERS } from "./generate-terms.js";
import { maybe } from "./generate-value.js";

/** Around midnight, the ends of weeks, months and years of both calendars, leap days and a turn of the clocks. */
const instants = fc.constantFrom(
  "2026-11-21T17:30:00+03:30",
  "2026-11-21T01:30:00+03:30",
  "2026-11-21T01:45:00Z",
  "2026-11-22T00:30:00-03:30",
  "2026-11-20T23:59:59.999+03:30",
  "2026-11-21T20:30:00Z",
  "2027-01-01T00:10:00+03:30",
  "2027-03-20T23:30:00+03:30",
  "2027-03-21T01:00:00+03:30",
  "2027-03-01T12:00:00Z",
  "2027-02-28T22:45:00Z",
  "2028-02-29T09:00:00+03:30",
  "2025-03-20T20:00:00+03:30",
  "2026-03-08T05:45:00Z",
);

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const hours = fc.uniqueArray(
  fc.constantFrom(
    { from: "22:00", until: "02:00" },
    { from: "21:00", until: "03:00" },
    { from: "17:30", until: "17:31" },
    { from: "18:00", until: "00:00" },
    { from: "09:00", until: "24:00" },
    { from: "00:00", until: "01:30" },
    { from: "23:00", until: "20:00" },
  ),
  { minLength: 1, maxLength: 3, selector: ({ from }) => from },
);

const schedules = fc
  .record({ weekdays: maybe(fc.subarray([...weekdays], { minLength: 4 })), hours: maybe(hours, 1, 4) })
  .filter((one) => one.weekdays !== undefined || one.hours !== undefined);

const monthDays = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.constantFrom(1, 20, 29, 30, 31),
});

const windows = fc.oneof(
  fc.record({ yearly: fc.record({ from: monthDays, to: monthDays }) }),
  fc.constantFrom(
    { from: "2026-11-20", to: "2026-11-21" },
    { from: { calendar: "persian", year: 1405, month: 8, day: 30 } as const, to: "2027-12-31" },
    { to: { calendar: "persian", year: 1405, month: 12, day: 29 } as const },
    { from: "2025-01-01" },
  ),
);

const days = fc.constantFrom(0, 1, 3, 7, 30, 182);
const byTier = fc.record({ byTier: fc.record({ bronze: days, silver: days }) });
const birthdayDays = maybe(fc.oneof(days, days, byTier), 1, 3);
const leapDay = maybe(fc.constantFrom("before", "after", "exact"));
const birthdays = fc.oneof(
  fc.record({ before: birthdayDays, after: birthdayDays, leapDay }),
  fc.record({ span: fc.constantFrom("day", "week", "month"), leapDay }),
);

const limits = fc.record({
  perMember: fc.record({
    count: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom("day", "week", "month", "year", "birthdayYear", "lifetime"),
  }),
});

/** What is asked of codes is folded; what is asked of the rest is not. */
const whens: fc.Arbitrary<Offer["when"]> = fc.constantFrom(
  { fact: "transaction.codes", operator: "contains", value: "ｙalda " },
  { not: { fact: "transaction.codes", operator: "contains", value: "Nowruz" } },
  { fact: "local.day", params: { daysAgo: 1 }, operator: "greaterThan", value: 20 },
  { any: [{ fact: "member.age", operator: "lessThan", value: 30 }, { condition: "regular" }] },
  { fact: "member.daysToBirthday", operator: "lessThanInclusive", value: 10 },
  { fact: "member.inBirthdayWindow", params: { before: 7, after: 7 }, operator: "equal", value: true },
);

/** Keys that take the place of an offer's own. */
type Twist = Partial<Omit<Offer, "id" | "always" | "benefit">>;

const codes = fc.constantFrom([" Yalda"], ["ＮＯＷＲＵＺ", "x"]);
const tier = fc.subarray([...TIERS], { minLength: 1 });
const everything = {
  birthday: birthdays,
  window: windows,
  schedule: schedules,
  limits,
  when: whens,
  code: codes,
  tier,
};

/** One thing or the other, or some of all. */
const twists: fc.Arbitrary<Twist> = fc.oneof(
  fc.record({ birthday: birthdays }),
  fc.record({ birthday: birthdays }),
  fc.record({ window: windows }),
  fc.record({ schedule: schedules }),
  fc.record({ schedule: schedules, limits }),
  fc.record({ birthday: birthdays, schedule: schedules }),
  fc.record({ when: whens, code: codes }, { requiredKeys: [] }),
  fc.record(everything, { requiredKeys: [] }),
);

const untouched = fc.constant<Twist>({});
const limited: fc.Arbitrary<Twist> = fc.record({ limits });

/** An earlier use, of whichever offer stands at that place, some days before or after. */
const earlierUses = fc.array(
  fc.record({
    place: fc.nat(7),
    daysBefore: fc.constantFrom(0, 0, 0, 1, 1, 2, 6, 20, 40, 300, 366, -1),
    day: fc.boolean(),
    birthdayYear: maybe(fc.constantFrom(1404, 1405, 2026, 2027), 4),
  }),
  { minLength: 1, maxLength: 8 },
);

/** A date of birth some days from the purchase's own, in one of the calendars. */
const births = fc.record({
  calendar: fc.constantFrom("persian", "gregorian"),
  yearsAgo: fc.constantFrom(0, 1, 4, 8, 18, 30, 33, 60),
  shift: fc.integer({ min: -9, max: 9 }),
});

interface Terms {
  readonly at: string;
  readonly twists: readonly Twist[];
  readonly uses: readonly {
    place: number;
    daysBefore: number;
    day: boolean;
    birthdayYear: number | undefined;
  }[];
  readonly birth: { calendar: "persian" | "gregorian"; yearsAgo: number; shift: number } | undefined;
  readonly weekStart: Program["weekStart"];
  readonly codes: readonly string[] | undefined;
}

const terms: fc.Arbitrary<Terms> = fc.record({
  at: instants,
  twists: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: untouched },
      { weight: 1, arbitrary: limited },
      { weight: 2, arbitrary: twists },
    ),
    { minLength: 8, maxLength: 8 },
  ),
  uses: fc.oneof(earlierUses, fc.constant([])),
  birth: maybe(births, 1, 3),
  weekStart: maybe(fc.constantFrom(...weekdays)),
  codes: maybe(fc.subarray([" ｙａｌｄａ", "nowruz", "other"]), 1, 3),
});

/** Cases that meet the edges of windows, schedules, birthdays and limits, with most of their offers competing. */
export const varied: fc.Arbitrary<Case> = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: contests(2, 8) }, { weight: 2, arbitrary: conditional }), terms)
  .map(([{ program, request }, given]) => {
    const offers = program.offers.map((offer, index) => ({ ...offer, ...given.twists[index] }));
    const varied = { ...program, offers, weekStart: given.weekStart };
    const { member, transaction } = request;
    return {
      program: varied,
      request: {
        ...request,
        member: member && varyMember(member, varied, given),
        transaction: { ...transaction, at: given.at, codes: given.codes },
      },
    };
  });

function varyMember(member: Member, program: Program, given: Terms): Member {
  const { standing } = member;
  const uses = given.uses.map((use) => useOf(use, given.at, program));
  return {
    ...member,
    birthDate: given.birth === undefined ? member.birthDate : birthDateOf(given.birth, given.at, program),
    standing: standing && { ...standing, uses: [...(standing.uses ?? []), ...uses] },
  };
}

function dayOf(at: string, { timeZone }: Program): number {
  return localTimeOf(parseInstant(at) ?? 0, timeZone).day;
}

function useOf(
  { place, daysBefore, day, birthdayYear }: Terms["uses"][number],
  at: string,
  program: Program,
): Use {
  const then = new Date((parseInstant(at) ?? 0) - daysBefore * 86_400_000);
  const local = calendarOf("gregorian").dateOf(dayOf(at, program) - daysBefore - 1);
  return {
    offer: program.offers[place % program.offers.length]?.id ?? "",
    at: then.toISOString(),
    day: day ? formatDate(local) : undefined,
    birthdayYear,
  };
}

function birthDateOf(
  { calendar: id, yearsAgo, shift }: NonNullable<Terms["birth"]>,
  at: string,
  program: Program,
): Member["birthDate"] {
  const calendar = calendarOf(id);
  const today = dayOf(at, program);
  const near = calendar.dateOf(today + shift);
  const born = { ...near, year: near.year - yearsAgo };
  if (!isDate(calendar, born) || calendar.dayOf(born) > today) return "1996-02-29";
  return id === "persian" ? { calendar: "persian", ...born } : formatDate(born);
}
