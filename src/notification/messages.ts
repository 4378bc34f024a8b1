import { IntlMessageFormat } from "intl-messageformat";
import type { Language, TopicName } from "../program/topics.js";

/**
 * What is said of each topic where the club has no words of its own: a line each, without a full stop. Short, for 70
 * Persian letters are one segment of an SMS, and 134 are two.
 */
const MESSAGES: { readonly [topic in TopicName]: { readonly [language in Language]: string } } = {
  "transaction.recorded": {
    fa: "{discounted, select, yes {خرید {due} با {discount} تخفیف} other {خرید {due} ثبت شد}}",
    en: "Purchase recorded: {due}{discounted, select, yes {, saved {discount}} other {}}",
  },
  birthday: {
    fa: "تولدتان مبارک! هدیه: {amount}",
    en: "Happy birthday! You got {amount}",
  },
  "offer.awarded": {
    fa: "{offer}: {amount}",
    en: "{offer}: {amount}",
  },
  // What another line has told is not told again, nor a balance that is what has just come.
  earned: {
    fa: "{told, select, yes {ماندهٔ {wallet}: {balance}} other {{amount} گرفتید{first, select, yes {} other {، مانده {balance}}}}}",
    en: "{told, select, yes {Your {wallet}: {balance}} other {{amount} earned{first, select, yes {} other {, balance {balance}}}}}",
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
