import type { Benefit, Member, Program, Request } from "vafa";
import { describe, expectTypeOf, it } from "vitest";

const shop = {
  id: "shop",
  version: "1",
  semantics: 1,
  currency: { code: "EUR", digits: 2 },
  timeZone: "Europe/Berlin",
  calendar: "gregorian",
  offers: [],
} as const satisfies Program;

const sale = {
  id: "t-1",
  type: "purchase",
  at: "2026-11-21T17:30:00+01:00",
  currency: "EUR",
  lines: [],
} as const;

describe("a program", () => {
  it("takes amounts as texts and as numbers; which numbers are exact is asked when it is opened", () => {
    const program = {
      ...shop,
      wallets: [{ id: "points", kind: "points", worth: 0.01 }],
      offers: [
        {
          id: "a",
          benefit: { kind: "discount", percent: "12.5", max: { byTier: { gold: 10, silver: "5" } } },
        },
        {
          id: "b",
          benefit: [
            { kind: "points", perSpend: { every: 10, grant: "1.2" } },
            { kind: "credit", fixed: 2 },
          ],
        },
      ],
    } satisfies Program;
    expectTypeOf(program).toExtend<Program>();
  });

  it("takes conditions in the syntax of json-rules-engine", () => {
    const when = {
      not: { any: [{ fact: "basket.total", operator: "lessThan", value: "5" }, { condition: "vip" }] },
    };
    expectTypeOf({
      ...shop,
      offers: [{ id: "a", when, benefit: { kind: "discount", percent: 5 } }],
    } as const).toExtend<Program>();
    // @ts-expect-error -- a check without its value
    ({ all: [{ fact: "basket.total", operator: "lessThan" }] }) satisfies Program["offers"][number]["when"];
  });

  it("takes no key that it does not know", () => {
    // @ts-expect-error -- `curency`
    ({ ...shop, curency: "EUR" }) satisfies Program;
    // @ts-expect-error -- `percnt`
    ({ ...shop, offers: [{ id: "a", benefit: { kind: "discount", percnt: "5" } }] }) satisfies Program;
    // @ts-expect-error -- a discount has no wallet
    ({ kind: "discount", percent: "5", wallet: "points" }) satisfies Benefit;
  });

  it("takes no word but those there are, and leaves none of the necessary out", () => {
    // @ts-expect-error -- no such calendar
    ({ ...shop, calendar: "lunar" }) satisfies Program;
    // @ts-expect-error -- no such kind
    ({ ...shop, offers: [{ id: "a", benefit: { kind: "cashback", percent: "5" } }] }) satisfies Program;
    // @ts-expect-error -- no such edition
    ({ ...shop, semantics: 2 }) satisfies Program;
    const { timeZone: _, ...nowhere } = shop;
    // @ts-expect-error -- without a zone
    nowhere satisfies Program;
    // @ts-expect-error -- an offer that gives nothing
    ({ ...shop, offers: [{ id: "a" }] }) satisfies Program;
  });
});

describe("a request", () => {
  it("takes a guest's purchase, and a member's", () => {
    ({ transaction: sale }) satisfies Request;
    ({
      member: {
        id: "m-1",
        birthDate: { calendar: "persian", year: 1370, month: 8, day: 30 },
        standing: { visits: 3, lots: [{ id: "l-1", wallet: "credit", amount: "5", expiresAt: null }] },
      },
      transaction: { ...sale, lines: [{ id: "1", quantity: 0.25, unitPrice: 4, category: ["beans"] }] },
      facts: { isStudent: true },
    }) satisfies Request;
  });

  it("takes no wrong key, no wrong word, and no Persian date without its calendar", () => {
    // @ts-expect-error -- `members`
    ({ members: {}, transaction: sale }) satisfies Request;
    // @ts-expect-error -- `price`
    ({ transaction: { ...sale, lines: [{ id: "1", price: "5" }] } }) satisfies Request;
    // @ts-expect-error -- no side of a referral
    ({ transaction: { ...sale, referral: { role: "uncle", with: "m-2" } } }) satisfies Request;
    // @ts-expect-error -- a moment is a text with its offset
    ({ transaction: { ...sale, at: new Date(0) } }) satisfies Request;
    // @ts-expect-error -- a Persian date says its calendar
    ({ id: "m-1", birthDate: { year: 1370, month: 8, day: 30 } }) satisfies Member;
  });
});
