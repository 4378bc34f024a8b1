import { apply, type Offer, type Program, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { activity, cafe, charged, entryOf, on, purchase, visits } from "./club.js";

const STAMP: Offer = { id: "stamp", always: true, benefit: { kind: "stamps", perVisit: "1" } };
const TENTH: Offer = {
  id: "tenth-coffee",
  by: "voucher",
  benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest", items: { category: ["coffee"] } },
};
const STAMPS: Program["wallets"] = [
  {
    id: "stamps",
    kind: "stamps",
    worth: "0",
    converts: { every: "9", into: { voucher: "tenth-coffee", expires: { after: { months: 2 } } } },
  },
];
const coffee = { unitPrice: 80_000, category: "coffee" };

function stamped(amount: string, terms: Partial<Program> = {}) {
  const standing: Standing = {
    visits: 8,
    lots: [{ id: "card", wallet: "stamps", amount, at: on("2026-10-01") }],
  };
  const club = cafe({ offers: [STAMP, TENTH], wallets: STAMPS, ...terms });
  const decision = club.evaluate(purchase({ member: { standing }, lines: [coffee] }));
  return { club, standing, decision, entry: entryOf(decision) };
}

// R9.12
describe("a stamp card: nine stamps are a free coffee", () => {
  it("with eight and today's the card is full: a voucher, and an empty card", () => {
    const { decision, entry, standing } = stamped("8");
    expect(decision.balances).toEqual([{ wallet: "stamps", before: "8", after: "0" }]);
    // 30 Aban + 2 months = 30 Dey 1405, 20 January 2027, at the same time of day.
    expect(entry.vouchers).toEqual([
      {
        expiresAt: "2027-01-20T17:30:00+03:30",
        id: `${entry.id}.v1`,
        issuedAt: "2026-11-21T17:30:00+03:30",
        offer: "tenth-coffee",
      },
    ]);
    expect(entry.conversions).toEqual([
      {
        amount: "9",
        draws: [
          { amount: "8", lot: "card" },
          { amount: "1", lot: `${entry.id}.1` },
        ],
        lot: null,
        vouchers: [`${entry.id}.v1`],
        wallet: "stamps",
      },
    ]);
    const next = apply(standing, entry);
    expect(next.lots).toEqual([]);
    expect(next.vouchers?.map(({ id }) => id)).toEqual([`${entry.id}.v1`]);
  });

  it("with seven and today's it is not", () => {
    const { decision, entry } = stamped("7");
    expect(decision.balances[0]?.after).toBe("8");
    expect([entry.vouchers, entry.conversions]).toEqual([[], []]);
  });

  it("27 and today's are three vouchers: whole bundles only", () => {
    const { decision, entry } = stamped("27");
    // 27 + 1 = 28 = 3 × 9 + 1
    expect(entry.vouchers).toHaveLength(3);
    expect(decision.balances[0]?.after).toBe("1");
  });

  it("nobody gets more than a hundred vouchers at once; what is left waits", () => {
    const { entry, decision } = stamped("100000");
    expect(entry.vouchers).toHaveLength(100);
    expect(decision.balances[0]?.after).toBe("99101"); // 100,001 − 900
  });

  it("a stamp that is not active yet does not fill the card", () => {
    const wallets = [{ ...STAMPS[0], activatesAfter: { days: 1 } }] as NonNullable<Program["wallets"]>;
    const { decision, entry } = stamped("8", { wallets });
    expect(entry.conversions).toEqual([]);
    expect(decision.balances).toEqual([{ wallet: "stamps", before: "8", after: "8", pending: "1" }]);
  });

  it("the tenth coffee is free, and the voucher is used up", () => {
    const { club, standing, entry } = stamped("8");
    const now = apply(standing, entry);
    const tenth = purchase({
      id: "t-10",
      at: on("2026-11-22"),
      member: { standing: now },
      vouchers: [`${entry.id}.v1`],
      lines: [coffee],
    });
    const decision = club.evaluate(tenth);
    expect(charged(decision)).toEqual(["0", "0"]);
    expect(entryOf(decision).usedVouchers.map(({ id }) => id)).toEqual([`${entry.id}.v1`]);
    expect(apply(now, entryOf(decision)).vouchers).toEqual([]);
  });
});

describe("points that become credit by themselves", () => {
  const wallets: Program["wallets"] = [
    { id: "credit", kind: "credit", expires: { after: { months: 1 } } },
    {
      id: "stars",
      kind: "points",
      worth: "50",
      converts: { every: "2", into: { wallet: "points", amount: "1" } },
    },
    {
      id: "points",
      kind: "points",
      worth: "50",
      converts: { every: "100", into: { wallet: "credit", amount: "5000" } },
    },
  ];
  const offers: readonly Offer[] = [
    {
      id: "hello",
      on: ["checkIn"],
      always: true,
      benefit: { kind: "points", wallet: "stars", fixed: "405" },
    },
  ];

  it("through a chain to its end: 405 stars are 202 points, those 10,000 of credit", () => {
    // 405 = 202 × 2 + 1; 202 = 2 × 100 + 2
    const decision = cafe({ offers, wallets }).evaluate(activity("checkIn"));
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "0", after: "10000" },
      { wallet: "stars", before: "0", after: "1" },
      { wallet: "points", before: "0", after: "2" },
    ]);
    const entry = entryOf(decision);
    expect(entry.lots.map(({ id, wallet, amount, offer }) => [id, wallet, amount, offer])).toEqual([
      [`${entry.id}.1`, "stars", "405", "hello"],
      [`${entry.id}.2`, "points", "202", null],
      [`${entry.id}.3`, "credit", "10000", null],
    ]);
    expect(entry.postings.map(({ amount, from, to }) => `${amount}: ${from} → ${to}`)).toEqual([
      "405: club:stars.issued → member:stars",
      "202: club:points.issued → member:points",
      "10000: club:credit.cost → member:credit",
      "404: member:stars → club:stars.converted",
      "200: member:points → club:points.converted",
    ]);
    expect(apply(undefined, entry).lots?.map(({ wallet, amount }) => [wallet, amount])).toEqual([
      ["stars", "1"],
      ["points", "2"],
      ["credit", "10000"],
    ]);
  });

  it("what has been redeemed does not convert: 100 points, of which 40 pay, stay 60", () => {
    const paying: Program["wallets"] = [
      { id: "credit", kind: "credit" },
      {
        id: "points",
        kind: "points",
        worth: "50",
        redemption: { rate: "40" },
        converts: { every: "100", into: { wallet: "credit", amount: "5000" } },
      },
    ];
    const club = cafe({ offers: [], wallets: paying });
    const standing = { balances: [{ wallet: "points", amount: "100" }] };
    const redeem = [{ wallet: "points", amount: "40" }] as const;
    const quoted = (more: object) => club.quote(purchase({ member: { standing }, lines: [50_000], ...more }));
    expect(quoted({ redeem }).balances.map(({ after }) => after)).toEqual(["0", "60"]);
    expect(quoted({}).balances.map(({ after }) => after)).toEqual(["5000", "0"]);
  });
});

describe("a member who comes nine times", () => {
  it("has a voucher after the ninth, and not before", () => {
    const club = cafe({ offers: [STAMP, TENTH], wallets: STAMPS });
    const { decisions, standing } = visits(
      club,
      {},
      Array.from({ length: 9 }, () => ({ lines: [coffee] })),
    );
    expect(decisions.map((decision) => entryOf(decision).vouchers.length)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
    expect([standing?.lots, standing?.visits, standing?.vouchers?.length]).toEqual([[], 9, 1]);
  });
});
