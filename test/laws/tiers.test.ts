import fc from "fast-check";
import { apply, type Entry, openClub, type Program, type Request, type Standing } from "vafa";
import { describe, expect } from "vitest";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { readMember } from "../../src/standing/read-member.js";
import { tierForecast } from "../../src/standing/tier-forecast.js";
import { dateText } from "../../src/standing/tier-progress.js";
import { nextReview, reviewTier } from "../../src/standing/tier-review.js";
import { parseInstant } from "../../src/units/instant.js";
import { instantOf, localTimeOf } from "../../src/units/zone.js";
import { decide } from "../reference/decide.js";
import { measures, pasts, withPast } from "./generate-climb.js";
import { maybe } from "./generate-value.js";
import { law } from "./law.js";

const AT = "2027-03-20T10:00:00+03:30";
const TIERS = ["bronze", "silver", "gold", "platinum"] as const;

interface Scene {
  readonly program: Program;
  readonly request: Request;
}

/** A club of four tiers in which a toman is a toman, and one purchase of a member. */
const scenes: fc.Arbitrary<Scene> = fc
  .record({
    measure: measures,
    bounds: fc.uniqueArray(fc.constantFrom(1, 2, 3, 5, 40, 900, 1_800, 25_000), {
      minLength: 3,
      maxLength: 3,
    }),
    unsaid: maybe(fc.constantFrom(1, 2, 3), 2),
    single: maybe(fc.record({ rung: fc.constantFrom(1, 2, 3), least: fc.constantFrom(2, 40, 800) }), 2),
    past: pasts,
    tier: fc.constantFrom(...TIERS),
    price: fc.constantFrom(0, 1, 2, 39, 700, 30_000),
    calendar: fc.constantFrom("persian", "gregorian"),
    raise: maybe(fc.constantFrom("silver", "gold"), 4),
    at: fc.constantFrom(
      AT,
      "2026-11-21T17:30:00+03:30",
      "2027-03-21T00:00:00+03:30",
      "2028-02-29T23:00:00+03:30",
    ),
  })
  .map(({ measure, bounds, unsaid, single, past, tier, price, calendar, raise, at }) => {
    const rising = [...bounds].sort((a, b) => a - b);
    const ladder = TIERS.map((id, index) => ({
      id,
      ...(index === 0 || index === unsaid ? {} : { from: `${rising[index - 1]}` }),
      ...(single === undefined || single.rung !== index || measure.metric === "visits"
        ? {}
        : { orPurchase: `${single.least}` }),
    }));
    const zone = "Asia/Tehran";
    const program: Program = {
      id: "club",
      version: "1",
      semantics: 1,
      currency: { code: "IRT", digits: 0 },
      timeZone: zone,
      calendar,
      wallets: [
        { id: "credit", kind: "credit" },
        { id: "points", kind: "points", worth: "1" },
      ],
      tiers: { ...measure, ladder },
      offers: [
        { id: "credit", always: true, benefit: { kind: "credit", percent: "100" } },
        { id: "points", always: true, benefit: { kind: "points", percent: "100" } },
        ...(raise === undefined
          ? []
          : [{ id: "raise", always: true, benefit: { kind: "tier", tier: raise } } as const]),
      ],
    };
    const standing = withPast({ tier }, past, measure, { at, zone, calendar });
    const member = { id: "m-1", joinedAt: "2020-02-01T10:00:00+03:30", standing };
    return { program, request: purchase(member, at, price) };
  });

function purchase(member: Request["member"], at: string, price: number, id = "t-1"): Request {
  const lines = [{ id: "1", unitPrice: price }];
  return { member, transaction: { id, type: "purchase", at, currency: "IRT", lines } };
}

function entryOf({ program, request }: Scene): Entry {
  const { entry } = openClub(program).evaluate(request);
  if (entry === undefined) throw new Error("not booked");
  return entry;
}

/** The member and the program as the rooms read them. */
function read({ program: document, request }: Scene) {
  const parsed = parseProgram(document, USUAL_SIZES);
  if (!parsed.ok || request.member === undefined) throw new Error("a club and its member were expected");
  const { program } = parsed;
  const at = parseInstant(request.transaction.at) ?? 0;
  const member = readMember(request.member, { at, local: localTimeOf(at, program.zone) }, program, []);
  return { program, member, at };
}

describe("tiers", () => {
  law(
    "rise, are held and hinted at as a second implementation has it, over four of them",
    150,
    scenes,
    (one) => {
      const decision = openClub(one.program).evaluate(one.request);
      const opinion = decide(one.program, one.request);
      expect(decision.hints).toStrictEqual(opinion.quote.hints);
      expect(decision.entry?.progress).toStrictEqual(opinion.progress);
      expect(decision.entry?.standing).toMatchObject(opinion.tiers ?? {});
    },
  );

  law("are changed by the next review, and by none before it", 80, scenes, (one) => {
    const { program, member, at } = read(one);
    const next = nextReview(program, member, at);
    const first = localTimeOf(at, program.zone).day;
    const days = Array.from({ length: 430 }, (_, index) => instantOf(first + index, 0, program.zone));
    for (const day of days.filter((start) => start > at && (next === undefined || start < next)))
      expect(reviewTier(program, member, day)).toBeUndefined();
    if (next !== undefined) expect(reviewTier(program, member, next)).toBeDefined();
  });

  law("are reached by what is missing, and not by one less", 100, scenes, (scene) => {
    const one = { ...scene, program: withoutSingles(scene.program) };
    const decision = openClub(one.program).evaluate(one.request);
    const { next, missing } = decision.hints?.tier ?? {};
    const { metric } = one.program.tiers ?? {};
    if (next === undefined || metric === "visits" || decision.entry === undefined) return;
    const standing = apply(one.request.member?.standing, decision.entry);
    const member = { ...one.request.member, id: "m-1", standing };
    const tierWith = (price: number) =>
      entryOf({ ...one, request: purchase(member, one.request.transaction.at, price, "t-2") }).standing
        .baseTier;
    expect(tierWith(Number(missing))).toBe(next);
    expect(tierWith(Number(missing) - 1)).toBe(decision.entry.standing.baseTier);
  });

  law(
    "that roll are kept by what is missing, bought on the eve of the fall, and not by one less",
    100,
    scenes,
    (scene) => {
      const one = { ...scene, program: withoutSingles(scene.program) };
      const { program, member, at } = read(one);
      const fall = tierForecast(program, member, at);
      if (fall === undefined || typeof one.program.tiers?.period !== "object") return;
      const eve = localTimeOf(Math.max(at, fall.until - 1), program.zone).day;
      const { progress = [] } = member.standing;
      const fallsWith = (amount: bigint) => {
        const row = { period: dateText(eve), amount, sale: undefined };
        const standing = { ...member.standing, progress: [...progress, row] };
        return tierForecast(program, { ...member, standing }, at)?.until === fall.until;
      };
      expect([fallsWith(fall.missing), fallsWith(fall.missing - 1n)]).toEqual([false, true]);
    },
  );

  law(
    "do not depend on the order of a day's purchases",
    100,
    fc.tuple(scenes, fc.constantFrom(1, 2, 39, 900)),
    ([one, other]) => {
      const prices = [Number(one.request.transaction.lines?.[0]?.unitPrice), other];
      const endOf = (list: readonly number[]) => {
        let standing: Standing | undefined = one.request.member?.standing;
        for (const [index, price] of list.entries()) {
          const member = { ...one.request.member, id: "m-1", standing };
          const entry = entryOf({
            ...one,
            request: purchase(member, one.request.transaction.at, price, `t-${index}`),
          });
          standing = apply(standing, entry);
        }
        const { tier, tierHeldUntil, tierGraceUntil, progress = [] } = standing ?? {};
        return { tier, tierHeldUntil, tierGraceUntil, sums: sums(progress) };
      };
      expect(endOf(prices)).toEqual(endOf([...prices].reverse()));
    },
  );
});

function withoutSingles(program: Program): Program {
  const { tiers } = program;
  if (tiers === undefined) return program;
  return { ...program, tiers: { ...tiers, ladder: tiers.ladder.map(({ orPurchase: _, ...rung }) => rung) } };
}

function sums(rows: NonNullable<Standing["progress"]>): readonly string[] {
  const byPeriod = new Map<string, number>();
  for (const { period, amount } of rows) byPeriod.set(period, (byPeriod.get(period) ?? 0) + Number(amount));
  return [...byPeriod].map(([period, amount]) => `${period} ${amount}`).sort();
}
