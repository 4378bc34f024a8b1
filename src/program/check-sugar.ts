import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import { readDate } from "../documents/dates.js";
import type { Path } from "../documents/pointer.js";
import type { OfferDocument } from "./offer-document.js";
import { checkTiers } from "./read-tiered.js";
import { missingRef } from "./vocabulary.js";

/** Does the sugar of an offer say something that can be? */
export function checkSugar(
  document: OfferDocument,
  path: Path,
  ladder: readonly string[],
  issues: Issue[],
): void {
  const { tier = [], birthday, window, schedule } = document;
  tier.forEach((one, index) => {
    if (!ladder.includes(one))
      issues.push(missingRef([...path, "tier", index], "tier", one, didYouMean(one, ladder)));
  });
  if (birthday !== undefined) {
    checkTiers(birthday.before, [...path, "birthday", "before"], ladder, issues);
    checkTiers(birthday.after, [...path, "birthday", "after"], ladder, issues);
    if (birthday.span !== undefined && (birthday.before !== undefined || birthday.after !== undefined)) {
      issues.push(issueAt("one-of", [...path, "birthday"], "takes before and after, or span, not both"));
    }
  }
  for (const key of ["window", "schedule"] as const) {
    const sugar = document[key];
    if (sugar === undefined || Object.keys(sugar).length > 0) continue;
    const expected = key === "window" ? "from, to or yearly" : "weekdays or hours";
    issues.push(issueAt("required", [...path, key], "says nothing", { expected }));
  }
  if (window !== undefined && !("yearly" in window) && window.from !== undefined && window.to !== undefined) {
    if (readDate(window.from).day > readDate(window.to).day) {
      issues.push(issueAt("window-order", [...path, "window"], "ends before it begins"));
    }
  }
  schedule?.hours?.forEach(({ from, until }, index) => {
    if (from !== until && from !== "24:00") return;
    issues.push(issueAt("window-order", [...path, "schedule", "hours", index], "is no span of time"));
  });
}
