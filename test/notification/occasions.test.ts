import type { Offer, Program } from "vafa";
import { describe, expect, it } from "vitest";
import { on, persian, purchase } from "../scenarios/club.js";
import { heardOf } from "./hear-activities.js";
import { hearTime, readTime } from "./hear-time.js";

/** Sara's birthday is 1 Azar, 22 November. */
const MEMBER = { birthDate: persian(1370, 9, 1) };
const until = on("2026-11-22");
const gift = (id: string, terms: Partial<Offer> = {}): Offer => ({
  id,
  on: ["birthday"],
  ...(terms.always ? {} : { group: id }),
  name: { fa: "هدیهٔ تولد", en: "Birthday gift" },
  benefit: { kind: "credit", fixed: "50000" },
  ...terms,
});
const CAKE = gift("cake", {
  benefit: { kind: "gift", gifts: [{ id: "cake", worth: "30000", name: { fa: "کیک", en: "Cake" } }] },
});
const COFFEE: Offer = {
  id: "coffee",
  by: "voucher",
  name: { fa: "قهوهٔ رایگان", en: "Free coffee" },
  benefit: { kind: "discount", percent: "5" },
};
const BON = gift("bon", { benefit: { kind: "voucher", offer: "coffee", expires: { after: { months: 2 } } } });
const groups: Program["groups"] = ["gift", "cake", "bon", "rise"].map((id) => ({ id, limit: 1 }));
const terms: Partial<Program> = { groups };

// R15.15
describe("a birthday", () => {
  it("is greeted where nothing is given, too", () => {
    expect(readTime({ member: MEMBER, until })).toEqual(["تولدتان مبارک!", "Happy birthday!"]);
  });

  it("is greeted with what is given, also by an offer that all have", () => {
    for (const always of [true, false]) {
      expect(readTime({ member: MEMBER, until, offers: [gift("gift", { always })], terms })).toEqual([
        "تولدتان مبارک! هدیه: ۵۰٬۰۰۰ تومان اعتبار",
        "Happy birthday! You got 50,000 toman credit",
      ]);
    }
  });

  it("is greeted once, whatever the number of gifts", () => {
    const offers = [gift("gift"), CAKE, BON, COFFEE];
    expect(readTime({ member: MEMBER, until, offers, terms })).toEqual([
      "تولدتان مبارک! هدیه: قهوهٔ رایگان\nهدیهٔ دیگر: کیک\nهدیهٔ دیگر: ۵۰٬۰۰۰ تومان اعتبار",
      "Happy birthday! You got Free coffee\nYou also got Cake\nYou also got 50,000 toman credit",
    ]);
  });

  it("tells a raise as a raise, beside the greeting", () => {
    const rise = gift("rise", { benefit: { kind: "tier", tier: "silver", for: { months: 2 } } });
    expect(readTime({ member: MEMBER, until, offers: [rise], terms })).toEqual([
      "تولدتان مبارک!\nتبریک! سطح جدید شما: silver، تا ۱۴۰۵/۱۰/۳۰",
      "Happy birthday!\nCongratulations! Your new tier: silver, until 2027-01-20",
    ]);
  });

  it("is not greeted without consent to it: then the member hears of what is theirs, and of nothing else", () => {
    const contact = { channels: ["sms"], consent: { service: true } } as const;
    const service = { ...MEMBER, contact };
    expect(hearTime({ member: service, until })).toEqual([]);
    const offers = [gift("gift"), CAKE, BON, COFFEE];
    expect(hearTime({ member: service, until, offers, terms }).map(({ text }) => text)).toEqual([
      "هدیهٔ شما: کیک\nبن شما: قهوهٔ رایگان، تا ۱۴۰۵/۱۰/۳۰\n۵۰٬۰۰۰ تومان اعتبار گرفتید",
    ]);
  });

  it("on a purchase is told of what a competing offer gives, and not greeted without", () => {
    const contact = { channels: ["sms"], consent: { service: true, promotional: true } } as const;
    const request = purchase({ at: until, lines: [100_000], member: { ...MEMBER, contact } });
    const offers = [
      gift("gift", { on: ["purchase"], birthday: { span: "day" } }),
      { ...CAKE, on: ["purchase"], birthday: { span: "day" } } as const,
    ];
    expect(heardOf(request, offers, terms).map(({ text }) => text)).toEqual([
      "خرید ۱۰۰٬۰۰۰ تومان ثبت شد\nتولدتان مبارک! هدیه: کیک\nهدیهٔ دیگر: ۵۰٬۰۰۰ تومان اعتبار",
    ]);
    expect(heardOf(request).map(({ template }) => template)).toEqual(["transaction.recorded"]);
  });
});

// R15.15
describe("a member who has not come for long", () => {
  const standing = { lastVisitAt: on("2026-08-23") };
  const missed = (benefit: Offer["benefit"], more: Partial<Offer> = {}): Offer => ({
    id: "missed",
    on: ["inactivity"],
    inactivity: { away: { months: 3 } },
    benefit,
    ...more,
  });
  const autumn = on("2026-11-23");

  it("is asked back with what is given", () => {
    expect(readTime({ standing, until: autumn, offers: [missed({ kind: "points", fixed: "200" })] })).toEqual(
      ["جایتان خالی است! هدیه: ۲۰۰ امتیاز", "We miss you! You got 200 points"],
    );
  });

  it("and where nothing is, for the offer is not for them", () => {
    const when = { fact: "member.tier", operator: "equal", value: "silver" } as const;
    const offers = [missed({ kind: "points", fixed: "200" }, { when })];
    expect(readTime({ standing, until: autumn, offers })).toEqual([
      "جایتان خالی است! منتظرتان هستیم",
      "We miss you! Come and see us",
    ]);
  });

  it("and hears the new balance where there was one", () => {
    const balances = [{ wallet: "points", amount: "40" }];
    const offers = [missed({ kind: "points", fixed: "200" }, { always: true })];
    expect(readTime({ standing: { ...standing, balances }, until: autumn, offers })).toEqual([
      "جایتان خالی است! هدیه: ۲۰۰ امتیاز\nماندهٔ امتیاز: ۲۴۰",
      "We miss you! You got 200 points\nYour points: 240",
    ]);
  });
});

// R15.15
describe("any other occasion", () => {
  it.each([true, false])("is told by the names of the offers and what they give; always: %s", (always) => {
    const name = { fa: "سالگرد ازدواج", en: "Wedding day" };
    const { benefit } = CAKE;
    const offers = [
      gift("cake", { always, on: ["anniversary"], anniversary: { name: "marriage" }, name, benefit }),
    ];
    const member = { anniversaries: [{ name: "marriage", date: persian(1395, 9, 1) }] };
    expect(readTime({ member, until, offers, terms })).toEqual(["سالگرد ازدواج: کیک", "Wedding day: Cake"]);
  });

  it("and of one that gives nothing nobody hears", () => {
    const when = { fact: "member.tier", operator: "equal", value: "silver" } as const;
    const offers = [gift("gift", { on: ["anniversary"], anniversary: { name: "marriage" }, when })];
    const member = { anniversaries: [{ name: "marriage", date: persian(1395, 9, 1) }] };
    expect(readTime({ member, until, offers, terms })).toEqual([]);
  });
});

// R15.7
describe("a club's own greeting", () => {
  const read = (text: string, offers: readonly Offer[] = []) => {
    const texts = [{ topic: "birthday", channel: "sms", locale: "fa", text }] as const;
    const notifications = { texts };
    return hearTime({ member: MEMBER, until, offers, terms: { ...terms, notifications } }).map(
      (one) => one.text,
    );
  };

  it("that speaks of a gift is for greetings with one", () => {
    expect(read("مبارک! {amount} برای شما", [gift("gift")])).toEqual(["مبارک! ۵۰٬۰۰۰ تومان اعتبار برای شما"]);
    expect(read("مبارک! {amount} برای شما")).toEqual(["تولدتان مبارک!"]);
    expect(read("{offer} مبارک!")).toEqual(["تولدتان مبارک!"]);
  });

  it("that asks whether there is one, or speaks of none, is for all", () => {
    expect(read("{given, select, yes {با {amount}} other {بی هدیه}} مبارک!")).toEqual(["بی هدیه مبارک!"]);
    expect(read("زادروزتان خجسته")).toEqual(["زادروزتان خجسته"]);
    expect(read("زادروزتان خجسته", [gift("gift")])).toEqual(["زادروزتان خجسته"]);
  });

  it("may say nothing where nothing is given: then there is no message", () => {
    const text = "{given, select, yes {مبارک! {amount}} other {}}";
    expect(read(text)).toEqual([]);
    expect(read(text, [gift("gift")])).toEqual(["مبارک! ۵۰٬۰۰۰ تومان اعتبار"]);
  });
});
