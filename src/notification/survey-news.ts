import { MOST_DIGITS } from "../documents/numbers.js";
import { PURCHASE, type SurveyDocument } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { Transaction } from "../standing/request.js";
import { parseAmount, scaleOf } from "../units/amount.js";
import type { IntentParam } from "./intent.js";
import type { News } from "./news.js";
import { writeNumber } from "./write-amount.js";

/** Who answers a survey with this, or more, may tell others; with `UNHAPPY`, or less, the shop should know. */
const PROMOTER = 9n;
const UNHAPPY = 6n;

export function isUnhappy({ score }: SurveyDocument): boolean {
  return millionthsOf(score) <= UNHAPPY * scaleOf(MOST_DIGITS);
}

function isPromoter({ score }: SurveyDocument): boolean {
  return millionthsOf(score) >= PROMOTER * scaleOf(MOST_DIGITS);
}

function millionthsOf(score: SurveyDocument["score"]): bigint {
  return parseAmount(score, MOST_DIGITS) ?? 0n;
}

export function scoreParam({ score }: SurveyDocument, language: Language): IntentParam {
  return { name: "score", value: `${score}`, text: writeNumber(`${score}`, language) };
}

/** What the club asks by itself: how it was, and to bring a friend. */
export function invitations(
  { notifications: { invite } }: Program,
  { type, survey }: Transaction,
  language: Language,
): readonly News[] {
  if (type === PURCHASE && invite.has("survey")) return [{ topic: "survey.invited", params: [] }];
  if (survey === undefined || !invite.has("referral") || !isPromoter(survey)) return [];
  return [{ topic: "referral.invited", params: [scoreParam(survey, language)] }];
}
