import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { listOf } from "../facts/item-filter.js";
import type { LineDocument } from "../facts/transaction.js";
import { checkDistinct } from "../program/check-ids.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import type { Currency } from "../program/wallet.js";
import { parseAmount, parseSmall, scaleOf, WHOLE_DIGITS } from "../units/amount.js";
import { divide, UP } from "../units/round.js";
import { bigintOf } from "../units/safe-number.js";
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
  const { id, sku, category, brand, tags = [], discountable = true, accrues = true, kind } = document;
  const { quantity: pieces = 1, unitPrice: price, amount, floorPrice } = document;
  const millionths = parseSmall(pieces, QUANTITY_DIGITS);
  const minor = parseSmall(price, currency.digits);
  const quantity = quantityOf(pieces, millionths);
  const unitPrice =
    minor === undefined ? (readMoney(price, "unitPrice", index, currency, issues) ?? 0n) : bigintOf(minor);
  const whole = wholePrice(millionths, minor);
  const priced = whole === undefined ? priceOf(quantity, unitPrice, currency) : bigintOf(whole);
  const list =
    amount === undefined ? priced : (readRounded(amount, priced, index, currency, issues) ?? priced);
  if (whole === undefined || amount !== undefined) checkLength(list, index, currency, issues);
  const goods = kind !== "fee";
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
    floor: floorPrice === undefined ? 0n : floorOf(quantity, floorPrice, list, index, currency, issues),
    discountable: discountable && goods,
    accrues: accrues && goods,
  };
}

function quantityOf(pieces: string | number, millionths: number | undefined): bigint {
  if (millionths === MILLION) return WHOLE_UNIT;
  if (millionths !== undefined) return bigintOf(millionths);
  return parseAmount(pieces, QUANTITY_DIGITS) ?? WHOLE_UNIT;
}

/** The exact price of a whole number of units, where numbers tell it: so they do of nearly every line. */
function wholePrice(millionths: number | undefined, minor: number | undefined): number | undefined {
  if (millionths === undefined || minor === undefined || millionths % MILLION !== 0) return undefined;
  const product = (millionths / MILLION) * minor;
  return product <= Number.MAX_SAFE_INTEGER ? product : undefined;
}

function checkLength(list: bigint, index: number, { digits }: Currency, issues: Issue[]): void {
  if (list < scaleOf(WHOLE_DIGITS + digits)) return;
  const message = `the line's amount has more than ${WHOLE_DIGITS} whole digits`;
  issues.push(issueAt("number-range", [...LINES, index], message));
}

function readMoney(
  value: string | number,
  key: "unitPrice" | "amount" | "floorPrice",
  index: number,
  { digits, code }: Currency,
  issues: Issue[],
): bigint | undefined {
  // Read first and placed only where it is wrong: every sale reads dozens.
  return (
    parseAmount(value, digits) ?? readUnits({ value, path: [...LINES, index, key] }, digits, code, issues)
  );
}

/** A whole number of units has its exact price; a part of one is rounded, once, as the club rounds money. */
function priceOf(quantity: bigint, unitPrice: bigint, { rounding }: Currency): bigint {
  const millionth = quantity * unitPrice;
  return quantity % WHOLE_UNIT === 0n ? millionth / WHOLE_UNIT : divide(millionth, WHOLE_UNIT, rounding);
}

/** What no discount brings the line below; never more than the line itself. */
function floorOf(
  quantity: bigint,
  floorPrice: string | number,
  list: bigint,
  index: number,
  currency: Currency,
  issues: Issue[],
): bigint {
  const unitFloor = readMoney(floorPrice, "floorPrice", index, currency, issues) ?? 0n;
  const floor = quantity === WHOLE_UNIT ? unitFloor : divide(quantity * unitFloor, WHOLE_UNIT, UP);
  return floor < list ? floor : list;
}

/** What the till says that the line costs. */
function readRounded(
  amount: string | number,
  priced: bigint,
  index: number,
  currency: Currency,
  issues: Issue[],
): bigint | undefined {
  const rounded = readMoney(amount, "amount", index, currency, issues);
  if (rounded !== undefined) checkScale(rounded, priced, index, issues);
  return rounded;
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
