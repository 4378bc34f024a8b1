import type { Lot, Offer, Program, Request } from "vafa";
import { describe, expect, it } from "vitest";
import {
  type AccrualTerms,
  cafe,
  charged,
  FIRST,
  given,
  holding,
  type Item,
  lost,
  lotsLeft,
  offer,
  on,
  purchase,
  refusedFor,
  SECOND,
  TWO_GROUPS,
} from "./club.js";

type Wallet = NonNullable<Program["wallets"]>[number];
type Redeem = NonNullable<Request["transaction"]["redeem"]>;

const ALWAYS = { always: true } as const;
const CREDIT = {
  id: "credit",
  kind: "credit",
  redemption: { min: "10000", step: "1000", maxShare: "50" },
} as const;
const POINTS = { id: "points", kind: "points", worth: "50", redemption: { rate: "40" } } as const;

const credit = (amount: string) => ({ wallet: "credit", amount });
const points = (amount: string) => ({ wallet: "points", amount });

interface Case {
  readonly wallets?: readonly Wallet[];
  readonly offers?: readonly Offer[];
  readonly held?: { readonly [wallet: string]: string };
  readonly lines: readonly Item[];
}

function decide(redeem: Redeem, { wallets = [CREDIT, POINTS], offers = [], held, lines }: Case) {
  const member = holding(held ?? { credit: "40000", points: "2000" });
  return cafe({ wallets, offers }).quote(purchase({ member, redeem, lines }));
}

/** What wallets pay, in all. */
function redeemed(redeem: Redeem, scene: Case): string {
  return decide(redeem, scene).totals.redeemed;
}

// R9.2, R9.9
describe("credit pays at the till", () => {
  it("40,000 of 600,000, on the lines in proportion", () => {
    const decision = decide([credit("40000")], { lines: [200_000, 400_000] });
    expect(decision.lines.map((line) => line.redeemed)).toEqual(["13333", "26667"]);
    expect(charged(decision)).toEqual(["186667", "373333", "560000"]);
    expect(decision.totals).toEqual({ list: "600000", discount: "0", redeemed: "40000", due: "560000" });
    expect(decision.balances[0]).toEqual({ wallet: "credit", before: "40000", after: "0" });
  });

  it("of what discounts left on each line", () => {
    // The first line costs 100,000 after its discount, the second 400,000: 8,000 and 32,000.
    const half = offer("half", { kind: "discount", percent: "50", items: { sku: "A" } });
    const lines = [{ sku: "A", unitPrice: "200000" }, 400_000];
    const decision = decide([credit("40000")], { offers: [half], lines });
    expect(charged(decision)).toEqual(["92000", "368000", "460000"]);
  });

  it("delivery too", () => {
    const wallets = [{ id: "credit", kind: "credit" }] as const;
    const lines = [30_000, { unitPrice: 10_000, kind: "fee" as const }];
    const held = { credit: "40000" };
    expect(charged(decide([credit("40000")], { wallets, held, lines }))).toEqual(["0", "0", "0"]);
  });
});

// R9.7, R9.8
describe("what is asked for is looked at as it is presented", () => {
  const lines = [600_000];

  it.each([
    ["9000", "belowMinimum"],
    ["500", "belowMinimum"],
    ["10000", "accepted"],
    ["40500", "notWholeSteps"],
    ["41500", "notWholeSteps"],
    ["41000", "insufficientBalance"],
    ["40000", "accepted"],
  ])("%s of 40,000, 10,000 at least and in steps of 1,000: %s", (amount, reason) => {
    expect(refusedFor(decide([credit(amount)], { lines }))).toBe(reason);
  });

  it("then nothing is given or paid", () => {
    const offers = [offer("off", { kind: "discount", percent: "10" })];
    const decision = decide([credit("41000")], { offers, lines });
    expect(decision).toMatchObject({ status: "refused", awards: [], declined: [] });
    expect(decision.totals).toEqual({ list: "600000", discount: "0", redeemed: "0", due: "600000" });
  });

  it("a discount never makes it too much: 54,000 are left, half of them pay", () => {
    const offers = [offer("off", { kind: "discount", percent: "10" })];
    expect(redeemed([credit("40000")], { offers, lines: [60_000] })).toBe("27000");
  });
});

// R9.9
describe("at most half, in steps of 1,000", () => {
  it.each([
    [60_000, "30000"],
    [61_999, "30000"],
    [62_000, "31000"],
    // Under the minimum of 10,000, and yet it stands.
    [15_000, "7000"],
    [1_500, "0"],
  ])("40,000 asked on %i pay %s", (total, paid) => {
    expect(redeemed([credit("40000")], { lines: [total] })).toBe(paid);
  });

  it("nothing where nothing is left to pay", () => {
    const offers = [offer("off", { kind: "discount", percent: "100" })];
    expect(redeemed([credit("40000")], { offers, lines: [60_000] })).toBe("0");
  });
});

// R9.9
describe("as much as may be", () => {
  const max = [credit("max")];

  it.each([
    [600_000, "40000", "40000"],
    [600_000, "40700", "40000"],
    [60_000, "40000", "30000"],
    [20_000, "40000", "10000"],
    // 9,500, in whole steps 9,000: under the minimum.
    [19_000, "40000", "0"],
    [600_000, "9000", "0"],
    [600_000, "0", "0"],
  ])("on %i with %s there: %s", (total, there, paid) => {
    const decision = decide(max, { held: { credit: there }, lines: [total] });
    expect(decision.status).toBe("accepted");
    expect(decision.totals.redeemed).toBe(paid);
  });
});

// R9.9, R8.1
describe("points pay at their rate", () => {
  it("100 points pay 4,000, though they are worth 5,000 to the member", () => {
    const decision = decide([points("100")], { lines: [600_000] });
    expect(decision.totals.redeemed).toBe("4000");
    expect(decision.balances[1]).toEqual({ wallet: "points", before: "2000", after: "1900" });
  });

  it("no more of them than what is left: 25 for 1,010", () => {
    const decision = decide([points("100")], { lines: [1_010] });
    expect(decision.totals).toMatchObject({ redeemed: "1000", due: "10" });
    expect(decision.balances[1]).toMatchObject({ after: "1975" });
  });

  it("in whole steps: 20 for 1,010", () => {
    const stepped = { ...POINTS, redemption: { rate: "40", step: "10" } };
    expect(redeemed([points("100")], { wallets: [CREDIT, stepped], lines: [1_010] })).toBe("800");
  });

  it("7 at 0.3 pay 2, for 2.1 is rounded down", () => {
    const cheap = { ...POINTS, redemption: { rate: "0.3" } };
    expect(redeemed([points("7")], { wallets: [CREDIT, cheap], lines: [1_010] })).toBe("2");
  });
});

// R9.9
describe("two wallets", () => {
  const half = { ...POINTS, redemption: { rate: "40", maxShare: "50" } };
  const held = { credit: "80000", points: "2000" };
  const lines = [100_000];

  it("in the order asked: 50,000 of credit, then 1,250 points", () => {
    const decision = decide([credit("80000"), points("max")], { held, lines });
    expect(decision.totals.due).toBe("0");
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "80000", after: "30000" },
      { wallet: "points", before: "2000", after: "750" },
    ]);
  });

  it("the other way round: 2,000 points pay 80,000, credit the rest", () => {
    const decision = decide([points("max"), credit("80000")], { held, lines });
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "80000", after: "60000" },
      { wallet: "points", before: "2000", after: "0" },
    ]);
  });

  it("each share is of what discounts left, not of what the other wallet left", () => {
    const wallets = [CREDIT, half];
    expect(redeemed([credit("80000"), points("max")], { wallets, held, lines })).toBe("100000");
  });
});

// R9.9
describe("a wallet that pays for some things", () => {
  const wallets = [
    { id: "credit", kind: "credit", redemption: { items: { category: "coffee" }, maxShare: "50" } },
  ] as const;

  it("half of the coffee, and nothing of cake and delivery", () => {
    const lines = [
      { unitPrice: "40000", category: "coffee" },
      60_000,
      { unitPrice: 10_000, kind: "fee" as const },
    ];
    expect(charged(decide([credit("40000")], { wallets, held: { credit: "40000" }, lines }))).toEqual([
      "20000",
      "60000",
      "10000",
      "90000",
    ]);
  });
});

// R6.14, R9.1
describe("what is earned on a purchase that credit paid in part", () => {
  const back = (accruesOn: "paid" | "discounted" | "list") => ({
    wallets: [
      { id: "credit", kind: "credit" },
      { id: "points", kind: "points", worth: "50", accruesOn },
    ] as const,
    offers: [
      offer("off", { kind: "discount", percent: "10" }, ALWAYS),
      offer("points", { kind: "points", percent: "1" }, ALWAYS),
    ],
    lines: [600_000],
  });

  it.each([
    // 600,000 − 60,000 − 40,000; 600,000 − 60,000; 600,000.
    ["paid", "points: 5000 points"],
    ["discounted", "points: 5400 points"],
    ["list", "points: 6000 points"],
  ] as const)("is figured on what is %s", (accruesOn, expected) => {
    expect(given(decide([credit("40000")], back(accruesOn)))).toContain(expected);
  });

  it("a delivery fee takes its share of the credit, and earns nothing: 10 % of 50,000", () => {
    const wallets = [{ id: "credit", kind: "credit" }] as const;
    const offers = [offer("ten", { kind: "credit", percent: "10" })];
    const lines = [100_000, { unitPrice: 100_000, kind: "fee" as const }];
    const held = { credit: "100000" };
    expect(given(decide([credit("100000")], { wallets, offers, held, lines }))).toEqual(["ten: 5000 credit"]);
  });

  it("an offer that earns only because a discount leaves fewer steps to pay is found", () => {
    // Half of 20,000 in steps of 10,000: 10,000 are redeemed and 10,000 paid, and 15,000 are not reached. 1,000 off
    // leave 19,000, of which half is no step: all are paid, and 100 points are worth 5,000.
    const wallets = [
      { id: "credit", kind: "credit", redemption: { step: "10000", maxShare: "50" } },
      POINTS,
    ] as const;
    const offers = [
      offer("a", { kind: "points", perSpend: { every: "15000", grant: "100" } }, FIRST),
      offer("b", { kind: "discount", fixed: "1000" }, SECOND),
    ];
    const club = cafe({ wallets, groups: TWO_GROUPS, offers });
    const member = holding({ credit: "10000" });
    const decision = club.quote(purchase({ member, redeem: [credit("10000")], lines: [20_000] }));
    expect(given(decision)).toEqual(["a: 100 points", "b: 1000 off"]);
    expect(decision.totals).toEqual({ list: "20000", discount: "1000", redeemed: "0", due: "19000" });
  });

  it("what is redeemed decides the choice: 10 % off beat 15 % of what is paid", () => {
    // 15 % of 600,000 are 90,000; with 400,000 paid by credit 30,000, against 60,000 off.
    const wallets = [{ id: "credit", kind: "credit" }] as const;
    const offers = [
      offer("credit", { kind: "credit", percent: "15" }),
      offer("off", { kind: "discount", percent: "10" }),
    ];
    const held = { credit: "400000" };
    const decision = decide([credit("400000")], { wallets, offers, held, lines: [600_000] });
    expect(given(decision)).toEqual(["off: 60000 off"]);
    expect(lost(decision)).toEqual(["credit: worth 30000, beaten by off, 30000 behind"]);
  });
});

const JANUARY = on("2027-01-01", "00:00");
const DECEMBER = on("2026-12-01", "00:00");

// R11.9, R11.4
describe("lots are drawn", () => {
  const wallets = [{ id: "credit", kind: "credit" }] as const;
  const club = cafe({ wallets, offers: [] });
  const lot = (id: string, more: Partial<Lot> = {}): Lot => ({
    id,
    wallet: "credit",
    amount: "10000",
    ...more,
  });
  const buy = (lots: readonly Lot[], amount: string) =>
    purchase({
      member: { standing: { tier: "bronze", visits: 0, spend: "0", lots } },
      redeem: [credit(amount)],
      lines: [100_000],
    });

  it("the earliest expiry first, those that never lapse last", () => {
    const lots = [lot("never"), lot("later", { expiresAt: JANUARY }), lot("sooner", { expiresAt: DECEMBER })];
    expect(lotsLeft(club, buy(lots, "15000"))).toEqual(["never: 10000", "later: 5000"]);
  });

  it("then the oldest, one of which nobody says how old it is before all others, then the smaller id", () => {
    const lots = [
      lot("b", { at: on("2026-06-01") }),
      lot("a", { at: on("2026-06-02") }),
      lot("d", { at: on("2026-06-01") }),
      lot("c"),
    ];
    expect(lotsLeft(club, buy(lots, "25000"))).toEqual(["a: 10000", "d: 5000"]);
  });

  it("none that has lapsed, though nobody wrote that down, and none that is not yet active", () => {
    const lots = [
      lot("lapsed", { expiresAt: on("2026-11-21", "17:30") }),
      lot("pending", { activeAt: on("2026-11-21", "17:31") }),
      lot("there", { activeAt: on("2026-11-21", "17:30"), expiresAt: on("2026-11-21", "17:31") }),
    ];
    expect(refusedFor(club.quote(buy(lots, "10001")))).toBe("insufficientBalance");
    expect(club.quote(buy(lots, "10000")).totals.redeemed).toBe("10000");
  });
});

// R9.10
describe("lots that may pay for some things only", () => {
  const wallets = [{ id: "credit", kind: "credit" }] as const;
  const clubWith = (usable: NonNullable<AccrualTerms["usable"]>) =>
    cafe({
      wallets,
      offers: [offer("treat", { kind: "credit", fixed: "20000", usable }, { on: ["enrolment"] })],
    });
  const treat: Lot = { id: "treat", wallet: "credit", amount: "20000", usable: "treat", expiresAt: DECEMBER };
  const free: Lot = { id: "free", wallet: "credit", amount: "30000", expiresAt: JANUARY };
  const buy = (lots: readonly Lot[], amount: string) =>
    purchase({
      member: { standing: { tier: "bronze", visits: 0, spend: "0", lots } },
      redeem: [credit(amount)],
      lines: [{ unitPrice: "15000", category: "coffee" }, 50_000],
    });
  const coffeeOnly = clubWith({ items: { category: "coffee" } });

  it("the coffee: 15,000 of 20,000", () => {
    expect(charged(coffeeOnly.quote(buy([treat], "20000")))).toEqual(["0", "50000", "50000"]);
  });

  it("then what may pay for all pays the rest", () => {
    expect(charged(coffeeOnly.quote(buy([treat, free], "40000")))).toEqual(["0", "25000", "25000"]);
  });

  it("what lapses first is drawn first, and leaves less to the other", () => {
    // 10,000 on 15,000 and 50,000 are 2,308 and 7,692; the treat pays the 12,692 that are left of the coffee.
    const soon: Lot = { ...free, amount: "10000", expiresAt: on("2026-11-30") };
    const decision = coffeeOnly.quote(buy([treat, soon], "30000"));
    expect(decision.totals.redeemed).toBe("22692");
    expect(charged(decision)).toEqual(["0", "42308", "42308"]);
  });

  it("at most half of what is to be paid: 20,000 of 65,000; 7,500 of the coffee", () => {
    expect(clubWith({ maxShare: "50" }).quote(buy([treat], "20000")).totals.redeemed).toBe("20000");
    expect(
      clubWith({ maxShare: "50", items: { category: "coffee" } }).quote(buy([treat], "20000")).totals
        .redeemed,
    ).toBe("7500");
  });

  it("a share is for all lots of the offer together, and each lot of another is free of it", () => {
    const second: Lot = { ...treat, id: "treat-2" };
    const club = clubWith({ maxShare: "10" });
    // 6,500 of 65,000 from both, then 20,000 of the other.
    expect(club.quote(buy([treat, second, { ...free, amount: "20000" }], "60000")).totals.redeemed).toBe(
      "26500",
    );
  });

  it("not today: it is not there", () => {
    const monday = clubWith({ when: { fact: "local.weekday", operator: "equal", value: "monday" } });
    expect(refusedFor(monday.quote(buy([treat], "20000")))).toBe("insufficientBalance");
    const saturday = clubWith({ when: { fact: "local.weekday", operator: "equal", value: "saturday" } });
    expect(saturday.quote(buy([treat], "20000")).totals.redeemed).toBe("20000");
  });

  it("of an offer that is no more: it is not there", () => {
    expect(refusedFor(cafe({ wallets, offers: [] }).quote(buy([treat], "20000")))).toBe(
      "insufficientBalance",
    );
  });
});
