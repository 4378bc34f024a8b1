import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { TimeNews } from "../time/time-news.js";
import { formatAmount } from "../units/amount.js";
import { offerName } from "./gift-news.js";
import type { IntentParam } from "./intent.js";
import type { News } from "./news.js";
import { walletName, writeVouchers, writeWalletAmount } from "./write-amount.js";
import { lastDay } from "./write-date.js";

type Expiring = Extract<TimeNews, { readonly kind: "expiring" | "voucher" }>;

/** What lapses soon: units wallet by wallet, then vouchers, those alike together. */
export function expiringNews(
  program: Program,
  news: readonly TimeNews[],
  language: Language,
): readonly News[] {
  const units = news.flatMap((one) => (one.kind === "expiring" ? [unitsNews(one, program, language)] : []));
  const alike = new Map<string, Extract<TimeNews, { readonly kind: "voucher" }>[]>();
  for (const one of news) {
    if (one.kind !== "voucher") continue;
    const key = `${one.offer} ${lastDay(one.until, program, language).value}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const vouchers = [...alike.values()].flatMap((some): readonly News[] => {
    const [first] = some;
    if (first === undefined) return [];
    const count = `${some.length}`;
    const name = offerName(first.offer, program, language);
    const what = {
      what: "voucher",
      wallet: NOTHING,
      offer: { value: first.offer, text: name },
      amount: { value: count, text: writeVouchers(count, name, language) },
    };
    return [expiring(what, first, program, language)];
  });
  return [...units, ...vouchers];
}

function unitsNews(
  news: Extract<TimeNews, { readonly kind: "expiring" }>,
  program: Program,
  language: Language,
): News {
  const { wallet, amount } = news;
  const value = formatAmount(amount, wallet.digits);
  const what = {
    what: "units",
    wallet: { value: wallet.id, text: walletName(wallet, language) },
    offer: NOTHING,
    amount: { value, text: writeWalletAmount(value, wallet, program.currency, language) },
  };
  return expiring(what, news, program, language);
}

type Said = Omit<IntentParam, "name">;

const NOTHING: Said = { value: "", text: "" };

function expiring(
  { what, wallet, offer, amount }: { what: string; wallet: Said; offer: Said; amount: Said },
  { until }: Expiring,
  program: Program,
  language: Language,
): News {
  return {
    topic: "expiring",
    params: [
      { name: "what", value: what, text: what },
      { name: "wallet", ...wallet },
      { name: "offer", ...offer },
      { name: "amount", ...amount },
      lastDay(until, program, language),
    ],
  };
}
