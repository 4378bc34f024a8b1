import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { Quote } from "../settlement/quote.js";
import type { Member, Request } from "../standing/request.js";
import { formatAmount, parseAmount } from "../units/amount.js";
import type { News } from "./news.js";
import { isUnhappy, scoreParam } from "./survey-news.js";
import { writeMoney } from "./write-amount.js";

/** What the shop should know of a decision: a member who is not happy, and budgets that run out with it. */
export function shopNews(
  program: Program,
  member: Member,
  { transaction, clubUses }: Request,
  { clubUses: added }: Quote,
  language: Language,
): readonly News[] {
  const news: News[] = [];
  const { survey } = transaction;
  if (survey !== undefined && isUnhappy(survey)) {
    const who = { name: "member", value: member.id, text: member.id };
    news.push({ topic: "survey.unhappy", params: [who, scoreParam(survey, language)] });
  }
  for (const row of added) {
    if (!("budget" in row)) continue;
    const spent = clubUses.budgets.get(row.budget) ?? 0n;
    const left = leftWhenLow(program, row.budget, spent, row.amount);
    if (left !== undefined) news.push(budgetNews(program, row.budget, left, language));
  }
  return news;
}

/** What is left of a budget that was at most nine tenths spent, and is more now. Worked: 895 and 10 more of 1,000. */
function leftWhenLow(
  { budgets, currency }: Program,
  id: string,
  spent: bigint,
  added: string,
): bigint | undefined {
  const { amount } = budgets.get(id) ?? { amount: 0n };
  const now = spent + (parseAmount(added, currency.digits) ?? 0n);
  if (spent * 10n > amount * 9n || now * 10n <= amount * 9n) return undefined;
  return now < amount ? amount - now : 0n;
}

function budgetNews({ budgets, currency }: Program, id: string, left: bigint, language: Language): News {
  const money = (name: string, minor: bigint) => {
    const value = formatAmount(minor, currency.digits);
    return { name, value, text: writeMoney(value, currency, language) };
  };
  const params = [
    { name: "budget", value: id, text: id },
    money("left", left),
    money("amount", budgets.get(id)?.amount ?? 0n),
  ];
  return { topic: "budget.low", params };
}
