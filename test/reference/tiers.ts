import type { Entry, Program, Quote } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { formatInstant, instantOf, localTimeOf } from "../../src/units/zone.js";
import { type Counts, countsOf } from "./count-towards-tiers.js";
import { after } from "./lots.js";
import { instantAt } from "./read-purchase.js";
import type { SetAward } from "./set-award.js";
import type { Situation } from "./situation.js";

type Tiers = NonNullable<Program["tiers"]>;

/** What becomes of the tier. */
export interface Climb {
  readonly progress: Entry["progress"];
  readonly standing: Pick<
    Entry["standing"],
    "baseTier" | "raisedTier" | "tierAfter" | "tierBefore" | "tierGraceUntil" | "tierHeldUntil"
  >;
  readonly hints: Quote["hints"];
}

/** A member's own tier, by its place on the ladder; instants where there are any. */
interface Stand {
  readonly place: number;
  readonly held: number | undefined;
  readonly grace: number | undefined;
}

/** R10.9, R21.2 to R21.15 */
export function climb(awards: readonly SetAward[], spend: bigint, situation: Situation): Climb {
  const { program, standing = {}, tier } = situation;
  const ladder = (program.tiers?.ladder ?? []).map(({ id }) => id);
  const isNew = situation.request.member?.standing === undefined;
  const counts = countsOf(awards, spend, situation);
  const own = isNew ? ladder[0] : ladder.find((id) => id === standing.tier);
  const offered = raised(awards, own, situation);
  const instant = (written: string | undefined) => (written === undefined ? undefined : instantAt(written));
  const before = { held: instant(standing.tierHeldUntil), grace: instant(standing.tierGraceUntil) };
  const lifted = offered.base === undefined ? -1 : ladder.indexOf(offered.base);
  const reached = counts?.placeNow();
  const isReached = reached !== undefined && lifted >= 0 && reached >= lifted;
  const place = isReached ? reached : lifted;
  const isHigher = ladder[place] !== own;
  const endsGrace = isReached && before.grace !== undefined;
  const stand: Stand =
    isHigher || endsGrace
      ? { place, held: isReached ? held(situation) : heldBySteps(situation), grace: undefined }
      : { place, ...before };
  const written = (at: number | undefined) => (at === undefined ? null : formatInstant(at, program.timeZone));
  return {
    progress: counts === undefined ? unmeasured(spend, situation) : counts.progress,
    standing: {
      baseTier: ladder[place] ?? null,
      raisedTier: offered.raised ?? null,
      tierAfter: ladder[Math.max(place, ladder.indexOf(offered.after ?? ""))] ?? null,
      tierBefore: tier ?? null,
      tierGraceUntil: written(stand.grace),
      tierHeldUntil: written(stand.held),
    },
    hints: counts === undefined ? undefined : { tier: hint(stand, counts, situation) },
  };
}

function unmeasured(spend: bigint, { program, request }: Situation): Entry["progress"] {
  return {
    alone: false,
    counted: null,
    from: null,
    period: null,
    spend: formatAmount(spend, program.currency.digits),
    visits: request.transaction.type === "purchase" ? 1 : 0,
  };
}

/** R10.9 */
function raised(awards: readonly SetAward[], own: string | undefined, situation: Situation) {
  const { program, standing, at, tier } = situation;
  const place = (id: string | undefined) => program.tiers?.ladder.findIndex((one) => one.id === id) ?? -1;
  const known = standing?.raisedTier;
  const holds = known !== undefined && at < instantAt(known.until) && place(known.tier) >= 0;
  let base = own;
  let raise = holds ? { tier: known.tier, until: instantAt(known.until) } : undefined;
  let highest = tier;
  for (const { benefit } of awards) {
    if (benefit.kind !== "tier") continue;
    if (benefit.for === undefined) base = place(benefit.tier) > place(base) ? benefit.tier : base;
    else {
      const until = after(benefit.for, situation);
      const isMore =
        raise === undefined ||
        place(benefit.tier) > place(raise.tier) ||
        (benefit.tier === raise.tier && until > raise.until);
      if (isMore) raise = { tier: benefit.tier, until };
    }
    if (place(benefit.tier) > place(highest)) highest = benefit.tier;
  }
  const written = raise && { tier: raise.tier, until: formatInstant(raise.until, program.timeZone) };
  return { base, raised: written, after: highest };
}

/** R21.9 */
function held(situation: Situation): number | undefined {
  const holds = situation.program.tiers?.holds;
  return holds === undefined ? undefined : after(holds, situation);
}

function heldBySteps(situation: Situation): number | undefined {
  const { metric, period } = situation.program.tiers ?? {};
  if (metric === undefined) return undefined;
  return held(situation) ?? (typeof period === "object" ? after(period.rolling, situation) : undefined);
}

/** R21.15 */
function hint({ place, held, grace }: Stand, counts: Counts, situation: Situation) {
  const { program, today } = situation;
  const rungs = (program.tiers as Tiers).ladder;
  const tier = rungs[place]?.id;
  if (tier === undefined) return { tier: null };
  const here = counts.countedHere(today);
  const next =
    here === undefined
      ? -1
      : counts.bounds.findIndex((from, at) => at > place && from !== undefined && from > here);
  const text = (minor: bigint) => formatAmount(minor, counts.digits);
  const fall = forecast({ place, held, grace }, counts, situation);
  return {
    tier,
    ...(next < 0 || here === undefined
      ? {}
      : { next: rungs[next]?.id ?? "", missing: text((counts.bounds[next] ?? 0n) - here) }),
    ...(fall === undefined
      ? {}
      : { stay: { until: formatInstant(fall.until, program.timeZone), missing: text(fall.missing) } }),
  };
}

/** R21.14, day by day. */
function forecast(start: Stand, counts: Counts, situation: Situation) {
  let stand = start;
  let since = situation.at;
  for (;;) {
    const found = nextChange(stand, since, counts, situation);
    if (found === undefined) return undefined;
    if (found.stand.place < stand.place) {
      const bound = counts.bounds.slice(stand.place).find((from) => from !== undefined);
      const there = counts.countedFor(situation.today, dayOf(found.at, situation));
      return bound === undefined || there === undefined
        ? undefined
        : { until: found.at, missing: bound - there };
    }
    stand = found.stand;
    since = found.at;
  }
}

/** R21.10, R21.11: the first instant after `since` at which a review changes something. */
function nextChange(stand: Stand, since: number, counts: Counts, situation: Situation) {
  const { program, calendar } = situation;
  const { period = "lifetime", downgrade = "none" } = program.tiers as Tiers;
  const { place, held = Number.NEGATIVE_INFINITY, grace } = stand;
  const isKnown = counts.placeOn(situation.today) !== undefined;
  if (downgrade === "none" || !isKnown || (place === 0 && grace === undefined)) return undefined;
  const graceEnd = grace === undefined ? undefined : Math.max(grace, held, since);
  const first = dayOf(Math.max(since, held), situation);
  const horizon = calendar.plus(dayOf(since, situation), { years: 10 });
  // A whole life is on each day what it is on the first.
  const last = period === "lifetime" ? Math.min(horizon, first + 1) : horizon;
  const end = graceEnd === undefined ? last : Math.min(last, dayOf(graceEnd, situation));
  for (let day = first; day <= end; day++) {
    if (typeof period === "string" && period !== "lifetime" && counts.yearOf(day) !== day) continue;
    const at = instantOf(day, 0, program.timeZone);
    if (at <= since || at < held || (graceEnd !== undefined && at >= graceEnd)) continue;
    const changed = review(stand, at, counts, situation);
    if (changed !== undefined) return { at, stand: changed };
  }
  const changed = graceEnd === undefined ? undefined : review(stand, graceEnd, counts, situation);
  return graceEnd === undefined || changed === undefined ? undefined : { at: graceEnd, stand: changed };
}

function review(stand: Stand, at: number, counts: Counts, situation: Situation): Stand | undefined {
  const { downgrade, grace } = situation.program.tiers as Tiers;
  const then = { ...situation, at, ...localOf(at, situation) };
  const reached = counts.placeOn(then.today);
  if (reached === undefined) return undefined;
  const free = { held: undefined, grace: undefined };
  if (reached >= stand.place) return stand.grace === undefined ? undefined : { place: stand.place, ...free };
  if (stand.grace === undefined && grace !== undefined)
    return { ...free, place: stand.place, grace: after(grace, then) };
  if (stand.grace !== undefined && at < stand.grace) return undefined;
  return downgrade === "oneStep"
    ? { ...free, place: stand.place - 1, held: heldBySteps(then) }
    : { ...free, place: reached };
}

function localOf(at: number, { program }: Situation) {
  const { day, time } = localTimeOf(at, program.timeZone);
  return { today: day, time };
}

function dayOf(at: number, situation: Situation): number {
  return localOf(at, situation).today;
}
