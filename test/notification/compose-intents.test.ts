import { createHash } from "node:crypto";
import { apply, type Member } from "vafa";
import { describe, expect, it } from "vitest";
import { type cafe, guestPurchase, persian } from "../scenarios/club.js";
import { BEANS_AND_MORE, SARA } from "../scenarios/five-offers.js";
import { ALL_EARS, type Hearing, hear, SERVICE_ONLY, sarasRequest, talkingCafe, texts } from "./hear.js";

const ALL_CHANNELS = { ...ALL_EARS, channels: ["sms", "push", "email"] } as const;

const about = (club: ReturnType<typeof cafe>, hearing: Partial<Hearing>) =>
  hear(club, hearing).map(({ channels, template }) => `${channels.join()}: ${template}`);

// R15.1, R15.4
describe("one decision is one message a channel", () => {
  it("unless the program says otherwise, and as many as there are topics if it does", () => {
    expect(about(talkingCafe(), { contact: ALL_CHANNELS })).toEqual([
      "sms: transaction.recorded+birthday+earned",
      "push: transaction.recorded+birthday+earned",
      "email: transaction.recorded+birthday+earned",
    ]);
    expect(about(talkingCafe({ merge: false }), { contact: ALL_CHANNELS })).toEqual([
      "sms: transaction.recorded",
      "sms: birthday",
      "sms: earned",
      "push: transaction.recorded",
      "push: birthday",
      "push: earned",
      "email: transaction.recorded",
      "email: birthday",
      "email: earned",
    ]);
  });

  it("on a channel that is named twice, too", () => {
    const contact = { ...ALL_EARS, channels: ["sms", "sms"] } as const;
    expect(hear(talkingCafe(), { contact })).toHaveLength(1);
  });

  it("with all that a provider's own template needs, names that come again being numbered", () => {
    const [intent] = hear(talkingCafe(), { contact: SERVICE_ONLY });
    expect(intent).toEqual({
      id: "db3e3ae559c46c59c5a18aa8027f8578",
      dedupeKey: "e6f698d9db2e4e36bb8c807c24cddeb2:transaction.recorded+earned:sms",
      topic: "transaction.recorded",
      category: "service",
      to: { memberId: "sara" },
      channels: ["sms"],
      locale: "fa",
      template: "transaction.recorded+earned",
      params: [
        { name: "due", value: "600000", text: "۶۰۰٬۰۰۰ تومان" },
        { name: "discount", value: "0", text: "۰ تومان" },
        { name: "list", value: "600000", text: "۶۰۰٬۰۰۰ تومان" },
        { name: "discounted", value: "no", text: "no" },
        { name: "wallet", value: "credit", text: "اعتبار" },
        { name: "amount", value: "120000", text: "۱۲۰٬۰۰۰ تومان اعتبار" },
        { name: "balance", value: "120000", text: "۱۲۰٬۰۰۰ تومان" },
        { name: "told", value: "no", text: "no" },
        { name: "first", value: "yes", text: "yes" },
        { name: "wallet.2", value: "points", text: "امتیاز" },
        { name: "amount.2", value: "60", text: "۶۰ امتیاز" },
        { name: "balance.2", value: "60", text: "۶۰" },
        { name: "told.2", value: "no", text: "no" },
        { name: "first.2", value: "yes", text: "yes" },
      ],
      text: "خرید ۶۰۰٬۰۰۰ تومان ثبت شد\n۱۲۰٬۰۰۰ تومان اعتبار گرفتید\n۶۰ امتیاز گرفتید",
      sms: { encoding: "UCS-2", units: 70, segments: 1 },
      notBefore: "2026-11-21T17:30:00+03:30",
      notAfter: "2026-11-22T17:30:00+03:30",
    });
  });

  it("and only an SMS has a length", () => {
    const lengths = hear(talkingCafe(), { contact: ALL_CHANNELS }).map((intent) => "sms" in intent);
    expect(lengths).toEqual([true, false, false]);
  });
});

// R15.5
describe("nothing is said without consent", () => {
  const told = (contact: Member["contact"]) =>
    hear(talkingCafe(), { member: { contact } }).map(({ category, template }) => `${category}: ${template}`);

  it.each<[string, Member["contact"], readonly string[]]>([
    ["none", { channels: ["sms"] }, []],
    ["an empty one", { channels: ["sms"], consent: {} }, []],
    ["a refusal", { channels: ["sms"], consent: { service: false, promotional: false } }, []],
    ["no contact", undefined, []],
    ["no channels", { consent: { service: true, promotional: true } }, []],
    ["an empty list of channels", { ...ALL_EARS, channels: [] }, []],
    ["service", SERVICE_ONLY, ["service: transaction.recorded+earned"]],
    ["promotional", { channels: ["sms"], consent: { promotional: true } }, ["promotional: birthday"]],
    ["both", ALL_EARS, ["promotional: transaction.recorded+birthday+earned"]],
  ])("%s", (_, contact, expected) => {
    expect(told(contact)).toEqual(expected);
  });

  it("nor anything to a guest, nor of a quote", () => {
    expect(talkingCafe().evaluate(guestPurchase({ lines: BEANS_AND_MORE }))).not.toHaveProperty("intents");
    expect(talkingCafe().quote(sarasRequest())).not.toHaveProperty("intents");
  });

  it("but each message of a topic of its own needs only its own", () => {
    const categories = hear(talkingCafe({ merge: false })).map(({ category }) => category);
    expect(categories).toEqual(["service", "promotional", "service"]);
  });
});

// R15.6
describe("an id is derived", () => {
  const ids = (hearing: Partial<Hearing> = {}, club = talkingCafe()) =>
    hear(club, { contact: ALL_CHANNELS, ...hearing }).map(({ id }) => id);

  it("J11: so a replay has the same, also in another version of the program", () => {
    expect(ids()).toEqual(ids());
    expect(ids({}, talkingCafe({}, undefined, { version: "2" }))).toEqual(ids());
  });

  it("and every channel, topic and purchase has another", () => {
    const apart = talkingCafe({ merge: false });
    const all = [...ids(), ...ids({ id: "t-2" }), ...ids({}, apart), ...ids({ id: "t-2" }, apart)];
    expect(new Set(all).size).toBe(3 + 3 + 9 + 9);
    for (const id of all) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it("from the key that says the same in words", () => {
    const club = talkingCafe();
    const { entry, intents = [] } = club.evaluate(sarasRequest({ contact: SERVICE_ONLY }));
    const key = `${entry?.id}:transaction.recorded+earned:sms`;
    const digest = createHash("sha256").update(`vafa:intent:1\n${key}`).digest("hex");
    expect(intents.map(({ dedupeKey, id }) => [dedupeKey, id])).toEqual([[key, digest.slice(0, 32)]]);
  });
});

// R15.10
describe("J08: an intent says nothing of who it is for but the member's id", () => {
  it("no name, number or birth date, whatever the host tells us", () => {
    const member = {
      ...SARA,
      contact: ALL_CHANNELS,
      segments: ["Sara Karimi"],
      attributes: { name: "سارا <script>", phone: "09121234567", email: "sara@example.com" },
      anniversaries: [{ name: "marriage", date: "2015-06-12" }],
    };
    const written = JSON.stringify(hear(talkingCafe(), { member }));
    expect(written).not.toMatch(/سارا|Sara|script|0912|example\.com|1370|1991|2015|marriage/);
    expect(written).toContain('"to":{"memberId":"sara"}');
  });

  it("and nothing of what is about to be sent stands in the entry or the standing", () => {
    const { entry } = talkingCafe().evaluate(sarasRequest());
    const written = JSON.stringify([entry, apply(undefined, entry)]);
    expect(written).not.toMatch(/intent|sms|تولد|service/);
  });
});

// R15.8
describe("the line to opt out", () => {
  const optOut = { fa: "لغو۱۱", en: "STOP to 11" };
  const last = (club: ReturnType<typeof cafe>, contact: Member["contact"]) =>
    texts(club, { contact }).map((text) => text.split("\n").at(-1));

  it("closes every SMS, in the member's language, and no other message", () => {
    const club = talkingCafe({ optOut, merge: false });
    expect(last(club, ALL_EARS)).toEqual(["لغو۱۱", "لغو۱۱", "لغو۱۱"]);
    expect(last(club, { ...ALL_EARS, locale: "en-GB" })).toEqual(["STOP to 11", "STOP to 11", "STOP to 11"]);
    expect(last(club, { ...ALL_EARS, channels: ["push"] })[0]).toBe("خرید ۶۰۰٬۰۰۰ تومان ثبت شد");
  });

  it("in another language where there is none in theirs, for the market asks for it", () => {
    const contact = { ...SERVICE_ONLY, locale: "en" };
    expect(last(talkingCafe({ optOut: { fa: "لغو۱۱" } }), contact)).toEqual(["لغو۱۱"]);
    expect(last(talkingCafe(), contact)).toEqual(["60 points earned"]);
  });

  it("counts in its length", () => {
    const [intent] = hear(talkingCafe({ optOut }), { contact: SERVICE_ONLY });
    expect(intent?.sms).toEqual({ encoding: "UCS-2", units: 76, segments: 2 });
  });
});

describe("the language", () => {
  const localeOf = (locale: string | undefined, terms = {}) =>
    hear(talkingCafe({}, undefined, terms), {
      contact: { ...ALL_EARS, ...(locale === undefined ? {} : { locale }) },
      member: { birthDate: persian(1370, 8, 30) },
    }).map((intent) => intent.locale);

  it("is the member's, else the program's, else English", () => {
    expect(localeOf("en-GB")).toEqual(["en"]);
    expect(localeOf("fa_IR")).toEqual(["fa"]);
    expect(localeOf(undefined)).toEqual(["fa"]);
    expect(localeOf("tr")).toEqual(["fa"]);
    expect(localeOf("tr", { locale: "de" })).toEqual(["en"]);
    expect(localeOf(undefined, { locale: undefined })).toEqual(["en"]);
  });
});
