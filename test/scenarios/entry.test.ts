import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, purchase } from "./club.js";
import { fiveOfferCafe, SARA, sarasPurchase } from "./five-offers.js";

// R9.6
describe("a quote", () => {
  it("is the decision without its entry, and without anything to send", () => {
    const club = fiveOfferCafe();
    const { entry, intents: _, ...rest } = club.evaluate(sarasPurchase());
    expect(entry?.transactionId).toBe("t-1");
    const quote = club.quote(sarasPurchase());
    expect(quote).toEqual(rest);
    expect(quote).not.toHaveProperty("entry");
    expect(quote).not.toHaveProperty("intents");
  });
});

/*
 * Sara, silver, on her 11th visit, pays 540,000 of 600,000 (10 % off): one point for every 10,000 makes 54, worth
 * 2,700; 5 % credit of 540,000 is 27,000, not active until tomorrow. A fee of 20,000 is paid beside it.
 */
// R10
describe("the entry that books a purchase", () => {
  const offers: readonly Offer[] = [
    { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } } },
    {
      id: "credit",
      group: "later",
      limits: { perMember: { count: 1, per: "month" } },
      benefit: { kind: "credit", percent: "5" },
    },
    { id: "ten-percent", benefit: { kind: "discount", percent: "10" } },
    { id: "two-percent", benefit: { kind: "discount", percent: "2" } },
  ];
  const TERMS = {
    groups: [{ id: "later", limit: 1 }],
    wallets: [
      { id: "credit", kind: "credit", activatesAfter: { days: 1 }, expires: { after: { months: 1 } } },
      { id: "points", kind: "points", worth: "50" },
    ],
    offers,
  } as const;
  const club = cafe(TERMS);
  const request = purchase({
    member: { ...SARA, standing: { ...SARA.standing, lastVisitAt: "2026-11-14T23:00:00+03:30" } },
    channel: "store",
    location: "branch-3",
    tenders: [{ type: "card", amount: "560000" }],
    lines: [
      {
        sku: "B-250",
        category: "beans",
        brand: "Naderi",
        tags: ["new"],
        quantity: "0.5",
        unitPrice: "400000",
      },
      { sku: "G-1", quantity: 2, unitPrice: "200000" },
      { unitPrice: "20000", kind: "fee" },
    ],
  });
  const decision = club.evaluate(request);
  const entry = entryOf(decision);

  it("says who bought what, when and where, in the club's own time and calendar", () => {
    expect(entry).toMatchObject({
      v: 1,
      semantics: 1,
      kind: "purchase",
      memberId: "sara",
      transactionId: "t-1",
      at: "2026-11-21T17:30:00+03:30",
      local: {
        calendar: "persian",
        calendarDate: "1405-08-30",
        date: "2026-11-21",
        time: "17:30:00",
        weekday: "saturday",
      },
      transaction: { type: "purchase", channel: "store", location: "branch-3", tenders: ["card"] },
      program: { id: "cafe", version: "1", hash: club.hash },
    });
  });

  it("says what the member was: the visit's number, the tier, days since the last visit", () => {
    // From 14 to 21 November are seven days, although it is not seven times 24 hours.
    expect(entry.standing).toEqual({
      visitNumber: 11,
      tierBefore: "silver",
      tierAfter: "silver",
      tierGraceUntil: null,
      tierHeldUntil: null,
      baseTier: "silver",
      raisedTier: null,
      daysSinceLastVisit: 7,
      // Her standing does not say how many weeks in a row she came.
      streaks: null,
    });
  });

  it("says by line what it cost, what was taken off, and what was paid", () => {
    const lines = entry.lines.map(({ sku, quantity, kind, list, discount, paid }) => {
      return { sku, quantity, kind, list, discount, paid };
    });
    expect(lines).toEqual([
      {
        sku: "B-250",
        quantity: "0.5",
        kind: "goods",
        list: "200000",
        discount: "20000",
        paid: "180000",
      },
      { sku: "G-1", quantity: "2", kind: "goods", list: "400000", discount: "40000", paid: "360000" },
      { sku: null, quantity: "1", kind: "fee", list: "20000", discount: "0", paid: "20000" },
    ]);
    expect(entry.lines[0]).toMatchObject({ category: ["beans"], brand: "Naderi", tags: ["new"] });
    expect(entry.totals).toEqual({ list: "620000", discount: "60000", redeemed: "0", due: "560000" });
  });

  it("moves every amount from one account to another", () => {
    const moved = entry.postings.map(({ amount, unit, from, to }) => `${amount} ${unit}: ${from} → ${to}`);
    expect(moved).toEqual([
      "60000 IRT: club:discount.cost → till:clearing",
      "54 points: club:points.issued → member:points",
      "27000 credit: club:credit.cost → member:credit.pending",
    ]);
  });

  it("opens a lot for each accrual, and the postings name them", () => {
    expect(
      entry.lots.map(({ wallet, amount, activeAt, expiresAt }) => [wallet, amount, activeAt, expiresAt]),
    ).toEqual([
      ["points", "54", "2026-11-21T17:30:00+03:30", null],
      // 1 Azar and 30 Azar 1405
      ["credit", "27000", "2026-11-22T17:30:00+03:30", "2026-12-21T17:30:00+03:30"],
    ]);
    const [points, credit] = entry.lots.map(({ id }) => id);
    expect(points).not.toBe(credit);
    expect(entry.postings.map(({ lot }) => lot)).toEqual([null, points, credit]);
  });

  it("keeps what was used, what was given and why the rest was not", () => {
    expect(entry.uses.map(({ offer, day }) => `${offer} on ${day}`)).toEqual(["credit on 2026-11-21"]);
    expect(entry.awards.map(({ offer, amount, worth }) => `${offer}: ${amount}, worth ${worth}`)).toEqual([
      "base: 54, worth 2700",
      "credit: 27000, worth 27000",
      "ten-percent: 60000, worth 60000",
    ]);
    // 12,000 off: 588,000 paid give 58 points (2,900) and 29,400 credit: 44,300. Given: 2,700 + 27,000 + 60,000.
    expect(entry.declined).toMatchObject([
      { offer: "two-percent", reason: "beaten", worth: "12000", beatenBy: ["ten-percent"], behind: "45400" },
    ]);
  });

  it("holds nothing that names the member but the id: no birth date", () => {
    expect(JSON.stringify(entry)).not.toContain("birthDate");
    expect(JSON.stringify(entry)).not.toContain("1370");
  });

  it("is the same event when it is decided again, also under a later version of the program", () => {
    const again = entryOf(club.evaluate(request));
    expect(again).toEqual(entry);
    const later = entryOf(cafe({ ...TERMS, version: "2" }).evaluate(request));
    expect(later.id).toBe(entry.id);
    expect(later.hash).not.toBe(entry.hash);
    const another = entryOf(
      club.evaluate({ ...request, transaction: { ...request.transaction, id: "t-2" } }),
    );
    expect(another.id).not.toBe(entry.id);
  });
});
