import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { listOf } from "../facts/item-filter.js";
import type { LineDocument } from "../facts/transaction.js";
import type { Currency, Program } from "../program/program.js";
import { readUnits } from "../program/read-benefits.js";
import { checkDistinct } from "../program/read-program.js";
import { parseAmount, scaleOf, WHOLE_DIGITS } from "../units/amount.js";
import { divide, UP } from "../units/round.js";
import type { Line } from "./request.js";

/** Decimals of a quantity. */
export const QUANTITY_DIGITS = 6;
const WHOLE_UNIT = scaleOf(QUANTITY_DIGITS);

export function readLines(
  lines: readonly LineDocument[],
  { currency }: Program,
  issues: Issue[],
): readonly Line[] {
  const path = ["transaction", "lines"];
  checkDistinct(path, lines, issues);
  const known = issues.length;
  const read = lines.map((line, index) => readLine(line, [...path, index], currency, issues));
  const total = read.reduce((sum, { list }) => sum + list, 0n);
  if (issues.length === known && total >= scaleOf(WHOLE_DIGITS + currency.digits)) {
    const message = `the lines together have more than ${WHOLE_DIGITS} whole digits`;
    issues.push(issueAt("number-range", path, message));
  }
  return read;
}

function readLine(document: LineDocument, path: Path, currency: Currency, issues: Issue[]): Line {
  const money = (key: "unitPrice" | "amount" | "floorPrice") => {
    const value = document[key];
    if (value === undefined) return undefined;
    // Read first and placed only where it is wrong: every sale reads dozens.
    const minor = parseAmount(value, currency.digits);
    return minor ?? readUnits({ value, path: [...path, key] }, currency.digits, currency.code, issues);
  };
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
  const unitPrice = money("unitPrice") ?? 0n;
  const priced = priceOf(quantity, unitPrice, currency);
  const rounded = money("amount");
  if (rounded !== undefined) checkScale(rounded, priced, path, issues);
  const list = rounded ?? priced;
  if (list >= scaleOf(WHOLE_DIGITS + currency.digits)) {
    issues.push(
      issueAt("number-range", path, `the line's amount has more than ${WHOLE_DIGITS} whole digits`),
    );
  }
  const floorPrice = money("floorPrice") ?? 0n;
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

/** A whole number of units has its exact price; a part of one is rounded, once, as the club rounds money. */
function priceOf(quantity: bigint, unitPrice: bigint, { rounding }: Currency): bigint {
  const product = quantity * unitPrice;
  return quantity % WHOLE_UNIT === 0n ? product / WHOLE_UNIT : divide(product, WHOLE_UNIT, rounding);
}

/** A till that rounds is near the price; one that is off by ten has taken rial for toman. */
function checkScale(rounded: bigint, priced: bigint, path: Path, issues: Issue[]): void {
  if (rounded === priced || (rounded !== priced * 10n && rounded * 10n !== priced)) return;
  const hint = "one of them seems to be in rial, the other in toman";
  issues.push(
    issueAt("amount-mismatch", [...path, "amount"], "is ten times or a tenth of unitPrice × quantity", {
      hint,
    }),
  );
}
