import type { Condition, Member } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, lost, purchase } from "./club.js";

const NEWS = { fact: "news", operator: "equal", value: "good" };
const STUDENT = { fact: "isStudent", operator: "equal", value: true };
const HAS_100 = { fact: "basket.total", operator: "greaterThanInclusive", value: "100000" };
const HAS_500 = { fact: "basket.total", operator: "greaterThanInclusive", value: "500000" };

type Facts = Readonly<Record<string, unknown>>;

/** What comes of an offer under this condition, when a member buys for 100,000. */
function decide(when: Condition, facts: Facts = {}, member: Partial<Member> = {}) {
  const club = cafe({
    facts: { isStudent: "boolean", news: "text", score: "number", refund: "money" },
    offers: [{ id: "offer", when, benefit: { kind: "discount", percent: "10" } }],
  });
  return club.quote(purchase({ member, facts, lines: [100_000] }));
}

const fate = (...terms: Parameters<typeof decide>) => fateOf("offer", decide(...terms));

// R4.2 to R4.4
describe("a fact that nobody handed over", () => {
  it("is not true and not false: the offer is declined, and says what it lacked", () => {
    expect(lost(decide(STUDENT))).toEqual(["offer: factMissing isStudent"]);
    expect(fate(STUDENT, { isStudent: true })).toBe("given");
    expect(fate(STUDENT, { isStudent: false })).toBe("not listed");
  });

  it("nor is its opposite granted", () => {
    expect(fate({ not: STUDENT })).toBe("factMissing");
    expect(fate({ not: { not: STUDENT } })).toBe("factMissing");
    expect(fate({ not: STUDENT }, { isStudent: false })).toBe("given");
  });

  it("nor `notEqual`, `notIn` or `doesNotContain`", () => {
    expect(fate({ fact: "news", operator: "notEqual", value: "bad" })).toBe("factMissing");
    expect(fate({ fact: "news", operator: "notIn", value: ["bad", "worse"] })).toBe("factMissing");
    expect(fate({ fact: "member.segments", operator: "doesNotContain", value: "staff" })).toBe("factMissing");
  });

  it("null and a value of another type are as unknown as none", () => {
    for (const isStudent of [null, "true", 1, [true]])
      expect(fate(STUDENT, { isStudent })).toBe("factMissing");
    const score = { fact: "score", operator: "greaterThan", value: 5 };
    expect(fate(score, { score: [6] })).toBe("factMissing");
    expect(fate(score, { score: "0x10" })).toBe("factMissing");
    expect(fate(score, { score: "6" })).toBe("given");
  });
});

// R4.3, R4.18
describe("all, any and not beside an unknown fact", () => {
  it("all: false if anything is false, else unknown", () => {
    expect(fate({ all: [HAS_500, STUDENT] })).toBe("not listed");
    expect(fate({ all: [STUDENT, HAS_500] })).toBe("not listed");
    expect(fate({ all: [HAS_100, STUDENT] })).toBe("factMissing");
  });

  it("any: true if anything is true, else unknown", () => {
    expect(fate({ any: [STUDENT, HAS_100] })).toBe("given");
    expect(fate({ any: [STUDENT, HAS_500] })).toBe("factMissing");
  });

  it("not: what is false inside becomes true, what is unknown stays unknown", () => {
    expect(fate({ not: { all: [HAS_500, STUDENT] } })).toBe("given");
    expect(fate({ not: { all: [HAS_100, STUDENT] } })).toBe("factMissing");
    expect(fate({ not: { any: [HAS_100, STUDENT] } })).toBe("not listed");
    expect(fate({ not: { any: [HAS_500, STUDENT] } })).toBe("factMissing");
  });

  it("all that is missing is named", () => {
    expect(lost(decide({ all: [STUDENT, NEWS] }))).toEqual(["offer: factMissing isStudent and news"]);
  });

  it("all of nothing is true", () => {
    expect(fate({ all: [] })).toBe("given");
  });
});

// R4.2, R4.7
describe("a comparison of two facts", () => {
  const aboveRefund = { fact: "basket.total", operator: "greaterThan", value: { fact: "refund" } };

  it("compares them", () => {
    expect(fate(aboveRefund, { refund: "99999" })).toBe("given");
    expect(fate(aboveRefund, { refund: "100000" })).toBe("not listed");
  });

  it("is unknown where either is", () => {
    expect(lost(decide(aboveRefund))).toEqual(["offer: factMissing refund"]);
    expect(fate({ not: aboveRefund })).toBe("factMissing");
  });
});

// R5.2, R4.15
describe("a standing that says only some things", () => {
  const THIRD_VISIT = { fact: "member.visitNumber", operator: "greaterThanInclusive", value: 3 };

  it("leaves unknown what it does not say", () => {
    expect(lost(decide(THIRD_VISIT, {}, { standing: { tier: "bronze" } }))).toEqual([
      "offer: factMissing member.visitNumber",
    ]);
    expect(fate(THIRD_VISIT, {}, { standing: { visits: 2 } })).toBe("given");
  });

  it("while a member without any standing is new: no visits, nothing spent", () => {
    expect(fate(THIRD_VISIT)).toBe("not listed");
    expect(fate({ fact: "member.visitNumber", operator: "equal", value: 1 })).toBe("given");
    expect(fate({ fact: "member.spend", operator: "equal", value: "0" })).toBe("given");
    expect(fate({ fact: "member.tier", operator: "equal", value: "bronze" })).toBe("given");
  });

  it("whose tier the program does not have leaves the tier unknown", () => {
    const silver = { fact: "member.tier", operator: "equal", value: "silver" };
    const member = { standing: { tier: "platinum" } };
    expect(fate(silver, {}, member)).toBe("factMissing");
    expect(fate({ not: silver }, {}, member)).toBe("factMissing");
  });

  it("that says nothing of lots has none", () => {
    const empty = { fact: "member.balance", params: { wallet: "credit" }, operator: "equal", value: 0 };
    expect(fate(empty, {}, { standing: { visits: 2 } })).toBe("given");
  });
});

// R5.8, R5.4
describe("one offer's lack never harms another", () => {
  it("the one is declined, the other given", () => {
    const club = cafe({
      facts: { isStudent: "boolean" },
      offers: [
        { id: "a-student", when: STUDENT, benefit: { kind: "discount", percent: "50" } },
        { id: "b-basket", when: HAS_100, benefit: { kind: "discount", percent: "10" } },
      ],
    });
    const decision = club.quote(purchase({ lines: [100_000] }));
    expect([fateOf("a-student", decision), fateOf("b-basket", decision)]).toEqual(["factMissing", "given"]);
  });

  it("a birthday without a birth date is unknown", () => {
    const club = cafe({
      offers: [{ id: "birthday", birthday: {}, benefit: { kind: "credit", percent: "20" } }],
    });
    expect(fateOf("birthday", club.quote(purchase({ lines: [100_000] })))).toBe("factMissing");
  });

  it("credit whose expiry depends on a tier that is unknown is not given", () => {
    const club = cafe({
      wallets: [
        {
          id: "credit",
          kind: "credit",
          expires: { byTier: { bronze: { after: { months: 6 } }, silver: "never" } },
        },
      ],
      offers: [{ id: "back", benefit: { kind: "credit", percent: "10" } }],
    });
    const request = purchase({ member: { standing: { visits: 3 } }, lines: [100_000] });
    expect(lost(club.quote(request))).toEqual(["back: factMissing member.tier"]);
  });
});
