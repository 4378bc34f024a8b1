import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Benefit } from "./benefit.js";
import type { OfferDocument } from "./offer-document.js";
import type { Budget, MemberLimit, Offer } from "./program.js";
import { readUnits, type Unit } from "./read-figures.js";
import { missingRef } from "./vocabulary.js";
import type { ByTier } from "./wallet.js";

export interface LimitTerms {
  readonly currency: Unit;
  readonly budgets: ReadonlyMap<string, Budget>;
}

type Limits = Pick<Offer, "limit" | "inAll" | "repeat" | "budget">;

/** Reads an offer's limits, of which some are counted in what its benefits give. */
export function readLimits(
  document: OfferDocument,
  benefits: ByTier<readonly Benefit[]>,
  path: Path,
  { currency, budgets }: LimitTerms,
  issues: Issue[],
): Limits {
  const { inAll = {}, repeat, budget } = document.limits ?? {};
  const place = [...path, "limits"];
  if (document.limits?.inAll !== undefined && inAll.uses === undefined && inAll.members === undefined)
    issues.push(issueAt("required", [...place, "inAll"], "says nothing", { expected: "uses or members" }));
  const parts = "same" in benefits ? [benefits.same] : [...benefits.tier.values()];
  if (repeat !== undefined && !parts.flat().some(repeats))
    issues.push(issueAt("one-of", [...place, "repeat"], "nothing that it gives repeats"));
  if (budget !== undefined && !budgets.has(budget)) {
    const hint = issues.length < MOST_ISSUES ? didYouMean(budget, [...budgets.keys()]) : undefined;
    issues.push(missingRef([...place, "budget"], "budget", budget, hint));
  }
  return {
    limit: readMemberLimit(document, parts[0] ?? [], path, currency, issues),
    inAll: { uses: inAll.uses, members: inAll.members },
    repeat: repeat === undefined ? undefined : BigInt(repeat),
    budget: budget === undefined ? undefined : budgets.get(budget),
  };
}

/** A set, a bundle or a step, of which there can be more than one in a transaction. */
function repeats(benefit: Benefit): boolean {
  if (!("figure" in benefit)) return false;
  if (benefit.kind === "discount" && benefit.units?.every !== undefined) return true;
  const { figure } = benefit;
  if (figure.by !== "steps") return REPEATING.includes(figure.by);
  return figure.mode === "whole" && figure.at.some(({ gives }) => gives.by === "perSpend");
}

const REPEATING: readonly string[] = ["buyGet", "bundle", "perSet", "perSpend"];

/** A birthday is given once in its year unless another limit is written. */
function readMemberLimit(
  { limits, birthday, window, benefit }: OfferDocument,
  parts: readonly Benefit[],
  path: Path,
  currency: Unit,
  issues: Issue[],
): MemberLimit | undefined {
  const written = limits?.perMember;
  if (written === undefined)
    return birthday && { count: 1, amount: undefined, per: "birthdayYear", onShort: "partial" };
  const { count, amount, per, onShort = "partial" } = written;
  const place = [...path, "limits", "perMember"];
  if (count === undefined && amount === undefined)
    issues.push(issueAt("required", place, "says nothing", { expected: "count or amount" }));
  if (written.onShort !== undefined && amount === undefined)
    issues.push(issueAt("one-of", [...place, "onShort"], "is of an amount"));
  if (per === "window" && window === undefined)
    issues.push(issueAt("required", [...path, "window"], "is missing: a limit runs over it"));
  const [only] = parts;
  const unit = Array.isArray(benefit) ? undefined : only && unitOf(only, currency);
  if (amount !== undefined && only !== undefined && unit === undefined) {
    const expected = "one benefit, of money or a wallet";
    issues.push(issueAt("one-of", [...place, "amount"], "what it gives has no one unit", { expected }));
  }
  const most =
    amount === undefined || unit === undefined
      ? undefined
      : readUnits({ value: amount, path: [...place, "amount"] }, unit.digits, unit.name, issues);
  return { count, amount: most, per, onShort };
}

function unitOf(benefit: Benefit, currency: Unit): Unit | undefined {
  if (benefit.kind === "discount") return currency;
  return "wallet" in benefit ? { name: benefit.wallet.id, digits: benefit.wallet.digits } : undefined;
}
