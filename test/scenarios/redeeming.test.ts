import { apply, type Offer, type Program, type Request, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, charged, entryOf, type Item, lost, on, purchase } from "./club.js";

const WALLETS: NonNullable<Program["wallets"]> = [
  { id: "credit", kind: "credit", redemption: { min: "10000", step: "1000" } },
  { id: "points", kind: "points", worth: "50", redemption: { rate: "40" } },
];
const FREE_DRINK = {
  id: "free-drink",
  wallet: "points",
  price: "100",
  benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest", items: { category: ["drink"] } },
} as const;
const CREDIT: Offer = { id: "back", always: true, benefit: { kind: "credit", percent: "20" } };
const TEN_PERCENT: Offer = { id: "ten", benefit: { kind: "discount", percent: "10" } };

function club(terms: Partial<Program> & { readonly offers: readonly Offer[] }) {
  return cafe({ wallets: WALLETS, catalogue: [FREE_DRINK], ...terms });
}

/** 30,000 of credit that lapses soon, 10,000 that lapses late, and 240 points. */
const LOTS: Standing["lots"] = [
  { id: "late", wallet: "credit", amount: "10000", at: on("2026-01-01"), expiresAt: on("2027-06-01") },
  { id: "soon", wallet: "credit", amount: "30000", at: on("2026-02-01"), expiresAt: on("2026-12-01") },
  { id: "stars", wallet: "points", amount: "240", at: on("2026-01-01") },
];
const STANDING: Standing = { tier: "bronze", visits: 3, spend: "900000", lots: LOTS };

function pay(
  redeem: NonNullable<Request["transaction"]["redeem"]>,
  lines: readonly Item[] = [200_000, 400_000],
): Request {
  return purchase({ member: { standing: STANDING }, redeem, lines });
}

// R9.2, R9.9, R9.10
describe("credit that pays", () => {
  /*
   * 40,000 of 600,000: a third of it, 13,333, on the first line of 200,000, the rest on the second. 560,000 are left
   * to pay, and 20 % of those are 112,000. 40,000 − 40,000 + 112,000 is the balance.
   */
  const decision = club({ offers: [CREDIT] }).evaluate(pay([{ wallet: "credit", amount: "40000" }]));
  const entry = entryOf(decision);

  it("lowers what the till charges, line by line, and is told as redeemed", () => {
    expect(decision.totals).toEqual({ list: "600000", discount: "0", redeemed: "40000", due: "560000" });
    expect(decision.lines.map(({ redeemed }) => redeemed)).toEqual(["13333", "26667"]);
    expect(charged(decision)).toEqual(["186667", "373333", "560000"]);
    expect(decision.redemptions).toEqual([{ wallet: "credit", amount: "40000", value: "40000" }]);
  });

  it("earns nothing back: the balance is what it was, less 40,000, and 112,000", () => {
    expect(decision.balances[0]).toEqual({ wallet: "credit", before: "40000", after: "112000" });
  });

  it("is drawn from the lot that lapses first", () => {
    expect(entry.redemptions).toMatchObject([
      {
        amount: "40000",
        catalogue: null,
        draws: [
          { amount: "30000", lot: "soon" },
          { amount: "10000", lot: "late" },
        ],
        times: 1,
        value: "40000",
        values: ["13333", "26667"],
        wallet: "credit",
      },
    ]);
  });

  it("moves out of the member's account, and the club pays it to the till", () => {
    const moved = entry.postings.map(({ amount, unit, from, to, lot }) => [amount, unit, from, to, lot]);
    expect(moved).toEqual([
      ["40000", "IRT", "club:credit.redemption", "till:clearing", null],
      ["30000", "credit", "member:credit", "club:credit.redeemed", "soon"],
      ["10000", "credit", "member:credit", "club:credit.redeemed", "late"],
      ["112000", "credit", "club:credit.cost", "member:credit", `${entry.id}.1`],
    ]);
  });

  it("counts as spent: the purchase of 600,000 was paid in full", () => {
    expect(entry.progress).toMatchObject({ spend: "600000", visits: 1 });
  });

  it("is gone at the next visit; only the new lot, and the points, are left", () => {
    const next = apply(STANDING, entry);
    expect(next.lots?.map(({ id, amount }) => [id, amount])).toEqual([
      ["stars", "240"],
      [`${entry.id}.1`, "112000"],
    ]);
    expect(next.spend).toBe("1500000");
  });

  it("leaves the rest of a lot of which it needs a part", () => {
    const part = entryOf(club({ offers: [] }).evaluate(pay([{ wallet: "credit", amount: "31000" }])));
    const next = apply(STANDING, part);
    expect(next.lots?.map(({ id, amount }) => [id, amount])).toEqual([
      ["late", "9000"],
      ["stars", "240"],
    ]);
  });
});

describe("points that pay", () => {
  it("do so at 40 each, not at the 50 they are worth", () => {
    // All 240 pay 9,600 of 600,000.
    const { totals, redemptions } = club({ offers: [] }).quote(pay([{ wallet: "points", amount: "max" }]));
    expect(totals).toEqual({ list: "600000", discount: "0", redeemed: "9600", due: "590400" });
    expect(redemptions).toEqual([{ wallet: "points", amount: "240", value: "9600" }]);
  });
});

describe("a free drink from the catalogue", () => {
  /*
   * Drinks at 90,000 and 60,000, beans at 100,000: 100 points take the 90,000 off, and 10 % are figured on the other
   * 160,000. 250,000 − 90,000 − 16,000 = 144,000.
   */
  const lines: readonly Item[] = [
    { unitPrice: 90_000, category: "drink" },
    { unitPrice: 60_000, category: "drink" },
    { unitPrice: 100_000, category: "beans" },
  ];
  const decision = club({ offers: [TEN_PERCENT] }).evaluate(pay([{ catalogue: "free-drink" }], lines));
  const entry = entryOf(decision);

  it("stands in the column of discounts", () => {
    expect(decision.totals).toEqual({ list: "250000", discount: "106000", redeemed: "0", due: "144000" });
    expect(decision.lines.map(({ discount }) => discount)).toEqual(["90000", "6000", "10000"]);
    expect(decision.redemptions).toEqual([
      { catalogue: "free-drink", wallet: "points", times: 1, amount: "100", value: "90000" },
    ]);
  });

  // R10.10
  it("stands in the entry under its own id, by line", () => {
    expect(entry.lines.map(({ discount }) => discount)).toEqual(["90000", "6000", "10000"]);
    expect(entry.redemptions).toMatchObject([{ catalogue: "free-drink", values: ["90000", "0", "0"] }]);
    expect(entry.awards).toMatchObject([{ offer: "ten", amounts: ["0", "6000", "10000"] }]);
  });

  it("costs 100 points and is no spend", () => {
    expect(decision.balances[1]).toEqual({ wallet: "points", before: "240", after: "140" });
    expect(entry.progress.spend).toBe("144000");
    expect(entry.postings.map(({ amount, from, to }) => `${amount}: ${from} → ${to}`)).toEqual([
      "90000: club:catalogue.cost → till:clearing",
      "16000: club:discount.cost → till:clearing",
      "100: member:points → club:points.redeemed",
    ]);
  });
});

// R9.7, R9.8
describe("what cannot be redeemed refuses the whole", () => {
  const { evaluate, quote } = club({ offers: [CREDIT, TEN_PERCENT] });

  it.each([
    ["insufficientBalance", [{ wallet: "credit", amount: "45000" }], "/transaction/redeem/0"],
    ["belowMinimum", [{ wallet: "credit", amount: "9000" }], "/transaction/redeem/0"],
    ["notWholeSteps", [{ wallet: "credit", amount: "10500" }], "/transaction/redeem/0"],
    [
      "givesNothing",
      [{ wallet: "credit", amount: "10000" }, { catalogue: "free-drink" }],
      "/transaction/redeem/1",
    ],
  ] as const)("%s", (reason, redeem, path) => {
    const decision = evaluate(pay(redeem));
    expect(decision.status).toBe("refused");
    expect(decision.refusal).toMatchObject({ reason, path });
    expect(decision.refusal?.text.fa).toMatch(/^[\u0600-\u06ff\u200c ]+$/);
    expect(decision.refusal?.text.en).toMatch(/^[A-Z][a-z ]+$/);
  });

  const request = pay([{ wallet: "credit", amount: "45000" }]);
  const decision = evaluate(request);

  it("as though nothing were given: the list amount is due, and no balance moves", () => {
    expect(decision.totals).toEqual({ list: "600000", discount: "0", redeemed: "0", due: "600000" });
    expect(charged(decision)).toEqual(["200000", "400000", "600000"]);
    expect([decision.awards, lost(decision), decision.redemptions, decision.clubUses]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(decision.choice).toEqual({ total: "0", proven: true });
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "40000", after: "40000" },
      { wallet: "points", before: "240", after: "240" },
    ]);
  });

  it("and nothing is booked or sent", () => {
    expect(decision).not.toHaveProperty("entry");
    expect(decision).not.toHaveProperty("intents");
    expect(quote(request)).toEqual(decision);
  });

  it("one wallet is asked once: what it has cannot be promised twice", () => {
    const twice = [
      { wallet: "credit", amount: "max" },
      { wallet: "credit", amount: "10000" },
    ] as const;
    expect(() => quote(pay(twice))).toThrow("/transaction/redeem/1/wallet: credit is asked to pay already");
  });

  it("a decision that stands has no refusal", () => {
    expect(evaluate(pay([]))).not.toHaveProperty("refusal");
  });
});
