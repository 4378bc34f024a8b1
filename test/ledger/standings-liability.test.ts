import { apply, ClubError, openClub, type Standing } from "vafa";
import { liability, standingsLiability } from "vafa/ledger";
import { describe, expect, it } from "vitest";

const club = openClub({
  ...{ id: "shop", version: "1", semantics: 1, timeZone: "Asia/Tehran", calendar: "persian" },
  currency: { code: "IRT", digits: 0 },
  wallets: [
    { id: "credit", kind: "credit", expires: { after: { months: 6 } } },
    { id: "points", kind: "points", worth: "50", digits: 1 },
  ],
  offers: [
    { id: "back", always: true, benefit: { kind: "credit", percent: "10" } },
    { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "1000", grant: "1.5" } } },
  ],
});

function live(id: string, days: readonly number[]) {
  let standing: Standing | undefined;
  return days.map((day, index) => {
    const { entry } = club.evaluate({
      member: { id, standing },
      transaction: {
        ...{ id: `${id}-${index}`, type: "purchase", at: `2026-11-${day}T12:00:00+03:30`, currency: "IRT" },
        lines: [{ id: "1", unitPrice: "31000" }],
      },
    });
    standing = apply(standing, entry);
    return { entry, standing };
  });
}

const histories = [live("m-1", [10, 25]), live("m-2", [20]), live("m-3", [11, 12, 26])];
const entries = histories.flatMap((history) => history.map(({ entry }) => entry));
const standings = histories.flatMap((history) => history.at(-1)?.standing ?? []);

describe("what standings owe", () => {
  it.each([
    ["2026-11-30T00:00:00+03:30", "persian"],
    ["2026-11-30T00:00:00+03:30", "gregorian"],
    // Some has lapsed by then.
    ["2027-05-15T00:00:00+03:30", "persian"],
  ] as const)("is what their entries owe: at %s, %s", (at, calendar) => {
    const owed = standingsLiability(standings, at, { calendar });
    expect(owed).toEqual(liability(entries, at, { calendar }));
    expect(owed.find(({ wallet }) => wallet === "points")).toEqual({
      ...{ wallet: "points", month: null, amount: "279.0", lots: 6 },
    });
  });

  it("counts balances as lots for good, and nobody as nothing", () => {
    const opening = { balances: [{ wallet: "points", amount: "12.5" }] };
    expect(standingsLiability([opening, {}], "2026-11-30T00:00:00+03:30")).toEqual([
      { wallet: "points", month: null, amount: "12.5", lots: 1 },
    ]);
    expect(standingsLiability([], "2026-11-30T00:00:00+03:30")).toEqual([]);
  });

  it("tells what is no standing, and no instant, by its place", () => {
    const issuesOf = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return error instanceof ClubError ? error.issues.map(({ path }) => path) : error;
      }
    };
    expect(issuesOf(() => standingsLiability([{}, { visits: -1 }], "2026-11-30T00:00:00Z"))).toEqual([
      "/1/visits",
    ]);
    expect(issuesOf(() => standingsLiability([], "today"))).toEqual(["/at"]);
  });
});
