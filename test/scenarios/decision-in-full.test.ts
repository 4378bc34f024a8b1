import { openClub, type Program, type Request } from "vafa";
import { describe, expect, it } from "vitest";
import { charged, entryOf, given, lost, onLines } from "./club.js";

/*
 * A whole program, as a club writes it, and one purchase of 600,000 by a silver member on her birthday.
 *
 * Her 40,000 of credit is not used here: redemption is not built yet. So she pays the whole 600,000, and
 *   base      60 whole steps of 10,000 × 1.2 points  = 72 points, worth 72 × 50 =   3,600
 *   birthday  20 % of 600,000                                                   = 120,000 credit
 *   together                                                                      123,600
 */
const PROGRAM = {
  id: "cafe-naderi",
  version: "1405-09",
  semantics: 1,
  name: { fa: "کافه نادری", en: "Café Naderi" },
  currency: { code: "IRT", digits: 0, rounding: "halfUp" },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  weekStart: "saturday",
  locale: "fa-IR",
  discountBase: "list",
  wallets: [
    {
      id: "credit",
      kind: "credit",
      worth: "1",
      accruesOn: "paid",
      activatesAfter: { days: 0 },
      expires: { after: { months: 6 } },
    },
    {
      id: "points",
      kind: "points",
      digits: 0,
      worth: "50",
      rounding: "down",
      expires: { byTier: { bronze: { after: { months: 6 } }, silver: "never" } },
    },
  ],
  tiers: {
    metric: "spend",
    ladder: [
      { id: "bronze", from: "0" },
      { id: "silver", from: "5000000" },
    ],
  },
  facts: { isStudent: "boolean" },
  attributes: { city: { path: "$.city", type: "text" } },
  groups: [{ id: "default", limit: 1 }],
  offers: [
    {
      id: "base",
      always: true,
      benefit: {
        kind: "points",
        perSpend: { every: "10000", grant: { byTier: { bronze: "1", silver: "1.2" } } },
      },
    },
    {
      id: "eleventh-visit",
      when: { all: [{ fact: "member.visitNumber", operator: "greaterThanInclusive", value: 11 }] },
      benefit: { kind: "credit", percent: "5" },
    },
    {
      id: "big-basket",
      when: { all: [{ fact: "basket.total", operator: "greaterThan", value: "500000" }] },
      benefit: { kind: "discount", percent: "10" },
    },
    { id: "birthday", birthday: { before: 3, after: 3 }, benefit: { kind: "credit", percent: "20" } },
    { id: "silver", tier: ["silver"], benefit: { kind: "credit", percent: "15" } },
    {
      id: "beans",
      when: {
        all: [{ fact: "basket.quantity", params: { category: "beans" }, operator: "greaterThan", value: 0 }],
      },
      benefit: { kind: "discount", percent: "7", items: { category: ["beans"] } },
    },
    {
      id: "yalda",
      window: { yearly: { from: { month: 9, day: 28 }, to: { month: 9, day: 30 } } },
      schedule: { weekdays: ["monday"], hours: [{ from: "15:00", until: "18:00" }] },
      limits: { perMember: { count: 1, per: "year" } },
      notWith: ["big-basket"],
      benefit: { kind: "points", multiply: "2" },
    },
  ],
  maxOffers: 3,
} as const satisfies Program;

const REQUEST = {
  member: {
    id: "m-81f3",
    joinedAt: "2025-02-01T10:00:00+03:30",
    birthDate: { calendar: "persian", year: 1370, month: 8, day: 30 },
    anniversaries: [{ name: "marriage", date: "2015-06-12" }],
    segments: ["students"],
    attributes: { city: "Shiraz" },
    standing: {
      tier: "silver",
      visits: 10,
      spend: "5200000",
      lastVisitAt: "2026-11-14T09:00:00+03:30",
      balances: [{ wallet: "credit", amount: "40000" }],
    },
  },
  transaction: {
    id: "t-1",
    type: "purchase",
    at: "2026-11-21T17:30:00+03:30",
    currency: "IRT",
    channel: "store",
    location: "branch-3",
    tenders: [{ type: "card", amount: "600000" }],
    lines: [
      {
        id: "1",
        sku: "B-250",
        category: ["beans"],
        quantity: "1",
        unitPrice: "200000",
        floorPrice: "150000",
      },
      { id: "2", sku: "G-1", category: ["gifts"], quantity: "2", unitPrice: "200000" },
    ],
  },
  facts: { isStudent: true },
} as const satisfies Request;

// R6 to R9
describe("a whole program decides one purchase", () => {
  const decision = openClub(PROGRAM).evaluate(REQUEST);

  it("the base points are given to all, beside the birthday credit that wins", () => {
    expect(given(decision)).toEqual(["base: 72 points", "birthday: 120000 credit"]);
    expect(decision.choice).toEqual({ total: "123600", proven: true });
  });

  it("each award is split over the lines it was figured on, a third and two thirds", () => {
    expect(onLines(decision, "base")).toEqual(["1: 24", "2: 48"]);
    expect(onLines(decision, "birthday")).toEqual(["1: 40000", "2: 80000"]);
  });

  it("the points beside each loser are counted when it is said how far behind it is", () => {
    expect(lost(decision)).toEqual([
      // 586,000 to pay: 58 steps × 1.2 = 69.6, down to 69 points = 3,450; + 14,000 = 17,450; 123,600 − 17,450
      "beans: worth 14000, beaten by birthday, 106150 behind",
      // 540,000 to pay: 54 steps × 1.2 = 64.8, down to 64 points = 3,200; + 60,000 = 63,200; 123,600 − 63,200
      "big-basket: worth 60000, beaten by birthday, 60400 behind",
      // 3,600 + 30,000 = 33,600; 123,600 − 33,600
      "eleventh-visit: worth 30000, beaten by birthday, 90000 behind",
      // 3,600 + 90,000 = 93,600; 123,600 − 93,600
      "silver: worth 90000, beaten by birthday, 30000 behind",
    ]);
  });

  it("the till charges the whole bill", () => {
    expect(decision.totals).toEqual({ list: "600000", discount: "0", redeemed: "0", due: "600000" });
    expect(charged(decision)).toEqual(["200000", "400000", "600000"]);
  });

  it("every wallet is listed, in the program's order", () => {
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "40000", after: "160000" },
      { wallet: "points", before: "0", after: "72" },
    ]);
  });

  it("the credit lapses in six Persian months, the points of a silver member never", () => {
    // 30 Aban 1405 + 6 months = 30 Ordibehesht 1406 = 20 May 2027
    expect(entryOf(decision).lots).toMatchObject([
      { wallet: "points", amount: "72", expiresAt: null },
      { wallet: "credit", amount: "120000", expiresAt: "2027-05-20T17:30:00+03:30" },
    ]);
  });

  it("on the Yalda Monday the double points are worth 3,600, and lose to the silver credit", () => {
    // 30 Azar 1405, Monday 21 December 2026, 15:00: no birthday. 600,000 give 72 points; as many again are worth 3,600.
    const transaction = { ...REQUEST.transaction, at: "2026-12-21T15:00:00+03:30" };
    const yalda = openClub(PROGRAM).evaluate({ ...REQUEST, transaction });
    expect(given(yalda)).toEqual(["base: 72 points", "silver: 90000 credit"]);
    expect(lost(yalda)).toContain("yalda: worth 3600, beaten by silver, 86400 behind");
  });
});
