import type { ProgressDocument } from "../facts/standing.js";
import type { EntryProgressBack } from "../returns/refund-entry.js";
import type { EntryProgress } from "../settlement/entry.js";
import { addAmounts, subtractAmounts } from "../units/amount.js";

type Rows = readonly ProgressDocument[];

/**
 * What counts towards the tiers after an event: rows of periods that count no more are gone, and what this one counted
 * is added to its period, or stands alone under the sale's id.
 */
export function progressAfter(
  rows: Rows,
  { alone, counted, from, period }: EntryProgress,
  sale: string,
): Rows {
  if (counted === null || period === null) return rows;
  const open = from === null ? rows : rows.filter((row) => row.period >= from);
  if (!/[1-9]/.test(counted)) return open;
  if (alone) return [...open, { period, amount: counted, sale }];
  const place = open.findIndex((row) => row.period === period && row.sale === undefined);
  const there = open[place];
  if (there === undefined) return [...open, { period, amount: counted }];
  return open.map((row, index) =>
    index === place ? { period, amount: addAmounts(row.amount, counted) } : row,
  );
}

/** Without what a refund takes off: of the sale's own row, else of its period. What counts no more is not missed. */
export function progressWithout(rows: Rows, { counted, period }: EntryProgressBack, sale: string): Rows {
  if (counted === null) return rows;
  const own = rows.findIndex((row) => row.sale === sale);
  const place = own >= 0 ? own : rows.findIndex((row) => row.period === period && row.sale === undefined);
  return rows.flatMap((row, index) => {
    if (index !== place) return [row];
    const amount = subtractAmounts(row.amount, counted) ?? "0";
    return /[1-9]/.test(amount) ? [{ ...row, amount }] : [];
  });
}
