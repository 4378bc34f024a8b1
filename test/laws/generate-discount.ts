import fc from "fast-check";
import type { Discount } from "vafa";
import { component, components, itemFilters, percent, steps, tiered } from "./generate-terms.js";
import { maybe, money } from "./generate-value.js";

const ends = fc.constantFrom("cheapest", "dearest" as const);

/** Which units: the first so many, so many of every few, or all from one on. */
const someUnits = fc
  .oneof(
    fc.record({ units: fc.constantFrom(1, 1, 2, 3) }),
    fc.record({ units: fc.constantFrom(1, 2), every: fc.constantFrom(2, 3, 4) }),
    fc.record({ from: fc.constantFrom(1, 2, 3), units: maybe(fc.constantFrom(1, 2), 2) }),
  )
  .chain((units) =>
    fc
      .record({ pick: maybe(ends), unitsPer: maybe(fc.constantFrom("offer", "line", "sku")) })
      .map((how) => ({ ...units, ...how })),
  );

/** Figured on each line alone, as a contest on lines asks for. */
export function lineDiscounts(digits: number): fc.Arbitrary<Partial<Discount>> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.record({ percent: tiered(percent) }) },
    { weight: 1, arbitrary: fc.record({ perUnit: tiered(money(digits)) }) },
    { weight: 1, arbitrary: fc.record({ unitPrice: tiered(money(digits)) }) },
  );
}

/** Every figure that a discount has. */
export function discounts(digits: number): fc.Arbitrary<Discount> {
  const amount = tiered(money(digits));
  const rate = tiered(percent);
  const percents = fc.record({ percent: rate });
  const perUnits = fc.record({ perUnit: amount });
  const figures: fc.Arbitrary<Partial<Discount>> = fc.oneof(
    { weight: 6, arbitrary: percents },
    {
      weight: 5,
      arbitrary: fc.record({ fixed: amount, spread: maybe(fc.constantFrom("even", "proportional"), 2) }),
    },
    { weight: 1, arbitrary: lineDiscounts(digits) },
    {
      weight: 3,
      arbitrary: fc.tuple(lineDiscounts(digits), someUnits).map(([by, units]) => ({ ...by, ...units })),
    },
    {
      weight: 2,
      arbitrary: steps<Partial<Discount>>({
        digits,
        whole: fc.oneof(percents, perUnits, fc.record({ fixed: amount })),
        ofTotal: percents,
        ofQuantity: perUnits,
      }).map((one) => ({ steps: one as NonNullable<Discount["steps"]> })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        buy: component,
        get: fc.tuple(component, rate).map(([one, given]) => ({ ...one, percent: given })),
        pick: maybe(ends),
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(components, fc.oneof(fc.record({ price: amount }), percents), maybe(ends))
        .map(([of, by, pick]) => ({ bundle: { of, ...by }, pick })),
    },
  );
  const limits = fc.record({ max: maybe(amount, 5), items: maybe(itemFilters, 3) });
  return fc.tuple(figures, limits).map(([by, terms]) => ({ kind: "discount", ...by, ...terms }));
}
