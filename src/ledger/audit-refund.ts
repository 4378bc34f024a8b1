import type { Issue } from "../documents/club-error.js";
import { debtAccount } from "../settlement/debts.js";
import type { BookedRefund } from "./booked-figures.js";
import { type Exact, exactOf, minus, plus, sumOf } from "./exact.js";
import { TILL } from "./till.js";
import { unbalanced } from "./unbalanced.js";

/** Tells the first thing in a refund's figures that does not add up. */
export function auditRefund(refund: BookedRefund): Issue | undefined {
  return auditTotals(refund) ?? auditDebts(refund);
}

/** What is kept back of a discount lies on no line, so lines and totals agree on the list amount and what was redeemed. */
function auditTotals({ lines, postings, totals }: BookedRefund): Issue | undefined {
  const { deducted, discount, due, list, redeemed } = totals;
  const fromTill = sumOf(
    postings.filter(({ from }) => from === TILL),
    ({ amount }) => amount,
  );
  const toTill = sumOf(
    postings.filter(({ to }) => to === TILL),
    ({ amount }) => amount,
  );
  const equations: readonly (readonly [string, Exact, Exact])[] = [
    ["list", exactOf(list), sumOf([discount, redeemed, deducted, due], (part) => part)],
    ["list", exactOf(list), sumOf(lines, (line) => line.list)],
    ["redeemed", exactOf(redeemed), sumOf(lines, (line) => line.redeemed)],
    ["discount", sumOf([discount, redeemed, deducted], (part) => part), minus(fromTill, toTill)],
  ];
  const wrong = equations.find(([, said, found]) => said !== found);
  return wrong && unbalanced(["totals", wrong[0]], "is not the sum of what it is made of");
}

/** What awards leave owed is what was taken out of the accounts of debts. */
function auditDebts({ awards, postings }: BookedRefund): Issue | undefined {
  const open = new Map<string, Exact>();
  const add = (unit: string, amount: Exact): void => {
    open.set(unit, plus(open.get(unit) ?? 0, amount));
  };
  for (const { debt, wallet } of awards) if (wallet !== null) add(wallet, exactOf(debt));
  for (const { amount, from, unit } of postings) {
    if (from === debtAccount(unit)) add(unit, -exactOf(amount));
  }
  const isEven = [...open.values()].every((amount) => amount === 0);
  return isEven ? undefined : unbalanced(["awards"], "the debts are not what was posted");
}
