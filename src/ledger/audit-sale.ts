import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { BookedSale } from "./booked-figures.js";
import { movedOf } from "./lot-book.js";
import { millionthsOf, sumOf } from "./millionths.js";
import { TILL } from "./till.js";
import { unbalanced } from "./unbalanced.js";

/** Tells the first thing in a sale's figures that does not add up; the hash may be sound all the same. */
export function auditSale(sale: BookedSale): Issue | undefined {
  return auditLines(sale) ?? auditRows(sale) ?? auditTotals(sale) ?? auditAccruals(sale);
}

function auditLines({ lines }: BookedSale): Issue | undefined {
  for (const [index, { discounts, list, paid, redeemed }] of lines.entries()) {
    const parts = sumOf(discounts, amountOf) + millionthsOf(redeemed) + millionthsOf(paid);
    if (parts !== millionthsOf(list)) return unbalanced(["lines", index], "the line does not add up");
  }
  return undefined;
}

/** What is split over others is their sum. */
function auditRows({ awards, conversions, redemptions }: BookedSale): Issue | undefined {
  for (const [index, { amount, lines }] of awards.entries()) {
    if (lines.length > 0 && sumOf(lines, amountOf) !== millionthsOf(amount))
      return unbalanced(["awards", index], "the award is not the sum of its lines");
  }
  for (const [kind, rows] of Object.entries({ redemptions, conversions })) {
    for (const [index, { amount, draws }] of rows.entries()) {
      if (sumOf(draws, amountOf) !== millionthsOf(amount))
        return unbalanced([kind, index], "what the lots gave is not the amount");
    }
  }
  for (const [index, { lines, value }] of redemptions.entries()) {
    if (sumOf(lines, amountOf) !== millionthsOf(value))
      return unbalanced(["redemptions", index], "what it paid on the lines is not its value");
  }
  return undefined;
}

/** Each total is told in two or three places: all must say the same. */
function auditTotals({
  awards,
  lines,
  postings,
  progress,
  redemptions,
  totals,
}: BookedSale): Issue | undefined {
  const discount = millionthsOf(totals.discount);
  const redeemed = millionthsOf(totals.redeemed);
  const goods = lines.filter(({ kind }) => kind === "goods");
  const items = redemptions.filter(({ catalogue }) => catalogue !== null);
  const payments = redemptions.filter(({ catalogue }) => catalogue === null);
  const given = awards.filter(({ kind }) => kind === "discount");
  const kept = (rows: BookedSale["lines"]) =>
    sumOf(rows, ({ paid }) => paid) + sumOf(rows, ({ redeemed }) => redeemed);
  const byLine = lines.flatMap(({ discounts }) => discounts);
  const toTill = postings.filter(({ to }) => to === TILL);
  const fromTill = postings.filter(({ from }) => from === TILL);
  const equations: readonly (readonly [Path, bigint, bigint])[] = [
    [["totals", "list"], millionthsOf(totals.list), sumOf(lines, ({ list }) => list)],
    [["totals", "due"], millionthsOf(totals.due), sumOf(lines, ({ paid }) => paid)],
    [["totals", "redeemed"], redeemed, sumOf(lines, (line) => line.redeemed)],
    [["totals", "redeemed"], redeemed, sumOf(payments, ({ value }) => value)],
    [["totals", "discount"], discount, sumOf(byLine, amountOf)],
    [["totals", "discount"], discount, sumOf(given, amountOf) + sumOf(items, ({ value }) => value)],
    [["postings"], discount + redeemed, sumOf(toTill, amountOf) - sumOf(fromTill, amountOf)],
    [["progress", "spend"], millionthsOf(progress.spend), kept(goods)],
  ];
  const wrong = equations.find(([, said, found]) => said !== found);
  return wrong && unbalanced(wrong[0], "is not the sum of what it is made of");
}

/** What awards gave, wallet by wallet, came into the member's hands; beside it only what units of another became. */
function auditAccruals({ awards, conversions, postings }: BookedSale): Issue | undefined {
  const isConverted = conversions.some(({ lot }) => lot !== null);
  const missing = new Map<string, bigint>();
  for (const { amount, wallet } of awards) {
    if (wallet !== null) missing.set(wallet, (missing.get(wallet) ?? 0n) + millionthsOf(amount));
  }
  for (const posting of postings) {
    if (movedOf(posting) !== 1) continue;
    missing.set(posting.unit, (missing.get(posting.unit) ?? 0n) - millionthsOf(posting.amount));
  }
  for (const amount of missing.values()) {
    if (amount > 0n || (amount < 0n && !isConverted))
      return unbalanced(["awards"], "the wallets did not gain what was awarded");
  }
  return undefined;
}

function amountOf({ amount }: { readonly amount: string }): string {
  return amount;
}
