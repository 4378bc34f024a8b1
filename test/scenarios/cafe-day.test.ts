import { apply, ClubError } from "vafa";
import { describe, expect, it } from "vitest";
import { entryOf, fateOf, given, lost, on, visits } from "./club.js";
import { BEANS_AND_MORE, fiveOfferCafe, SARA } from "./five-offers.js";

/*
 * Sara's birthday, 30 Aban 1405. She has been here nine times and spent 5,200,000. Three purchases, each booked
 * before the next:
 *   17:00  600,000 with beans (10th visit)      birthday 20 % = 120,000 credit
 *   19:00  400,000            (11th visit)      silver 15 % = 60,000 credit; the birthday is had
 *   21:00  700,000 that earn nothing (12th)     big-basket 10 % = 70,000 off
 */
// R9.5, R11.6, R11.8
describe("a day of purchases, carried from one to the next", () => {
  const club = fiveOfferCafe();
  const sara = { ...SARA, standing: { ...SARA.standing, visits: 9 } };
  const { decisions, standing } = visits(club, sara, [
    { at: on("2026-11-21", "17:00"), lines: BEANS_AND_MORE },
    { at: on("2026-11-21", "19:00"), lines: [400_000] },
    { at: on("2026-11-21", "21:00"), lines: [{ unitPrice: "700000", accrues: false }] },
  ]);
  const entries = decisions.map(entryOf);

  it("the first gives the birthday credit; the 10th visit is not the 11th", () => {
    expect(decisions.slice(0, 1).flatMap(given)).toEqual(["birthday: 120000 credit"]);
    expect(decisions.slice(0, 1).flatMap(lost)).toEqual([
      "beans: worth 14000, beaten by birthday, 106000 behind",
      "big-basket: worth 60000, beaten by birthday, 60000 behind",
      "silver: worth 90000, beaten by birthday, 30000 behind",
    ]);
  });

  it("the second does not give the birthday again, and says what it would have been worth", () => {
    expect(decisions.slice(1, 2).flatMap(given)).toEqual(["silver: 60000 credit"]);
    expect(decisions.slice(1, 2).flatMap(lost)).toEqual([
      "birthday: worth 80000, limitReached",
      "eleventh-visit: worth 20000, beaten by silver, 40000 behind",
    ]);
  });

  it("the third earns no credit, so the discount stands alone", () => {
    expect(decisions.slice(2).flatMap(given)).toEqual(["big-basket: 70000 off"]);
    const why = (offer: string) => decisions.slice(2).map((decision) => fateOf(offer, decision));
    expect(why("silver")).toEqual(["givesNothing"]);
    expect(why("eleventh-visit")).toEqual(["givesNothing"]);
    expect(why("birthday")).toEqual(["limitReached"]);
  });

  it("the visits are counted: 9 and three are 12", () => {
    expect(entries.map((entry) => entry.standing.visitNumber)).toEqual([10, 11, 12]);
    expect(standing?.visits).toBe(12);
  });

  it("the spend is net of discounts: 5,200,000 + 600,000 + 400,000 + 630,000", () => {
    expect(standing?.spend).toBe("6830000");
  });

  it("the birthday is kept as had once in its birthday year", () => {
    expect(standing?.uses).toEqual([
      { offer: "birthday", at: "2026-11-21T17:00:00+03:30", day: "2026-11-21", birthdayYear: 1405 },
    ]);
  });

  it("each credit is a lot of its own, and the balance grows from purchase to purchase", () => {
    expect(standing?.lots?.map(({ wallet, amount }) => `${amount} ${wallet}`)).toEqual([
      "120000 credit",
      "60000 credit",
    ]);
    const balances = decisions.map(({ balances }) => balances.find(({ wallet }) => wallet === "credit"));
    expect(balances).toEqual([
      { wallet: "credit", before: "0", after: "120000" },
      { wallet: "credit", before: "120000", after: "180000" },
      { wallet: "credit", before: "180000", after: "180000" },
    ]);
  });

  it("the entries are a chain: each is sealed on the one before, and the standing holds the last", () => {
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    const [first, second, third] = entries.map(({ hash }) => hash);
    expect(entries.map(({ previousHash }) => previousHash)).toEqual(["0".repeat(64), first, second]);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(standing?.head).toEqual({ sequence: 3, hash: third });
    expect(standing?.lastVisitAt).toBe("2026-11-21T21:00:00+03:30");
  });

  it("no entry is booked twice, and none is left out", () => {
    const [first, second] = entries;
    const once = apply(sara.standing, first);
    expect(() => apply(once, first)).toThrow(ClubError);
    expect(() => apply(sara.standing, second)).toThrow(ClubError);
    expect(apply(once, second).visits).toBe(11);
  });
});

// R5.2, R11.7
describe("a new member, from the first purchase on", () => {
  const { decisions, standing } = visits(fiveOfferCafe(), { id: "reza" }, [
    { at: on("2026-11-21"), lines: [600_000] },
    { at: on("2026-11-22"), lines: [100_000] },
  ]);

  it("begins in the lowest tier with the first visit", () => {
    expect(decisions.map((decision) => entryOf(decision).standing)).toMatchObject([
      { daysSinceLastVisit: null, tierAfter: "bronze", tierBefore: "bronze", visitNumber: 1 },
      { daysSinceLastVisit: 1, tierAfter: "bronze", tierBefore: "bronze", visitNumber: 2 },
    ]);
  });

  it("begins its streaks: one week, and with 1 Azar, the day after 30 Aban, two months", () => {
    expect(decisions.map((decision) => entryOf(decision).standing.streaks)).toEqual([
      { months: 1, weeks: 1 },
      { months: 2, weeks: 1 },
    ]);
  });

  it("has spent 540,000 after 10 % off 600,000, and 640,000 after another 100,000", () => {
    expect(decisions.flatMap(given)).toEqual(["big-basket: 60000 off"]);
    expect(standing).toMatchObject({ tier: "bronze", visits: 2, spend: "640000", lots: [], uses: [] });
  });
});
