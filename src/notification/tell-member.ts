import type { Program } from "../program/program.js";
import { type Language, languageOf, TOPIC_NAMES, type TopicName, topicOf } from "../program/topics.js";
import type { Member } from "../standing/request.js";
import type { Intent } from "./intent.js";
import type { News } from "./news.js";
import { byTopic, writeLetters } from "./write-letters.js";

/** How it is to be said: in which language, of which topics, and whether in one message. */
export interface Manner {
  readonly language: Language;
  readonly topics: ReadonlySet<TopicName>;
  readonly merge: boolean;
}

/** The entry that there is news of, and when it may be told. */
export interface Occurrence {
  readonly entryId: string;
  readonly notBefore: number;
}

/**
 * The messages to a member: only of what they consented to, on the channels they have, one message a channel, or one a
 * topic if the program does not merge.
 */
export function tellMember(
  program: Program,
  { id, contact }: Member,
  { entryId, notBefore }: Occurrence,
  collect: (manner: Manner) => readonly News[],
): readonly Intent[] {
  const { channels = [], consent = {}, locale } = contact;
  if (channels.length === 0) return [];
  const topics = new Set(TOPIC_NAMES.filter((topic) => consent[topicOf(topic).category] === true));
  if (topics.size === 0) return [];
  const language = languageOf(locale) ?? program.language;
  const { merge, optOut } = program.notifications;
  const news = collect({ language, topics, merge }).filter(({ topic }) => topics.has(topic));
  if (news.length === 0) return [];
  const audience = { to: { memberId: id }, channels, language, notBefore, closing: optOut };
  return writeLetters(program, entryId, merge ? [news] : byTopic(news), audience);
}
