import * as z from "zod";
import { record } from "../documents/schema.js";
import { type CalendarId, calendarOf, formatDate } from "../units/calendar.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { parseInstant } from "../units/instant.js";
import { localTimeOf } from "../units/zone.js";
import type { BookedLot } from "./lot-book.js";
import { memberLots } from "./member-lots.js";
import type { Decimals } from "./millionths.js";
import { readOrThrow } from "./read-ledger.js";

/** What the club owes of one wallet, and until which month. */
export interface LiabilityRow {
  readonly wallet: string;
  /** The last month in which it is good, such as `"1406-02"`; `null` where it never lapses. */
  readonly month: string | null;
  readonly amount: string;
  readonly lots: number;
}

export interface LiabilityOptions {
  /** Of the months; without it, the one in which the entry that opened a lot was written. */
  readonly calendar?: CalendarId | undefined;
}

export const optionsSchema = record({ calendar: z.enum(["gregorian", "persian"]).optional() });

/**
 * What the club owes its members at an instant, by wallet and month of expiry, what never lapses last: all that is
 * spendable or pending then, in units of the wallet; what members owe it is not taken off. A month is that of the last local day on which a lot is good, by
 * the offset that its expiry was written with.
 *
 * Worked: a lot of 112,000 that lapses on 30 Ordibehesht 1406 at 17:30 and one of 8,000 that lapses on 1 Khordad at
 * 00:00 are 120,000 in `"1406-02"`.
 *
 * Takes and throws what `balancesAt` does.
 */
export function liability(
  entries: Iterable<unknown>,
  at: string,
  options: LiabilityOptions = {},
): readonly LiabilityRow[] {
  const { calendar } = readOrThrow<LiabilityOptions>(optionsSchema, options, "/options");
  const { at: instant, books, decimals } = memberLots(entries, at);
  const owed = openLiability(instant, calendar);
  for (const book of books.values()) {
    for (const lot of book.values()) owed.add(lot);
  }
  return owed.rows(decimals);
}

/** Adds up lots by wallet and month, as they are at an instant. */
export function openLiability(
  at: number,
  calendar: CalendarId | undefined,
): {
  readonly add: (lot: BookedLot) => void;
  readonly rows: (decimals: Decimals) => readonly LiabilityRow[];
} {
  const wallets = new Map<string, Map<string | null, { owed: bigint; lots: number }>>();
  return {
    add(lot) {
      if (lot.held === 0n || at >= lot.expiresAt) return;
      const month = lastMonthOf(lot, calendar);
      const months = wallets.get(lot.wallet) ?? new Map<string | null, { owed: bigint; lots: number }>();
      wallets.set(lot.wallet, months);
      const { owed, lots } = months.get(month) ?? { owed: 0n, lots: 0 };
      months.set(month, { owed: owed + lot.held, lots: lots + 1 });
    },
    rows: (decimals) =>
      [...wallets]
        .sort(([a], [b]) => byCodeUnit(a, b))
        .flatMap(([wallet, months]) =>
          [...months]
            .sort(([a], [b]) => byCodeUnit(a ?? NEVER, b ?? NEVER))
            .map(([month, { owed, lots }]) => ({
              wallet,
              month,
              amount: decimals.write(wallet, owed),
              lots,
            })),
        ),
  };
}

/** After every month. */
const NEVER = "~";

/** An expiry is excluded, so midnight on the first is good until the end of the month before. */
function lastMonthOf({ expiry, calendar: own }: BookedLot, calendar = own): string | null {
  if (expiry === null) return null;
  const offset = /[+-][0-9]{2}:[0-9]{2}$/.exec(expiry)?.[0] ?? "+00:00";
  const { day } = localTimeOf((parseInstant(expiry) ?? 0) - 1, offset);
  return formatDate(calendarOf(calendar).dateOf(day)).slice(0, -3);
}
