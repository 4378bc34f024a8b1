import { type Issue, issueAt } from "../documents/club-error.js";
import { readDate } from "../documents/dates.js";
import type { Path } from "../documents/pointer.js";
import type { Duration } from "../units/calendar.js";
import { isTiered } from "./read-tiered.js";
import type { Tiered } from "./tiered.js";
import type { Expiry } from "./wallet.js";
import type { LotExpiryDocument } from "./wallet-document.js";

export function readExpiry(document: LotExpiryDocument): Expiry {
  if (document === "never" || "after" in document) return document;
  if ("on" in document) return { on: readDate(document.on).day };
  return { endOf: document.endOf, plus: document.plus ?? 0 };
}

/** What lapses as it is granted could never be used. */
export function checkExpiry(expires: Tiered<LotExpiryDocument>, path: Path, issues: Issue[]): void {
  const each = isTiered(expires)
    ? Object.entries(expires.byTier).map(([tier, expiry]) => ({ expiry, place: [...path, "byTier", tier] }))
    : [{ expiry: expires, place: path }];
  for (const { expiry, place } of each) {
    if (typeof expiry === "object" && "after" in expiry) checkSpan(expiry.after, [...place, "after"], issues);
  }
}

/** A span of no time is none. */
export function checkSpan(span: Duration, path: Path, issues: Issue[]): void {
  if (Object.values(span).some((part) => (part ?? 0) > 0)) return;
  issues.push(issueAt("number-range", path, "must be longer than nothing", { expected: "at least a day" }));
}
