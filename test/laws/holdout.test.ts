import fc from "fast-check";
import { openClub, type Program, type Quote } from "vafa";
import { describe, expect } from "vitest";
import { furnished } from "./generate-furnished-case.js";
import { law } from "./law.js";
import { sumOf } from "./sum.js";

const percents = fc.integer({ min: 0, max: 1_000_000 }).map((share) => `${share / 10_000}`);

/** An offer that is withheld from this share of the members. */
function club(offer: string, percent: string): Program {
  return {
    id: "club",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "UTC",
    calendar: "gregorian",
    offers: [{ id: offer, holdout: { percent }, benefit: { kind: "discount", percent: "10" } }],
  };
}

function isHeldOut(offer: string, percent: string, member: string): boolean {
  const at = "2026-11-21T17:30:00+03:30";
  const lines = [{ id: "1", unitPrice: "1000" }];
  const { declined } = openClub(club(offer, percent)).quote({
    member: { id: member },
    transaction: { id: "t-1", type: "purchase", at, currency: "IRT", lines },
  });
  return declined.some(({ reason }) => reason === "heldOut");
}

const asked = fc.record({
  offer: fc.constantFrom("a", "b-1", "yalda"),
  member: fc.nat().map((number) => `m-${number}`),
  one: percents,
  other: percents,
});

describe("what is withheld", () => {
  law("is withheld from nobody at 0 %, from all at 100 %, and from no fewer at more", 60, asked, (one) => {
    const { offer, member } = one;
    const [less, more] = [one.one, one.other].sort((a, b) => Number(a) - Number(b)) as [string, string];
    expect(isHeldOut(offer, "0", member)).toBe(false);
    expect(isHeldOut(offer, "100", member)).toBe(true);
    if (isHeldOut(offer, less, member)) expect(isHeldOut(offer, more, member)).toBe(true);
    expect(isHeldOut(offer, more, member)).toBe(isHeldOut(offer, more, member));
  });
});

/** The club's counts say what an offer has had and what a budget has paid: this is what one decision adds. */
describe("the club's counts", () => {
  law(
    "grow by one use of each offer given that is counted, and by what budgets paid",
    120,
    furnished,
    (one) => {
      const { program, request } = one;
      const quote = openClub(program).quote(request);
      const given = new Set(quote.awards.map(({ offer }) => offer));
      const hadBefore = new Set(request.member?.standing?.uses?.map(({ offer }) => offer));
      const expected = program.offers
        .filter(
          ({ id, limits }) => given.has(id) && (limits?.inAll?.uses ?? limits?.inAll?.members) !== undefined,
        )
        .map(({ id: offer }) => {
          const isNew = request.member !== undefined && !hadBefore.has(offer);
          return { members: isNew ? 1 : 0, offer, uses: 1 };
        });
      const rows = quote.clubUses.filter((row) => "offer" in row);
      expect(rows).toEqual(expected.sort((a, b) => (a.offer < b.offer ? -1 : 1)));
      for (const { id } of program.budgets ?? [])
        expect(paidBy(id, quote)).toBe(roundedUp(costOf(id, program, quote), program));
    },
  );

  law("and an offer that is used up stays so when it is used more", 80, furnished, ({ program, request }) => {
    const club = openClub(program);
    const more = (request.clubUses ?? []).map((row) =>
      "offer" in row ? { ...row, uses: (row.uses ?? 0) + 1, members: (row.members ?? 0) + 1 } : row,
    );
    const usedUp = ({ declined }: Quote) =>
      declined.filter(({ reason }) => reason === "limitReached").map(({ offer }) => offer);
    const before = usedUp(club.quote(request));
    const barred = program.offers
      .filter(({ limits }) => limits?.inAll !== undefined && limits.perMember?.amount === undefined)
      .map(({ id }) => id);
    const stay = before.filter((id) => barred.includes(id));
    expect(usedUp(club.quote({ ...request, clubUses: more }))).toEqual(expect.arrayContaining(stay));
  });
});

function costOf(budget: string, { offers }: Program, { awards }: Quote): bigint {
  const drawing = offers.filter(({ limits }) => limits?.budget === budget).map(({ id }) => id);
  return sumOf(
    awards.filter(({ offer }) => drawing.includes(offer)),
    ({ cost }) => cost,
  );
}

function paidBy(budget: string, { clubUses }: Quote): bigint {
  return sumOf(
    clubUses.flatMap((row) => ("budget" in row && row.budget === budget ? [row.amount] : [])),
    (amount) => amount,
  );
}

function roundedUp(cost: bigint, { currency }: Program): bigint {
  const unit = 10n ** BigInt(12 - currency.digits);
  return ((cost + unit - 1n) / unit) * unit;
}
