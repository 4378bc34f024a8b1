import { PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { TierTerms } from "../program/tier-terms.js";
import type { Selection } from "../selection/select-awards.js";
import type { Member, Transaction } from "../standing/request.js";
import { oldestPeriod, periodOf } from "../standing/tier-progress.js";
import type { Award } from "../valuation/award.js";
import type { Shopping } from "../valuation/go-shopping.js";

/** What a transaction adds to what is counted of a member. */
export interface Counted {
  /** Net of discounts, in minor units of the currency. */
  readonly spend: bigint;
  readonly visits: 0 | 1;
  /** Towards the tiers; `undefined` where nothing is measured. */
  readonly towards: TowardsTiers | undefined;
}

export interface TowardsTiers {
  /** In minor units of what is counted. */
  readonly amount: bigint;
  readonly period: string;
  /** Rows of periods before it count no more; `undefined` where all count. */
  readonly from: string | undefined;
  /** It may reach a tier alone. */
  readonly alone: boolean;
}

/**
 * A purchase is a visit, and what was paid for goods is spent, with wallets too. An activity is neither, yet what it
 * brings into a wallet counts where tiers are measured by that.
 */
export function countProgress(
  program: Program,
  member: Member,
  { lines, type, local }: Transaction,
  { bought }: Shopping,
  { awards }: Selection,
): Counted {
  const visits = type === PURCHASE ? 1 : 0;
  let spend = 0n;
  for (const { goods, list } of lines) if (goods) spend += list;
  for (const { amount } of bought) spend -= amount;
  for (const { kind, figured } of awards) if (kind === "discount") spend -= figured.amount;
  const { tiers } = program;
  const period = tiers && periodOf(tiers, program, member, local.day);
  if (tiers === undefined || period === undefined) return { spend, visits, towards: undefined };
  const amount = amountOf(tiers, { spend, visits }, awards);
  const least = tiers.leastPurchase;
  const towards = {
    amount,
    period,
    from: oldestPeriod(tiers, program, member, local.day),
    alone: visits === 1 && least !== undefined && amount >= least,
  };
  return { spend, visits, towards };
}

/** Into a wallet counts all that offers give, also what pays a debt at once; not what other units become. */
function amountOf(
  { metric }: TierTerms,
  { spend, visits }: Pick<Counted, "spend" | "visits">,
  awards: readonly Award[],
): bigint {
  if (metric === "spend") return spend;
  if (metric === "visits") return BigInt(visits);
  let gained = 0n;
  for (const { wallet, figured } of awards) if (wallet?.id === metric.wallet) gained += figured.amount;
  return gained;
}
