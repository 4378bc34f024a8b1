import type { Benefit, Declined, Offer } from "vafa";
import { weekdayOf } from "../../src/units/calendar.js";
import { birthdayYearIn, inWindow, readDate } from "./club-days.js";
import { all, any, askedBy, judge, type Verdict } from "./conditions.js";
import { millisecondsOf } from "./fact-values.js";
import { readFact } from "./facts.js";
import {
  amountLeft,
  birthdayYearOf,
  hasReachedLimit,
  isBudgetSpent,
  isHeldOut,
  isTiered,
  limitOf,
  type Mark,
  termsFor,
} from "./limits.js";
import { instantAt } from "./read-purchase.js";
import { folded, goodVouchers, type Situation } from "./situation.js";

/** An offer that the member may have, and what a use of it counts in; or why it is declined. */
export type Admission =
  | {
      readonly offer: Offer;
      readonly mark: Mark;
      /** R6.36: what the member's limit of an amount leaves. */
      readonly left: bigint | undefined;
      readonly voucher: string | undefined;
    }
  | { readonly offer: Offer; readonly barred: Pick<Declined, "reason" | "missing"> };

/** R5: what becomes of every offer that is not ruled out. */
export function admit(situation: Situation): readonly Admission[] {
  const { request, program } = situation;
  return program.offers.flatMap((offer): readonly Admission[] => {
    if (!(offer.on ?? ["purchase"]).includes(request.transaction.type)) return []; // R5.7
    const { verdict, day } = judgeOffer(offer, situation);
    if (verdict === false) return [];
    const held = goodVouchers(situation).filter((voucher) => voucher.offer === offer.id);
    if (offer.by === "voucher" && request.member !== undefined && held.length === 0) return []; // R5.10
    const mark = { day, birthdayYear: birthdayYearOf(offer, day, situation) };
    const voucher = offer.by === "voucher" ? usedOf(held, situation) : undefined;
    const lack = needsMember(offer, verdict, situation) ?? lacksFacts(offer, verdict, situation);
    if (lack !== undefined) return [{ offer, barred: lack }];
    // R5.14
    const reasons = [
      offer.by === "voucher" && voucher === undefined ? ("voucherAvailable" as const) : undefined,
      hasReachedLimit(offer, mark, situation) ? ("limitReached" as const) : undefined,
      isBudgetSpent(offer, situation) ? ("budgetSpent" as const) : undefined,
      isHeldOut(offer, situation) ? ("heldOut" as const) : undefined,
    ];
    const reason = reasons.find((one) => one !== undefined);
    if (reason !== undefined) return [{ offer, barred: { reason } }];
    return [{ offer, mark, left: amountLeft(offer, mark, situation), voucher }];
  });
}

/** R5.10: of those named the one that lapses first, ties to the smaller id. */
function usedOf(held: ReturnType<typeof goodVouchers>, { request }: Situation): string | undefined {
  const lapse = (expiresAt: string | null | undefined) =>
    expiresAt == null ? Number.POSITIVE_INFINITY : instantAt(expiresAt);
  const named = held.filter(({ id }) => request.transaction.vouchers?.includes(id));
  return named.sort((a, b) => {
    const [one, other] = [lapse(a.expiresAt), lapse(b.expiresAt)];
    return one === other ? (a.id < b.id ? -1 : 1) : one < other ? -1 : 1;
  })[0]?.id;
}

/** R4.17: the sugar and `when`; R2.9: on which local date they hold. */
function judgeOffer(offer: Offer, situation: Situation) {
  const { tier, code, channel, when, schedule } = offer;
  const { request, today, time } = situation;
  const presented = (request.transaction.codes ?? []).map(folded);
  const among = (list: readonly string[] | undefined, own: string | undefined): Verdict =>
    list === undefined ? true : own === undefined ? undefined : list.includes(own);
  const rest = all([
    among(tier, situation.tier),
    code?.some((one) => presented.includes(folded(one))) ?? true,
    among(channel, request.transaction.channel),
    when === undefined ? true : judge(when, situation),
  ]);
  // R2.8, R2.9
  const hours = (schedule?.hours ?? [{ from: "00:00", until: "24:00" }]).map(({ from, until }) => ({
    from: millisecondsOf(from) ?? 0,
    until: millisecondsOf(until === "00:00" ? "24:00" : until) ?? 0,
  }));
  const own = hours.some(({ from, until }) => from <= time && (time < until || until < from));
  const yesterdays = hours.some(({ from, until }) => until < from && time < until);
  const onOwn = all([own, holdsOn(today, offer, situation)]);
  const onYesterday = all([yesterdays, holdsOn(today - 1, offer, situation)]);
  return {
    verdict: all([rest, any([onOwn, onYesterday])]),
    day: onOwn !== true && onYesterday === true ? today - 1 : today,
  };
}

function holdsOn(day: number, { window, schedule, birthday }: Offer, situation: Situation): Verdict {
  return all([
    window === undefined || inWindow(day, window, situation.calendar),
    schedule?.weekdays?.includes(weekdayOf(day)) ?? true,
    birthday === undefined ? true : holdsBirthday(day, birthday, situation),
  ]);
}

function holdsBirthday(day: number, birthday: NonNullable<Offer["birthday"]>, s: Situation): Verdict {
  const born = readDate(s.request.member?.birthDate);
  const inDaysOf = (tier: string | undefined): Verdict =>
    born && birthdayYearIn(day, born, termsFor(birthday, tier), s) !== undefined;
  if (!isTiered(birthday.before) && !isTiered(birthday.after)) return inDaysOf(undefined);
  const ladder = s.program.tiers?.ladder ?? [];
  return any(ladder.map(({ id }) => all([s.tier === undefined ? undefined : s.tier === id, inDaysOf(id)])));
}

type Barred = Pick<Declined, "reason" | "missing"> | undefined;

/** R5.3 */
function needsMember(offer: Offer, verdict: Verdict, situation: Situation): Barred {
  if (situation.request.member !== undefined) return undefined;
  const missing = verdict === undefined ? missingOf(offer, situation) : [];
  const needs =
    limitOf(offer) !== undefined ||
    benefitsOf(offer).some(({ kind }) => kind !== "discount" && kind !== "gift") ||
    offer.by === "voucher" ||
    offer.holdout !== undefined ||
    isByTier(offer, situation) ||
    missing.some((fact) => fact.startsWith("member."));
  return needs ? { reason: "memberRequired", ...(missing.length === 0 ? {} : { missing }) } : undefined;
}

/** R5.4 */
function lacksFacts(offer: Offer, verdict: Verdict, situation: Situation): Barred {
  const lacks = (...missing: readonly string[]) => ({ reason: "factMissing" as const, missing });
  if (verdict === undefined) return lacks(...missingOf(offer, situation));
  const givesTier = benefitsOf(offer).some(({ kind }) => kind === "tier");
  if ((givesTier || isByTier(offer, situation)) && situation.tier === undefined) return lacks("member.tier");
  const isLimitedByBirthday = limitOf(offer)?.per === "birthdayYear";
  return isLimitedByBirthday && situation.request.member?.birthDate === undefined
    ? lacks("member.birthDate")
    : undefined;
}

/** R4.18 */
function missingOf({ tier, channel, birthday, when }: Offer, s: Situation): readonly string[] {
  const isTieredBirthday = isTiered(birthday?.before) || isTiered(birthday?.after);
  const sugar = [
    ...(tier !== undefined && s.tier === undefined ? ["member.tier"] : []),
    ...(channel !== undefined && s.request.transaction.channel === undefined ? ["transaction.channel"] : []),
    ...(isTieredBirthday && s.tier === undefined ? ["member.tier"] : []),
    ...(birthday && s.request.member?.birthDate === undefined ? ["member.inBirthdayWindow"] : []),
  ];
  const asked = when === undefined ? [] : askedBy(when, s);
  const unknown = asked.filter((fact) => readFact(fact, s) === undefined).map(({ fact }) => fact);
  return [...new Set([...sugar, ...unknown])];
}

function benefitsOf({ benefit }: Offer): readonly Benefit[] {
  return [benefit].flat() as readonly Benefit[];
}

/** R6.21: is a figure of its benefits by tier? */
export function isFiguredByTier(offer: Offer): boolean {
  return benefitsOf(offer).some(hasTiers);
}

function hasTiers(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isTiered(value) || Object.values(value).some(hasTiers);
}

/** R5.4: that, or when what it opens lapses. */
function isByTier(offer: Offer, { program }: Situation): boolean {
  const expiries = benefitsOf(offer).flatMap((benefit) => {
    if (benefit.kind === "voucher") return [benefit.expires];
    if (benefit.kind === "discount" || benefit.kind === "gift" || benefit.kind === "tier") return [];
    const own = program.wallets?.find(
      ({ id, kind }) => kind === benefit.kind && id === (benefit.wallet ?? id),
    );
    return [benefit.expires ?? own?.expires];
  });
  return isFiguredByTier(offer) || expiries.some(isTiered);
}
