import { closest, didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import { type Path, show } from "../documents/pointer.js";
import { foldCode } from "../facts/catalogue.js";
import { type FactType, type FactValue, readFactValue } from "../facts/fact-value.js";
import type { Operator } from "../facts/operators.js";
import { REFERRAL_ROLES, TRANSACTION_TYPES } from "../facts/transaction.js";
import { WEEKDAYS } from "../units/calendar.js";
import type { FactUse, Right } from "./condition.js";
import type { FactReference } from "./condition-document.js";
import { readFactUse } from "./read-fact-use.js";
import { missingRef, type Vocabulary } from "./vocabulary.js";

/** The most members of a list that a check compares with. */
const LONGEST_LIST = 10_000;

/** Reads what a check compares with: literals of the fact's type, or another fact. */
export function readRight(
  written: unknown,
  use: FactUse,
  operator: Operator,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): Right | undefined {
  const wanted: FactType =
    operator.right === "list" ? "texts" : operator.right === "element" ? "text" : use.type;
  if (typeof written === "object" && written !== null && "fact" in written) {
    return readRightFact(written as FactReference, wanted, use, operator, path, vocabulary, issues);
  }
  const literal = (item: unknown, itemPath: Path) =>
    readLiteral(item, operator.right === "element" ? "text" : use.type, use, itemPath, vocabulary, issues);
  if (operator.right !== "list") {
    const value = literal(written, path);
    if (value === 0n && operator.complement === "notMultipleOf") {
      issues.push(issueAt("number-range", path, "must be above zero"));
      return undefined;
    }
    return value === undefined ? undefined : { literal: value };
  }
  if (!Array.isArray(written)) {
    const message = `${operator.name} compares with a list`;
    issues.push(issueAt("operator-type", path, message, { expected: "a list", received: show(written) }));
    return undefined;
  }
  if (written.length > LONGEST_LIST) {
    const counts = { expected: `at most ${LONGEST_LIST}`, received: `${written.length}` };
    issues.push(issueAt("array-too-long", path, "the list is too long", counts));
    return undefined;
  }
  const values = written.map((item: unknown, index) => literal(item, [...path, index]));
  return values.includes(undefined) ? undefined : { literal: [...new Set(values as FactValue[])] };
}

function readRightFact(
  reference: FactReference,
  wanted: FactType,
  left: FactUse,
  operator: Operator,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): Right | undefined {
  const { fact, params, ...others } = reference as FactReference & Record<string, unknown>;
  for (const key of Object.keys(others)) {
    const message = `the field ${JSON.stringify(key)} is not known here`;
    issues.push(issueAt("unknown-field", [...path, key], message, { hint: "known here: fact, params" }));
  }
  const faults = referenceFaults(fact, params);
  for (const [key, message] of faults) issues.push(issueAt("type", [...path, key], message));
  if (faults.length > 0) return undefined;
  const use = readFactUse(params === undefined ? { fact } : { fact, params }, path, vocabulary, issues);
  if (use === undefined) return undefined;
  if (use.type === wanted && (operator.right !== "list" || left.type === "text")) return { use };
  const message = `${operator.name} compares ${left.name} with a fact of type ${wanted}`;
  issues.push(issueAt("operator-type", [...path, "fact"], message, { expected: wanted, received: use.type }));
  return undefined;
}

/** The schema of conditions takes any operand, so the shape of a fact on the right is judged here. */
function referenceFaults(
  fact: unknown,
  params: unknown,
): readonly (readonly [key: string, message: string])[] {
  const named = typeof fact === "string";
  const fits =
    params === undefined || (typeof params === "object" && params !== null && !Array.isArray(params));
  return [
    ...(named ? [] : [["fact", "must be the name of a fact"] as const]),
    ...(fits ? [] : [["params", "must be an object"] as const]),
  ];
}

const EXAMPLES: { readonly [type in FactType]: string } = {
  boolean: "true or false",
  text: "a text",
  texts: "a list of texts",
  number: 'a number as an integer or a decimal text, such as 11 or "2.5"',
  money: 'an amount as an integer or a decimal text, such as "500000"',
  date: 'a date such as "2026-11-21"',
  time: 'a time of day such as "15:00"',
};

function readLiteral(
  written: unknown,
  type: FactType,
  use: FactUse,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): FactValue | undefined {
  const value = readFactValue(type, written, vocabulary.currencyDigits);
  if (value === undefined) {
    const message = `${use.name} is compared with ${EXAMPLES[type]}`;
    issues.push(
      issueAt("operator-type", path, message, { expected: EXAMPLES[type], received: show(written) }),
    );
    return undefined;
  }
  const names = knownTexts(use.name, value, vocabulary);
  if (names !== undefined && !names.includes(String(value))) {
    const all = names.length > 0 ? `there are ${names.join(", ")}` : undefined;
    const hint = didYouMean(String(value), names) ?? all;
    issues.push(missingRef(path, use.name, String(value), hint));
    return undefined;
  }
  return use.name === "transaction.codes" ? foldCode(String(value)) : value;
}

/** The only texts that a fact can be, where they are few and known: another is a slip. */
function knownTexts(fact: string, value: FactValue, { ladder }: Vocabulary): readonly string[] | undefined {
  if (fact === "member.tier") return ladder;
  if (fact === "local.weekday") return WEEKDAYS;
  if (fact === "transaction.referral.role") return REFERRAL_ROLES;
  if (fact !== "transaction.type" || typeof value !== "string") return undefined;
  // A club may name activities of its own, but none that is nearly one of these.
  return closest(value, TRANSACTION_TYPES) === undefined ? undefined : TRANSACTION_TYPES;
}
