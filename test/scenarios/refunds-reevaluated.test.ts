import { ClubError, type Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, offer, on } from "./club.js";
import { back, bring, due, line, sold } from "./refunding.js";

/*
 * A club whose refunds look at the rest of a sale anew: what is left of it is given what it would have been given alone,
 * and never more than its share.
 */

const BIG = { when: { fact: "basket.total", operator: "greaterThan", value: "500000" } } as const;
const anew = (terms: Partial<Program> & Pick<Program, "offers">) =>
  cafe({ ...terms, refunds: { policy: "reevaluate" } });

describe("a discount that the rest would not have had", () => {
  const club = anew({ offers: [offer("ten", { kind: "discount", percent: "10" }, BIG)] });
  const sale = sold(club, { lines: [150_000, 250_000, 200_000] });
  const was = { request: sale.request };

  it("is kept back from the money, and given back with the rest: 450,000 alone has no 10 %", () => {
    const { decisions, standing } = bring(
      sale,
      { ...line("1"), was },
      { ...line("2"), was },
      { ...line("3"), was },
    );
    // 15,000 of the first line's own, and the 45,000 of the others: 150,000 less 60,000.
    expect(decisions[0]?.totals).toEqual({
      list: "150000",
      discount: "60000",
      redeemed: "0",
      deducted: "0",
      due: "90000",
    });
    expect(due(decisions)).toEqual(["90000", "250000", "200000"]);
    expect(decisions.map(({ totals }) => totals.discount)).toEqual(["60000", "0", "0"]);
    expect(standing).toMatchObject({ visits: 0, spend: "0" });
  });

  it("is spent after all: 450,000 at list", () => {
    expect(bring(sale, { ...line("1"), was }).standing.spend).toBe("450000");
  });

  it("never takes more than the money that goes back", () => {
    const small = sold(club, { lines: [20_000, 490_000] });
    const asked = { was: { request: small.request } };
    const { decisions } = bring(small, { ...line("1"), ...asked }, { ...line("2"), ...asked });
    // The share of 20,000 is 18,000, and 49,000 of discount would have to go: only the 18,000 do.
    expect(due(decisions)).toEqual(["0", "459000"]);
    expect(decisions.map(({ totals }) => totals.discount)).toEqual(["20000", "31000"]);
  });

  it("stays in proportion where the rest is still big enough", () => {
    const big = sold(club, { lines: [100_000, 600_000] });
    expect(due(bring(big, { ...line("1"), was: { request: big.request } }).decisions)).toEqual(["90000"]);
  });
});

describe("an accrual that the rest would not have had", () => {
  it("goes back whole with the first line that brings the basket under its bound", () => {
    const club = anew({ offers: [offer("credit", { kind: "credit", fixed: "60000" }, BIG)] });
    const sale = sold(club, { lines: [150_000, 450_000] });
    const was = { request: sale.request };
    expect(back(bring(sale, { ...line("1"), was }, { ...line("2"), was }).decisions)).toEqual([
      "60000 credit",
      "",
    ]);
  });

  it("but never less than its share goes back, though the rest alone would have had it all", () => {
    const once = { by: "total", mode: "whole", at: [{ from: "1", fixed: "60000" }] } as const;
    const club = anew({ offers: [offer("credit", { kind: "credit", steps: once })] });
    const sale = sold(club, { lines: [150_000, 450_000] });
    const was = { request: sale.request };
    expect(back(bring(sale, { ...line("1"), was }, { ...line("2"), was }).decisions)).toEqual([
      "15000 credit",
      "45000 credit",
    ]);
  });

  it("what is for the visit stays while the rest would have it, and goes with the first that ends that", () => {
    const visit = anew({ offers: [offer("credit", { kind: "credit", perVisit: "60000" }, BIG)] });
    const sale = sold(visit, { lines: [150_000, 450_000, 100_000] });
    const was = { request: sale.request };
    const asked = [line("3"), line("1"), line("2")].map((one) => ({ ...one, was }));
    expect(back(bring(sale, ...asked).decisions)).toEqual(["", "60000 credit", ""]);
  });

  it("by money, too: a line at a tenth of its price is no slip of the till", () => {
    const club = anew({ offers: [offer("credit", { kind: "credit", percent: "10" }, BIG)] });
    const sale = sold(club, { lines: [600_000] });
    const asked = { amount: "540000", was: { request: sale.request } };
    expect(back(bring(sale, asked).decisions)).toEqual(["60000 credit"]);
  });
});

describe("the sale's own request and program", () => {
  const offers = [offer("ten", { kind: "discount", percent: "10" }, BIG)];
  const sale = sold(anew({ offers }), { lines: [150_000, 450_000] });
  const asked = {
    id: "r-1",
    at: on("2026-11-25"),
    member: { id: "sara", standing: sale.standing },
    sale: sale.sale,
    ...line("1"),
  };
  const issuesOf = (more: object, club = sale.club) => {
    try {
      club.refund({ ...asked, ...more });
      return [];
    } catch (error) {
      if (!(error instanceof ClubError)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path}`);
    }
  };

  it("must be there, and be the very ones", () => {
    expect(issuesOf({})).toEqual(["required /was"]);
    const other = { ...sale.request, facts: {} };
    expect(issuesOf({ was: { request: other } })).toEqual(["entry-hash /was/request"]);
    const changed = anew({ offers, version: "2" });
    expect(issuesOf({ was: { request: sale.request } }, changed)).toEqual(["entry-hash /sale/program/hash"]);
    expect(issuesOf({ was: { request: sale.request } })).toEqual([]);
  });
});
