/** What a message may be about, and what its text may speak of. */
export interface Topic {
  readonly name: string;
  /** Service tells a member of what is theirs; promotional needs its own consent. */
  readonly category: "service" | "promotional";
  readonly params: readonly string[];
  /** Those of them that are figures, by which a text may choose a plural. */
  readonly figures: readonly string[];
}

const MONEY = ["due", "discount", "list"] as const;

export const TOPICS = [
  { name: "transaction.recorded", category: "service", params: [...MONEY, "discounted"], figures: MONEY },
  { name: "birthday", category: "promotional", params: ["offer", "amount"], figures: ["amount"] },
  { name: "offer.awarded", category: "promotional", params: ["offer", "amount"], figures: ["amount"] },
  {
    name: "earned",
    category: "service",
    params: ["wallet", "amount", "balance", "told", "first"],
    figures: ["amount", "balance"],
  },
] as const satisfies readonly Topic[];

export type TopicName = (typeof TOPICS)[number]["name"];

export const TOPIC_NAMES: readonly TopicName[] = TOPICS.map(({ name }) => name);

export function topicOf(name: TopicName): Topic {
  return TOPICS.find((topic) => topic.name === name) ?? TOPICS[0];
}

/** The languages that texts are written in. */
export const LANGUAGES = ["fa", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** `fa-IR` is `fa`; `undefined` for a language that there are no texts in. */
export function languageOf(locale: string | undefined): Language | undefined {
  const tag = locale?.split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === tag);
}
