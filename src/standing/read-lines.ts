import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { listOf } from "../facts/item-filter.js";
import type { LineDocument } from "../facts/transaction.js";
import { checkDistinct } from "../program/check-ids.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import type { Currency } from "../program/wallet.js";
import { parseAmount, scaleOf, WHOLE_DIGITS } from "../units/amount.js";
import { divide, UP } from "../units/round.js";
import type { Line } from "./request.js";

/** Decimals of a quantity. */
export const QUANTITY_DIGITS = 6;
export const WHOLE_UNIT = scaleOf(QUANTITY_DIGITS);

const LINES: Path = ["transaction", "lines"];

export function readLines(
  lines: readonly LineDocument[],
  { currency }: Program,
  issues: Issue[],
): readonly Line[] {
  checkDistinct(LINES, lines, issues);
  const known = issues.length;
  const limit = scaleOf(WHOLE_DIGITS + currency.digits);
  const read = lines.map((line, index) => readLine(line, index, { currency, limit }, issues));
  let total = 0n;
  for (const { list } of read) total += list;
  if (issues.length === known && total >= limit) {
    const message = `the lines together have more than ${WHOLE_DIGITS} whole digits`;
    issues.push(issueAt("number-range", LINES, message));
  }
  return read;
}

/** The currency, and what no amount of it reaches. */
interface Money {
  readonly currency: Currency;
  readonly limit: bigint;
}

function readLine(document: LineDocument, index: number, { currency, limit }: Money, issues: Issue[]): Line {
  const {
    id,
    sku,
    category,
    brand,
    tags = [],
    discountable = true,
    accrues = true,
    kind = "goods",
  } = document;
  const quantity = parseAmount(document.quantity ?? 1, QUANTITY_DIGITS) ?? WHOLE_UNIT;
  const unitPrice = readMoney(document.unitPrice, "unitPrice", index, currency, issues) ?? 0n;
  const priced = priceOf(quantity, unitPrice, currency);
  const rounded = readMoney(document.amount, "amount", index, currency, issues);
  if (rounded !== undefined) checkScale(rounded, priced, index, issues);
  const list = rounded ?? priced;
  if (list >= limit) {
    const message = `the line's amount has more than ${WHOLE_DIGITS} whole digits`;
    issues.push(issueAt("number-range", [...LINES, index], message));
  }
  const floorPrice = readMoney(document.floorPrice, "floorPrice", index, currency, issues) ?? 0n;
  const floor = floorPrice === 0n ? 0n : divide(quantity * floorPrice, WHOLE_UNIT, UP);
  const goods = kind === "goods";
  return {
    id,
    sku,
    categories: category === undefined ? [] : listOf(category),
    brand,
    tags,
    goods,
    quantity,
    unitPrice,
    list,
    floor: floor < list ? floor : list,
    discountable: discountable && goods,
    accrues: accrues && goods,
  };
}

function readMoney(
  value: string | number | undefined,
  key: "unitPrice" | "amount" | "floorPrice",
  index: number,
  { digits, code }: Currency,
  issues: Issue[],
): bigint | undefined {
  if (value === undefined) return undefined;
  // Read first and placed only where it is wrong: every sale reads dozens.
  return (
    parseAmount(value, digits) ?? readUnits({ value, path: [...LINES, index, key] }, digits, code, issues)
  );
}

/** A whole number of units has its exact price; a part of one is rounded, once, as the club rounds money. */
function priceOf(quantity: bigint, unitPrice: bigint, { rounding }: Currency): bigint {
  const product = quantity * unitPrice;
  return quantity % WHOLE_UNIT === 0n ? product / WHOLE_UNIT : divide(product, WHOLE_UNIT, rounding);
}

/** A till that rounds is near the price; one that is off by ten has taken rial for toman. */
function checkScale(rounded: bigint, priced: bigint, index: number, issues: Issue[]): void {
  if (rounded === priced || (rounded !== priced * 10n && rounded * 10n !== priced)) return;
  const hint = "one of them seems to be in rial, the other in toman";
  issues.push(
    issueAt(
      "amount-mismatch",
      [...LINES, index, "amount"],
      "is ten times or a tenth of unitPrice × quantity",
      {
        hint,
      },
    ),
  );
}
