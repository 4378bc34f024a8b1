import type { MemberLimit, Offer, OfferWindow, Program } from "../program/program.js";
import { valueForTier, type Wallet } from "../program/wallet.js";
import { returnHolding, runningYear } from "../standing/birthday.js";
import type { Member } from "../standing/request.js";
import { USE_DIGITS, type Use } from "../standing/standing.js";
import { scaleOf } from "../units/amount.js";
import { calendarOf, formatDate, weekStartOf } from "../units/calendar.js";
import { localTimeOf } from "../units/zone.js";
import { ofOffer } from "./of-offer.js";
import { yearOfWindow } from "./yearly-window.js";

/** The local date and birthday year that one use of an offer counts in. */
export interface UseMark {
  readonly day: number;
  /** `null` where the offer has nothing to do with birthdays. */
  readonly birthdayYear: number | null;
}

/** Where a use of this offer counts that falls on a date: that date, with the birthday year if it has one. */
export function markUse(
  { birthday, limit }: Offer,
  date: UseMark,
  member: Member | undefined,
  program: Program,
): UseMark {
  if (birthday === undefined && limit?.per !== "birthdayYear") return date;
  const born = member?.birthDate;
  if (born === undefined) return date;
  const { day } = date;
  const tier = member?.standing.tier;
  const held =
    birthday &&
    returnHolding(day, born, {
      before: valueForTier(birthday.before, tier) ?? 0,
      after: valueForTier(birthday.after, tier) ?? 0,
      span: birthday.span,
      leapDay: birthday.leapDay,
      weekStart: program.weekStart,
    });
  return { day, birthdayYear: held?.year ?? runningYear(day, born) };
}

function birthdayYearOf(offer: Offer, day: number, member: Member, program: Program): number | null {
  return markUse(offer, { day, birthdayYear: null }, member, program).birthdayYear;
}

/** What a member's limit leaves of an offer, in the period that this use would count in. */
export interface LimitLeft {
  readonly reached: boolean;
  /** In minor units of what it gives; `undefined` where there is no limit to the amount. */
  readonly amount: bigint | undefined;
}

/** Counts what the member had of the offer in the period. Worked: 30,000 a month, and 12,000 had, leave 18,000. */
export function limitLeft(
  offer: Offer,
  limit: MemberLimit,
  mark: UseMark,
  member: Member,
  program: Program,
): LimitLeft {
  let count = 0;
  let had = 0n;
  for (const use of ofOffer(member.standing.uses, offer.id)) {
    if (!samePeriod(offer, use, mark, member, program)) continue;
    count += 1;
    had += use.amount;
  }
  const amount = limit.amount === undefined ? undefined : amountLeft(limit.amount, had, offer, program);
  const reached = (limit.count !== undefined && count >= limit.count) || amount === 0n;
  return { reached, amount };
}

/** Uses are kept in millionths, for an old one may be of a wallet that had other decimals. */
function amountLeft(most: bigint, had: bigint, offer: Offer, program: Program): bigint {
  const { digits } = walletOf(offer) ?? program.currency;
  const minor = scaleOf(USE_DIGITS - digits);
  const left = most * minor - had;
  return left > 0n ? left / minor : 0n;
}

function walletOf({ benefits }: Offer): Wallet | undefined {
  const parts = "same" in benefits ? benefits.same : [...benefits.tier.values()].flat();
  const [benefit] = parts;
  return benefit !== undefined && "wallet" in benefit ? benefit.wallet : undefined;
}

function samePeriod(offer: Offer, use: Use, mark: UseMark, member: Member, program: Program): boolean {
  const { calendar, weekStart } = program;
  const day = use.day === undefined ? localTimeOf(use.at, program.zone).day : dayOfText(use.day);
  switch (offer.limit?.per) {
    case "day":
      return day === mark.day;
    case "week":
      return weekStartOf(day, weekStart) === weekStartOf(mark.day, weekStart);
    case "month":
      return (
        formatDate(calendar.dateOf(day)).slice(0, -3) === formatDate(calendar.dateOf(mark.day)).slice(0, -3)
      );
    case "year":
      return calendar.dateOf(day).year === calendar.dateOf(mark.day).year;
    case "window":
      return sameWindow(offer.window, day, mark.day, program);
    case "birthdayYear":
      return (use.birthdayYear ?? birthdayYearOf(offer, day, member, program)) === mark.birthdayYear;
    case "lifetime":
    case undefined:
      return true;
  }
}

/** Windows of days are one: a use within it is in it. Of those of every year each is one of its own. */
function sameWindow(
  window: OfferWindow | undefined,
  day: number,
  now: number,
  { calendar }: Program,
): boolean {
  if (window === undefined) return true;
  if ("yearly" in window) {
    return yearOfWindow(calendar, day, window.yearly) === yearOfWindow(calendar, now, window.yearly);
  }
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = window;
  return from <= day && day <= to;
}

/** A Gregorian `yyyy-mm-dd`, as uses are written down. */
function dayOfText(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return calendarOf("gregorian").dayOf({ year, month, day });
}
