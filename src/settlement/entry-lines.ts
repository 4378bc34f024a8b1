import { QUANTITY_DIGITS } from "../standing/read-lines.js";
import type { Line } from "../standing/request.js";
import { formatAmount, scaleOf } from "../units/amount.js";
import type { EntryLine, EntryRedemption } from "./entry.js";
import type { LineCharge, Quote } from "./quote.js";

type LineDiscount = EntryLine["discounts"][number];

/** With what the quote says of each, by its id: nothing is figured or written again. Catalogue items come first. */
export function entryLines(
  lines: readonly Line[],
  quote: Quote,
  redemptions: readonly EntryRedemption[],
): readonly EntryLine[] {
  let discounts: Map<string, LineDiscount[]> | undefined;
  const add = (amount: string, offer: string, line: string): void => {
    discounts ??= new Map();
    const own = discounts.get(line);
    if (own === undefined) discounts.set(line, [{ amount, offer }]);
    else own.push({ amount, offer });
  };
  for (const { catalogue, lines } of redemptions) {
    if (catalogue === null) continue;
    for (const { amount, line } of lines) add(amount, catalogue, line);
  }
  for (const { kind, offer, lines } of quote.awards) {
    if (kind !== "discount") continue;
    for (const { amount, line } of lines) add(amount, offer, line);
  }
  return lines.map((line, index) => entryLine(line, quote.lines[index], discounts?.get(line.id) ?? []));
}

function entryLine(
  line: Line,
  charge: LineCharge | undefined,
  discounts: readonly LineDiscount[],
): EntryLine {
  return {
    brand: line.brand ?? null,
    category: line.categories,
    discounts,
    id: line.id,
    kind: line.goods ? "goods" : "fee",
    list: charge?.list ?? "0",
    paid: charge?.due ?? "0",
    quantity: writeQuantity(line.quantity),
    redeemed: charge?.redeemed ?? "0",
    sku: line.sku ?? null,
    tags: line.tags,
  };
}

/** Without the zeros that nobody wrote. */
export function writeQuantity(quantity: bigint): string {
  const whole = scaleOf(QUANTITY_DIGITS);
  if (quantity % whole === 0n) return formatAmount(quantity / whole, 0);
  return formatAmount(quantity, QUANTITY_DIGITS).replace(/0+$/, "");
}
