import fc from "fast-check";
import {
  type AdvanceDecision,
  apply,
  type Club,
  type Decision,
  type Member,
  openClub,
  type Request,
  type Standing,
} from "vafa";
import { trialBalance, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { asMember, type Case } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { visited, withoutConversions } from "./generate-occasions.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

const DAY = 86_400_000;
const days = fc.constantFrom(0, 0.4, 1, 7, 31, 90, 200, 400);

/** Some visits, each so many days after the one before; then time passes, twice. */
const stories = (cases: fc.Arbitrary<Case>) =>
  fc.record({ one: cases, visits: fc.array(days, { minLength: 1, maxLength: 3 }), first: days, more: days });

type Written = AdvanceDecision["entries"][number];

interface Life {
  readonly club: Club;
  readonly member: Member;
  readonly standing: Standing | undefined;
  readonly entries: readonly Written[];
  readonly until: number;
}

/** A new member's visits, with nobody to look after their time meanwhile. */
function visit({ program, request }: Case, visits: readonly number[]): Life {
  const club = openClub(program);
  const member = { id: "m-1", ...request.member, standing: undefined };
  let standing: Standing | undefined;
  let until = Date.parse(request.transaction.at);
  const entries: Written[] = [];
  for (const [index, after] of visits.entries()) {
    until += after * DAY;
    const { entry } = club.evaluate(purchaseOf(request, { ...member, standing }, `t-${index}`, until));
    if (entry === undefined) throw new Error("nothing is asked for that could be refused");
    standing = apply(standing, entry);
    entries.push(entry);
  }
  return { club, member, standing, entries, until };
}

function purchaseOf({ transaction, ...rest }: Request, member: Member, id: string, at: number): Request {
  const { redeem: _, vouchers: __, survey: ___, referral: ____, activity: _____, ...bought } = transaction;
  const lines = bought.lines ?? [{ id: "1", unitPrice: "5000" }];
  return {
    ...rest,
    member,
    transaction: { ...bought, type: "purchase", lines, id, at: new Date(at).toISOString() },
  };
}

function pass({ club, member }: Life, standing: Standing | undefined, until: number, request: Request) {
  const { facts, clubUses } = request;
  return club.advance({
    member: { ...member, standing },
    at: new Date(until).toISOString(),
    facts,
    clubUses,
  });
}

/** What the first step gave is counted when the second comes. */
function withUses({ clubUses = [], ...request }: Request, { clubUses: more }: AdvanceDecision): Request {
  const rows = new Map<string, NonNullable<Request["clubUses"]>[number]>();
  for (const row of [...clubUses, ...more]) {
    const key = "budget" in row ? `budget ${row.budget}` : `offer ${row.offer}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, row);
    else if ("budget" in row && "budget" in known)
      rows.set(key, { ...row, amount: `${Number(row.amount) + Number(known.amount)}` });
    else if ("offer" in row && "offer" in known) {
      const uses = (row.uses ?? 0) + (known.uses ?? 0);
      rows.set(key, { ...row, uses, members: (row.members ?? 0) + (known.members ?? 0) });
    }
  }
  return { ...request, clubUses: [...rows.values()] };
}

const ALL = JSON.stringify;

describe("time that passes", () => {
  const seen = new Map<string, number>();
  const note = (what: string, times: number) => seen.set(what, (seen.get(what) ?? 0) + times);

  law(
    "in two steps brings what it brings in one, and a second time nothing",
    60,
    stories(visited),
    ({ one, visits, first, more }) => {
      const life = visit(one, visits);
      const [b, c] = [life.until + first * DAY, life.until + (first + more) * DAY];
      const once = pass(life, life.standing, c, one.request);
      const early = pass(life, life.standing, b, one.request);
      const late = pass(life, early.standing, c, withUses(one.request, early));
      expect(ALL([...early.entries, ...late.entries])).toBe(ALL(once.entries));
      expect(ALL([...early.intents, ...late.intents])).toBe(ALL(once.intents));
      expect(ALL(late.standing)).toBe(ALL(once.standing));
      expect(pass(life, once.standing, c, one.request)).toMatchObject({
        entries: [],
        intents: [],
        clubUses: [],
      });
      if (early.entries.length > 0 && late.entries.length > 0) note("both steps", 1);
    },
  );

  law(
    "is written in order, sealed, and moves what was there",
    60,
    stories(visited),
    ({ one, visits, first, more }) => {
      const life = visit(one, visits);
      const { entries, standing } = pass(life, life.standing, life.until + (first + more) * DAY, one.request);
      const all = [...life.entries, ...entries];
      const folded = all.reduce<Standing | undefined>((before, entry) => apply(before, entry), undefined);
      expect(ALL(standing)).toBe(ALL(folded));
      expect(verifyChain(all)).toMatchObject({ ok: true });
      for (const [index, entry] of entries.entries()) {
        const before = entries[index - 1]?.at ?? entry.at;
        expect(Date.parse(entry.at)).toBeGreaterThanOrEqual(Date.parse(before));
        note(entry.kind === "advance" ? "advance" : entry.transaction.type, 1);
        if (entry.kind !== "advance") note("given", entry.awards.length);
        else {
          note("activated", entry.activations.length);
          note("converted", entry.conversions.length);
          note("expired", entry.expiries.length);
          note("lapsed", entry.lapsed.length);
          note("reminded", entry.reminders.length);
        }
      }
      const accounts = new Map(trialBalance(all).accounts.map(({ account, balance }) => [account, balance]));
      for (const { id } of one.program.wallets ?? []) {
        const lots = (folded?.lots ?? []).filter(({ wallet }) => wallet === id);
        const sum = (some: typeof lots) => sumOf(some, ({ amount }) => String(amount));
        const [own, pending] = [`member:${id}`, `member:${id}.pending`];
        expect(minor(accounts.get(own) ?? "0")).toBe(sum(lots.filter((lot) => lot.pending !== true)));
        expect(minor(accounts.get(pending) ?? "0")).toBe(sum(lots.filter((lot) => lot.pending === true)));
      }
    },
  );

  law(
    "or has not yet been written down: a purchase has the same figures",
    60,
    stories(furnished.map(asMember)),
    ({ one, visits, first }) => {
      const program = withoutConversions(one.program);
      const life = visit({ ...one, program }, [...visits, first]);
      const at = life.until + first * DAY;
      const { entries, standing } = pass(
        { ...life, member: { ...life.member, joinedAt: undefined } },
        life.standing,
        at,
        one.request,
      );
      const decide = (had: Standing | undefined): Decision =>
        life.club.evaluate(purchaseOf(one.request, { ...life.member, standing: had }, "t-next", at));
      const [told, untold] = [decide(standing), decide(life.standing)];
      expect([told.awards, told.totals, told.balances, told.choice]).toEqual([
        untold.awards,
        untold.totals,
        untold.balances,
        untold.choice,
      ]);
      if (entries.length > 0) note("late", 1);
    },
  );

  it("often enough brought all of that", () => {
    const kinds = ["birthday", "anniversary", "milestone", "inactivity", "start", "given", "both steps"];
    const moved = ["activated", "converted", "expired", "lapsed", "reminded", "late"];
    const rare = [...kinds, ...moved].filter((what) => (seen.get(what) ?? 0) < 3);
    expect(rare).toEqual([]);
  });
});
