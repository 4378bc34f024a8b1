import { apply, type Club, type Program, type RefundRequest } from "vafa";
import { openMemoryStore, trialBalance, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, holding, type MemberScene, offer, on, purchase, refusedFor } from "./club.js";
import { line, lots, type Sold, sold } from "./refunding.js";

/*
 * An exchange: something comes back, and something else is bought with it, in one go at the till. It is a refund, and a
 * purchase with the standing that the refund left; the till shows both, and one sum to pay or to give back.
 */

const EARN = offer("earn", { kind: "points", perSpend: { every: "1000", grant: "1" } }, { always: true });
const POINTS = { id: "points", kind: "points", worth: "50", redemption: { rate: "40" } } as const;

function shop(terms: Partial<Program> = {}): Club {
  return cafe({ wallets: [{ id: "credit", kind: "credit" }, POINTS], offers: [EARN], ...terms });
}

const NOON = on("2026-11-25");

/** What comes back, and what is bought instead. */
function exchange({ club, sale, standing }: Sold, back: Partial<RefundRequest>, scene: Partial<MemberScene>) {
  const refund = club.refund({ id: "r-1", at: NOON, member: { id: "sara", standing }, sale, ...back });
  const between = apply(standing, refund.entry);
  const request = { id: "t-2", at: NOON, lines: [], ...scene, member: { standing: between } };
  const bought = club.evaluate(purchase(request));
  const after = apply(between, entryOf(bought));
  const pays = Number(bought.totals.due) - Number(refund.totals.due);
  return { refund, bought, after, pays, entries: [sale, refund.entry, bought.entry] };
}

const pointsOf = ({ lots = [] }: { readonly lots?: Sold["standing"]["lots"] }) =>
  lots.filter(({ wallet }) => wallet === "points").reduce((sum, { amount }) => sum + Number(amount), 0);

describe("one thing for another, of two that were bought", () => {
  const sale = sold(shop(), { lines: [60_000, 40_000] });

  it.each([
    ["a dearer one: 15,000 are paid, and 115 points are there", 55_000, 15_000, 115],
    ["a cheaper one: 15,000 are given back, and 85 points are there", 25_000, -15_000, 85],
    ["one at the same price: nothing is paid, and 100 points are there", 40_000, 0, 100],
  ])("for %s", (_, price, difference, points) => {
    const { pays, after } = exchange(sale, line("2"), { lines: [price] });
    expect(pays).toBe(difference);
    // As many as both things that the member has now would have given at once: none doubled, none lost.
    expect(pointsOf(after)).toBe(points);
    const atOnce = sold(shop(), { lines: [60_000, price] });
    expect(pointsOf(atOnce.standing)).toBe(points);
    expect(after.spend).toBe(atOnce.standing.spend);
  });

  it("the till shows both: what goes back, and what is bought", () => {
    const { refund, bought } = exchange(sale, line("2"), { lines: [55_000] });
    expect([refund.totals.due, bought.totals.due]).toEqual(["40000", "55000"]);
    expect(refund.balances[1]).toEqual({ wallet: "points", before: "100", after: "60" });
    expect(bought.balances[1]).toEqual({ wallet: "points", before: "60", after: "115" });
  });

  it("is booked in one batch: refund and sale follow one another on the chain, or neither is there", async () => {
    const { entries } = exchange(sale, line("2"), { lines: [55_000] });
    expect(verifyChain(entries)).toMatchObject({ ok: true, head: { sequence: 3 } });
    expect(trialBalance(entries).units.every(({ net }) => net === "0")).toBe(true);
    const store = openMemoryStore();
    const [first, ...batch] = entries.flatMap((entry) => entry ?? []);
    const terms = { memberId: "sara", asked: [], answer: {} };
    await store.append(first === undefined ? [] : [first], {
      ...terms,
      expectedSequence: 0,
      idempotencyKey: "a",
    });
    const late = await store.append(batch, { ...terms, expectedSequence: 0, idempotencyKey: "b" });
    expect(late.status).toBe("conflict");
    expect(await store.entries("sara")).toHaveLength(1);
    const booked = await store.append(batch, { ...terms, expectedSequence: 1, idempotencyKey: "c" });
    expect(booked.status).toBe("appended");
    expect((await store.standing("sara"))?.spend).toBe("115000");
  });
});

describe("what the first purchase gave, and is spent already", () => {
  it("is owed for a moment, and paid by what the new one gives", () => {
    const club = shop();
    const first = sold(club, { lines: [60_000, 40_000] });
    const spending = purchase({
      id: "t-9",
      at: on("2026-11-23"),
      member: { standing: first.standing },
      lines: [{ unitPrice: "4000", accrues: false }],
      redeem: [{ wallet: "points", amount: "100" }],
    });
    const standing = apply(first.standing, entryOf(club.evaluate(spending)));
    const { refund, after } = exchange({ ...first, standing }, line("2"), { lines: [55_000] });
    expect(refund.debts).toEqual([{ wallet: "points", amount: "40" }]);
    expect(after.debts).toBeUndefined();
    // 115 points earned with what the member has, 100 of them spent.
    expect(pointsOf(after)).toBe(15);
  });
});

describe("what a wallet paid", () => {
  const redeem = [{ wallet: "credit", amount: "40000" }] as const;
  const sale = sold(shop({ offers: [] }), { member: holding({ credit: "40000" }), lines: [40_000], redeem });

  it("is there to pay again, in the same breath", () => {
    const { refund, bought, pays, after } = exchange(sale, line("1"), { lines: [55_000], redeem });
    expect(refund.totals).toMatchObject({ redeemed: "40000", due: "0" });
    expect(bought.totals).toMatchObject({ redeemed: "40000", due: "15000" });
    expect(pays).toBe(15_000);
    expect(lots(after)).toEqual([]);
  });

  it("but not before the refund: whoever decides the sale on the old standing is refused", () => {
    const early = purchase({
      id: "t-2",
      at: NOON,
      lines: [55_000],
      redeem,
      member: { standing: sale.standing },
    });
    expect(refusedFor(sale.club.evaluate(early))).toBe("insufficientBalance");
  });
});

describe("an offer that is given once", () => {
  const once = { limits: { perMember: { count: 1, per: "lifetime" } } } as const;
  const club = cafe({ offers: [offer("welcome", { kind: "discount", percent: "10" }, once)] });
  const sale = sold(club, { lines: [60_000, 40_000] });

  it("stays used where a part is exchanged: the new thing is paid in full", () => {
    const { refund, bought, pays } = exchange(sale, line("2"), { lines: [40_000] });
    expect([refund.totals.due, bought.totals.due, pays]).toEqual(["36000", "40000", 4_000]);
    expect(bought.declined).toMatchObject([{ offer: "welcome", reason: "limitReached" }]);
  });

  it("is there again where all of it is exchanged", () => {
    const all = { amount: sale.sale.totals.due };
    const { bought, pays, after } = exchange(sale, all, { lines: [60_000, 40_000] });
    expect(bought.totals).toMatchObject({ discount: "10000", due: "90000" });
    expect(pays).toBe(0);
    expect(after).toMatchObject({ visits: 1, spend: "90000" });
    expect(after.uses).toHaveLength(1);
  });
});
