import { closest } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { OCCASIONS, PURCHASE, TRANSACTION_TYPES } from "../facts/transaction.js";
import type { OfferDocument } from "./offer-document.js";
import { checkSpan } from "./read-expiry.js";

/** What happens that offers look at, beside the activities that a club names itself. */
const KNOWN: readonly string[] = [...TRANSACTION_TYPES, ...OCCASIONS];

/** The occasions that say more of themselves under a key of their own. */
const TOLD = ["milestone", "anniversary", "inactivity"] as const;

/** Does an offer look at something that happens, and give what can be given then? */
export function checkOccasions(document: OfferDocument, path: Path, issues: Issue[]): void {
  const { on = [PURCHASE], milestone, inactivity, window } = document;
  on.forEach((name, index) => {
    const meant = KNOWN.includes(name) ? undefined : closest(name, KNOWN);
    if (meant === undefined) return;
    const message = `is nearly ${meant}: an activity of the club's own has a name of its own`;
    const hint = `did you mean ${JSON.stringify(meant)}?`;
    issues.push(issueAt("enum", [...path, "on", index], message, { received: JSON.stringify(name), hint }));
  });
  for (const key of TOLD) {
    if (on.includes(key) && document[key] === undefined)
      issues.push(issueAt("required", [...path, key], `is missing: "on" has ${key}`));
    if (!on.includes(key) && document[key] !== undefined)
      issues.push(issueAt("one-of", [...path, key], `is for offers "on": ["${key}"]`));
  }
  milestone?.at.forEach((span, index) => {
    checkSpan(span, [...path, "milestone", "at", index], issues);
  });
  if (inactivity !== undefined) checkSpan(inactivity.away, [...path, "inactivity", "away"], issues);
  if (on.includes("start") && (window === undefined || !("yearly" in window || window.from !== undefined)))
    issues.push(issueAt("required", [...path, "window"], 'has no first day: "on" has start'));
  const basketless = on.find((name) => name !== PURCHASE);
  if (basketless !== undefined) checkNoDiscount(document, basketless, path, issues);
}

function checkNoDiscount({ benefit }: OfferDocument, name: string, path: Path, issues: Issue[]): void {
  const refuse = (place: Path) => {
    const hint = `on ${name} give credit, a gift or a voucher`;
    issues.push(issueAt("no-basket", place, `there is nothing to discount on ${name}`, { hint }));
  };
  const isDiscount = ({ kind }: { readonly kind: string }) => kind === "discount";
  if (!("kind" in benefit))
    benefit.forEach((part, index) => {
      if (isDiscount(part)) refuse([...path, "benefit", index]);
    });
  else if (isDiscount(benefit)) refuse([...path, "benefit"]);
}
