import { apply, type Entry, openClub, type Program, type Request, type Standing } from "vafa";
import { describe, expect } from "vitest";
import { saleStories } from "./generate-sale-story.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

const LATER = "2026-11-21T12:00:00+03:30";

/** What was bought comes back, all of it or one line, and is bought again in the same breath. */
function exchange(program: Program, request: Request, line: number | undefined) {
  const club = openClub(program);
  const { entry: sale, ...first } = club.evaluate(request);
  if (sale === undefined) return undefined;
  const before = apply(request.member?.standing, sale);
  const back = sale.lines.filter((_, index) => line === undefined || index === line % sale.lines.length);
  const returned = back.map(({ id, quantity }) => ({ line: id, quantity }));
  const refund = club.refund({
    id: "r-1",
    at: LATER,
    member: { id: "sara", standing: before },
    sale,
    returned,
  });
  const between = apply(before, refund.entry);
  const ids = new Set(back.map(({ id }) => id));
  const { transaction } = request;
  const again = club.evaluate({
    member: { id: "sara", standing: between },
    transaction: {
      ...transaction,
      id: "t-2",
      at: LATER,
      lines: transaction.lines?.filter(({ id }) => ids.has(id)),
      ...(line === undefined ? {} : { redeem: [] }),
    },
  });
  return { first, sale, before, refund, between, again, after: apply(between, again.entry) };
}

const unitsOf = (wallet: string, { lots = [], debts = [] }: Standing) =>
  sumOf(
    lots.filter((lot) => lot.wallet === wallet),
    ({ amount }) => String(amount),
  ) -
  sumOf(
    debts.filter((debt) => debt.wallet === wallet),
    ({ amount }) => String(amount),
  );

const given = ({ awards }: Pick<Entry, "awards">, wallet: string) =>
  sumOf(
    awards.filter((award) => award.wallet === wallet),
    ({ amount }) => amount,
  );

describe("an exchange", () => {
  law(
    "of all for the same costs nothing, and leaves the member as the sale did",
    80,
    saleStories,
    (story) => {
      const told = exchange(story.program, story.request, undefined);
      if (told === undefined) return;
      const { first, before, refund, again, after } = told;
      expect(refund.totals.due).toBe(first.totals.due);
      expect(again.totals).toEqual(first.totals);
      expect(again.awards).toEqual(first.awards);
      expect(again.redemptions).toEqual(first.redemptions);
      for (const wallet of ["credit", "points"]) expect(unitsOf(wallet, after)).toBe(unitsOf(wallet, before));
      expect([after.visits, after.spend]).toEqual([before.visits, before.spend]);
    },
  );

  law(
    "of one line has nothing twice and loses nothing: what moves is what both entries say",
    80,
    saleStories,
    (one) => {
      const told = exchange(one.program, one.request, one.steps[0]?.line ?? 0);
      if (told === undefined) return;
      const { sale, before, refund, again, after } = told;
      expect(refund.status).toBe("accepted");
      for (const wallet of ["credit", "points"]) {
        const taken = sumOf(
          refund.entry?.awards.filter((award) => award.wallet === wallet) ?? [],
          ({ amount }) => amount,
        );
        const restored = sumOf(
          refund.redemptions.filter((row) => row.wallet === wallet),
          ({ amount }) => amount,
        );
        expect(taken <= given(sale, wallet)).toBe(true);
        const gained = again.entry === undefined ? 0n : given(again.entry, wallet);
        expect(unitsOf(wallet, after)).toBe(unitsOf(wallet, before) - taken + restored + gained);
      }
      const spend = (entry: { readonly progress: { readonly spend: string } } | undefined) =>
        minor(entry?.progress.spend ?? "0");
      expect(minor(String(after.spend))).toBe(
        minor(String(before.spend)) - spend(refund.entry) + spend(again.entry),
      );
    },
  );
});
