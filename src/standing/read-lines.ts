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
const MILLION = Number(WHOLE_UNIT);

const LINES: Path = ["transaction", "lines"];

export function readLines(
  lines: readonly LineDocument[],
  { currency }: Program,
  issues: Issue[],
): readonly Line[] {
  checkDistinct(LINES, lines, issues);
  const known = issues.length;
  const read = new Array<Line>(lines.length);
  let largest = 0n;
  for (let index = 0; index < lines.length; index++) {
    const line = readLine(lines[index] as LineDocument, index, currency, issues);
    if (line.list > largest) largest = line.list;
    read[index] = line;
  }
  // No sum is needed where no line has a hundred thousandth of what they must not reach: there are fewer.
  if (largest >= scaleOf(WHOLE_DIGITS - 5 + currency.digits) && issues.length === known) {
    checkTotal(read, currency, issues);
  }
  return read;
}

function checkTotal(lines: readonly Line[], { digits }: Currency, issues: Issue[]): void {
  let total = 0n;
  for (const { list } of lines) total += list;
  if (total < scaleOf(WHOLE_DIGITS + digits)) return;
  const message = `the lines together have more than ${WHOLE_DIGITS} whole digits`;
  issues.push(issueAt("number-range", LINES, message));
}

function readLine(document: LineDocument, index: number, currency: Currency, issues: Issue[]): Line {
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
  const { quantity: pieces, unitPrice: price, amount, floorPrice } = document;
  const quantity = pieces === undefined ? WHOLE_UNIT : (parseAmount(pieces, QUANTITY_DIGITS) ?? WHOLE_UNIT);
  const unitPrice = readMoney(price, "unitPrice", index, currency, issues) ?? 0n;
  const priced = priceOf(quantity, unitPrice, currency);
  const rounded = readMoney(amount, "amount", index, currency, issues);
  if (rounded !== undefined) checkScale(rounded, priced, index, issues);
  const list = rounded ?? priced;
  if (list >= scaleOf(WHOLE_DIGITS + currency.digits)) {
    const message = `the line's amount has more than ${WHOLE_DIGITS} whole digits`;
    issues.push(issueAt("number-range", [...LINES, index], message));
  }
  const floor = floorOf(quantity, readMoney(floorPrice, "floorPrice", index, currency, issues));
  const goods = kind === "goods";
  // Each line has lists of its own, for its entry hands them out.
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
  if (quantity === WHOLE_UNIT) return unitPrice;
  // A product of numbers costs less than one of bigints, and is exact as long as it is safe.
  const millionths = Number(quantity);
  const product = (millionths / MILLION) * Number(unitPrice);
  const isExact = millionths <= Number.MAX_SAFE_INTEGER && product <= Number.MAX_SAFE_INTEGER;
  if (isExact && millionths % MILLION === 0) return BigInt(product);
  const millionth = quantity * unitPrice;
  return quantity % WHOLE_UNIT === 0n ? millionth / WHOLE_UNIT : divide(millionth, WHOLE_UNIT, rounding);
}

function floorOf(quantity: bigint, floorPrice: bigint | undefined): bigint {
  if (floorPrice === undefined) return 0n;
  return quantity === WHOLE_UNIT ? floorPrice : divide(quantity * floorPrice, WHOLE_UNIT, UP);
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
