import fc from "fast-check";
import type { Benefit, ItemFilter, Tiered } from "vafa";
import { maybe, money } from "./generate-value.js";

/** The tiers of every generated program, lowest first. */
export const TIERS = ["bronze", "silver"] as const;

/** The wallets of every generated program; what they are worth and how they round differs. */
export const WALLETS = [
  { kind: "credit", wallet: "credit" },
  { kind: "credit", wallet: "gift-credit" },
  { kind: "points", wallet: "points" },
  { kind: "points", wallet: "stars" },
] as const;

/** What lines are labelled with, and filters ask for. */
export const LABELS = {
  sku: ["s-1", "s-2", "s-3"],
  category: ["coffee", "tea", "beans"],
  brand: ["acme", "naderi"],
  tag: ["fresh", "sale"],
} as const;

/** Rates that round this way and that, and the ends. */
const percent = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom("0", "0.01", "99.9999") },
  { weight: 6, arbitrary: fc.constantFrom("1", 5, "7.5", "10", "12.5", "20", "33.3333", "50", 100) },
);

const filterKeys = {
  sku: maybe(fc.subarray([...LABELS.sku], { minLength: 2 }), 6),
  category: maybe(
    fc.oneof(fc.constantFrom(...LABELS.category), fc.subarray([...LABELS.category], { minLength: 1 })),
  ),
  brand: maybe(fc.constantFrom(...LABELS.brand), 6),
  tag: maybe(fc.constantFrom(...LABELS.tag), 6),
};

export const itemFilters: fc.Arbitrary<ItemFilter> = fc.record({
  ...filterKeys,
  not: maybe(fc.record(filterKeys), 6),
});

/** One value for all, now and then one for each tier. */
function tiered<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Tiered<T>> {
  return fc.oneof(
    { weight: 12, arbitrary: value as fc.Arbitrary<Tiered<T>> },
    { weight: 1, arbitrary: fc.record({ byTier: fc.record({ bronze: value, silver: value }) }) },
  );
}

function discounts(digits: number): fc.Arbitrary<Benefit> {
  const limits = { max: maybe(tiered(money(digits)), 5), items: maybe(itemFilters, 3) };
  return fc.oneof(
    fc.record({ kind: fc.constant("discount" as const), percent: tiered(percent), ...limits }),
    fc.record({ kind: fc.constant("discount" as const), fixed: tiered(money(digits)), ...limits }),
  );
}

function accruals(digits: number): fc.Arbitrary<Benefit> {
  const units = fc.constantFrom("1", "2", 3, "10", "25", "1000", "0");
  const figure = fc.oneof(
    { weight: 3, arbitrary: fc.record({ percent: tiered(percent) }) },
    { weight: 2, arbitrary: fc.record({ fixed: tiered(units) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        perSpend: fc.record({
          every: tiered(money(digits)),
          grant: tiered(fc.constantFrom("0.3", 1, "1.2", "7")),
        }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ multiply: tiered(fc.constantFrom("1", "1.5", 2, "3.3333")) }) },
  );
  const limits = fc.record({ max: maybe(tiered(units), 5), items: maybe(itemFilters, 3) });
  return fc
    .tuple(fc.constantFrom(...WALLETS), figure, limits)
    .map(([wallet, by, terms]) => ({ ...wallet, ...by, ...terms }));
}

/** What an offer gives: one thing, or several at once. */
export function benefits(digits: number): fc.Arbitrary<Benefit | readonly Benefit[]> {
  const one = fc.oneof(discounts(digits), accruals(digits));
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 4 }) },
  );
}
