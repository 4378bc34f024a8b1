import type { Currency } from "../program/wallet.js";
import { formatAmount } from "../units/amount.js";
import type { Bought } from "../valuation/buy-catalogue.js";
import type { Redeemed } from "../valuation/redeem.js";
import type { RedemptionRow } from "./quote.js";

/** What wallets paid; one of which nothing could be used has no row. */
export function redemptionRows(
  bought: readonly Bought[],
  redeemed: readonly Redeemed[],
  { digits }: Currency,
): readonly RedemptionRow[] {
  if (bought.length === 0 && redeemed.length === 0) return [];
  const rows: RedemptionRow[] = [];
  for (const { purchase, amount: value } of bought) {
    const { item, times } = purchase;
    rows.push({
      catalogue: item.id,
      wallet: item.wallet.id,
      times: Number(times),
      amount: formatAmount(item.price * times, item.wallet.digits),
      value: formatAmount(value, digits),
    });
  }
  for (const { wallet, units, money } of redeemed) {
    if (units === 0n) continue;
    const [amount, value] = [formatAmount(units, wallet.digits), formatAmount(money, digits)];
    rows.push({ wallet: wallet.id, amount, value });
  }
  return rows;
}
