import { balancesAt, liability, standingOf, trialBalance } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { attempt, told } from "../hostile/act.js";
import { chainOf, entryAt, FIVE, forged, on } from "./books.js";

// Four visits of 100,000 give 10,000 of credit and 10 points each; the third, of which 15,000 are paid by credit, gives
// 8,500 and 8.
const one = chainOf(FIVE, "m-1");
const other = chainOf([{ at: on("2026-11-30"), price: "70000" }], "m-2");
const all = [...other, ...one];

const issuesOf = (act: () => unknown) => {
  const outcome = attempt(act);
  return outcome.ok ? [] : told(outcome.issues);
};

describe("the trial balance", () => {
  it("adds up every account, and every unit nets to nothing", () => {
    expect(trialBalance(one)).toEqual({
      accounts: [
        { unit: "IRT", account: "club:credit.redemption", received: "0", gave: "15000", balance: "-15000" },
        { unit: "IRT", account: "till:clearing", received: "15000", gave: "0", balance: "15000" },
        { unit: "credit", account: "club:credit.cost", received: "0", gave: "48500", balance: "-48500" },
        { unit: "credit", account: "club:credit.redeemed", received: "15000", gave: "0", balance: "15000" },
        { unit: "credit", account: "member:credit", received: "48500", gave: "15000", balance: "33500" },
        { unit: "points", account: "club:points.issued", received: "0", gave: "48", balance: "-48" },
        { unit: "points", account: "member:points.pending", received: "48", gave: "0", balance: "48" },
      ],
      units: [
        { unit: "IRT", moved: "15000", net: "0" },
        { unit: "credit", moved: "63500", net: "0" },
        { unit: "points", moved: "48", net: "0" },
      ],
    });
    expect(trialBalance([])).toEqual({ accounts: [], units: [] });
  });

  it("adds exactly, whatever the decimals and however large", () => {
    const [posting] = entryAt(one, 0).postings;
    const amounts = ["0.1", "0.20", "999999999999999999"];
    const postings = amounts.map((amount) => ({ ...posting, amount }));
    const { accounts } = trialBalance([{ ...one[0], postings }]);
    expect(accounts[1]?.balance).toBe("999999999999999999.30");
  });
});

describe("balances at an instant", () => {
  const credit = (at: string) => balancesAt(all, at).filter(({ wallet }) => wallet === "credit");

  it("tell what each member can spend, what is still pending, and what has expired", () => {
    // Points are good from the next day on, at the same time.
    expect(balancesAt(all, on("2026-11-26"))).toEqual([
      { memberId: "m-1", wallet: "credit", spendable: "33500", pending: "0", expired: "0", debt: "0" },
      { memberId: "m-1", wallet: "points", spendable: "38", pending: "10", expired: "0", debt: "0" },
    ]);
    // The lot of 21 November is spent; of that of the 22nd, 5,000 are left. Six months on, all of it has expired.
    expect(credit(on("2027-07-01"))).toEqual([
      { memberId: "m-1", wallet: "credit", spendable: "0", pending: "0", expired: "33500", debt: "0" },
      { memberId: "m-2", wallet: "credit", spendable: "0", pending: "0", expired: "7000", debt: "0" },
    ]);
  });

  it("leave out what came later", () => {
    expect(credit(on("2026-11-23"))).toMatchObject([{ memberId: "m-1", spendable: "20000" }]);
    expect(balancesAt(all, "2020-01-01T00:00:00Z")).toEqual([]);
  });

  it("want whole chains in order", () => {
    expect(issuesOf(() => balancesAt(one.slice(2), on("2026-12-01")))).toEqual([
      "lot-mismatch /0/postings/1",
    ]);
    expect(issuesOf(() => balancesAt(one, "yesterday"))).toEqual(["time-format /at"]);
    expect(issuesOf(() => balancesAt([...one, 5], on("2026-12-01")))).toEqual(["type /5"]);
    expect(issuesOf(() => balancesAt([{ ...one[0], v: 3 }], on("2026-12-01")))).toEqual([
      "schema-version /0/v",
    ]);
  });
});

describe("liability", () => {
  it("is what is owed, by wallet and the last month in which it is good", () => {
    // Six months after 2 to 5 Azar 1405 are 2 to 5 Khordad 1406; the points never lapse.
    expect(liability(all, on("2026-11-30"))).toEqual([
      { wallet: "credit", month: "1406-03", amount: "40500", lots: 5 },
      { wallet: "points", month: null, amount: "55", lots: 6 },
    ]);
    expect(liability(all, on("2026-11-30"), { calendar: "gregorian" })[0]?.month).toBe("2027-05");
    expect(liability(all, on("2027-07-01")).map(({ wallet }) => wallet)).toEqual(["points"]);
  });

  it("counts what lapses at midnight of the first to the month before, where the club is", () => {
    const [lot] = entryAt(one, 0).lots;
    const lapsing = (expiresAt: string) =>
      liability([{ ...one[0], lots: [{ ...lot, expiresAt }, entryAt(one, 0).lots[1]] }], on("2026-11-22"))[0]
        ?.month;
    // 1 Khordad 1406 is 22 May 2027.
    expect(lapsing("2027-05-22T00:00:00+03:30")).toBe("1406-02");
    expect(lapsing("2027-05-22T00:00:00.001+03:30")).toBe("1406-03");
    expect(lapsing("2027-05-21T20:30:00Z")).toBe("1406-02");
  });

  it("takes a calendar, and nothing else", () => {
    const options = { calendar: "lunar" } as never;
    expect(issuesOf(() => liability(one, on("2026-11-30"), options))).toEqual(["enum /options/calendar"]);
  });
});

describe("standingOf", () => {
  it("folds a chain, from its beginning or from where another fold ended", () => {
    const standing = standingOf(one);
    expect(standing).toMatchObject({ visits: 5, spend: "500000", head: { sequence: 5 } });
    expect(standingOf(one.slice(2), standingOf(one.slice(0, 2)))).toEqual(standing);
    expect(standingOf([])).toBeUndefined();
  });

  it("says which entry does not follow, or is not what was sealed", () => {
    const [first, second] = one;
    expect(issuesOf(() => standingOf([second, first]))).toEqual(["chain-mismatch /entries/0/sequence"]);
    expect(issuesOf(() => standingOf([first, { ...second, more: 1 }]))).toEqual([
      "entry-hash /entries/1/hash",
    ]);
    expect(issuesOf(() => standingOf([first, forged(entryAt(one, 1), { v: 2 })]))).toEqual([
      "enum /entries/1/v",
    ]);
    expect(issuesOf(() => standingOf([first], { visits: -1 }))).toEqual(["number-range /from/visits"]);
  });
});
