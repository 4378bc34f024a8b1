import { apply, type Club, type LotExpiry, type Offer, type Program, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { activity, cafe, entryOf, holding, offer, on, purchase } from "./club.js";
import { bring, line, lots, sold } from "./refunding.js";

/*
 * Points that lapse half a year after the last visit. 30 Aban 1405 is 21 November 2026, 30 Azar is 21 December; half
 * a year after them are 30 Ordibehesht (20 May 2027) and 30 Khordad (20 June).
 */

const HALF_A_YEAR = { after: { months: 6 }, renewedBy: "activity" } as const;
const BASE = offer("base", { kind: "points", perSpend: { every: "1000", grant: "1" } }, { always: true });

const AZAR = "2027-06-20T12:00:00+03:30";

function shop(
  expires: NonNullable<Program["wallets"]>[number]["expires"],
  offers: readonly Offer[] = [],
): Club {
  const points = { id: "points", kind: "points", worth: "50", redemption: { rate: "40" }, expires } as const;
  return cafe({ wallets: [points], offers: [BASE, ...offers] });
}

const club = shop(HALF_A_YEAR);

/** A lot of 100 points, good until then. */
const held = (expiresAt: string | null, more: object = {}) => ({
  id: "old",
  wallet: "points",
  amount: "100",
  at: on("2026-11-21"),
  expiresAt,
  renewable: true,
  ...more,
});

const having = (...lots: readonly ReturnType<typeof held>[]): { readonly standing: Standing } => ({
  standing: { tier: "bronze", visits: 1, spend: "100000", lots },
});

/** What a purchase for 500 on 30 Azar renews, which gives no point. */
function renewedBy(at: Club, member: object, more: object = {}) {
  const request = purchase({ id: "t-2", at: on("2026-12-21"), lines: [500], member, ...more });
  return entryOf(at.evaluate(request)).renewals;
}

// R11.11
describe("points that each purchase renews", () => {
  it("are good for half a year after the last visit, not after the one that gave them", () => {
    const first = sold(club, { at: on("2026-11-21"), lines: [100_000] });
    expect(first.sale.lots).toMatchObject([{ expiresAt: "2027-05-20T12:00:00+03:30", renewable: true }]);
    const member = { standing: first.standing };
    const next = entryOf(club.evaluate(purchase({ id: "t-2", at: on("2026-12-21"), lines: [500], member })));
    const [lot] = first.sale.lots;
    expect(next.renewals).toEqual([{ expiresAt: AZAR, lot: lot?.id, wallet: "points" }]);
    expect(apply(first.standing, next).lots).toMatchObject([
      { id: lot?.id, expiresAt: AZAR, renewable: true },
    ]);
  });

  it("but no activity renews them", () => {
    const survey = activity("survey", {
      at: on("2026-12-21"),
      survey: { score: 9 },
      member: having(held(AZAR)),
    });
    expect(entryOf(club.evaluate(survey)).renewals).toEqual([]);
  });

  it("change no balance by it, and cost nothing", () => {
    const decision = club.evaluate(
      purchase({ at: on("2026-12-21"), lines: [500], member: having(held("2027-05-20T12:00:00+03:30")) }),
    );
    expect(decision.balances).toEqual([{ wallet: "points", before: "100", after: "100" }]);
    expect(entryOf(decision).postings).toEqual([]);
  });

  it("stay lapsed once they are: at their last instant they are gone", () => {
    expect(renewedBy(club, having(held(on("2026-12-21"))))).toEqual([]);
    expect(renewedBy(club, having(held(on("2026-12-21", "12:01"))))).toMatchObject([{ expiresAt: AZAR }]);
  });

  it("are never good for less, nor renewed where they lapse before they are active", () => {
    expect(renewedBy(club, having(held("2027-09-01T00:00:00Z")))).toEqual([]);
    expect(renewedBy(club, having(held(null)))).toEqual([]);
    const dead = held(on("2026-12-25"), { activeAt: on("2026-12-25") });
    expect(renewedBy(club, having(dead))).toEqual([]);
  });

  it("are renewed while they wait for their day", () => {
    const waiting = held("2027-05-20T12:00:00+03:30", { activeAt: on("2026-12-25"), pending: true });
    expect(renewedBy(club, having(waiting))).toMatchObject([{ lot: "old", expiresAt: AZAR }]);
  });

  it("are those that came so: not what was given otherwise, and not a balance without lots", () => {
    expect(renewedBy(club, having(held(on("2027-05-20"), { renewable: false })))).toEqual([]);
    expect(renewedBy(club, holding({ points: "100" }))).toEqual([]);
  });
});

describe("by tier", () => {
  const tiered = shop({ byTier: { bronze: HALF_A_YEAR, silver: "never" } });
  const May = "2027-05-20T12:00:00+03:30";

  it("the tier before the purchase says: bronze for half a year, silver for good", () => {
    const at = (tier: string) => ({ standing: { ...having(held(May)).standing, tier } });
    expect(renewedBy(tiered, at("bronze"))).toMatchObject([{ expiresAt: AZAR }]);
    expect(renewedBy(tiered, at("silver"))).toMatchObject([{ expiresAt: null }]);
  });

  it("and nobody guesses at a tier that is not known", () => {
    const { tier: _, ...standing } = having(held(May)).standing;
    expect(renewedBy(tiered, { standing })).toEqual([]);
  });
});

describe("what an offer gives with an expiry of its own", () => {
  const month: LotExpiry = { after: { days: 30 }, renewedBy: "activity" };
  const extra = offer("extra", { kind: "points", fixed: "5", expires: month }, { always: true });
  const soon = held(on("2026-12-25"), { offer: "extra" });

  it("is renewed by that: thirty days from now, where the wallet itself never lapses", () => {
    const [lot] = renewedBy(shop("never", [extra]), having(soon));
    expect(lot).toEqual({ expiresAt: on("2027-01-20"), lot: "old", wallet: "points" });
  });

  it("and as the wallet's own where the offer is no more", () => {
    expect(renewedBy(club, having(soon))).toMatchObject([{ expiresAt: AZAR }]);
  });
});

describe("what is spent of them", () => {
  const May = "2027-05-20T12:00:00+03:30";
  const paying = {
    at: on("2026-12-21"),
    lines: [{ unitPrice: "4000", accrues: false }],
    redeem: [{ wallet: "points", amount: "100" }],
    member: having(held(May)),
  } as const;

  it("goes back with a refund, and lasts as if it had not been spent", () => {
    const sale = sold(club, paying);
    expect(lots(sale.standing)).toEqual([]);
    const back = club.refund({
      id: "r-1",
      at: on("2026-12-22"),
      member: { id: "sara", standing: sale.standing },
      sale: sale.sale,
      ...line("1"),
    });
    expect(back.entry?.lots).toMatchObject([{ id: "old", amount: "100", expiresAt: AZAR, renewable: true }]);
    expect(apply(sale.standing, back.entry).lots).toMatchObject([{ id: "old", renewable: true }]);
  });

  it("what comes by hand, or from other units, is renewed as all else of the wallet", () => {
    const { entry } = club.adjust({
      id: "a-1",
      at: on("2026-11-21"),
      member: { id: "sara" },
      wallet: "points",
      amount: "10",
      direction: "in",
      reason: "sorry",
      by: "clerk",
    });
    expect(entry?.lots).toMatchObject([{ amount: "10", renewable: true }]);
    const converts = { every: "9", into: { wallet: "points", amount: "20" } } as const;
    const stamps = cafe({
      wallets: [
        { id: "stamps", kind: "stamps", worth: "0", converts },
        { id: "points", kind: "points", worth: "50", expires: HALF_A_YEAR },
      ],
      offers: [],
    });
    const bought = entryOf(stamps.evaluate(purchase({ lines: [500], member: holding({ stamps: "9" }) })));
    expect(bought.lots).toMatchObject([{ wallet: "points", amount: "20", renewable: true }]);
  });
});

describe("a refund of the purchase that renewed them", () => {
  it("leaves them renewed, as it leaves weeks in a row", () => {
    const sale = sold(club, {
      at: on("2026-11-22"),
      lines: [500],
      member: having(held("2026-12-01T00:00:00Z")),
    });
    const { standing } = bring(sale, line("1"));
    expect(standing.lots).toMatchObject([{ id: "old", expiresAt: "2027-05-22T12:00:00+03:30" }]);
    expect(standing.visits).toBe(1);
  });
});
