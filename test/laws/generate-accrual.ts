import fc from "fast-check";
import type { Accrual } from "vafa";
import { components, itemFilters, lotExpiries, percent, steps, tiered, WALLETS } from "./generate-terms.js";
import { maybe, money } from "./generate-value.js";

const units = fc.constantFrom("1", "2", 3, "10", "25", "1000", "0");
const grant = tiered(fc.constantFrom("0.3", 1, "1.2", "7"));

const usables: fc.Arbitrary<Accrual["usable"]> = fc
  .record({
    when: maybe(
      fc.constantFrom(
        { fact: "transaction.channel", operator: "equal", value: "store" },
        { fact: "basket.total", operator: "greaterThan", value: "100" },
      ),
    ),
    items: maybe(itemFilters),
    maxShare: maybe(percent),
  })
  .filter(({ when, items, maxShare }) => when !== undefined || items !== undefined || maxShare !== undefined);

/** Every figure that an accrual has, into every wallet. */
export function accruals(digits: number): fc.Arbitrary<Accrual> {
  const rates = {
    percent: fc.record({ percent: tiered(percent) }),
    fixed: fc.record({ fixed: tiered(units) }),
    perSpend: fc.record({ perSpend: fc.record({ every: tiered(money(digits)), grant }) }),
    perUnit: fc.record({ perUnit: grant }),
  };
  const figures: fc.Arbitrary<Partial<Accrual>> = fc.oneof(
    { weight: 4, arbitrary: rates.percent },
    { weight: 2, arbitrary: rates.fixed },
    { weight: 3, arbitrary: rates.perSpend },
    { weight: 3, arbitrary: fc.record({ multiply: tiered(fc.constantFrom("1", "1.5", 2, "3.3333")) }) },
    { weight: 1, arbitrary: rates.perUnit },
    { weight: 1, arbitrary: fc.record({ perVisit: grant }) },
    {
      weight: 2,
      arbitrary: fc.record({
        perSet: fc.record({ of: components, grant }),
        pick: maybe(fc.constantFrom("cheapest", "dearest")),
      }),
    },
    {
      weight: 2,
      arbitrary: steps<Partial<Accrual>>({
        digits,
        whole: fc.oneof(rates.percent, rates.fixed, rates.perSpend, rates.perUnit),
        ofTotal: fc.oneof(rates.percent, rates.perSpend),
        ofQuantity: rates.perUnit,
      }).map((one) => ({ steps: one as NonNullable<Accrual["steps"]> })),
    },
  );
  const limits = fc.record({
    max: maybe(tiered(units), 5),
    items: maybe(itemFilters, 3),
    expires: maybe(tiered(lotExpiries), 6),
    usable: maybe(usables, 6),
  });
  return fc
    .tuple(fc.constantFrom(...WALLETS), figures, limits)
    .map(([wallet, by, terms]) => ({ ...wallet, ...by, ...terms }));
}
