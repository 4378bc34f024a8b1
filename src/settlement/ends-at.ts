import type { Program } from "../program/program.js";
import type { Expiry } from "../program/wallet.js";
import { laterBy, type Moment } from "../standing/later-by.js";
import { instantOf } from "../units/zone.js";

const MONTHS = { month: 1, season: 3, year: 12 } as const;

/**
 * When something granted now is good no more; `undefined` is never. In the club's calendar: its seasons are months 1
 * to 3, 4 to 6 and so on, in the Gregorian calendar the quarters of the year. The end of a period, and of a date, is
 * the first moment after it.
 * Worked: the end of the year after this one (`plus: 1`), granted on 1396/05/10 in Tehran, is 1398/01/01T00:00.
 */
export function endsAt(expiry: Expiry, program: Program, transaction: Moment): number | undefined {
  if (expiry === "never") return undefined;
  if ("after" in expiry) return laterBy(expiry.after, program, transaction);
  const { calendar, zone } = program;
  if ("on" in expiry) return instantOf(expiry.on + 1, 0, zone);
  const { endOf, plus } = expiry;
  const { day } = transaction.local;
  if (endOf === "day") return instantOf(day + 1 + plus, 0, zone);
  const { year, month } = calendar.dateOf(day);
  const span = MONTHS[endOf];
  const index = year * 12 + month - 1;
  const next = index - (index % span) + (1 + plus) * span;
  const first = { year: Math.floor(next / 12), month: (next % 12) + 1, day: 1 };
  return instantOf(calendar.dayOf(first), 0, zone);
}
