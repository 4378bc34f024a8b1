import type { Program, Request, Standing } from "vafa";
import { type Calendar, calendarOf, type Weekday } from "../../src/units/calendar.js";
import { localTimeOf } from "../../src/units/zone.js";
import { instantAt, type PurchaseLine, readPurchase, tierBefore } from "./read-purchase.js";

/** All that facts, conditions and limits are read from: the transaction as presented (R5.1). */
export interface Situation {
  readonly program: Program;
  readonly request: Request;
  readonly at: number;
  /** R2.4: the local date, as days from 1970. */
  readonly today: number;
  /** R2.4: milliseconds since local midnight. */
  readonly time: number;
  readonly calendar: Calendar;
  readonly weekStart: Weekday;
  readonly lines: readonly PurchaseLine[];
  readonly tier: string | undefined;
  /** R5.2; of a guest there is none. */
  readonly standing: Standing | undefined;
}

export function readSituation(program: Program, request: Request): Situation {
  const { calendar, weekStart = calendar === "persian" ? "saturday" : "monday", timeZone } = program;
  const at = instantAt(request.transaction.at);
  const { day, time } = localTimeOf(at, timeZone);
  const { member } = request;
  return {
    program,
    request,
    at,
    today: day,
    time,
    calendar: calendarOf(calendar),
    weekStart,
    lines: readPurchase(program, request, new Map()).lines,
    tier: tierBefore(program, request),
    standing: member && (member.standing ?? { visits: 0, spend: 0, streaks: { weeks: 0, months: 0 } }),
  };
}

/** The local date of an instant. */
export function dayAt(written: string, { program }: Situation): number {
  return localTimeOf(instantAt(written), program.timeZone).day;
}

/** R4.8 */
export function folded(code: string): string {
  return code
    .normalize("NFKC")
    .trim()
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** R6.3: what facts of the basket are read from. */
export function goodsOf({ lines }: Situation): readonly PurchaseLine[] {
  return lines.filter(({ goods }) => goods);
}

/** R5.10: the member's vouchers that are good now. */
export function goodVouchers({ standing, at }: Situation) {
  return (standing?.vouchers ?? []).filter(({ issuedAt, expiresAt }) => {
    const isIssued = issuedAt === undefined || instantAt(issuedAt) <= at;
    return isIssued && (expiresAt == null || at < instantAt(expiresAt));
  });
}
