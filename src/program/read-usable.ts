import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { itemTest } from "../facts/item-filter.js";
import { parsePercent } from "../units/rate.js";
import type { Usable } from "./benefit.js";
import type { UsableDocument } from "./benefit-document.js";
import { checkSize } from "./condition-size.js";
import { readCondition } from "./read-condition.js";
import type { Vocabulary } from "./vocabulary.js";

/** Reads what may be paid with what an accrual gives. */
export function readUsable(
  { when, items, maxShare }: UsableDocument,
  path: Path,
  vocabulary: Vocabulary,
  issues: Issue[],
): Usable {
  if (when === undefined && items === undefined && maxShare === undefined)
    issues.push(issueAt("required", path, "says nothing", { expected: "when, items or maxShare" }));
  const condition = when && readCondition(when, [...path, "when"], vocabulary, issues);
  if (condition !== undefined) checkSize(condition, [...path, "when"], issues);
  return {
    when: condition,
    items: items && itemTest(items),
    maxShare: maxShare === undefined ? undefined : parsePercent(maxShare),
  };
}
