import { type AdjustmentRequest, apply, ClubError, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, on } from "./club.js";

/* Units moved by hand, with a reason. */

const club = cafe({
  offers: [],
  wallets: [
    { id: "credit", kind: "credit" },
    { id: "points", kind: "points", worth: "50", expires: { after: { days: 10 } } },
  ],
});

const request = (more: Partial<AdjustmentRequest> = {}): AdjustmentRequest => ({
  id: "a-1",
  at: on("2026-11-21"),
  member: { id: "sara" },
  wallet: "points",
  amount: "100",
  direction: "in",
  reason: "the coffee was cold",
  by: "clerk-7",
  ...more,
});

function issuesOf(asked: unknown): readonly string[] {
  try {
    club.adjust(asked);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
}

const owing: Standing = { debts: [{ wallet: "points", amount: "80" }] };
const lots: Standing["lots"] = [
  { id: "late", wallet: "points", amount: "50", expiresAt: on("2027-01-01") },
  { id: "soon", wallet: "points", amount: "30", expiresAt: on("2026-12-01") },
  { id: "gone", wallet: "points", amount: "900", expiresAt: on("2026-11-20") },
];

describe("units by hand", () => {
  it("come in as a lot of their own that lapses as an accrual would", () => {
    const { status, balances, entry } = club.adjust(request());
    expect([status, balances[1]]).toEqual(["accepted", { wallet: "points", before: "0", after: "100" }]);
    expect(entry).toMatchObject({
      kind: "adjustment",
      reason: "the coffee was cold",
      by: "clerk-7",
      sequence: 1,
    });
    expect(entry?.postings).toEqual([
      {
        amount: "100",
        from: "club:points.adjusted",
        lot: `${entry?.id}.1`,
        to: "member:points",
        unit: "points",
      },
    ]);
    const after = apply(undefined, entry);
    expect(after.lots).toMatchObject([{ wallet: "points", amount: "100", expiresAt: on("2026-12-01") }]);
    expect([after.visits, after.head?.hash]).toEqual([0, entry?.hash]);
  });

  it("pay what is owed first: 100 in with 80 owed leave 20, and 50 leave a debt of 30", () => {
    const paid = club.adjust(request({ member: { id: "sara", standing: owing } }));
    expect([paid.debts, paid.balances[1]?.after]).toEqual([[], "20"]);
    expect(apply(owing, paid.entry).debts).toBeUndefined();
    const part = club.adjust(request({ amount: "50", member: { id: "sara", standing: owing } }));
    expect(part.debts).toEqual([{ wallet: "points", amount: "30" }]);
    expect(apply(owing, part.entry)).toMatchObject({ lots: [], debts: [{ wallet: "points", amount: "30" }] });
  });

  it("go out of the lots in the order in which they would be spent", () => {
    const out = request({ amount: "60", direction: "out", member: { id: "sara", standing: { lots } } });
    const { balances, entry } = club.adjust(out);
    expect(balances[1]).toEqual({ wallet: "points", before: "80", after: "20" });
    expect(entry?.draws).toEqual([
      { amount: "30", lot: "soon", wallet: "points" },
      { amount: "30", lot: "late", wallet: "points" },
    ]);
    expect(apply({ lots }, entry).lots?.map(({ id, amount }) => `${amount} in ${id}`)).toEqual([
      "20 in late",
      "900 in gone",
    ]);
  });

  it("do not go out where there are fewer that can be spent", () => {
    const out = request({ amount: "81", direction: "out", member: { id: "sara", standing: { lots } } });
    const { status, refusal, entry } = club.adjust(out);
    expect([status, refusal?.reason, refusal?.path, entry]).toEqual([
      "refused",
      "insufficientBalance",
      "/amount",
      undefined,
    ]);
  });

  it("are said in full", () => {
    expect(issuesOf({})).toHaveLength(8);
    expect(issuesOf(request({ wallet: "point" }))).toEqual(["ref-missing /wallet"]);
    expect(issuesOf(request({ amount: "0" }))).toEqual(["number-range /amount"]);
    expect(issuesOf(request({ amount: "0.5" }))).toEqual(["number-precision /amount"]);
    expect(issuesOf(request({ member: { id: "0499370899" } }))).toEqual(["pii-in-id /member/id"]);
    expect(issuesOf(null)).not.toEqual([]);
  });

  it("are the same event on every try", () => {
    expect(JSON.stringify(club.adjust(request()))).toBe(JSON.stringify(club.adjust(request())));
  });
});
