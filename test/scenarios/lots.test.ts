import type { Club, Member, Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, on, purchase, visits } from "./club.js";

const CREDIT: Offer = { id: "back", benefit: { kind: "credit", percent: "10" } };

function clubWith(
  wallet: Partial<NonNullable<Program["wallets"]>[number]>,
  more: Partial<Program> = {},
): Club {
  return cafe({ wallets: [{ id: "credit", kind: "credit", ...wallet }], offers: [CREDIT], ...more });
}

/** When the credit of a purchase at this moment lapses. */
function expiryOf(club: Club, at: string, member: Partial<Member> = {}): readonly (string | null)[] {
  return entryOf(club.evaluate(purchase({ member, at, lines: [100_000] }))).lots.map(
    ({ expiresAt }) => expiresAt,
  );
}

// R11.2, R9.4, R10.6
describe("credit that is active after two days", () => {
  const club = clubWith({ activatesAfter: { days: 2 } });
  const { decisions } = visits(club, { id: "sara" }, [
    { at: on("2026-11-21", "17:30"), lines: [100_000] },
    { at: on("2026-11-23", "17:29"), lines: [200_000] },
    { at: on("2026-11-23", "17:30"), lines: [300_000] },
  ]);

  it("is pending at first, counts as pending a minute before its time, and is there on time", () => {
    expect(decisions.map(({ balances }) => balances)).toEqual([
      [{ wallet: "credit", before: "0", after: "0", pending: "10000" }],
      [{ wallet: "credit", before: "0", after: "0", pending: "30000" }],
      [{ wallet: "credit", before: "10000", after: "10000", pending: "50000" }],
    ]);
  });

  it("stands in the entry with its own lot, in an account of its own", () => {
    const [first] = decisions.map(entryOf);
    expect(first?.lots).toMatchObject([
      { wallet: "credit", amount: "10000", activeAt: "2026-11-23T17:30:00+03:30", expiresAt: null },
    ]);
    expect(first?.postings).toMatchObject([
      { unit: "credit", from: "club:credit.cost", to: "member:credit.pending", amount: "10000" },
    ]);
  });
});

// R11.3, R2.10, R2.11
describe("credit that lapses", () => {
  const oneMonth = clubWith({ expires: { after: { months: 1 } } });

  it("never, unless the wallet says when", () => {
    expect(expiryOf(clubWith({}), on("2026-11-21"))).toEqual([null]);
    expect(expiryOf(clubWith({ expires: "never" }), on("2026-11-21"))).toEqual([null]);
  });

  it("a month after 31 Shahrivar is 30 Mehr, for Mehr has no 31st", () => {
    // 31 Shahrivar 1405 is 22 September 2026, 30 Mehr is 22 October.
    expect(expiryOf(oneMonth, on("2026-09-22", "14:05"))).toEqual(["2026-10-22T14:05:00+03:30"]);
  });

  it("a month after 30 Aban is 30 Azar, whatever the Gregorian calendar says", () => {
    // 30 Aban 1405 is 21 November 2026, 30 Azar is 21 December.
    expect(expiryOf(oneMonth, on("2026-11-21"))).toEqual(["2026-12-21T12:00:00+03:30"]);
    // 1 Farvardin 1405 is 21 March 2026; Farvardin has 31 days, so 1 Ordibehesht is 21 April.
    expect(expiryOf(oneMonth, on("2026-03-21"))).toEqual(["2026-04-21T12:00:00+03:30"]);
  });

  it("a year after 30 Esfand 1403 is 29 Esfand 1404, which is no leap year", () => {
    // 30 Esfand 1403 is 20 March 2025, 29 Esfand 1404 is 20 March 2026.
    const oneYear = clubWith({ expires: { after: { years: 1 } } });
    expect(expiryOf(oneYear, on("2025-03-20"))).toEqual(["2026-03-20T12:00:00+03:30"]);
  });

  it("months first, then days: a month and a day after 31 Shahrivar is 1 Aban", () => {
    const monthAndDay = clubWith({ expires: { after: { months: 1, days: 1 } } });
    expect(expiryOf(monthAndDay, on("2026-09-22"))).toEqual(["2026-10-23T12:00:00+03:30"]);
  });

  it("a club of the Gregorian calendar counts Gregorian months: a month after 31 January is 28 February", () => {
    const gregorian = clubWith({ expires: { after: { months: 1 } } }, { calendar: "gregorian" });
    expect(expiryOf(gregorian, on("2026-01-31"))).toEqual(["2026-02-28T12:00:00+03:30"]);
  });

  it("where the wall shows a time twice, the first of them counts", () => {
    // On 30 Shahrivar 1400 (21 September 2021) Tehran's clocks went back from midnight to 23:00.
    expect(expiryOf(oneMonth, "2021-08-21T23:30:00+04:30")).toEqual(["2021-09-21T23:30:00+04:30"]);
  });

  it("after six months for bronze, never for silver", () => {
    const byTier = clubWith({ expires: { byTier: { bronze: { after: { months: 6 } }, silver: "never" } } });
    const at = on("2026-11-21");
    // Aban and six months is Ordibehesht of the next year: 30 Ordibehesht 1406 is 20 May 2027.
    expect(expiryOf(byTier, at, { standing: { tier: "bronze" } })).toEqual(["2027-05-20T12:00:00+03:30"]);
    expect(expiryOf(byTier, at, { standing: { tier: "silver" } })).toEqual([null]);
  });
});

// R11.4, R11.5
describe("a balance counts what can be spent now", () => {
  const balanceAt = (at: string, activeAt: string, expiresAt: string | null) => {
    const lots = [{ id: "old", wallet: "credit", amount: "70000", activeAt, expiresAt }];
    const request = purchase({ member: { standing: { lots } }, at, lines: [0] });
    return clubWith({})
      .quote(request)
      .balances.map(({ before }) => before);
  };

  it("a lot is there from the instant it is active until the instant it lapses, which is excluded", () => {
    const from = on("2026-11-21", "10:00");
    const to = on("2026-11-21", "11:00");
    expect(balanceAt(on("2026-11-21", "09:59"), from, to)).toEqual(["0"]);
    expect(balanceAt(from, from, to)).toEqual(["70000"]);
    expect(balanceAt(on("2026-11-21", "10:59"), from, to)).toEqual(["70000"]);
    expect(balanceAt(to, from, to)).toEqual(["0"]);
  });

  it("a shop that keeps balances only has one lot that never lapses", () => {
    const standing = { balances: [{ wallet: "credit", amount: "40000" }] };
    const request = purchase({ member: { standing }, lines: [100_000] });
    expect(clubWith({}).quote(request).balances).toEqual([
      { wallet: "credit", before: "40000", after: "50000" },
    ]);
  });
});
