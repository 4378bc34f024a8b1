import { type Line, type Offer, openClub, type Request } from "vafa";
import { describe, expect, it } from "vitest";
import { formatWorth } from "../../src/units/worth.js";
import { bestOf, legalSets } from "../reference/choose-set.js";
import { readSituation } from "../reference/situation.js";
import { awardRow, lineRows } from "../reference/write-rows.js";
import { asReference } from "./admit.js";
import { type Case, contests } from "./generate-case.js";
import { law } from "./law.js";

describe("the best legal set is given", () => {
  law("which brute force over every legal set finds too", 170, contests(1, 7), decidesAsBruteForce);
  law("up to ten offers and more", 30, contests(10, 13), decidesAsBruteForce);

  it("though it hold an offer that finds no room alone", () => {
    decidesAsBruteForce(ROOM_LEFT_BY_A_RIVAL);
    const { awards } = openClub(ROOM_LEFT_BY_A_RIVAL.program).evaluate(ROOM_LEFT_BY_A_RIVAL.request);
    expect(awards.map(({ offer, amount }) => [offer, amount])).toEqual([
      ["tea", "2600"],
      ["coffee", "100"],
    ]);
  });

  it("though it hold a multiplier that alone has nothing to multiply", () => {
    decidesAsBruteForce(POINT_MOVED_BY_A_RIVAL);
    const { awards } = openClub(POINT_MOVED_BY_A_RIVAL.program).evaluate(POINT_MOVED_BY_A_RIVAL.request);
    expect(awards.map(({ offer, amount }) => [offer, amount])).toEqual([
      ["base", "1"],
      ["coffee", "11"],
      ["double-tea", "1"],
    ]);
  });

  it("and proven at once where nothing is left to give", () => {
    const offers = Array.from({ length: 20 }, (_, index): Offer => {
      return { id: `o-${index}`, group: `g-${index}`, benefit: { kind: "discount", percent: "10" } };
    });
    const staff: Offer = { id: "a", always: true, benefit: { kind: "discount", percent: "100" } };
    const groups = offers.map(({ group = "" }) => ({ id: group, limit: 1 }));
    const club = openClub({ ...PLAIN, groups, offers: [staff, ...offers] });
    const { choice } = club.evaluate(buying([{ id: "1", unitPrice: "1000" }]));
    expect(choice).toEqual({ total: "1000", proven: true });
  });
});

const PLAIN = {
  id: "club",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "UTC",
  calendar: "gregorian",
  groups: [{ id: "default", limit: 2 }],
} as const;

function buying(lines: readonly Line[]): Request {
  const at = "2026-11-21T17:30:00+03:30";
  return { member: { id: "m-1" }, transaction: { id: "t-1", type: "purchase", at, currency: "IRT", lines } };
}

/**
 * Alone, `all` takes 10 % of 5,000, a step of 500, of which 100 fall on the coffee and fill it to its floor: nothing
 * is left for `coffee`. Beside `tea`, 10 % of 2,400 is less than half a step: `all` takes nothing.
 */
const ROOM_LEFT_BY_A_RIVAL: Case = {
  program: {
    ...PLAIN,
    currency: { code: "IRT", digits: 0, rounding: { mode: "halfUp", step: "500" } },
    discountBase: "remaining",
    offers: [
      { id: "tea", priority: 2, benefit: { kind: "discount", fixed: "2600", items: { category: "tea" } } },
      { id: "all", priority: 1, always: true, benefit: { kind: "discount", percent: "10" } },
      { id: "coffee", benefit: { kind: "discount", percent: "50", items: { category: "coffee" } } },
    ],
  },
  request: buying([
    { id: "1", category: "coffee", unitPrice: "1000", floorPrice: "900" },
    { id: "2", category: "tea", unitPrice: "4000" },
  ]),
};

/** One point for the whole basket falls on the dearer line: the coffee, until 11 are off it. */
const POINT_MOVED_BY_A_RIVAL: Case = {
  program: {
    ...PLAIN,
    wallets: [{ id: "points", kind: "points", worth: "50" }],
    offers: [
      { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "100", grant: "1" } } },
      { id: "coffee", benefit: { kind: "discount", fixed: "11", items: { category: "coffee" } } },
      { id: "double-tea", benefit: { kind: "points", multiply: "2", items: { category: "tea" } } },
    ],
  },
  request: buying([
    { id: "1", category: "tea", unitPrice: "60" },
    { id: "2", category: "coffee", unitPrice: "61" },
  ]),
};

function decidesAsBruteForce(one: Case): void {
  const decision = openClub(one.program).evaluate(one.request);
  const purchase = asReference(one);
  const { winners, value } = bestOf(legalSets(purchase));
  const always = purchase.offers.filter((offer) => offer.always).map(({ id }) => id);
  expect(decision.choice).toEqual({ total: formatWorth(value.worth, purchase.digits), proven: true });
  const situation = readSituation(one.program, one.request);
  expect(decision.awards).toEqual(value.awards.map((award) => awardRow(award, purchase, situation)));
  const given = new Set(decision.awards.map(({ offer }) => offer).filter((id) => !always.includes(id)));
  expect([...given].sort()).toEqual(winners.map(({ id }) => id));
  expect(decision.lines).toEqual(lineRows(purchase, value));
}
