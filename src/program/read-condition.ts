import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import { parseWith } from "../documents/parse-with.js";
import { type Path, show } from "../documents/pointer.js";
import { FACTS, type FactDefinition, foldCode } from "../facts/catalogue.js";
import { type FactType, type FactValue, readFactValue } from "../facts/fact-value.js";
import { type Operator, operatorOf } from "../facts/operators.js";
import { TRANSACTION_TYPES } from "../facts/transaction.js";
import { WEEKDAYS } from "../units/calendar.js";
import { canonicalJson } from "../units/canonical-json.js";
import { readAttributePath } from "./attribute-path.js";
import type { Check, Condition, FactParams, FactUse, Right } from "./condition.js";
import type { CheckDocument, ConditionDocument, FactReference } from "./condition-document.js";
import type { AttributeDocument } from "./program-document.js";

/** What the conditions of a program may speak of. */
export interface Vocabulary {
  readonly currencyDigits: number;
  readonly declared: ReadonlyMap<string, FactType>;
  readonly attributes: ReadonlyMap<string, AttributeDocument>;
  readonly wallets: readonly string[];
  readonly ladder: readonly string[];
  /** The normal form of a named condition; `undefined` where there is none of that name. */
  named(name: string, path: Path): Condition | undefined;
  readonly names: readonly string[];
}

/** The most members of a list that a check compares with. */
const LONGEST_LIST = 10_000;

/** What stands in for a part that is wrong: the program is refused for it, so it decides nothing. */
const NEVER_READ: Condition = { kind: "all", of: [] };

const CATALOGUE: ReadonlyMap<string, FactDefinition> = new Map(FACTS.map((fact) => [fact.name, fact]));
const NO_PARAMS: FactParams = {};

/** Reads one condition; what is wrong with it goes into `issues`. */
export function readCondition(
  document: ConditionDocument,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): Condition {
  const inner = (child: ConditionDocument, ...steps: Path) =>
    readCondition(child, [...path, ...steps], vocabulary, issues);
  if ("all" in document) return { kind: "all", of: document.all.map((child, i) => inner(child, "all", i)) };
  if ("any" in document) return { kind: "any", of: document.any.map((child, i) => inner(child, "any", i)) };
  if ("not" in document) return { kind: "not", of: inner(document.not, "not") };
  if ("fact" in document) return readCheck(document, path, vocabulary, issues) ?? NEVER_READ;
  const named = vocabulary.named(document.condition, path);
  if (named !== undefined) return named;
  const hint = issues.length < MOST_ISSUES ? didYouMean(document.condition, vocabulary.names) : undefined;
  issues.push(missingRef([...path, "condition"], "condition", document.condition, hint));
  return NEVER_READ;
}

/** An issue about a name that stands for nothing. */
export function missingRef(path: Path, what: string, name: string, hint: string | undefined): Issue {
  return issueAt(
    "ref-missing",
    path,
    `there is no ${what} ${JSON.stringify(name)}`,
    hint === undefined ? {} : { hint },
  );
}

function readCheck(
  document: CheckDocument,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): Check | undefined {
  const operator = operatorOf(document.operator);
  const use = readUse(document, path, vocabulary, issues);
  if (operator === undefined || use === undefined) return undefined;
  if (!operator.types.includes(use.type)) {
    const expected = `a fact of type ${operator.types.join(", ")}`;
    const message = `${operator.name} cannot compare ${use.name}, which is of type ${use.type}`;
    issues.push(issueAt("operator-type", [...path, "operator"], message, { expected, received: use.type }));
    return undefined;
  }
  const right = readRight(document.value, use, operator, [...path, "value"], vocabulary, issues);
  return right === undefined ? undefined : { kind: "check", use, operator, right };
}

function readUse(
  reference: FactReference,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): FactUse | undefined {
  const { fact: name, params = NO_PARAMS } = reference;
  const attribute = name.startsWith(ATTRIBUTES)
    ? vocabulary.attributes.get(name.slice(ATTRIBUTES.length))
    : undefined;
  const type = vocabulary.declared.get(name) ?? attribute?.type;
  if (type !== undefined) {
    if (Object.keys(params).length > 0) {
      issues.push(issueAt("params", [...path, "params"], `${name} takes no params`));
    }
    const steps = attribute === undefined ? undefined : readAttributePath(attribute.path);
    const source =
      steps === undefined ? ({ kind: "declared" } as const) : ({ kind: "attribute", steps } as const);
    return { key: name, name, type, source, ofMember: attribute !== undefined };
  }
  const definition = CATALOGUE.get(name);
  if (definition === undefined) {
    const names = issues.length < MOST_ISSUES ? factNames(vocabulary) : [];
    issues.push(unknownFact(name, [...path, "fact"], names));
    return undefined;
  }
  if (!paramsFit(definition, params, [...path, "params"], vocabulary, issues)) return undefined;
  const key = `${name} ${canonicalJson(params)}`;
  return {
    key,
    name,
    type: definition.type,
    source: { kind: "catalogue", params },
    ofMember: definition.ofMember,
  };
}

const ATTRIBUTES = "member.attributes.";

function factNames({ declared, attributes }: Vocabulary): readonly string[] {
  const ofMember = [...attributes.keys()].map((key) => ATTRIBUTES + key);
  return [...CATALOGUE.keys(), ...declared.keys(), ...ofMember];
}

function unknownFact(name: string, path: Path, names: readonly string[]): Issue {
  const hint =
    didYouMean(name, names) ?? "declare it under `facts`, or under `attributes` if it is the member's";
  return issueAt("fact-unknown", path, `there is no fact ${JSON.stringify(name)}`, { hint });
}

function paramsFit(
  { name, params: schema, paramsNote }: FactDefinition,
  params: FactParams,
  path: Path,
  { wallets }: Vocabulary,
  issues: Issue[],
): boolean {
  if (schema === undefined) {
    if (Object.keys(params).length === 0) return true;
    issues.push(issueAt("params", path, `${name} takes no params`));
    return false;
  }
  const parsed = parseWith(schema, params);
  if (!parsed.ok) {
    const expected = paramsNote;
    issues.push(
      ...parsed.issues.map((issue) => ({
        expected,
        ...issue,
        path: issueAt("params", path, "").path + issue.path,
      })),
    );
    return false;
  }
  const wallet = name === "member.balance" && "wallet" in params ? params.wallet : undefined;
  if (typeof wallet !== "string" || wallets.includes(wallet)) return true;
  issues.push(missingRef([...path, "wallet"], "wallet", wallet, didYouMean(wallet, wallets)));
  return false;
}

function readRight(
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
  const use = readUse(params === undefined ? { fact } : { fact, params }, path, vocabulary, issues);
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
  const names = knownTexts(use.name, vocabulary);
  if (names !== undefined && !names.includes(String(value))) {
    const all = names.length > 0 ? `there are ${names.join(", ")}` : undefined;
    const hint = didYouMean(String(value), names) ?? all;
    issues.push(missingRef(path, use.name, String(value), hint));
    return undefined;
  }
  return use.name === "transaction.codes" ? foldCode(String(value)) : value;
}

/** The only texts that a fact can be, where they are few and known: another is a slip. */
function knownTexts(fact: string, { ladder }: Vocabulary): readonly string[] | undefined {
  if (fact === "member.tier") return ladder;
  if (fact === "local.weekday") return WEEKDAYS;
  return fact === "transaction.type" ? TRANSACTION_TYPES : undefined;
}
