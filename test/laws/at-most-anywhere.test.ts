import { type Line, type Offer, openClub, type Program } from "vafa";
import { describe, expect, it } from "vitest";
import { alwaysIn, valueIn } from "../../src/valuation/price-set.js";
import { alwaysAtMost, atMost, createValuer, isBound, price } from "../../src/valuation/value-offers.js";
import type { Case } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { goToMarket } from "./go-to-market.js";
import { law } from "./law.js";

/** Sets of so many offers are all looked at: 64 of each case. */
const MOST = 6;

/** In each set of those that change what others give, legal or not. */
function isWithinBounds(one: Case): void {
  const market = goToMarket(one);
  if (market === undefined) return;
  const { program, read, shopping, contest } = market;
  const { competing } = contest;
  const valuer = createValuer(program, read, shopping, contest);
  const bound = competing.filter((valued) => isBound(valuer, valued)).slice(0, MOST);
  const free = competing.filter((valued) => !isBound(valuer, valued));
  for (let bits = 0; bits < 2 ** bound.length; bits++) {
    const standing = bound.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
    const pricing = price(valuer, standing);
    expect(alwaysIn(pricing).worth).toBeLessThanOrEqual(alwaysAtMost(valuer));
    for (const valued of [...standing, ...free])
      expect(valueIn(pricing, valued).worth).toBeLessThanOrEqual(atMost(valuer, valued) ?? 0n);
  }
}

describe("no offer is worth more in any set at all than its bound says", () => {
  law("whatever is redeemed, capped, held to a budget or won line by line", 80, furnished, isWithinBounds);

  /** Of the weighed lines each unit loses a fraction, so lesser units come to more: 134 for 132. */
  it("though rounding take less of lesser units", () => {
    const weighed = ["1", "2", "3", "4"].map(
      (id): Line => ({ id, category: "w", unitPrice: "34", quantity: "1.9", amount: "64" }),
    );
    const one = buying(
      [...weighed, { id: "5", unitPrice: "33", quantity: 4, amount: "134" }],
      [
        { id: "a", priority: 1, benefit: { ...FOUR_DEAREST, percent: "10", items: { category: "w" } } },
        { id: "b", benefit: { ...FOUR_DEAREST, percent: "100" } },
        { id: "c", exclusive: true, benefit: { kind: "discount", fixed: "146" } },
      ],
    );
    isWithinBounds(one);
    expect(givenBy(one)).toEqual(["a: 13", "b: 134"]);
  });

  /** Sets of a third of 100 each save a little less than nothing, which rounding hides until a unit is gone. */
  it("though rounding keep a set that saves less than nothing", () => {
    const dear = ["x", "y"].map((category): Line => ({ id: category, category, unitPrice: "50" }));
    const thirds = ["x", "y"].map(
      (category): Line => ({ id: `3${category}`, category, unitPrice: "33", quantity: 3, amount: "100" }),
    );
    const of = ["x", "y"].map((category) => ({ units: 1, items: { category } }));
    const one = buying(
      [...dear, ...thirds],
      [
        {
          id: "a",
          priority: 1,
          benefit: { kind: "discount", percent: "10", units: 1, items: { category: "y" } },
        },
        { id: "b", benefit: { kind: "discount", bundle: { of, price: "67" } } },
      ],
    );
    isWithinBounds(one);
  });
});

const FOUR_DEAREST = { kind: "discount", units: 4, pick: "dearest" } as const;

function buying(lines: readonly Line[], offers: readonly Offer[]): Case {
  const program: Program = {
    id: "club",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "UTC",
    calendar: "gregorian",
    groups: [{ id: "default", limit: 3 }],
    offers,
  };
  const at = "2026-11-21T17:30:00Z";
  return { program, request: { transaction: { id: "t-1", type: "purchase", at, currency: "IRT", lines } } };
}

function givenBy({ program, request }: Case): readonly string[] {
  const { awards } = openClub(program).quote(request);
  return awards.map(({ offer, amount }) => `${offer}: ${amount}`);
}
