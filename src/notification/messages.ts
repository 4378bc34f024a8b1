import { IntlMessageFormat } from "intl-messageformat";
import type { Language, TopicName } from "../program/topics.js";

/** What is said of each topic where the club has no words of its own. Short: an SMS of 70 letters is one segment. */
const MESSAGES: { readonly [topic in TopicName]: { readonly [language in Language]: string } } = {
  "transaction.recorded": {
    fa: "خرید {due}{discounted, select, yes { با {discount} تخفیف} other {}} ثبت شد.",
    en: "Purchase recorded: {due}{discounted, select, yes {, saved {discount}} other {}}.",
  },
  birthday: {
    fa: "تولدتان مبارک! {amount} هدیه گرفتید.",
    en: "Happy birthday! You got {amount}.",
  },
  "offer.awarded": {
    fa: "{offer}: {amount}.",
    en: "{offer}: {amount}.",
  },
  // What another line has told already is not told again: only what there is now.
  earned: {
    fa: "{told, select, yes {ماندهٔ {wallet}: {balance}} other {{amount} گرفتید؛ مانده: {balance}}}.",
    en: "{told, select, yes {Your {wallet}: {balance}} other {{amount} earned; balance: {balance}}}.",
  },
};

const read = new Map<string, IntlMessageFormat>();

/** Each is read when it is first needed, for reading one costs more than a decision. */
export function messageOf(topic: TopicName, language: Language): IntlMessageFormat {
  const key = `${topic} ${language}`;
  const known = read.get(key) ?? new IntlMessageFormat(MESSAGES[topic][language], language);
  read.set(key, known);
  return known;
}
