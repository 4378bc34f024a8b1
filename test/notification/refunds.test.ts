import {
  apply,
  type Intent,
  type Member,
  type Offer,
  type Program,
  type RefundRequest,
  type Standing,
} from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, on, purchase } from "../scenarios/club.js";
import { ears } from "./hear-activities.js";

const WALLETS = [
  { id: "credit", kind: "credit", redemption: {} },
  { id: "points", kind: "points", worth: "50", redemption: { rate: "40" } },
] as const satisfies Program["wallets"];
const POINTS: Offer = {
  id: "base",
  always: true,
  benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } },
};
const COFFEE: Offer = {
  id: "coffee",
  by: "voucher",
  name: { fa: "قهوهٔ رایگان", en: "Free coffee" },
  benefit: { kind: "discount", percent: "10" },
};

interface Back {
  readonly sale?: Partial<Parameters<typeof purchase>[0]>;
  readonly had?: Standing;
  /** What becomes of the standing between the sale and the refund. */
  readonly since?: (standing: Standing) => Standing;
  readonly asked?: Partial<RefundRequest>;
  readonly offers?: readonly Offer[];
  readonly terms?: Partial<Program>;
  readonly member?: Partial<Member>;
}

/** A sale of 100,000 at 13:00, of which something is brought back the next day at 17:30. */
function bringBack({
  sale = {},
  had,
  since = (now) => now,
  asked,
  offers = [],
  terms = {},
  member = ears("fa"),
}: Back) {
  const club = cafe({ offers, wallets: WALLETS, locale: "fa-IR", ...terms });
  const before = had === undefined ? member : { ...member, standing: had };
  const entry = entryOf(club.evaluate(purchase({ lines: [100_000], ...sale, member: before })));
  const standing = since(apply(had, entry));
  const request = {
    id: "r-1",
    at: on("2026-11-22", "17:30"),
    sale: entry,
    member: { id: "sara", ...member, standing },
  };
  return club.refund({ ...request, ...asked });
}

/** What is read of it, line by line, in Persian and in English. */
function lines(back: Back): readonly (readonly string[])[] {
  return (["fa", "en"] as const).flatMap((locale) =>
    (bringBack({ ...back, member: ears(locale) }).intents ?? []).map(({ text }) => text.split("\n")),
  );
}

const ALL = { returned: [{ line: "1", quantity: "1" }] };
const spent = (standing: Standing): Standing => ({ ...standing, lots: [] });

// R15.18
describe("what a member reads of something brought back", () => {
  it("the money that they have back", () => {
    expect(lines({ asked: { amount: "40000" } })).toEqual([
      ["مرجوعی ثبت شد، بازپرداخت: ۴۰٬۰۰۰ تومان"],
      ["Return recorded: 40,000 toman back to you"],
    ]);
  });

  it("what goes back into wallets and out of them", () => {
    const had = { balances: [{ wallet: "points", amount: "100" }] };
    const sale = { redeem: [{ wallet: "points", amount: "100" }] } as const;
    // 100,000 − 100 × 40 were paid, for 9 points.
    expect(lines({ had, sale, offers: [POINTS], asked: ALL })).toEqual([
      ["مرجوعی ثبت شد، بازپرداخت: ۹۶٬۰۰۰ تومان", "۱۰۰ امتیاز به شما برگشت", "۹ امتیاز پس گرفته شد"],
      ["Return recorded: 96,000 toman back to you", "100 points returned to you", "9 points taken back"],
    ]);
    expect(lines({ had, sale, offers: [POINTS], asked: ALL, since: spent })).toEqual([
      ["مرجوعی ثبت شد، بازپرداخت: ۹۶٬۰۰۰ تومان", "۱۰۰ امتیاز به شما برگشت", "بدهی شما: ۹ امتیاز"],
      ["Return recorded: 96,000 toman back to you", "100 points returned to you", "You owe 9 points"],
    ]);
  });

  it("what they owe in all, where this left a debt, and not where it did not", () => {
    const owes = (standing: Standing) => ({ ...standing, debts: [{ wallet: "points", amount: "5" }] });
    const since = (standing: Standing) => owes(spent(standing));
    expect(lines({ offers: [POINTS], asked: ALL, since })[1]).toEqual([
      "Return recorded: 100,000 toman back to you",
      "You owe 15 points",
    ]);
    expect(lines({ asked: ALL, since: owes })[1]).toEqual(["Return recorded: 100,000 toman back to you"]);
  });

  it("what was kept of the money for what was spent already", () => {
    // 10 points at 40, as they pay at the till.
    const terms = { refunds: { debt: "deductFromRefund" } } as const;
    expect(lines({ offers: [POINTS], asked: ALL, since: spent, terms })).toEqual([
      ["مرجوعی ثبت شد، بازپرداخت: ۹۹٬۶۰۰ تومان", "با کسر ۴۰۰ تومان بابت آنچه خرج شده بود"],
      ["Return recorded: 99,600 toman back to you", "After 400 toman for what was spent already"],
    ]);
  });

  it("only that it is recorded, where no money goes back", () => {
    const had = { balances: [{ wallet: "credit", amount: "100000" }] };
    const sale = { redeem: [{ wallet: "credit", amount: "100000" }] } as const;
    expect(lines({ had, sale, asked: ALL })).toEqual([
      ["مرجوعی ثبت شد", "۱۰۰٬۰۰۰ تومان اعتبار به شما برگشت"],
      ["Return recorded", "100,000 toman credit returned to you"],
    ]);
  });

  it("vouchers that they have again, and those that are taken", () => {
    const had = { vouchers: [{ id: "v-1", offer: "coffee" }] };
    expect(lines({ had, sale: { vouchers: ["v-1"] }, offers: [COFFEE], asked: ALL })).toEqual([
      ["مرجوعی ثبت شد، بازپرداخت: ۹۰٬۰۰۰ تومان", "بن قهوهٔ رایگان به شما برگشت"],
      ["Return recorded: 90,000 toman back to you", "1 voucher (Free coffee) returned to you"],
    ]);
    const thanks: Offer = { id: "thanks", always: true, benefit: { kind: "voucher", offer: "coffee" } };
    expect(lines({ offers: [COFFEE, thanks], asked: ALL })).toEqual([
      ["مرجوعی ثبت شد، بازپرداخت: ۱۰۰٬۰۰۰ تومان", "بن قهوهٔ رایگان پس گرفته شد"],
      ["Return recorded: 100,000 toman back to you", "1 voucher (Free coffee) taken back"],
    ]);
  });
});

// R15.1, R15.4 to R15.8, R15.12
describe("a refund's message is one like any other", () => {
  const heard = (member: Partial<Member>, terms: Partial<Program> = {}) =>
    bringBack({ member, terms, asked: ALL }).intents?.map(
      ({ template, channels }) => `${channels.join()} ${template}`,
    );
  const contact = (more: Member["contact"]) => ({ contact: { channels: ["sms", "push"], ...more } }) as const;

  it("with consent to service, on each channel; not in the entry, and not of one that is refused", () => {
    expect(heard(contact({ consent: { service: true } }))).toEqual([
      "sms refund.booked",
      "push refund.booked",
    ]);
    expect(heard(contact({ consent: { promotional: true } }))).toEqual([]);
    expect(heard({})).toEqual([]);
    const { entry } = bringBack({ asked: ALL });
    expect(JSON.stringify(entry)).not.toMatch(/intent|sms|refund\.booked/);
    const refused = bringBack({ asked: { returned: [{ line: "1", quantity: "2" }] } });
    expect(refused.status).toBe("refused");
    expect(refused).not.toHaveProperty("intents");
  });

  it("written whole, and the same whenever the till asks again", () => {
    const back = { had: { balances: [{ wallet: "credit", amount: "40000" }] }, asked: ALL } as const;
    const redeem = [{ wallet: "credit", amount: "40000" }] as const;
    const terms = { notifications: { optOut: { fa: "لغو۱۱" } } };
    const once = () => bringBack({ ...back, sale: { redeem }, terms });
    const { entry, intents } = once();
    expect(once().intents).toEqual(intents);
    expect(intents).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        dedupeKey: `${entry?.id}:refund.booked:sms`,
        topic: "refund.booked",
        category: "service",
        to: { memberId: "sara" },
        channels: ["sms"],
        locale: "fa",
        template: "refund.booked",
        params: [
          { name: "what", value: "money", text: "money" },
          { name: "wallet", value: "", text: "" },
          { name: "offer", value: "", text: "" },
          { name: "amount", value: "60000", text: "۶۰٬۰۰۰ تومان" },
          { name: "what.2", value: "restored", text: "restored" },
          { name: "wallet.2", value: "credit", text: "اعتبار" },
          { name: "offer.2", value: "", text: "" },
          { name: "amount.2", value: "40000", text: "۴۰٬۰۰۰ تومان اعتبار" },
        ],
        text: "مرجوعی ثبت شد، بازپرداخت: ۶۰٬۰۰۰ تومان\n۴۰٬۰۰۰ تومان اعتبار به شما برگشت\nلغو۱۱",
        sms: { encoding: "UCS-2", units: 77, segments: 2 },
        notBefore: "2026-11-22T17:30:00+03:30",
        notAfter: "2026-11-23T17:30:00+03:30",
      },
    ] satisfies readonly Intent[]);
  });

  it("at once, for somebody stands at the till; not in quiet hours", () => {
    const at = (time: string, terms: Partial<Program> = {}) =>
      bringBack({ asked: { ...ALL, at: on("2026-11-22", time) }, terms }).intents?.map(
        ({ notBefore }) => notBefore,
      );
    expect(at("07:00")).toEqual([on("2026-11-22", "07:00")]);
    const quietHours = { from: "22:00", until: "08:00" };
    expect(at("23:00", { notifications: { quietHours } })).toEqual([on("2026-11-23", "08:00")]);
  });
});
