import fc from "fast-check";
import { type CatalogueItem, type Discount, type Line, openClub, type Program, type Request } from "vafa";
import { describe, expect, it } from "vitest";
import { WHOLE_UNIT } from "../../src/standing/read-lines.js";
import { listClaims } from "../../src/valuation/list-claims.js";
import { takeDiscounts } from "../../src/valuation/take-discounts.js";
import { createDiscountValuer } from "../../src/valuation/value-discount.js";
import type { Case } from "./generate-case.js";
import { discounts } from "./generate-discount.js";
import { LABELS, TIERS } from "./generate-terms.js";
import { minorUnits } from "./generate-value.js";
import { goToMarket } from "./go-to-market.js";
import { law } from "./law.js";

/** A discount that takes whole units. */
const ofUnits = discounts(0).filter(({ units, every, from, buy, bundle }) =>
  [units, every, from, buy, bundle].some((term) => term !== undefined),
);

const CLUB = {
  id: "club",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "UTC",
  calendar: "gregorian",
} as const;

/** Much of little. */
const lines: fc.Arbitrary<readonly Line[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("1", "10", "2", "B", "a"),
    sku: fc.constantFrom(...LABELS.sku),
    category: fc.constantFrom(...LABELS.category),
    unitPrice: minorUnits,
    quantity: fc.constantFrom(1, 2, "2.5", 3, 4, "7.25", 12),
  }),
  { minLength: 1, maxLength: 5, selector: ({ id }) => id },
);

const AT = "2026-11-21T17:30:00+03:30";

/** Some discounts on units, all given, after a catalogue item or two. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    lines,
    discountBase: fc.constantFrom("list", "remaining" as const),
    given: fc.array(ofUnits, { minLength: 1, maxLength: 5 }),
    items: fc.array(
      ofUnits.filter((benefit) => !JSON.stringify(benefit).includes("byTier")),
      { maxLength: 1 },
    ),
  })
  .map(({ lines, discountBase, given, items }) => ({
    program: {
      ...CLUB,
      discountBase,
      tiers: { ladder: TIERS.map((id) => ({ id })) },
      wallets: [{ id: "credit", kind: "credit" }],
      offers: given.map((benefit, index) => ({ id: `o${index}`, always: true, benefit })),
      catalogue: items.map(
        (benefit, index): CatalogueItem => ({ id: `i${index}`, wallet: "credit", price: "1", benefit }),
      ),
    },
    request: {
      transaction: {
        id: "t-1",
        type: "purchase",
        at: AT,
        currency: "IRT",
        lines,
        redeem: items.map((_, index) => ({ catalogue: `i${index}`, times: 1 })),
      },
      member: {
        id: "m-1",
        standing: { tier: "bronze", lots: [{ id: "l-1", wallet: "credit", amount: "10" }] },
      },
    },
  }));

/** What needs so many units for each that it gives wholly. */
interface Deal {
  readonly benefit: Discount;
  /** The units that stand behind so many given ones, at least. */
  readonly behind: (given: number) => number;
}

const few = fc.integer({ min: 1, max: 3 });
const pick = fc.constantFrom("cheapest", "dearest" as const);
const free = { kind: "discount", percent: "100" } as const;
const itself = (given: number) => given;

const deals = fc.oneof<fc.Arbitrary<Deal>[]>(
  fc.record({ units: few, pick }).map((how) => ({ benefit: { ...free, ...how }, behind: itself })),
  fc
    .record({ from: few, pick })
    .map((how) => ({ benefit: { ...free, ...how }, behind: (given: number) => given + how.from - 1 })),
  fc.record({ units: few, more: few, pick }).map(({ units, more, pick }) => ({
    benefit: { ...free, units, every: units + more, pick },
    behind: (given: number) => (given / units) * (units + more),
  })),
  fc.record({ buy: few, get: few, pick }).map(({ buy, get, pick }) => ({
    benefit: { kind: "discount", buy: { units: buy }, get: { units: get, percent: "100" }, pick },
    behind: (given: number) => (given / get) * (buy + get),
  })),
  fc.record({ units: few, pick }).map(({ units, pick }) => ({
    benefit: { kind: "discount", bundle: { of: [{ units }], percent: "100" }, pick },
    behind: itself,
  })),
);

/** Of each line another price, so that units can be read off amounts. */
const PRICES = [1_009, 1_013, 1_019, 1_021] as const;
const quantities = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: PRICES.length });

function awardsOf(deals: readonly Deal[], quantities: readonly number[]) {
  const offers = deals.map(({ benefit }, index) => ({ id: `o${index}`, always: true, benefit }));
  const program: Program = { ...CLUB, offers };
  const lines = quantities.map(
    (quantity, index): Line => ({ id: `${index}`, unitPrice: PRICES[index] ?? 1, quantity }),
  );
  const request: Request = { transaction: { id: "t-1", type: "purchase", at: AT, currency: "IRT", lines } };
  return openClub(program).evaluate(request).awards;
}

describe("a unit is taken or bought by one award only", () => {
  let shared = 0;

  law("whatever discounts are figured after each other, catalogue items first", 200, cases, (one) => {
    const market = goToMarket(one);
    if (market === undefined) return;
    const { program, basket, contest, shopping } = market;
    const valuer = createDiscountValuer(basket, program, listClaims(basket, program.currency.rounding));
    const { list } = takeDiscounts(contest.always, undefined, { program, basket, valuer, moneyWorth: 1n });
    const taking = list.filter(({ off }) => off.amount > 0n);
    if (taking.length > 1 || (taking.length > 0 && shopping.bought.length > 0)) shared += 1;
    for (const [index, { quantity, list }] of basket.lines.entries()) {
      const left = basket.quantities[index] ?? 0n;
      expect(left).toBeGreaterThanOrEqual(0n);
      expect(left).toBeLessThanOrEqual(quantity);
      if (shopping.bought.length === 0) expect(left).toBe(list === 0n ? 0n : quantity);
      let spent = 0n;
      for (const { off } of taking) {
        const own = off.claim.units?.spent[index] ?? 0n;
        expect(off.claim.units?.taken[index] ?? 0n).toBeLessThanOrEqual(own);
        spent += own;
      }
      expect(spent).toBeLessThanOrEqual(left / WHOLE_UNIT);
    }
  });

  it("and many had to share a basket", () => expect(shared).toBeGreaterThan(25));

  law(
    "so what is given wholly, with what had to be bought for it, is no more than was sold",
    150,
    fc.tuple(fc.array(deals, { minLength: 1, maxLength: 5 }), quantities),
    ([given, sold]) => {
      const left = [...sold];
      let behind = 0;
      for (const { offer, lines } of awardsOf(given, sold)) {
        let units = 0;
        for (const { line, amount } of lines) {
          const own = Number(amount) / (PRICES[Number(line)] ?? 1);
          expect(Number.isInteger(own)).toBe(true);
          left[Number(line)] = (left[Number(line)] ?? 0) - own;
          units += own;
        }
        behind += given[Number(offer.slice(1))]?.behind(units) ?? 0;
      }
      expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
      expect(behind).toBeLessThanOrEqual(sold.reduce((sum, units) => sum + units, 0));
    },
  );
});
