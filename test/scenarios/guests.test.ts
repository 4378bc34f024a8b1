import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, given, guestPurchase, lost, purchase, type Scene } from "./club.js";
import { BEANS_AND_MORE, fiveOfferCafe } from "./five-offers.js";

const DISCOUNT = { kind: "discount", percent: "10" } as const;

/** What comes of one offer when a guest buys for 100,000. */
function fateForGuest(offer: Omit<Offer, "id">, scene: Partial<Scene> = {}, facts?: "isStudent"): string {
  const club = cafe({
    offers: [{ id: "offer", ...offer }],
    ...(facts === undefined ? {} : { facts: { isStudent: "boolean" } }),
  });
  return fateOf("offer", club.quote(guestPurchase({ lines: [100_000], ...scene })));
}

// R5.3, R7.12, R9.6
describe("somebody who is not in the club buys for 600,000, of which 200,000 are beans", () => {
  const decision = fiveOfferCafe().evaluate(guestPurchase({ lines: BEANS_AND_MORE }));

  it("gets the better of the two discounts", () => {
    expect(given(decision)).toEqual(["big-basket: 60000 off"]);
    expect(decision.totals.due).toBe("540000");
  });

  it("is told what the club would have given: 120,000, 30,000 and 90,000 of credit", () => {
    expect(lost(decision)).toEqual([
      "beans: worth 14000, beaten by big-basket, 46000 behind",
      "birthday: worth 120000, memberRequired",
      "eleventh-visit: worth 30000, memberRequired",
      "silver: worth 90000, memberRequired",
    ]);
  });

  it("has no entry: nothing is booked", () => {
    expect(decision).not.toHaveProperty("entry");
  });
});

// R5.3
describe("for a guest", () => {
  it("a discount that asks nothing of the member is given", () => {
    expect(fateForGuest({ benefit: DISCOUNT })).toBe("given");
    expect(fateForGuest({ benefit: DISCOUNT, code: ["YALDA"] }, { codes: ["YALDA"] })).toBe("given");
    expect(fateForGuest({ benefit: DISCOUNT, always: true })).toBe("given");
  });

  it("whatever goes into a wallet needs a member, also beside a discount and when it is always given", () => {
    expect(fateForGuest({ benefit: { kind: "points", fixed: 5 } })).toBe("memberRequired");
    expect(fateForGuest({ benefit: { kind: "points", fixed: 5 }, always: true })).toBe("memberRequired");
    expect(fateForGuest({ benefit: [DISCOUNT, { kind: "points", fixed: 5 }] })).toBe("memberRequired");
  });

  it("a limit needs a member: nobody counts what guests had", () => {
    const limits = { perMember: { count: 1, per: "lifetime" } } as const;
    expect(fateForGuest({ benefit: DISCOUNT, limits })).toBe("memberRequired");
  });

  it("what differs by tier needs a member, and its worth cannot be figured", () => {
    const club = cafe({
      offers: [
        { id: "by-tier", benefit: { kind: "discount", percent: { byTier: { bronze: "5", silver: "10" } } } },
      ],
    });
    expect(lost(club.quote(guestPurchase({ lines: [100_000] })))).toEqual(["by-tier: memberRequired"]);
  });

  it("what is always given would multiply its own accruals too, and is told so", () => {
    const tenPoints = { kind: "points", fixed: 10 } as const;
    const triple = { kind: "points", multiply: "3" } as const;
    const club = cafe({ offers: [{ id: "welcome", always: true, benefit: [tenPoints, triple] }] });
    const { declined } = club.quote(guestPurchase({ lines: [100_000] }));
    const { awards } = club.quote(purchase({ lines: [100_000] }));
    expect(awards.map(({ amount }) => amount)).toEqual(["10", "20"]);
    expect(declined).toEqual([{ offer: "welcome", reason: "memberRequired", worth: "1500" }]);
  });

  it("a condition about the member is unknown, and so it needs one; so does its opposite", () => {
    const isStudent = { fact: "member.segments", operator: "contains", value: "students" } as const;
    expect(fateForGuest({ benefit: DISCOUNT, when: isStudent })).toBe("memberRequired");
    expect(fateForGuest({ benefit: DISCOUNT, when: { not: isStudent } })).toBe("memberRequired");
  });

  it("a condition that is false without the member is not listed", () => {
    const when = {
      all: [
        { fact: "member.visits", operator: "greaterThan", value: 3 },
        { fact: "basket.total", operator: "greaterThan", value: "100000" },
      ],
    };
    expect(fateForGuest({ benefit: DISCOUNT, when })).toBe("not listed");
  });

  it("a condition that is true without the member is met", () => {
    const when = {
      any: [
        { fact: "member.visits", operator: "greaterThan", value: 3 },
        { fact: "basket.total", operator: "greaterThanInclusive", value: "100000" },
      ],
    };
    expect(fateForGuest({ benefit: DISCOUNT, when })).toBe("given");
  });

  it("a fact that the host left out is missing for a guest as for anybody", () => {
    const when = { fact: "isStudent", operator: "equal", value: true };
    expect(fateForGuest({ benefit: DISCOUNT, when }, {}, "isStudent")).toBe("factMissing");
  });
});
