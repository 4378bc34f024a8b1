import fc from "fast-check";
import type { Benefit } from "vafa";
import { accruals } from "./generate-accrual.js";
import { discounts } from "./generate-discount.js";
import { expiries, spans, TIERS, tiered } from "./generate-terms.js";
import { maybe } from "./generate-value.js";

/** Stands for the offer that vouchers of a program are for, until it is known which that is. */
export const VOUCHER_OFFER = "the-voucher-offer";

const worths = {
  worth: maybe(fc.constantFrom("0", "40", "2500.5")),
  cost: maybe(fc.constantFrom("0", "7", 900), 3),
};

/** What is given once and lies on no line. */
const things: fc.Arbitrary<Benefit> = fc.oneof(
  fc.uniqueArray(fc.constantFrom("g-2", "G", "g-1"), { minLength: 1 }).chain((ids) =>
    fc.record({
      kind: fc.constant("gift" as const),
      gifts: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            worth: fc.constantFrom("0", "300", "300", "1234.5"),
            cost: maybe(fc.constantFrom("0", "250"), 2),
          }),
        ),
      ),
    }),
  ),
  fc.record({
    kind: fc.constant("voucher" as const),
    offer: fc.constant(VOUCHER_OFFER),
    expires: maybe(tiered(expiries)),
    ...worths,
  }),
  fc.record({
    kind: fc.constant("tier" as const),
    tier: fc.constantFrom(...TIERS),
    for: maybe(spans.filter((span) => Object.keys(span).length > 0)),
    ...worths,
  }),
);

/** What an offer gives: one thing, or several at once. */
export function benefits(digits: number): fc.Arbitrary<Benefit | readonly Benefit[]> {
  const one = fc.oneof(
    { weight: 6, arbitrary: discounts(digits) },
    { weight: 5, arbitrary: accruals(digits) },
    { weight: 1, arbitrary: things },
  );
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 4 }) },
  );
}
