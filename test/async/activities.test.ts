import { evaluateAsync } from "vafa/async";
import { describe, expect, it } from "vitest";
import { activity, cafe, given } from "../scenarios/club.js";

// R5.7, R5.9, R16.1, R16.5
describe("an activity that is decided with the host's facts", () => {
  const longEnough = { fact: "months", operator: "greaterThanInclusive", value: 12 };
  const isGift = { fact: "isGift", operator: "equal", value: true };
  const club = cafe({
    facts: { months: "number", isGift: "boolean" },
    offers: [
      {
        id: "renewed",
        on: ["renewal"],
        when: { all: [longEnough, isGift] },
        benefit: { kind: "credit", fixed: 5 },
      },
      { id: "base", benefit: { kind: "credit", fixed: 7 } },
    ],
  });
  const renewal = activity("renewal", { activity: { months: 12 } });

  it("is asked only what the activity does not say, and decided as without the host", async () => {
    const asked: string[] = [];
    const fetcher = (name: string, value: unknown) => () => {
      asked.push(name);
      return value;
    };
    const facts = { months: fetcher("months", 1), isGift: fetcher("isGift", true) };
    const { fetched, ...decision } = await evaluateAsync(club, renewal, { facts });
    expect(given(decision)).toEqual(["renewed: 5 credit"]);
    expect([asked, fetched]).toEqual([["isGift"], { isGift: true }]);
    expect(decision).toEqual(club.evaluate({ ...renewal, facts: fetched }));
  });
});
