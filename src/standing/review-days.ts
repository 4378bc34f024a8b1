import { isDateInput, readDate } from "../documents/dates.js";
import type { Program } from "../program/program.js";
import type { Progress } from "./read-progress.js";
import type { Member } from "./request.js";
import { dateText, yearStart } from "./tier-progress.js";

/** Days on which a review might change something, first and last included. */
export interface ReviewDays {
  readonly program: Program;
  readonly member: Member;
  readonly rows: readonly Progress[];
  readonly from: number;
  readonly to: number;
  changesOn(day: number): boolean;
}

/** The first local day whose review changes something. */
export function firstChange(days: ReviewDays): number | undefined {
  const period = days.program.tiers?.period;
  if (days.from > days.to || period === undefined) return undefined;
  // What counts for good is on each day what it was on the first.
  if (period === "lifetime") return days.changesOn(days.from) ? days.from : undefined;
  return typeof period === "object" ? firstOfDays(days) : firstOfYears(days);
}

function firstOfYears({ program, member, from, to, changesOn }: ReviewDays): number | undefined {
  let day = yearStart(program, member, from);
  if (day !== undefined && day < from) day = nextYear(program, member, day);
  while (day !== undefined && day <= to) {
    if (changesOn(day)) return day;
    day = nextYear(program, member, day);
  }
  return undefined;
}

/** 370 days on it is the next year, for one has 365 days or 366. */
function nextYear(program: Program, member: Member, day: number): number | undefined {
  return yearStart(program, member, day + 370);
}

/**
 * A period that rolls only ever loses days, save where rows are dated later than the first day. Between two such days
 * what a review finds turns over once at most, so that day is found by halving.
 */
function firstOfDays({ rows, from, to, changesOn }: ReviewDays): number | undefined {
  const [first, last] = [dateText(from), dateText(to)];
  const later = rows.filter(({ period }) => first < period && period <= last && isDateInput(period));
  const starts = [from, ...later.map(({ period }) => readDate(period).day).sort((a, b) => a - b)];
  for (const [index, start] of starts.entries()) {
    if (changesOn(start)) return start;
    const end = (starts[index + 1] ?? to + 1) - 1;
    if (end > start && changesOn(end)) return halve(start, end, changesOn);
  }
  return undefined;
}

/** Nothing changes on `before`, and something does on `change`. */
function halve(before: number, change: number, changesOn: ReviewDays["changesOn"]): number {
  let [low, high] = [before, change];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (changesOn(middle)) high = middle;
    else low = middle;
  }
  return high;
}
