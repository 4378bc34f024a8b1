import fc from "fast-check";
import { describe, expect } from "vitest";
import { openFetching } from "../../src/async/fetch-facts.js";
import { runEngine } from "../../src/async/run-engine.js";
import { gather } from "../laws/admit.js";
import { requests } from "../laws/generate-request.js";
import { asyncLaw } from "./async-law.js";
import { hosted, hosts } from "./generate-host.js";
import { forests } from "./generate-trees.js";

const QUESTION = { memberId: undefined, transactionId: "t-1", at: "2026-11-21T17:30:00+03:30" };

const cases = fc.record({ program: forests, request: requests(0), terms: hosts });

// Each case has twenty trees. R16.4
describe("json-rules-engine judges as the compiled form does", () => {
  asyncLaw(
    "whatever the tree, whichever facts are missing or of another type, and whoever says them",
    150,
    cases,
    async ({ program, request, terms }) => {
      const { asked, told, facts } = hosted(request, terms);
      const sheet = gather({ program, request: asked });
      const compiled = sheet.compiled;
      const fetchers = new Map(Object.entries(facts));
      const fetching = openFetching({ fetchers, question: QUESTION, timeoutMs: 2_000 }, compiled.program);
      const { isTrue, isFalse } = await runEngine(compiled.program, compiled.offers, sheet.facts, fetching);
      const known = gather({ program, request: told }).facts;
      const ours = compiled.offers.map(({ holds }) => [holds(known) === true, holds(known) === false]);
      const theirs = compiled.offers.map((_, index) => [isTrue.has(index), isFalse.has(index)]);
      expect(theirs).toEqual(ours);
    },
  );
});
