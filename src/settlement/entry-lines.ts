import { QUANTITY_DIGITS } from "../standing/read-lines.js";
import type { Line } from "../standing/request.js";
import { formatAmount, scaleOf } from "../units/amount.js";
import type { Split } from "../valuation/award.js";
import type { EntryLine } from "./entry.js";
import type { LineAmount, LineCharge, Quote } from "./quote.js";

/** With what the quote says of each: nothing is figured or written again. */
export function entryLines(lines: readonly Line[], quote: Quote): readonly EntryLine[] {
  const written = new Array<EntryLine>(lines.length);
  for (let at = 0; at < lines.length; at++) {
    written[at] = entryLine(lines[at] as Line, quote.lines[at] as LineCharge);
  }
  return written;
}

function entryLine(line: Line, { discount, due, list, redeemed }: LineCharge): EntryLine {
  return {
    brand: line.brand ?? null,
    category: line.categories,
    discount,
    id: line.id,
    kind: line.goods ? "goods" : "fee",
    list,
    paid: due,
    quantity: writeQuantity(line.quantity),
    redeemed,
    sku: line.sku ?? null,
    tags: line.tags,
  };
}

/** What an award put on each of so many lines, as its row says it; none where it is on no line. */
export function amountsByLine(split: Split, row: readonly LineAmount[], count: number): readonly string[] {
  if (row.length === 0) return [];
  const amounts = nothingOn(count);
  let next = 0;
  for (let at = 0; at < split.lines.length; at++) {
    if (split.amounts[at] === 0n) continue;
    amounts[split.lines[at] as number] = (row[next++] as LineAmount).amount;
  }
  return amounts;
}

/** Likewise of amounts that are not written yet. */
export function writeByLine(byLine: readonly bigint[], digits: number): readonly string[] {
  let amounts: string[] | undefined;
  for (let line = 0; line < byLine.length; line++) {
    const amount = byLine[line] as bigint;
    if (amount === 0n) continue;
    amounts ??= nothingOn(byLine.length);
    amounts[line] = formatAmount(amount, digits);
  }
  return amounts ?? [];
}

function nothingOn(count: number): string[] {
  const amounts = new Array<string>(count);
  for (let line = 0; line < count; line++) amounts[line] = "0";
  return amounts;
}

const WHOLE = scaleOf(QUANTITY_DIGITS);

/** Without the zeros that nobody wrote. */
export function writeQuantity(quantity: bigint): string {
  if (quantity === WHOLE) return "1";
  if (quantity % WHOLE === 0n) return formatAmount(quantity / WHOLE, 0);
  return formatAmount(quantity, QUANTITY_DIGITS).replace(/0+$/, "");
}
