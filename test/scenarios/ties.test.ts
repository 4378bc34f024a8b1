import type { Benefit, Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, given, type Item, lost, purchase } from "./club.js";

/** Decides 100,000 among these offers, and among the same in the opposite order, which must give the same. */
function decide(terms: Parameters<typeof cafe>[0], lines: readonly Item[] = [100_000]) {
  const decision = cafe(terms).quote(purchase({ lines }));
  const turned = cafe({ ...terms, offers: [...terms.offers].reverse() }).quote(purchase({ lines }));
  expect(turned).toEqual(decision);
  return decision;
}

type Accrual = Extract<Benefit, { readonly kind: "credit" | "points" | "stamps" | "tickets" }>;

function credit(id: string, fixed: number, more: Partial<Offer> = {}): Offer {
  return { id, benefit: { kind: "credit", fixed }, ...more };
}

// R7.5
describe("two offers worth the same to the member", () => {
  it("first: more cash now. A discount of 10,000 beats 10,000 of credit", () => {
    const offers = [
      credit("a-credit", 10_000),
      { id: "b-discount", benefit: { kind: "discount", fixed: 10_000 } },
    ] as const;
    const decision = decide({ offers });
    expect(given(decision)).toEqual(["b-discount: 10000 off"]);
    expect(lost(decision)).toEqual(["a-credit: worth 10000, beaten by b-discount, 0 behind"]);
  });

  it("then: more awards of worth 0. The credit that comes with points for nothing beats the bare credit", () => {
    const wallets = [
      { id: "credit", kind: "credit" },
      { id: "hearts", kind: "points", worth: "0" },
    ] as const;
    const offers: readonly Offer[] = [
      credit("a-bare", 10_000),
      {
        id: "b-with-hearts",
        benefit: [
          { kind: "credit", fixed: 10_000 },
          { kind: "points", fixed: 5 },
        ],
      },
    ];
    const decision = decide({ wallets, offers });
    expect(given(decision)).toEqual([
      "b-with-hearts, part 1: 10000 credit",
      "b-with-hearts, part 2: 5 hearts",
    ]);
    expect(lost(decision)).toEqual(["a-bare: worth 10000, beaten by b-with-hearts, 0 behind"]);
  });

  it("cash goes before awards of worth 0", () => {
    const wallets = [
      { id: "credit", kind: "credit" },
      { id: "hearts", kind: "points", worth: "0" },
    ] as const;
    const offers: readonly Offer[] = [
      {
        id: "a-with-hearts",
        benefit: [
          { kind: "credit", fixed: 10_000 },
          { kind: "points", fixed: 5 },
        ],
      },
      { id: "b-discount", benefit: { kind: "discount", fixed: 10_000 } },
    ];
    expect(given(decide({ wallets, offers }))).toEqual(["b-discount: 10000 off"]);
  });

  it("then: fewer offers. One of 10,000 beats two of 5,000", () => {
    const groups = [
      { id: "left", limit: 1 },
      { id: "right", limit: 1 },
    ];
    const offers = [
      credit("a-half", 5_000, { group: "left" }),
      credit("b-half", 5_000, { group: "right" }),
      credit("c-whole", 10_000, { exclusive: true }),
    ];
    const decision = decide({ groups, offers });
    expect(given(decision)).toEqual(["c-whole: 10000 credit"]);
    // One half instead of the whole: 10,000 − 5,000.
    expect(lost(decision)).toEqual([
      "a-half: worth 5000, beaten by c-whole, 5000 behind",
      "b-half: worth 5000, beaten by c-whole, 5000 behind",
    ]);
  });

  it("then: the lower cost to the club. Credit that a partner pays half of beats the club's own", () => {
    const wallets = [
      { id: "own", kind: "credit" },
      { id: "partner", kind: "credit", cost: "0.5" },
    ] as const;
    const offers: readonly Offer[] = [
      { id: "a-own", benefit: { kind: "credit", wallet: "own", fixed: 10_000 } },
      { id: "b-partner", benefit: { kind: "credit", wallet: "partner", fixed: 10_000 } },
    ];
    const decision = decide({ wallets, offers });
    expect(given(decision)).toEqual(["b-partner: 10000 partner"]);
    expect(decision.awards.map(({ worth, cost }) => ({ worth, cost }))).toEqual([
      { worth: "10000", cost: "5000" },
    ]);
    expect(lost(decision)).toEqual(["a-own: worth 10000, beaten by b-partner, 0 behind"]);
  });

  it("the same holds between discounts: with hearts before without, and with the partner's credit before the own", () => {
    const wallets = [
      { id: "own", kind: "credit" },
      { id: "partner", kind: "credit", cost: "0.5" },
      { id: "hearts", kind: "points", worth: "0" },
    ] as const;
    const discountAnd = (id: string, ...parts: readonly Accrual[]): Offer => ({
      id,
      benefit: [{ kind: "discount", fixed: 10_000 }, ...parts],
    });
    const hearts = [discountAnd("a-bare"), discountAnd("b-with-hearts", { kind: "points", fixed: 5 })];
    expect(given(decide({ wallets, offers: hearts }))).toEqual([
      "b-with-hearts, part 1: 10000 off",
      "b-with-hearts, part 2: 5 hearts",
    ]);
    const credits = [
      discountAnd("a-own", { kind: "credit", wallet: "own", fixed: 1_000 }),
      discountAnd("b-partner", { kind: "credit", wallet: "partner", fixed: 1_000 }),
    ];
    expect(given(decide({ wallets, offers: credits }))).toEqual([
      "b-partner, part 1: 10000 off",
      "b-partner, part 2: 1000 partner",
    ]);
    expect(given(decide({ wallets, offers: [discountAnd("anise"), discountAnd("basil")] }))).toEqual([
      "anise, part 1: 10000 off",
    ]);
  });

  it("at last: the smaller id", () => {
    const decision = decide({ offers: [credit("anise", 10_000), credit("basil", 10_000)] });
    expect(given(decision)).toEqual(["anise: 10000 credit"]);
    expect(lost(decision)).toEqual(["basil: worth 10000, beaten by anise, 0 behind"]);
  });

  it("also where the greater id promised more at list prices: 20 % of the half that is left are 10,000 too", () => {
    const offers: readonly Offer[] = [
      { id: "half-for-all", always: true, priority: 1, benefit: { kind: "discount", percent: "50" } },
      { id: "anise", benefit: { kind: "discount", fixed: 10_000 } },
      { id: "basil", benefit: { kind: "discount", percent: "20" } },
    ];
    const decision = decide({ discountBase: "remaining", offers });
    expect(given(decision)).toEqual(["half-for-all: 50000 off", "anise: 10000 off"]);
    expect(lost(decision)).toEqual(["basil: worth 10000, beaten by anise, 0 behind"]);
  });

  it("ids are compared by code unit: capitals before small letters, 10 before 2", () => {
    expect(given(decide({ offers: [credit("anise", 10_000), credit("Basil", 10_000)] }))).toEqual([
      "Basil: 10000 credit",
    ]);
    expect(given(decide({ offers: [credit("offer-2", 10_000), credit("offer-10", 10_000)] }))).toEqual([
      "offer-10: 10000 credit",
    ]);
  });
});

// R7.5
describe("two sets worth the same", () => {
  it("the sorted ids are compared one after the other: anise and dill before basil and clove", () => {
    const groups = [{ id: "spices", limit: 2 }];
    const rest = { group: "spices" };
    const offers = [
      credit("anise", 10_000, { ...rest, notWith: ["basil", "clove"] }),
      credit("basil", 10_000, rest),
      credit("clove", 10_000, rest),
      credit("dill", 10_000, { ...rest, notWith: ["basil", "clove"] }),
    ];
    const decision = decide({ groups, offers });
    expect(given(decision)).toEqual(["anise: 10000 credit", "dill: 10000 credit"]);
    // 20,000 for the two; one of the others would come alone.
    expect(lost(decision)).toEqual([
      "basil: worth 10000, beaten by anise and dill, 10000 behind",
      "clove: worth 10000, beaten by anise and dill, 10000 behind",
    ]);
  });
});

// R7.2, R7.5
describe("an offer that adds something is never left out, one that adds nothing never used up", () => {
  it("points for nothing are given where nothing stands against them", () => {
    const wallets = [{ id: "hearts", kind: "points", worth: "0" }] as const;
    const offers: readonly Offer[] = [{ id: "hearts", benefit: { kind: "points", fixed: 5 } }];
    const decision = decide({ wallets, offers });
    expect(given(decision)).toEqual(["hearts: 5 hearts"]);
    expect(decision.choice.total).toBe("0");
  });

  it("a second discount that finds nothing left to take is not given", () => {
    const groups = [
      { id: "first", limit: 1 },
      { id: "second", limit: 1 },
    ];
    const offers: readonly Offer[] = [
      { id: "everything", group: "first", benefit: { kind: "discount", percent: "100" } },
      { id: "ten-percent", group: "second", benefit: { kind: "discount", percent: "10" } },
    ];
    const decision = decide({ groups, offers });
    expect(given(decision)).toEqual(["everything: 100000 off"]);
    // Put in beside the other it changes nothing: nobody keeps it out but the total.
    expect(lost(decision)).toEqual(["ten-percent: worth 10000, beaten by the total, 0 behind"]);
  });
});
