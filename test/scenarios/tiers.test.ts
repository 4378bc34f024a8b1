import { apply, type Club, type Decision, type Member, type Program, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import {
  activity,
  cafe,
  entryOf,
  given,
  guestPurchase,
  offer,
  on,
  purchase,
  type Scene,
  visits,
} from "./club.js";

type Tiers = NonNullable<Program["tiers"]>;

const LADDER = [
  { id: "bronze" },
  { id: "silver", from: "5000000" },
  { id: "gold", from: "20000000" },
] as const;

/** Silver has a tenth off, so one sees from which purchase on they are. */
const SILVER_PRICE = offer("silver-price", { kind: "discount", percent: "10" }, { tier: ["silver", "gold"] });

function clubOf(tiers: Partial<Tiers>, more: Partial<Program> = {}): Club {
  return cafe({ tiers: { metric: "spend", ladder: LADDER, ...tiers }, offers: [], ...more });
}

/** Purchases one after the other: what each made of the tier. */
function climb(club: Club, scenes: readonly Scene[], member: Partial<Member> = {}): readonly string[] {
  return visits(club, member, scenes).decisions.map(tierOf);
}

function tierOf(decision: Decision): string {
  const { tierBefore, tierAfter } = entryOf(decision).standing;
  return tierBefore === tierAfter ? `${tierAfter}` : `${tierBefore} to ${tierAfter}`;
}

/** Money spent at noon of a day. */
const spends = (day: string, ...prices: readonly number[]): Scene => ({ at: on(day), lines: prices });

/** A member whose standing says so much, and nothing else. */
const who = (standing: Standing): Partial<Member> => ({ standing });

describe("a tier is reached", () => {
  // R21.8
  it("by the purchase that brings what was spent to its bound, for the next purchase", () => {
    const club = clubOf({}, { offers: [SILVER_PRICE] });
    const { decisions } = visits(club, {}, [{ lines: [4_999_999] }, { lines: [1] }, { lines: [100_000] }]);
    expect(decisions.map(tierOf)).toEqual(["bronze", "bronze to silver", "silver"]);
    expect(decisions.map(given)).toEqual([[], [], ["silver-price: 10000 off"]]);
  });

  it("over several tiers at once", () => {
    expect(climb(clubOf({}), [{ lines: [25_000_000] }])).toEqual(["bronze to gold"]);
  });

  // R21.2
  it("by what is paid for goods: net of discounts, with wallets, without fees", () => {
    const club = clubOf({}, { offers: [offer("off", { kind: "discount", fixed: "1000000" })] });
    const member = who({
      tier: "bronze",
      spend: "0",
      progress: [],
      balances: [{ wallet: "credit", amount: "2000000" }],
    });
    const redeem = [{ wallet: "credit", amount: "2000000" }];
    expect(climb(club, [{ lines: [5_999_999], redeem }], member)).toEqual(["bronze"]);
    expect(climb(club, [{ lines: [6_000_000], redeem }], member)).toEqual(["bronze to silver"]);
    const delivery = { kind: "fee", unitPrice: 500_000 } as const;
    expect(climb(club, [{ lines: [5_999_999, delivery] }], member)).toEqual(["bronze"]);
  });

  // R21.7
  it("by one purchase alone, where the tier says so, but not by two that come to the same", () => {
    const ladder = [{ id: "bronze" }, { id: "silver", from: "5000000", orPurchase: "2000000" }, LADDER[2]];
    const club = clubOf({ ladder });
    expect(climb(club, [{ lines: [1_999_999] }])).toEqual(["bronze"]);
    expect(climb(club, [{ lines: [2_000_000] }])).toEqual(["bronze to silver"]);
    expect(climb(club, [{ lines: [1_000_000] }, { lines: [1_000_000] }])).toEqual(["bronze", "bronze"]);
  });

  it("never by counting, where it has no bound", () => {
    const ladder = [...LADDER, { id: "friends-of-the-house" }];
    expect(climb(clubOf({ ladder }), [{ lines: [900_000_000] }])).toEqual(["bronze to gold"]);
  });

  it("not by who is not known to stand below it", () => {
    const club = clubOf({});
    expect(climb(club, [{ lines: [30_000_000] }], who({ progress: [] }))).toEqual(["null"]);
    expect(club.quote(purchase({ lines: [1], member: who({ progress: [] }) })).hints).toEqual({
      tier: { tier: null },
    });
  });
});

describe("what counts, and how long", () => {
  // R21.4: 30 Aban 1405 counts to the end of 29 Aban 1406.
  it("the last twelve months", () => {
    const club = clubOf({ period: { rolling: { months: 12 } } });
    const first = spends("2026-11-21", 3_000_000);
    expect(climb(club, [first, spends("2027-11-20", 2_000_000)])).toEqual(["bronze", "bronze to silver"]);
    expect(climb(club, [first, spends("2027-11-21", 2_000_000)])).toEqual(["bronze", "bronze"]);
  });

  // R21.4: 1406 begins on 21 March 2027.
  it("a year of the club's calendar, by itself", () => {
    const club = clubOf({ period: "calendarYear" });
    const [esfand, farvardin] = [spends("2027-03-20", 3_000_000), spends("2027-03-21", 3_000_000)];
    expect(climb(club, [esfand, farvardin, spends("2028-03-19", 2_000_000)])).toEqual([
      "bronze",
      "bronze",
      "bronze to silver",
    ]);
  });

  // R21.4: who joined on 10 Mehr has years from 10 Mehr to 9 Mehr; 1 October 2026 is 9 Mehr 1405.
  it("a year of the membership", () => {
    const club = clubOf({ period: "anniversary" });
    const member = { joinedAt: on("2024-10-01") };
    const joined = { joinedAt: on("2024-10-01") };
    expect(climb(club, [spends("2026-10-01", 3_000_000), spends("2026-10-02", 3_000_000)], member)).toEqual([
      "bronze",
      "bronze",
    ]);
    expect(climb(club, [spends("2026-10-02", 3_000_000), spends("2027-10-01", 3_000_000)], joined)).toEqual([
      "bronze",
      "bronze to silver",
    ]);
  });

  it("nothing, in years of a membership of which nobody knows the first day", () => {
    const club = clubOf({ period: "anniversary" });
    const decision = club.evaluate(purchase({ lines: [9_000_000] }));
    expect(tierOf(decision)).toBe("bronze");
    expect(decision.hints).toBeUndefined();
    expect(entryOf(decision).progress).toMatchObject({ counted: null, from: null, period: null });
  });

  // R21.5
  it("all of a life, also of who comes from elsewhere with nothing but a total", () => {
    const club = clubOf({ period: "lifetime" });
    const member = who({ tier: "bronze", spend: "4999999", visits: 70 });
    expect(climb(club, [{ lines: [1] }], member)).toEqual(["bronze to silver"]);
    const ladder = [{ id: "bronze" }, { id: "regular", from: "71" }];
    expect(climb(clubOf({ metric: "visits", ladder }), [{ lines: [1] }], member)).toEqual([
      "bronze to regular",
    ]);
  });

  it("visits, not what they cost", () => {
    const club = clubOf({ metric: "visits", ladder: [{ id: "bronze" }, { id: "silver", from: "3" }] });
    expect(climb(club, [{ lines: [1] }, { lines: [9_000_000] }, { lines: [0] }])).toEqual([
      "bronze",
      "bronze",
      "bronze to silver",
    ]);
  });
});

describe("tiers measured by what comes into a wallet", () => {
  const stars = { id: "stars", kind: "points", worth: "0" } as const;
  const ladder = [{ id: "bronze" }, { id: "silver", from: "10" }];
  const offers = [
    offer("base", { kind: "points", perSpend: { every: "100000", grant: "1" } }, { always: true }),
    offer("thanks", { kind: "points", fixed: "4" }, { always: true, on: ["survey"] }),
  ];
  const club = clubOf({ metric: { wallet: "stars" }, ladder }, { wallets: [stars], offers });

  // R21.2
  it("count what offers give, on activities as well", () => {
    const first = club.evaluate(purchase({ lines: [600_000] }));
    const standing = apply(undefined, entryOf(first));
    const survey = { id: "t-2", member: who(standing), survey: { score: 9 } };
    const second = club.evaluate(activity("survey", survey));
    expect([tierOf(first), tierOf(second)]).toEqual(["bronze", "bronze to silver"]);
    expect(entryOf(second).progress).toMatchObject({ counted: "4", spend: "0", visits: 0 });
  });

  it("count also what pays a debt at once, and not what is moved by hand", () => {
    const owing = { tier: "bronze", progress: [], debts: [{ wallet: "stars", amount: "8" }] };
    expect(climb(club, [{ lines: [1_000_000] }], who(owing))).toEqual(["bronze to silver"]);
    const standing = { tier: "bronze", progress: [] };
    const moved = club.adjust({
      id: "a-1",
      at: on("2026-11-21"),
      member: { id: "sara", standing },
      wallet: "stars",
      amount: "50",
      direction: "in",
      reason: "sorry",
      by: "ali",
    });
    const after = apply(standing, moved.entry);
    expect(climb(club, [{ lines: [900_000] }], who(after))).toEqual(["bronze"]);
  });
});

describe("a reached tier is held", () => {
  const YEAR = { holds: { months: 12 }, downgrade: "rejudge", period: { rolling: { months: 12 } } } as const;
  const held = ({ tierHeldUntil, tierGraceUntil }: Standing) => [tierHeldUntil, tierGraceUntil];

  // R21.9
  it("from the purchase that reached it, at its time of day, and no purchase after it holds it longer", () => {
    const { standing } = visits(clubOf(YEAR), {}, [
      { at: on("2026-11-21", "17:30"), lines: [5_000_000] },
      spends("2027-02-01", 6_000_000),
    ]);
    expect(held(standing ?? {})).toEqual([on("2027-11-21", "17:30"), undefined]);
  });

  it("not at all, where the program does not say so", () => {
    const { standing } = visits(clubOf({ ...YEAR, holds: undefined }), {}, [{ lines: [5_000_000] }]);
    expect(held(standing ?? {})).toEqual([undefined, undefined]);
  });

  // R21.10: of the 20,000,000 that gold takes, 3,000,000 were spent in time, and 17,000,000 are missing.
  it("anew by the purchase that reaches it again in its grace", () => {
    const club = clubOf(YEAR);
    const inGrace = {
      tier: "gold",
      tierGraceUntil: on("2026-12-01", "00:00"),
      progress: [{ period: "2026-11-01", amount: "3000000" }],
    };
    const short = visits(club, who(inGrace), [spends("2026-11-22", 16_999_999)]);
    expect(held(short.standing ?? {})).toEqual([undefined, on("2026-12-01", "00:00")]);
    const enough = visits(club, who(inGrace), [spends("2026-11-22", 17_000_000)]);
    expect(held(enough.standing ?? {})).toEqual([on("2027-11-22"), undefined]);
    expect(enough.standing?.tier).toBe("gold");
  });

  // R21.9
  it("also where an offer gave it for good, for else the next review would take it back", () => {
    const gift = offer("welcome", { kind: "tier", tier: "silver" }, { always: true });
    const club = clubOf({ ...YEAR, holds: { months: 3 } }, { offers: [gift] });
    const { standing } = visits(club, {}, [{ lines: [1] }]);
    expect([standing?.tier, ...held(standing ?? {})]).toEqual([
      "silver",
      on("2027-02-19", "17:30"),
      undefined,
    ]);
    const noHolds = clubOf({ ...YEAR, holds: undefined }, { offers: [gift] });
    const twelveMonths = visits(noHolds, {}, [{ lines: [1] }]).standing;
    expect(held(twelveMonths ?? {})).toEqual([on("2027-11-21", "17:30"), undefined]);
  });
});

describe("the decision tells the way", () => {
  const ROLLING = { period: { rolling: { months: 12 } }, downgrade: "rejudge" } as const;
  const hint = (club: Club, member: Partial<Member>, scene: Scene) =>
    club.quote(purchase({ ...scene, member })).hints?.tier;

  // R21.15
  it("to the next tier, after this purchase", () => {
    expect(hint(clubOf({}), {}, { lines: [3_800_000] })).toEqual({
      tier: "bronze",
      next: "silver",
      missing: "1200000",
    });
    expect(hint(clubOf({}), {}, { lines: [5_000_000] })).toEqual({
      tier: "silver",
      next: "gold",
      missing: "15000000",
    });
    expect(hint(clubOf({}), {}, { lines: [20_000_000] })).toEqual({ tier: "gold" });
  });

  // R21.4, R21.15: what was spent last year keeps a tier this year, and brings no higher one nearer.
  it("by this year alone, where years are counted", () => {
    const club = clubOf({ period: "calendarYear" });
    const member = who({ tier: "silver", progress: [{ period: "2026-03-21", amount: "19000000" }] });
    expect(hint(club, member, spends("2027-04-01", 1_000_000))).toEqual({
      tier: "silver",
      next: "gold",
      missing: "19000000",
    });
  });

  // R21.14: 4,000,000 are left of silver's bound once the row of 30 Aban 1405 counts no more.
  it("down, where time alone would lower it", () => {
    const { decisions } = visits(clubOf(ROLLING), {}, [
      spends("2026-11-21", 1_000_000),
      spends("2026-12-01", 4_000_000),
    ]);
    expect(decisions[1]?.hints?.tier).toEqual({
      tier: "silver",
      next: "gold",
      missing: "15000000",
      stay: { until: on("2027-11-21", "00:00"), missing: "1000000" },
    });
  });

  it("down by the end of the grace, and of the hold before it", () => {
    const club = clubOf({ ...ROLLING, grace: { days: 30 }, holds: { months: 18 } });
    const decision = club.evaluate(spendsOf("2026-11-21", 5_000_000));
    // Held to 30 Ordibehesht 1407 at noon; the review is on 31 Ordibehesht, and 30 days later it is 30 Khordad.
    expect(decision.hints?.tier.stay).toEqual({ until: on("2028-06-19", "00:00"), missing: "5000000" });
  });

  it("not of a raise for a while, nor where tiers are not lowered", () => {
    const raise = offer("taste", { kind: "tier", tier: "gold", for: { days: 30 } }, { always: true });
    const decision = clubOf({}, { offers: [raise] }).evaluate(purchase({ lines: [5_000_000] }));
    expect(entryOf(decision).standing).toMatchObject({ baseTier: "silver", tierAfter: "gold" });
    expect(decision.hints?.tier).toEqual({ tier: "silver", next: "gold", missing: "15000000" });
  });

  it("to members only, and only where something is measured", () => {
    expect(clubOf({}).quote(guestPurchase({ lines: [1] })).hints).toBeUndefined();
    expect(clubOf({ metric: undefined }).quote(purchase({ lines: [1] })).hints).toBeUndefined();
    const short = purchase({ lines: [1], redeem: [{ wallet: "credit", amount: "1" }] });
    expect(clubOf({}).quote(short)).toMatchObject({ status: "refused" });
    expect(clubOf({}).quote(short).hints).toBeUndefined();
  });

  // R21.5
  it("as far as it is known", () => {
    const unknown = who({ tier: "silver", visits: 3 });
    expect(hint(clubOf(ROLLING), unknown, { lines: [90_000_000] })).toEqual({ tier: "silver" });
    const club = clubOf(ROLLING);
    const decision = club.evaluate(purchase({ lines: [90_000_000], member: unknown }));
    expect(tierOf(decision)).toBe("silver");
    expect(entryOf(decision).progress).toMatchObject({ counted: "90000000", period: "2026-11-21" });
    expect(apply(unknown.standing, entryOf(decision)).progress).toBeUndefined();
  });

  function spendsOf(day: string, price: number) {
    return purchase(spends(day, price));
  }
});

describe("the entry keeps what counted", () => {
  // R21.3
  it("by days where the period rolls, by the first day of a year, or for good", () => {
    const rows = (tiers: Partial<Tiers>, member: Partial<Member> = {}) =>
      visits(clubOf(tiers), member, [
        spends("2026-11-21", 100),
        spends("2026-11-21", 30),
        spends("2026-11-22", 7),
      ]).standing?.progress?.map(({ period, amount }) => `${period} ${amount}`);
    expect(rows({ period: { rolling: { days: 40 } } })).toEqual(["2026-11-21 130", "2026-11-22 7"]);
    expect(rows({ period: "calendarYear" })).toEqual(["2026-03-21 137"]);
    expect(rows({ period: "anniversary" }, { joinedAt: on("2020-06-01") })).toEqual(["2026-06-02 137"]);
    expect(rows({ period: "lifetime" })).toEqual(["lifetime 137"]);
  });

  it("and forgets what can count no more", () => {
    const rolling = clubOf({ period: { rolling: { days: 40 } } });
    const { standing } = visits(rolling, {}, [
      spends("2026-11-01", 1),
      spends("2026-11-02", 2),
      spends("2026-12-11", 3),
    ]);
    expect(standing?.progress?.map(({ period }) => period)).toEqual(["2026-11-02", "2026-12-11"]);
  });

  it("whatever time has not brought yet: no review is of a day before the latest entry", () => {
    const years = clubOf({ period: "calendarYear", downgrade: "rejudge" });
    const { standing } = visits(years, {}, [spends("2026-11-21", 6_000_000), spends("2029-01-01", 1)]);
    expect(standing?.progress?.map(({ period }) => period)).toEqual(["2028-03-20"]);
  });
});

describe("a return takes back what counted", () => {
  // R21.12
  const ladder = [{ id: "bronze" }, { id: "silver", from: "5000000", orPurchase: "2000000" }, LADDER[2]];
  const club = clubOf({ period: { rolling: { months: 12 } }, ladder });

  function returned(lines: readonly number[], back: readonly string[], standing?: Standing) {
    const member = standing === undefined ? {} : { standing };
    const sale = entryOf(club.evaluate(purchase({ lines, member })));
    const decision = club.refund({
      id: "r-1",
      at: on("2026-12-01"),
      member: { id: "sara", standing: apply(standing, sale) },
      sale,
      returned: back.map((line) => ({ line, quantity: "1" })),
    });
    const { entry } = decision;
    if (entry === undefined) throw new Error("not booked");
    return { entry, after: apply(apply(standing, sale), entry) };
  }

  it("in the period of the sale, and lowers no tier by itself", () => {
    const before = { tier: "silver", progress: [{ period: "2026-11-21", amount: "4500000" }] };
    const { entry, after } = returned([1_000_000, 400_000], ["1"], before);
    expect(entry.progress).toMatchObject({ counted: "1000000", period: "2026-11-21" });
    expect(after).toMatchObject({
      tier: "silver",
      progress: [{ period: "2026-11-21", amount: "4900000" }],
    });
  });

  it("of a purchase that reached a tier alone, out of its own row", () => {
    const { after } = returned([2_000_000, 400_000], ["1"]);
    expect(after.progress).toEqual([{ period: "2026-11-21", amount: "400000", sale: expect.any(String) }]);
    expect(returned([2_000_000], ["1"]).after.progress).toEqual([]);
  });

  it("the visit with the last of it", () => {
    const regulars = clubOf({ metric: "visits", ladder: [{ id: "bronze" }, { id: "silver", from: "9" }] });
    const sale = entryOf(regulars.evaluate(purchase({ lines: [10, 20] })));
    const member = { id: "sara", standing: apply(undefined, sale) };
    const back = (...lines: readonly string[]) =>
      regulars.refund({
        id: "r-1",
        at: on("2026-12-01"),
        member,
        sale,
        returned: lines.map((line) => ({ line, quantity: "1" })),
      }).entry?.progress.counted;
    expect([back("1"), back("1", "2")]).toEqual(["0", "1"]);
  });

  it("what came into the wallet, save what the merchant leaves", () => {
    const stars = clubOf(
      { metric: { wallet: "points" }, ladder: [{ id: "bronze" }, { id: "silver", from: "9" }] },
      { offers: [offer("base", { kind: "points", perSpend: { every: "10", grant: "1" } })] },
    );
    const sale = entryOf(stars.evaluate(purchase({ lines: [100, 50] })));
    const member = { id: "sara", standing: apply(undefined, sale) };
    const counted = (cause: "customer" | "merchant") =>
      stars.refund({
        id: "r-1",
        at: on("2026-12-01"),
        member,
        sale,
        cause,
        returned: [{ line: "1", quantity: "1" }],
      }).entry?.progress.counted;
    expect([counted("customer"), counted("merchant")]).toEqual(["10", "0"]);
  });
});
