import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Duration } from "../units/calendar.js";
import type { TiersDocument } from "./program-document.js";
import { checkSpan } from "./read-expiry.js";
import { moneyOf, readUnits, type Unit } from "./read-figures.js";
import type { Rung, TierMetricDocument, TierTerms } from "./tier-terms.js";
import type { Figure } from "./tiered.js";
import { missingRef } from "./vocabulary.js";
import type { Currency, Wallet } from "./wallet.js";

/** Reads how tiers are reached and kept; `undefined` where the program measures nothing. */
export function readTiers(
  document: TiersDocument | undefined,
  { currency, wallets }: { readonly currency: Currency; readonly wallets: readonly Wallet[] },
  issues: Issue[],
): TierTerms | undefined {
  if (document === undefined) return undefined;
  const { metric, period = "lifetime", downgrade = "none", grace, holds } = document;
  const unit = unitOf(metric, currency, wallets, issues);
  const rungs = readLadder(document, unit, issues);
  if (metric === undefined) {
    checkUnmeasured(document, issues);
    return undefined;
  }
  if (typeof period === "object") checkSpan(period.rolling, ["tiers", "period", "rolling"], issues);
  if (grace !== undefined) checkSpan(grace, ["tiers", "grace"], issues);
  if (holds !== undefined) checkSpan(holds, ["tiers", "holds"], issues);
  if (downgrade === "oneStep" && period === "lifetime") {
    const hint = 'say a period such as { "rolling": { "months": 12 } }, or "downgrade": "rejudge"';
    const message = "what counts for good does not run out step by step";
    issues.push(issueAt("one-of", ["tiers", "downgrade"], message, { received: '"oneStep"', hint }));
  }
  const purchases = rungs.flatMap(({ orPurchase }) => orPurchase ?? []);
  return {
    metric,
    unit,
    period: typeof period === "object" ? { ...period, back: backBy(period.rolling) } : period,
    downgrade,
    grace,
    holds,
    rungs,
    leastPurchase: purchases.length === 0 ? undefined : purchases.reduce((a, b) => (a < b ? a : b)),
  };
}

const VISITS: Unit = { name: "a count of visits", digits: 0 };

/** What the bounds of the ladder are written in. */
function unitOf(
  metric: TierMetricDocument | undefined,
  currency: Currency,
  wallets: readonly Wallet[],
  issues: Issue[],
): Unit {
  if (metric === "visits") return VISITS;
  if (typeof metric !== "object") return moneyOf(currency);
  const ids = wallets.map(({ id }) => id);
  const wallet = wallets.find(({ id }) => id === metric.wallet);
  if (wallet !== undefined) return { name: wallet.id, digits: wallet.digits };
  const known = ids.length === 0 ? "declare one under /wallets" : `there are ${ids.join(", ")}`;
  const hint = didYouMean(metric.wallet, ids) ?? known;
  issues.push(missingRef(["tiers", "metric", "wallet"], "wallet", metric.wallet, hint));
  return moneyOf(currency);
}

/** Nothing is ignored: how to measure without what is measured says nothing. */
function checkUnmeasured({ period, downgrade, grace, holds, ladder }: TiersDocument, issues: Issue[]): void {
  const said = Object.entries({ period, downgrade, grace, holds }).filter(([, value]) => value !== undefined);
  const names = said.map(([name]) => name);
  if (ladder.some(({ orPurchase }) => orPurchase !== undefined)) names.push("orPurchase");
  if (names.length === 0) return;
  issues.push(
    issueAt("required", ["tiers", "metric"], `${names.join(", ")} say nothing without what is measured`, {
      expected: 'one of "spend", "visits", { "wallet": … }',
      hint: 'such as "metric": "spend"',
    }),
  );
}

/** Lower bounds only, each above the one before: so there can be neither gap nor overlap. */
function readLadder({ ladder, metric }: TiersDocument, unit: Unit, issues: Issue[]): readonly Rung[] {
  const froms = readBounds(ladder, "from", unit, issues);
  const purchases = readBounds(ladder, "orPurchase", unit, issues);
  if (metric === "visits") {
    for (const [index, { orPurchase }] of ladder.entries()) {
      if (orPurchase === undefined) continue;
      const hint = 'leave it out, or measure by "spend"';
      const message = "each purchase is one visit, so none reaches more alone";
      issues.push(issueAt("one-of", ["tiers", "ladder", index, "orPurchase"], message, { hint }));
    }
  }
  return ladder.map(({ id }, index) => ({
    id,
    from: index === 0 ? 0n : froms[index],
    orPurchase: purchases[index],
  }));
}

function readBounds(
  ladder: TiersDocument["ladder"],
  key: "from" | "orPurchase",
  { name, digits }: Unit,
  issues: Issue[],
): readonly (bigint | undefined)[] {
  let last: bigint | undefined;
  return ladder.map((rung, index) => {
    const path: Path = ["tiers", "ladder", index, key];
    const value: Figure | undefined = rung[key];
    const bound = readUnits(value === undefined ? undefined : { value, path }, digits, name, issues);
    if (bound !== undefined && last !== undefined && bound <= last) {
      issues.push(issueAt("window-order", path, "must be above the bound of the tier before"));
    }
    last = bound ?? last;
    return bound;
  });
}

function backBy({ years = 0, months = 0, weeks = 0, days = 0 }: Duration): Duration {
  return Object.freeze({ years: -years, months: -months, weeks: -weeks, days: -days });
}
