import { isOccasion, PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { Language, TopicName } from "../program/topics.js";
import type { Selection } from "../selection/select-awards.js";
import type { Quote } from "../settlement/quote.js";
import type { Settlement } from "../settlement/settle.js";
import type { Member, Transaction } from "../standing/request.js";
import type { Award } from "../valuation/award.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { giftNews, greetings, offerNews, voucherNews } from "./gift-news.js";
import type { IntentParam } from "./intent.js";
import { type News, yesOrNo } from "./news.js";
import { invitations } from "./survey-news.js";
import type { Manner } from "./tell-member.js";
import { tierUpNews } from "./tier-news.js";
import { earnedNews, redeemedNews } from "./wallet-news.js";
import { nameOf, writeMoney } from "./write-amount.js";

/** What the rooms before returned. */
export interface Told {
  readonly quote: Quote;
  readonly shopping: Shopping;
  readonly selection: Selection;
  readonly settlement: Settlement;
}

/** All that a decision has to say to the member, in the order of the topics. */
export function collectNews(
  program: Program,
  member: Member,
  transaction: Transaction,
  told: Told,
  { language, topics, merge }: Manner,
): readonly News[] {
  const { awards, redeemed } = told.selection;
  const { balances, openings, vouchers, tier } = told.settlement;
  const { type } = transaction;
  const by = (topic: TopicName) =>
    topics.has(topic) ? awards.filter((award) => topicFor(award, type) === topic) : [];
  const [birthdays, returns, offers] = [by("birthday"), by("winback"), by("offer.awarded")];
  const said = [...birthdays, ...returns, ...offers];
  const others = awards.filter((award) => !said.includes(award));
  const unsaid = vouchers.filter(({ award }) => award === undefined || !said.includes(award));
  const { bought } = told.shopping;
  const flow = { balances, openings, bought, redeemed, told: said, merge };
  const greet = (topic: "birthday" | "winback", gifts: readonly Award[], occasion: string) =>
    type === occasion || gifts.length > 0 ? greetings(topic, gifts, program, language) : [];
  return [
    ...(type === "enrolment" ? [welcome(program, language)] : []),
    ...(type === PURCHASE ? [recorded(program, told, language)] : []),
    ...greet("birthday", birthdays, "birthday"),
    ...greet("winback", returns, "inactivity"),
    ...tierUpNews(program, member, tier, language),
    ...offers.map((award) => offerNews(award, program, language)),
    ...others.flatMap((award) => giftNews(award, language)),
    ...voucherNews(unsaid, program, language),
    ...redeemedNews(flow, program, language),
    ...earnedNews(flow, program, language),
    ...invitations(program, transaction, language),
  ];
}

/**
 * On an occasion what is given is the news, whatever it is and whoever has it. On a purchase what all have is not, and
 * things have topics of their own, save on a birthday. A raise is told by the tier it lifts to.
 */
function topicFor({ offer, kind }: Award, type: string): TopicName | undefined {
  if (kind === "tier") return undefined;
  if (type === "birthday") return "birthday";
  if (type === "inactivity") return "winback";
  if (isOccasion(type)) return "offer.awarded";
  if (offer.always) return undefined;
  if (offer.birthday !== undefined) return "birthday";
  return kind === "gift" || kind === "voucher" ? undefined : "offer.awarded";
}

function welcome({ id, name }: Program, language: Language): News {
  const club = { name: "club", value: id, text: nameOf(name, id, language) };
  return { topic: "welcome", params: [club, yesOrNo("named", Object.keys(name).length > 0)] };
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
