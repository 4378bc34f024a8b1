import { apply, ClubError, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, purchase } from "../scenarios/club.js";

const club = cafe({ offers: [], wallets: [{ id: "credit", kind: "credit" }] });

function lots(...amounts: readonly string[]): Standing {
  return { lots: amounts.map((amount) => ({ id: "a", wallet: "credit", amount })) };
}

function drawing(amount: string, standing: Standing) {
  return entryOf(
    club.evaluate(purchase({ member: { standing }, redeem: [{ wallet: "credit", amount }], lines: [900] })),
  );
}

function refusal(standing: Standing, entry: unknown): readonly string[] {
  try {
    apply(standing, entry);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path, received }) => `${code} ${path}: ${received}`);
  }
}

// R11.6, R11.8
describe("an entry that draws from lots", () => {
  it("takes its part, and the whole of a lot makes it disappear", () => {
    expect(apply(lots("100"), drawing("30", lots("100"))).lots).toMatchObject([{ id: "a", amount: "70" }]);
    expect(apply(lots("100"), drawing("100", lots("100"))).lots).toEqual([]);
  });

  it("finds balances as the lots that they are read as", () => {
    const standing: Standing = { balances: [{ wallet: "credit", amount: 100 }] };
    expect(apply(standing, drawing("30", standing)).lots).toEqual([
      { id: "opening", wallet: "credit", amount: "70" },
    ]);
  });

  it("does so where a host gave two lots one id", () => {
    const twins = lots("30", "30");
    expect(apply(twins, drawing("50", twins)).lots).toMatchObject([{ amount: "10" }]);
  });

  it("is refused where they hold less than it draws, or are not there", () => {
    const entry = drawing("30", lots("100"));
    expect(refusal(lots("29"), entry)).toEqual(["lot-mismatch /entry/redemptions/0/draws/0: 30 of a"]);
    expect(refusal({ lots: [] }, entry)).toEqual(["lot-mismatch /entry/redemptions/0/draws/0: 30 of a"]);
    expect(refusal({ lots: [{ id: "a", wallet: "points", amount: "99" }] }, entry)).toHaveLength(1);
  });
});
