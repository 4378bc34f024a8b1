import { type Benefit, type Offer, type Program, valueForTier } from "../program/program.js";
import type { Member, Request } from "../standing/request.js";
import type { FactSheet } from "./gather-facts.js";
import type { Verdict } from "./judge-offers.js";
import { limitReached, markUse, type UseMark } from "./member-limit.js";

/** An offer that this member may have here. */
export interface Admitted {
  readonly offer: Offer;
  readonly benefits: readonly Benefit[];
  readonly mark: UseMark;
}

/** An offer that may apply and yet cannot be given, with the reason. */
export interface Barred {
  readonly offer: Offer;
  readonly reason: "factMissing" | "limitReached" | "memberRequired";
  /** Names of the facts that are unknown. */
  readonly missing: readonly string[];
  /** What it would give, where that can be figured. */
  readonly benefits: readonly Benefit[] | undefined;
}

export interface Admission {
  /** Given to all; in the order of awards, as every list of offers. */
  readonly always: readonly Admitted[];
  readonly competing: readonly Admitted[];
  readonly barred: readonly Barred[];
}

/** Sorts the offers that are not ruled out into those the member may have and those that something else bars. */
export function admitOffers(
  verdicts: readonly Verdict[],
  facts: FactSheet,
  { member, transaction }: Request,
  program: Program,
): Admission {
  const always: Admitted[] = [];
  const competing: Admitted[] = [];
  const barred: Barred[] = [];
  for (const verdict of verdicts) {
    const { offer, onItsOwnDay } = verdict.judged;
    const day =
      onItsOwnDay === undefined || onItsOwnDay(facts) ? transaction.local.day : transaction.local.day - 1;
    const mark = markUse(offer, day, member, program);
    const bar = barTo(verdict, mark, member, program);
    const benefits = valueForTier(offer.benefits, member?.standing.tier);
    if (bar !== undefined) barred.push({ offer, ...bar, benefits });
    else if (benefits !== undefined) (offer.always ? always : competing).push({ offer, benefits, mark });
  }
  return { always, competing, barred };
}

function barTo(
  { judged: { offer }, applies, missing }: Verdict,
  mark: UseMark,
  member: Member | undefined,
  program: Program,
): Pick<Barred, "reason" | "missing"> | undefined {
  const names = missing.map(({ name }) => name);
  if (member === undefined) {
    const needed = needsMember(offer) || missing.some(({ ofMember }) => ofMember);
    if (needed) return { reason: "memberRequired", missing: names };
  }
  if (applies === "unknown") return { reason: "factMissing", missing: names };
  if (member === undefined) return undefined;
  if (readsTier(offer) && member.standing.tier === undefined)
    return { reason: "factMissing", missing: ["member.tier"] };
  if (offer.limit?.per === "birthdayYear" && mark.birthdayYear === null) {
    return { reason: "factMissing", missing: ["member.birthDate"] };
  }
  return limitReached(offer, mark, member, program) ? { reason: "limitReached", missing: [] } : undefined;
}

/** A guest has no wallet to accrue into, no uses to count and no tier. */
function needsMember(offer: Offer): boolean {
  return (
    offer.limit !== undefined || readsTier(offer) || benefitsOf(offer).some(({ kind }) => kind !== "discount")
  );
}

/** Does what it gives, or how long that lasts, depend on the tier? */
function readsTier(offer: Offer): boolean {
  if ("tier" in offer.benefits) return true;
  return benefitsOf(offer).some((benefit) => benefit.kind !== "discount" && "tier" in benefit.wallet.expires);
}

function benefitsOf({ benefits }: Offer): readonly Benefit[] {
  return "same" in benefits ? benefits.same : [...benefits.tier.values()].flat();
}
