import { apply, type Club, type Member, type Offer, type Program, type Standing } from "vafa";
import { balancesAt, liability, trialBalance, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, given, offer, on, purchase, visits } from "./club.js";
import { brought, passes } from "./passing.js";

type Wallet = NonNullable<Program["wallets"]>[number];

const STAMP = offer("stamp", { kind: "stamps", perVisit: "1" }, { always: true });
const TENTH = offer("tenth", { kind: "discount", percent: "100", units: 1 }, { by: "voucher" });
const BACK = offer("back", { kind: "credit", percent: "10" });

/** A club with one wallet, and nobody who reminds. */
function clubWith(wallet: Wallet, offers: readonly Offer[], more: Partial<Program> = {}): Club {
  const notifications = { remind: { expiring: [], tier: [] } };
  return cafe({ wallets: [wallet], offers, notifications, ...more });
}

/** Sara after purchases of 100,000, each booked before the next. */
function bought(club: Club, moments: readonly string[], member: Partial<Member> = {}): Standing {
  const { standing } = visits(
    club,
    member,
    moments.map((at) => ({ at, lines: [100_000] })),
  );
  if (standing === undefined) throw new Error("nothing was bought");
  return standing;
}

/** What can be spent, and what is pending, in the first wallet. */
function holds(club: Club, standing: Standing | undefined, at: string): readonly (string | undefined)[] {
  const member = { id: "sara", ...(standing === undefined ? {} : { standing }) };
  const [row] = club.quote({ member, transaction: { id: "q", type: "checkIn", at } }).balances;
  return [row?.before, row?.pending];
}

// R22.4, R22.5
describe("stamps that count after 14 days", () => {
  const club = clubWith(
    {
      id: "stamps",
      kind: "stamps",
      worth: "0",
      activatesAfter: { days: 14 },
      converts: { every: "9", into: { voucher: "tenth", expires: { after: { months: 2 } } } },
    },
    [STAMP, TENTH],
  );
  const days = ["13", "14", "15", "16", "17", "18", "19", "20", "21"];
  const standing = bought(
    club,
    days.map((day) => on(`2026-11-${day}`, "17:30")),
  );

  it("each become active at their hour, and with the ninth all nine are a free coffee", () => {
    expect(holds(club, standing, on("2026-11-21", "18:00"))).toEqual(["0", "9"]);
    const decision = passes(club, { standing }, "2026-12-31");
    expect(brought(decision)).toEqual([
      "1405-09-06 17:30: 1 stamps active",
      "1405-09-07 17:30: 1 stamps active",
      "1405-09-08 17:30: 1 stamps active",
      "1405-09-09 17:30: 1 stamps active",
      "1405-09-10 17:30: 1 stamps active",
      "1405-09-11 17:30: 1 stamps active",
      "1405-09-12 17:30: 1 stamps active",
      "1405-09-13 17:30: 1 stamps active",
      "1405-09-14 17:30: 1 stamps active, 9 stamps become a voucher",
    ]);
    expect(decision.standing?.vouchers).toMatchObject([
      { offer: "tenth", issuedAt: "2026-12-05T17:30:00+03:30", expiresAt: "2027-02-03T17:30:00+03:30" },
    ]);
    expect(holds(club, decision.standing, on("2026-12-31"))).toEqual(["0", undefined]);
  });

  it("and of the voucher nothing is left once its two months are over", () => {
    const decision = passes(club, { standing }, "2027-03-01");
    expect(brought(decision).slice(9)).toEqual(["1405-11-14 17:30: a voucher lapses"]);
    expect(decision.standing?.vouchers).toEqual([]);
  });

  it("are moved from what is pending to what can be spent, in the books too", () => {
    const first = entryOf(club.evaluate(purchase({ at: on("2026-11-13", "17:30"), lines: [100_000] })));
    const { entries } = passes(club, { standing: apply(undefined, first) }, "2026-12-31");
    expect(entries.map((entry) => entry.postings)).toEqual([
      [
        {
          amount: "1",
          from: "member:stamps.pending",
          lot: `${first.id}.1`,
          to: "member:stamps",
          unit: "stamps",
        },
      ],
    ]);
    const accounts = trialBalance([first, ...entries]).accounts.map(({ account, balance }) => [
      account,
      balance,
    ]);
    expect(accounts).toEqual([
      ["club:stamps.issued", "-1"],
      ["member:stamps", "1"],
      ["member:stamps.pending", "0"],
    ]);
  });
});

// R22.5
describe("units that convert as they become active", () => {
  it("pay what the member owes first, and open a lot with the rest", () => {
    const club = cafe({
      wallets: [
        {
          id: "points",
          kind: "points",
          worth: "0",
          activatesAfter: { days: 1 },
          converts: { every: "10", into: { wallet: "credit", amount: "5000" } },
        },
        { id: "credit", kind: "credit" },
      ],
      offers: [offer("points", { kind: "points", fixed: "23" }, { always: true })],
    });
    const standing = { ...bought(club, [on("2026-11-21")]), debts: [{ wallet: "credit", amount: "4000" }] };
    const decision = passes(club, { standing }, "2026-12-01");
    expect(brought(decision)).toEqual(["1405-09-01 12:00: 23 points active, 20 points become 6000 credit"]);
    expect(decision.standing?.debts).toBeUndefined();
    expect(decision.standing?.lots).toMatchObject([
      { wallet: "points", amount: "3" },
      { wallet: "credit", amount: "6000", at: "2026-11-22T12:00:00+03:30" },
    ]);
  });
});

// R22.6
describe("credit that is good until the end of Esfand", () => {
  const club = clubWith({ id: "credit", kind: "credit", expires: { endOf: "year" } }, [BACK]);
  const sales = ["2026-11-21", "2027-03-20"].map((date, index) => ({
    id: `t-${index + 1}`,
    at: on(date, "17:30"),
    lines: [100_000],
  }));
  const { decisions, standing } = visits(club, {}, sales);

  it("lapses at the first moment of the new year, all of it in one entry", () => {
    expect(brought(passes(club, { standing }, "2027-03-20", "23:59"))).toEqual([]);
    const decision = passes(club, { standing }, "2027-03-21");
    expect(brought(decision)).toEqual(["1406-01-01: 10000 credit lapse, 10000 credit lapse"]);
    expect(decision.standing?.lots).toEqual([]);
    expect(decision.standing?.advancedTo).toBe("2027-03-21T00:00:00+03:30");
  });

  it("goes back to the club, and is owed no more, nor told as expired", () => {
    const at = on("2027-03-21", "10:00");
    const all = [...decisions.map(entryOf), ...passes(club, { standing }, "2027-03-22").entries];
    const accounts = trialBalance(all).accounts.map(({ account, balance }) => [account, balance]);
    expect(accounts).toEqual([
      ["club:credit.cost", "-20000"],
      ["club:credit.expired", "20000"],
      ["member:credit", "0"],
    ]);
    expect(balancesAt(all, at)).toEqual([
      { memberId: "sara", wallet: "credit", spendable: "0", pending: "0", expired: "0", debt: "0" },
    ]);
    expect(liability(all, at)).toEqual([]);
    expect(verifyChain(all)).toMatchObject({ ok: true });
  });

  it("that was never active lapses from what is pending", () => {
    const late = clubWith(
      { id: "credit", kind: "credit", activatesAfter: { months: 6 }, expires: { endOf: "year" } },
      [BACK],
    );
    const { entries } = passes(late, { standing: bought(late, [on("2026-11-21")]) }, "2027-12-31");
    expect(entries.map(({ postings }) => postings.map(({ from, to }) => [from, to]))).toEqual([
      [["member:credit.pending", "club:credit.expired"]],
    ]);
  });
});

// R22.10, R22.11
describe("a reminder", () => {
  const club = cafe({
    wallets: [{ id: "credit", kind: "credit", expires: { after: { months: 1 } } }],
    offers: [BACK],
  });
  const contact = { channels: ["sms"], locale: "en", consent: { service: true } } as const;

  it("comes a week before the last good day, once for all that lapses on it", () => {
    // Both lapse on 30 Azar, of which the last good hour is 19:59; a week before is 23 Azar.
    const standing = bought(club, [on("2026-11-21", "09:00"), on("2026-11-21", "20:00")]);
    const decision = passes(club, { standing, contact }, "2027-01-01");
    expect(brought(decision)).toEqual([
      "1405-09-23: reminder of 20000 credit until 2026-12-21T09:00",
      "1405-09-30 09:00: 10000 credit lapse",
      "1405-09-30 20:00: 10000 credit lapse",
    ]);
    expect(decision.intents.map(({ dedupeKey }) => dedupeKey)).toEqual([
      `${decision.entries[0]?.id}:expiring:sms`,
    ]);
    expect(decision.intents[0]?.text).toContain("20,000 toman");
    expect(decision.intents[0]?.text).toContain("2026-12-21");
  });

  it("is of what is left by then", () => {
    const standing = bought(club, [on("2026-11-21", "09:00")]);
    const spent = purchase({
      id: "t-9",
      at: on("2026-12-01"),
      member: { standing },
      lines: [6_000],
      redeem: [{ wallet: "credit", amount: "6000" }],
    });
    const left = apply(standing, entryOf(club.evaluate(spent)));
    expect(brought(passes(club, { standing: left }, "2026-12-15"))).toEqual([
      "1405-09-23: reminder of 4000 credit until 2026-12-21T09:00",
    ]);
  });

  it("comes on the days that the club says, and never of what was opened on that day or later", () => {
    const wallets = [{ id: "credit", kind: "credit", expires: { after: { days: 3 } } }] as const;
    const often = cafe({ wallets, offers: [BACK], notifications: { remind: { expiring: [7, 3, 1] } } });
    const standing = bought(often, [on("2026-11-21")]);
    expect(brought(passes(often, { standing }, "2026-12-31"))).toEqual([
      "1405-09-02: reminder of 10000 credit until 2026-11-24T12:00",
      "1405-09-03 12:00: 10000 credit lapse",
    ]);
  });

  it("is of vouchers, too, and of what lapses at midnight a week before the day that is then over", () => {
    const gift = offer(
      "gift",
      { kind: "voucher", offer: "tenth", worth: "1", expires: { endOf: "month" } },
      { always: true },
    );
    const monthly = cafe({ offers: [gift, TENTH] });
    const decision = passes(
      monthly,
      { standing: bought(monthly, [on("2026-11-22")]), contact },
      "2027-01-01",
    );
    // Azar has 30 days: the last good one is the 30th, and a week before it is the 23rd.
    expect(brought(decision)).toEqual([
      "1405-09-23: reminder of a voucher until 2026-12-22T00:00",
      "1405-10-01: a voucher lapses",
    ]);
    expect(decision.intents.map(({ topic }) => topic)).toEqual(["expiring"]);
    expect(decision.intents[0]?.text).toContain("2026-12-21");
  });
});

// R22.3
describe("at one instant", () => {
  const club = cafe({
    wallets: [
      {
        id: "stamps",
        kind: "stamps",
        worth: "0",
        activatesAfter: { days: 30 },
        expires: { after: { days: 60 } },
        converts: { every: "2", into: { wallet: "credit", amount: "500" } },
      },
      { id: "credit", kind: "credit", expires: { after: { days: 8 } } },
    ],
    offers: [
      offer("stamp", { kind: "stamps", perVisit: "3" }, { always: true }),
      offer("birthday", { kind: "credit", fixed: "9000" }, { on: ["birthday"] }),
      offer("club", { kind: "credit", fixed: "700" }, { on: ["start"], window: { from: "2026-12-21" } }),
    ],
  });
  // Three stamps of 22 October are active on 21 November, and gone on 21 December. Of them the second visit, at that
  // very instant, turns two into 500 of credit.
  const sold = bought(club, [on("2026-10-22", "00:00"), on("2026-11-21", "00:00")]);
  const old = { id: "old", wallet: "credit", amount: "80", expiresAt: on("2026-12-29", "00:00") };
  const standing = { ...sold, lots: [...(sold.lots ?? []), old] };
  const member = { standing, birthDate: "1990-12-21" };

  it("what is active comes first, then what converts, what lapses, occasions, and reminders at last", () => {
    const decision = passes(club, member, "2026-12-21");
    expect(brought(decision)).toEqual([
      "1405-08-30: 1 stamps active",
      "1405-09-08: 500 credit lapse",
      "1405-09-22: reminder of 1 stamps until 2026-12-21T00:00",
      // What lapses at an instant cannot be used at it, so it does not convert either.
      "1405-09-30: 3 stamps active, 2 stamps become 500 credit, 1 stamps lapse",
      "1405-09-30: birthday, birthday: 9000 credit",
      "1405-09-30: start, club: 700 credit",
      "1405-09-30: reminder of 80 credit until 2026-12-29T00:00",
    ]);
  });
});

// R22.2
describe("time", () => {
  const club = clubWith({ id: "credit", kind: "credit", expires: { after: { months: 1 } } }, [BACK]);

  it("begins on the day the member joined, or where nobody says so, is asked for", () => {
    const birthDate = "1990-12-25";
    const since = { birthDate, joinedAt: on("2024-01-01") };
    expect(brought(passes(club, since, "2026-01-01"))).toEqual([
      "1403-10-05: birthday",
      "1404-10-04: birthday",
    ]);
    expect(brought(passes(club, since, "2023-12-31"))).toEqual([]);
    expect(() => passes(club, { birthDate }, "2026-01-01")).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "required", path: "/member/joinedAt" })],
      }),
    );
  });

  it("begins where a standing tells of something last: no birthday of years ago is made up", () => {
    const standing = { tier: "bronze", lastVisitAt: on("2025-06-01"), visits: 3, spend: "900000" };
    const member = { joinedAt: on("2020-01-01"), birthDate: "1990-12-25", standing };
    expect(brought(passes(club, member, "2026-01-01"))).toEqual(["1404-10-04: birthday"]);
  });

  it("writes down at once what is overdue, and at no instant before what was written down last", () => {
    const lots = [
      { id: "a", wallet: "credit", amount: "5000", expiresAt: on("2026-01-01") },
      { id: "b", wallet: "credit", amount: "7000", expiresAt: on("2026-12-01") },
      { id: "c", wallet: "credit", amount: "0", expiresAt: on("2026-12-01") },
    ];
    const standing = { lots, advancedTo: on("2026-11-21", "08:00") };
    expect(brought(passes(club, { standing }, "2026-12-02"))).toEqual([
      "1405-08-30 08:00: 5000 credit lapse",
      "1405-09-10 12:00: 7000 credit lapse",
    ]);
  });

  it("lets the good one of two lots that a host gave the same id", () => {
    const lots = [
      { id: "a", wallet: "credit", amount: "5000" },
      { id: "a", wallet: "credit", amount: "3000", expiresAt: on("2026-12-01") },
    ];
    const { standing } = passes(club, { standing: { lots, advancedTo: on("2026-11-21") } }, "2026-12-02");
    expect(standing?.lots).toMatchObject([{ id: "a", amount: "5000" }]);
  });

  it("is the same in one step, in two, and none the second time", () => {
    const standing = bought(club, [on("2026-11-21"), on("2026-11-30")]);
    const member = { standing, birthDate: "1990-12-25" };
    const once = passes(club, member, "2027-02-01");
    const early = passes(club, member, "2026-12-25", "00:00");
    const late = passes(club, { ...member, standing: early.standing }, "2027-02-01");
    expect(JSON.stringify([...early.entries, ...late.entries])).toBe(JSON.stringify(once.entries));
    expect([early.entries.length, late.entries.length]).toEqual([2, 1]);
    expect(passes(club, { ...member, standing: once.standing }, "2027-02-01").entries).toEqual([]);
  });

  it("is sealed on the member's chain, and apply makes the very standing that came with it", () => {
    const [sale] = visits(club, {}, [{ at: on("2026-11-21"), lines: [100_000] }]).decisions.map(entryOf);
    const member = { standing: apply(undefined, sale), birthDate: "1990-12-01" };
    const { entries, standing } = passes(club, member, "2027-02-01");
    expect(entries.map(({ kind, sequence }) => `${kind} ${sequence}`)).toEqual(["activity 2", "advance 3"]);
    expect(entries.reduce<Standing>((before, entry) => apply(before, entry), member.standing)).toEqual(
      standing,
    );
    expect(verifyChain([sale, ...entries])).toEqual({ ok: true, head: standing?.head });
    const [birthday] = entries;
    expect(() => apply(member.standing, { ...birthday, at: on("2026-12-02") })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "entry-hash" })] }),
    );
  });
});

// R22.1, R11.4
describe("a job that runs late", () => {
  const club = clubWith(
    { id: "credit", kind: "credit", activatesAfter: { days: 2 }, expires: { after: { months: 1 } } },
    [BACK],
  );
  const standing = bought(club, [on("2026-10-25"), on("2026-11-20")]);
  const asked = {
    id: "t-9",
    at: on("2026-11-26"),
    lines: [50_000],
    redeem: [{ wallet: "credit", amount: "max" }],
  } as const;

  it("changes no figure of a purchase that comes before it", () => {
    const inTime = passes(club, { standing }, "2026-11-26", "12:00");
    expect(brought(inTime)).toEqual([
      "1405-08-05 12:00: 10000 credit active",
      "1405-09-01 12:00: 10000 credit active",
      "1405-09-03 12:00: 10000 credit lapse",
    ]);
    const early = club.evaluate(purchase({ ...asked, member: { standing: inTime.standing ?? standing } }));
    const late = club.evaluate(purchase({ ...asked, member: { standing } }));
    expect(given(late)).toEqual(["back: 4000 credit"]);
    expect([early.totals, early.awards, early.balances]).toEqual([late.totals, late.awards, late.balances]);
  });

  it("finds afterwards what the purchase has left, and nothing of what it took", () => {
    const sale = entryOf(club.evaluate(purchase({ ...asked, member: { standing } })));
    const { entries, standing: later } = passes(club, { standing: apply(standing, sale) }, "2027-01-31");
    expect(
      sale.postings.filter(({ lot, to }) => lot !== null && to === "club:credit.redeemed"),
    ).toMatchObject([{ amount: "10000", from: "member:credit.pending" }]);
    expect(entries.flatMap((entry) => (entry.kind === "advance" ? entry.expiries : []))).toMatchObject([
      { amount: "10000" },
      { amount: "4000" },
    ]);
    expect(later?.lots).toEqual([]);
  });
});

// R22.3, R22.6
describe("a tier that is not reached any more", () => {
  const club = cafe({
    wallets: [{ id: "credit", kind: "credit", expires: { endOf: "year", plus: 1 } }],
    offers: [BACK],
    tiers: {
      metric: "spend",
      period: "calendarYear",
      downgrade: "rejudge",
      ladder: [{ id: "bronze" }, { id: "silver", from: "150000" }],
    },
  });
  const standing = bought(club, [on("2026-11-21"), on("2026-11-22")], { birthDate: "1990-03-21" });

  it("is told of a month before, and falls on the first day of a year, before what lapses then", () => {
    // Silver of 1405 is kept through 1406.
    const decision = passes(club, { standing, birthDate: "1990-03-21" }, "2028-03-20");
    expect(brought(decision)).toEqual([
      "1406-01-01: birthday",
      "1406-11-29: reminder of silver until 2028-03-20T00:00, 150000 missing",
      "1406-12-22: reminder of 20000 credit until 2028-03-20T00:00",
      "1407-01-01: silver falls to bronze, 10000 credit lapse, 10000 credit lapse",
    ]);
  });
});
