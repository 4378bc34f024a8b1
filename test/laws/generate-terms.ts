import fc from "fast-check";
import type { Expiry, ItemFilter, LotExpiry, Tiered } from "vafa";
import { maybe, minorUnits, written } from "./generate-value.js";

/** The tiers of every generated program, lowest first. */
export const TIERS = ["bronze", "silver"] as const;

/** The wallets of every generated program; what they are worth and how they round differs. */
export const WALLETS = [
  { kind: "credit", wallet: "credit" },
  { kind: "credit", wallet: "gift-credit" },
  { kind: "points", wallet: "points" },
  { kind: "points", wallet: "stars" },
  { kind: "stamps", wallet: "stamps" },
  { kind: "tickets", wallet: "tickets" },
] as const;

/** What lines are labelled with, and filters ask for. */
export const LABELS = {
  sku: ["s-1", "s-2", "s-3"],
  category: ["coffee", "tea", "beans"],
  brand: ["acme", "naderi"],
  tag: ["fresh", "sale"],
} as const;

/** Rates that round this way and that, and the ends. */
export const percent = fc.oneof(
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
export function tiered<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Tiered<T>> {
  return fc.oneof(
    { weight: 12, arbitrary: value as fc.Arbitrary<Tiered<T>> },
    { weight: 1, arbitrary: fc.record({ byTier: fc.record({ bronze: value, silver: value }) }) },
  );
}

export const spans = fc.constantFrom({}, { days: 1 }, { months: 6 }, { years: 1, weeks: 2 });

/** When something granted lapses. */
export const expiries: fc.Arbitrary<Expiry> = fc.oneof(
  fc.constant("never" as const),
  fc.record({ after: spans.filter((span) => Object.keys(span).length > 0) }),
  fc.record({
    endOf: fc.constantFrom("day", "month", "season", "year"),
    plus: maybe(fc.constantFrom(0, 1, 5)),
  }),
  fc.record({
    on: fc.constantFrom("2026-11-21", "2027-03-20", {
      calendar: "persian",
      year: 1406,
      month: 12,
      day: 1,
    } as const),
  }),
);

/** When units lapse, and whether each purchase renews them. */
export const lotExpiries: fc.Arbitrary<LotExpiry> = fc.oneof(
  { weight: 3, arbitrary: expiries as fc.Arbitrary<LotExpiry> },
  {
    weight: 1,
    arbitrary: fc.record({
      after: spans.filter((span) => Object.keys(span).length > 0),
      renewedBy: fc.constant("activity" as const),
    }),
  },
);

/** So many units of some items. */
export const component = fc.record({
  items: maybe(itemFilters, 1, 3),
  units: fc.constantFrom(1, 1, 1, 2, 3),
});
export const components = fc.array(component, { minLength: 1, maxLength: 3 });

interface Terms<Rates> {
  readonly digits: number;
  /** What a step may give, and what a slice may. */
  readonly whole: fc.Arbitrary<Rates>;
  readonly ofTotal: fc.Arbitrary<Rates>;
  readonly ofQuantity: fc.Arbitrary<Rates>;
}

/** One to three steps, rising. */
export function steps<Rates extends object>({ digits, whole, ofTotal, ofQuantity }: Terms<Rates>) {
  const totals = fc.uniqueArray(fc.oneof(fc.constant(0), minorUnits), { minLength: 1, maxLength: 3 });
  const froms = {
    total: totals.map((list) => list.sort((a, b) => a - b).map((minor) => written(minor, digits))),
    quantity: fc.subarray<string | number>(["0.5", 1, "2", 3, "4.25", 5, 8], { minLength: 1, maxLength: 3 }),
  };
  return fc
    .tuple(fc.constantFrom("total", "quantity"), fc.constantFrom("whole", "progressive"))
    .chain(([by, mode]) => {
      const rates = mode === "whole" ? whole : by === "total" ? ofTotal : ofQuantity;
      return fc.tuple(froms[by], fc.array(rates, { minLength: 3, maxLength: 3 })).map(([from, give]) => ({
        by,
        mode,
        at: from.map((one, index) => ({ from: one, ...(give[index] as Rates) })),
      }));
    });
}
