import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { BookedLine, BookedSale } from "./booked-figures.js";
import { type Exact, exactOf, minus, plus, sumOf } from "./exact.js";
import { movedOf } from "./lot-book.js";
import { TILL } from "./till.js";
import { unbalanced } from "./unbalanced.js";

/** Tells the first thing in a sale's figures that does not add up; the hash may be sound all the same. */
export function auditSale(sale: BookedSale): Issue | undefined {
  return auditLines(sale) ?? auditRows(sale) ?? auditTotals(sale) ?? auditAccruals(sale);
}

function auditLines({ lines }: BookedSale): Issue | undefined {
  for (const [index, { discount, list, paid, redeemed }] of lines.entries()) {
    const parts = plus(exactOf(discount), plus(exactOf(redeemed), exactOf(paid)));
    if (parts !== exactOf(list)) return unbalanced(["lines", index], "the line does not add up");
  }
  return undefined;
}

/** What is split over others is their sum. */
function auditRows(sale: BookedSale): Issue | undefined {
  const { awards, conversions, lines, redemptions } = sale;
  for (const [index, { amount, amounts }] of awards.entries()) {
    if (amounts.length > 0 && !isSplit(amount, amounts, lines.length))
      return unbalanced(["awards", index], "the award is not the sum of its lines");
  }
  return (
    auditDrawn("redemptions", redemptions) ??
    auditDrawn("conversions", conversions) ??
    auditPaid(sale) ??
    auditColumns(sale)
  );
}

/** Does a row say what it put on each of so many lines, and is that all of it? */
function isSplit(amount: string, amounts: readonly string[], lines: number): boolean {
  return amounts.length === lines && sumOf(amounts, itself) === exactOf(amount);
}

type Drawn = BookedSale["redemptions"] | BookedSale["conversions"];

function auditDrawn(kind: "redemptions" | "conversions", rows: Drawn): Issue | undefined {
  for (const [index, { amount, draws }] of rows.entries()) {
    if (sumOf(draws, amountOf) !== exactOf(amount))
      return unbalanced([kind, index], "what the lots gave is not the amount");
  }
  return undefined;
}

function auditPaid({ lines, redemptions }: BookedSale): Issue | undefined {
  for (const [index, { value, values }] of redemptions.entries()) {
    const isPaid = values.length === 0 ? exactOf(value) === 0 : isSplit(value, values, lines.length);
    if (!isPaid) return unbalanced(["redemptions", index], "what it paid on the lines is not its value");
  }
  return undefined;
}

/** What was taken off a line, and what was redeemed on it, are what awards and redemptions put there. */
function auditColumns({ awards, lines, redemptions }: BookedSale): Issue | undefined {
  for (let at = 0; at < lines.length; at++) {
    const { discount, redeemed } = lines[at] as BookedLine;
    let taken: Exact = 0;
    let paid: Exact = 0;
    for (const { amounts, kind } of awards) {
      if (kind === "discount") taken = plus(taken, exactOf(amounts[at] ?? NOTHING));
    }
    for (const { catalogue, values } of redemptions) {
      const value = exactOf(values[at] ?? NOTHING);
      if (catalogue === null) paid = plus(paid, value);
      else taken = plus(taken, value);
    }
    if (taken !== exactOf(discount) || paid !== exactOf(redeemed))
      return unbalanced(["lines", at], "the line is not the sum of what was put on it");
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
  const [discount, redeemed] = [exactOf(totals.discount), exactOf(totals.redeemed)];
  const byLine = sumLines(lines);
  const given = sumOf(awards, ({ amount, kind }) => (kind === "discount" ? amount : NOTHING));
  const items = sumOf(redemptions, ({ catalogue, value }) => (catalogue === null ? NOTHING : value));
  const payments = sumOf(redemptions, ({ catalogue, value }) => (catalogue === null ? value : NOTHING));
  const toTill = sumOf(postings, ({ amount, to }) => (to === TILL ? amount : NOTHING));
  const fromTill = sumOf(postings, ({ amount, from }) => (from === TILL ? amount : NOTHING));
  const place: Path | undefined =
    (exactOf(totals.list) !== byLine.list && ["totals", "list"]) ||
    (exactOf(totals.due) !== byLine.paid && ["totals", "due"]) ||
    ((redeemed !== byLine.redeemed || redeemed !== payments) && ["totals", "redeemed"]) ||
    ((discount !== byLine.discount || discount !== plus(given, items)) && ["totals", "discount"]) ||
    (plus(discount, redeemed) !== minus(toTill, fromTill) && ["postings"]) ||
    (exactOf(progress.spend) !== byLine.spend && ["progress", "spend"]) ||
    undefined;
  return place && unbalanced(place, "is not the sum of what it is made of");
}

const NOTHING = "0";

/** `spend` is what was paid and redeemed on goods. */
function sumLines(lines: BookedSale["lines"]) {
  const sums: Record<"discount" | "list" | "paid" | "redeemed" | "spend", Exact> = {
    discount: 0,
    list: 0,
    paid: 0,
    redeemed: 0,
    spend: 0,
  };
  for (const { discount, kind, list, paid, redeemed } of lines) {
    const [own, used] = [exactOf(paid), exactOf(redeemed)];
    sums.discount = plus(sums.discount, exactOf(discount));
    sums.list = plus(sums.list, exactOf(list));
    sums.paid = plus(sums.paid, own);
    sums.redeemed = plus(sums.redeemed, used);
    if (kind === "goods") sums.spend = plus(sums.spend, plus(own, used));
  }
  return sums;
}

/** What awards gave, wallet by wallet, came into the member's hands; beside it only what units of another became. */
function auditAccruals({ awards, conversions, postings }: BookedSale): Issue | undefined {
  const isConverted = conversions.some(({ lot }) => lot !== null);
  const missing = new Map<string, Exact>();
  for (const { amount, wallet } of awards) {
    if (wallet !== null) missing.set(wallet, plus(missing.get(wallet) ?? 0, exactOf(amount)));
  }
  for (const posting of postings) {
    if (movedOf(posting) !== 1) continue;
    missing.set(posting.unit, minus(missing.get(posting.unit) ?? 0, exactOf(posting.amount)));
  }
  for (const amount of missing.values()) {
    if (amount > 0 || (amount < 0 && !isConverted))
      return unbalanced(["awards"], "the wallets did not gain what was awarded");
  }
  return undefined;
}

function itself(amount: string): string {
  return amount;
}

function amountOf({ amount }: { readonly amount: string }): string {
  return amount;
}
