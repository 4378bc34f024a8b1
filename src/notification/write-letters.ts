import { sha256Hex } from "#sha256";
import type { Channel } from "../facts/member.js";
import type { Program } from "../program/program.js";
import { numberOf, type OwnText, writtenOf } from "../program/read-own-text.js";
import { type Language, topicOf } from "../program/topics.js";
import { formatInstant } from "../units/zone.js";
import type { Intent } from "./intent.js";
import { messageOf } from "./messages.js";
import type { News } from "./news.js";
import { smsLength } from "./sms-length.js";
import { writeNumber } from "./write-amount.js";

/** After this nobody wants to hear of it any more. */
const STALE_AFTER_MS = 86_400_000;

/** Who is told, and how. */
export interface Audience {
  readonly to: Intent["to"];
  readonly channels: readonly Channel[];
  readonly language: Language;
  readonly notBefore: number;
  /** The lines that close an SMS, by language. */
  readonly closing: Program["notifications"]["optOut"];
}

/** News of one topic together. */
export function byTopic(news: readonly News[]): readonly (readonly News[])[] {
  const topics = [...new Set(news.map(({ topic }) => topic))];
  return topics.map((topic) => news.filter((one) => one.topic === topic));
}

/** A message of this entry for each channel and letter, save those that have nothing to say. */
export function writeLetters(
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
function lineOf({ notifications }: Program, channel: Channel, language: Language, news: News): string {
  const { topic, params } = news;
  const own = notifications.textOf(topic, channel, language);
  const message = own !== undefined && fits(own, news) ? own.message : messageOf(topic, language);
  const figures: readonly string[] = topicOf(topic).figures;
  const values = params.flatMap(({ name, value, text }): [string, string | number][] => [
    [name, text],
    ...(figures.includes(name) ? figureOf(name, value, language) : []),
  ]);
  return String(message.format(Object.fromEntries(values)));
}

/** A text that speaks of a gift, and does not ask whether there is one, is for a greeting with a gift. */
function fits({ names }: OwnText, { params }: News): boolean {
  const isBare = params.some(({ name, value }) => name === "given" && value === "no");
  return !isBare || names.has("given") || !(names.has("offer") || names.has("amount"));
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
