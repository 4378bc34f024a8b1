import type { Entry, Program } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { calendarOf, formatDate } from "../../src/units/calendar.js";
import { amountOf } from "./read-purchase.js";
import { digitsOf, type SetAward } from "./set-award.js";
import { dayAt, type Situation } from "./situation.js";

type Tiers = NonNullable<Program["tiers"]>;
type Period = NonNullable<Tiers["period"]>;

interface Row {
  readonly period: string;
  readonly amount: bigint;
  readonly isAlone: boolean;
}

/** What has counted with a transaction, and what it reaches. `undefined` is not known. */
export interface Counts {
  readonly progress: Entry["progress"];
  readonly digits: number;
  /** `from` of each tier. */
  readonly bounds: readonly (bigint | undefined)[];
  /** R21.7: the highest place on the ladder that is reached with the transaction. */
  placeNow(): number | undefined;
  /** The same on a day, by what is known of the member. */
  placeOn(day: number): number | undefined;
  /** R21.15: what a purchase of this day would be added to. */
  countedHere(day: number): bigint | undefined;
  /** R21.14: on `day`, of what a purchase of `today` is added to where that still counts then. */
  countedFor(today: number, day: number): bigint | undefined;
  /** R21.3: the first day of the year that holds one. */
  yearOf(day: number): number;
}

/** R21.2 to R21.7; `undefined` where nothing is measured. */
export function countsOf(
  awards: readonly SetAward[],
  spend: bigint,
  situation: Situation,
): Counts | undefined {
  const { program, request, today } = situation;
  const { tiers } = program;
  if (tiers?.metric === undefined) return undefined;
  const { metric, period = "lifetime", ladder } = tiers;
  if (period === "anniversary" && request.member?.joinedAt === undefined) return undefined;
  const digits = digitsOfMetric(metric, program);
  const visits = request.transaction.type === "purchase" ? 1 : 0;
  const amount =
    metric === "spend" ? spend : metric === "visits" ? BigInt(visits) : gained(metric.wallet, awards);
  const bounds = ladder.map(({ from }) => (from === undefined ? undefined : amountOf(from, digits)));
  const singles = ladder.map(({ orPurchase }) =>
    orPurchase === undefined ? undefined : amountOf(orPurchase, digits),
  );
  const isAlone = visits === 1 && singles.some((least) => least !== undefined && least <= amount);
  const yearOf = yearsOf(period, situation);
  const isYears = period === "calendarYear" || period === "anniversary";
  const own = { period: periodOf(today, period, yearOf), amount, isAlone };
  const rows = rowsWith(own, digits, situation);

  /** R21.4: each list of rows that count together on a day. */
  function sumsOn(day: number): readonly (readonly Row[])[] {
    if (rows === undefined) return [];
    if (period === "lifetime") return [rows];
    if (typeof period === "object") {
      const since = firstDay(day, period.rolling, situation);
      return [rows.filter((row) => row.period >= dateOf(since) && row.period <= dateOf(day))];
    }
    const first = yearOf(day);
    return [first, yearOf(first - 1)].map((year) => rows.filter((row) => row.period === dateOf(year)));
  }

  function highest(sums: readonly (readonly Row[])[], more: readonly Row[]): number {
    const alone = [...sums.flat(), ...more].filter((row) => row.isAlone);
    return ladder.findLastIndex((_, place) => {
      const [from, single] = [bounds[place], singles[place]];
      const isCounted = from !== undefined && sums.some((list) => sum(list) >= from);
      return place === 0 || isCounted || (single !== undefined && alone.some((row) => row.amount >= single));
    });
  }

  return {
    progress: {
      alone: isAlone,
      counted: formatAmount(amount, digits),
      from: oldest(period, yearOf, situation),
      period: own.period,
      spend: formatAmount(spend, program.currency.digits),
      visits,
    },
    digits,
    bounds,
    yearOf,
    placeNow: () =>
      rows === undefined && !isAlone ? undefined : highest(sumsOn(today), isAlone ? [own] : []),
    placeOn: (day) => (rows === undefined ? undefined : highest(sumsOn(day), [])),
    countedHere(day) {
      const [first] = sumsOn(day);
      return first && sum(first);
    },
    countedFor(now, day) {
      if (!isYears) return this.countedHere(day);
      const last = yearOf(yearOf(day) - 1);
      return this.countedHere([yearOf(day), last].includes(yearOf(now)) ? now : last);
    },
  };
}

function digitsOfMetric(metric: NonNullable<Tiers["metric"]>, { currency, wallets = [] }: Program): number {
  if (metric === "visits") return 0;
  if (metric === "spend") return currency.digits;
  return digitsOf(
    wallets.find(({ id }) => id === metric.wallet),
    currency,
  );
}

/** R21.2 */
function gained(wallet: string, awards: readonly SetAward[]): bigint {
  return sum(awards.filter((award) => award.wallet?.id === wallet));
}

function sum(list: readonly { readonly amount: bigint }[]): bigint {
  return list.reduce((total, { amount }) => total + amount, 0n);
}

/** R21.3: back, day by day, to the first of the year. */
function yearsOf(period: Period, situation: Situation): (day: number) => number {
  const { calendar, request } = situation;
  const joined = period === "anniversary" ? request.member?.joinedAt : undefined;
  const origin = joined === undefined ? { month: 1, day: 1 } : calendar.dateOf(dayAt(joined, situation));
  const known = new Map<number, number>();
  return (day) => {
    let first = day;
    const begins = () => {
      const date = calendar.dateOf(first);
      const last = calendar.monthLength(date.year, origin.month);
      return date.month === origin.month && date.day === Math.min(origin.day, last);
    };
    while (!begins() && !known.has(first)) first -= 1;
    first = known.get(first) ?? first;
    known.set(day, first);
    return first;
  };
}

function periodOf(day: number, period: Period, yearOf: (day: number) => number): string {
  if (period === "lifetime") return "lifetime";
  return dateOf(typeof period === "object" ? day : yearOf(day));
}

/** R21.4 */
function firstDay(
  day: number,
  { years = 0, months = 0, weeks = 0, days = 0 }: Extract<Period, object>["rolling"],
  { calendar }: Situation,
): number {
  const whole = calendar.plus(day, { months: -months - 12 * years });
  return whole - weeks * 7 - days + 1;
}

/** R21.5: of a member of whom only totals are known, a life is one row. */
function rowsWith(
  own: Row,
  digits: number,
  { program, request, standing }: Situation,
): readonly Row[] | undefined {
  const { metric, period = "lifetime" } = program.tiers ?? {};
  const progress = request.member?.standing === undefined ? [] : standing?.progress;
  if (progress !== undefined) {
    const rows = progress.map(({ period, amount, sale }) => ({
      period,
      amount: amountOf(amount, digits),
      isAlone: sale !== undefined,
    }));
    return [...rows, own];
  }
  const total = metric === "spend" ? standing?.spend : metric === "visits" ? standing?.visits : undefined;
  if (period !== "lifetime" || total === undefined) return undefined;
  return [{ period, amount: amountOf(total, digits) + own.amount, isAlone: false }];
}

/** R21.6 */
function oldest(period: Period, yearOf: (day: number) => number, situation: Situation): string | null {
  if (period === "lifetime") return null;
  const { today } = situation;
  return dateOf(
    typeof period === "object" ? firstDay(today, period.rolling, situation) : yearOf(yearOf(today) - 1),
  );
}

/** The local date as entries write it. */
function dateOf(day: number): string {
  return formatDate(calendarOf("gregorian").dateOf(day));
}
