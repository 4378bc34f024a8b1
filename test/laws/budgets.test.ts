import fc from "fast-check";
import { apply, type Offer, openClub, type Quote, type Request, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import type { Case } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

type ClubUses = NonNullable<Request["clubUses"]>;

/** The awards of the offers that draw on a budget. */
function drawingOn(budget: string, offers: readonly Offer[], { awards }: Quote) {
  const drawing = offers.filter(({ limits }) => limits?.budget === budget).map(({ id }) => id);
  return awards.filter(({ offer }) => drawing.includes(offer));
}

function spentOf(budget: string, clubUses: ClubUses = []): bigint {
  return sumOf(
    clubUses.flatMap((row) => ("budget" in row && row.budget === budget ? [String(row.amount)] : [])),
    (amount) => amount,
  );
}

/** The club's counts, with what one decision adds to them. */
function counted(before: ClubUses = [], { clubUses }: Quote): ClubUses {
  const counts = new Map(before.map((row) => ["budget" in row ? `b ${row.budget}` : `o ${row.offer}`, row]));
  for (const row of clubUses) {
    if ("budget" in row) {
      const spent = minor(row.amount) + spentOf(row.budget, before);
      counts.set(`b ${row.budget}`, { budget: row.budget, amount: written(spent) });
    } else {
      const had = before.find((one) => "offer" in one && one.offer === row.offer);
      const { uses = 0, members = 0 } = had !== undefined && "offer" in had ? had : {};
      const all = { offer: row.offer, uses: uses + row.uses, members: members + row.members };
      counts.set(`o ${row.offer}`, all);
    }
  }
  return [...counts.values()];
}

/** With at most two decimals, as budgets have them. */
function written(amount: bigint): string {
  const cents = amount / 10n ** 10n;
  const decimals = `${cents % 100n}`.padStart(2, "0");
  return decimals === "00" ? `${cents / 100n}` : `${cents / 100n}.${decimals}`;
}

interface Rush {
  readonly last: Quote;
  readonly clubUses: ClubUses;
  readonly standing: Standing | undefined;
  readonly given: ReadonlyMap<string, bigint>;
  readonly had: ReadonlyMap<string, number>;
}

/** The same purchase by one member, several times at one instant. */
function rush({ program, request }: Case, times: number): Rush | undefined {
  const club = openClub(program);
  let clubUses = request.clubUses ?? [];
  let standing = request.member?.standing;
  const given = new Map<string, bigint>();
  const had = new Map<string, number>();
  let last: Quote | undefined;
  for (let time = 0; time < times; time++) {
    const { member, transaction } = request;
    const { redeem: _, vouchers: __, ...bought } = transaction;
    const asked = {
      ...request,
      clubUses,
      ...(member === undefined ? {} : { member: { ...member, standing } }),
      transaction: { ...bought, id: `t-${time}` },
    };
    const { entry, ...quote } = club.evaluate(asked);
    last = quote;
    for (const { offer, amount } of quote.awards) given.set(offer, (given.get(offer) ?? 0n) + minor(amount));
    for (const offer of new Set(quote.awards.map((award) => award.offer)))
      had.set(offer, (had.get(offer) ?? 0) + 1);
    clubUses = counted(clubUses, quote);
    if (entry !== undefined) standing = apply(standing, entry);
  }
  return last && { last, clubUses, standing, given, had };
}

const rushes = fc.tuple(furnished, fc.integer({ min: 2, max: 3 }));

describe("what is limited is never overspent", () => {
  let short = 0;

  law("a budget, by one decision, to the last minor unit", 200, furnished, ({ program, request }) => {
    const quote = openClub(program).quote(request);
    for (const { id, amount } of program.budgets ?? []) {
      const before = spentOf(id, request.clubUses);
      const own = drawingOn(id, program.offers, quote);
      const cost = sumOf(own, (award) => award.cost);
      if (own.length === 0) continue;
      expect(cost + before).toBeLessThanOrEqual(minor(String(amount)));
      const told = spentOf(id, quote.clubUses);
      expect(told).toBeGreaterThanOrEqual(cost);
      expect(told + before).toBeLessThanOrEqual(minor(String(amount)));
      if (cost + before === minor(String(amount))) short += 1;
    }
  });

  it("and was drawn on to the last often enough", () => expect(short).toBeGreaterThan(1));

  law(
    "a budget, a count and a member's amount, by one purchase after another",
    150,
    rushes,
    ([one, times]) => {
      const told = rush(one, times);
      if (told === undefined) return;
      for (const { id, amount } of one.program.budgets ?? []) {
        const before = spentOf(id, one.request.clubUses);
        const most = minor(String(amount)) > before ? minor(String(amount)) : before;
        expect(spentOf(id, told.clubUses)).toBeLessThanOrEqual(most);
      }
      for (const { id, limits } of one.program.offers) {
        const { amount, count } = limits?.perMember ?? {};
        if (amount !== undefined) expect(told.given.get(id) ?? 0n).toBeLessThanOrEqual(minor(String(amount)));
        if (count !== undefined) expect(told.had.get(id) ?? 0).toBeLessThanOrEqual(count);
        const said = one.request.clubUses?.find((row) => "offer" in row && row.offer === id);
        const { uses = 0 } = said !== undefined && "offer" in said ? said : {};
        const all = limits?.inAll?.uses;
        if (all !== undefined)
          expect(uses + (told.had.get(id) ?? 0)).toBeLessThanOrEqual(Math.max(all, uses));
      }
    },
  );
});
