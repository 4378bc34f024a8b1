import type { CompiledProgram } from "../eligibility/compile.js";
import type { CompiledOffer } from "../eligibility/compiled-offer.js";
import type { Program } from "../program/program.js";
import type { Member } from "../standing/request.js";
import { instantOf, localTimeOf } from "../units/zone.js";
import type { Occasion } from "./occasion.js";
import {
  absenceDay,
  type DatedOccasion,
  greetingDays,
  milestoneDays,
  returnDays,
  type SoughtDays,
  startDays,
} from "./occasion-days.js";
import type { Span } from "./span.js";

/** Occasions that come at one instant, each once, in the order of their types. */
export interface OccasionsAhead {
  readonly at: number;
  readonly due: readonly Occasion[];
}

/**
 * The next occasions of a member. They come at the start of a local day, and each with the offers that are due on that
 * day alone: of milestones at 3 and at 6 months, each sees its own.
 */
export function nextOccasions(
  offersOn: CompiledProgram["offersOn"],
  program: Program,
  member: Member,
  span: Span,
): OccasionsAhead | undefined {
  const { zone } = program;
  const sought: SoughtDays = {
    first: localTimeOf(span.since, zone).day,
    last: localTimeOf(span.until, zone).day,
    has: (day) => sought.first <= day && day <= sought.last && instantOf(day, 0, zone) > span.since,
  };
  const ahead = datesOf(offersOn, program, member, sought);
  let day = Number.POSITIVE_INFINITY;
  for (const one of ahead) if (one.day < day) day = one.day;
  if (!Number.isFinite(day)) return undefined;
  const at = instantOf(day, 0, zone);
  if (at > span.until) return undefined;
  return { at, due: together(ahead.filter((one) => one.day === day)) };
}

/** For each offer on occasions the next day on which it is due; and the birthday, with or without an offer. */
function datesOf(
  offersOn: CompiledProgram["offersOn"],
  program: Program,
  member: Member,
  sought: SoughtDays,
): readonly DatedOccasion[] {
  const { joinedAt, birthDate, anniversaries, standing } = member;
  const dates: DatedOccasion[] = [];
  const add = (days: Iterable<number>, occasion: Omit<DatedOccasion, "day">): void => {
    for (const day of days) {
      if (!sought.has(day)) continue;
      dates.push({ ...occasion, day });
      return;
    }
  };
  const each = (type: Occasion["type"], place: (offer: CompiledOffer) => void): void => {
    for (const offer of offersOn.get(type)?.offers ?? []) place(offer);
  };
  if (birthDate !== undefined) {
    const modes = (offersOn.get("birthday")?.offers ?? []).map(
      ({ offer }) => offer.birthday?.leapDay ?? "before",
    );
    add(greetingDays(birthDate, modes, sought), { type: "birthday", name: undefined, offer: undefined });
    each("birthday", (offer) => {
      const days = returnDays(birthDate, offer.offer.birthday?.leapDay ?? "before", sought);
      add(days, { type: "birthday", name: undefined, offer });
    });
  }
  each("anniversary", (offer) => {
    const { anniversary } = offer.offer.occasions;
    const date = anniversary && anniversaries.get(anniversary.name);
    if (anniversary === undefined || date === undefined) return;
    const { name, leapDay } = anniversary;
    add(returnDays(date, leapDay, sought), { type: "anniversary", name, offer });
  });
  const unnamed = { name: undefined } as const;
  if (joinedAt !== undefined) {
    each("milestone", (offer) => {
      add(milestoneDays(offer.offer, joinedAt, program), { type: "milestone", ...unnamed, offer });
    });
  }
  const { lastVisitAt } = standing;
  if (lastVisitAt !== undefined) {
    each("inactivity", (offer) => {
      add(absenceDay(offer.offer, lastVisitAt, program), { type: "inactivity", ...unnamed, offer });
    });
  }
  each("start", (offer) => {
    add(startDays(offer.offer, program, sought), { type: "start", ...unnamed, offer });
  });
  return dates;
}

/** Offers on one and the same thing are looked at together. */
function together(dates: readonly DatedOccasion[]): readonly Occasion[] {
  const occasions = new Map<
    string,
    { type: Occasion["type"]; name: string | undefined; offers: CompiledOffer[] }
  >();
  for (const { type, name, offer } of dates) {
    const key = `${type} ${name ?? ""}`;
    const occasion = occasions.get(key) ?? { type, name, offers: [] };
    occasions.set(key, occasion);
    if (offer !== undefined) occasion.offers.push(offer);
  }
  return [...occasions.values()];
}
