import type { Condition, Member } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, type MemberScene, on, persian, purchase } from "./club.js";

const DISCOUNT = { kind: "discount", percent: "10" } as const;

/** What comes of an offer with these terms, when a member buys for 100,000 or as the scene says. */
function fate(
  terms: Partial<Parameters<typeof cafe>[0]["offers"][number]>,
  scene: Partial<MemberScene> = {},
  program: Partial<Parameters<typeof cafe>[0]> = {},
): string {
  const club = cafe({ ...program, offers: [{ id: "offer", benefit: DISCOUNT, ...terms }] });
  return fateOf("offer", club.quote(purchase({ lines: [100_000], ...scene })));
}

const when = (condition: Condition, scene: Partial<MemberScene> = {}) => fate({ when: condition }, scene);

// R4.8, R4.17
describe("a code", () => {
  const typed = (...codes: readonly string[]) => fate({ code: ["YALDA"] }, { codes });

  it("is the same in small letters, with spaces around it and in full-width letters", () => {
    expect(["YALDA", "yalda ", "Yalda", "ＹＡＬＤＡ"].map((code) => typed(code))).toEqual([
      "given",
      "given",
      "given",
      "given",
    ]);
  });

  it("is another with a Cyrillic А, a letter more, or a space inside", () => {
    expect(["YАLDA", "YALDAS", "YAL DA", ""].map((code) => typed(code))).toEqual([
      "not listed",
      "not listed",
      "not listed",
      "not listed",
    ]);
  });

  it("is one of those presented; without any there is none", () => {
    expect(typed("NOWRUZ", "YALDA")).toBe("given");
    expect(typed()).toBe("not listed");
    expect(fate({ code: ["YALDA"] })).toBe("not listed");
  });

  it("may be any of several, written in any case", () => {
    expect(fate({ code: ["nowruz", "Yalda"] }, { codes: ["YALDA"] })).toBe("given");
  });
});

// R4.15, R4.17
describe("a channel and a place", () => {
  it("in the shop but not in the web shop", () => {
    expect(fate({ channel: ["store"] }, { channel: "store" })).toBe("given");
    expect(fate({ channel: ["store"] }, { channel: "web" })).toBe("not listed");
    expect(fate({ channel: ["store"] })).toBe("factMissing");
  });

  it("in one branch", () => {
    const here = { fact: "transaction.location", operator: "equal", value: "branch-3" };
    expect(when(here, { location: "branch-3" })).toBe("given");
    expect(when(here, { location: "branch-4" })).toBe("not listed");
  });

  it("paid partly in cash", () => {
    const cash = { fact: "transaction.tenders", operator: "contains", value: "cash" };
    expect(when(cash, { tenders: [{ type: "card" }, { type: "cash" }] })).toBe("given");
    expect(when(cash, { tenders: [{ type: "card" }] })).toBe("not listed");
  });
});

// R4.12, R4.16, R3.5, R3.10
describe("who the member is", () => {
  const of = (member: Partial<Member>) => ({ member });

  it("of one of these tiers", () => {
    expect(fate({ tier: ["silver"] }, of({ standing: { tier: "silver" } }))).toBe("given");
    expect(fate({ tier: ["silver"] }, of({ standing: { tier: "bronze" } }))).toBe("not listed");
    expect(fate({ tier: ["bronze", "silver"] }, of({ standing: { tier: "bronze" } }))).toBe("given");
  });

  it("in a segment", () => {
    const student = { fact: "member.segments", operator: "contains", value: "students" };
    expect(when(student, of({ segments: ["neighbours", "students"] }))).toBe("given");
    expect(when(student, of({ segments: [] }))).toBe("not listed");
    expect(when({ not: student }, of({ segments: [] }))).toBe("given");
  });

  it("with an attribute that the shop's own records hold, wherever it stands in them", () => {
    const attributes = { city: { path: "$.addresses[0].city", type: "text" } } as const;
    const fromShiraz = {
      when: { fact: "member.attributes.city", operator: "equal", value: "Shiraz" },
    };
    const living = (city: string) => of({ attributes: { addresses: [{ city }, { city: "Tehran" }] } });
    expect(fate(fromShiraz, living("Shiraz"), { attributes })).toBe("given");
    expect(fate(fromShiraz, living("Tehran"), { attributes })).toBe("not listed");
    expect(fate(fromShiraz, of({ attributes: { addresses: [] } }), { attributes })).toBe("factMissing");
  });

  it("of age on the 18th birthday, in the calendar of the birth date", () => {
    const adult = { fact: "member.age", operator: "greaterThanInclusive", value: 18 };
    const born = of({ birthDate: persian(1387, 9, 1) });
    expect(when(adult, { ...born, at: on("2026-11-21") })).toBe("not listed"); // 30 Aban 1405
    expect(when(adult, { ...born, at: on("2026-11-22") })).toBe("given"); // 1 Azar 1405
  });

  it("away for sixty days", () => {
    // From 22 September to 21 November 2026 are 8 + 31 + 21 = 60 days; the time of day counts for nothing.
    const away = { fact: "member.daysSinceLastVisit", operator: "greaterThanInclusive", value: 60 };
    const lastVisit = (lastVisitAt: string) => of({ standing: { lastVisitAt } });
    expect(when(away, lastVisit(on("2026-09-22", "23:30")))).toBe("given");
    expect(when(away, lastVisit(on("2026-09-23", "00:10")))).toBe("not listed");
  });

  it("on the wedding day", () => {
    const wedding = {
      fact: "member.daysToAnniversary",
      params: { name: "marriage" },
      operator: "equal",
      value: 0,
    };
    const married = (date: string) => of({ anniversaries: [{ name: "marriage", date }] });
    expect(when(wedding, married("2015-11-21"))).toBe("given");
    expect(when(wedding, married("2015-11-22"))).toBe("not listed");
    expect(when(wedding)).toBe("factMissing");
  });

  it("with 100,000 to spend: what has lapsed or is not active yet does not count", () => {
    const rich = {
      fact: "member.balance",
      params: { wallet: "credit" },
      operator: "greaterThanInclusive",
      value: 100_000,
    };
    const lot = (id: string, more: { readonly activeAt?: string; readonly expiresAt?: string }) => ({
      id,
      wallet: "credit",
      amount: "60000",
      ...more,
    });
    const having = (...lots: readonly ReturnType<typeof lot>[]) => of({ standing: { lots } });
    expect(when(rich, having(lot("l-1", {}), lot("l-2", {})))).toBe("given");
    expect(when(rich, having(lot("l-1", {}), lot("l-2", { expiresAt: on("2026-11-21", "17:30") })))).toBe(
      "not listed",
    );
    expect(when(rich, having(lot("l-1", {}), lot("l-2", { activeAt: on("2026-11-22") })))).toBe("not listed");
  });

  it("on every fifth visit", () => {
    const fifth = { fact: "member.visitNumber", operator: "multipleOf", value: 5 };
    const fates = [3, 4, 5, 9].map((visits) => when(fifth, of({ standing: { visits } })));
    expect(fates).toEqual(["not listed", "given", "not listed", "given"]);
  });
});

// R4.14
describe("what is in the basket", () => {
  const LINES = [
    { unitPrice: "40000", quantity: "0.5", sku: "C-1", category: "coffee" },
    { unitPrice: "30000", quantity: "2", sku: "K-1", category: "cake" },
    { unitPrice: "30000", quantity: "1", sku: "K-1", category: "cake" },
    { unitPrice: "10000", kind: "fee" as const, category: "cake" },
  ];
  const basket = (fact: string, category: string | undefined, value: number | string) =>
    when(
      { fact, ...(category === undefined ? {} : { params: { category } }), operator: "equal", value },
      { lines: LINES },
    );

  it("the total of some goods: three cakes of 30,000, no fee", () => {
    expect(basket("basket.total", "cake", "90000")).toBe("given");
    // half a kilo of coffee is 20,000
    expect(basket("basket.total", undefined, "110000")).toBe("given");
  });

  it("their quantity, also in parts", () => {
    expect(basket("basket.quantity", "cake", 3)).toBe("given");
    expect(basket("basket.quantity", "coffee", "0.5")).toBe("given");
    expect(basket("basket.quantity", "tea", 0)).toBe("given");
  });

  it("how many different goods: the cake stands on two lines and is one", () => {
    expect(basket("basket.distinctItems", undefined, 2)).toBe("given");
  });

  it("9 is less than 10, although the text is not", () => {
    const lines = [{ unitPrice: "1", quantity: "9" }];
    expect(when({ fact: "basket.quantity", operator: "greaterThan", value: "10" }, { lines })).toBe(
      "not listed",
    );
    expect(when({ fact: "basket.quantity", operator: "lessThan", value: "10" }, { lines })).toBe("given");
  });
});

// R4.8
describe("a category", () => {
  it("is compared letter by letter: shoes with an Arabic kaf are not shoes with a Persian kaf", () => {
    const shoes = { fact: "basket.quantity", params: { category: "کفش" }, operator: "greaterThan", value: 0 };
    expect(when(shoes, { lines: [{ unitPrice: "10000", category: "کفش" }] })).toBe("given");
    expect(when(shoes, { lines: [{ unitPrice: "10000", category: "كفش" }] })).toBe("not listed");
  });
});

// R4.1, R4.7, R4.10, R4.17
describe("conditions put together", () => {
  const CAKE = { fact: "basket.quantity", params: { category: "cake" }, operator: "greaterThan", value: 0 };
  const COFFEE = {
    fact: "basket.quantity",
    params: { category: "coffee" },
    operator: "greaterThan",
    value: 0,
  };
  const conditions = { combo: { all: [CAKE, COFFEE] }, quiet: { not: { condition: "combo" } } };
  const named = (name: string, ...categories: readonly string[]) =>
    fate(
      { when: { condition: name } },
      { lines: categories.map((category) => ({ unitPrice: "10000", category })) },
      { conditions },
    );

  it("by name: cake and coffee", () => {
    expect(named("combo", "cake", "coffee")).toBe("given");
    expect(named("combo", "cake", "tea")).toBe("not listed");
  });

  it("by the name of their opposite", () => {
    expect(named("quiet", "cake", "coffee")).toBe("not listed");
    expect(named("quiet", "cake", "tea")).toBe("given");
  });

  it("with a fact that the program declares", () => {
    const facts = { isStudent: "boolean" } as const;
    const student = { when: { fact: "isStudent", operator: "equal", value: true } };
    expect(fate(student, { facts: { isStudent: true } }, { facts })).toBe("given");
    expect(fate(student, { facts: { isStudent: false } }, { facts })).toBe("not listed");
  });

  it("with another fact on the right: this purchase is more than all that was spent before", () => {
    const more = { fact: "basket.total", operator: "greaterThan", value: { fact: "member.spend" } };
    expect(when(more, { member: { standing: { spend: "99999" } } })).toBe("given");
    expect(when(more, { member: { standing: { spend: "100000" } } })).toBe("not listed");
  });

  it("everything that an offer asks for must hold: tier, code, channel and condition", () => {
    const terms = { tier: ["silver"], code: ["YALDA"], channel: ["web"], when: CAKE };
    const scene = {
      member: { standing: { tier: "silver" } },
      codes: ["YALDA"],
      channel: "web",
      lines: [{ unitPrice: "10000", category: "cake" }],
    };
    expect(fate(terms, scene)).toBe("given");
    expect(fate(terms, { ...scene, member: { standing: { tier: "bronze" } } })).toBe("not listed");
    expect(fate(terms, { ...scene, codes: [] })).toBe("not listed");
    expect(fate(terms, { ...scene, channel: "store" })).toBe("not listed");
    expect(fate(terms, { ...scene, lines: [10_000] })).toBe("not listed");
  });
});
