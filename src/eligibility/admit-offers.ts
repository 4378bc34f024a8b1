import type { Benefit } from "../program/benefit.js";
import type { Offer, Program } from "../program/program.js";
import { valueForTier } from "../program/wallet.js";
import type { Member, Request } from "../standing/request.js";
import { budgetSpent, clubLimitReached } from "./club-limit.js";
import type { FactSheet } from "./gather-facts.js";
import { type HeldVouchers, heldVouchers } from "./held-vouchers.js";
import { isHeldOut } from "./hold-out.js";
import type { Verdict } from "./judge-offers.js";
import { type LimitLeft, limitLeft, markUse, type UseMark } from "./member-limit.js";

/** An offer that this member may have here. */
export interface Admitted {
  readonly offer: Offer;
  readonly benefits: readonly Benefit[];
  readonly mark: UseMark;
  /** What the member's limit leaves, in minor units of what it gives; `undefined` is no limit. */
  readonly left: bigint | undefined;
  /** Id of the voucher that is used if it is given. */
  readonly voucher: string | undefined;
}

/** Why an offer that may apply cannot be given. Of several that hold the first in this order is told. */
export type Bar =
  | "memberRequired"
  | "factMissing"
  | "voucherAvailable"
  | "limitReached"
  | "budgetSpent"
  | "heldOut";

export interface Barred {
  readonly offer: Offer;
  readonly reason: Bar;
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
  request: Request,
  program: Program,
): Admission {
  const { member, transaction } = request;
  const { day } = transaction.local;
  const today: UseMark = { day, birthdayYear: null };
  const yesterday: UseMark = { day: day - 1, birthdayYear: null };
  const always: Admitted[] = [];
  const competing: Admitted[] = [];
  const barred: Barred[] = [];
  for (const verdict of verdicts) {
    const { offer, onItsOwnDay } = verdict.judged;
    const vouchers = offer.byVoucher && member ? heldVouchers(offer, member, transaction) : undefined;
    // A personal right is nobody's else.
    if (vouchers?.any === false) continue;
    const date = onItsOwnDay === undefined || onItsOwnDay(facts) === true ? today : yesterday;
    const mark = markUse(offer, date, member, program);
    const left =
      member === undefined || offer.limit === undefined
        ? undefined
        : limitLeft(offer, offer.limit, mark, member, program);
    const benefits = valueForTier(offer.benefits, member?.standing.tier);
    const lack = lackOf(verdict, mark, member);
    const reason = lack === undefined ? barTo(offer, request, left, vouchers) : undefined;
    if (lack !== undefined) barred.push({ offer, ...lack, benefits });
    else if (reason !== undefined) barred.push({ offer, reason, missing: NONE, benefits });
    else if (benefits !== undefined) {
      const admitted = { offer, benefits, mark, left: left?.amount, voucher: vouchers?.used };
      (offer.always ? always : competing).push(admitted);
    }
  }
  return { always, competing, barred };
}

const NONE: readonly string[] = [];

/** What is not known of the member, or of the transaction. */
function lackOf(
  { judged: { offer, demands }, applies, missing }: Verdict,
  mark: UseMark,
  member: Member | undefined,
): Pick<Barred, "reason" | "missing"> | undefined {
  if (member === undefined && (demands.member || missing.some(({ ofMember }) => ofMember))) {
    return { reason: "memberRequired", missing: missing.map(({ name }) => name) };
  }
  if (applies === "unknown") return { reason: "factMissing", missing: missing.map(({ name }) => name) };
  if (member === undefined) return undefined;
  if (demands.tier && member.standing.tier === undefined)
    return { reason: "factMissing", missing: ["member.tier"] };
  if (offer.limit?.per === "birthdayYear" && mark.birthdayYear === null) {
    return { reason: "factMissing", missing: ["member.birthDate"] };
  }
  return undefined;
}

/** Who is held out is told last: only they count as withheld who would have had the offer. */
function barTo(
  offer: Offer,
  { member, clubUses }: Request,
  left: LimitLeft | undefined,
  vouchers: HeldVouchers | undefined,
): Bar | undefined {
  if (vouchers !== undefined && vouchers.used === undefined) return "voucherAvailable";
  if (left?.reached === true || clubLimitReached(offer, member, clubUses)) return "limitReached";
  if (budgetSpent(offer, clubUses)) return "budgetSpent";
  return member !== undefined && isHeldOut(offer, member) ? "heldOut" : undefined;
}
