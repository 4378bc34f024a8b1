import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { operatorOf } from "../facts/operators.js";
import type { Check, Condition } from "./condition.js";
import type { CheckDocument, ConditionDocument } from "./condition-document.js";
import { readFactUse } from "./read-fact-use.js";
import { readRight } from "./read-right.js";
import { missingRef, type Vocabulary } from "./vocabulary.js";

/** What stands in for a part that is wrong: the program is refused for it, so it decides nothing. */
const NEVER_READ: Condition = { kind: "all", of: [] };

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

function readCheck(
  document: CheckDocument,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): Check | undefined {
  const operator = operatorOf(document.operator);
  const use = readFactUse(document, path, vocabulary, issues);
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
