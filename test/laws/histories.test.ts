import fc from "fast-check";
import { apply, type Standing } from "vafa";
import { standingOf, trialBalance, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { stories } from "./generate-history.js";
import { law } from "./law.js";
import { at, type Life, live, memberOf } from "./live-history.js";
import { minor, sumOf } from "./sum.js";

const WALLETS = ["credit", "points", "stamps"] as const;

/** What the postings leave in an account. */
function heldIn({ entries }: Pick<Life, "entries">): (account: string) => bigint {
  const { accounts } = trialBalance(entries);
  return (name) => {
    const text = accounts.find(({ account }) => account === name)?.balance ?? "0";
    return text.startsWith("-") ? -minor(text.slice(1)) : minor(text);
  };
}

function lotsOf(standing: Standing | undefined, wallet: string) {
  return (standing?.lots ?? []).filter((lot) => lot.wallet === wallet);
}

/** Earns, redeems, brings back, exchanges, is corrected by hand, and lets time pass. */
describe("whatever happens to a member", () => {
  const seen = new Map<string, number>();
  const note = (what: string, times: number): void => void seen.set(what, (seen.get(what) ?? 0) + times);

  law(
    "the books balance in every unit, lots sum to balances, and only debts are below zero",
    25,
    stories,
    (story) => {
      const life = live(story);
      for (const { net } of trialBalance(life.entries).units) expect(minor(net)).toBe(0n);
      const held = heldIn(life);
      for (const wallet of WALLETS) {
        const lots = lotsOf(life.standing, wallet);
        const [pending, active] = [true, false].map((isPending) =>
          sumOf(
            lots.filter((lot) => (lot.pending ?? false) === isPending),
            ({ amount }) => String(amount),
          ),
        );
        expect(held(`member:${wallet}`)).toBe(active);
        expect(held(`member:${wallet}.pending`)).toBe(pending);
        const owed = life.standing?.debts?.find((debt) => debt.wallet === wallet)?.amount ?? "0";
        expect(held(`member:${wallet}.debt`)).toBe(-minor(String(owed)));
      }
      for (const { lots = [], debts = [] } of life.standings) {
        for (const { amount } of [...lots, ...debts]) expect(minor(String(amount))).toBeGreaterThan(0n);
      }
      for (const { kind } of life.entries) note(kind, 1);
      for (const entry of life.entries) {
        if (entry.kind === "purchase") note("renewals", entry.renewals.length);
        if (entry.kind === "purchase") note("conversions", entry.conversions.length);
        if (entry.kind !== "advance") continue;
        note("activations", entry.activations.length);
        note("expiries", entry.expiries.length);
        note("reviews", entry.tier === null ? 0 : 1);
        note("reminders", entry.reminders.length);
      }
    },
  );

  law("no account of the member is ever below zero", 20, stories, (story) => {
    const balances = new Map<string, bigint>();
    for (const { postings } of live(story).entries) {
      for (const { amount, from, to, unit } of postings) {
        balances.set(`${unit} ${from}`, (balances.get(`${unit} ${from}`) ?? 0n) - minor(amount));
        balances.set(`${unit} ${to}`, (balances.get(`${unit} ${to}`) ?? 0n) + minor(amount));
      }
      for (const [account, held] of balances) {
        const isOwn = account.includes(" member:") && !account.endsWith(".debt");
        if (isOwn && held < 0n) expect({ account, held }).toEqual({ account, held: 0n });
      }
    }
  });

  law(
    "the chain verifies, the standing is its fold, and the same life gives the same bytes",
    20,
    stories,
    (story) => {
      const life = live(story);
      expect(verifyChain(life.entries)).toEqual({ ok: true, head: life.standing?.head ?? null });
      // A lot that a refund opened again after its day lapses at once, as of the last time that was written down.
      const isOfTime = (entry: Life["entries"][number]) => life.times.has(entry);
      for (const some of [life.entries.filter(isOfTime), life.entries.filter((one) => !isOfTime(one))]) {
        const instants = some.map((entry) => Date.parse(entry.at));
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
      }
      expect(standingOf(JSON.parse(JSON.stringify(life.entries)))).toEqual(life.standing);
      expect(JSON.stringify(live(story).entries)).toBe(JSON.stringify(life.entries));
    },
  );

  law(
    "what comes back of a sale sums to the sale, and a line returned whole gives back what it was charged",
    25,
    stories,
    (story) => {
      const { sales, standing } = live(story);
      for (const { entry, backs } of sales) {
        const row = standing?.sales?.find(({ id }) => id === entry.id);
        for (const line of entry.lines) {
          const back = row?.returned.find((one) => one.line === line.id);
          if (back === undefined || Number(back.quantity) !== Number(line.quantity)) continue;
          const rows = backs.flatMap(({ lines }) => lines.filter(({ id }) => id === line.id));
          expect(sumOf(rows, ({ due }) => due)).toBe(minor(line.paid));
          expect(sumOf(rows, ({ list }) => list)).toBe(minor(line.list));
          note("lines back", 1);
        }
        const isWhole = entry.lines.every((line) =>
          row?.returned.some((one) => one.line === line.id && Number(one.quantity) === Number(line.quantity)),
        );
        if (!isWhole) continue;
        note("sales back", 1);
        for (const [index, { amount, kind }] of entry.awards.entries()) {
          const rows = backs.flatMap(
            (back) => back.entry?.awards.filter(({ award }) => award === index + 1) ?? [],
          );
          if (kind !== "discount") expect(sumOf(rows, (one) => one.amount)).toBe(minor(amount));
        }
        expect(sumOf(backs, ({ totals }) => totals.list)).toBe(minor(entry.totals.list));
        expect(sumOf(backs, ({ totals }) => totals.redeemed)).toBe(minor(entry.totals.redeemed));
        expect(sumOf(backs, ({ totals }) => totals.discount)).toBe(minor(entry.totals.discount));
      }
    },
  );

  law(
    "time that passes in two steps brings what it brings in one",
    25,
    fc.record({
      story: stories,
      first: fc.integer({ min: 0, max: 400 }),
      more: fc.integer({ min: 0, max: 400 }),
    }),
    ({ story, first, more }) => {
      const { club, standing, until } = live(story);
      const [b, c] = [first, first + more].map((days) => at(Date.parse(until) + days * 86_400_000));
      const once = club.advance({ member: memberOf(standing), at: c }).entries;
      const early = club.advance({ member: memberOf(standing), at: b }).entries;
      const between = early.reduce<Standing | undefined>((before, entry) => apply(before, entry), standing);
      const late = club.advance({ member: memberOf(between), at: c }).entries;
      expect(JSON.stringify([...early, ...late])).toBe(JSON.stringify(once));
      const end = once.reduce<Standing | undefined>((before, entry) => apply(before, entry), standing);
      expect(club.advance({ member: memberOf(end), at: c }).entries).toEqual([]);
    },
  );

  it("in which all of that came often enough", () => {
    const rare = [...seen].filter(([, times]) => times < 5);
    expect(rare).toEqual([]);
    for (const what of ["purchase", "activity", "refund", "adjustment", "advance", "renewals"])
      expect(seen.get(what) ?? 0).toBeGreaterThan(5);
  });
});
