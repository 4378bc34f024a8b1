import { ClubError, parseProgram } from "vafa";
import { describe, expect, it } from "vitest";
import { TOPICS } from "../../src/program/topics.js";
import { BIRTHDAY } from "../scenarios/five-offers.js";
import { ALL_EARS, hear, NAMED_BASKET, POINTS, talkingCafe, texts } from "./hear.js";

type Topic = (typeof TOPICS)[number]["name"];

const own = (topic: Topic, text: string, locale: "fa" | "en" = "fa") => ({
  texts: [{ topic, channel: "sms" as const, locale, text }],
});

/** What is read of one topic where the club has this text for it. */
function read(topic: Topic, text: string, lines: readonly (string | number)[] = [600_000]): string {
  const club = talkingCafe({ merge: false, ...own(topic, text) }, [POINTS, BIRTHDAY]);
  const intent = hear(club, { lines }).find((one) => one.topic === topic);
  return intent?.text ?? "nothing";
}

function issuesOf(notifications: unknown, more: object = {}): readonly string[] {
  const { program } = talkingCafe();
  const parsed = parseProgram({ ...program, notifications, ...more });
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
}

const PATH = "/notifications/texts/0/text";

// R15.7
describe("a club's own text", () => {
  it("is written with the parameters of its topic", () => {
    expect(read("transaction.recorded", "{list} − {discount} = {due}")).toBe(
      "۶۰۰٬۰۰۰ تومان − ۰ تومان = ۶۰۰٬۰۰۰ تومان",
    );
    expect(read("birthday", "🎂 {offer}: {amount}")).toBe("🎂 birthday: ۱۲۰٬۰۰۰ تومان اعتبار");
  });

  it("chooses by select", () => {
    const text = "{discounted, select, yes {ارزان} other {گران}} شد: {due}";
    expect(read("transaction.recorded", text)).toBe("گران شد: ۶۰۰٬۰۰۰ تومان");
  });

  it("chooses by plural, and writes # as every other number, whatever the machine knows", () => {
    const text = "{due, plural, =5 {پنج} one {یک: #} other {چند: #}} {discount, plural, =0 {-} other {#}}";
    expect(read("transaction.recorded", text, [5])).toBe("پنج -");
    expect(read("transaction.recorded", text, [1])).toBe("یک: ۱ -");
    expect(read("transaction.recorded", text, [1_234_567])).toBe("چند: ۱٬۲۳۴٬۵۶۷ -");
    const notifications = own("transaction.recorded", "{due, plural, one {# coin} other {# coins}}", "en");
    const english = (price: number) =>
      texts(talkingCafe(notifications, []), { contact: { ...ALL_EARS, locale: "en" }, lines: [price] });
    expect([...english(1), ...english(0), ...english(12_000)]).toEqual(["1 coin", "0 coins", "12,000 coins"]);
  });

  it("chooses by plural within select, and by select within plural", () => {
    const inside = "{discounted, select, yes {} other {{due, plural, one {#} other {# = {due}}}}}";
    expect(read("transaction.recorded", inside, [20])).toBe("۲۰ = ۲۰ تومان");
    // Within select # is a sign like any other, as the parser reads it.
    const outside = "{due, plural, one {} other {#: {discounted, select, yes {} other {# {due}}}}}";
    expect(read("transaction.recorded", outside, [20])).toBe("۲۰: # ۲۰ تومان");
  });

  it("is taken for its own channel and language alone", () => {
    const club = talkingCafe(own("transaction.recorded", "ممنون"), []);
    const contact = { ...ALL_EARS, channels: ["sms", "push"] } as const;
    expect(texts(club, { contact })).toEqual(["ممنون", "خرید ۶۰۰٬۰۰۰ تومان ثبت شد"]);
    expect(texts(club, { contact: { ...contact, locale: "en" } })[0]).toBe(
      "Purchase recorded: 600,000 toman",
    );
  });

  it("may have nothing to say: then it is no line, and a message without lines is none", () => {
    const silent = "{discounted, select, yes {{discount}} other {}}";
    expect(
      texts(talkingCafe({ ...own("transaction.recorded", silent), optOut: { fa: "لغو۱۱" } }, [])),
    ).toEqual([]);
    const [intent] = hear(talkingCafe(own("transaction.recorded", silent), [POINTS]));
    expect(intent).toMatchObject({ template: "earned", text: "۶۰ امتیاز گرفتید" });
  });

  it("is no markup", () => {
    expect(read("birthday", "<b>{amount}</b> &amp; <i>")).toBe("<b>۱۲۰٬۰۰۰ تومان اعتبار</b> &amp; <i>");
  });

  it("writes braces in quotes as they are", () => {
    expect(read("birthday", "'{'{amount}'}' '{amount}'")).toBe("{۱۲۰٬۰۰۰ تومان اعتبار} {amount}");
  });
});

describe("a text that is wrong is told when the program is opened", () => {
  it.each<[string, string, readonly string[]]>([
    ["a brace left open", "{amount", [`template-syntax ${PATH}`]],
    ["a brace too many", "amount}", []],
    ["a choice without other", "{offer, select, a {b}}", [`template-syntax ${PATH}`]],
    ["a plural without other", "{amount, plural, one {b}}", [`template-syntax ${PATH}`]],
    ["a number, which it is not", "{amount, number}", [`template-syntax ${PATH}`]],
    ["a date, which it is not", "{amount, date, short}", [`template-syntax ${PATH}`]],
    ["a plural of what is no figure", "{offer, plural, other {#}}", [`template-syntax ${PATH}`]],
    ["an ordinal", "{amount, selectordinal, other {#}}", [`template-syntax ${PATH}`]],
    ["an offset", "{amount, plural, offset:1 other {#}}", [`template-syntax ${PATH}`]],
    ["a parameter that there is not", "{amonut}", [`template-param ${PATH}`]],
    ["one of another topic", "{due}", [`template-param ${PATH}`]],
    ["the member's name, which nobody knows here", "{name}", [`template-param ${PATH}`]],
    ["one within a choice", "{offer, select, a {{nobody}} other {}}", [`template-param ${PATH}`]],
    ["a plural of one that there is not", "{nobody, plural, other {#}}", [`template-param ${PATH}`]],
    ["what plurals are turned to", "{amount.number}", [`template-syntax ${PATH}`]],
    ["nothing", "", [`string-too-short ${PATH}`]],
    [
      "several things at once",
      "{amount, number} {nobody} {somebody}",
      [`template-syntax ${PATH}`, `template-param ${PATH}`, `template-param ${PATH}`],
    ],
  ])("%s", (_, text, issues) => {
    expect(issuesOf(own("birthday", text))).toEqual(issues);
  });

  it("with the parameter that was probably meant", () => {
    expect(() => talkingCafe(own("birthday", "{amonut}"))).toThrow('did you mean "amount"?');
    expect(() => talkingCafe(own("birthday", "{phone}"))).toThrow("there are offer, amount");
    expect(() => talkingCafe(own("birthday", "{phone}"))).toThrow(ClubError);
  });

  it.each(["name", "phone", "birthDate"])("no topic has a parameter %s", (param) => {
    for (const { params } of TOPICS) expect(params).not.toContain(param);
  });
});

// R15.11
describe("J05: what stands in a parameter", () => {
  const LINE_BREAKS = ["\n", "\r", "\r\n", "\u2028", "\u2029"];

  it.each(LINE_BREAKS)("holds no line break: %j in a name is refused", (mark) => {
    const name = { fa: `سبد${mark}بزرگ` };
    const offer = { ...NAMED_BASKET, name };
    const wallet = { id: "credit", kind: "credit", name };
    expect(issuesOf({}, { offers: [offer] })).toEqual(["template-param /offers/0/name/fa"]);
    expect(issuesOf({}, { offers: [], wallets: [wallet] })).toEqual(["template-param /wallets/0/name/fa"]);
    expect(issuesOf({}, { name })).toEqual(["template-param /name/fa"]);
    const currency = { code: `E${mark}R`, digits: 2 };
    expect(issuesOf({}, { currency })).toContain("template-param /currency/code");
  });

  it("and says so", () => {
    const offers = [{ ...NAMED_BASKET, name: { en: "Big\nbasket" } }];
    const parsed = parseProgram({ ...talkingCafe().program, offers });
    expect(parsed).toMatchObject({ ok: false, issues: [{ message: /must not hold a line break/ }] });
  });

  it.each([
    "{amount}",
    "{amount, plural, other {#}}",
    "%token%",
    "a;b",
    "'{'",
    "#",
    "<script>alert(1)</script>",
    "$&$1",
    "\\n",
  ])("is never read as a template: %s", (name) => {
    const club = talkingCafe({ merge: false }, [{ ...NAMED_BASKET, name: { fa: name } }]);
    const [, intent] = hear(club);
    expect(intent?.text).toBe(`${name}: ۶۰٬۰۰۰ تومان تخفیف`);
    expect(intent?.params[0]).toEqual({ name: "offer", value: "big-basket", text: name });
  });

  it("J08: is not turned around by what stands in it", () => {
    const offers = [{ ...NAMED_BASKET, name: { fa: "سبد\u202eبزرگ" } }];
    expect(issuesOf({}, { offers })).toEqual(["text-control /offers/0/name/fa"]);
  });
});
