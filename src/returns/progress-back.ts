import type { Program } from "../program/program.js";
import { formatAmount } from "../units/amount.js";
import type { RefundRequest } from "./read-refund.js";
import type { EntryProgressBack } from "./refund-entry.js";
import type { TakenBack } from "./take-back-sale.js";

/**
 * What a sale counted, and counts no more: what was spent on goods, the visit with the last of it, and so towards the
 * tiers, in the period that the sale counts in.
 * Worked: 100,000 was spent, and a line of 40,000 is back: 40,000 counts no more.
 */
export function progressBack(program: Program, { sale }: RefundRequest, back: TakenBack): EntryProgressBack {
  const { counted, period } = sale.entry.progress;
  const { visits } = back.undone;
  const spend = spendBack(back);
  const { tiers } = program;
  const isCounted = tiers !== undefined && counted !== null;
  return {
    counted: isCounted
      ? formatAmount(countedBack(program, { spend, visits }, back), tiers.unit.digits)
      : null,
    period: isCounted ? period : null,
    spend: formatAmount(spend, program.currency.digits),
    visits,
  };
}

interface Back {
  readonly spend: bigint;
  readonly visits: number;
}

/** What came into a wallet counts no more as far as it goes back; what the merchant leaves to the member counts on. */
function countedBack({ tiers }: Program, { spend, visits }: Back, { claims }: TakenBack): bigint {
  if (tiers?.metric === "spend") return spend;
  if (tiers?.metric === "visits") return BigInt(visits);
  const wallet = tiers?.metric.wallet;
  let units = 0n;
  for (const { award, amount, kept } of claims) if (award.wallet?.id === wallet) units += amount - kept;
  return units;
}

/** What was spent on goods, and is no more; what is kept back of a discount is spent after all. */
function spendBack({ lines, keptBackNow }: TakenBack): bigint {
  let spend = -keptBackNow;
  for (const { goods, redeemed, due } of lines) if (goods) spend += redeemed + due;
  return spend;
}
