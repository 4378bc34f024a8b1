import { apply, type Entry, type RefundRequest, type Standing } from "vafa";
import { balancesAt, standingOf, trialBalance, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { cafe, entryAt, forged, on, purchase } from "./books.js";

type AnyEntry = Parameters<typeof forged>[0] & Pick<Entry, "postings" | "sequence">;

/** A sale of 100,000 that gives 10,000 of credit, all of it spent on the next, and the first brought back. */
function story(): readonly AnyEntry[] {
  const club = cafe();
  const entries: AnyEntry[] = [];
  let standing: Standing | undefined;
  const keep = (entry: AnyEntry | undefined): void => {
    if (entry === undefined) throw new Error("it was booked");
    entries.push(entry);
    standing = apply(standing, entry);
  };
  const buy = (id: string, visit: object) => {
    const { entry } = club.evaluate({ ...purchase(id, visit), member: { id: "m-1", standing } });
    keep(entry);
    return entry;
  };
  const sale = buy("t-1", {});
  buy("t-2", { at: on("2026-11-22"), redeem: "10000" });
  const back = { sale, returned: [{ line: "1", quantity: "1" }] } as Pick<RefundRequest, "sale" | "returned">;
  const at = on("2026-11-23");
  keep(club.refund({ id: "r-1", at, member: { id: "m-1", standing }, ...back }).entry);
  buy("t-3", { at: on("2026-11-24"), price: "30000" });
  const terms = { wallet: "credit", amount: "500", reason: "sorry", by: "Sara", direction: "in" };
  keep(club.adjust({ id: "a-1", at: on("2026-11-25"), member: { id: "m-1", standing }, ...terms }).entry);
  return entries;
}

describe("refunds and adjustments in a chain", () => {
  const entries = story();

  it("verify, fold, and net to nothing", () => {
    expect(verifyChain(entries)).toMatchObject({ ok: true, head: { sequence: 5 } });
    expect(standingOf(entries)?.head?.sequence).toBe(5);
    expect(trialBalance(entries).units.every(({ net }) => net === "0")).toBe(true);
  });

  it("are owed where they took back what was spent, and paid by what comes next", () => {
    const credit = (date: string) =>
      balancesAt(entries, on(date)).filter(({ wallet }) => wallet === "credit");
    // The second sale gave 9,000 on the 90,000 paid. The refund takes back 10,000 that are spent; 3,000 of the third
    // sale and 500 by hand pay of that.
    expect(credit("2026-11-22")).toMatchObject([{ spendable: "9000", debt: "0" }]);
    expect(credit("2026-11-23")).toMatchObject([{ spendable: "9000", debt: "10000" }]);
    expect(credit("2026-11-24")).toMatchObject([{ spendable: "9000", debt: "7000" }]);
    expect(credit("2026-11-25")).toMatchObject([{ spendable: "9000", debt: "6500" }]);
    expect(standingOf(entries)?.debts).toEqual([{ wallet: "credit", amount: "6500" }]);
  });

  it("are found out where their figures contradict each other", () => {
    const refund = entryAt(entries as never, 2);
    for (const change of [
      { postings: refund.postings.slice(1) },
      { totals: { ...refund.totals, due: "1" } },
      { draws: [{ amount: "1", lot: "x", wallet: "credit" }] },
    ]) {
      const chain = [...entries.slice(0, 2), forged(refund, change)];
      expect(verifyChain(chain)).toMatchObject({ ok: false, sequence: 3 });
    }
  });
});
