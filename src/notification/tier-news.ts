import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { TierChange } from "../settlement/raise-tier.js";
import type { Member } from "../standing/request.js";
import type { TimeNews } from "../time/time-news.js";
import { formatAmount } from "../units/amount.js";
import type { IntentParam } from "./intent.js";
import { type News, yesOrNo } from "./news.js";
import { nameOf, walletName, writeMoney, writePurchases, writeWalletAmount } from "./write-amount.js";
import { lastDay } from "./write-date.js";

/** That the member's tier is higher now, and until when, where that is a raise for a while. */
export function tierUpNews(
  program: Program,
  { standing }: Member,
  { base, raised, after }: TierChange,
  language: Language,
): readonly News[] {
  const rank = (tier: string | undefined) => program.ladder.indexOf(tier ?? "");
  if (after === undefined || rank(after) <= rank(standing.tier)) return [];
  const until = raised?.tier === after && rank(base) < rank(after) ? raised.until : undefined;
  const ends = yesOrNo("expires", until !== undefined);
  return [
    {
      topic: "tier.up",
      params: [tierParam(after, program, language), lastDay(until, program, language), ends],
    },
  ];
}

/** That the tier falls on a day, and what is missing until then. */
export function tierRiskNews(
  program: Program,
  { tier, missing, until }: Extract<TimeNews, { readonly kind: "tier" }>,
  language: Language,
): readonly News[] {
  const { tiers, wallets, currency } = program;
  if (tiers === undefined) return [];
  const { metric, unit } = tiers;
  const value = formatAmount(missing, unit.digits);
  const wallet = typeof metric === "object" ? wallets.find(({ id }) => id === metric.wallet) : undefined;
  const written = (): string => {
    if (wallet !== undefined) return writeWalletAmount(value, wallet, currency, language);
    return metric === "visits" ? writePurchases(value, language) : writeMoney(value, currency, language);
  };
  const by = typeof metric === "object" ? "wallet" : metric;
  return [
    {
      topic: "tier.atRisk",
      params: [
        tierParam(tier, program, language),
        { name: "metric", value: by, text: by },
        {
          name: "wallet",
          value: wallet?.id ?? "",
          text: wallet === undefined ? "" : walletName(wallet, language),
        },
        { name: "missing", value, text: written() },
        lastDay(until, program, language),
      ],
    },
  ];
}

function tierParam(tier: string, { tierNames }: Program, language: Language): IntentParam {
  return { name: "tier", value: tier, text: nameOf(tierNames.get(tier) ?? {}, tier, language) };
}
