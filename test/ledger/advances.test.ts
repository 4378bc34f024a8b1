import { type AdvanceEntry, apply, openClub, type Standing } from "vafa";
import { balancesAt, liability, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { cafe, chainOf, forged, on, purchase } from "./books.js";

const sold = chainOf([{ at: on("2026-11-21") }]);
const standing = sold.reduce<Standing | undefined>((before, entry) => apply(before, entry), undefined);
const { entries } = cafe().advance({ member: { id: "m-1", standing }, at: on("2027-06-30") });
const [activated, , expired] = entries as readonly AdvanceEntry[];

function faultOf(changed: AdvanceEntry): string {
  const before = entries.slice(0, changed.sequence - 2);
  const verified = verifyChain([...sold, ...before, changed]);
  return verified.ok ? "sound" : `${verified.reason} ${verified.issues[0]?.path}`;
}

// R20.3, R20.4, R22.13
describe("what time brought", () => {
  it("is verified like any other entry: points become active, credit is reminded of and lapses", () => {
    expect(entries.map(({ at }) => at)).toEqual([
      "2026-11-22T17:30:00+03:30",
      "2027-05-13T00:00:00+03:30",
      "2027-05-20T17:30:00+03:30",
    ]);
    expect(verifyChain([...sold, ...entries])).toMatchObject({ ok: true, head: { sequence: 4 } });
  });

  it("is counted in no balance before its hour, and in no liability after it", () => {
    const all = [...sold, ...entries];
    const points = (at: string) => balancesAt(all, at).filter(({ wallet }) => wallet === "points");
    expect(points("2026-11-22T17:29:59+03:30")).toMatchObject([{ spendable: "0", pending: "10" }]);
    expect(points("2026-11-22T17:30:00+03:30")).toMatchObject([{ spendable: "10", pending: "0" }]);
    expect(liability(all, on("2027-06-30"))).toEqual([
      { wallet: "points", month: null, amount: "10", lots: 1 },
    ]);
  });

  it("is found out where a lot was activated, or has lapsed, before its hour", () => {
    if (activated === undefined || expired === undefined) throw new Error("nothing came");
    const early = { at: "2026-11-22T17:29:59+03:30" };
    expect(faultOf(activated)).toBe("sound");
    expect(faultOf(forged(activated, early))).toBe("lot-mismatch /activations");
    expect(faultOf(forged(expired, { at: "2027-05-20T17:29:59+03:30" }))).toBe("lot-mismatch /expiries");
  });

  it("is found out where it says other than was posted", () => {
    if (activated === undefined || expired === undefined) throw new Error("nothing came");
    const less = activated.activations.map((row) => ({ ...row, amount: "9" }));
    expect(faultOf(forged(activated, { activations: less }))).toBe("ledger-unbalanced /activations");
    expect(faultOf(forged(activated, { activations: [] }))).toBe("ledger-unbalanced /activations");
    expect(faultOf(forged(expired, { expiries: [] }))).toBe("ledger-unbalanced /postings");
    expect(faultOf(forged(expired, { expiries: undefined }))).toBe("entry-form /expiries");
  });
});

// R11.11
describe("a lot that a visit has renewed", () => {
  it("is used, and owed, after the day on which it would have lapsed", () => {
    const expires = { after: { months: 1 }, renewedBy: "activity" } as const;
    const club = openClub({
      ...cafe().program,
      wallets: [{ id: "credit", kind: "credit", expires }],
      offers: [{ id: "back", always: true, benefit: { kind: "credit", percent: "10" } }],
    });
    let held: Standing | undefined;
    const buy = (id: string, date: string, more: object = {}) => {
      const { transaction } = purchase(id, { at: on(date), ...more });
      const { entry } = club.evaluate({ member: { id: "m-1", standing: held }, transaction });
      held = apply(held, entry);
      if (entry === undefined) throw new Error("it was refused");
      return entry;
    };
    const all = [
      buy("t-1", "2026-11-21"),
      buy("t-2", "2026-12-11"),
      buy("t-3", "2026-12-31", { redeem: "15000" }),
    ];
    expect(all[1]?.renewals).toHaveLength(1);
    expect(verifyChain(all)).toMatchObject({ ok: true });
    const at = on("2026-12-25");
    expect(balancesAt(all, at)).toMatchObject([{ spendable: "20000", expired: "0" }]);
    expect(liability(all, at)).toMatchObject([{ month: "1405-10", amount: "20000" }]);
  });
});
