import { draw, drawCommitment, openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { fateOf, given, lost, on, persian, purchase } from "../club.js";
import festival from "./festival.json" with { type: "json" };
import { balanceOf, memberOf } from "./member-of.js";
import nowruzYalda from "./nowruz-yalda.json" with { type: "json" };
import promotions from "./promotions.json" with { type: "json" };

describe("promotions that end, and a birthday drink", () => {
  it("all Azar 15 % off, at most 60,000", () => {
    const club = openClub(promotions);
    const fate = (date: string, time: string) =>
      fateOf("opening-month", club.quote(purchase({ at: on(date, time), lines: [300_000] })));
    expect([
      fate("2026-11-21", "23:59"),
      fate("2026-11-22", "00:00"),
      fate("2026-12-21", "23:59"),
      fate("2026-12-22", "00:00"),
    ]).toEqual(["not listed", "given", "given", "not listed"]);
    const buys = (price: number) =>
      given(memberOf(promotions).buys({ at: on("2026-11-28"), lines: [price] }));
    expect(buys(300_000)).toEqual(["opening-month: 45000 off"]);
    expect(buys(600_000)).toEqual(["opening-month: 60000 off"]);
  });

  it("around the birthday a drink of 90,000 beats 15 % of 200,000, once", () => {
    const sara = memberOf(promotions, { birthDate: persian(1370, 9, 2) });
    const lines = [
      { unitPrice: 90_000, category: "drink" },
      { unitPrice: 110_000, category: "cake" },
    ];
    const first = sara.buys({ at: on("2026-11-23"), lines });
    expect(given(first)).toEqual(["birthday-drink: 90000 off"]);
    expect(lost(first)).toEqual(["opening-month: worth 30000, beaten by birthday-drink, 60000 behind"]);
    const second = sara.buys({ at: on("2026-11-24"), lines });
    expect(given(second)).toEqual(["opening-month: 30000 off"]);
    expect(lost(second)).toEqual(["birthday-drink: worth 90000, limitReached"]);
  });

  it("credit of a weekend is good until the year's last day", () => {
    const pays = (date: string) => {
      const sara = memberOf(promotions);
      // A Thursday, 3 Dey: 10 % of 200,000.
      expect(given(sara.buys({ at: on("2026-12-24"), lines: [200_000] }))).toEqual([
        "weekend-credit: 20000 credit",
      ]);
      const redeem = [{ wallet: "credit", amount: "20000" }];
      const { totals, refusal } = sara.buys({ at: on(date, "23:59"), lines: [100_000], redeem });
      return refusal?.reason ?? totals.due;
    };
    expect([pays("2026-12-31"), pays("2027-01-01")]).toEqual(["80000", "insufficientBalance"]);
  });
});

describe("a festival with draw tickets", () => {
  const AT = on("2026-11-25");
  const SEED = "c0ffee5eed-of-azar-1405-4d1f";
  const golestan = { unitPrice: 700_000, quantity: 2, brand: "Golestan" };
  const bought = [
    { id: "ali", lines: [golestan, 300_000] },
    { id: "sara", lines: [1_000_000] },
    { id: "zahra", lines: [500_000] },
    { id: "reza", lines: [499_999] },
  ];
  const tickets = bought.map(({ id, lines }) => ({
    memberId: id,
    count: balanceOf("tickets", memberOf(festival, { id }).buys({ at: AT, lines })) ?? "",
  }));
  const taking = tickets.filter(({ count }) => count !== "0");

  it("one for every 500,000, and two for each thing of the sponsor's", () => {
    // Ali paid 1,700,000 for three, and has 2 × 2 beside them.
    expect(tickets.map(({ memberId, count }) => `${memberId} ${count}`)).toEqual([
      "ali 7",
      "sara 2",
      "zahra 1",
      "reza 0",
    ]);
    expect(given(memberOf(festival).buys({ at: on("2026-12-22"), lines: [500_000] }))).toEqual([]);
  });

  it("is drawn so that everybody can draw it again: tickets 1 to 7 are Ali's, 8 and 9 Sara's, 10 Zahra's", () => {
    const drawn = draw({ tickets: taking, seed: SEED, winners: 2 });
    expect([drawn.commitment, drawn.total]).toEqual([drawCommitment(SEED), "10"]);
    expect(drawn.winners.map(({ memberId, ticket }) => `${memberId} ${ticket}`)).toEqual([
      "ali 4",
      "zahra 10",
    ]);
    expect(draw({ tickets: [...taking].reverse(), seed: SEED, winners: 2 })).toEqual(drawn);
  });
});

describe("Nowruz and Yalda", () => {
  const fate = (date: string, price = 400_000) =>
    lost(memberOf(nowruzYalda).buys({ at: on(date), lines: [price] }));

  it("Nowruz is one campaign over the year's end: once from 20 Esfand to 13 Farvardin", () => {
    const sara = memberOf(nowruzYalda);
    const buys = (date: string) => sara.buys({ at: on(date), lines: [400_000] });
    // 20 Esfand 1405; 12 Farvardin 1406; 25 Esfand 1406.
    expect(given(buys("2027-03-11"))).toEqual(["base: 36 points", "nowruz: 40000 off"]);
    expect(lost(buys("2027-04-01"))).toEqual(["nowruz: worth 40000, limitReached"]);
    expect(given(buys("2028-03-15"))).toEqual(["base: 36 points", "nowruz: 40000 off"]);
    expect([fate("2027-03-10"), fate("2027-04-03")]).toEqual([[], []]);
  });

  it("Yalda is the night of 30 Azar, with its code, from 500,000 on", () => {
    const buys = (date: string, price: number, ...codes: readonly string[]) =>
      given(memberOf(nowruzYalda).buys({ at: on(date, "21:00"), lines: [price], codes }));
    expect(buys("2026-12-21", 600_000, "yalda ")).toEqual(["base: 50 points", "yalda: 100000 off"]);
    expect(buys("2026-12-21", 600_000)).toEqual(["base: 60 points"]);
    expect(buys("2026-12-21", 499_999, "YALDA")).toEqual(["base: 49 points"]);
    expect(buys("2026-12-22", 600_000, "YALDA")).toEqual(["base: 60 points"]);
  });

  it("both are paid by one budget: of 500,000,000 with 499,970,000 spent, Yalda gives 30,000", () => {
    const spent = (amount: string) =>
      openClub(nowruzYalda).quote({
        ...purchase({ at: on("2026-12-21"), lines: [600_000], codes: ["YALDA"] }),
        clubUses: [{ budget: "campaigns", amount }],
      });
    expect(given(spent("499970000"))).toEqual(["base: 57 points", "yalda: 30000 off (70000 clipped)"]);
    expect(lost(spent("500000000"))).toEqual(["yalda: worth 100000, budgetSpent"]);
  });
});
