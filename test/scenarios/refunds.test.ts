import { type Accrual, apply, type Club, type Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, holding, offer, on, purchase } from "./club.js";
import { back, bring, due, line, lots, type Sold, sold } from "./refunding.js";

/*
 * What comes of a sale that is brought back. Sara buys, the sale is booked, and something of it comes back. The figures
 * are worked out by hand beside each scenario; the rows named H are those of a list of hostile cases.
 */

const TEN_OFF = cafe({ offers: [offer("ten", { kind: "discount", fixed: "10000" })] });
const EARNING = cafe({
  offers: [offer("earn", { kind: "points", perSpend: { every: "150", grant: "1" } }, { always: true })],
});
const POINTS = cafe({ offers: [offer("thousand", { kind: "points", fixed: "1000" }, { always: true })] });

describe("a discount goes back with its lines", () => {
  it("H13: 10,000 off 60,000 and 40,000; the second line gives back 36,000, what it was charged", () => {
    const [decision] = bring(sold(TEN_OFF, { lines: [60_000, 40_000] }), line("2")).decisions;
    expect(decision?.totals).toEqual({
      list: "40000",
      discount: "4000",
      redeemed: "0",
      deducted: "0",
      due: "36000",
    });
    expect(decision?.lines).toEqual([
      { id: "2", list: "40000", discount: "4000", redeemed: "0", due: "36000" },
    ]);
    expect(decision?.awards).toMatchObject([{ offer: "ten", kind: "discount", amount: "4000" }]);
  });

  it("unit by unit: of 10,000 off three for 100,000, 3,333, 3,333 and 3,334 go back", () => {
    const three = { unitPrice: "33333", quantity: "3", amount: "100000" };
    const sale = sold(TEN_OFF, { lines: [three] });
    const { decisions } = bring(sale, line("1"), line("1"), line("1"));
    expect(decisions.map(({ totals }) => totals.discount)).toEqual(["3333", "3333", "3334"]);
    expect(due(decisions)).toEqual(["30000", "30000", "30000"]);
  });

  it("is posted the other way", () => {
    const [decision] = bring(sold(TEN_OFF, { lines: [100_000] }), line("1")).decisions;
    expect(decision?.entry?.postings).toEqual([
      { amount: "10000", from: "till:clearing", lot: null, to: "club:discount.cost", unit: "IRT" },
    ]);
  });
});

describe("money goes back without goods", () => {
  it("for one line: 45,000 of 90,000 paid is half of it", () => {
    const sale = sold(TEN_OFF, { lines: [100_000] });
    const { decisions } = bring(
      sale,
      { returned: [{ line: "1", amount: "45000" }] },
      { returned: [{ line: "1", amount: "45000" }] },
    );
    expect(decisions.map(({ totals }) => [totals.due, totals.discount])).toEqual([
      ["45000", "5000"],
      ["45000", "5000"],
    ]);
  });

  it("H20: for all: spread by what is left of each line, ties to the smaller id", () => {
    const sale = sold(cafe({ offers: [] }), { lines: [333, 333, 334] });
    const { decisions } = bring(sale, { amount: "100" }, { amount: "900" });
    expect(decisions.map(({ lines }) => lines.map(({ due }) => due))).toEqual([
      ["33", "33", "34"],
      ["300", "300", "300"],
    ]);
  });

  it("all of it brings the lines that cost nothing, too: the visit is given back", () => {
    const sale = sold(cafe({ offers: [] }), { lines: [5_000, 0] });
    const { decisions, standing } = bring(sale, { amount: "5000" }, line("2"));
    expect(decisions.map(({ status, refusal }) => refusal?.reason ?? status)).toEqual([
      "accepted",
      "alreadyReturned",
    ]);
    expect(standing.visits).toBe(0);
  });

  it("then units bring what money left on them: two at 100 with 50 given back are 75 each", () => {
    const sale = sold(cafe({ offers: [] }), { lines: [{ unitPrice: "100", quantity: "2" }] });
    const { decisions } = bring(sale, { amount: "50" }, line("1"), line("1"));
    expect(due(decisions)).toEqual(["50", "75", "75"]);
  });
});

describe("an accrual goes back by its lines", () => {
  it("H01: 1,000 points on three equal lines go back as 333, 333 and 334", () => {
    const sale = sold(EARNING, { lines: [50_000, 50_000, 50_000] });
    const { decisions, standing } = bring(sale, line("1"), line("3"), line("2"));
    expect(back(decisions)).toEqual(["333 points", "333 points", "334 points"]);
    expect(standing.lots).toEqual([]);
  });

  it("H03: all that is left goes back with the last, whatever came before", () => {
    const sale = sold(EARNING, { lines: [{ unitPrice: "1000", quantity: "7" }, 999] });
    const { decisions } = bring(sale, line("1", "3"), { amount: "1234" }, { amount: "3765" });
    expect(decisions.map(({ status }) => status)).toEqual(["accepted", "accepted", "accepted"]);
    const taken = decisions.flatMap(({ awards }) => awards.map(({ amount }) => Number(amount)));
    // A point for 150 on 7,999.
    expect(taken.reduce((sum, amount) => sum + amount, 0)).toBe(53);
    expect(due(decisions)).toEqual(["3000", "1234", "3765"]);
  });

  it.each<[string, Accrual]>([
    ["for each million", { kind: "credit", perSpend: { every: "1000000", grant: "100000" } }],
    [
      "by a step",
      { kind: "credit", steps: { by: "total", mode: "whole", at: [{ from: "1000000", fixed: "100000" }] } },
    ],
  ])("H15: 100,000 of credit %s: 900,000 back takes 90,000, the rest 10,000", (_, benefit) => {
    const sale = sold(cafe({ offers: [offer("big", benefit)] }), { lines: [900_000, 100_000] });
    expect(back(bring(sale, line("1"), line("2")).decisions)).toEqual(["90000 credit", "10000 credit"]);
  });

  it("H16: what has no base (points of a visit on a free basket) goes back with all of the sale", () => {
    const sale = sold(POINTS, { lines: [0, 0] });
    const { decisions, standing } = bring(sale, line("1"), line("2"));
    expect(back(decisions)).toEqual(["", "1000 points"]);
    expect(due(decisions)).toEqual(["0", "0"]);
    expect(standing.visits).toBe(0);
  });

  // R18.6
  it.each<[string, Accrual]>([
    ["a fixed gift", { kind: "points", fixed: "7" }],
    ["points of a visit", { kind: "points", perVisit: "7" }],
  ])("H16: %s is for no line, and stays until the last one is back", (_, benefit) => {
    const club = cafe({ offers: [offer("visit", benefit, { always: true })] });
    const sale = sold(club, { lines: [900_000, 100_000] });
    expect(sale.sale.awards).toMatchObject([{ amount: "7", basis: "visit" }]);
    expect(back(bring(sale, line("1"), line("2")).decisions)).toEqual(["", "7 points"]);
  });

  it("a multiplier goes back as what it multiplies: the visit, or the lines", () => {
    const double = offer("x2", { kind: "points", multiply: "2" });
    const goesBack = (...base: readonly Accrual[]) => {
      const always = base.map((benefit, index) => offer(`a${index}`, benefit, { always: true }));
      const sale = sold(cafe({ offers: [...always, double] }), { lines: [1_000, 1_000] });
      return back(bring(sale, line("1"), line("2")).decisions);
    };
    const visit: Accrual = { kind: "points", perVisit: "10" };
    const spend: Accrual = { kind: "points", perSpend: { every: "1000", grant: "5" } };
    expect(goesBack(visit)).toEqual(["", "10 points, 10 points"]);
    expect(goesBack(spend)).toEqual(["5 points, 5 points", "5 points, 5 points"]);
    // 20 on the lines: the visit's 10 and 10 of the lines, doubled together.
    expect(goesBack(visit, spend)).toEqual(["5 points, 10 points", "10 points, 5 points, 10 points"]);
  });

  it("counts by what discounts left where the wallet does, though a wallet paid some of it", () => {
    const wallets: Program["wallets"] = [
      { id: "credit", kind: "credit", redemption: { items: { sku: ["tea"] } } },
      { id: "points", kind: "points", worth: "1", accruesOn: "discounted" },
    ];
    const earn = offer("earn", { kind: "points", perSpend: { every: "100", grant: "1" } }, { always: true });
    const sale = sold(cafe({ wallets, offers: [earn] }), {
      member: holding({ credit: "1000" }),
      lines: [{ sku: "tea", unitPrice: "1000" }, 1_000],
      redeem: [{ wallet: "credit", amount: "1000" }],
    });
    expect(back(bring(sale, line("1"), line("2")).decisions)).toEqual(["10 points", "10 points"]);
  });

  it("counts by the list where the wallet does: the free line weighs as much as the one that was paid", () => {
    const wallets: Program["wallets"] = [{ id: "points", kind: "points", worth: "1", accruesOn: "list" }];
    const free = offer("free", { kind: "discount", percent: "100", items: { sku: ["gift"] } });
    const earn = offer("earn", { kind: "points", perSpend: { every: "100", grant: "1" } }, { always: true });
    const sale = sold(cafe({ wallets, offers: [free, earn] }), {
      lines: [{ sku: "gift", unitPrice: "1000" }, 1_000],
    });
    expect(back(bring(sale, line("2"), line("1")).decisions)).toEqual(["10 points", "10 points, 1000 off"]);
  });
});

describe("what was spent already", () => {
  const shop = (terms: Partial<Program> = {}) =>
    cafe({
      wallets: [{ id: "points", kind: "points", worth: "50", redemption: { rate: "40" } }],
      offers: [offer("earn", { kind: "points", perSpend: { every: "1000", grant: "1" } }, { always: true })],
      ...terms,
    });

  /** 100 points earned, 80 of them spent on the way: 20 are left in the lot. */
  function spent(club: Club): Sold {
    const first = sold(club, { lines: [100_000] });
    const request = purchase({
      id: "t-2",
      at: on("2026-11-23"),
      member: { standing: first.standing },
      lines: [{ unitPrice: "3200", accrues: false }],
      redeem: [{ wallet: "points", amount: "80" }],
    });
    return { ...first, standing: apply(first.standing, entryOf(club.evaluate(request))) };
  }

  it("becomes a debt, which is paid by what comes next: H10, 100 earned with 80 owed leave 20", () => {
    const club = shop();
    const { decisions, standing } = bring(spent(club), line("1"));
    expect(decisions[0]?.awards).toMatchObject([{ amount: "100", debt: "80", kept: "0", forgiven: "0" }]);
    expect(decisions[0]?.debts).toEqual([{ wallet: "points", amount: "80" }]);
    expect(decisions[0]?.totals.due).toBe("100000");
    expect(standing.debts).toEqual([{ wallet: "points", amount: "80" }]);
    expect(standing.lots).toEqual([]);
    const next = purchase({ id: "t-3", at: on("2026-11-27"), member: { standing }, lines: [100_000] });
    const decision = club.evaluate(next);
    expect(decision.awards).toMatchObject([{ amount: "100" }]);
    expect(decision.balances).toEqual([{ wallet: "points", before: "0", after: "20" }]);
    const { id, postings } = entryOf(decision);
    expect(postings).toEqual([
      { amount: "20", from: "club:points.issued", lot: `${id}.1`, to: "member:points", unit: "points" },
      { amount: "80", from: "club:points.issued", lot: null, to: "member:points", unit: "points" },
      { amount: "80", from: "member:points", lot: null, to: "member:points.debt", unit: "points" },
    ]);
    const after = apply(standing, entryOf(decision));
    expect(after.debts).toBeUndefined();
    expect(lots(after)).toEqual([`20 in ${id}.1`]);
  });

  it("H23: takes what is left of the lot, not another lot of the wallet", () => {
    const { standing, ...rest } = spent(shop());
    const other = { id: "other", wallet: "points", amount: "500" };
    const { standing: after } = bring(
      { ...rest, standing: { ...standing, lots: [...(standing.lots ?? []), other] } },
      line("1"),
    );
    expect(lots(after)).toEqual(["500 in other"]);
    expect(after.debts).toEqual([{ wallet: "points", amount: "80" }]);
  });

  it("is let go where the program forgives it", () => {
    const { decisions, standing } = bring(spent(shop({ refunds: { debt: "forgive" } })), line("1"));
    expect(decisions[0]?.awards).toMatchObject([{ amount: "100", debt: "0", forgiven: "80" }]);
    expect(standing.debts).toBeUndefined();
  });

  it("is deducted from the money: 80 points at 40 are 3,200 of 100,000", () => {
    const { decisions, standing } = bring(spent(shop({ refunds: { debt: "deductFromRefund" } })), line("1"));
    expect(decisions[0]?.totals).toMatchObject({ list: "100000", deducted: "3200", due: "96800" });
    expect(decisions[0]?.awards).toMatchObject([{ debt: "0", deducted: "80" }]);
    expect(standing.debts).toBeUndefined();
  });

  it("is deducted once: what the money that goes back cannot pay any more is owed", () => {
    const earn = (id: string) => offer(id, { kind: "points", fixed: "100" }, { always: true });
    const club = shop({ offers: [earn("one"), earn("two")], refunds: { debt: "deductFromRefund" } });
    const sale = sold(club, { lines: [6_000] });
    const { decisions } = bring({ ...sale, standing: { ...sale.standing, lots: [] } }, line("1"));
    expect(decisions[0]?.totals).toMatchObject({ list: "6000", deducted: "6000", due: "0" });
    expect(decisions[0]?.awards).toMatchObject([
      { deducted: "100", debt: "0" },
      { deducted: "50", debt: "50" },
    ]);
  });

  it("H11: nothing is owed for points that have lapsed", () => {
    const wallets: Program["wallets"] = [
      { id: "points", kind: "points", worth: "50", expires: { after: { days: 2 } } },
    ];
    const { decisions, standing } = bring(sold(shop({ wallets }), { lines: [100_000] }), line("1"));
    expect(decisions[0]?.awards).toMatchObject([{ amount: "100", debt: "0", forgiven: "100" }]);
    expect(standing.debts).toBeUndefined();
    expect(decisions[0]?.entry?.postings).toEqual([]);
  });

  it("is left to the member where it was the merchant's fault, and only then", () => {
    const sale = sold(shop(), { lines: [60_000, 40_000] });
    const { decisions, standing } = bring(sale, { ...line("1"), cause: "merchant" }, line("2"));
    expect(decisions.map(({ awards }) => awards.map(({ amount, kept }) => [amount, kept]))).toEqual([
      [["60", "60"]],
      [["40", "0"]],
    ]);
    expect(standing.lots?.map(({ amount }) => amount)).toEqual(["60"]);
  });
});

describe("what wallets paid goes back to them", () => {
  const paying = { lines: [60_000, 40_000], redeem: [{ wallet: "credit", amount: "40000" }] };
  const club = cafe({ offers: [] });
  const early = { id: "soon", wallet: "credit", amount: "30000", expiresAt: on("2026-11-24") };
  const late = { id: "late", wallet: "credit", amount: "50000", expiresAt: on("2027-11-22") };
  const member = { standing: { tier: "bronze", visits: 0, spend: "0", lots: [early, late] } };

  it("into their own lots, the last drawn first; a lot that is gone is opened again with its own expiry", () => {
    const sale = sold(club, { ...paying, member });
    expect(lots(sale.standing)).toEqual(["40000 in late"]);
    const { decisions, standing } = bring(sale, line("2"), line("1"));
    expect(decisions.map(({ totals }) => [totals.redeemed, totals.due])).toEqual([
      ["16000", "24000"],
      ["24000", "36000"],
    ]);
    expect(lots(standing)).toEqual(["50000 in late", "30000 in soon"]);
    expect(standing.lots?.[1]).toMatchObject({ id: "soon", expiresAt: on("2026-11-24") });
  });

  it("a lapsed lot is good for the days of grace, in a lot of its own", () => {
    const kind = cafe({ offers: [], refunds: { graceDays: 7 } });
    const { standing, decisions } = bring(sold(kind, { ...paying, member }), line("1"), line("2"));
    const [, second] = decisions;
    expect(standing.lots?.map(({ id, amount, expiresAt }) => [id, amount, expiresAt])).toEqual([
      ["late", "50000", on("2027-11-22")],
      [`${decisions[0]?.entry?.id}.1`, "14000", "2026-12-02T12:00:00+03:30"],
      [`${second?.entry?.id}.1`, "16000", "2026-12-02T12:01:00+03:30"],
    ]);
    expect(second?.balances[0]).toEqual({ wallet: "credit", before: "64000", after: "80000" });
  });

  it("points for a catalogue item, as the line comes back that it paid", () => {
    const item = {
      id: "drink",
      wallet: "points",
      price: "100",
      benefit: { kind: "discount", percent: "100" },
    } as const;
    const shop = cafe({ offers: [], catalogue: [item] });
    const sale = sold(shop, {
      member: holding({ points: "150" }),
      lines: [5_000],
      redeem: [{ catalogue: "drink" }],
    });
    const { decisions, standing } = bring(sale, line("1"));
    expect(decisions[0]?.totals).toMatchObject({ list: "5000", discount: "5000", due: "0" });
    expect(decisions[0]?.redemptions).toEqual([
      { amount: "100", catalogue: "drink", value: "5000", wallet: "points" },
    ]);
    expect(lots(standing)).toEqual(["150 in opening"]);
  });
});

describe("what a sale counted", () => {
  const limited = offer(
    "welcome",
    { kind: "discount", percent: "10" },
    { limits: { perMember: { count: 1, per: "lifetime" }, inAll: { uses: 5 }, budget: "pot" } },
  );
  const club = cafe({ offers: [limited], budgets: [{ id: "pot", amount: "50000" }] });

  it("stays after a part of it is back, save what was spent, and is given back with the last", () => {
    const sale = sold(club, { lines: [60_000, 40_000] });
    const part = bring(sale, line("2"));
    expect(part.standing).toMatchObject({ visits: 1, spend: "54000" });
    expect(part.standing.uses).toHaveLength(1);
    expect(part.decisions[0]?.clubUses).toEqual([]);
    const all = bring(sale, line("2"), line("1"));
    expect(all.standing).toMatchObject({ visits: 0, spend: "0", uses: [] });
    expect(all.decisions[1]?.clubUses).toEqual(sale.sale.clubUses);
  });

  it("a voucher that it used is given back, if it is still good", () => {
    const coffee = offer("coffee", { kind: "discount", percent: "100" }, { by: "voucher" });
    const shop = cafe({ offers: [coffee] });
    const brought = (expiresAt: string | null) => {
      const voucher = { id: "v-1", offer: "coffee", expiresAt };
      const member = { standing: { tier: "bronze", visits: 0, spend: "0", vouchers: [voucher] } };
      const sale = sold(shop, { member, lines: [5_000], vouchers: ["v-1"] });
      expect(sale.standing.vouchers).toEqual([]);
      return bring(sale, line("1")).standing.vouchers;
    };
    expect(brought(null)).toEqual([{ id: "v-1", offer: "coffee", expiresAt: null }]);
    expect(brought(on("2026-11-24"))).toEqual([]);
  });

  it("of what the merchant leaves stays had, of mere discounts it is given back", () => {
    const once = {
      limits: { perMember: { count: 1, per: "lifetime" } },
      by: "voucher",
      always: true,
    } as const;
    const shop = cafe({
      offers: [
        offer("credit", { kind: "credit", fixed: "500" }, once),
        offer("off", { kind: "discount", fixed: "500" }, once),
      ],
    });
    const vouchers = ["credit", "off"].map((id) => ({ id: `v-${id}`, offer: id, expiresAt: null }));
    const member = { standing: { tier: "bronze", visits: 0, spend: "0", vouchers } };
    const sale = sold(shop, { member, lines: [5_000], vouchers: ["v-credit", "v-off"] });
    const { standing } = bring(sale, { ...line("1"), cause: "merchant" });
    expect(standing.uses?.map(({ offer }) => offer)).toEqual(["credit"]);
    expect(standing.vouchers?.map(({ id }) => id)).toEqual(["v-off"]);
  });

  it("a voucher that it issued is taken back", () => {
    const coffee = offer("coffee", { kind: "discount", percent: "100" }, { by: "voucher" });
    const gift = offer("gift", { kind: "voucher", offer: "coffee" }, { always: true });
    const sale = sold(cafe({ offers: [coffee, gift] }), { lines: [5_000] });
    expect(sale.standing.vouchers).toHaveLength(1);
    const { decisions, standing } = bring(sale, line("1"));
    expect(decisions[0]?.withdrawn).toEqual([`${sale.sale.id}.v1`]);
    expect(standing.vouchers).toEqual([]);
  });
});

describe("things that a sale gave", () => {
  const coffee = offer("coffee", { kind: "discount", percent: "100" }, { by: "voucher" });
  const giving = (benefit: NonNullable<Program["offers"][number]["benefit"]>) =>
    cafe({ offers: [coffee, offer("party", benefit, { always: true })] });
  const rows = (club: Club, asked: Parameters<typeof bring>[1]) =>
    bring(sold(club, { lines: [5_000, 5_000] }), line("1"), asked).decisions.map(({ awards }) =>
      awards.map(({ kind, amount, kept, forgiven }) => [kind, amount, kept, forgiven]),
    );
  const things = giving([
    { kind: "gift", gifts: [{ id: "mug", worth: "5000" }] },
    { kind: "voucher", offer: "coffee" },
  ]);

  it("are asked back with the last of it: the gift, and the voucher that is not used", () => {
    const [first, second] = rows(things, line("2"));
    expect(first).toEqual([]);
    expect(second).toEqual([
      ["gift", "1", "0", "0"],
      ["voucher", "1", "0", "0"],
    ]);
  });

  it("stay where it was the merchant's fault", () => {
    expect(rows(things, { ...line("2"), cause: "merchant" })[1]).toEqual([
      ["gift", "1", "1", "0"],
      ["voucher", "1", "1", "0"],
    ]);
  });

  it("a voucher that is used is let go", () => {
    const sale = sold(things, { lines: [5_000] });
    const { decisions } = bring({ ...sale, standing: { ...sale.standing, vouchers: [] } }, line("1"));
    expect(decisions[0]?.awards[1]).toMatchObject({ kind: "voucher", amount: "1", forgiven: "1" });
    expect(decisions[0]?.withdrawn).toEqual([]);
  });

  it("a tier that is reached is never taken", () => {
    const club = giving({ kind: "tier", tier: "silver", for: { months: 1 } });
    expect(rows(club, line("2"))[1]).toEqual([["tier", "1", "0", "1"]]);
  });
});

describe("an exchange", () => {
  it("is a refund and a sale, one after the other", () => {
    const { standing } = bring(sold(POINTS, { lines: [50_000] }), line("1"));
    const next = purchase({
      id: "t-2",
      at: on("2026-11-25", "12:05"),
      member: { standing },
      lines: [60_000],
    });
    const after = apply(standing, entryOf(POINTS.evaluate(next)));
    expect(after).toMatchObject({ visits: 1, spend: "60000", head: { sequence: 3 } });
    expect(after.lots?.map(({ amount }) => amount)).toEqual(["1000"]);
  });
});
