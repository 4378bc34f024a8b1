import fc from "fast-check";
import type { Offer, Program, Wallet } from "vafa";

/** A club in which whatever can happen to a balance happens by itself sooner or later. */
export interface Terms {
  readonly credit: Pick<Wallet, "expires" | "activatesAfter" | "accruesOn">;
  readonly points: Pick<Wallet, "expires" | "activatesAfter">;
  readonly stamps: Pick<Wallet, "expires" | "activatesAfter" | "converts">;
  readonly tiers: Program["tiers"];
  readonly refunds: Program["refunds"];
  readonly percent: string;
  readonly fixed: string;
}

/** What happens next, so many hours after what was before. */
export type Step = { readonly hours: number } & (
  | {
      readonly kind: "purchase";
      readonly prices: readonly number[];
      readonly pays: "credit" | "points" | "drink" | undefined;
      readonly vouchers: boolean;
    }
  | { readonly kind: "survey" }
  | Back
  | (Omit<Back, "kind"> & { readonly kind: "exchange"; readonly prices: readonly number[] })
  | {
      readonly kind: "adjust";
      readonly wallet: "credit" | "points" | "stamps";
      readonly amount: number;
      readonly direction: "in" | "out";
    }
  | { readonly kind: "advance" }
);

/** Some of a sale that was. */
export interface Back {
  readonly kind: "refund";
  readonly sale: number;
  readonly line: number;
  readonly by: "unit" | "line" | "money" | "all";
  readonly cause: "customer" | "merchant";
}

const expires = fc.constantFrom<Wallet["expires"]>(
  undefined,
  "never",
  { after: { days: 20 } },
  { after: { days: 40 }, renewedBy: "activity" },
  { endOf: "month", plus: 1 },
  {
    byTier: {
      bronze: { after: { days: 30 } },
      silver: { after: { days: 60 }, renewedBy: "activity" },
      gold: "never",
    },
  },
);

const activatesAfter = fc.constantFrom<Wallet["activatesAfter"]>(
  undefined,
  { days: 0 },
  { days: 3 },
  { days: 30 },
);

const metrics = fc.constantFrom<NonNullable<Program["tiers"]>["metric"]>("spend", "visits", {
  wallet: "points",
});

/** As much as a few purchases bring. */
function ladderFor(metric: unknown): NonNullable<Program["tiers"]>["ladder"] {
  const [silver, gold, once] =
    metric === "visits"
      ? ["3", "6", "1"]
      : metric === "spend"
        ? ["9000", "30000", "12000"]
        : ["90", "300", "120"];
  const orPurchase = metric === "visits" ? {} : { orPurchase: once };
  return [
    { id: "bronze", from: "0" },
    { id: "silver", from: silver, ...orPurchase },
    { id: "gold", from: gold },
  ];
}

const tiers = fc
  .record({
    metric: metrics,
    period: fc.constantFrom(
      { rolling: { days: 45 } },
      { rolling: { months: 12 } },
      "calendarYear" as const,
      "anniversary" as const,
    ),
    downgrade: fc.constantFrom("none", "oneStep", "rejudge"),
    grace: fc.constantFrom(undefined, { days: 15 }),
    holds: fc.constantFrom(undefined, { months: 1 }, { months: 12 }),
  })
  .map(({ metric, grace, holds, ...rest }): Program["tiers"] => ({
    metric,
    ...rest,
    ...(grace === undefined ? {} : { grace }),
    ...(holds === undefined ? {} : { holds }),
    ladder: ladderFor(metric),
  }));

const terms: fc.Arbitrary<Terms> = fc.record({
  credit: fc.record({
    expires,
    activatesAfter,
    accruesOn: fc.constantFrom("paid", "discounted", "list"),
  }),
  points: fc.record({ expires, activatesAfter }),
  stamps: fc.record({
    expires,
    activatesAfter,
    converts: fc.constantFrom<Wallet["converts"]>(
      { every: "3", into: { voucher: "third-free", expires: { after: { days: 25 } } } },
      { every: "2", into: { wallet: "credit", amount: "700" } },
    ),
  }),
  tiers,
  refunds: fc.record({
    policy: fc.constantFrom("proportional", "proportional", "reevaluate"),
    debt: fc.constantFrom("carry", "forgive", "deductFromRefund"),
    graceDays: fc.constantFrom(0, 0, 10),
  }) as fc.Arbitrary<Program["refunds"]>,
  percent: fc.integer({ min: 1, max: 60 }).map(String),
  fixed: fc.integer({ min: 0, max: 3_000 }).map(String),
});

const hours = fc.constantFrom(0, 1, 20, 24 * 4, 24 * 15, 24 * 31, 24 * 70, 24 * 200);
const prices = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 3 });
const back = {
  sale: fc.nat(20),
  line: fc.nat(2),
  by: fc.constantFrom("unit", "line", "money", "all"),
  cause: fc.constantFrom("customer", "customer", "merchant"),
} as const;

const purchase = fc.record({
  kind: fc.constant("purchase"),
  hours,
  prices,
  pays: fc.constantFrom("credit", "points", "drink", undefined),
  vouchers: fc.boolean(),
});

const others = fc.oneof(
  fc.record({ kind: fc.constant("survey"), hours }),
  fc.record({ kind: fc.constant("refund"), hours, ...back }),
  fc.record({ kind: fc.constant("exchange"), hours, prices, ...back }),
  fc.record({
    kind: fc.constant("adjust"),
    hours,
    wallet: fc.constantFrom("credit", "points", "stamps"),
    amount: fc.integer({ min: 1, max: 2_000 }),
    direction: fc.constantFrom("in", "out"),
  }),
  fc.record({ kind: fc.constant("advance"), hours }),
);

/** A club, and what one of its members does there. */
export interface Story {
  readonly terms: Terms;
  readonly steps: readonly Step[];
}

export const stories: fc.Arbitrary<Story> = fc.record({
  terms,
  steps: fc.array(fc.oneof(purchase, others), { minLength: 2, maxLength: 12, size: "max" }) as fc.Arbitrary<
    readonly Step[]
  >,
});

const OCCASIONS: readonly Offer[] = [
  {
    id: "birthday",
    on: ["birthday"],
    always: true,
    benefit: { kind: "credit", fixed: "900", expires: { after: { days: 9 } } },
  },
  {
    id: "half-year",
    on: ["milestone"],
    milestone: { since: "joinedAt", at: [{ months: 1 }, { months: 6 }] },
    always: true,
    benefit: { kind: "points", fixed: "33" },
  },
  {
    id: "come-back",
    on: ["inactivity"],
    inactivity: { away: { days: 30 } },
    always: true,
    benefit: { kind: "voucher", offer: "third-free", worth: "500", expires: { after: { days: 12 } } },
  },
  {
    id: "wedding",
    on: ["anniversary"],
    anniversary: { name: "marriage" },
    always: true,
    benefit: { kind: "stamps", wallet: "stamps", fixed: "1" },
  },
];

export function programOf({ credit, points, stamps, tiers, refunds, percent, fixed }: Terms): Program {
  return {
    id: "club",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "Asia/Tehran",
    calendar: "persian",
    wallets: [
      { id: "credit", kind: "credit", ...credit, redemption: { maxShare: "70" } },
      { id: "points", kind: "points", worth: "7", ...points, redemption: { rate: "7" } },
      { id: "stamps", kind: "stamps", worth: "100", ...stamps },
    ],
    tiers,
    refunds,
    catalogue: [
      {
        id: "drink",
        wallet: "points",
        price: "40",
        benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest" },
      },
    ],
    offers: [
      {
        id: "back",
        always: true,
        benefit: { kind: "credit", percent: { byTier: { bronze: "3", silver: "5.5", gold: "11" } } },
      },
      { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "100", grant: "1" } } },
      { id: "visit", always: true, benefit: { kind: "points", perVisit: "2" } },
      { id: "stamp", always: true, benefit: { kind: "stamps", wallet: "stamps", perUnit: "1" } },
      { id: "percent", benefit: { kind: "discount", percent } },
      {
        id: "fixed",
        limits: { perMember: { count: 2, per: "month" } },
        benefit: { kind: "discount", fixed },
      },
      {
        id: "welcome",
        limits: { perMember: { count: 1, per: "lifetime" } },
        benefit: { kind: "credit", fixed },
      },
      {
        id: "third-free",
        by: "voucher",
        benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest" },
      },
      { id: "answered", on: ["survey"], always: true, benefit: { kind: "points", fixed: "5" } },
      ...OCCASIONS,
    ],
  };
}
