import { MOST_DIGITS } from "../documents/numbers.js";
import { PURCHASE, type SurveyDocument } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { Language, TopicName } from "../program/topics.js";
import type { Selection } from "../selection/select-awards.js";
import type { Quote } from "../settlement/quote.js";
import type { Settlement } from "../settlement/settle.js";
import type { Transaction } from "../standing/request.js";
import { parseAmount, scaleOf } from "../units/amount.js";
import type { Award } from "../valuation/award.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { giftNews, offerNews, voucherNews } from "./gift-news.js";
import type { IntentParam } from "./intent.js";
import { type News, yesOrNo } from "./news.js";
import { earnedNews, redeemedNews } from "./wallet-news.js";
import { nameOf, writeMoney, writeNumber } from "./write-amount.js";

/** What the rooms before returned. */
export interface Told {
  readonly quote: Quote;
  readonly shopping: Shopping;
  readonly selection: Selection;
  readonly settlement: Settlement;
}

/** How it is to be said: in which language, of which topics, and whether in one message. */
export interface Manner {
  readonly language: Language;
  readonly topics: ReadonlySet<TopicName>;
  readonly merge: boolean;
}

/** All that a decision has to say to the member, in the order of the topics. */
export function collectNews(
  program: Program,
  transaction: Transaction,
  told: Told,
  { language, topics, merge }: Manner,
): readonly News[] {
  const { awards, redeemed } = told.selection;
  const { balances, openings, vouchers } = told.settlement;
  const isTold = (award: Award, topic: TopicName) => topics.has(topic) && topicFor(award) === topic;
  const birthdays = awards.filter((award) => isTold(award, "birthday"));
  const offers = awards.filter((award) => isTold(award, "offer.awarded"));
  const others = awards.filter((award) => !birthdays.includes(award));
  const unsaid = vouchers.filter(({ award }) => award === undefined || !birthdays.includes(award));
  const { bought } = told.shopping;
  const flow = { balances, openings, bought, redeemed, told: [...birthdays, ...offers], merge };
  const isPurchase = transaction.type === PURCHASE;
  const news = [
    ...(transaction.type === "enrolment" ? [welcome(program, language)] : []),
    ...(isPurchase ? [recorded(program, told, language)] : []),
    ...birthdays.map((award) => offerNews("birthday", award, program, language)),
    ...offers.map((award) => offerNews("offer.awarded", award, program, language)),
    ...others.flatMap((award) => giftNews(award, language)),
    ...voucherNews(unsaid, program, language),
    ...redeemedNews(flow, program, language),
    ...earnedNews(flow, program, language),
    ...invitations(program, transaction, language),
  ];
  return news.filter(({ topic }) => topics.has(topic));
}

/** Things have topics of their own, save on a birthday. A raise is told by the tier it lifts to, once tiers are told. */
function topicFor({ offer, kind }: Award): TopicName | undefined {
  if (kind === "tier" || offer.always) return undefined;
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

/** Who answers a survey with this, or more, may tell others; with `UNHAPPY`, or less, the shop should know. */
const PROMOTER = 9n;
const UNHAPPY = 6n;

export function isUnhappy({ score }: SurveyDocument): boolean {
  return millionthsOf(score) <= UNHAPPY * scaleOf(MOST_DIGITS);
}

function isPromoter({ score }: SurveyDocument): boolean {
  return millionthsOf(score) >= PROMOTER * scaleOf(MOST_DIGITS);
}

function millionthsOf(score: SurveyDocument["score"]): bigint {
  return parseAmount(score, MOST_DIGITS) ?? 0n;
}

export function scoreParam({ score }: SurveyDocument, language: Language): IntentParam {
  return { name: "score", value: `${score}`, text: writeNumber(`${score}`, language) };
}

function invitations(
  { notifications: { invite } }: Program,
  { type, survey }: Transaction,
  language: Language,
): readonly News[] {
  if (type === PURCHASE && invite.has("survey")) return [{ topic: "survey.invited", params: [] }];
  if (survey === undefined || !invite.has("referral") || !isPromoter(survey)) return [];
  return [{ topic: "referral.invited", params: [scoreParam(survey, language)] }];
}
