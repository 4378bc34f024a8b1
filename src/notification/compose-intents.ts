import { sha256Hex } from "#sha256";
import type { Channel } from "../facts/member.js";
import type { Program } from "../program/program.js";
import { numberOf, writtenOf } from "../program/read-notifications.js";
import { type Language, languageOf, TOPIC_NAMES, topicOf } from "../program/topics.js";
import type { Member, Request, Transaction } from "../standing/request.js";
import { formatInstant } from "../units/zone.js";
import { collectNews, type Told } from "./collect-news.js";
import type { Intent } from "./intent.js";
import { messageOf } from "./messages.js";
import type { News } from "./news.js";
import { endOfQuiet } from "./quiet-hours.js";
import { shopNews } from "./shop-news.js";
import { smsLength } from "./sms-length.js";
import { writeNumber } from "./write-amount.js";

/** After this nobody wants to hear of a purchase any more. */
const STALE_AFTER_MS = 86_400_000;

/**
 * What should be heard of a decision. The member: only what they consented to, on the channels they have, one message
 * a channel (or one a topic, if the program does not merge), not in the quiet hours. The shop: what it should know, a
 * message a topic, at once.
 */
export function composeIntents(
  program: Program,
  member: Member,
  request: Request,
  told: Told,
): readonly Intent[] {
  const toMember = tellMember(program, member, request.transaction, told);
  const news = shopNews(program, member, request, told.quote, program.language);
  if (news.length === 0) return toMember;
  const audience: Audience = {
    to: { shop: true },
    channels: program.notifications.shopChannels,
    language: program.language,
    notBefore: request.transaction.at,
    closing: {},
  };
  return [...toMember, ...write(program, told.settlement.entryId, byTopic(news), audience)];
}

function tellMember(
  program: Program,
  member: Member,
  transaction: Transaction,
  told: Told,
): readonly Intent[] {
  const { channels = [], consent = {}, locale } = member.contact;
  if (channels.length === 0) return [];
  const topics = new Set(TOPIC_NAMES.filter((topic) => consent[topicOf(topic).category] === true));
  if (topics.size === 0) return [];
  const language = languageOf(locale) ?? program.language;
  const { merge, optOut } = program.notifications;
  const news = collectNews(program, transaction, told, { language, topics, merge });
  if (news.length === 0) return [];
  const notBefore = endOfQuiet(transaction.at, transaction.local, program);
  const audience = { to: { memberId: member.id }, channels, language, notBefore, closing: optOut };
  return write(program, told.settlement.entryId, merge ? [news] : byTopic(news), audience);
}

/** Who is told, and how. */
interface Audience {
  readonly to: Intent["to"];
  readonly channels: readonly Channel[];
  readonly language: Language;
  readonly notBefore: number;
  /** The lines that close an SMS, by language. */
  readonly closing: Program["notifications"]["optOut"];
}

function byTopic(news: readonly News[]): readonly (readonly News[])[] {
  const topics = [...new Set(news.map(({ topic }) => topic))];
  return topics.map((topic) => news.filter((one) => one.topic === topic));
}

/** A message for each channel and letter, save those that have nothing to say. */
function write(
  program: Program,
  entryId: string,
  letters: readonly (readonly News[])[],
  audience: Audience,
): readonly Intent[] {
  return [...new Set(audience.channels)].flatMap((channel) =>
    letters.flatMap((letter) => writeOne(program, entryId, channel, letter, audience) ?? []),
  );
}

function writeOne(
  program: Program,
  entryId: string,
  channel: Channel,
  letter: readonly News[],
  { to, language, notBefore, closing }: Audience,
): Intent | undefined {
  const lines = letter.map((news) => ({ ...news, line: lineOf(program, channel, language, news) }));
  // A club's own text may have nothing to say.
  const said = lines.filter(({ line }) => line !== "");
  const topics = [...new Set(said.map(({ topic }) => topic))];
  const [topic] = topics;
  if (topic === undefined) return undefined;
  const template = topics.join("+");
  const dedupeKey = `${entryId}:${template}:${channel}`;
  const last = channel === "sms" ? closingLine(closing, language) : [];
  const text = [...said.map(({ line }) => line), ...last].join("\n");
  return {
    id: sha256Hex(`vafa:intent:1\n${dedupeKey}`).slice(0, 32),
    dedupeKey,
    topic,
    category: topics.some((topic) => topicOf(topic).category === "promotional") ? "promotional" : "service",
    to,
    channels: [channel],
    locale: language,
    template,
    params: paramsOf(said),
    text,
    ...(channel === "sms" ? { sms: smsLength(text) } : {}),
    notBefore: formatInstant(notBefore, program.zone),
    notAfter: formatInstant(notBefore + STALE_AFTER_MS, program.zone),
  };
}

/** What is said of one piece of news. */
function lineOf(
  { notifications }: Program,
  channel: Channel,
  language: Language,
  { topic, params }: News,
): string {
  const message = notifications.textOf(topic, channel, language) ?? messageOf(topic, language);
  const figures: readonly string[] = topicOf(topic).figures;
  const values = params.flatMap(({ name, value, text }): [string, string | number][] => [
    [name, text],
    ...(figures.includes(name) ? figureOf(name, value, language) : []),
  ]);
  return String(message.format(Object.fromEntries(values)));
}

function figureOf(name: string, value: string, language: Language): [string, string | number][] {
  return [
    [numberOf(name), Number(value)],
    [writtenOf(name), writeNumber(value, language)],
  ];
}

/** The line to opt out, which a market asks for in whatever language: where there is none in theirs, in another. */
function closingLine(closing: Audience["closing"], language: Language): readonly string[] {
  const line = closing[language] ?? Object.values(closing)[0];
  return line === undefined ? [] : [line];
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
