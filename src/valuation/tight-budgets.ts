import type { Benefit } from "../program/benefit.js";
import type { Budget } from "../program/program.js";
import type { Purse } from "./allowance.js";
import type { Ceiling } from "./ceiling.js";
import type { Valued } from "./valued.js";

/**
 * What those budgets hold, on the scale of worths, that may not be enough for every offer that draws on them. One that
 * is enough even so changes nothing, and need not be counted.
 */
export function tightBudgets(
  entered: readonly (readonly Valued[])[],
  spent: ReadonlyMap<string, bigint>,
  moneyWorth: bigint,
  ceiling: Ceiling,
): ReadonlyMap<Budget, bigint> {
  let wanted: Map<Budget, bigint> | undefined;
  for (const offers of entered) {
    for (const { offer, benefits } of offers) {
      const { budget, repeat } = offer;
      if (budget === undefined) continue;
      wanted ??= new Map();
      let cost = wanted.get(budget) ?? 0n;
      for (const benefit of benefits)
        cost += ceiling.atMost(benefit, repeat) * costOfOne(benefit, moneyWorth);
      wanted.set(budget, cost);
    }
  }
  if (wanted === undefined) return NONE;
  const left: Purse = new Map();
  for (const [budget, cost] of wanted) {
    const minor = budget.amount - (spent.get(budget.id) ?? 0n);
    const there = (minor > 0n ? minor : 0n) * moneyWorth;
    if (cost > there) left.set(budget, there);
  }
  return left;
}

const NONE: ReadonlyMap<Budget, bigint> = new Map();

/** What one unit of a benefit costs the club, at the most. */
function costOfOne(benefit: Benefit, moneyWorth: bigint): bigint {
  switch (benefit.kind) {
    case "discount":
      return moneyWorth;
    case "gift":
      return benefit.gifts.reduce((most, { cost }) => (cost > most ? cost : most), 0n);
    case "voucher":
    case "tier":
      return benefit.cost;
    default:
      return benefit.wallet.cost;
  }
}
