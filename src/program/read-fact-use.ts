import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import { parseWith } from "../documents/parse-with.js";
import { type Path, pointerOf } from "../documents/pointer.js";
import { definitionOf, FACTS } from "../facts/catalogue.js";
import type { FactDefinition } from "../facts/fact-definition.js";
import { canonicalJson } from "../units/canonical-json.js";
import { readAttributePath } from "./attribute-path.js";
import type { FactParams, FactUse } from "./condition.js";
import type { FactReference } from "./condition-document.js";
import { missingRef, type Vocabulary } from "./vocabulary.js";

const NO_PARAMS: FactParams = {};

/** Reads a fact as a condition asks for it: of the catalogue, declared, or an attribute of the member. */
export function readFactUse(
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
  const definition = definitionOf(name);
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
  return [...FACTS.map(({ name }) => name), ...declared.keys(), ...ofMember];
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
        path: pointerOf(path) + issue.path,
      })),
    );
    return false;
  }
  const wallet = name === "member.balance" && "wallet" in params ? params.wallet : undefined;
  if (typeof wallet !== "string" || wallets.includes(wallet)) return true;
  issues.push(missingRef([...path, "wallet"], "wallet", wallet, didYouMean(wallet, wallets)));
  return false;
}
