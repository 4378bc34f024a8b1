import fc from "fast-check";
import type { Member, Program, Standing } from "vafa";
import { calendarOf, formatDate } from "../../src/units/calendar.js";
import { parseInstant } from "../../src/units/instant.js";
import { localTimeOf } from "../../src/units/zone.js";
import type { Case } from "./generate-case.js";
import { maybe } from "./generate-value.js";

type Tiers = NonNullable<Program["tiers"]>;

const spans = fc.constantFrom(
  { days: 45 },
  { months: 1 },
  { months: 12 },
  { years: 1, days: 3 },
  { weeks: 2 },
);

/** How tiers are measured. Bounds come later: they are of the unit that is counted. */
export const measures: fc.Arbitrary<Omit<Tiers, "ladder">> = fc
  .record({
    metric: fc.constantFrom<NonNullable<Tiers["metric"]>[]>(
      "spend",
      "spend",
      "visits",
      { wallet: "points" },
      { wallet: "credit" },
    ),
    period: fc.oneof(
      { weight: 3, arbitrary: fc.record({ rolling: spans }) as fc.Arbitrary<NonNullable<Tiers["period"]>> },
      {
        weight: 4,
        arbitrary: fc.constantFrom<NonNullable<Tiers["period"]>[]>("calendarYear", "anniversary"),
      },
      { weight: 1, arbitrary: fc.constantFrom<NonNullable<Tiers["period"]>[]>("lifetime") },
    ),
    downgrade: fc.constantFrom<NonNullable<Tiers["downgrade"]>[]>("none", "oneStep", "rejudge", "rejudge"),
    grace: maybe(spans),
    holds: maybe(spans, 1),
  })
  .map(({ downgrade, ...rest }) => ({
    ...rest,
    downgrade: downgrade === "oneStep" && rest.period === "lifetime" ? "rejudge" : downgrade,
  }));

/** What a member of it has counted, in places: so many days, or years, before the purchase. */
export interface Past {
  readonly rows: readonly {
    readonly daysBefore: number;
    readonly amount: number;
    readonly isAlone: boolean;
  }[];
  readonly isKnown: boolean;
  readonly heldFor: number | undefined;
  readonly graceFor: number | undefined;
  readonly advanced: number | undefined;
}

export const pasts: fc.Arbitrary<Past> = fc.record({
  rows: fc.uniqueArray(
    fc.record({
      daysBefore: fc.constantFrom(0, 1, 13, 14, 20, 31, 44, 45, 200, 364, 365, 366, 368, 420, 800, -3),
      amount: fc.constantFrom(1, 1, 2, 3, 40, 900, 20_000),
      isAlone: maybe(fc.constant(true), 3).map((one) => one === true),
    }),
    { maxLength: 4, selector: ({ daysBefore }) => daysBefore },
  ),
  isKnown: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
  heldFor: maybe(fc.constantFrom(-5, 0, 30, 400), 2),
  graceFor: maybe(fc.constantFrom(-1, 0, 12, 90), 2),
  advanced: maybe(fc.constantFrom(0, 3, 400)),
});

const DAY_MS = 86_400_000;

/** Puts rows, a hold and a grace around a moment. */
export function withPast(
  standing: Standing,
  { rows, isKnown, heldFor, graceFor, advanced }: Past,
  { period }: Pick<Tiers, "period">,
  place: { readonly at: string; readonly zone: string; readonly calendar: Program["calendar"] },
): Standing {
  const now = parseInstant(place.at) ?? 0;
  const today = localTimeOf(now, place.zone).day;
  const later = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const progress = rows.map(({ daysBefore, amount, isAlone }, index) => ({
    period: periodText(today - daysBefore, period, place.calendar),
    amount: `${amount}`,
    ...(isAlone ? { sale: `sale-${index}` } : {}),
  }));
  return {
    ...standing,
    ...(isKnown ? { progress } : {}),
    ...(heldFor === undefined ? {} : { tierHeldUntil: later(heldFor) }),
    ...(graceFor === undefined ? {} : { tierGraceUntil: later(graceFor) }),
    ...(advanced === undefined ? {} : { advancedTo: later(-advanced) }),
  };
}

/** Of a year of a membership the rows begin on 1 February, in the one calendar, or 13 Bahman, in the other. */
function periodText(day: number, period: Tiers["period"], calendar: Program["calendar"]): string {
  const gregorian = calendarOf("gregorian");
  const text = (one: number) => formatDate(gregorian.dateOf(one));
  if (typeof period === "object") return text(day);
  if (period === "lifetime" || period === undefined) return "lifetime";
  const club = calendarOf(calendar);
  const first =
    period === "calendarYear"
      ? { month: 1, day: 1 }
      : calendar === "persian"
        ? { month: 11, day: 13 }
        : { month: 2, day: 1 };
  const { year } = club.dateOf(day);
  const start = club.dayOf({ year, ...first });
  return text(start <= day ? start : club.dayOf({ year: year - 1, ...first }));
}

interface Terms {
  readonly tiers: Omit<Tiers, "ladder"> | undefined;
  readonly past: Past;
  readonly from: number;
  readonly single: number | undefined;
}

const terms: fc.Arbitrary<Terms> = fc.record({
  tiers: maybe(measures),
  past: pasts,
  from: fc.constantFrom(1, 2, 4, 50, 1_000, 25_000),
  single: maybe(fc.constantFrom(1, 2, 300), 2),
});

/** The same cases, in clubs that measure. What was drawn before is not drawn anew. */
export function climbing(cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  return fc
    .tuple(cases, terms)
    .map(([one, own]) => (own.tiers === undefined ? one : climb(one, own, own.tiers)));
}

function climb(
  { program, request }: Case,
  { past, from, single }: Terms,
  tiers: Omit<Tiers, "ladder">,
): Case {
  const { member } = request;
  const orPurchase = single === undefined || tiers.metric === "visits" ? {} : { orPurchase: `${single}` };
  const [low, high] = program.tiers?.ladder ?? [];
  if (low === undefined || high === undefined) throw new Error("a ladder of two tiers was expected");
  const ladder = [low, { ...high, from: `${from}`, ...orPurchase }];
  return {
    program: { ...program, tiers: { ...tiers, ladder } },
    request:
      member?.standing === undefined
        ? request
        : { ...request, member: remembered(member, { program, request }) },
  };

  function remembered(
    one: Member,
    { program: { timeZone: zone, calendar }, request: { transaction } }: Case,
  ): Member {
    const standing = withPast(one.standing ?? {}, past, tiers, { at: transaction.at, zone, calendar });
    return { ...one, standing };
  }
}
