import { IntlMessageFormat } from "intl-messageformat";
import type { Language, TopicName } from "../program/topics.js";

/**
 * What is said of each topic where the club has no words of its own: a line each, without a full stop. Short, for 70
 * Persian letters are one segment of an SMS, and 134 are two.
 */
const MESSAGES: { readonly [topic in TopicName]: { readonly [language in Language]: string } } = {
  welcome: {
    fa: "{named, select, yes {به {club} خوش آمدید} other {به باشگاه ما خوش آمدید}}",
    en: "{named, select, yes {Welcome to {club}} other {Welcome to our club}}",
  },
  "transaction.recorded": {
    fa: "{discounted, select, yes {خرید {due} با {discount} تخفیف} other {خرید {due} ثبت شد}}",
    en: "Purchase recorded: {due}{discounted, select, yes {, saved {discount}} other {}}",
  },
  // What the money is less by stands after it, and it is that without it.
  "refund.booked": {
    fa: "{what, select, money {مرجوعی ثبت شد، بازپرداخت: {amount}} deducted {با کسر {amount} بابت آنچه خرج شده بود} restored {{amount} به شما برگشت} taken {{amount} پس گرفته شد} owed {بدهی شما: {amount}} other {مرجوعی ثبت شد}}",
    en: "{what, select, money {Return recorded: {amount} back to you} deducted {After {amount} for what was spent already} restored {{amount} returned to you} taken {{amount} taken back} owed {You owe {amount}} other {Return recorded}}",
  },
  birthday: {
    fa: "{again, select, yes {هدیهٔ دیگر: {amount}} other {تولدتان مبارک!{given, select, yes { هدیه: {amount}} other {}}}}",
    en: "{again, select, yes {You also got {amount}} other {Happy birthday!{given, select, yes { You got {amount}} other {}}}}",
  },
  winback: {
    fa: "{again, select, yes {هدیهٔ دیگر: {amount}} other {جایتان خالی است! {given, select, yes {هدیه: {amount}} other {منتظرتان هستیم}}}}",
    en: "{again, select, yes {You also got {amount}} other {We miss you! {given, select, yes {You got {amount}} other {Come and see us}}}}",
  },
  // A tier stands alone, for its name may be an adjective or a noun.
  "tier.up": {
    fa: "تبریک! سطح جدید شما: {tier}{expires, select, yes {، تا {until}} other {}}",
    en: "Congratulations! Your new tier: {tier}{expires, select, yes {, until {until}} other {}}",
  },
  "offer.awarded": {
    fa: "{offer}: {amount}",
    en: "{offer}: {amount}",
  },
  "gift.issued": {
    fa: "هدیهٔ شما: {gift}",
    en: "Your gift: {gift}",
  },
  "voucher.issued": {
    fa: "{many, select, yes {{count} بن} other {بن شما}}: {offer}{expires, select, yes {، تا {until}} other {}}",
    en: "{many, select, yes {{count} vouchers} other {Your voucher}}: {offer}{expires, select, yes {, until {until}} other {}}",
  },
  redeemed: {
    fa: "{amount} خرج کردید{told, select, yes {} other {، مانده {balance}}}",
    en: "{amount} used{told, select, yes {} other {, balance {balance}}}",
  },
  // What another line has told is not told again, nor a balance that is what has just come.
  earned: {
    fa: "{told, select, yes {ماندهٔ {wallet}: {balance}} other {{amount} گرفتید{first, select, yes {} other {، مانده {balance}}}}}",
    en: "{told, select, yes {Your {wallet}: {balance}} other {{amount} earned{first, select, yes {} other {, balance {balance}}}}}",
  },
  expiring: {
    fa: "مهلت استفاده از {amount}: تا {until}",
    en: "Use {amount} by {until}",
  },
  "tier.atRisk": {
    fa: "با {missing}{metric, select, spend { خرید} other {}} دیگر تا {until}، {tier} می‌مانید",
    en: "Stay {tier} with another {missing}{metric, select, spend { of purchases} other {}} by {until}",
  },
  "survey.invited": {
    fa: "از خریدتان راضی بودید؟ نظرتان را به ما بگویید",
    en: "How was it? Tell us what you think",
  },
  "referral.invited": {
    fa: "خوشحالیم که راضی هستید! ما را به دوستانتان معرفی کنید",
    en: "We are glad you liked it! Tell your friends about us",
  },
  "survey.unhappy": {
    fa: "نظرسنجی: عضو {member} نمرهٔ {score} داد",
    en: "Survey: member {member} gave a score of {score}",
  },
  "budget.low": {
    fa: "بودجهٔ {budget} رو به پایان است، مانده {left}",
    en: "Budget {budget} is nearly spent, {left} left",
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
