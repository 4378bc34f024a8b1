import { ClubError, type Offer, type Program, type Transaction } from "vafa";
import { describe, expect, it } from "vitest";
import { activity, cafe, charged, fateOf, given, guestPurchase, lost, purchase } from "./club.js";

const fiveThousand = { kind: "credit", fixed: "5000" } as const;

function offer(id: string, on: readonly string[], terms: Partial<Offer> = {}): Offer {
  return { id, on, always: true, benefit: fiveThousand, ...terms };
}

function score(fact: string, operator: string, value: number) {
  return { fact, operator, value };
}

/** What is wrong with a request, as `code path`. */
function wrong(request: unknown, program: Partial<Program> = {}): readonly string[] {
  try {
    cafe({ offers: [], ...program }).quote(request);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
}

// R5.7, R5.9
describe("a welcome gift on enrolment", () => {
  const club = cafe({ offers: [offer("welcome", ["enrolment"]), offer("base", ["purchase"])] });

  it("is given when the member joins, and not when they buy", () => {
    expect(given(club.quote(activity("enrolment")))).toEqual(["welcome: 5000 credit"]);
    expect(given(club.quote(purchase({ lines: [100_000] })))).toEqual(["base: 5000 credit"]);
  });

  it("costs nothing at the till: an activity has no lines and no amounts", () => {
    const { totals, lines } = club.quote(activity("enrolment"));
    expect(totals).toEqual({ list: "0", discount: "0", redeemed: "0", due: "0" });
    expect(lines).toEqual([]);
  });

  it("is not told at all on something else: an offer looks only at what it is on", () => {
    const { awards, declined } = club.quote(activity("checkIn"));
    expect([awards, declined]).toEqual([[], []]);
  });
});

// R5.7
describe("an offer on several", () => {
  const club = cafe({ offers: [offer("hello", ["checkIn", "review", "purchase"])] });

  it("is given on each of them", () => {
    for (const type of ["checkIn", "review"]) {
      expect(given(club.quote(activity(type)))).toEqual(["hello: 5000 credit"]);
    }
    expect(charged(club.quote(purchase({ lines: [100_000] })))).toEqual(["100000", "100000"]);
    expect(fateOf("hello", club.quote(purchase({ lines: [100_000] })))).toBe("given");
    expect(fateOf("hello", club.quote(activity("survey")))).toBe("not listed");
  });
});

// R4.15, R5.9
describe("a referral", () => {
  const role = (value: string) => ({ fact: "transaction.referral.role", operator: "equal", value });
  const bought = { fact: "transaction.referral.purchased", operator: "equal", value: true };
  const club = cafe({
    offers: [
      offer("advocate", ["referral"], {
        when: { all: [role("advocate"), bought] },
        benefit: { kind: "credit", fixed: "40000" },
      }),
      offer("friend", ["referral"], { when: role("friend"), benefit: { kind: "credit", fixed: "20000" } }),
    ],
  });
  const side = (referral: Transaction["referral"]) => club.quote(activity("referral", { referral }));

  it("gives the friend their own", () => {
    expect(given(side({ role: "friend", with: "reza" }))).toEqual(["friend: 20000 credit"]);
  });

  it("gives the advocate theirs once the friend has bought something", () => {
    expect(given(side({ role: "advocate", with: "reza", purchased: true }))).toEqual([
      "advocate: 40000 credit",
    ]);
    expect(side({ role: "advocate", with: "reza", purchased: false })).toMatchObject({
      awards: [],
      declined: [],
    });
  });

  it("does not guess whether the friend has bought", () => {
    expect(lost(side({ role: "advocate", with: "reza" }))).toEqual([
      "advocate: factMissing transaction.referral.purchased",
    ]);
  });

  it("is never with oneself, nor with a national code", () => {
    const referral = { role: "friend", with: "sara" } as const;
    expect(wrong(activity("referral", { referral }))).toEqual(["one-of /transaction/referral/with"]);
    const coded = { ...referral, with: "0013542419" };
    expect(wrong(activity("referral", { referral: coded }))).toEqual([
      "pii-in-id /transaction/referral/with",
    ]);
  });

  it("has two sides and no third", () => {
    const referral = { role: "uncle", with: "reza" };
    expect(
      wrong({ ...activity("referral"), transaction: { ...activity("referral").transaction, referral } }),
    ).toEqual(["enum /transaction/referral/role"]);
  });
});

// R1.3, R4.15
describe("a survey", () => {
  const club = cafe({
    groups: [{ id: "survey", limit: 2 }],
    offers: [
      offer("answered", ["survey"]),
      offer("make-good", ["survey"], {
        always: false,
        group: "survey",
        when: score("transaction.survey.score", "lessThanInclusive", 6),
        benefit: { kind: "credit", fixed: "20000" },
      }),
      offer("slow-service", ["survey"], {
        always: false,
        group: "survey",
        when: score("transaction.survey.scores.service", "lessThan", 3),
        benefit: { kind: "credit", fixed: "10000" },
      }),
    ],
  });
  const answer = (survey: Transaction["survey"]) => club.quote(activity("survey", { survey }));

  it("rewards the answer, and makes an unhappy one good", () => {
    expect(given(answer({ score: 9, scores: { service: 5 } }))).toEqual(["answered: 5000 credit"]);
    expect(given(answer({ score: 6, scores: { service: 2, taste: 10 } }))).toEqual([
      "answered: 5000 credit",
      "make-good: 20000 credit",
      "slow-service: 10000 credit",
    ]);
  });

  it("counts two decimals exactly: 6.01 is above 6, 2.99 below 3", () => {
    expect(given(answer({ score: "6.01", scores: { service: "2.99" } }))).toEqual([
      "answered: 5000 credit",
      "slow-service: 10000 credit",
    ]);
  });

  it("a score that was not asked for is unknown", () => {
    expect(lost(answer({ score: 9, scores: { taste: 10 } }))).toEqual([
      "slow-service: factMissing transaction.survey.scores.service",
    ]);
    expect(lost(answer({ score: 9 }))).toEqual([
      "slow-service: factMissing transaction.survey.scores.service",
    ]);
  });

  it("takes scores from 0 to 1000", () => {
    expect(wrong(activity("survey", { survey: { score: "1000", scores: { taste: 0 } } }))).toEqual([]);
    expect(wrong(activity("survey", { survey: { score: "1000.01" } }))).toEqual([
      "number-range /transaction/survey/score",
    ]);
    expect(wrong(activity("survey", { survey: { score: 5, scores: { taste: "1.234" } } }))).toEqual([
      "number-precision /transaction/survey/scores/taste",
    ]);
  });
});

// R4.12, R5.9
describe("an activity that the club invents", () => {
  const club = cafe({
    facts: { months: "number", isGift: "boolean" },
    offers: [
      offer("renewed", ["renewal"], {
        when: {
          all: [
            score("months", "greaterThanInclusive", 12),
            { not: { fact: "isGift", operator: "equal", value: true } },
          ],
        },
      }),
    ],
  });

  it("says what the program declares, in its own words", () => {
    expect(given(club.quote(activity("renewal", { activity: { months: 12, isGift: false } })))).toEqual([
      "renewed: 5000 credit",
    ]);
    expect(
      fateOf("renewed", club.quote(activity("renewal", { activity: { months: 6, isGift: false } }))),
    ).toBe("not listed");
  });

  it("what it leaves out the host may say of the request; what neither says is unknown", () => {
    const renewal = activity("renewal", { activity: { months: 12 }, facts: { isGift: false } });
    expect(fateOf("renewed", club.quote(renewal))).toBe("given");
    expect(lost(club.quote(activity("renewal", { activity: { months: 12 } })))).toEqual([
      "renewed: factMissing isGift",
    ]);
  });

  it("says nothing that the program does not declare, and nothing twice", () => {
    expect(wrong(activity("renewal", { activity: { month: 12 } }), { facts: { months: "number" } })).toEqual([
      "fact-unknown /transaction/activity/month",
    ]);
    const twice = activity("renewal", { activity: { months: 12 }, facts: { months: 6 } });
    expect(wrong(twice, { facts: { months: "number" } })).toEqual(["one-of /transaction/activity/months"]);
  });
});

// R5.7, R5.9
describe("what belongs to which transaction", () => {
  const survey = { score: 5 };

  it("a purchase has lines and a currency; an activity needs neither", () => {
    const { lines: _, currency: __, ...bare } = purchase({ lines: [1] }).transaction;
    expect(wrong({ transaction: bare })).toEqual([
      "required /transaction/lines",
      "required /transaction/currency",
    ]);
    expect(wrong({ transaction: { ...bare, type: "checkIn" } })).toEqual([]);
  });

  it("an activity has no lines and pays for nothing", () => {
    const lines = [{ id: "1", unitPrice: 1 }];
    const redeem = [{ wallet: "credit", amount: "max" }];
    expect(wrong(activity("checkIn", { lines, redeem } as object))).toEqual([
      "one-of /transaction/lines",
      "one-of /transaction/redeem",
    ]);
  });

  it("what is nearly the name of a known one is a slip", () => {
    const slip = (type: string) => hintsOf({ ...activity(type) });
    expect(slip("purchse")).toEqual(['did you mean "purchase"?']);
    expect(slip("checkin")).toEqual(['did you mean "checkIn"?']);
    expect(slip("renewal")).toEqual([]);
  });

  it("a survey's answer belongs to a survey, a referral's side to a referral", () => {
    expect(wrong(purchase({ lines: [1], survey }))).toEqual(["one-of /transaction/survey"]);
    const referral = { role: "friend", with: "reza" } as const;
    expect(wrong(activity("survey", { survey, referral }))).toEqual(["one-of /transaction/referral"]);
    expect(wrong(purchase({ lines: [1], activity: {} }))).toEqual(["one-of /transaction/activity"]);
  });

  it("an occasion is no transaction", () => {
    for (const type of ["birthday", "anniversary", "milestone", "inactivity", "start"]) {
      expect([type, wrong(activity(type))]).toEqual([type, ["one-of /transaction/type"]]);
    }
  });

  it("a guest may check in, and is told what a member would have", () => {
    const { member: _, ...guest } = activity("checkIn");
    const club = cafe({ offers: [offer("hello", ["checkIn"])] });
    expect(lost(club.quote(guest))).toEqual(["hello: worth 5000, memberRequired"]);
    expect(guestPurchase({ lines: [1] })).not.toHaveProperty("member");
  });
});

function hintsOf(request: unknown): readonly (string | undefined)[] {
  try {
    cafe({ offers: [] }).quote(request);
    return [];
  } catch (error) {
    return error instanceof ClubError ? error.issues.map(({ hint }) => hint) : [];
  }
}
