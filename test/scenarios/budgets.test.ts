import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import {
  cafe,
  charged,
  FIRST,
  given,
  holding,
  lost,
  type MemberScene,
  offer,
  on,
  onLines,
  purchase,
  SECOND,
  TWO_GROUPS,
} from "./club.js";

const FUND = { limits: { budget: "fund" } } as const;
const ALWAYS = { always: true } as const;

/** A fund of 50,000 unless it says otherwise. */
function clubOf(
  offers: readonly Offer[],
  fund: Partial<NonNullable<Program["budgets"]>[number]> = {},
  more: Partial<Program> = {},
) {
  return cafe({
    groups: TWO_GROUPS,
    budgets: [{ id: "fund", amount: "50000", ...fund }],
    ...more,
    offers: offers.map((one) => (one.always ? one : { group: "first", ...one })),
  });
}

const BASKET: MemberScene = { lines: [200_000, 400_000] };
const off = (id: string, fixed: string, more: Partial<Offer> = {}) =>
  offer(id, { kind: "discount", fixed }, { ...FUND, ...more });
const back = (id: string, fixed: string, more: Partial<Offer> = {}) =>
  offer(id, { kind: "credit", fixed }, { ...FUND, ...more });

// R6.36, R6.37
describe("a budget that is short", () => {
  it("gives what is left of it, on the lines in proportion", () => {
    const decision = clubOf([off("off", "60000")]).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["off: 50000 off (10000 clipped)"]);
    // 20,000 and 40,000 become 16,666⅔ and 33,333⅓.
    expect(onLines(decision, "off")).toEqual(["1: 16667", "2: 33333"]);
    expect(charged(decision)).toEqual(["183333", "366667", "550000"]);
    expect(decision.clubUses).toEqual([{ budget: "fund", amount: "50000" }]);
  });

  it("or nothing, where it refuses to be short; and all where it is enough", () => {
    const refusing = { onShort: "refuse" } as const;
    const short = clubOf([off("off", "50001")], refusing).quote(purchase(BASKET));
    expect(given(short)).toEqual([]);
    expect(lost(short)).toEqual(["off: worth 0, budgetSpent"]);
    expect(given(clubOf([off("off", "50000")], refusing).quote(purchase(BASKET)))).toEqual([
      "off: 50000 off",
    ]);
  });

  it("counts what it paid before: 45,000 of 50,000", () => {
    const clubUses = [{ budget: "fund", amount: "45000" }];
    const decision = clubOf([off("off", "60000")]).quote({ ...purchase(BASKET), clubUses });
    expect(given(decision)).toEqual(["off: 5000 off (55000 clipped)"]);
  });

  it("leaves more to be paid, and so more to earn on: 10 % of 550,000", () => {
    const offers = [off("off", "60000"), offer("ten", { kind: "credit", percent: "10" }, ALWAYS)];
    expect(given(clubOf(offers).quote(purchase(BASKET)))).toEqual([
      "off: 50000 off (10000 clipped)",
      "ten: 55000 credit",
    ]);
  });
});

// R6.36
describe("a budget that two awards draw on", () => {
  it("is drawn on by a discount first, whatever the order of awards: 30,000, then 20,000 of 40,000", () => {
    const offers = [off("z-off", "30000", SECOND), back("a-back", "40000", { priority: 9 })];
    const decision = clubOf(offers).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["a-back: 20000 credit (20000 clipped)", "z-off: 30000 off"]);
    expect(decision.clubUses).toEqual([{ budget: "fund", amount: "50000" }]);
  });

  it("among discounts in the order of awards", () => {
    const offers = [off("a", "30000"), off("b", "40000", SECOND)];
    expect(given(clubOf(offers).quote(purchase(BASKET)))).toEqual([
      "a: 30000 off",
      "b: 20000 off (20000 clipped)",
    ]);
    const raised = [off("a", "30000"), off("b", "40000", { ...SECOND, priority: 1 })];
    expect(given(clubOf(raised).quote(purchase(BASKET)))).toEqual([
      "b: 40000 off",
      "a: 10000 off (20000 clipped)",
    ]);
  });

  it("refuses the second: then the better one alone is given", () => {
    const offers = [off("a", "30000"), off("b", "40000", SECOND)];
    const decision = clubOf(offers, { onShort: "refuse" }).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["b: 40000 off"]);
    // With a put in beside b, a is figured first and b refused: 30,000.
    expect(lost(decision)).toEqual(["a: worth 30000, beaten by the total, 10000 behind"]);
  });

  it("refuses a credit that what is always given left too little for", () => {
    const offers = [off("off", "30000", ALWAYS), back("back", "40000")];
    const decision = clubOf(offers, { onShort: "refuse" }).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["off: 30000 off"]);
    expect(lost(decision)).toEqual(["back: worth 0, budgetSpent"]);
  });

  it("is drawn on by multipliers last", () => {
    // 60 points cost 3,000 and the visit's 10, that come after the multiplier in the order of awards, 500: of 4,000
    // there are 500 left for the 70 more, which is 10.
    const offers = [
      offer("a-double", { kind: "points", multiply: "2" }, { ...ALWAYS, ...FUND }),
      offer("base", { kind: "points", perSpend: { every: "10000", grant: "1" } }, { ...ALWAYS, ...FUND }),
      offer("visit", { kind: "points", perVisit: "10" }, { ...ALWAYS, ...FUND }),
    ];
    expect(given(clubOf(offers, { amount: "4000" }).quote(purchase(BASKET)))).toEqual([
      "a-double: 10 points (60 clipped)",
      "base: 60 points",
      "visit: 10 points",
    ]);
  });

  it("is never overspent: of 1,020, points at 50 are 20", () => {
    const offers = [offer("base", { kind: "points", fixed: "60" }, { ...ALWAYS, ...FUND })];
    const decision = clubOf(offers, { amount: "1020" }).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["base: 20 points (40 clipped)"]);
    expect(decision.clubUses).toEqual([{ budget: "fund", amount: "1000" }]);
  });
});

// R6.36, R8.2
describe("a budget pays what awards cost the club", () => {
  const points = { id: "points", kind: "points", worth: "50", cost: "20" } as const;

  it("points worth 50 that cost 20: 1,000 pays for 50 of 60", () => {
    const offers = [offer("base", { kind: "points", fixed: "60" }, { ...ALWAYS, ...FUND })];
    const decision = clubOf(offers, { amount: "1000" }, { wallets: [points] }).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["base: 50 points (10 clipped)"]);
    expect(decision.awards).toMatchObject([{ worth: "2500", cost: "1000" }]);
  });

  it("what costs nothing is given to the end", () => {
    const free = { ...points, cost: "0" };
    const offers = [
      off("off", "60000"),
      offer("base", { kind: "points", fixed: "60" }, { ...ALWAYS, ...FUND }),
    ];
    expect(given(clubOf(offers, {}, { wallets: [free] }).quote(purchase(BASKET)))).toEqual([
      "base: 60 points",
      "off: 50000 off (10000 clipped)",
    ]);
  });
});

// R6.36, R7.2, R7.4
describe("a budget in the choice", () => {
  it("an offer wins because the budget cuts the other: 60,000 against 50,000 of 120,000", () => {
    const offers = [
      offer("a", { kind: "credit", percent: "20" }, FUND),
      offer("b", { kind: "discount", percent: "10" }),
    ];
    const decision = clubOf(offers).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["b: 60000 off"]);
    expect(lost(decision)).toEqual(["a: worth 50000, beaten by b, 10000 behind"]);
    expect(decision.clubUses).toEqual([]);
  });

  it("an offer wins because it shares no budget with what is always given", () => {
    // The fund's 50,000 are spent on what is always given; so 10,000 from elsewhere beat 90,000 from there.
    const offers = [off("always", "50000", ALWAYS), back("a", "90000"), back("b", "10000", { limits: {} })];
    const decision = clubOf(offers).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["always: 50000 off", "b: 10000 credit"]);
    expect(lost(decision)).toEqual(["a: worth 0, budgetSpent"]);
  });

  it("credit gets what a smaller discount leaves, where that is more in all", () => {
    // Both discounts in one group, the credit beside them. With a: 50,000 off, and nothing left for the credit.
    // With b (not of the fund): 30,000 off and 50,000 credit.
    const offers = [off("a", "60000"), off("b", "30000", { limits: {} }), back("c", "60000", SECOND)];
    const decision = clubOf(offers).quote(purchase(BASKET));
    expect(given(decision)).toEqual(["b: 30000 off", "c: 50000 credit (10000 clipped)"]);
    // With a instead of b the credit gives nothing: 80,000 − 50,000.
    expect(lost(decision)).toEqual(["a: worth 50000, beaten by b, 30000 behind"]);
  });
});

// R5.5, R6.36, R6.38
describe("an amount a month for each member", () => {
  const monthly = (onShort: "partial" | "refuse" = "partial") =>
    ({ limits: { perMember: { amount: "30000", per: "month", onShort } } }) as const;
  const had = (amount: string) => ({
    standing: { ...holding({}).standing, uses: [{ offer: "off", at: on("2026-11-22", "00:00"), amount }] },
  });
  const decide = (more: Partial<Offer>, amount: string, fixed = "25000") =>
    // Azar begins on 22 November.
    clubOf([off("off", fixed, more)], { amount: "1000000" }).quote(
      purchase({ ...BASKET, at: on("2026-11-23"), member: had(amount) }),
    );

  it("18,000 of 30,000 are left: 18,000 of 25,000", () => {
    expect(given(decide(monthly(), "12000"))).toEqual(["off: 18000 off (7000 clipped)"]);
  });

  it("or nothing, where it refuses to be short; and all where just enough is left", () => {
    const short = decide(monthly("refuse"), "12000");
    expect(lost(short)).toEqual(["off: worth 0, limitReached"]);
    expect(given(decide(monthly("refuse"), "5000"))).toEqual(["off: 25000 off"]);
  });

  it("nothing where nothing is left, with what it would be worth", () => {
    expect(lost(decide(monthly(), "30000"))).toEqual(["off: worth 25000, limitReached"]);
  });

  it("the smaller of limit and budget: 30,000, then 20,000", () => {
    const both = { limits: { ...monthly().limits, budget: "fund" } } as const;
    const decideBoth = (amount: string) =>
      given(clubOf([off("off", "60000", both)], { amount }).quote(purchase(BASKET)));
    expect(decideBoth("50000")).toEqual(["off: 30000 off (30000 clipped)"]);
    expect(decideBoth("20000")).toEqual(["off: 20000 off (40000 clipped)"]);
  });

  it("a budget that refuses to be short pays for what the limit leaves: 30,000 of 40,000", () => {
    const both = { limits: { ...monthly().limits, budget: "fund" } } as const;
    const decision = clubOf([off("off", "60000", both)], { amount: "40000", onShort: "refuse" }).quote(
      purchase(BASKET),
    );
    expect(given(decision)).toEqual(["off: 30000 off (30000 clipped)"]);
  });
});

// R7.12
describe("what a member may not have is told with its worth", () => {
  it("as though the budget were full: 60,000 though 10,000 are left", () => {
    const once = { limits: { perMember: { count: 1, per: "lifetime" }, budget: "fund" } } as const;
    const uses = [{ offer: "off", at: on("2026-11-01") }];
    const request = purchase({ ...BASKET, member: { standing: { ...holding({}).standing, uses } } });
    const club = clubOf([off("off", "60000", once), back("back", "90000", SECOND)], { amount: "10000" });
    const decision = club.quote(request);
    expect(given(decision)).toEqual(["back: 10000 credit (80000 clipped)"]);
    expect(lost(decision)).toEqual(["off: worth 60000, limitReached"]);
  });
});

// R6.35
describe("at most 40 % off in all", () => {
  const CAP = { discountCap: { percent: "40" } };
  const thirty = offer("a-thirty", { kind: "discount", percent: "30" }, FIRST);
  const twenty = offer("b-twenty", { kind: "discount", percent: "20" }, SECOND);
  const decide = (offers: readonly Offer[], scene: MemberScene = { lines: [100_000] }) =>
    cafe({ groups: TWO_GROUPS, ...CAP, offers }).quote(purchase(scene));

  it("the last is lowered: 30,000 and 10,000 of 20,000", () => {
    const decision = decide([thirty, twenty]);
    expect(given(decision)).toEqual(["a-thirty: 30000 off", "b-twenty: 10000 off (10000 clipped)"]);
    expect(decision.totals.due).toBe("60000");
  });

  it("the last in the order of awards", () => {
    expect(given(decide([thirty, { ...twenty, priority: 1 }]))).toEqual([
      "b-twenty: 20000 off",
      "a-thirty: 20000 off (10000 clipped)",
    ]);
  });

  it("one that is lowered to nothing is not given, and what is always given counts", () => {
    const always = offer("always", { kind: "discount", percent: "40" }, ALWAYS);
    const decision = decide([always, twenty]);
    expect(given(decision)).toEqual(["always: 40000 off"]);
    expect(lost(decision)).toEqual(["b-twenty: worth 0, givesNothing"]);
  });

  it("of the goods, in whole toman: 40 % of 333 are 133, a fee is no goods", () => {
    const lines = [333, { unitPrice: 1_000, kind: "fee" as const }];
    expect(given(decide([offer("half", { kind: "discount", percent: "50" }, FIRST)], { lines }))).toEqual([
      "half: 133 off (34 clipped)",
    ]);
  });

  it("what takes no discount counts among the goods", () => {
    const lines = [100_000, { unitPrice: 100_000, discountable: false }];
    expect(given(decide([offer("all", { kind: "discount", percent: "100" }, FIRST)], { lines }))).toEqual([
      "all: 80000 off (20000 clipped)",
    ]);
  });

  it("leaves more to pay, and to earn on: 10 % of 60,000", () => {
    const ten = offer("c-ten", { kind: "credit", percent: "10" }, ALWAYS);
    expect(given(decide([thirty, twenty, ten]))).toEqual([
      "a-thirty: 30000 off",
      "b-twenty: 10000 off (10000 clipped)",
      "c-ten: 6000 credit",
    ]);
  });

  it("changes the choice: credit beats a discount that is cut", () => {
    // 50 % would be 50,000, and is 40,000; 45 % of credit is 45,000.
    const half = offer("half", { kind: "discount", percent: "50" }, FIRST);
    const credit = offer("credit", { kind: "credit", percent: "45" }, FIRST);
    const decision = decide([half, credit]);
    expect(given(decision)).toEqual(["credit: 45000 credit"]);
    expect(lost(decision)).toEqual(["half: worth 40000, beaten by credit, 5000 behind"]);
  });

  it("is looked at before budgets: 30,000 and 10,000, of which the fund pays 25,000 for the first", () => {
    const funded = { ...thirty, ...FUND };
    const club = cafe({
      groups: TWO_GROUPS,
      ...CAP,
      budgets: [{ id: "fund", amount: "25000" }],
      offers: [funded, twenty],
    });
    expect(given(club.quote(purchase({ lines: [100_000] })))).toEqual([
      "a-thirty: 25000 off (5000 clipped)",
      "b-twenty: 10000 off (10000 clipped)",
    ]);
  });
});

// R7.7
describe("a limit that refuses to be short", () => {
  it("is kept by an offer that only another makes small enough: 5 % of 1,000 is 50, of the 400 left 20", () => {
    const limits = { perMember: { amount: "30", per: "month", onShort: "refuse" } } as const;
    const club = cafe({
      groups: TWO_GROUPS,
      offers: [
        offer("back", { kind: "credit", percent: "5" }, { ...FIRST, limits }),
        offer("less", { kind: "discount", fixed: "600" }, SECOND),
      ],
    });
    const decision = club.quote(purchase({ lines: [1_000] }));
    expect(given(decision)).toEqual(["back: 20 credit", "less: 600 off"]);
  });
});
