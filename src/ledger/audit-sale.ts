import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { BookedSale } from "./booked-figures.js";
import { type Exact, exactOf, minus, plus, sumOf } from "./exact.js";
import { movedOf } from "./lot-book.js";
import { TILL } from "./till.js";
import { unbalanced } from "./unbalanced.js";

/** Tells the first thing in a sale's figures that does not add up; the hash may be sound all the same. */
export function auditSale(sale: BookedSale): Issue | undefined {
  return auditLines(sale) ?? auditRows(sale) ?? auditTotals(sale) ?? auditAccruals(sale);
}

function auditLines({ lines }: BookedSale): Issue | undefined {
  for (const [index, { discounts, list, paid, redeemed }] of lines.entries()) {
    const parts = plus(sumOf(discounts, amountOf), plus(exactOf(redeemed), exactOf(paid)));
    if (parts !== exactOf(list)) return unbalanced(["lines", index], "the line does not add up");
  }
  return undefined;
}

/** What is split over others is their sum. */
function auditRows({ awards, conversions, redemptions }: BookedSale): Issue | undefined {
  for (const [index, { amount, lines }] of awards.entries()) {
    if (lines.length > 0 && sumOf(lines, amountOf) !== exactOf(amount))
      return unbalanced(["awards", index], "the award is not the sum of its lines");
  }
  return (
    auditDrawn("redemptions", redemptions) ?? auditDrawn("conversions", conversions) ?? auditPaid(redemptions)
  );
}

type Drawn = BookedSale["redemptions"] | BookedSale["conversions"];

function auditDrawn(kind: "redemptions" | "conversions", rows: Drawn): Issue | undefined {
  for (const [index, { amount, draws }] of rows.entries()) {
    if (sumOf(draws, amountOf) !== exactOf(amount))
      return unbalanced([kind, index], "what the lots gave is not the amount");
  }
  return undefined;
}

function auditPaid(redemptions: BookedSale["redemptions"]): Issue | undefined {
  for (const [index, { lines, value }] of redemptions.entries()) {
    if (sumOf(lines, amountOf) !== exactOf(value))
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
  for (const { discounts, kind, list, paid, redeemed } of lines) {
    const [own, used] = [exactOf(paid), exactOf(redeemed)];
    sums.discount = plus(sums.discount, sumOf(discounts, amountOf));
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

function amountOf({ amount }: { readonly amount: string }): string {
  return amount;
}
