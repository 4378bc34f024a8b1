import type { Program } from "../program/program.js";
import type { Moment } from "../standing/later-by.js";
import type { Member } from "../standing/request.js";
import type { Lot } from "../standing/standing.js";
import { tierForecast } from "../standing/tier-forecast.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { instantOf, localTimeOf } from "../units/zone.js";
import type { Span } from "./span.js";
import type { TimeNews } from "./time-news.js";

const DAY_MS = 86_400_000;

/** The last local day on which something is good that lapses then. */
function lastDayOf(until: number, { zone }: Program): number {
  return localTimeOf(until - 1, zone).day;
}

/** When something lapses, and since when the member has it. */
interface Lapsing {
  readonly expiresAt: number;
  readonly heldSince: number;
}

/**
 * The next instant at which the member is reminded: at the start of the local day so many days before the last one on
 * which something is good. What they did not have before that instant they are not reminded of then.
 */
export function nextReminder(program: Program, member: Member, { since, until }: Span): number {
  const { lots, vouchers } = member.standing;
  const { expiring, tier } = program.notifications.remind;
  let first = Number.POSITIVE_INFINITY;
  const look = ({ expiresAt, heldSince }: Lapsing, days: number): void => {
    // Calendars are slow, and nearly all of it lapses at another time.
    const about = expiresAt - days * DAY_MS;
    if (about > until + 2 * DAY_MS || about < since - 2 * DAY_MS) return;
    const at = instantOf(lastDayOf(expiresAt, program) - days, 0, program.zone);
    if (at > since && at > heldSince && at < first) first = at;
  };
  for (const days of expiring) {
    for (const lot of lots)
      if (isWorthTelling(lot)) look({ expiresAt: lot.expiresAt, heldSince: lot.at }, days);
    for (const { expiresAt, issuedAt } of vouchers) look({ expiresAt, heldSince: issuedAt }, days);
  }
  const fall = tierForecast(program, member, since);
  if (fall !== undefined) {
    for (const days of tier) look({ expiresAt: fall.until, heldSince: Number.NEGATIVE_INFINITY }, days);
  }
  return first;
}

/** What has never been active cannot be used in time. */
function isWorthTelling({ amount, activeAt, expiresAt }: Lot): boolean {
  return amount > 0n && activeAt < expiresAt;
}

/**
 * Of what the member is reminded at the start of a local day: units of each wallet by the day on which they lapse, then
 * vouchers, then the tier.
 */
export function remindersAt(program: Program, member: Member, { at, local }: Moment): readonly TimeNews[] {
  const { expiring, tier } = program.notifications.remind;
  const isToday = (until: number, days: readonly number[]): boolean =>
    until > at && Number.isFinite(until) && days.includes(lastDayOf(until, program) - local.day);
  const news: TimeNews[] = [
    ...unitsLapsing(program, member, (lot) => lot.at < at && isToday(lot.expiresAt, expiring)),
  ];
  const vouchers = member.standing.vouchers.filter(
    ({ expiresAt, issuedAt }) => issuedAt < at && isToday(expiresAt, expiring),
  );
  for (const { expiresAt, id, offer } of [...vouchers].sort((a, b) => byCodeUnit(a.id, b.id))) {
    news.push({ kind: "voucher", voucher: id, offer, until: expiresAt });
  }
  const fall = tierForecast(program, member, at);
  if (fall !== undefined && isToday(fall.until, tier)) news.push({ kind: "tier", ...fall });
  return news;
}

/** By wallet, and by the day on which they lapse. */
function unitsLapsing(
  program: Program,
  { standing: { lots } }: Member,
  isTold: (lot: Lot) => boolean,
): readonly TimeNews[] {
  const told = lots.filter((lot) => isWorthTelling(lot) && isTold(lot));
  return program.wallets.flatMap((wallet) => {
    const days = new Map<number, { amount: bigint; until: number }>();
    for (const lot of told) {
      if (lot.wallet !== wallet.id) continue;
      const day = lastDayOf(lot.expiresAt, program);
      const { amount, until } = days.get(day) ?? { amount: 0n, until: lot.expiresAt };
      days.set(day, { amount: amount + lot.amount, until: Math.min(until, lot.expiresAt) });
    }
    return [...days]
      .sort(([a], [b]) => a - b)
      .map(([, { amount, until }]) => ({ kind: "expiring" as const, wallet, amount, until }));
  });
}
