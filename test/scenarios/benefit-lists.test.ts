import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, given, lost, on, onLines, purchase, visits } from "./club.js";

/* A combo: 5 % off now, and on what is then paid one point for every 10,000. */
const COMBO: Offer = {
  id: "combo",
  benefit: [
    { kind: "discount", percent: "5" },
    { kind: "points", perSpend: { every: "10000", grant: "1" } },
  ],
};

// R6.20
describe("an offer that gives several things", () => {
  it("gives all of them, each in a row of its own", () => {
    // 5 % of 600,000 = 30,000; 570,000 paid earn 57 points; 30,000 + 57 × 50 = 32,850
    const decision = cafe({ offers: [COMBO] }).quote(purchase({ lines: [200_000, 400_000] }));
    expect(given(decision)).toEqual(["combo, part 1: 30000 off", "combo, part 2: 57 points"]);
    expect(onLines(decision, "combo")).toEqual(["1: 10000", "2: 20000", "1: 19", "2: 38"]);
    expect(decision.choice.total).toBe("32850");
  });

  it("or none: a better offer beats the whole of it", () => {
    const rival: Offer = { id: "rival", benefit: { kind: "credit", fixed: "32851" } };
    const decision = cafe({ offers: [COMBO, rival] }).quote(purchase({ lines: [600_000] }));
    expect(given(decision)).toEqual(["rival: 32851 credit"]);
    expect(lost(decision)).toEqual(["combo: worth 32850, beaten by rival, 1 behind"]);
  });

  it("wins by the worth of all its parts together", () => {
    const rival: Offer = { id: "rival", benefit: { kind: "credit", fixed: "32849" } };
    const decision = cafe({ offers: [COMBO, rival] }).quote(purchase({ lines: [600_000] }));
    expect(given(decision)).toEqual(["combo, part 1: 30000 off", "combo, part 2: 57 points"]);
    // 32,850 − 32,849
    expect(lost(decision)).toEqual(["rival: worth 32849, beaten by combo, 1 behind"]);
  });

  it("counts as one offer, however many parts it has", () => {
    const groups = [
      { id: "one", limit: 1 },
      { id: "two", limit: 1 },
    ];
    const treat: Offer = { id: "treat", group: "two", benefit: { kind: "credit", fixed: "1000" } };
    const club = cafe({ groups, maxOffers: 2, offers: [{ ...COMBO, group: "one" }, treat] });
    expect(given(club.quote(purchase({ lines: [600_000] })))).toEqual([
      "combo, part 1: 30000 off",
      "combo, part 2: 57 points",
      "treat: 1000 credit",
    ]);
  });

  it("is one use for its limit", () => {
    const once: Offer = { ...COMBO, limits: { perMember: { count: 1, per: "lifetime" } } };
    const { decisions, standing } = visits(cafe({ offers: [once] }), { id: "sara" }, [
      { at: on("2026-11-21"), lines: [600_000] },
      { at: on("2026-11-22"), lines: [600_000] },
    ]);
    expect(standing?.uses).toHaveLength(1);
    expect(decisions.map(given)).toEqual([["combo, part 1: 30000 off", "combo, part 2: 57 points"], []]);
  });

  it("two discounts in one offer are figured one after the other", () => {
    // 50 % of 100,000, then 80,000 of which 50,000 find room.
    const twice: Offer = {
      id: "twice",
      benefit: [
        { kind: "discount", percent: "50" },
        { kind: "discount", fixed: "80000" },
      ],
    };
    const decision = cafe({ offers: [twice] }).quote(purchase({ lines: [100_000] }));
    expect(given(decision)).toEqual(["twice, part 1: 50000 off", "twice, part 2: 50000 off (30000 clipped)"]);
  });
});

// R6.20
describe("a part that gives nothing here", () => {
  it("has no row; the others keep their numbers", () => {
    // No beans: part 1 gives nothing. 95,000 are no whole 100,000: part 3 gives nothing.
    const offer: Offer = {
      id: "combo",
      benefit: [
        { kind: "discount", percent: "7", items: { category: "beans" } },
        { kind: "credit", percent: "10" },
        { kind: "points", perSpend: { every: "100000", grant: "1" } },
      ],
    };
    const decision = cafe({ offers: [offer] }).quote(purchase({ lines: [95_000] }));
    expect(given(decision)).toEqual(["combo, part 2: 9500 credit"]);
  });

  it("where no part gives anything, the offer gives nothing", () => {
    const offer: Offer = {
      id: "combo",
      benefit: [
        { kind: "discount", percent: "7", items: { category: "beans" } },
        { kind: "points", perSpend: { every: "100000", grant: "1" } },
      ],
    };
    const decision = cafe({ offers: [offer] }).quote(purchase({ lines: [95_000] }));
    expect(given(decision)).toEqual([]);
    expect(lost(decision)).toEqual(["combo: worth 0, givesNothing"]);
  });
});
