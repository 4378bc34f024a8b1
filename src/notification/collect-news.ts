import type { Program, Wallet } from "../program/program.js";
import type { Language, TopicName } from "../program/topics.js";
import type { Quote } from "../settlement/quote.js";
import type { Settlement } from "../settlement/settle.js";
import { formatAmount } from "../units/amount.js";
import type { Award } from "../valuation/award.js";
import type { IntentParam } from "./intent.js";
import { nameOf, walletName, writeBalance, writeMoney, writeWalletAmount } from "./write-amount.js";

/** What the rooms before returned. */
export interface Told {
  readonly quote: Quote;
  readonly awards: readonly Award[];
  readonly settlement: Settlement;
}

/** One thing that a decision has to say. */
export interface News {
  readonly topic: TopicName;
  readonly params: readonly IntentParam[];
}

const BIRTHDAY = "birthday" as const;
const OFFER = "offer.awarded" as const;

/** How it is to be said: in which language, of which topics, and whether in one message. */
export interface Manner {
  readonly language: Language;
  readonly topics: ReadonlySet<TopicName>;
  readonly merge: boolean;
}

/** All that a decision has to say, in the order in which it is said: the purchase, the gifts, the wallets. */
export function collectNews(program: Program, told: Told, manner: Manner): readonly News[] {
  const gifts = told.awards
    .filter(({ offer }) => !offer.always)
    .map((award) => ({ award, topic: award.offer.birthday === undefined ? OFFER : BIRTHDAY }) as const)
    .filter(({ topic }) => manner.topics.has(topic));
  const inOrder = [
    ...gifts.filter(({ topic }) => topic === BIRTHDAY),
    ...gifts.filter(({ topic }) => topic === OFFER),
  ];
  const news = [
    recorded(program, told, manner.language),
    ...inOrder.map(({ topic, award }) => gift(topic, award, program, manner.language)),
    ...told.settlement.balances.flatMap(({ wallet, before, after }): readonly News[] => {
      const gained = sumInto(wallet, told.awards);
      const given = manner.merge
        ? sumInto(
            wallet,
            gifts.map(({ award }) => award),
          )
        : 0n;
      const [isTold, isFirst] = [given === gained, before === 0n && after === gained];
      // A first gift is its own balance.
      if (gained === 0n || (isTold && isFirst)) return [];
      return [earned(wallet, { gained, after, isTold, isFirst }, program, manner.language)];
    }),
  ];
  return news.filter(({ topic }) => manner.topics.has(topic));
}

function sumInto(wallet: Wallet, awards: readonly Award[]): bigint {
  return awards.reduce((sum, award) => (award.wallet === wallet ? sum + award.figured.amount : sum), 0n);
}

function recorded({ currency }: Program, { quote: { totals } }: Told, language: Language): News {
  const money = (name: "due" | "discount" | "list"): IntentParam => {
    return { name, value: totals[name], text: writeMoney(totals[name], currency, language) };
  };
  const discounted = yesOrNo("discounted", /[1-9]/.test(totals.discount));
  return {
    topic: "transaction.recorded",
    params: [money("due"), money("discount"), money("list"), discounted],
  };
}

function gift(
  topic: "birthday" | "offer.awarded",
  award: Award,
  { currency }: Program,
  language: Language,
): News {
  const { offer, wallet, figured } = award;
  const name = nameOf(offer.name, offer.id, language);
  const value = formatAmount(figured.amount, wallet?.digits ?? currency.digits);
  const text =
    wallet === undefined
      ? `${writeMoney(value, currency, language)} ${OFF[language]}`
      : writeWalletAmount(value, wallet, currency, language);
  return {
    topic,
    params: [
      { name: "offer", value: offer.id, text: name },
      { name: "amount", value, text },
    ],
  };
}

const OFF: { readonly [language in Language]: string } = { fa: "تخفیف", en: "off" };

interface Gain {
  readonly gained: bigint;
  /** What can be spent now. */
  readonly after: bigint;
  /** Another line of the message says all that was gained. */
  readonly isTold: boolean;
  /** There was nothing before, and all that came can be spent. */
  readonly isFirst: boolean;
}

function earned(
  wallet: Wallet,
  { gained, after, isTold, isFirst }: Gain,
  { currency }: Program,
  language: Language,
): News {
  const [amount, balance] = [formatAmount(gained, wallet.digits), formatAmount(after, wallet.digits)];
  return {
    topic: "earned",
    params: [
      { name: "wallet", value: wallet.id, text: walletName(wallet, language) },
      { name: "amount", value: amount, text: writeWalletAmount(amount, wallet, currency, language) },
      { name: "balance", value: balance, text: writeBalance(balance, wallet, currency, language) },
      yesOrNo("told", isTold),
      yesOrNo("first", isFirst),
    ],
  };
}

/** A parameter for texts to choose by. */
function yesOrNo(name: string, holds: boolean): IntentParam {
  const answer = holds ? "yes" : "no";
  return { name, value: answer, text: answer };
}
