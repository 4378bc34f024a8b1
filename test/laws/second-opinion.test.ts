import fc from "fast-check";
import { type Decision, openClub, type Quote } from "vafa";
import { describe, expect, it } from "vitest";
import { decide } from "../reference/decide.js";
import { purchases } from "./generate-case.js";
import { climbing } from "./generate-climb.js";
import { furnished } from "./generate-furnished-case.js";
import { varied } from "./generate-varied-case.js";
import { law } from "./law.js";
import { SIGHTS } from "./sights.js";

const cases = climbing(
  fc.oneof(
    { weight: 1, arbitrary: purchases },
    { weight: 3, arbitrary: varied },
    { weight: 4, arbitrary: furnished },
  ),
);

/** In which words a refusal is told is nobody else's to say. */
function withoutWords({ refusal, ...quote }: Quote): Quote {
  return refusal === undefined ? quote : { ...quote, refusal: { ...refusal, text: { fa: "", en: "" } } };
}

/** What the entry says of the tier. */
function tiersOf({ entry }: Decision) {
  if (entry === undefined) return undefined;
  const { baseTier, raisedTier, tierAfter, tierBefore, tierGraceUntil, tierHeldUntil } = entry.standing;
  return { baseTier, raisedTier, tierAfter, tierBefore, tierGraceUntil, tierHeldUntil };
}

describe("a second implementation, written from the specification alone", () => {
  const seen = new Map<string, number>();
  let compared = 0;

  law("gives the same quote, lots, vouchers, conversions and uses, to the last key", 600, cases, (one) => {
    const club = openClub(one.program);
    const decision = club.evaluate(one.request);
    const { quote, ...written } = decide(one.program, one.request);
    expect(withoutWords(club.quote(one.request))).toStrictEqual(quote);
    const { lots = [], uses = [], vouchers = [], usedVouchers = [], conversions = [] } = decision.entry ?? {};
    const { awards = [], renewals = [] } = decision.entry ?? {};
    expect({
      lots,
      uses,
      vouchers,
      usedVouchers: usedVouchers.map(({ id }) => id),
      conversions,
      renewals,
      bases: awards.map(({ basis }) => basis),
      progress: decision.entry?.progress,
      tiers: tiersOf(decision),
    }).toStrictEqual(written);
    compared += 1;
    for (const [name, { isIn }] of Object.entries(SIGHTS))
      if (isIn(one, decision)) seen.set(name, (seen.get(name) ?? 0) + 1);
  });

  it("and was asked about everything often enough", () => {
    const seldom = Object.entries(SIGHTS)
      .map(([name, { perMille }]) => ({ name, perMille, seen: seen.get(name) ?? 0 }))
      .filter(({ perMille, seen }) => seen * 1_000 < perMille * compared);
    expect(seldom).toEqual([]);
  });
});
