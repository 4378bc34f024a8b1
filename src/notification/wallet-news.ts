import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { Wallet } from "../program/wallet.js";
import type { Balance } from "../settlement/balances.js";
import type { Opening } from "../settlement/books.js";
import { formatAmount } from "../units/amount.js";
import type { Award } from "../valuation/award.js";
import type { Bought } from "../valuation/buy-catalogue.js";
import type { Redeemed } from "../valuation/redeem.js";
import { type News, yesOrNo } from "./news.js";
import { walletName, writeBalance, writeMoney, writeWalletAmount } from "./write-amount.js";

/** What came into wallets and went out of them. */
export interface Flow {
  readonly balances: readonly Balance[];
  readonly openings: readonly Opening[];
  readonly bought: readonly Bought[];
  readonly redeemed: readonly Redeemed[];
  /** The awards that another line of the same message tells. */
  readonly told: readonly Award[];
  readonly merge: boolean;
}

/** What each wallet paid, with its balance where no other line of the message has it. */
export function redeemedNews(flow: Flow, { currency }: Program, language: Language): readonly News[] {
  const { balances, bought, redeemed, merge } = flow;
  if (bought.length === 0 && redeemed.length === 0) return [];
  return balances.flatMap(({ wallet, after }): readonly News[] => {
    let units = 0n;
    let money = 0n;
    for (const { purchase, amount } of bought) {
      if (purchase.item.wallet !== wallet) continue;
      units += purchase.item.price * purchase.times;
      money += amount;
    }
    for (const one of redeemed) {
      if (one.wallet !== wallet) continue;
      units += one.units;
      money += one.money;
    }
    if (units === 0n) return [];
    const [amount, balance] = [formatAmount(units, wallet.digits), formatAmount(after, wallet.digits)];
    const value = formatAmount(money, currency.digits);
    return [
      {
        topic: "redeemed",
        params: [
          { name: "wallet", value: wallet.id, text: walletName(wallet, language) },
          { name: "amount", value: amount, text: writeWalletAmount(amount, wallet, currency, language) },
          { name: "value", value, text: writeMoney(value, currency, language) },
          { name: "balance", value: balance, text: writeBalance(balance, wallet, currency, language) },
          yesOrNo("told", merge && sumOf(flow.openings, wallet) > 0n),
        ],
      },
    ];
  });
}

function sumOf(openings: readonly Opening[], wallet: Wallet): bigint {
  return openings.reduce(
    (sum, opening) => (opening.wallet === wallet ? sum + opening.amount + opening.paid : sum),
    0n,
  );
}

/** What came into each wallet. A first gift that another line tells is its own balance, and is told once. */
export function earnedNews(
  { balances, openings, told, merge }: Flow,
  { currency }: Program,
  language: Language,
): readonly News[] {
  return balances.flatMap(({ wallet, before, after }): readonly News[] => {
    const gained = sumOf(openings, wallet);
    if (gained === 0n) return [];
    let given = 0n;
    if (merge) for (const award of told) if (award.wallet === wallet) given += award.figured.amount;
    // The second: there was nothing before, and all that came can be spent.
    const [isTold, isFirst] = [given === gained, before === 0n && after === gained];
    if (isTold && isFirst) return [];
    const [amount, balance] = [formatAmount(gained, wallet.digits), formatAmount(after, wallet.digits)];
    return [
      {
        topic: "earned",
        params: [
          { name: "wallet", value: wallet.id, text: walletName(wallet, language) },
          { name: "amount", value: amount, text: writeWalletAmount(amount, wallet, currency, language) },
          { name: "balance", value: balance, text: writeBalance(balance, wallet, currency, language) },
          yesOrNo("told", isTold),
          yesOrNo("first", isFirst),
        ],
      },
    ];
  });
}
