import type { Offer, Wallet } from "vafa";
import { describe, expect, it } from "vitest";
import {
  type AccrualTerms,
  cafe,
  given,
  type Item,
  lost,
  onLines,
  purchase,
  SATURDAY_EVENING,
} from "./club.js";

function credit(terms: AccrualTerms, more: Partial<Offer> = {}): Offer {
  return { id: "credit", benefit: { kind: "credit", ...terms }, ...more };
}

function points(terms: AccrualTerms, more: Partial<Offer> = {}): Offer {
  return { id: "points", benefit: { kind: "points", ...terms }, ...more };
}

function wallets(credit: Partial<Wallet> = {}, points: Partial<Wallet> = {}): readonly Wallet[] {
  return [
    { id: "credit", kind: "credit", ...credit },
    { id: "points", kind: "points", worth: "50", ...points },
  ];
}

/** What one offer gives on these lines. */
function decide(offer: Offer, lines: readonly Item[], ofWallets = wallets()) {
  return cafe({ wallets: ofWallets, offers: [offer] }).quote(purchase({ lines }));
}

const BEANS_AND_MORE = [{ unitPrice: "200000", category: "beans" }, 400_000];

// R6.15 to R6.17, R6.19, R1.7
describe("credit back", () => {
  it("20 % of 600,000 are 120,000, a third and two thirds of it from the lines", () => {
    const decision = decide(credit({ percent: "20" }), [200_000, 400_000]);
    expect(given(decision)).toEqual(["credit: 120000 credit"]);
    expect(onLines(decision, "credit")).toEqual(["1: 40000", "2: 80000"]);
  });

  it("20 % of the beans", () => {
    const decision = decide(credit({ percent: "20", items: { category: "beans" } }), BEANS_AND_MORE);
    expect(onLines(decision, "credit")).toEqual(["1: 40000"]);
  });

  it("a fixed 25,000, split by price: 8,333⅓ and 16,666⅔", () => {
    const decision = decide(credit({ fixed: "25000" }), [200_000, 400_000]);
    expect(onLines(decision, "credit")).toEqual(["1: 8333", "2: 16667"]);
  });

  it("20,000 for every whole 200,000: three times in 650,000", () => {
    const every200 = credit({ perSpend: { every: "200000", grant: "20000" } });
    expect(given(decide(every200, [650_000]))).toEqual(["credit: 60000 credit"]);
    expect(lost(decide(every200, [199_999]))).toEqual(["credit: worth 0, givesNothing"]);
  });

  it("20 %, but 50,000 at most", () => {
    expect(given(decide(credit({ percent: "20", max: "50000" }), [200_000]))).toEqual([
      "credit: 40000 credit",
    ]);
    expect(given(decide(credit({ percent: "20", max: "50000" }), [600_000]))).toEqual([
      "credit: 50000 credit",
    ]);
  });

  it("is rounded half up, as money is: 5 % of 12,330 is 616.5", () => {
    expect(given(decide(credit({ percent: "5" }), [12_330]))).toEqual(["credit: 617 credit"]);
  });

  it("or as its wallet says", () => {
    const rounded = (rounding: "halfEven" | "down") =>
      given(decide(credit({ percent: "5" }), [12_330], wallets({ rounding })));
    expect(rounded("halfEven")).toEqual(["credit: 616 credit"]);
    expect(rounded("down")).toEqual(["credit: 616 credit"]);
  });
});

// R6.14, R6.3
describe("what credit is figured on", () => {
  // 10 % off for all: 60,000 of 600,000.
  const forAll: Offer = { id: "for-all", always: true, benefit: { kind: "discount", percent: "10" } };
  const beside = (accruesOn: "paid" | "discounted" | "list" | undefined) =>
    given(
      cafe({
        wallets: wallets(accruesOn === undefined ? {} : { accruesOn }),
        offers: [forAll, credit({ percent: "20" })],
      }).quote(purchase({ lines: [600_000] })),
    );

  it("what is paid, after discounts: 20 % of 540,000", () => {
    expect(beside(undefined)).toEqual(["credit: 108000 credit", "for-all: 60000 off"]);
    expect(beside("paid")).toEqual(["credit: 108000 credit", "for-all: 60000 off"]);
  });

  it("the same where the wallet takes what discounts left, as nothing is redeemed", () => {
    expect(beside("discounted")).toEqual(["credit: 108000 credit", "for-all: 60000 off"]);
  });

  it("or list prices: 20 % of 600,000", () => {
    expect(beside("list")).toEqual(["credit: 120000 credit", "for-all: 60000 off"]);
  });

  it("not lines that earn nothing", () => {
    const decision = decide(credit({ percent: "20" }), [200_000, { unitPrice: "400000", accrues: false }]);
    expect(onLines(decision, "credit")).toEqual(["1: 40000"]);
    expect(given(decision)).toEqual(["credit: 40000 credit"]);
  });

  it("not fees", () => {
    const decision = decide(credit({ percent: "20" }), [200_000, { unitPrice: "50000", kind: "fee" }]);
    expect(given(decision)).toEqual(["credit: 40000 credit"]);
  });

  it("lines that take no discount earn all the same", () => {
    const decision = decide(credit({ percent: "20" }), [{ unitPrice: "200000", discountable: false }]);
    expect(given(decision)).toEqual(["credit: 40000 credit"]);
  });

  it("a payment by gift card takes nothing from it", () => {
    const club = cafe({ offers: [credit({ percent: "20" })] });
    const tenders = [{ type: "giftcard", amount: "600000" }];
    expect(given(club.quote(purchase({ lines: [600_000], tenders })))).toEqual(["credit: 120000 credit"]);
  });
});

// R6.15, R6.16, R1.7, R8.3
describe("points", () => {
  it("one for every whole 100,000: 34 on 3,499,999", () => {
    const decision = decide(points({ perSpend: { every: "100000", grant: "1" } }), [3_499_999]);
    expect(given(decision)).toEqual(["points: 34 points"]);
  });

  it("whole steps of the whole basket, not of each line", () => {
    // 60,000 + 60,000 = 120,000: one step, although no line has one.
    const decision = decide(points({ perSpend: { every: "100000", grant: "1" } }), [60_000, 60_000]);
    expect(given(decision)).toEqual(["points: 1 points"]);
  });

  it("1.2 for every 10,000 of 560,000 are 67.2: down to 67 unless the wallet says otherwise", () => {
    const offer = points({ perSpend: { every: "10000", grant: "1.2" } });
    const inWallet = (more: Partial<Wallet>) => given(decide(offer, [560_000], wallets({}, more)));
    expect(inWallet({})).toEqual(["points: 67 points"]);
    expect(inWallet({ rounding: "up" })).toEqual(["points: 68 points"]);
    expect(inWallet({ digits: 1 })).toEqual(["points: 67.2 points"]);
  });

  it("1 % of 12,399 is 123.99: 123 points, worth 50 each", () => {
    const decision = decide(points({ percent: "1" }), [12_399]);
    expect(given(decision)).toEqual(["points: 123 points"]);
    expect(decision.choice.total).toBe("6150");
  });

  it("half even, where the wallet says so: 2.5 points are 2, 3.5 points are 4", () => {
    const halfEven = (price: number) =>
      given(decide(points({ percent: "1" }), [price], wallets({}, { rounding: "halfEven" })));
    expect(halfEven(250)).toEqual(["points: 2 points"]);
    expect(halfEven(350)).toEqual(["points: 4 points"]);
  });

  it("are worth what they are worth: 0.123 toman a point, compared unrounded", () => {
    const decision = decide(points({ fixed: "5" }), [100_000], wallets({}, { worth: "0.123" }));
    expect(decision.choice.total).toBe("0.615");
  });
});

/* One point for every 10,000 is given to all; promotions multiply it. */
// R6.18
describe("double and triple points", () => {
  const base = points({ perSpend: { every: "10000", grant: "1" } }, { id: "base", always: true });
  const double = points({ multiply: "2" }, { id: "double", group: "tier" });
  const triple = points({ multiply: "3" }, { id: "triple", group: "campaign" });
  const groups = [
    { id: "tier", limit: 1 },
    { id: "campaign", limit: 1 },
  ];
  const decideWith = (offers: readonly Offer[], lines: readonly Item[] = [100_000]) =>
    cafe({ groups, offers }).quote(purchase({ lines }));

  it("twice and three times make four times: 10 + 10 + 20, each an award of its own", () => {
    const decision = decideWith([base, double, triple]);
    expect(given(decision)).toEqual(["base: 10 points", "double: 10 points", "triple: 20 points"]);
    expect(decision.balances).toContainEqual({ wallet: "points", before: "0", after: "40" });
  });

  it("it makes no difference which of them is always given", () => {
    const always = points({ multiply: "2" }, { id: "double", always: true });
    expect(given(decideWith([base, always, triple]))).toEqual([
      "base: 10 points",
      "double: 10 points",
      "triple: 20 points",
    ]);
  });

  it("one and a half times 7 points gives 3 more: 3.5, down", () => {
    const more = points({ multiply: "1.5" }, { id: "more" });
    expect(given(decideWith([base, more], [70_000]))).toEqual(["base: 7 points", "more: 3 points"]);
  });

  it("a multiplier always rounds down, also where the wallet rounds up", () => {
    const more = points({ multiply: "1.5" }, { id: "more" });
    const club = cafe({ wallets: wallets({}, { rounding: "up" }), offers: [base, more] });
    expect(given(club.quote(purchase({ lines: [70_000] })))).toEqual(["base: 7 points", "more: 3 points"]);
  });

  it("double points on beans double what the beans earned: 20 of 60", () => {
    const onBeans = points({ multiply: "2", items: { category: "beans" } }, { id: "beans" });
    const decision = decideWith([base, onBeans], BEANS_AND_MORE);
    expect(given(decision)).toEqual(["base: 60 points", "beans: 20 points"]);
    expect(onLines(decision, "beans")).toEqual(["1: 20"]);
  });

  it("it doubles the whole points that were put on the beans, not fractions of them", () => {
    // 25,000 + 35,000 + 40,000 earn 10 points: 2.5, 3.5 and 4, split 3, 3, 4; the beans have 3.
    const onBeans = points({ multiply: "2", items: { category: "beans" } }, { id: "beans" });
    const lines = [{ unitPrice: 25_000, category: "beans" }, 35_000, 40_000];
    const decision = decideWith([base, onBeans], lines);
    expect(onLines(decision, "base")).toEqual(["1: 3", "2: 3", "3: 4"]);
    expect(given(decision)).toEqual(["base: 10 points", "beans: 3 points"]);
  });

  it("what competes is not multiplied: 10 points more, and not 15", () => {
    const bonus = points({ fixed: "5" }, { id: "bonus", group: "campaign" });
    expect(given(decideWith([base, double, bonus]))).toEqual([
      "base: 10 points",
      "bonus: 5 points",
      "double: 10 points",
    ]);
  });

  it("several always offers are multiplied together: (10 + 5) once more", () => {
    const visit = points({ fixed: "5" }, { id: "visit", always: true });
    expect(given(decideWith([base, visit, double]))).toEqual([
      "base: 10 points",
      "double: 15 points",
      "visit: 5 points",
    ]);
  });

  it("at most 8 points more", () => {
    const atMost = points({ multiply: "2", max: "8" }, { id: "double" });
    expect(given(decideWith([base, atMost]))).toEqual(["base: 10 points", "double: 8 points"]);
  });

  it("without anything to multiply it gives nothing", () => {
    expect(lost(decideWith([double]))).toEqual(["double: worth 0, givesNothing"]);
  });

  it("it multiplies its own wallet only", () => {
    const cashback = credit({ percent: "5" }, { always: true });
    expect(given(decideWith([cashback, base, double]))).toEqual([
      "base: 10 points",
      "credit: 5000 credit",
      "double: 10 points",
    ]);
  });
});

// R6.21, R5.4
describe("what depends on the tier", () => {
  const byTier = credit({ percent: { byTier: { bronze: "5", silver: "12.5" } } });
  const forTier = (tier: string) =>
    given(
      cafe({ offers: [byTier] }).quote(
        purchase({ member: { standing: { tier, visits: 1 } }, lines: [100_000], at: SATURDAY_EVENING }),
      ),
    );

  it("5 % for bronze, 12.5 % for silver", () => {
    expect(forTier("bronze")).toEqual(["credit: 5000 credit"]);
    expect(forTier("silver")).toEqual(["credit: 12500 credit"]);
  });

  it("a new member has the lowest tier", () => {
    expect(given(cafe({ offers: [byTier] }).quote(purchase({ lines: [100_000] })))).toEqual([
      "credit: 5000 credit",
    ]);
  });

  it("where the tier is unknown, so is what it gives", () => {
    const request = purchase({ member: { standing: { visits: 1 } }, lines: [100_000] });
    expect(lost(cafe({ offers: [byTier] }).quote(request))).toEqual(["credit: factMissing member.tier"]);
  });
});
