/** What a message may be about, and what its text may speak of. */
export interface Topic {
  readonly name: string;
  /** Service tells a member of what is theirs; promotional needs its own consent. */
  readonly category: "service" | "promotional";
  /** Who should hear of it: the member unless said. */
  readonly hears?: "shop";
  readonly params: readonly string[];
  /** Those of them that are figures, by which a text may choose a plural. */
  readonly figures: readonly string[];
}

const MONEY = ["due", "discount", "list"] as const;
/** `given`: is there a gift with it; `again`: the same message has said it once. */
const GREETING = ["offer", "amount", "given", "again"] as const;

/** In the order in which they are said. */
export const TOPICS = [
  { name: "welcome", category: "service", params: ["club", "named"], figures: [] },
  { name: "transaction.recorded", category: "service", params: [...MONEY, "discounted"], figures: MONEY },
  {
    name: "refund.booked",
    category: "service",
    params: ["what", "wallet", "offer", "amount"],
    figures: ["amount"],
  },
  { name: "birthday", category: "promotional", params: GREETING, figures: ["amount"] },
  { name: "winback", category: "promotional", params: GREETING, figures: ["amount"] },
  { name: "tier.up", category: "service", params: ["tier", "until", "expires"], figures: [] },
  { name: "offer.awarded", category: "promotional", params: ["offer", "amount"], figures: ["amount"] },
  { name: "gift.issued", category: "service", params: ["offer", "gift"], figures: [] },
  {
    name: "voucher.issued",
    category: "service",
    params: ["offer", "count", "many", "until", "expires"],
    figures: ["count"],
  },
  {
    name: "redeemed",
    category: "service",
    params: ["wallet", "amount", "value", "balance", "told"],
    figures: ["amount", "value", "balance"],
  },
  {
    name: "earned",
    category: "service",
    params: ["wallet", "amount", "balance", "told", "first"],
    figures: ["amount", "balance"],
  },
  {
    name: "expiring",
    category: "service",
    params: ["what", "wallet", "offer", "amount", "until"],
    figures: ["amount"],
  },
  {
    name: "tier.atRisk",
    category: "promotional",
    params: ["tier", "metric", "wallet", "missing", "until"],
    figures: ["missing"],
  },
  { name: "survey.invited", category: "promotional", params: [], figures: [] },
  { name: "referral.invited", category: "promotional", params: ["score"], figures: ["score"] },
  {
    name: "survey.unhappy",
    category: "service",
    hears: "shop",
    params: ["member", "score"],
    figures: ["score"],
  },
  {
    name: "budget.low",
    category: "service",
    hears: "shop",
    params: ["budget", "left", "amount"],
    figures: ["left", "amount"],
  },
] as const satisfies readonly Topic[];

export type TopicName = (typeof TOPICS)[number]["name"];

export const TOPIC_NAMES: readonly TopicName[] = TOPICS.map(({ name }) => name);

const byName: ReadonlyMap<TopicName, Topic> = new Map(TOPICS.map((topic) => [topic.name, topic]));

export function topicOf(name: TopicName): Topic {
  return byName.get(name) ?? TOPICS[0];
}

/** What a club may ask of its members by itself: to answer a survey, to bring a friend. */
export const INVITATIONS = ["survey", "referral"] as const;
export type Invitation = (typeof INVITATIONS)[number];

/** The languages that texts are written in. */
export const LANGUAGES = ["fa", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** `fa-IR` is `fa`; `undefined` for a language that there are no texts in. */
export function languageOf(locale: string | undefined): Language | undefined {
  const tag = locale?.split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === tag);
}
