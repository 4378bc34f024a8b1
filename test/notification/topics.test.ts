import type { Offer, Program, Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { smsLength } from "../../src/notification/sms-length.js";
import { TOPIC_NAMES, topicOf } from "../../src/program/topics.js";
import { activity, on, persian, purchase } from "../scenarios/club.js";
import { SCENES } from "./every-topic.js";
import { ears, heardOf, inBoth } from "./hear-activities.js";

const TENTH: Offer = {
  id: "tenth-coffee",
  by: "voucher",
  name: { fa: "قهوهٔ رایگان", en: "Free coffee" },
  benefit: { kind: "discount", percent: "5" },
};
const CAKE: Offer = {
  id: "cake",
  name: { fa: "شیرینی یلدا", en: "Yalda sweets" },
  benefit: {
    kind: "gift",
    gifts: [{ id: "cake", worth: "50000", name: { fa: "کیک هندوانه", en: "Melon cake" } }],
  },
};
const voucher = (terms: Partial<Offer> = {}): Offer => ({
  id: "thanks",
  always: true,
  benefit: { kind: "voucher", offer: "tenth-coffee", expires: { after: { months: 2 } } },
  ...terms,
});

// R15.2, R15.3
describe("every topic has words of its own, in Persian and in English", () => {
  const told = (topic: (typeof TOPIC_NAMES)[number], locale: "fa" | "en") =>
    SCENES[topic].hear(locale).filter((intent) => intent.template === topic);

  it.each(TOPIC_NAMES)("%s", (topic) => {
    const { fa, en } = SCENES[topic];
    expect(told(topic, "fa").map(({ text }) => text)).toEqual([fa]);
    expect(told(topic, "en").map(({ text }) => text)).toEqual([en]);
    expect([fa, en].filter((text) => /[يكى\u0660-\u0669]|[{}]/.test(text))).toEqual([]);
  });

  it.each(TOPIC_NAMES)(
    "%s: with the parameters, the category and the reader it is declared with",
    (topic) => {
      const { params, category, hears = "member" } = topicOf(topic);
      const [intent] = told(topic, "fa");
      expect(intent?.params.map(({ name }) => name)).toEqual(params);
      expect(intent?.category).toBe(category);
      expect(Object.keys(intent?.to ?? {})).toEqual([hears === "shop" ? "shop" : "memberId"]);
    },
  );

  it.each(TOPIC_NAMES)("%s: as short as an SMS of one segment", (topic) => {
    const { fa, en } = SCENES[topic];
    expect(smsLength(fa).segments).toBe(1);
    expect(smsLength(en)).toMatchObject({ encoding: "GSM-7", segments: 1 });
  });

  it.each(TOPIC_NAMES)("%s: under ids that a retry has again", (topic) => {
    const ids = () => SCENES[topic].hear("fa").map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });
});

// R15.2, R15.3
describe("what a member reads", () => {
  it("on joining: welcome, by the name of the club where it has one", () => {
    const name = { fa: "کافه نادری", en: "Café Naderi" };
    expect(inBoth({ type: "enrolment" }, [], { name })).toEqual([
      "به کافه نادری خوش آمدید",
      "Welcome to Café Naderi",
    ]);
    expect(inBoth({ type: "enrolment" })).toEqual(["به باشگاه ما خوش آمدید", "Welcome to our club"]);
    const gift: Offer = {
      id: "hello",
      on: ["enrolment"],
      always: true,
      benefit: { kind: "points", fixed: "50" },
    };
    expect(inBoth({ type: "enrolment" }, [gift])).toEqual([
      "به باشگاه ما خوش آمدید\n۵۰ امتیاز گرفتید",
      "Welcome to our club\n50 points earned",
    ]);
  });

  it("of an activity, nothing of a purchase", () => {
    expect(inBoth({ type: "checkIn" })).toEqual([]);
  });

  it("of a gift", () => {
    expect(inBoth({}, [CAKE])).toEqual([
      "خرید ۱۰۰٬۰۰۰ تومان ثبت شد\nهدیهٔ شما: کیک هندوانه",
      "Purchase recorded: 100,000 toman\nYour gift: Melon cake",
    ]);
  });

  it("of a voucher, with the last day it is good on: in Persian a Persian date, in English a Gregorian", () => {
    // 30 Aban 1405 and two months: 30 Dey 1405, 20 January 2027, 17:30.
    expect(inBoth({}, [TENTH, voucher()])).toEqual([
      "خرید ۱۰۰٬۰۰۰ تومان ثبت شد\nبن شما: قهوهٔ رایگان، تا ۱۴۰۵/۱۰/۳۰",
      "Purchase recorded: 100,000 toman\nYour voucher: Free coffee, until 2027-01-20",
    ]);
    const ends = (expires: object) =>
      inBoth({}, [TENTH, voucher({ benefit: { kind: "voucher", offer: "tenth-coffee", ...expires } })])[0];
    // To the end of Aban, which is today; and for ever.
    expect(ends({ expires: { endOf: "month" } })).toMatch(/بن شما: قهوهٔ رایگان، تا ۱۴۰۵\/۰۸\/۳۰$/);
    expect(ends({})).toMatch(/بن شما: قهوهٔ رایگان$/);
  });

  it("of several vouchers at once, in one line", () => {
    const wallets: Program["wallets"] = [
      {
        id: "stamps",
        kind: "stamps",
        worth: "0",
        converts: { every: "9", into: { voucher: "tenth-coffee" } },
      },
    ];
    const stamps: Offer = { id: "stamps", always: true, benefit: { kind: "stamps", fixed: "20" } };
    // 20 = 2 × 9 + 2
    expect(inBoth({}, [TENTH, stamps], { wallets })).toEqual([
      "خرید ۱۰۰٬۰۰۰ تومان ثبت شد\n۲ بن: قهوهٔ رایگان\n۲۰ مهر گرفتید، مانده ۲",
      "Purchase recorded: 100,000 toman\n2 vouchers: Free coffee\n20 stamps earned, balance 2",
    ]);
  });

  it("of a birthday's gift or voucher as a birthday's, and only once", () => {
    const member = { birthDate: persian(1370, 8, 30) };
    const birthday = { before: 0, after: 0 };
    expect(inBoth({ member }, [{ ...CAKE, birthday }])[0]).toBe(
      "خرید ۱۰۰٬۰۰۰ تومان ثبت شد\nتولدتان مبارک! هدیه: کیک هندوانه",
    );
    expect(inBoth({ member }, [TENTH, voucher({ always: false, birthday })])[1]).toBe(
      "Purchase recorded: 100,000 toman\nHappy birthday! You got Free coffee",
    );
  });

  const wallets: Program["wallets"] = [
    { id: "credit", kind: "credit", redemption: {} },
    { id: "points", kind: "points", worth: "50", redemption: { rate: "40" } },
  ];
  const standing: Standing = {
    balances: [
      { wallet: "credit", amount: "40000" },
      { wallet: "points", amount: "240" },
    ],
  };
  const redeem = [
    { wallet: "credit", amount: "30000" },
    { wallet: "points", amount: "100" },
  ] as const;

  it("of what was redeemed, with what is left", () => {
    // 100,000 − 30,000 − 100 × 40
    expect(inBoth({ member: { standing }, redeem }, [], { wallets })).toEqual([
      "خرید ۶۶٬۰۰۰ تومان ثبت شد\n۳۰٬۰۰۰ تومان اعتبار خرج کردید، مانده ۱۰٬۰۰۰ تومان\n۱۰۰ امتیاز خرج کردید، مانده ۱۴۰",
      "Purchase recorded: 66,000 toman\n30,000 toman credit used, balance 10,000 toman\n100 points used, balance 140",
    ]);
  });

  it("of what was redeemed and earned in one wallet, the balance once", () => {
    const back: Offer = { id: "back", always: true, benefit: { kind: "credit", fixed: "5000" } };
    const [persian] = inBoth({ member: { standing }, redeem: [redeem[0]] }, [back], { wallets });
    expect(persian?.split("\n").slice(1)).toEqual([
      "۳۰٬۰۰۰ تومان اعتبار خرج کردید",
      "۵٬۰۰۰ تومان اعتبار گرفتید، مانده ۱۵٬۰۰۰ تومان",
    ]);
    const apart = inBoth({ member: { standing }, redeem: [redeem[0]] }, [back], {
      wallets,
      notifications: { merge: false },
    });
    expect(apart[1]).toBe("۳۰٬۰۰۰ تومان اعتبار خرج کردید، مانده ۱۵٬۰۰۰ تومان");
  });
});

// R15.13
describe("what a club asks by itself", () => {
  const invite = { notifications: { invite: ["survey", "referral"] } } as const;
  const survey = (score: string | number) => ({ type: "survey", survey: { score } });

  it("how it was, after a purchase, if the program says so", () => {
    expect(inBoth({}, [], invite)).toEqual([
      "خرید ۱۰۰٬۰۰۰ تومان ثبت شد\nاز خریدتان راضی بودید؟ نظرتان را به ما بگویید",
      "Purchase recorded: 100,000 toman\nHow was it? Tell us what you think",
    ]);
    expect(inBoth({}, [], { notifications: { invite: ["referral"] } })[1]).toBe(
      "Purchase recorded: 100,000 toman",
    );
    expect(inBoth({ type: "checkIn" }, [], invite)).toEqual([]);
  });

  it("to bring friends, of who answered with 9 or more", () => {
    expect(inBoth(survey(9), [], invite)).toEqual([
      "خوشحالیم که راضی هستید! ما را به دوستانتان معرفی کنید",
      "We are glad you liked it! Tell your friends about us",
    ]);
    expect(inBoth(survey("8.99"), [], invite)).toEqual([]);
    expect(inBoth(survey(10))).toEqual([]);
  });

  it("only those who agreed to be asked", () => {
    const contact = { channels: ["sms"], consent: { service: true } } as const;
    const request = purchase({ lines: [100_000], member: { contact } });
    expect(heardOf(request, [], invite).map(({ template }) => template)).toEqual(["transaction.recorded"]);
  });
});

// R15.14
describe("what the shop is told", () => {
  const told = (
    request: Parameters<typeof heardOf>[0],
    offers: readonly Offer[] = [],
    terms: Partial<Program> = {},
  ) => heardOf(request, offers, terms).filter(({ to }) => "shop" in to);
  const answer = (score: number | string) => activity("survey", { survey: { score }, member: ears("en") });

  it("of an answer of 6 or less, in the shop's language, whatever the member's", () => {
    const [intent, ...more] = told(answer(6));
    expect(intent).toMatchObject({
      topic: "survey.unhappy",
      category: "service",
      to: { shop: true },
      channels: ["push"],
      locale: "fa",
      text: "نظرسنجی: عضو sara نمرهٔ ۶ داد",
      params: [
        { name: "member", value: "sara", text: "sara" },
        { name: "score", value: "6", text: "۶" },
      ],
    });
    expect(more).toEqual([]);
    expect(told(answer(3), [], { locale: "en" })[0]?.text).toBe("Survey: member sara gave a score of 3");
    expect([told(answer("6.1")), told(answer(9))]).toEqual([[], []]);
  });

  it("also where the member hears nothing, and at night", () => {
    const terms = { notifications: { quietHours: { from: "17:00", until: "18:00" } } } as const;
    const [intent] = told(activity("survey", { survey: { score: 1 } }), [], terms);
    expect(intent?.notBefore).toBe("2026-11-21T17:30:00+03:30");
  });

  it("on the channels that the program names; none where it names none", () => {
    const on = (channels: readonly ("sms" | "email")[]) =>
      told(answer(1), [], { notifications: { shop: { channels }, optOut: { fa: "لغو۱۱" } } });
    expect(on(["sms", "email"]).map(({ channels, sms }) => [channels, sms?.segments])).toEqual([
      [["sms"], 1],
      [["email"], undefined],
    ]);
    expect(on(["sms"])[0]?.text).toBe("نظرسنجی: عضو sara نمرهٔ ۱ داد");
    expect(on([])).toEqual([]);
  });

  const offer: Offer = {
    id: "off",
    limits: { budget: "yalda" },
    benefit: { kind: "discount", percent: "10" },
  };
  const budgets = [{ id: "yalda", amount: "1000000" }] as const;
  const spending = (spent: string, listed = 100_000, terms: Partial<Program> = {}) => {
    const request = { ...purchase({ lines: [listed] }), clubUses: [{ budget: "yalda", amount: spent }] };
    return told(request, [offer], { budgets, ...terms }).map(({ text }) => text);
  };

  it("of a budget that this decision carries over nine tenths, once", () => {
    // 10,000 of 1,000,000 each: 890,000 + 10,000 is nine tenths, and no more.
    expect(spending("890000")).toEqual([]);
    expect(spending("890001")).toEqual(["بودجهٔ yalda رو به پایان است، مانده ۹۹٬۹۹۹ تومان"]);
    expect(spending("900000")).toEqual(["بودجهٔ yalda رو به پایان است، مانده ۹۰٬۰۰۰ تومان"]);
    expect(spending("900001")).toEqual([]);
    expect(spending("895000", 9_000_000, { locale: "en" })).toEqual([
      "Budget yalda is nearly spent, 0 toman left",
    ]);
  });

  it("under an id of its own", () => {
    const request = {
      ...purchase({ lines: [100_000], member: ears("fa") }),
      clubUses: [{ budget: "yalda", amount: "895000" }],
    };
    const all = heardOf(request, [offer], { budgets });
    expect(all.map(({ template, channels }) => `${template}:${channels.join()}`)).toEqual([
      "transaction.recorded+offer.awarded:sms",
      "budget.low:push",
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(2);
  });
});

describe("a club's own words for them", () => {
  it("take their figures as plurals", () => {
    const texts = [
      {
        topic: "voucher.issued",
        channel: "sms",
        locale: "en",
        text: "{count, plural, one {# voucher} other {# vouchers}}",
      },
      { topic: "transaction.recorded", channel: "sms", locale: "en", text: "{due}" },
    ] as const;
    expect(inBoth({ at: on("2026-11-22") }, [TENTH, voucher()], { notifications: { texts } })[1]).toBe(
      "100,000 toman\n1 voucher",
    );
  });
});
