import fc from "fast-check";
import {
  apply,
  type Entry,
  openClub,
  type Program,
  type RefundDecision,
  type RefundRequest,
  type Request,
  type Standing,
} from "vafa";
import { describe, expect } from "vitest";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

/** A sale of Sara's, and the way it comes back: by units, by money, in any order. */
interface Story {
  readonly program: Program;
  readonly request: Request;
  readonly steps: readonly Step[];
}

interface Step {
  readonly line: number;
  readonly share: number;
  readonly by: "units" | "money" | "all";
}

const percent = fc.integer({ min: 1, max: 60 }).map(String);
const amount = (most: number) => fc.integer({ min: 0, max: most }).map(String);

const offers = fc
  .record({ first: percent, second: amount(5_000), credit: percent, every: amount(400) })
  .map(({ first, second, credit, every }): Program["offers"] => [
    { id: "a", always: true, benefit: { kind: "discount", percent: first } },
    { id: "b", always: true, benefit: { kind: "discount", fixed: second } },
    { id: "c", always: true, benefit: { kind: "credit", percent: credit } },
    {
      id: "d",
      always: true,
      limits: { perMember: { count: 3, per: "lifetime" } },
      benefit: { kind: "points", perSpend: { every: `${Number(every) + 1}`, grant: "1" } },
    },
    { id: "e", always: true, benefit: { kind: "points", fixed: "7" } },
  ]);

const lines = fc.array(
  fc.record({
    unitPrice: fc.oneof(amount(999), amount(9_999_999)),
    quantity: fc.constantFrom("1", "2", "3", "7", "0.5", "2.25"),
    kind: fc.constantFrom("goods", "goods", "goods", "fee"),
  }),
  { minLength: 1, maxLength: 5 },
);

const stories: fc.Arbitrary<Story> = fc
  .record({
    offers,
    lines,
    redeem: fc.option(amount(3_000), { nil: undefined }),
    accruesOn: fc.constantFrom("paid", "discounted", "list"),
    steps: fc.array(
      fc.record({
        line: fc.nat(4),
        share: fc.integer({ min: 1, max: 100 }),
        by: fc.constantFrom("units", "units", "money", "all"),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ offers, lines, redeem, accruesOn, steps }): Story => {
    const program: Program = {
      id: "club",
      version: "1",
      semantics: 1,
      currency: { code: "IRT", digits: 0 },
      timeZone: "Asia/Tehran",
      calendar: "persian",
      wallets: [
        { id: "credit", kind: "credit", accruesOn: accruesOn as "paid", activatesAfter: { days: 1 } },
        { id: "points", kind: "points", worth: "1", redemption: { rate: "0.7" } },
      ],
      offers,
    };
    const lot = { wallet: "points", at: "2026-01-01T00:00:00Z", activeAt: "2026-01-01T00:00:00Z" };
    const request: Request = {
      member: {
        id: "sara",
        standing: {
          visits: 4,
          spend: "1000",
          lots: [
            { id: "one", ...lot, amount: "1000", expiresAt: "2026-12-01T00:00:00+03:30" },
            { id: "two", ...lot, amount: "2000", expiresAt: null },
          ],
        },
      },
      transaction: {
        id: "t-1",
        type: "purchase",
        at: "2026-11-21T10:00:00+03:30",
        currency: "IRT",
        lines: lines.map((line, index) => ({ id: `${index + 1}`, ...line, kind: line.kind as "goods" })),
        ...(redeem === undefined || redeem === "0" ? {} : { redeem: [{ wallet: "points", amount: redeem }] }),
      },
    };
    return { program, request, steps };
  });

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
    300,
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

  law("leaves the member as they were, where nothing was spent", 100, stories, (story) => {
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
