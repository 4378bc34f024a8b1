import { describe, expect, it } from "vitest";
import { fileOf, vafa } from "./shell.js";

const PROGRAM = {
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit", redemption: {} },
    { id: "points", kind: "points", worth: "50" },
  ],
  tiers: { ladder: [{ id: "bronze" }, { id: "gold", from: "1" }] },
  budgets: [{ id: "small", amount: "0" }],
  catalogue: [
    {
      id: "free-drink",
      wallet: "points",
      price: "100",
      benefit: { kind: "discount", percent: "100", units: 1 },
    },
  ],
  offers: [
    { id: "mug", always: true, benefit: { kind: "gift", gifts: [{ id: "mug", worth: "9" }] } },
    { id: "trial", always: true, benefit: { kind: "tier", tier: "gold", for: { days: 30 } } },
    {
      id: "next",
      always: true,
      benefit: { kind: "voucher", offer: "coffee", expires: { after: { days: 1 } } },
    },
    { id: "coffee", by: "voucher", benefit: { kind: "discount", percent: "5" } },
    { id: "held", holdout: { percent: "100" }, benefit: { kind: "discount", percent: "5" } },
    { id: "broke", limits: { budget: "small" }, benefit: { kind: "discount", percent: "5" } },
  ],
};

function evaluate(transaction: object) {
  const standing = {
    tier: "bronze",
    balances: [
      { wallet: "credit", amount: "40000" },
      { wallet: "points", amount: "100" },
    ],
    vouchers: [{ id: "v-1", offer: "coffee" }],
  };
  const request = {
    member: { id: "sara", standing },
    transaction: {
      id: "t-1",
      type: "purchase",
      at: "2026-11-21T17:30:00+03:30",
      currency: "IRT",
      ...transaction,
    },
  };
  return vafa(["evaluate", "--program", fileOf(PROGRAM), "--request", fileOf(request)]);
}

const lines = [
  { id: "1", unitPrice: "50000" },
  { id: "2", unitPrice: "100000" },
];

describe("a person reads", () => {
  const { code, out } = evaluate({
    lines,
    redeem: [{ wallet: "credit", amount: "30000" }, { catalogue: "free-drink" }],
  });
  const rows = out.split("\n").map((row) => row.trim().split(/ {2,}/));

  it("what is given that is no amount, and until when", () => {
    expect(code).toBe(0);
    expect(rows).toContainEqual(["mug", "always", "gift mug", "9", "competes with none"]);
    expect(rows).toContainEqual([
      "next",
      "always",
      "voucher for coffee",
      "0",
      "competes with none; until 2026-11-22T17:30:00+03:30",
    ]);
    expect(rows).toContainEqual([
      "trial",
      "always",
      "tier gold",
      "0",
      "competes with none; until 2026-12-21T17:30:00+03:30",
    ]);
  });

  it("why others are not", () => {
    const why = new Map(rows.map((row) => [row[0], row.at(-1)]));
    expect(why.get("coffee")).toBe("the member has a voucher for it, and did not name it");
    expect(why.get("held")).toBe("kept from this member, to measure what it brings");
    expect(why.get("broke")).toBe("its budget is spent");
  });

  it("what wallets paid", () => {
    // Of all goods the cheapest unit is free, 50,000; 30,000 of the other 100,000 are paid with credit.
    expect(rows).toContainEqual(["points", "100", "50,000", "1 × free-drink"]);
    expect(rows).toContainEqual(["credit", "30,000", "30,000"]);
    expect(out).toContain("Due: 70,000 IRT");
  });
});

describe("a decision that is refused", () => {
  const { code, out, err } = evaluate({ lines, redeem: [{ wallet: "credit", amount: "50000" }] });

  it("is a decision: it says so, why and where, and the command has done its work", () => {
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(
      "Refused: insufficientBalance at /transaction/redeem/0\n  The balance is not enough · \u2068موجودی کافی نیست\u2069\n",
    );
    expect(out).toContain("Due: 150,000 IRT");
    expect(out).toContain("No ledger entry: nothing was decided");
    expect(out).not.toContain("Offers that applied");
  });
});

describe("an activity", () => {
  it("has no receipt", () => {
    const { code, out } = evaluate({ type: "checkIn" });
    expect(code).toBe(0);
    expect(out).not.toContain("Receipt");
    expect(out).toContain("checkIn t-1");
  });
});
