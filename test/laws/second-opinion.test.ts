import fc from "fast-check";
import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { decide } from "../reference/decide.js";
import { purchases } from "./generate-case.js";
import { varied } from "./generate-varied-case.js";
import { law } from "./law.js";
import { SIGHTS } from "./sights.js";

const cases = fc.oneof({ weight: 1, arbitrary: purchases }, { weight: 3, arbitrary: varied });

describe("a second implementation, written from the specification alone", () => {
  const seen = new Map<string, number>();
  let compared = 0;

  law("gives the same quote, lots and uses, to the last key", 1_000, cases, (one) => {
    const club = openClub(one.program);
    const decision = club.evaluate(one.request);
    const { quote, lots, uses } = decide(one.program, one.request);
    expect(club.quote(one.request)).toStrictEqual(quote);
    expect(decision.entry?.lots ?? []).toStrictEqual(lots);
    expect(decision.entry?.uses ?? []).toStrictEqual(uses);
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
