import { apply, type Entry, openClub, type RefundDecision, type RefundRequest, type Standing } from "vafa";
import { describe, expect } from "vitest";
import { type Story, saleStories as stories } from "./generate-sale-story.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

interface Told {
  readonly start: Standing | undefined;
  readonly sale: Entry;
  readonly decisions: readonly RefundDecision[];
  readonly standing: Standing;
}

/** Brings the sale back as the steps say, and then whatever is left of it. */
function tell({ program, request, steps }: Story): Told | undefined {
  const club = openClub(program);
  const sale = club.evaluate(request).entry;
  if (sale === undefined) return undefined;
  const start = request.member?.standing;
  let standing = apply(start, sale);
  const decisions: RefundDecision[] = [];
  const bring = (asked: Pick<RefundRequest, "returned" | "amount">): RefundDecision => {
    const id = `r-${decisions.length + 1}`;
    const at = "2026-11-21T12:00:00+03:30";
    const decision = club.refund({ id, at, member: { id: "sara", standing }, sale, ...asked });
    if (decision.entry === undefined) return decision;
    decisions.push(decision);
    standing = apply(standing, decision.entry);
    return decision;
  };
  for (const { line, share, by } of steps) {
    const one = sale.lines[line % sale.lines.length];
    if (one === undefined) continue;
    const part = (text: string) => ((minor(text) / minor("1")) * BigInt(share)) / 100n;
    const units = `${Math.floor(Number(one.quantity) * share * 1e4) / 1e6}`;
    if (by === "units" && Number(units) > 0) bring({ returned: [{ line: one.id, quantity: units }] });
    const money = by === "all" ? part(sale.totals.due) : part(one.paid);
    if (by === "money" && money > 0n) bring({ returned: [{ line: one.id, amount: `${money}` }] });
    if (by === "all" && money > 0n) bring({ amount: `${money}` });
  }
  for (const { id, quantity } of sale.lines) {
    const had = standing.sales?.[0]?.returned.find(({ line }) => line === id)?.quantity ?? "0";
    const rest = Math.round((Number(quantity) - Number(had)) * 1e6) / 1e6;
    if (rest > 0) bring({ returned: [{ line: id, quantity: `${rest}` }] });
  }
  return { start, sale, decisions, standing };
}

const balanceOf = ({ lots = [] }: Standing) =>
  lots.map(({ id, wallet, amount, expiresAt }) => `${amount} ${wallet} in ${id} until ${expiresAt}`).sort();

describe("a sale that comes back in any split and order", () => {
  law(
    "gives back exactly what it took, to the last unit, and never less than nothing",
    80,
    stories,
    (story) => {
      const told = tell(story);
      if (told === undefined) return;
      const { sale, decisions } = told;
      for (const column of ["list", "discount", "redeemed", "due"] as const) {
        expect(sumOf(decisions, ({ totals }) => totals[column])).toBe(minor(sale.totals[column]));
        for (const { lines, totals } of decisions)
          expect(sumOf(lines, (line) => line[column])).toBe(minor(totals[column]));
      }
      for (const [index, { amount }] of sale.awards.entries()) {
        const parts = decisions.flatMap(
          ({ entry }) => entry?.awards.filter(({ award }) => award === index + 1) ?? [],
        );
        expect(sumOf(parts, (part) => part.amount)).toBe(minor(amount));
      }
      for (const { wallet, amount } of sale.redemptions) {
        const parts = decisions.flatMap(({ redemptions }) =>
          redemptions.filter((one) => one.wallet === wallet),
        );
        expect(sumOf(parts, (part) => part.amount)).toBe(minor(amount));
      }
    },
  );

  law("leaves the member as they were, where nothing was spent", 50, stories, (story) => {
    const told = tell(story);
    if (told === undefined) return;
    const { start = {}, standing } = told;
    expect(balanceOf(standing)).toEqual(balanceOf(start));
    expect(standing.debts).toBeUndefined();
    expect([standing.visits, standing.spend, standing.uses]).toEqual([4, "1000", []]);
  });

  law("is posted so that every account is at nothing again", 60, stories, (story) => {
    const told = tell(story);
    if (told === undefined) return;
    const accounts = new Map<string, bigint>();
    const add = (account: string, units: bigint) =>
      accounts.set(account, (accounts.get(account) ?? 0n) + units);
    for (const entry of [told.sale, ...told.decisions.map(({ entry }) => entry)]) {
      for (const { amount, from, to, unit } of entry?.postings ?? []) {
        expect(minor(amount) > 0n).toBe(true);
        add(`${unit} ${from}`, -minor(amount));
        add(`${unit} ${to}`, minor(amount));
      }
    }
    expect([...accounts].filter(([, held]) => held !== 0n)).toEqual([]);
  });

  law("is told the same twice, by balances that the next standing has", 40, stories, (story) => {
    const told = tell(story);
    expect(JSON.stringify(tell(story))).toBe(JSON.stringify(told));
    const last = told?.decisions.at(-1);
    const points = (told?.standing.lots ?? []).filter(({ wallet }) => wallet === "points");
    const balance = last?.balances.find(({ wallet }) => wallet === "points")?.after ?? "0";
    expect(minor(balance)).toBe(sumOf(points, ({ amount }) => String(amount)));
  });
});
