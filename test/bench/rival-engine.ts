import { Engine } from "json-rules-engine";
import type { Condition, Program, Request } from "vafa";

type Facts = Record<string, unknown>;

/** json-rules-engine over the same offers, with plain numbers and its own operators: as its users would set it up. */
export function createRival(program: Program): (facts: Facts) => Promise<readonly string[]> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const offer of program.offers) {
    if (offer.when === undefined) continue;
    engine.addRule({ conditions: translate(offer.when) as never, event: { type: offer.id } });
  }
  return async (facts) => (await engine.run(facts)).events.map(({ type }) => type).sort();
}

function translate(condition: Condition): unknown {
  if ("all" in condition) return { all: condition.all.map(translate) };
  if ("any" in condition) return { any: condition.any.map(translate) };
  if ("not" in condition) return { not: translate(condition.not) };
  if ("condition" in condition) return condition;
  if (condition.fact === "basket.quantity") {
    const { category } = condition.params as { readonly category: string };
    return { fact: "categories", operator: "contains", value: category };
  }
  return { fact: condition.fact, operator: condition.operator, value: plainValue(condition) };
}

function plainValue({ fact, value }: Extract<Condition, { readonly fact: string }>): unknown {
  if (fact === "basket.total") return Number(value);
  return fact === "local.date" ? Date.parse(String(value)) / DAY_MS : value;
}

const DAY_MS = 86_400_000;

/** The facts that the conditions ask for, gathered beforehand: the rival is not charged for them. */
export function gatherRivalFacts(
  { member, transaction }: Request,
  local: { date: number; weekday: string; day: number; daysToBirthday: number | undefined },
): Facts {
  const { lines = [] } = transaction;
  return {
    "basket.total": lines.reduce(
      (sum, { unitPrice, quantity = 1 }) => sum + Number(unitPrice) * Number(quantity),
      0,
    ),
    categories: lines.flatMap(({ category = [] }) => category),
    "member.tier": member?.standing?.tier,
    "member.segments": member?.segments,
    "member.visitNumber": (member?.standing?.visits ?? 0) + 1,
    "transaction.channel": transaction.channel,
    "transaction.location": transaction.location,
    "member.daysToBirthday": local.daysToBirthday,
    "local.date": local.date,
    "local.weekday": local.weekday,
    "local.day": local.day,
  };
}
