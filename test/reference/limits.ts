import type { Benefit, Offer } from "vafa";
import { sha256Hex } from "../../src/units/sha256-node.js";
import { walletOf } from "./accrue.js";
import { birthdayYearIn, inOnePeriod, latestBirthdayYear, readDate, windowBeginning } from "./club-days.js";
import { amountOf, forTier, percentOf } from "./read-purchase.js";
import { digitsOf } from "./set-award.js";
import { dayAt, type Situation } from "./situation.js";

/** What a use counts in. */
export interface Mark {
  readonly day: number;
  readonly birthdayYear: number | undefined;
}

/** R3.9 */
export function limitOf({ limits, birthday }: Offer): NonNullable<Offer["limits"]>["perMember"] {
  return limits?.perMember ?? (birthday && { count: 1, per: "birthdayYear" as const });
}

export function isTiered(value: unknown): boolean {
  return typeof value === "object" && value !== null && "byTier" in value;
}

export function termsFor({ before = 0, after = 0, ...rest }: NonNullable<Offer["birthday"]>, tier?: string) {
  return { ...rest, before: forTier(before, tier), after: forTier(after, tier) };
}

/** R9.5: the birthday year that a use on this day counts in. */
export function birthdayYearOf(offer: Offer, day: number, s: Situation): number | undefined {
  const born = readDate(s.request.member?.birthDate);
  const { birthday } = offer;
  if (born === undefined || (birthday === undefined && limitOf(offer)?.per !== "birthdayYear"))
    return undefined;
  const isKnown = s.tier !== undefined || !(isTiered(birthday?.before) || isTiered(birthday?.after));
  const inDays = birthday && isKnown && birthdayYearIn(day, born, termsFor(birthday, s.tier), s); // R3.7
  return inDays || latestBirthdayYear(day, born); // R3.8
}

/** R5.6: the uses of an offer in the period that this one would count in. */
function usesIn(offer: Offer, mark: Mark, situation: Situation) {
  const per = limitOf(offer)?.per;
  const own = (situation.standing?.uses ?? []).filter((use) => use.offer === offer.id);
  if (per === undefined) return [];
  return own.filter((use) => {
    const day = readDate(use.day)?.on ?? dayAt(use.at, situation);
    if (per === "birthdayYear")
      return (use.birthdayYear ?? birthdayYearOf(offer, day, situation)) === mark.birthdayYear;
    if (per !== "window") return inOnePeriod(per, [day, mark.day], situation);
    if (offer.window === undefined) throw new Error(`${offer.id} has no window`);
    const [then, now] = [day, mark.day].map((one) => windowBeginning(one, offer.window ?? {}, situation));
    return then !== undefined && then === now;
  });
}

/** R5.5, R6.36: in minor units of what the offer gives; `undefined` is no limit. */
export function amountLeft(offer: Offer, mark: Mark, situation: Situation): bigint | undefined {
  const limit = limitOf(offer)?.amount;
  if (limit === undefined) return undefined;
  const benefit = offer.benefit as Benefit;
  const { program } = situation;
  const digits =
    benefit.kind === "discount"
      ? program.currency.digits
      : digitsOf(walletOf({ wallets: program.wallets ?? [] }, benefit as never), program.currency);
  const had = usesIn(offer, mark, situation).reduce((sum, { amount = 0 }) => sum + amountOf(amount, 6), 0n);
  const left = (amountOf(limit, 6) - had) / 10n ** BigInt(6 - digits);
  return left > 0n ? left : 0n;
}

/** R5.5, R5.11 */
export function hasReachedLimit(offer: Offer, mark: Mark, situation: Situation): boolean {
  const { count } = limitOf(offer) ?? {};
  if (count !== undefined && usesIn(offer, mark, situation).length >= count) return true;
  if (amountLeft(offer, mark, situation) === 0n) return true;
  const { uses, members } = offer.limits?.inAll ?? {};
  const had = situation.request.clubUses?.find((use) => "offer" in use && use.offer === offer.id);
  if (had === undefined || !("offer" in had)) return false;
  if (uses !== undefined && (had.uses ?? 0) >= uses) return true;
  const isNew = situation.standing?.uses?.some((use) => use.offer === offer.id) !== true;
  return members !== undefined && (had.members ?? 0) >= members && isNew;
}

/** R5.12 */
export function isBudgetSpent({ limits }: Offer, { program, request }: Situation): boolean {
  const budget = program.budgets?.find(({ id }) => id === limits?.budget);
  if (budget === undefined) return false;
  const { digits } = program.currency;
  const spent = request.clubUses?.find((use) => "budget" in use && use.budget === budget.id);
  const amount = spent !== undefined && "budget" in spent ? spent.amount : 0;
  return amountOf(amount, digits) >= amountOf(budget.amount, digits);
}

/** R5.13 */
export function isHeldOut({ id, holdout }: Offer, { request }: Situation): boolean {
  if (holdout === undefined || request.member === undefined) return false;
  const digits = sha256Hex(`vafa:holdout:1\n${id}\n${request.member.id}`).slice(0, 8);
  const number = BigInt(Number.parseInt(digits, 16) % 1_000_000);
  const { numerator, denominator } = percentOf(holdout.percent);
  return number * denominator < numerator * 1_000_000n;
}
