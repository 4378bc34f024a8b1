import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { Wallet } from "../program/wallet.js";
import type { RefundEntry } from "../returns/refund-entry.js";
import type { RefundQuote } from "../returns/refund-quote.js";
import type { Member } from "../standing/request.js";
import { addAmounts } from "../units/amount.js";
import { offerName } from "./gift-news.js";
import type { IntentParam } from "./intent.js";
import type { News } from "./news.js";
import { walletName, writeMoney, writeVouchers, writeWalletAmount } from "./write-amount.js";

/** A refund as its rooms returned it. */
export interface Refunded {
  readonly quote: RefundQuote;
  readonly entry: RefundEntry;
}

type What = "money" | "nothing" | "deducted" | "restored" | "taken" | "owed";
type Said = Omit<IntentParam, "name">;

const NOTHING: Said = { value: "", text: "" };

/** The money that goes back, then what goes back into each wallet, out of it and is owed, then vouchers. */
export function refundNews(
  program: Program,
  member: Member,
  { quote, entry }: Refunded,
  language: Language,
): readonly News[] {
  const { due, deducted } = quote.totals;
  const money = (what: What, value: string) =>
    say(what, { amount: { value, text: writeMoney(value, program.currency, language) } });
  return [
    money(isSome(due) ? "money" : "nothing", due),
    ...(isSome(deducted) ? [money("deducted", deducted)] : []),
    ...program.wallets.flatMap((wallet) => walletNews(wallet, program, { quote, entry }, language)),
    ...vouchersNews("restored", entry.vouchers, program, language),
    ...vouchersNews("taken", withdrawn(member, entry), program, language),
  ];
}

function walletNews(
  wallet: Wallet,
  { currency }: Program,
  { quote, entry }: Refunded,
  language: Language,
): readonly News[] {
  const isOf = (row: { readonly wallet: string | null }) => row.wallet === wallet.id;
  const isNewDebt = entry.awards.some((award) => isOf(award) && isSome(award.debt));
  const sums: readonly (readonly [What, string])[] = [
    ["restored", sumOf(entry.redemptions.filter(isOf))],
    ["taken", sumOf(entry.draws.filter(isOf))],
    ["owed", isNewDebt ? sumOf(quote.debts.filter(isOf)) : "0"],
  ];
  const own = { value: wallet.id, text: walletName(wallet, language) };
  return sums.flatMap(([what, value]) => {
    if (!isSome(value)) return [];
    const text = writeWalletAmount(value, wallet, currency, language);
    return [say(what, { wallet: own, amount: { value, text } })];
  });
}

/** Vouchers to one offer are told together. */
function vouchersNews(
  what: What,
  vouchers: readonly { readonly offer: string }[],
  program: Program,
  language: Language,
): readonly News[] {
  const offers = [...new Set(vouchers.map(({ offer }) => offer))];
  return offers.map((id) => {
    const count = `${vouchers.filter(({ offer }) => offer === id).length}`;
    const name = offerName(id, program, language);
    const amount = { value: count, text: writeVouchers(count, name, language) };
    return say(what, { offer: { value: id, text: name }, amount });
  });
}

function withdrawn({ standing }: Member, entry: RefundEntry): readonly { readonly offer: string }[] {
  return standing.vouchers.filter(({ id }) => entry.withdrawn.includes(id));
}

function say(
  what: What,
  { wallet = NOTHING, offer = NOTHING, amount }: { wallet?: Said; offer?: Said; amount: Said },
): News {
  return {
    topic: "refund.booked",
    params: [
      { name: "what", value: what, text: what },
      { name: "wallet", ...wallet },
      { name: "offer", ...offer },
      { name: "amount", ...amount },
    ],
  };
}

function sumOf(rows: readonly { readonly amount: string | number }[]): string {
  return rows.reduce((sum, { amount }) => addAmounts(sum, `${amount}`), "0");
}

function isSome(amount: string): boolean {
  return /[1-9]/.test(amount);
}
