import { apply, type Program, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, offer, on, purchase } from "./club.js";
import { bring, line, sold } from "./refunding.js";

/*
 * Units that are active by the hour, and that no entry has activated so far: they can be spent all the same, out of the
 * account in which they wait. So the accounts add up, however late the job that writes down what time brings.
 */

const POINTS = {
  id: "points",
  kind: "points",
  worth: "50",
  activatesAfter: { days: 2 },
  redemption: { rate: "40" },
} as const;

const earn = offer("earn", { kind: "points", perSpend: { every: "1000", grant: "1" } }, { always: true });
const club = cafe({ wallets: [POINTS], offers: [earn] });
const sale = sold(club, { at: on("2026-11-21"), lines: [100_000] });

const fromWhere = (entry: { readonly postings: readonly { from: string; to: string }[] } | undefined) =>
  entry?.postings
    .filter(({ from }) => from.startsWith("member:points"))
    .map(({ from, to }) => `${from} → ${to}`);

/** As the entry of an activation leaves it. */
function activated({ lots = [], ...standing }: Standing): Standing {
  return { ...standing, lots: lots.map(({ pending: _, ...lot }) => lot) };
}

// R10.6, R18.17, R19.5
describe("a lot that no entry has activated", () => {
  it("says so, from the day on which it was opened", () => {
    expect(sale.standing.lots).toMatchObject([{ amount: "100", pending: true }]);
    expect(sale.sale.postings).toMatchObject([{ from: "club:points.issued", to: "member:points.pending" }]);
  });

  it("pays out of the account in which it waits, and out of the member's own once it is activated", () => {
    const paid = (standing: Standing) =>
      club.evaluate(
        purchase({
          id: "t-2",
          at: on("2026-11-23"),
          member: { standing },
          lines: [{ unitPrice: "4000", accrues: false }],
          redeem: [{ wallet: "points", amount: "60" }],
        }),
      );
    const late = paid(sale.standing);
    expect(late.balances).toEqual([{ wallet: "points", before: "100", after: "40" }]);
    expect(fromWhere(late.entry)).toEqual(["member:points.pending → club:points.redeemed"]);
    const inTime = paid(activated(sale.standing));
    expect(inTime.balances).toEqual(late.balances);
    expect(fromWhere(inTime.entry)).toEqual(["member:points → club:points.redeemed"]);
  });

  it("has what it paid back there, and is opened again in the member's own account where it is gone", () => {
    const pay = (amount: string) =>
      sold(club, {
        id: "t-2",
        at: on("2026-11-23"),
        member: { standing: sale.standing },
        lines: [{ unitPrice: "4000", accrues: false }],
        redeem: [{ wallet: "points", amount }],
      });
    const into = (amount: string) => {
      const { decisions, standing } = bring(pay(amount), line("1"));
      const to = decisions[0]?.entry?.postings.find(({ from }) => from === "club:points.redeemed")?.to;
      return [to, standing.lots?.map(({ amount, pending }) => `${amount} ${pending === true}`)];
    };
    expect(into("60")).toEqual(["member:points.pending", ["100 true"]]);
    expect(into("100")).toEqual(["member:points", ["100 false"]]);
  });

  it("is taken back from there, and moved by hand from there", () => {
    expect(fromWhere(bring(sale, line("1")).decisions[0]?.entry)).toEqual([
      "member:points.pending → club:points.issued",
    ]);
    expect(
      fromWhere(bring({ ...sale, standing: activated(sale.standing) }, line("1")).decisions[0]?.entry),
    ).toEqual(["member:points → club:points.issued"]);
    const { entry } = club.adjust({
      id: "a-1",
      at: on("2026-11-23"),
      member: { id: "sara", standing: sale.standing },
      wallet: "points",
      amount: "30",
      direction: "out",
      reason: "by mistake",
      by: "clerk",
    });
    expect(fromWhere(entry)).toEqual(["member:points.pending → club:points.adjusted"]);
  });

  it("becomes something else from there", () => {
    const stamps = { id: "stamps", kind: "stamps", worth: "0", activatesAfter: { days: 1 } } as const;
    const converts = { every: "2", into: { voucher: "coffee" } };
    const terms: Pick<Program, "wallets" | "offers"> = {
      wallets: [{ ...stamps, converts }],
      offers: [
        offer("stamp", { kind: "stamps", perVisit: "2" }, { always: true }),
        offer("coffee", { kind: "discount", percent: "100" }, { by: "voucher" }),
      ],
    };
    const first = sold(cafe(terms), { at: on("2026-11-21"), lines: [1_000] });
    expect(first.sale.conversions).toEqual([]);
    const member = { standing: first.standing };
    const next = entryOf(
      cafe(terms).evaluate(purchase({ id: "t-2", at: on("2026-11-22"), lines: [1_000], member })),
    );
    expect(next.conversions).toMatchObject([{ amount: "2" }]);
    expect(next.postings.at(-1)).toMatchObject({
      from: "member:stamps.pending",
      to: "club:stamps.converted",
    });
    expect(apply(first.standing, next).lots).toMatchObject([{ amount: "2", pending: true }]);
  });
});
