import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import program from "../../examples/01-cafe/program.json" with { type: "json" };
import request from "../../examples/01-cafe/request.json" with { type: "json" };
import { BIRTHDAY } from "../scenarios/five-offers.js";
import { hear, NAMED_BASKET, POINTS, SERVICE_ONLY, talkingCafe, texts } from "./hear.js";

const ENGLISH = { locale: "en", channels: ["sms"], consent: { service: true, promotional: true } } as const;
const service = { locale: "en", ...SERVICE_ONLY };
const apart = { merge: false };
/** 1,200 points and 40,000 of credit from before. */
const SAVER = {
  standing: {
    tier: "silver",
    balances: [
      { wallet: "points", amount: "1200" },
      { wallet: "credit", amount: "40000" },
    ],
  },
};
const noBirthday = { birthDate: "1990-01-01" };

// R15.2, R15.3
describe("what a member reads of each topic", () => {
  it("a purchase recorded", () => {
    const club = talkingCafe(apart, []);
    expect(texts(club)).toEqual(["خرید ۶۰۰٬۰۰۰ تومان ثبت شد"]);
    expect(texts(club, { contact: ENGLISH })).toEqual(["Purchase recorded: 600,000 toman"]);
  });

  it("a purchase recorded with what it saved", () => {
    const club = talkingCafe({}, [NAMED_BASKET]);
    expect(texts(club, { contact: SERVICE_ONLY })).toEqual(["خرید ۵۴۰٬۰۰۰ تومان با ۶۰٬۰۰۰ تومان تخفیف"]);
    expect(texts(club, { contact: service })).toEqual([
      "Purchase recorded: 540,000 toman, saved 60,000 toman",
    ]);
  });

  it("a birthday, which is said by its own topic, not as another offer", () => {
    const club = talkingCafe(apart, [BIRTHDAY]);
    expect(texts(club)[1]).toBe("تولدتان مبارک! هدیه: ۱۲۰٬۰۰۰ تومان اعتبار");
    expect(texts(club, { contact: ENGLISH })[1]).toBe("Happy birthday! You got 120,000 toman credit");
    expect(hear(club).map(({ topic }) => topic)).toEqual(["transaction.recorded", "birthday", "earned"]);
  });

  it("an offer awarded, by its name in their language, else in another, else its id", () => {
    const named = (name: object) => talkingCafe(apart, [{ ...NAMED_BASKET, name: { ...name } }]);
    const both = named(NAMED_BASKET.name);
    expect(texts(both)[1]).toBe("تخفیف سبد بزرگ: ۶۰٬۰۰۰ تومان تخفیف");
    expect(texts(both, { contact: ENGLISH })[1]).toBe("Big basket: 60,000 toman off");
    expect(texts(named({ fa: "سبد" }), { contact: ENGLISH })[1]).toBe("سبد: 60,000 toman off");
    expect(texts(named({}), { contact: ENGLISH })[1]).toBe("big-basket: 60,000 toman off");
  });

  it("not of an offer that is given to all: what it gave stands with the wallets", () => {
    expect(hear(talkingCafe({}, [POINTS])).map(({ template }) => template)).toEqual([
      "transaction.recorded+earned",
    ]);
  });

  it("points and credit earned, with the balance where that says more", () => {
    const club = talkingCafe(apart, [POINTS]);
    expect(texts(club)[1]).toBe("۶۰ امتیاز گرفتید");
    expect(texts(club, { member: SAVER })[1]).toBe("۶۰ امتیاز گرفتید، مانده ۱٬۲۶۰");
    expect(texts(club, { contact: ENGLISH })[1]).toBe("60 points earned");
    expect(texts(club, { contact: ENGLISH, member: SAVER })[1]).toBe("60 points earned, balance 1,260");
    expect(texts(club, { contact: ENGLISH, lines: [10_000] })[1]).toBe("1 point earned");
    const credit = talkingCafe(apart, [BIRTHDAY]);
    expect(texts(credit, { contact: service, member: SAVER })[1]).toBe(
      "120,000 toman credit earned, balance 160,000 toman",
    );
    expect(texts(credit, { contact: SERVICE_ONLY, member: SAVER })[1]).toBe(
      "۱۲۰٬۰۰۰ تومان اعتبار گرفتید، مانده ۱۶۰٬۰۰۰ تومان",
    );
  });

  it("what is earned and cannot be spent yet, beside what can", () => {
    const wallets = [{ id: "points", kind: "points", worth: "50", activatesAfter: { days: 2 } }] as const;
    const club = talkingCafe(apart, [POINTS], { wallets });
    const balances = (amount: string) => ({ standing: { balances: [{ wallet: "points", amount }] } });
    expect(texts(club)[1]).toBe("۶۰ امتیاز گرفتید، مانده ۰");
    expect(texts(club, { member: balances("60") })[1]).toBe("۶۰ امتیاز گرفتید، مانده ۶۰");
  });

  it("wallets by their own names, and money in the currency of the club", () => {
    const wallets = [
      { id: "stars", kind: "points", worth: "50", name: { fa: "ستاره", en: "stars" } },
      { id: "credit", kind: "credit", name: { en: "café money" } },
    ] as const;
    const terms = { wallets, currency: { code: "EUR", digits: 2 }, locale: "en" };
    const club = talkingCafe(apart, [POINTS, BIRTHDAY], terms);
    const request = { currency: "EUR", lines: [{ unitPrice: "1234567.50" }] };
    expect(texts(club, request)).toEqual([
      "Purchase recorded: 1,234,567.50 EUR",
      "Happy birthday! You got 246,913.50 EUR café money",
      "123 stars earned\n246,913.50 EUR café money earned",
    ]);
    const fa = { contact: { ...ENGLISH, locale: "fa" }, ...request };
    expect(texts(club, fa)[0]).toBe("خرید ۱٬۲۳۴٬۵۶۷٫۵۰ EUR ثبت شد");
    expect(texts(talkingCafe({}, [], { currency: { code: "IRR", digits: 0 } }), { currency: "IRR" })).toEqual(
      ["خرید ۶۰۰٬۰۰۰ ریال ثبت شد"],
    );
  });
});

// R15.4
describe("one message says nothing twice", () => {
  it("of a gift that was told, only the balance", () => {
    const club = talkingCafe({}, [POINTS, BIRTHDAY]);
    expect(texts(club, { member: SAVER })).toEqual([
      [
        "خرید ۶۰۰٬۰۰۰ تومان ثبت شد",
        "تولدتان مبارک! هدیه: ۱۲۰٬۰۰۰ تومان اعتبار",
        "ماندهٔ اعتبار: ۱۶۰٬۰۰۰ تومان",
        "۶۰ امتیاز گرفتید، مانده ۱٬۲۶۰",
      ].join("\n"),
    ]);
    expect(texts(club, { contact: ENGLISH, member: SAVER })[0]).toContain("\nYour credit: 160,000 toman");
  });

  it("and of a first gift, which is its own balance, nothing more", () => {
    expect(texts(talkingCafe({}, [BIRTHDAY]))).toEqual([
      "خرید ۶۰۰٬۰۰۰ تومان ثبت شد\nتولدتان مبارک! هدیه: ۱۲۰٬۰۰۰ تومان اعتبار",
    ]);
  });

  it("the café's Persian SMS takes 2 segments at most, whatever the member agreed to and has", () => {
    const club = openClub(program);
    const sizes = [false, true].flatMap((promotional) =>
      [
        [],
        [["credit", "40000"]],
        [["points", "1200"]],
        Object.entries({ credit: "40000", points: "1200" }),
      ].map((had) => {
        const { member } = request;
        const balances = had.map(([wallet = "", amount = ""]) => ({ wallet, amount }));
        const contact = { ...member.contact, consent: { service: true, promotional } };
        const standing = { ...member.standing, balances };
        const { intents = [] } = club.evaluate({ ...request, member: { ...member, contact, standing } });
        expect(intents).toHaveLength(1);
        return intents[0]?.sms;
      }),
    );
    expect(sizes.map((size) => size?.encoding)).toEqual(sizes.map(() => "UCS-2"));
    expect(sizes.map((size) => size?.units)).toEqual([76, 97, 89, 110, 90, 119, 103, 132]);
    expect(Math.max(...sizes.map((size) => size?.segments ?? 9))).toBe(2);
  });
});

describe("Persian is written with Persian letters, digits and separators", () => {
  it("and no others, and without marks that an SMS pays for", () => {
    const all = [apart, {}].flatMap((notifications) =>
      [{}, { member: SAVER }, { member: noBirthday }].flatMap((hearing) =>
        texts(talkingCafe(notifications), hearing),
      ),
    );
    expect(all.length).toBeGreaterThan(8);
    for (const text of all) {
      expect(text).toMatch(/^[\u0600-\u06ff\u200c :!\n]+$/);
      expect(text).not.toMatch(/[يكى\u0660-\u0669]/);
    }
  });
});
