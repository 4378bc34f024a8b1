import { isOccasion } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { Member, Request } from "../standing/request.js";
import { collectNews, type Told } from "./collect-news.js";
import type { Intent } from "./intent.js";
import { endOfNight, endOfQuiet } from "./quiet-hours.js";
import { shopNews } from "./shop-news.js";
import { tellMember } from "./tell-member.js";
import { byTopic, writeLetters } from "./write-letters.js";

/**
 * What should be heard of a decision. The member: what it gave them and took, not in the quiet hours, and of an
 * occasion, which comes at midnight, not before the morning. The shop: what it should know, a message a topic, at once.
 */
export function composeIntents(
  program: Program,
  member: Member,
  request: Request,
  told: Told,
): readonly Intent[] {
  const { transaction } = request;
  const { at, local, type } = transaction;
  const { entryId } = told.settlement;
  const notBefore = (isOccasion(type) ? endOfNight : endOfQuiet)(at, local, program);
  const toMember = tellMember(program, member, { entryId, notBefore }, (manner) =>
    collectNews(program, member, transaction, told, manner),
  );
  const news = shopNews(program, member, request, told.quote, program.language);
  if (news.length === 0) return toMember;
  const audience = {
    to: { shop: true },
    channels: program.notifications.shopChannels,
    language: program.language,
    notBefore: at,
    closing: {},
  } as const;
  return [...toMember, ...writeLetters(program, entryId, byTopic(news), audience)];
}
