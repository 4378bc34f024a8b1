import { type Member, type Offer, openClub, type Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, offer, on, persian, visits } from "./club.js";
import { brought, passes } from "./passing.js";
import subscription from "./programs/subscription.json" with { type: "json" };

/** Who hears of what is theirs, and of offers. */
const HEARS: Pick<Member, "contact"> = {
  contact: { channels: ["sms"], locale: "fa", consent: { service: true, promotional: true } },
};

/** An offer of credit on an occasion. */
function onThe(type: string, amount: string, more: Partial<Offer> = {}): Offer {
  return offer(`${type}-gift`, { kind: "credit", fixed: amount }, { on: [type], ...more });
}

const SINCE_1404 = { joinedAt: on("2025-06-01") };

// R22.7, R22.8
describe("a birthday", () => {
  const sara = { ...SINCE_1404, ...HEARS, birthDate: persian(1370, 9, 30) };

  it("is greeted each year at the start of its day, and the gift stands in the greeting", () => {
    const club = cafe({ offers: [onThe("birthday", "50000")] });
    const decision = passes(club, sara, "2027-01-01");
    expect(brought(decision)).toEqual([
      "1404-09-30: birthday, birthday-gift: 50000 credit",
      "1405-09-30: birthday, birthday-gift: 50000 credit",
    ]);
    expect(decision.intents.map(({ topic }) => topic)).toEqual(["birthday", "birthday"]);
    expect(decision.intents[0]?.text).toContain("تولدتان مبارک! هدیه: ۵۰٬۰۰۰ تومان");
  });

  it("is greeted without a gift, too, where the club has none", () => {
    const decision = passes(cafe({ offers: [] }), sara, "2026-01-01");
    expect(brought(decision)).toEqual(["1404-09-30: birthday"]);
    expect(decision.intents.map(({ text }) => text)).toEqual(["تولدتان مبارک!"]);
    expect(decision.entries[0]).toMatchObject({
      kind: "activity",
      transaction: { type: "birthday" },
      awards: [],
    });
  });

  it("is written down, and nobody hears of it, where the member did not agree to that", () => {
    const { entries, intents } = passes(cafe({ offers: [] }), { ...sara, contact: {} }, "2026-01-01");
    expect([entries.length, intents]).toEqual([1, []]);
  });

  it("does not come on the day one is born, nor to who does not say when that was", () => {
    const club = cafe({ offers: [] });
    const child = { joinedAt: on("2025-06-01"), birthDate: "2025-07-01" };
    expect(brought(passes(club, child, "2026-07-01"))).toEqual(["1405-04-10: birthday"]);
    expect(brought(passes(club, SINCE_1404, "2030-01-01"))).toEqual([]);
  });

  it("that purchases are rewarded on, too, is rewarded once in its year", () => {
    const terms = { on: ["birthday", "purchase"], birthday: { before: 3, after: 3 } };
    const club = cafe({ offers: [onThe("birthday", "50000", terms)] });
    const { standing } = visits(club, sara, [{ at: on("2026-12-19"), lines: [10_000] }]);
    const decision = passes(club, { ...sara, ...(standing && { standing }) }, "2026-12-22");
    expect(brought(decision)).toEqual(["1405-09-30: birthday"]);
    const [entry] = decision.entries;
    expect(entry?.kind === "activity" && entry.declined).toMatchObject([
      { offer: "birthday-gift", reason: "limitReached" },
    ]);
  });
});

// R22.7, R3.3: 1405 to 1407 have 29 days of Esfand, 1408 has 30.
describe("a birthday on 30 Esfand", () => {
  const sara = { joinedAt: on("2026-03-21"), birthDate: persian(1375, 12, 30) };
  const days = (...leapDays: readonly ("before" | "after" | "exact" | undefined)[]) => {
    const offers = leapDays.map((leapDay, index) =>
      offer(
        `${leapDay ?? "usual"}-${index}`,
        { kind: "credit", fixed: "1" },
        {
          on: ["birthday"],
          always: true,
          ...(leapDay === undefined ? {} : { birthday: { leapDay } }),
        },
      ),
    );
    return brought(passes(cafe({ offers }), sara, "2030-12-31"));
  };

  it("comes on the 29th in other years", () => {
    const usual = [
      "1405-12-29: birthday",
      "1406-12-29: birthday",
      "1407-12-29: birthday",
      "1408-12-30: birthday",
    ];
    expect(days()).toEqual(usual);
    expect(days(undefined)).toEqual(usual.map((row) => `${row}, usual-0: 1 credit`));
    expect(days("before")).toEqual(usual.map((row) => `${row}, before-0: 1 credit`));
  });

  it("or on the day after, where the club's offer says so", () => {
    expect(days("after")).toEqual([
      "1406-01-01: birthday, after-0: 1 credit",
      "1407-01-01: birthday, after-0: 1 credit",
      "1408-01-01: birthday, after-0: 1 credit",
      "1408-12-30: birthday, after-0: 1 credit",
    ]);
  });

  it("or is given on every fourth year alone, and greeted in the others all the same", () => {
    expect(days("exact")).toEqual([
      "1405-12-29: birthday",
      "1406-12-29: birthday",
      "1407-12-29: birthday",
      "1408-12-30: birthday, exact-0: 1 credit",
    ]);
  });

  it("has each offer on its own day, where they differ", () => {
    expect(days("before", "after").slice(0, 2)).toEqual([
      "1405-12-29: birthday, before-0: 1 credit",
      "1406-01-01: birthday, after-1: 1 credit",
    ]);
    expect(days("before", "after").at(-1)).toBe(
      "1408-12-30: birthday, after-1: 1 credit, before-0: 1 credit",
    );
  });
});

// R22.7
describe("three, six and twelve months of a subscription", () => {
  const club = openClub({ ...subscription, notifications: { remind: { expiring: [] } } });
  const sara = { joinedAt: on("2026-08-31", "16:00") };

  it("bring a drink each, on the day of the months in the club's calendar", () => {
    // Joined on 9 Shahrivar 1405: so 9 Azar, 9 Esfand and 9 Shahrivar. The drink is there for 30 days.
    expect(brought(passes(club, sara, "2027-09-30"))).toEqual([
      "1405-09-09: milestone, milestone-months: a voucher for seasonal-drink",
      "1405-10-09: a voucher lapses",
      "1405-12-09: milestone, milestone-months: a voucher for seasonal-drink",
      "1406-01-10: a voucher lapses",
      "1406-06-09: milestone, milestone-months: a voucher for seasonal-drink",
      "1406-07-08: a voucher lapses",
    ]);
  });

  it("are none of who does not say when they joined", () => {
    const standing = { visits: 1, lastVisitAt: on("2026-08-31") };
    expect(brought(passes(club, { standing }, "2027-09-30"))).toEqual([]);
  });

  it("are each looked at by the offers of that day alone", () => {
    const at = (months: number) =>
      ({ on: ["milestone"], milestone: { since: "joinedAt", at: [{ months }] } }) as const;
    const offers = [
      offer("half", { kind: "credit", fixed: "6" }, at(6)),
      offer("quarter", { kind: "credit", fixed: "3" }, at(3)),
    ];
    expect(brought(passes(cafe({ offers }), sara, "2027-09-30"))).toEqual([
      "1405-09-09: milestone, quarter: 3 credit",
      "1405-12-09: milestone, half: 6 credit",
    ]);
  });
});

// R22.7
describe("a wedding day", () => {
  const anniversaries = [
    { name: "marriage", date: "2015-06-12" },
    { name: "first-cup", date: persian(1400, 3, 22) },
  ];
  const sara = { ...SINCE_1404, anniversaries };
  const gift = (name: string, amount: string) =>
    offer(name, { kind: "credit", fixed: amount }, { on: ["anniversary"], anniversary: { name } });

  it("comes back each year, where an offer asks for it by its name", () => {
    expect(brought(passes(cafe({ offers: [gift("marriage", "90000")] }), sara, "2027-01-01"))).toEqual([
      "1404-03-22: anniversary, marriage: 90000 credit",
      "1405-03-22: anniversary, marriage: 90000 credit",
    ]);
    expect(brought(passes(cafe({ offers: [gift("graduation", "1")] }), sara, "2027-01-01"))).toEqual([]);
    expect(brought(passes(cafe({ offers: [] }), sara, "2027-01-01"))).toEqual([]);
  });

  it("and another day of theirs on the same date are two occasions, which do not compete", () => {
    const club = cafe({ offers: [gift("marriage", "90000"), gift("first-cup", "1000")] });
    const decision = passes(club, sara, "2025-12-31");
    expect(brought(decision)).toEqual([
      "1404-03-22: anniversary, first-cup: 1000 credit",
      "1404-03-22: anniversary, marriage: 90000 credit",
    ]);
    expect(new Set(decision.entries.map(({ id }) => id)).size).toBe(2);
  });
});

// R22.7
describe("a member who stays away", () => {
  const club = cafe({
    offers: [
      onThe("inactivity", "40000", { inactivity: { away: { days: 60 } } }),
      offer(
        "long-gone",
        { kind: "credit", fixed: "90000" },
        {
          on: ["inactivity"],
          inactivity: { away: { months: 6 } },
        },
      ),
    ],
  });
  const away = (moments: readonly string[], until: string) => {
    const { standing } = visits(
      club,
      HEARS,
      moments.map((at) => ({ at, lines: [100_000] })),
    );
    return passes(club, { ...HEARS, ...(standing && { standing }) }, until);
  };

  it("is called back 60 days after the last visit, and once more after six months", () => {
    const decision = away([on("2026-11-21", "17:30")], "2028-01-01");
    // 30 Aban and 60 days are 30 Dey; six months are 30 Ordibehesht.
    expect(brought(decision)).toEqual([
      "1405-10-30: inactivity, inactivity-gift: 40000 credit",
      "1406-02-30: inactivity, long-gone: 90000 credit",
    ]);
    expect(decision.intents.map(({ topic }) => topic)).toEqual(["winback", "winback"]);
  });

  it("is called back again in the next absence, and not while they come", () => {
    const often = away([on("2026-11-21"), on("2027-01-19"), on("2027-03-01")], "2027-04-29");
    expect(brought(often)).toEqual([]);
    const { standing } = away([on("2026-11-21")], "2027-02-01");
    const back = visits(club, standing === undefined ? {} : { standing }, [
      { at: on("2027-02-10"), lines: [1] },
    ]);
    expect(
      brought(passes(club, { ...(back.standing && { standing: back.standing }) }, "2027-04-30")),
    ).toEqual(["1406-01-22: inactivity, inactivity-gift: 40000 credit"]);
  });

  it("is nobody who has never come", () => {
    expect(brought(passes(club, SINCE_1404, "2028-01-01"))).toEqual([]);
  });
});

// R22.7, R2.7
describe("the first day of a campaign", () => {
  it("comes each year, in the club's calendar", () => {
    const yearly = { from: { month: 1, day: 1 }, to: { month: 1, day: 13 } };
    const club = cafe({ offers: [onThe("start", "14050", { window: { yearly } })] });
    expect(brought(passes(club, SINCE_1404, "2027-12-31"))).toEqual([
      "1405-01-01: start, start-gift: 14050 credit",
      "1406-01-01: start, start-gift: 14050 credit",
    ]);
  });

  it("is a day earlier in a year that has no such day", () => {
    const yearly = { from: { month: 12, day: 30 }, to: { month: 1, day: 13 } };
    const club = cafe({ offers: [onThe("start", "1", { window: { yearly } })] });
    const member = { joinedAt: on("2028-06-01") };
    expect(brought(passes(club, member, "2030-12-31"))).toEqual([
      "1407-12-29: start, start-gift: 1 credit",
      "1408-12-30: start, start-gift: 1 credit",
    ]);
  });

  it("comes once where the window is one, and never to who joined later", () => {
    const club = cafe({
      offers: [onThe("start", "7", { window: { from: "2026-12-20", to: "2026-12-22" } })],
    });
    expect(brought(passes(club, SINCE_1404, "2028-01-01"))).toEqual([
      "1405-09-29: start, start-gift: 7 credit",
    ]);
    expect(brought(passes(club, { joinedAt: on("2026-12-20", "00:00") }, "2028-01-01"))).toEqual([]);
  });
});

// R22.8
describe("an offer on an occasion", () => {
  const birthDate = persian(1370, 9, 30);

  it("is judged by its condition, its facts and its limits like any other", () => {
    const terms: Partial<Program> = {
      facts: { isStudent: "boolean" },
      attributes: { city: { path: "$.city", type: "text" } },
    };
    const student = { fact: "isStudent", operator: "equal", value: true };
    const shirazi = { fact: "member.attributes.city", operator: "equal", value: "Shiraz" };
    const club = cafe({
      ...terms,
      offers: [
        onThe("birthday", "1", { id: "of-students", when: { all: [student] }, always: true }),
        onThe("birthday", "2", { id: "of-shiraz", when: { all: [shirazi] }, always: true }),
        onThe("birthday", "3", {
          id: "once",
          always: true,
          limits: { perMember: { count: 1, per: "lifetime" } },
        }),
      ],
    });
    const member = { id: "sara", ...SINCE_1404, birthDate, attributes: { city: "Shiraz" } };
    const at = on("2027-01-01", "00:00");
    expect(brought(club.advance({ member, at, facts: { isStudent: true } }))).toEqual([
      "1404-09-30: birthday, of-shiraz: 2 credit, of-students: 1 credit, once: 3 credit",
      "1405-09-30: birthday, of-shiraz: 2 credit, of-students: 1 credit",
    ]);
    const [entry] = club.advance({ member, at }).entries;
    expect(entry?.kind === "activity" && entry.declined).toMatchObject([
      { offer: "of-students", reason: "factMissing", missing: ["isStudent"] },
    ]);
  });

  it("competes with those of the same occasion, and the best is given", () => {
    const offers = [onThe("birthday", "5", { id: "small" }), onThe("birthday", "9", { id: "large" })];
    expect(brought(passes(cafe({ offers }), { ...SINCE_1404, birthDate }, "2026-01-01"))).toEqual([
      "1404-09-30: birthday, large: 9 credit",
    ]);
  });

  it("draws on the club's budget, and what one year took the next finds gone", () => {
    const club = cafe({
      budgets: [{ id: "gifts", amount: "10000" }],
      offers: [onThe("birthday", "6000", { limits: { budget: "gifts" } })],
    });
    const asked = { member: { id: "sara", ...SINCE_1404, birthDate }, at: on("2028-01-01") };
    const decision = club.advance({ ...asked, clubUses: [{ budget: "gifts", amount: "1000" }] });
    expect(brought(decision)).toEqual([
      "1404-09-30: birthday, birthday-gift: 6000 credit",
      "1405-09-30: birthday, birthday-gift: 3000 credit",
      "1406-09-30: birthday",
    ]);
    expect(decision.clubUses).toEqual([
      { amount: "6000", budget: "gifts" },
      { amount: "3000", budget: "gifts" },
    ]);
  });

  it("counts for limits of the whole club, row by row", () => {
    const club = cafe({ offers: [onThe("birthday", "6000", { limits: { inAll: { uses: 2 } } })] });
    const decision = passes(club, { ...SINCE_1404, birthDate }, "2029-01-01");
    expect(brought(decision).map((row) => row.includes("credit"))).toEqual([true, true, false, false]);
    expect(decision.clubUses).toEqual([
      { members: 1, offer: "birthday-gift", uses: 1 },
      { members: 0, offer: "birthday-gift", uses: 1 },
    ]);
  });

  it("is neither a visit nor spend, nor an end of an absence", () => {
    const club = cafe({ offers: [onThe("birthday", "6000")] });
    const { standing } = visits(club, {}, [{ at: on("2026-11-21"), lines: [100_000] }]);
    const later = passes(club, { birthDate, ...(standing && { standing }) }, "2027-01-01").standing;
    expect([later?.visits, later?.spend, later?.lastVisitAt]).toEqual([1, "100000", on("2026-11-21")]);
    expect(later?.advancedTo).toBe("2026-12-21T00:00:00+03:30");
  });
});
