import type { Program } from "../program/program.js";
import type { TierTerms } from "../program/tier-terms.js";
import { formatAmount } from "../units/amount.js";
import { formatInstant, localTimeOf } from "../units/zone.js";
import type { Member } from "./request.js";
import { countedIn, dateText, reachedBy, yearStart } from "./tier-progress.js";
import { countsYears, nextReview, reviewTier, type TierReview } from "./tier-review.js";

/** When the member's own tier falls if nothing is counted any more. */
export interface TierForecast {
  readonly tier: string;
  readonly until: number;
  /** How much more must be counted before then to keep it, in minor units of what is counted. */
  readonly missing: bigint;
}

/** A review begins a grace, or ends one that has no reason any more, before the one that lowers. */
const MOST_REVIEWS = 4;

/**
 * When the tier falls, and what is needed to keep it; `undefined` where it does not fall within ten years, or where no
 * counting keeps it.
 */
export function tierForecast(program: Program, member: Member, at: number): TierForecast | undefined {
  let now = member;
  let after = at;
  for (let count = 0; count < MOST_REVIEWS; count++) {
    const until = nextReview(program, now, after);
    const review = until === undefined ? undefined : reviewTier(program, now, until);
    if (until === undefined || review === undefined) return undefined;
    if (review.after !== review.before) {
      const missing = missingToStay(program, now, at, until);
      return missing === undefined ? undefined : { tier: review.before, until, missing };
    }
    now = reviewed(now, review);
    after = until;
  }
  return undefined;
}

/** The member as a review leaves them. */
function reviewed(member: Member, { after, graceUntil, heldUntil }: TierReview): Member {
  const standing = {
    ...member.standing,
    baseTier: after,
    tierHeldUntil: heldUntil,
    tierGraceUntil: graceUntil,
  };
  return { ...member, standing };
}

/** The least bound that keeps the tier, less what will still have counted by then. */
function missingToStay(program: Program, member: Member, at: number, until: number): bigint | undefined {
  const { ladder, tiers, zone } = program;
  const base = ladder.indexOf(member.standing.baseTier ?? "");
  const bound = tiers?.rungs.slice(base).find(({ from }) => from !== undefined)?.from;
  if (tiers === undefined || bound === undefined) return undefined;
  const [today, day] = [localTimeOf(at, zone).day, localTimeOf(until, zone).day];
  const counted = countsYears(tiers)
    ? countedInYear(member, yearToFill(program, member, today, day))
    : reachedBy(tiers, program, member, day)?.counted;
  return counted === undefined ? undefined : bound - counted;
}

/** The year to buy in: this one, where it still counts then; else the last one before that day. */
function yearToFill(program: Program, member: Member, today: number, day: number): number | undefined {
  const now = yearStart(program, member, today);
  const then = yearStart(program, member, day);
  const last = then === undefined ? undefined : yearStart(program, member, then - 1);
  return now === then || now === last ? now : last;
}

function countedInYear({ standing }: Member, first: number | undefined): bigint | undefined {
  const { progress } = standing;
  return first === undefined || progress === undefined
    ? undefined
    : countedIn(progress, dateText(first)).counted;
}

/** Where the member stands on the ladder, and how far it is up, and down. Amounts in the unit that is counted. */
export interface TierHint {
  /** Their own tier, raises for a while apart; `null` is unknown. */
  readonly tier: string | null;
  /** The next tier that is reached by counting, and what is still to be counted for it. */
  readonly next?: string;
  readonly missing?: string;
  /** The tier falls at `until`, unless so much more is counted before. */
  readonly stay?: { readonly until: string; readonly missing: string };
}

/**
 * What to tell a member of their way; `undefined` where nothing is measured.
 * Worked: 3,800,000 counted of silver from 5,000,000: `{ tier: "bronze", next: "silver", missing: "1200000" }`.
 */
export function tierHint(program: Program, member: Member, at: number): TierHint | undefined {
  const { ladder, tiers, zone } = program;
  const { baseTier } = member.standing;
  if (tiers === undefined) return undefined;
  if (tiers.period === "anniversary" && member.joinedAt === undefined) return undefined;
  if (baseTier === undefined) return { tier: null };
  const counted = countedNow(tiers, program, member, at);
  const next = tiers.rungs.find(
    ({ from }, place) =>
      place > ladder.indexOf(baseTier) && from !== undefined && counted !== undefined && from > counted,
  );
  const missing = (next?.from ?? 0n) - (counted ?? 0n);
  const fall = tierForecast(program, member, at);
  const { digits } = tiers.unit;
  return {
    tier: baseTier,
    ...(next === undefined ? {} : { next: next.id, missing: formatAmount(missing, digits) }),
    ...(fall === undefined
      ? {}
      : { stay: { until: formatInstant(fall.until, zone), missing: formatAmount(fall.missing, digits) } }),
  };
}

/** What a purchase of this instant is added to. */
function countedNow(terms: TierTerms, program: Program, member: Member, at: number): bigint | undefined {
  const { day } = localTimeOf(at, program.zone);
  return countsYears(terms)
    ? countedInYear(member, yearStart(program, member, day))
    : reachedBy(terms, program, member, day)?.counted;
}
