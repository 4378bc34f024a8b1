import { apply, type Intent, type Member, type Offer, type Program } from "vafa";
import type { TopicName } from "../../src/program/topics.js";
import { activity, cafe, entryOf, on, persian, purchase } from "../scenarios/club.js";
import { ears } from "./hear-activities.js";

/*
 * One scene of each topic, and what is read of it. All of them play in one café, which says each topic in a message of
 * its own, so that a scene shows nothing but its own.
 */

const NOON = on("2026-11-21");
/** The night that ends 30 Dey 1405, 20 January 2027. */
const END_OF_DEY = "2027-01-21T00:00:00+03:30";

const SILVER = { fa: "نقره‌ای", en: "Silver" };

const OFFERS: readonly Offer[] = [
  {
    id: "tenth",
    name: { fa: "تخفیف سبد بزرگ", en: "Big basket" },
    when: { fact: "basket.total", operator: "greaterThanInclusive", value: "500000" },
    benefit: { kind: "discount", percent: "10" },
  },
  { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } } },
  {
    id: "sweets",
    code: ["YALDA"],
    benefit: [
      {
        kind: "gift",
        gifts: [{ id: "cake", worth: "50000", name: { fa: "کیک هندوانه", en: "Melon cake" } }],
      },
      { kind: "voucher", offer: "coffee", expires: { after: { months: 2 } } },
    ],
  },
  {
    id: "coffee",
    by: "voucher",
    name: { fa: "قهوهٔ رایگان", en: "Free coffee" },
    benefit: { kind: "discount", percent: "5" },
  },
  {
    id: "wishes",
    on: ["birthday"],
    birthday: { span: "day" },
    benefit: { kind: "credit", fixed: "50000" },
  },
  {
    id: "missed",
    on: ["inactivity"],
    inactivity: { away: { months: 3 } },
    benefit: { kind: "points", fixed: "200" },
  },
];

const CAFE = {
  locale: "fa-IR",
  name: { fa: "کافه نادری", en: "Café Naderi" },
  notifications: { merge: false, invite: ["survey", "referral"] },
  wallets: [
    { id: "credit", kind: "credit", redemption: {} },
    { id: "points", kind: "points", worth: "50" },
  ],
  tiers: {
    metric: "spend",
    period: { rolling: { months: 12 } },
    downgrade: "rejudge",
    ladder: [{ id: "bronze" }, { id: "silver", from: "5000000", name: SILVER }],
  },
  budgets: [{ id: "yalda", amount: "1000000" }],
  offers: OFFERS,
} as const satisfies Partial<Program>;

type Locale = "fa" | "en";

/** What is heard by a member who agreed to everything, or by the shop, where it speaks this language. */
type Hear = (locale: Locale) => readonly Intent[];

export interface TopicScene {
  readonly hear: Hear;
  readonly fa: string;
  readonly en: string;
}

const buys =
  (scene: Parameters<typeof purchase>[0], terms: Partial<Program> = {}): Hear =>
  (locale) => {
    const member = { ...scene.member, ...ears(locale) };
    return cafe({ ...CAFE, ...terms }).evaluate(purchase({ at: NOON, ...scene, member })).intents ?? [];
  };

const lives =
  (member: Partial<Member>, until: string): Hear =>
  (locale) => {
    const standing = { tier: "bronze", visits: 3, spend: "0", advancedTo: NOON, ...member.standing };
    return cafe(CAFE).advance({ member: { id: "sara", ...member, ...ears(locale), standing }, at: until })
      .intents;
  };

const says =
  (type: string, score?: number): Hear =>
  (locale) => {
    const survey = score === undefined ? {} : { survey: { score } };
    const club = cafe({ ...CAFE, locale });
    return club.evaluate(activity(type, { at: NOON, ...survey, member: ears(locale) })).intents ?? [];
  };

const bringsBack: Hear = (locale) => {
  const club = cafe({ ...CAFE, offers: [] });
  const member = { id: "sara", ...ears(locale) };
  const sale = entryOf(club.evaluate(purchase({ at: NOON, lines: [300_000], member })));
  const standing = apply(undefined, sale);
  const request = {
    id: "r-1",
    at: on("2026-11-22"),
    member: { ...member, standing },
    sale,
    amount: "120000",
  };
  return club.refund(request).intents ?? [];
};

const spends: Hear = (locale) => {
  const offers: readonly Offer[] = [
    { id: "off", limits: { budget: "yalda" }, benefit: { kind: "discount", percent: "10" } },
  ];
  const club = cafe({ ...CAFE, locale, offers });
  const request = purchase({ at: NOON, lines: [100_000] });
  return club.evaluate({ ...request, clubUses: [{ budget: "yalda", amount: "895000" }] }).intents ?? [];
};

const BALANCES = { standing: { tier: "bronze", balances: [{ wallet: "credit", amount: "40000" }] } };

export const SCENES: { readonly [topic in TopicName]: TopicScene } = {
  welcome: {
    hear: says("enrolment"),
    fa: "به کافه نادری خوش آمدید",
    en: "Welcome to Café Naderi",
  },
  "transaction.recorded": {
    hear: buys({ lines: [600_000] }),
    fa: "خرید ۵۴۰٬۰۰۰ تومان با ۶۰٬۰۰۰ تومان تخفیف",
    en: "Purchase recorded: 540,000 toman, saved 60,000 toman",
  },
  "refund.booked": {
    hear: bringsBack,
    fa: "مرجوعی ثبت شد، بازپرداخت: ۱۲۰٬۰۰۰ تومان",
    en: "Return recorded: 120,000 toman back to you",
  },
  birthday: {
    hear: lives({ birthDate: persian(1370, 9, 1) }, on("2026-11-22")),
    fa: "تولدتان مبارک! هدیه: ۵۰٬۰۰۰ تومان اعتبار",
    en: "Happy birthday! You got 50,000 toman credit",
  },
  winback: {
    hear: lives({ standing: { lastVisitAt: on("2026-08-23") } }, on("2026-11-23")),
    fa: "جایتان خالی است! هدیه: ۲۰۰ امتیاز",
    en: "We miss you! You got 200 points",
  },
  "tier.up": {
    hear: buys({ lines: [6_000_000] }),
    fa: "تبریک! سطح جدید شما: نقره‌ای",
    en: "Congratulations! Your new tier: Silver",
  },
  "offer.awarded": {
    hear: buys({ lines: [600_000] }),
    fa: "تخفیف سبد بزرگ: ۶۰٬۰۰۰ تومان تخفیف",
    en: "Big basket: 60,000 toman off",
  },
  "gift.issued": {
    hear: buys({ lines: [100_000], codes: ["YALDA"] }),
    fa: "هدیهٔ شما: کیک هندوانه",
    en: "Your gift: Melon cake",
  },
  "voucher.issued": {
    hear: buys({ lines: [100_000], codes: ["YALDA"] }),
    fa: "بن شما: قهوهٔ رایگان، تا ۱۴۰۵/۱۰/۳۰",
    en: "Your voucher: Free coffee, until 2027-01-20",
  },
  redeemed: {
    hear: buys({ lines: [100_000], member: BALANCES, redeem: [{ wallet: "credit", amount: "30000" }] }),
    fa: "۳۰٬۰۰۰ تومان اعتبار خرج کردید، مانده ۱۰٬۰۰۰ تومان",
    en: "30,000 toman credit used, balance 10,000 toman",
  },
  earned: {
    hear: buys({ lines: [100_000] }),
    fa: "۱۰ امتیاز گرفتید",
    en: "10 points earned",
  },
  expiring: {
    hear: lives(
      {
        standing: {
          lots: [
            { id: "l-1", wallet: "credit", amount: "120000", at: on("2026-10-21"), expiresAt: END_OF_DEY },
          ],
        },
      },
      on("2027-01-13"),
    ),
    fa: "مهلت استفاده از ۱۲۰٬۰۰۰ تومان اعتبار: تا ۱۴۰۵/۱۰/۳۰",
    en: "Use 120,000 toman credit by 2027-01-20",
  },
  "tier.atRisk": {
    // What was spent on 1 Bahman 1404, 21 January 2026, counts for the last time on 30 Dey 1405.
    hear: lives(
      {
        standing: {
          tier: "silver",
          spend: "8000000",
          progress: [
            { period: "2026-01-21", amount: "5000000" },
            { period: "2026-06-01", amount: "3800000" },
          ],
        },
      },
      on("2026-12-21"),
    ),
    fa: "با ۱٬۲۰۰٬۰۰۰ تومان خرید دیگر تا ۱۴۰۵/۱۰/۳۰، نقره‌ای می‌مانید",
    en: "Stay Silver with another 1,200,000 toman of purchases by 2027-01-20",
  },
  "survey.invited": {
    hear: buys({ lines: [100_000] }),
    fa: "از خریدتان راضی بودید؟ نظرتان را به ما بگویید",
    en: "How was it? Tell us what you think",
  },
  "referral.invited": {
    hear: says("survey", 10),
    fa: "خوشحالیم که راضی هستید! ما را به دوستانتان معرفی کنید",
    en: "We are glad you liked it! Tell your friends about us",
  },
  "survey.unhappy": {
    hear: says("survey", 2),
    fa: "نظرسنجی: عضو sara نمرهٔ ۲ داد",
    en: "Survey: member sara gave a score of 2",
  },
  "budget.low": {
    hear: spends,
    fa: "بودجهٔ yalda رو به پایان است، مانده ۹۵٬۰۰۰ تومان",
    en: "Budget yalda is nearly spent, 95,000 toman left",
  },
};
