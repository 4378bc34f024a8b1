import { sha256Hex } from "#sha256";
import type { Channel } from "../facts/member.js";
import type { Program } from "../program/program.js";
import { type Language, languageOf, TOPIC_NAMES, topicOf } from "../program/topics.js";
import type { Member, Transaction } from "../standing/request.js";
import { formatInstant } from "../units/zone.js";
import { collectNews, type News, type Told } from "./collect-news.js";
import type { Intent } from "./intent.js";
import { messageOf } from "./messages.js";
import { endOfQuiet } from "./quiet-hours.js";
import { smsLength } from "./sms-length.js";

/** After this nobody wants to hear of a purchase any more. */
const STALE_AFTER_MS = 86_400_000;

/**
 * What the member should hear of a decision: only what they consented to, on the channels they have, one message a
 * channel (or one a topic, if the program does not merge), not in the quiet hours.
 */
export function composeIntents(
  program: Program,
  member: Member,
  transaction: Transaction,
  told: Told,
): readonly Intent[] {
  const { channels = [], consent = {}, locale } = member.contact;
  const language = languageOf(locale) ?? program.language;
  const { merge } = program.notifications;
  const topics = new Set(TOPIC_NAMES.filter((topic) => consent[topicOf(topic).category] === true));
  if (channels.length === 0 || topics.size === 0) return [];
  const news = collectNews(program, told, { language, topics, merge });
  if (news.length === 0) return [];
  const notBefore = endOfQuiet(transaction.at, transaction.local, program);
  const letters = merge ? [news] : byTopic(news);
  const write = (channel: Channel, letter: readonly News[]): Intent => {
    const topics = [...new Set(letter.map(({ topic }) => topic))];
    const template = topics.join("+");
    const dedupeKey = `${told.settlement.entryId}:${template}:${channel}`;
    const text = textOf(program, channel, language, letter);
    return {
      id: sha256Hex(`vafa:intent:1\n${dedupeKey}`).slice(0, 32),
      dedupeKey,
      topic: topics[0] ?? "transaction.recorded",
      category: topics.some((topic) => topicOf(topic).category === "promotional") ? "promotional" : "service",
      to: { memberId: member.id },
      channels: [channel],
      locale: language,
      template,
      params: paramsOf(letter),
      text,
      ...(channel === "sms" ? { sms: smsLength(text) } : {}),
      notBefore: formatInstant(notBefore, program.zone),
      notAfter: formatInstant(notBefore + STALE_AFTER_MS, program.zone),
    };
  };
  return [...new Set(channels)].flatMap((channel) => letters.map((letter) => write(channel, letter)));
}

function byTopic(news: readonly News[]): readonly (readonly News[])[] {
  const topics = [...new Set(news.map(({ topic }) => topic))];
  return topics.map((topic) => news.filter((one) => one.topic === topic));
}

/** One line a piece of news, and the line to opt out where an SMS needs one. */
function textOf(program: Program, channel: Channel, language: Language, letter: readonly News[]): string {
  const { notifications } = program;
  const lines = letter.map(({ topic, params }) => {
    const message = notifications.textOf(topic, channel, language) ?? messageOf(topic, language);
    return String(message.format(Object.fromEntries(params.map(({ name, text }) => [name, text]))));
  });
  const optOut = channel === "sms" ? notifications.optOut[language] : undefined;
  return [...lines, ...(optOut === undefined ? [] : [optOut])].join("\n");
}

/** A name that comes again in one message is numbered: `amount`, `amount.2`. */
function paramsOf(letter: readonly News[]): Intent["params"] {
  const seen = new Map<string, number>();
  return letter.flatMap(({ params }) =>
    params.map((param) => {
      const count = (seen.get(param.name) ?? 0) + 1;
      seen.set(param.name, count);
      return count === 1 ? param : { ...param, name: `${param.name}.${count}` };
    }),
  );
}
