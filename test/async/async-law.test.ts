import fc from "fast-check";
import { openClub } from "vafa";
import { describe, expect } from "vitest";
import { evaluateAsync } from "../../src/async/evaluate-async.js";
import { purchases } from "../laws/generate-case.js";
import { asyncLaw } from "./async-law.js";
import { hosted, hosts } from "./generate-host.js";

const cases = fc.record({ one: purchases, terms: hosts });

// R16.1
describe("what is decided with the host's facts is what is decided once they are told", () => {
  asyncLaw(
    "byte for byte: the figures, the entry and the intents",
    150,
    cases,
    async ({ one: { program, request }, terms }) => {
      const club = openClub(program);
      const { asked, facts, calls } = hosted(request, terms);
      const { fetched, ...decision } = await evaluateAsync(club, asked, { facts });
      const replayed = club.evaluate({ ...asked, facts: { ...asked.facts, ...fetched } });
      expect(JSON.stringify(decision)).toBe(JSON.stringify(replayed));
      expect(new Set(calls).size).toBe(calls.length);
      expect(Object.keys(fetched).filter((name) => !calls.includes(name))).toEqual([]);
    },
  );

  asyncLaw(
    "and nobody fares otherwise than if the host had told all it knows",
    100,
    cases,
    async ({ one: { program, request }, terms }) => {
      const club = openClub(program);
      const { asked, told, facts } = hosted(request, terms);
      const { awards, declined, totals } = await evaluateAsync(club, asked, { facts });
      const all = club.quote(told);
      expect({ awards, totals }).toEqual({ awards: all.awards, totals: all.totals });
      expect(declined.map(({ offer, reason }) => [offer, reason])).toEqual(
        all.declined.map(({ offer, reason }) => [offer, reason]),
      );
    },
  );
});
