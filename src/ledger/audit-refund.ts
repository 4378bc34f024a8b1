import type { Issue } from "../documents/club-error.js";
import { debtAccount } from "../settlement/debts.js";
import type { BookedRefund } from "./booked-figures.js";
import { millionthsOf, sumOf } from "./millionths.js";
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
  const equations: readonly (readonly [string, bigint, bigint])[] = [
    ["list", millionthsOf(list), sumOf([discount, redeemed, deducted, due], (part) => part)],
    ["list", millionthsOf(list), sumOf(lines, (line) => line.list)],
    ["redeemed", millionthsOf(redeemed), sumOf(lines, (line) => line.redeemed)],
    ["discount", sumOf([discount, redeemed, deducted], (part) => part), fromTill - toTill],
  ];
  const wrong = equations.find(([, said, found]) => said !== found);
  return wrong && unbalanced(["totals", wrong[0]], "is not the sum of what it is made of");
}

/** What awards leave owed is what was taken out of the accounts of debts. */
function auditDebts({ awards, postings }: BookedRefund): Issue | undefined {
  const open = new Map<string, bigint>();
  const add = (unit: string, amount: bigint): void => {
    open.set(unit, (open.get(unit) ?? 0n) + amount);
  };
  for (const { debt, wallet } of awards) if (wallet !== null) add(wallet, millionthsOf(debt));
  for (const { amount, from, unit } of postings) {
    if (from === debtAccount(unit)) add(unit, -millionthsOf(amount));
  }
  const isEven = [...open.values()].every((amount) => amount === 0n);
  return isEven ? undefined : unbalanced(["awards"], "the debts are not what was posted");
}
