import { type Offer, openClub, type Program, parseProgram, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { compiledOf } from "../../src/club.js";
import { composeAdvanceIntents } from "../../src/notification/compose-advance-intents.js";
import { parseRequest } from "../../src/standing/parse-request.js";
import type { TimeNews } from "../../src/time/time-news.js";
import { localTimeOf } from "../../src/units/zone.js";
import { cafe, on, purchase } from "../scenarios/club.js";
import { ears } from "./hear-activities.js";
import { hearTime, readTime } from "./hear-time.js";

/** The night that ends 30 Dey 1405, 20 January 2027; a week before its last day is 13 January. */
const END_OF_DEY = "2027-01-21T00:00:00+03:30";
const A_WEEK_BEFORE = on("2027-01-13");
const SINCE = on("2026-10-21");
const COFFEE: Offer = {
  id: "coffee",
  by: "voucher",
  name: { fa: "قهوهٔ رایگان", en: "Free coffee" },
  benefit: { kind: "discount", percent: "5" },
};
const voucher = (id: string, expiresAt = END_OF_DEY) => ({ id, offer: "coffee", issuedAt: SINCE, expiresAt });
const lot = (id: string, wallet: string, amount: string, expiresAt = END_OF_DEY) => ({
  id,
  wallet,
  amount,
  at: SINCE,
  expiresAt,
});

// R15.17
describe("what lapses soon", () => {
  it("is told by its last day, units wallet by wallet and vouchers alike together, in one message", () => {
    const standing: Standing = {
      lots: [lot("l-1", "points", "60"), lot("l-2", "credit", "20000"), lot("l-3", "points", "1")],
      vouchers: [voucher("v-1"), voucher("v-2")],
    };
    expect(readTime({ standing, until: A_WEEK_BEFORE, offers: [COFFEE] })).toEqual([
      [
        "مهلت استفاده از ۲۰٬۰۰۰ تومان اعتبار: تا ۱۴۰۵/۱۰/۳۰",
        "مهلت استفاده از ۶۱ امتیاز: تا ۱۴۰۵/۱۰/۳۰",
        "مهلت استفاده از ۲ بن قهوهٔ رایگان: تا ۱۴۰۵/۱۰/۳۰",
      ].join("\n"),
      [
        "Use 20,000 toman credit by 2027-01-20",
        "Use 61 points by 2027-01-20",
        "Use 2 vouchers (Free coffee) by 2027-01-20",
      ].join("\n"),
    ]);
  });

  it("says one voucher as one, and what lapses within a day by the day before", () => {
    const standing = { vouchers: [voucher("v-1", "2027-01-20T17:30:00+03:30")] };
    expect(readTime({ standing, until: A_WEEK_BEFORE, offers: [COFFEE] })).toEqual([
      "مهلت استفاده از بن قهوهٔ رایگان: تا ۱۴۰۵/۱۰/۳۰",
      "Use 1 voucher (Free coffee) by 2027-01-20",
    ]);
  });

  it("with all that a provider's own template needs", () => {
    const standing = { lots: [lot("l-1", "points", "60")], vouchers: [voucher("v-1")] };
    const [intent, ...more] = hearTime({ standing, until: A_WEEK_BEFORE, offers: [COFFEE] });
    expect(more).toEqual([]);
    expect(intent).toMatchObject({ topic: "expiring", template: "expiring", category: "service" });
    expect(intent?.params).toEqual([
      { name: "what", value: "units", text: "units" },
      { name: "wallet", value: "points", text: "امتیاز" },
      { name: "offer", value: "", text: "" },
      { name: "amount", value: "60", text: "۶۰ امتیاز" },
      { name: "until", value: "2027-01-20", text: "۱۴۰۵/۱۰/۳۰" },
      { name: "what.2", value: "voucher", text: "voucher" },
      { name: "wallet.2", value: "", text: "" },
      { name: "offer.2", value: "coffee", text: "قهوهٔ رایگان" },
      { name: "amount.2", value: "1", text: "بن قهوهٔ رایگان" },
      { name: "until.2", value: "2027-01-20", text: "۱۴۰۵/۱۰/۳۰" },
    ]);
  });

  it("is told without consent to more than service, and not without that", () => {
    const heard = (consent: object) =>
      hearTime({
        standing: { lots: [lot("l-1", "points", "60")] },
        member: { contact: { channels: ["sms"], consent } },
        until: A_WEEK_BEFORE,
      }).length;
    expect([heard({ service: true }), heard({ promotional: true }), heard({})]).toEqual([1, 0, 0]);
  });

  it("a voucher that units became as they became active is told as one that was issued", () => {
    const wallets = [
      { id: "stamps", kind: "stamps", worth: "0", converts: { every: "9", into: { voucher: "coffee" } } },
    ] as const;
    const pending = { ...lot("l-1", "stamps", "9"), activeAt: on("2026-11-23"), pending: true };
    expect(
      readTime({
        standing: { lots: [pending] },
        until: on("2026-11-24"),
        offers: [COFFEE],
        terms: { wallets },
      }),
    ).toEqual(["بن شما: قهوهٔ رایگان", "Your voucher: Free coffee"]);
  });
});

const SILVER = { fa: "نقره‌ای", en: "Silver" };
const measured = (metric: NonNullable<Program["tiers"]>["metric"]): Partial<Program> => ({
  tiers: {
    metric,
    period: { rolling: { months: 12 } },
    downgrade: "rejudge",
    ladder: [{ id: "bronze" }, { id: "silver", from: "10", name: SILVER }],
  },
});

/** What 1 Bahman 1404 counted, 21 January 2026, counts for the last time on 30 Dey 1405. */
const atRisk = (counted: string, still: string): Standing => ({
  tier: "silver",
  progress: [
    { period: "2026-01-21", amount: counted },
    { period: "2026-06-01", amount: still },
  ],
});

// R15.17
describe("a tier at risk", () => {
  const until = on("2026-12-21");

  it("is told by what is missing: money", () => {
    expect(readTime({ standing: atRisk("5", "6"), until, terms: measured("spend") })).toEqual([
      "با ۴ تومان خرید دیگر تا ۱۴۰۵/۱۰/۳۰، نقره‌ای می‌مانید",
      "Stay Silver with another 4 toman of purchases by 2027-01-20",
    ]);
  });

  it("purchases, one or more", () => {
    expect(readTime({ standing: atRisk("5", "7"), until, terms: measured("visits") })).toEqual([
      "با ۳ خرید دیگر تا ۱۴۰۵/۱۰/۳۰، نقره‌ای می‌مانید",
      "Stay Silver with another 3 purchases by 2027-01-20",
    ]);
    const [, one] = readTime({ standing: atRisk("5", "9"), until, terms: measured("visits") });
    expect(one).toBe("Stay Silver with another 1 purchase by 2027-01-20");
  });

  it("units of a wallet", () => {
    const scene = { standing: atRisk("5", "9"), until, terms: measured({ wallet: "points" }) };
    expect(readTime(scene)).toEqual([
      "با ۱ امتیاز دیگر تا ۱۴۰۵/۱۰/۳۰، نقره‌ای می‌مانید",
      "Stay Silver with another 1 point by 2027-01-20",
    ]);
    expect(hearTime(scene)[0]?.params).toEqual([
      { name: "tier", value: "silver", text: "نقره‌ای" },
      { name: "metric", value: "wallet", text: "wallet" },
      { name: "wallet", value: "points", text: "امتیاز" },
      { name: "missing", value: "1", text: "۱ امتیاز" },
      { name: "until", value: "2027-01-20", text: "۱۴۰۵/۱۰/۳۰" },
    ]);
  });

  it("only to who agreed to be asked: it asks for purchases", () => {
    const contact = { channels: ["sms"], consent: { service: true } } as const;
    const scene = { standing: atRisk("5", "6"), until, terms: measured("spend") };
    expect(hearTime({ ...scene, member: { contact } })).toEqual([]);
    expect(hearTime(scene).map(({ category }) => category)).toEqual(["promotional"]);
  });

  it("lets a club's own text choose by what is missing", () => {
    const text = "{missing, plural, one {one purchase} other {# purchases}} to go";
    const texts = [{ topic: "tier.atRisk", channel: "sms", locale: "en", text }] as const;
    const terms = { ...measured("visits"), notifications: { texts } };
    const read = (still: string) => readTime({ standing: atRisk("5", still), until, terms })[1];
    expect([read("9"), read("7")]).toEqual(["one purchase to go", "3 purchases to go"]);
  });
});

// R15.17
describe("how long before", () => {
  const standing = { lots: [lot("l-1", "points", "60")] };
  const days = (remind: NonNullable<Program["notifications"]>["remind"]) =>
    hearTime({ standing, until: END_OF_DEY, terms: { notifications: { remind } } }).map(({ notBefore }) =>
      notBefore.slice(0, 10),
    );

  it("is a week unless said, as often as is said, and never where the list is empty", () => {
    expect(days(undefined)).toEqual(["2027-01-13"]);
    expect(days({ tier: [3] })).toEqual(["2027-01-13"]);
    expect(days({ expiring: [1, 14, 3] })).toEqual(["2027-01-06", "2027-01-17", "2027-01-19"]);
    expect(days({ expiring: [3, 3] })).toEqual(["2027-01-17"]);
    expect(days({ expiring: [] })).toEqual([]);
  });

  it("is a month of a tier unless said", () => {
    const when = (remind: NonNullable<Program["notifications"]>["remind"]) =>
      hearTime({
        standing: atRisk("5", "6"),
        until: END_OF_DEY,
        terms: { ...measured("spend"), notifications: { remind } },
      }).map(({ notBefore }) => notBefore.slice(0, 10));
    expect(when(undefined)).toEqual(["2026-12-21"]);
    expect(when({ tier: [10, 40], expiring: [] })).toEqual(["2026-12-11", "2027-01-10"]);
    expect(when({ tier: [] })).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["none", { expiring: [0] }, ["number-range /notifications/remind/expiring/0"]],
    ["more than a year", { tier: [366] }, ["number-range /notifications/remind/tier/0"]],
    ["half a day", { tier: [0.5] }, ["number-format /notifications/remind/tier/0"]],
    ["a text", { tier: ["7"] }, ["type /notifications/remind/tier/0"]],
    ["four times", { expiring: [1, 2, 3, 4] }, ["array-too-long /notifications/remind/expiring"]],
    ["one number", { expiring: 7 }, ["type /notifications/remind/expiring"]],
    ["of something else", { tiers: [7] }, ["unknown-field /notifications/remind/tiers"]],
  ])("is refused: %s", (_, remind, issues) => {
    const parsed = parseProgram({ ...cafe({ offers: [] }).program, notifications: { remind } });
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(issues);
  });
});

// R15.12
describe("what comes by itself waits for the morning", () => {
  const standing = { lots: [lot("l-1", "points", "60")] };
  const span = (quietHours?: { readonly from: string; readonly until: string }) =>
    hearTime({
      standing,
      until: A_WEEK_BEFORE,
      terms: { notifications: quietHours === undefined ? {} : { quietHours } },
    }).map(({ notBefore, notAfter }) => [notBefore, notAfter])[0];

  it.each<[string, { from: string; until: string } | undefined, string]>([
    ["without quiet hours", undefined, "09:00"],
    ["where they hold at midnight", { from: "22:00", until: "08:00" }, "08:00"],
    ["where they hold at midnight, late", { from: "23:00", until: "10:30" }, "10:30"],
    ["where they begin at midnight", { from: "24:00", until: "07:00" }, "07:00"],
    ["where they end at midnight", { from: "20:00", until: "24:00" }, "09:00"],
    ["where they hold at noon", { from: "13:00", until: "15:30" }, "09:00"],
    ["where they hold at nine", { from: "08:30", until: "10:00" }, "10:00"],
  ])("%s", (_, quietHours, time) => {
    expect(span(quietHours)).toEqual([on("2027-01-13", time), on("2027-01-14", time)]);
  });

  it("an occasion, too", () => {
    const [intent] = hearTime({ member: { birthDate: "1991-11-25" }, until: on("2026-11-25") });
    expect(intent).toMatchObject({ topic: "birthday", notBefore: on("2026-11-25", "09:00") });
  });
});

// R15.6
describe("reminders have ids of their own", () => {
  const standing = { lots: [lot("l-1", "points", "60"), lot("l-2", "points", "5", on("2027-02-01"))] };
  const ids = (until: string) =>
    hearTime({ standing, until }).map(({ id, dedupeKey }) => `${dedupeKey} ${id}`);

  it("the same, whenever the host asks", () => {
    const all = ids(on("2027-02-01"));
    expect(all).toHaveLength(2);
    expect(new Set(all).size).toBe(2);
    expect(ids(A_WEEK_BEFORE)).toEqual(all.slice(0, 1));
    expect(ids(on("2027-02-01"))).toEqual(all);
  });

  it("from the entry that they are written down in", () => {
    const member = { id: "sara", ...ears("fa"), standing: { ...standing, visits: 3, advancedTo: SINCE } };
    const { entries, intents } = cafe({ offers: [] }).advance({ member, at: A_WEEK_BEFORE });
    expect(intents.map(({ dedupeKey }) => dedupeKey)).toEqual([`${entries.at(-1)?.id}:expiring:sms`]);
  });
});

describe("reminders of several kinds at one instant", () => {
  const club = openClub({ ...cafe({ offers: [COFFEE] }).program, ...measured("spend") });
  const { program } = compiledOf(club) ?? {};
  if (program === undefined) throw new Error("not an opened club");
  const contact = {
    locale: "en",
    channels: ["sms", "push"],
    consent: { service: true, promotional: true },
  } as const;
  const { member } = parseRequest(purchase({ lines: [1], member: { contact } }), { program, mostLines: 500 });
  const [wallet] = program.wallets;
  if (member === undefined || wallet === undefined) throw new Error("the café has members and wallets");
  const at = Date.parse(on("2027-01-13", "00:00"));
  const until = Date.parse(END_OF_DEY);
  const news: readonly TimeNews[] = [
    { kind: "tier", tier: "silver", missing: 4n, until },
    { kind: "voucher", voucher: "v-1", offer: "coffee", until },
    { kind: "expiring", wallet, amount: 500n, until },
  ];
  const moment = { entryId: "e".repeat(32), at, local: localTimeOf(at, program.zone) };

  it("are one message a channel, in the order of the topics", () => {
    const intents = composeAdvanceIntents(program, member, moment, news);
    expect(
      intents.map(({ channels, template, category }) => `${channels.join()} ${template} ${category}`),
    ).toEqual(["sms expiring+tier.atRisk promotional", "push expiring+tier.atRisk promotional"]);
    expect(intents[0]?.text).toBe(
      [
        "Use 500 toman credit by 2027-01-20",
        "Use 1 voucher (Free coffee) by 2027-01-20",
        "Stay Silver with another 4 toman of purchases by 2027-01-20",
      ].join("\n"),
    );
  });

  it("or one a topic, if the program does not merge", () => {
    const notifications = { ...program.notifications, merge: false };
    const intents = composeAdvanceIntents({ ...program, notifications }, member, moment, news);
    expect(intents.map(({ template }) => template)).toEqual([
      "expiring",
      "tier.atRisk",
      "expiring",
      "tier.atRisk",
    ]);
    expect(new Set(intents.map(({ id }) => id)).size).toBe(4);
  });
});
