import type { Benefit, Declined, Offer } from "vafa";
import { weekdayOf } from "../../src/units/calendar.js";
import { birthdayYearIn, inOnePeriod, inWindow, latestBirthdayYear, readDate } from "./club-days.js";
import { all, any, askedBy, judge, type Verdict } from "./conditions.js";
import { millisecondsOf } from "./fact-values.js";
import { readFact } from "./facts.js";
import { forTier } from "./read-purchase.js";
import { dayAt, folded, type Situation } from "./situation.js";

/** An offer that the member may have, and what a use of it counts in; or why it is declined. */
export type Admission =
  | { readonly offer: Offer; readonly day: number; readonly birthdayYear: number | undefined }
  | { readonly offer: Offer; readonly barred: Pick<Declined, "reason" | "missing"> };

/** R5: what becomes of every offer that is not ruled out. */
export function admit(situation: Situation): readonly Admission[] {
  return situation.program.offers.flatMap((offer): readonly Admission[] => {
    const { verdict, day } = judgeOffer(offer, situation);
    if (verdict === false) return [];
    const birthdayYear = birthdayYearOf(offer, day, situation);
    const barred =
      needsMember(offer, verdict, situation) ??
      lacksFacts(offer, verdict, situation) ??
      reachedLimit(offer, { day, birthdayYear }, situation);
    return barred === undefined ? [{ offer, day, birthdayYear }] : [{ offer, barred }];
  });
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

function termsFor({ before = 0, after = 0, ...rest }: NonNullable<Offer["birthday"]>, tier?: string) {
  return { ...rest, before: forTier(before, tier), after: forTier(after, tier) };
}

/** R3.9 */
function limitOf({ limits, birthday }: Offer) {
  return limits?.perMember ?? (birthday && { count: 1, per: "birthdayYear" as const });
}

/** R9.5: the birthday year that a use on this day counts in. */
function birthdayYearOf(offer: Offer, day: number, s: Situation): number | undefined {
  const born = readDate(s.request.member?.birthDate);
  const { birthday } = offer;
  if (born === undefined || (birthday === undefined && limitOf(offer)?.per !== "birthdayYear"))
    return undefined;
  const isKnown = s.tier !== undefined || !(isTiered(birthday?.before) || isTiered(birthday?.after));
  const inDays = birthday && isKnown && birthdayYearIn(day, born, termsFor(birthday, s.tier), s); // R3.7
  return inDays || latestBirthdayYear(day, born); // R3.8
}

type Barred = Pick<Declined, "reason" | "missing"> | undefined;

/** R5.3 */
function needsMember(offer: Offer, verdict: Verdict, situation: Situation): Barred {
  if (situation.request.member !== undefined) return undefined;
  const missing = verdict === undefined ? missingOf(offer, situation) : [];
  const needs =
    limitOf(offer) !== undefined ||
    benefitsOf(offer).some(({ kind }) => kind !== "discount") ||
    isByTier(offer, situation) ||
    missing.some((fact) => fact.startsWith("member."));
  return needs ? { reason: "memberRequired", ...(missing.length === 0 ? {} : { missing }) } : undefined;
}

/** R5.4 */
function lacksFacts(offer: Offer, verdict: Verdict, situation: Situation): Barred {
  const lacks = (...missing: readonly string[]) => ({ reason: "factMissing" as const, missing });
  if (verdict === undefined) return lacks(...missingOf(offer, situation));
  if (isByTier(offer, situation) && situation.tier === undefined) return lacks("member.tier");
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

/** R5.5, R5.6 */
function reachedLimit(
  offer: Offer,
  mark: { readonly day: number; readonly birthdayYear: number | undefined },
  situation: Situation,
): Barred {
  const limit = limitOf(offer);
  if (limit === undefined) return undefined;
  const { per, count } = limit;
  const used = (situation.standing?.uses ?? []).filter((use) => {
    if (use.offer !== offer.id) return false;
    const day = readDate(use.day)?.on ?? dayAt(use.at, situation);
    return per === "birthdayYear"
      ? (use.birthdayYear ?? birthdayYearOf(offer, day, situation)) === mark.birthdayYear
      : inOnePeriod(per, [day, mark.day], situation);
  });
  return used.length >= count ? { reason: "limitReached" } : undefined;
}

export function hasLimit(offer: Offer): boolean {
  return limitOf(offer) !== undefined;
}

function benefitsOf({ benefit }: Offer): readonly Benefit[] {
  return [benefit].flat() as readonly Benefit[];
}

function isTiered(value: unknown): boolean {
  return typeof value === "object" && value !== null && "byTier" in value;
}

/** R6.21: is a figure of its benefits by tier? */
export function isFiguredByTier(offer: Offer): boolean {
  return benefitsOf(offer).some((benefit) => {
    const { every, grant } = (benefit.kind !== "discount" && benefit.perSpend) || {};
    return [...Object.values(benefit), every, grant].some(isTiered);
  });
}

/** R5.4: that, or the `expires` of a wallet it accrues to. */
function isByTier(offer: Offer, { program }: Situation): boolean {
  const expiries = benefitsOf(offer).flatMap((benefit) => {
    if (benefit.kind === "discount") return [];
    const own = program.wallets?.find(
      ({ id, kind }) => kind === benefit.kind && id === (benefit.wallet ?? id),
    );
    return [own?.expires];
  });
  return isFiguredByTier(offer) || expiries.some(isTiered);
}
