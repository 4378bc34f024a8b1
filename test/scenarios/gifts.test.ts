import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, charged, given, guestPurchase, holding, lost, offer, on, purchase, visits } from "./club.js";

const LINES = [600_000];

// R6.32, R8.1
describe("a gift of three", () => {
  const gift = (more: Partial<Offer> = {}) =>
    offer(
      "gift",
      {
        kind: "gift",
        gifts: [
          { id: "cup", worth: "30000" },
          { id: "bag", worth: "80000", cost: "50000" },
          { id: "art", worth: "80000" },
        ],
      },
      more,
    );
  const rival = offer("rival", { kind: "discount", percent: "10" });
  const choices = (id: string) => [{ offer: "gift", gift: id }];

  it("is the dearest, of equals the smaller id, unless the member chooses", () => {
    const decision = cafe({ offers: [gift()] }).quote(purchase({ lines: LINES }));
    expect(given(decision)).toEqual(["gift: art, by default"]);
    expect(decision.awards).toMatchObject([{ amount: "1", worth: "80000", cost: "80000", lines: [] }]);
    expect(charged(decision)).toEqual(["600000", "600000"]);
  });

  it("or the one that the member chooses", () => {
    const decision = cafe({ offers: [gift()] }).quote(purchase({ lines: LINES, choices: choices("bag") }));
    expect(given(decision)).toEqual(["gift: bag, by member"]);
    expect(decision.awards).toMatchObject([{ worth: "80000", cost: "50000" }]);
  });

  it("competes with its worth: 80,000 against a discount of 60,000", () => {
    const decision = cafe({ offers: [gift(), rival] }).quote(purchase({ lines: LINES }));
    expect(given(decision)).toEqual(["gift: art, by default"]);
    expect(lost(decision)).toEqual(["rival: worth 60000, beaten by gift, 20000 behind"]);
  });

  it("with the worth of what was chosen: 30,000 against 60,000", () => {
    const decision = cafe({ offers: [gift(), rival] }).quote(
      purchase({ lines: LINES, choices: choices("cup") }),
    );
    expect(given(decision)).toEqual(["rival: 60000 off"]);
    expect(lost(decision)).toEqual(["gift: worth 30000, beaten by rival, 30000 behind"]);
  });

  it("is for guests, too", () => {
    expect(given(cafe({ offers: [gift()] }).quote(guestPurchase({ lines: LINES })))).toEqual([
      "gift: art, by default",
    ]);
  });

  it("draws on a budget at its cost: one at 80,000 is more than 60,000, the one at 50,000 is not", () => {
    const budgets = [{ id: "gifts", amount: "60000" }];
    const club = cafe({ budgets, offers: [gift({ limits: { budget: "gifts" } })] });
    expect(lost(club.quote(purchase({ lines: LINES })))).toEqual(["gift: worth 0, budgetSpent"]);
    const chosen = club.quote(purchase({ lines: LINES, choices: choices("bag") }));
    expect(given(chosen)).toEqual(["gift: bag, by member"]);
    expect(chosen.clubUses).toEqual([{ budget: "gifts", amount: "50000" }]);
  });
});

// R6.32, R5.10
describe("a voucher", () => {
  const tenth = offer("tenth", { kind: "discount", percent: "100", units: 1 }, { by: "voucher" });
  const grant = (more: object = {}) =>
    offer("grant", { kind: "voucher", offer: "tenth", expires: { after: { days: 30 } }, ...more });

  it("is a right to an offer, good for 30 days", () => {
    const decision = cafe({ offers: [tenth, grant()] }).quote(purchase({ lines: LINES }));
    expect(given(decision)).toEqual(["grant: voucher for tenth"]);
    // 30 days after 21 November.
    expect(decision.awards).toMatchObject([
      { amount: "1", worth: "0", voucher: { offer: "tenth", expiresAt: "2026-12-21T17:30:00+03:30" } },
    ]);
  });

  it("is worth nothing unless it says so", () => {
    const rival = offer("rival", { kind: "credit", fixed: "40000" });
    const decideWith = (more: object) =>
      given(cafe({ offers: [tenth, grant(more), rival] }).quote(purchase({ lines: LINES })));
    expect(decideWith({})).toEqual(["rival: 40000 credit"]);
    expect(decideWith({ worth: "40001" })).toEqual(["grant: voucher for tenth"]);
  });

  it("is used at the next visit, where it is named", () => {
    const club = cafe({ offers: [tenth, grant()] });
    const { decisions, standing } = visits(club, { id: "sara" }, [
      { at: on("2026-11-21"), lines: [50_000] },
      { at: on("2026-11-22"), lines: [50_000, 40_000] },
    ]);
    expect(standing?.vouchers).toHaveLength(2);
    const [voucher] = standing?.vouchers ?? [];
    const next = club.quote(
      purchase({
        at: on("2026-11-23"),
        member: { ...(standing === undefined ? {} : { standing }) },
        vouchers: [`${voucher?.id}`],
        lines: [50_000, 40_000],
      }),
    );
    // 40,000 off now beat another voucher, worth 0.
    expect(given(next)).toEqual(["tenth: 40000 off"]);
    expect(decisions.map(given)).toEqual([["grant: voucher for tenth"], ["grant: voucher for tenth"]]);
  });
});

// R6.32
describe("a tier", () => {
  const raise = offer("raise", { kind: "tier", tier: "silver", for: { months: 1 } });

  it("lifts the member to silver for a month", () => {
    const decision = cafe({ offers: [raise] }).quote(purchase({ lines: LINES }));
    expect(given(decision)).toEqual(["raise: tier silver"]);
    // 30 Aban and a month is 30 Azar.
    expect(decision.awards).toMatchObject([{ amount: "1", worth: "0", until: "2026-12-21T17:30:00+03:30" }]);
  });

  it("gives nothing to who is silver", () => {
    const member = { standing: { ...holding({}).standing, tier: "silver" } };
    const decision = cafe({ offers: [raise] }).quote(purchase({ member, lines: LINES }));
    expect(given(decision)).toEqual([]);
    expect(lost(decision)).toEqual(["raise: worth 0, givesNothing"]);
  });

  it("loses to whatever is worth anything", () => {
    const rival = offer("rival", { kind: "points", fixed: "1" });
    expect(given(cafe({ offers: [raise, rival] }).quote(purchase({ lines: LINES })))).toEqual([
      "rival: 1 points",
    ]);
  });
});
