import { describe, expect, it } from "vitest";
import { given, lost, on, persian } from "../club.js";
import { balanceOf, memberOf } from "./member-of.js";
import personalVouchers from "./personal-vouchers.json" with { type: "json" };
import referral from "./referral.json" with { type: "json" };
import survey from "./survey.json" with { type: "json" };
import tiers from "./tiers.json" with { type: "json" };
import welcomeGift from "./welcome-gift.json" with { type: "json" };
import winBack from "./win-back.json" with { type: "json" };

describe("tiers by spend, with rates of their own", () => {
  const inTier = (tier: string, more: object = {}) =>
    memberOf(tiers, { standing: { tier, visits: 20, spend: "0" }, ...more });

  it("bronze: 560,000 are 56 points", () => {
    expect(given(inTier("bronze").buys({ lines: [560_000] }))).toEqual(["base: 56 points"]);
  });

  it("silver: 5 % off leaves 532,000, 53 × 1.2 = 63.6 points, down to 63", () => {
    expect(given(inTier("silver").buys({ lines: [560_000] }))).toEqual([
      "base: 63 points",
      "member-price: 28000 off",
    ]);
  });

  it("gold: 8 % off, at most 100,000, and 1.5 points", () => {
    expect(given(inTier("gold").buys({ lines: [560_000] }))).toEqual([
      "base: 76 points",
      "member-price: 44800 off",
    ]);
    expect(given(inTier("gold").buys({ lines: [2_000_000] }))).toEqual([
      "base: 285 points",
      "member-price: 100000 off",
    ]);
  });

  it("a birthday is a day for bronze, a week for silver, and two for gold", () => {
    const born = { birthDate: persian(1370, 9, 15) };
    const onDay = (tier: string, day: string) =>
      given(inTier(tier, born).buys({ at: on(`2026-12-${day}`), lines: [100_000] })).includes(
        "birthday: 10000 off",
      );
    // 15 Azar 1405 is 6 December.
    const days = ["06", "05", "03", "02", "13", "14"];
    expect(days.map((day) => onDay("bronze", day))).toEqual([true, false, false, false, false, false]);
    expect(days.map((day) => onDay("silver", day))).toEqual([true, true, true, false, false, false]);
    expect(days.map((day) => onDay("gold", day))).toEqual([true, true, true, true, true, false]);
  });
});

describe("a referral: both sides have something of it", () => {
  it("the friend has 50,000 for joining, and 10 % off the first order by voucher, at most 50,000", () => {
    const sara = memberOf(referral);
    expect(given(sara.does("enrolment"))).toEqual(["welcome: 50000 credit"]);
    const brought = { referral: { role: "friend", with: "ali" } } as const;
    expect(given(sara.does("referral", brought))).toEqual(["friend: voucher for first-order"]);
    expect(lost(sara.does("referral", brought))).toEqual(["friend: worth 50000, limitReached"]);
    const vouchers = sara.vouchersFor("first-order");
    const decision = sara.buys({ lines: [600_000], vouchers });
    expect(given(decision)).toEqual(["first-order: 50000 off"]);
    expect(decision.totals.due).toBe("550000");
  });

  it("the voucher is for the first order: on the second it is not asked about", () => {
    const sara = memberOf(referral);
    sara.does("referral", { referral: { role: "friend", with: "ali" } });
    sara.buys({ lines: [100_000] });
    const second = sara.buys({ lines: [100_000], vouchers: sara.vouchersFor("first-order") });
    expect([given(second), lost(second)]).toEqual([[], []]);
  });

  it("the advocate has 40,000 once the friend bought, three times a month", () => {
    const ali = memberOf(referral, { id: "ali" });
    const brings = (friend: string, date: string, purchased = true) =>
      ali.does("referral", { at: on(date), referral: { role: "advocate", with: friend, purchased } });
    expect(given(brings("sara", "2026-11-01", false))).toEqual([]);
    const inAban = ["sara", "zahra", "reza", "mina"].map((friend) => brings(friend, "2026-11-20"));
    expect(inAban.map((decision) => [...given(decision), ...lost(decision)])).toEqual([
      ["advocate: 40000 credit"],
      ["advocate: 40000 credit"],
      ["advocate: 40000 credit"],
      ["advocate: worth 40000, limitReached"],
    ]);
    // 22 November is 1 Azar: 120,000 and 40,000.
    expect(balanceOf("credit", brings("mina", "2026-11-22"))).toBe("160000");
  });
});

describe("a welcome gift", () => {
  it("is credit for a month, and a voucher for a cup or a cookie at the first visit", () => {
    const sara = memberOf(welcomeGift);
    expect(given(sara.does("enrolment"))).toEqual([
      "welcome, part 1: 30000 credit",
      "welcome, part 2: voucher for welcome-cup",
    ]);
    expect(lost(sara.does("enrolment"))).toEqual(["welcome: worth 110000, limitReached"]);
    const decision = sara.buys({
      lines: [100_000],
      vouchers: sara.vouchersFor("welcome-cup"),
      redeem: [{ wallet: "credit", amount: "max" }],
      choices: [{ offer: "welcome-cup", gift: "cookie" }],
    });
    expect(given(decision)).toEqual(["welcome-cup: cookie, by member"]);
    expect(decision.totals.due).toBe("70000");
  });

  it("who chooses nothing is given the dearest; after a month all is lost", () => {
    const joined = () => {
      const sara = memberOf(welcomeGift);
      sara.does("enrolment", { at: on("2026-11-01") });
      return sara;
    };
    const early = joined();
    const vouchers = early.vouchersFor("welcome-cup");
    expect(given(early.buys({ at: on("2026-12-01", "11:59"), lines: [9_000], vouchers }))).toEqual([
      "welcome-cup: cup, by default",
    ]);
    const late = joined();
    const decision = late.buys({
      at: on("2026-12-01"),
      lines: [9_000],
      vouchers: late.vouchersFor("welcome-cup"),
    });
    expect([given(decision), balanceOf("credit", decision)]).toEqual([[], "0"]);
  });
});

describe("winning back who stays away", () => {
  const sara = memberOf(winBack);
  const buys = (date: string, price = 100_000) => sara.buys({ at: on(date), lines: [price] });

  it("on the first visit nobody knows how long they were away", () => {
    expect(lost(buys("2026-06-01"))).toEqual([
      "soon-again: factMissing member.daysSinceLastVisit",
      "win-back: factMissing member.daysSinceLastVisit",
    ]);
  });

  it("after 30 days nothing; after 61 it is 20 % off, at most 80,000", () => {
    expect(given(buys("2026-07-01"))).toEqual([]);
    expect(given(buys("2026-08-31", 500_000))).toEqual(["win-back: 80000 off"]);
  });

  it("who comes again within a week earns 5 %", () => {
    expect(given(buys("2026-09-05", 200_000))).toEqual(["soon-again: 10000 credit"]);
  });

  it("and staying away pays once a year", () => {
    expect(lost(buys("2026-11-21", 200_000))).toEqual(["win-back: worth 40000, limitReached"]);
  });
});

describe("a survey: the answer is rewarded, and the unhappy are made good", () => {
  const answer = (score: number, scores?: { readonly service: number }) => ({
    survey: scores === undefined ? { score } : { score, scores },
  });

  it("a happy answer is 5,000, once a month", () => {
    const sara = memberOf(survey);
    const happy = answer(9, { service: 9 });
    expect(given(sara.does("survey", { at: on("2026-11-01"), ...happy }))).toEqual(["answered: 5000 credit"]);
    expect(lost(sara.does("survey", { at: on("2026-11-02"), ...happy }))).toEqual([
      "answered: worth 5000, limitReached",
    ]);
  });

  it("6 or less, or a service of 2 or less, is a free drink at the next visit too", () => {
    const both = ["answered: 5000 credit", "make-good: voucher for sorry"];
    expect(given(memberOf(survey).does("survey", answer(9, { service: 2 })))).toEqual(both);
    const sara = memberOf(survey);
    expect(given(sara.does("survey", answer(4)))).toEqual(both);
    const lines = [
      { unitPrice: 80_000, category: "drink" },
      { unitPrice: 120_000, category: "cake" },
    ];
    const decision = sara.buys({ lines, vouchers: sara.vouchersFor("sorry") });
    expect([given(decision), decision.totals.due]).toEqual([["sorry: 80000 off"], "120000"]);
  });

  it("being unhappy pays once a year", () => {
    const sara = memberOf(survey);
    sara.does("survey", { at: on("2026-10-01"), ...answer(4) });
    expect(given(sara.does("survey", { at: on("2026-11-21"), ...answer(1) }))).toEqual([
      "answered: 5000 credit",
    ]);
  });

  it("where the service was not asked for, 7 leaves open whether it was bad: nobody guesses", () => {
    expect(lost(memberOf(survey).does("survey", answer(7)))).toEqual([
      "make-good: factMissing transaction.survey.scores.service",
    ]);
  });
});

describe("personal vouchers", () => {
  const thanked = () => {
    const sara = memberOf(personalVouchers, { segments: ["regulars"] });
    sara.does("thanks", { at: on("2026-11-25") });
    return sara;
  };

  it("regulars are thanked with one that is good until the end of Azar", () => {
    expect(
      thanked()
        .standing()
        .vouchers?.map(({ expiresAt }) => expiresAt),
    ).toEqual(["2026-12-22T00:00:00+03:30"]);
    expect(given(memberOf(personalVouchers, { segments: ["new"] }).does("thanks"))).toEqual([]);
  });

  it("a quarter off 400,000 is 100,000, and then it is used up", () => {
    const sara = thanked();
    const vouchers = sara.vouchersFor("quarter-off");
    expect(given(sara.buys({ at: on("2026-11-26"), lines: [400_000], vouchers }))).toEqual([
      "quarter-off: 100000 off",
    ]);
    expect(sara.vouchersFor("quarter-off")).toEqual([]);
  });

  it("where a fifth off 600,000 is more than its 100,000, it is kept for another day", () => {
    const sara = thanked();
    const vouchers = sara.vouchersFor("quarter-off");
    const decision = sara.buys({ at: on("2026-11-26"), lines: [600_000], vouchers });
    expect(given(decision)).toEqual(["big-basket: 120000 off"]);
    expect(lost(decision)).toEqual(["quarter-off: worth 100000, beaten by big-basket, 20000 behind"]);
    expect(sara.vouchersFor("quarter-off")).toEqual(vouchers);
  });
});
