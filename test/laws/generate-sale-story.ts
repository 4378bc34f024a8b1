import fc from "fast-check";
import type { Program, Request } from "vafa";

/** A sale of Sara's, and the way it comes back: by units, by money, in any order. */
export interface Story {
  readonly program: Program;
  readonly request: Request;
  readonly steps: readonly Step[];
}

interface Step {
  readonly line: number;
  readonly share: number;
  readonly by: "units" | "money" | "all";
}

const percent = fc.integer({ min: 1, max: 60 }).map(String);
const amount = (most: number) => fc.integer({ min: 0, max: most }).map(String);

const offers = fc
  .record({ first: percent, second: amount(5_000), credit: percent, every: amount(400) })
  .map(({ first, second, credit, every }): Program["offers"] => [
    { id: "a", always: true, benefit: { kind: "discount", percent: first } },
    { id: "b", always: true, benefit: { kind: "discount", fixed: second } },
    { id: "c", always: true, benefit: { kind: "credit", percent: credit } },
    {
      id: "d",
      always: true,
      limits: { perMember: { count: 3, per: "lifetime" } },
      benefit: { kind: "points", perSpend: { every: `${Number(every) + 1}`, grant: "1" } },
    },
    { id: "e", always: true, benefit: { kind: "points", fixed: "7" } },
  ]);

const lines = fc.array(
  fc.record({
    unitPrice: fc.oneof(amount(999), amount(9_999_999)),
    quantity: fc.constantFrom("1", "2", "3", "7", "0.5", "2.25"),
    kind: fc.constantFrom("goods", "goods", "goods", "fee"),
  }),
  { minLength: 1, maxLength: 5 },
);

export const saleStories: fc.Arbitrary<Story> = fc
  .record({
    offers,
    lines,
    redeem: fc.option(amount(3_000), { nil: undefined }),
    accruesOn: fc.constantFrom("paid", "discounted", "list"),
    steps: fc.array(
      fc.record({
        line: fc.nat(4),
        share: fc.integer({ min: 1, max: 100 }),
        by: fc.constantFrom("units", "units", "money", "all"),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ offers, lines, redeem, accruesOn, steps }): Story => {
    const program: Program = {
      id: "club",
      version: "1",
      semantics: 1,
      currency: { code: "IRT", digits: 0 },
      timeZone: "Asia/Tehran",
      calendar: "persian",
      wallets: [
        { id: "credit", kind: "credit", accruesOn: accruesOn as "paid", activatesAfter: { days: 1 } },
        { id: "points", kind: "points", worth: "1", redemption: { rate: "0.7" } },
      ],
      offers,
    };
    const lot = { wallet: "points", at: "2026-01-01T00:00:00Z", activeAt: "2026-01-01T00:00:00Z" };
    const request: Request = {
      member: {
        id: "sara",
        standing: {
          visits: 4,
          spend: "1000",
          lots: [
            { id: "one", ...lot, amount: "1000", expiresAt: "2026-12-01T00:00:00+03:30" },
            { id: "two", ...lot, amount: "2000", expiresAt: null },
          ],
        },
      },
      transaction: {
        id: "t-1",
        type: "purchase",
        at: "2026-11-21T10:00:00+03:30",
        currency: "IRT",
        lines: lines.map((line, index) => ({ id: `${index + 1}`, ...line, kind: line.kind as "goods" })),
        ...(redeem === undefined || redeem === "0" ? {} : { redeem: [{ wallet: "points", amount: redeem }] }),
      },
    };
    return { program, request, steps };
  });
