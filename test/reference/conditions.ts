import type { Check, Condition } from "vafa";
import { compare, readValue, type Value } from "./fact-values.js";
import { type Asked, readFact, typeOf } from "./facts.js";
import { folded, type Situation } from "./situation.js";

/** R4.2: `undefined` is unknown. */
export type Verdict = boolean | undefined;

/** R4.3 */
function not(part: Verdict): Verdict {
  return part === undefined ? undefined : !part;
}

/** R4.3 */
export function all(parts: readonly Verdict[]): Verdict {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

/** R4.3 */
export function any(parts: readonly Verdict[]): Verdict {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

export function judge(condition: Condition, situation: Situation): Verdict {
  if ("all" in condition) return all(condition.all.map((part) => judge(part, situation)));
  if ("any" in condition) return any(condition.any.map((part) => judge(part, situation)));
  if ("not" in condition) return not(judge(condition.not, situation));
  if ("condition" in condition) return judge(named(condition.condition, situation), situation);
  const left = readFact(condition, situation);
  const right = rightOf(condition, situation);
  return left === undefined || right === undefined ? undefined : compare(condition.operator, left, right);
}

/** R4.10 */
function named(name: string, { program }: Situation): Condition {
  const condition = program.conditions?.[name];
  if (condition === undefined) throw new Error(`no condition ${name}`);
  return condition;
}

/** R4.6, R4.7 */
function rightOf(check: Check, situation: Situation): Value | readonly Value[] | undefined {
  const { fact, operator, value } = check;
  const other = factIn(value);
  if (other !== undefined) return readFact(other, situation);
  const { program } = situation;
  const type = typeOf(fact, program);
  const read = (literal: unknown) => {
    const known = readValue(type === "texts" ? "text" : type, literal, program.currency.digits);
    if (known === undefined) throw new Error(`${JSON.stringify(literal)} is no ${type}`);
    // R4.8: codes that a program writes are folded too.
    return fact === "transaction.codes" && typeof known === "string" ? folded(known) : known;
  };
  return operator === "in" || operator === "notIn" ? (value as readonly unknown[]).map(read) : read(value);
}

function factIn(value: unknown): Asked | undefined {
  return typeof value === "object" && value !== null && "fact" in value ? (value as Asked) : undefined;
}

/** R4.18: every fact that a condition asks for, from left to right. */
export function askedBy(condition: Condition, situation: Situation): readonly Asked[] {
  if ("all" in condition) return condition.all.flatMap((part) => askedBy(part, situation));
  if ("any" in condition) return condition.any.flatMap((part) => askedBy(part, situation));
  if ("not" in condition) return askedBy(condition.not, situation);
  if ("condition" in condition) return askedBy(named(condition.condition, situation), situation);
  const other = factIn(condition.value);
  return other === undefined ? [condition] : [condition, other];
}
