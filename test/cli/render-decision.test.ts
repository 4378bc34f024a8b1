import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/cli/display-width.js";
import { CAFE, fileOf, vafa } from "./shell.js";

const program = JSON.parse(readFileSync(CAFE.program, "utf8"));
const request = JSON.parse(readFileSync(CAFE.request, "utf8"));

function shown(changes: { readonly program?: object; readonly request?: object }, isTTY = false): string {
  const files = {
    program: fileOf({ ...program, ...changes.program }),
    request: fileOf({ ...request, ...changes.request }),
  };
  const { code, out, err } = vafa(["evaluate", "--program", files.program, "--request", files.request], {
    isTTY,
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

/** The lines from a title to the next blank one. */
function section(out: string, title: string): readonly string[] {
  const [, rest = ""] = out.split(`\n${title}`);
  return rest.trimEnd().split("\n\n")[0]?.split("\n").slice(1) ?? [];
}

describe("a decision as a person reads it", () => {
  const cafe = shown({});

  it("names the club, the purchase and the member", () => {
    expect(cafe.split("\n").slice(0, 3)).toEqual([
      "Café Naderi · \u2068کافه نادری\u2069",
      "program cafe-naderi 1405-09 · purchase t-1 of 600,000 IRT · member m-81f3, tier silver, visit 11",
      "2026-11-21T17:30:00+03:30 · saturday 1405-08-30 (persian), 17:30:00 in Asia/Tehran",
    ]);
  });

  it("shows the receipt by line, and what is due", () => {
    expect(section(cafe, "Receipt, in IRT")).toEqual([
      "  line    quantity   unit price      list   discount       due   item",
      "  1              1      200,000   200,000          0   200,000   BEANS-250 · beans",
      "  2              1      250,000   250,000          0   250,000   CAKE-8 · cake",
      "  3              3       50,000   150,000          0   150,000   LATTE · coffee",
      "  total                           600,000          0   600,000",
    ]);
    expect(cafe).toContain("\n\n  Due: 600,000 IRT\n");
  });

  it("shows every offer that applied: worth, won or lost, to whom, how far behind", () => {
    const rows = section(cafe, "Offers that applied").map((row) => row.trim().split(/ {2,}/));
    expect(rows).toEqual([
      ["offer", "outcome", "gives", "worth", "behind", "why", "name"],
      [
        "base",
        "always",
        "72 points",
        "3,600",
        "competes with none",
        "Points for every purchase",
        "\u2068امتیاز خرید\u2069",
      ],
      ["birthday", "won", "120,000 credit", "120,000", "Birthday gift", "\u2068هدیهٔ تولد\u2069"],
      ["silver", "lost", "90,000", "30,000", "to birthday", "Silver members", "\u2068عضوهای نقره‌ای\u2069"],
      ["big-basket", "lost", "60,000", "60,400", "to birthday", "Big basket", "\u2068تخفیف سبد بزرگ\u2069"],
      [
        "eleventh-visit",
        "lost",
        "30,000",
        "90,000",
        "to birthday",
        "From the eleventh visit on",
        "\u2068از خرید یازدهم به بعد\u2069",
      ],
      ["beans", "lost", "14,000", "106,150", "to birthday", "Coffee beans", "\u2068دانهٔ قهوه\u2069"],
    ]);
    expect(cafe).toContain("Offers that applied: 6 of 6, worth in IRT\n");
    expect(cafe).toContain("  Worth to the member: 123,600 IRT (proven: no legal set is worth more)\n");
  });

  it("shows the balances before and after", () => {
    expect(section(cafe, "Balances").map((row) => row.trim().split(/ {2,}/))).toEqual([
      ["wallet", "before", "after", "name"],
      ["credit", "40,000", "160,000", "Credit", "\u2068اعتبار\u2069"],
      ["points", "0", "72", "Points", "\u2068امتیاز\u2069"],
    ]);
  });

  it("shows the sealed entry with postings that balance", () => {
    expect(cafe).toMatch(
      /Ledger entry, sealed\n {2}id {9}[0-9a-f]{32}\n {2}sequence {3}1\n {2}previous {3}0{64}\n {2}hash {7}[0-9a-f]{64}\n/,
    );
    expect(cafe).toContain("       72   points   club:points.issued   member:points\n");
    expect(cafe).toContain("  120,000   credit   club:credit.cost     member:credit\n");
    expect(cafe).toContain("  Balanced: 72 points out = 72 in; 120,000 credit out = 120,000 in\n");
  });

  it("shows the message that somebody else will send, each Persian line isolated", () => {
    const lines = section(cafe, "Messages for somebody else to send");
    expect(lines[0]).toMatch(/^ {2}sms: service, not before 2026-11-21T17:30:00\+03:30, 2 × UCS-2$/);
    expect(lines.slice(1).every((line) => /^ {4}\u2068[^\u2068\u2069]+\u2069$/.test(line))).toBe(true);
    expect(lines.at(-1)).toBe("    \u2068لغو۱۱\u2069");
  });

  it("aligns every column by what is shown, and puts Persian last", () => {
    const [head = "", ...rows] = section(cafe, "Offers that applied");
    const column = displayWidth(head.slice(0, head.indexOf("why")));
    for (const row of rows) {
      const before = row.slice(0, column);
      expect(displayWidth(before)).toBe(column);
      expect(row.slice(column - 3, column)).toBe("   ");
      expect(row.search(/[\u0600-\u06ff]/)).toBeGreaterThan(row.search(/[A-Z]/));
    }
  });

  it("says of a guest what the club would give them", () => {
    const { transaction } = request;
    const guest = shown({ request: { member: undefined, transaction } });
    expect(guest).toContain("600,000 IRT · a guest\n2026-11-21T17:30:00+03:30 · in Asia/Tehran\n");
    expect(guest).toMatch(/ birthday +not given +120,000 +for members of the club only/);
    expect(guest).toMatch(/ big-basket +won +60,000 off +60,000 /);
    expect(guest).toContain("  Due: 540,000 IRT\n");
    expect(guest).toContain("No ledger entry: a guest has no account in the club\n");
    expect(guest).not.toContain("Balances");
  });

  it("shows parts, what was clipped, unknown facts, and how many offers do not apply", () => {
    const percent = (id: string, more: object) => ({
      id,
      benefit: { kind: "discount", percent: "1" },
      ...more,
    });
    const isTrue = { operator: "equal", value: true };
    const out = shown({
      program: {
        facts: { isStudent: "boolean" },
        offers: [
          {
            id: "two",
            benefit: [
              { kind: "discount", fixed: "200001", items: { category: "beans" } },
              { kind: "points", fixed: "1234567" },
            ],
          },
          percent("student", { when: { all: [{ fact: "isStudent", ...isTrue }] } }),
          percent("coded", { code: ["YALDA"] }),
        ],
      },
    });
    expect(out).toContain("Offers that applied, or may have: 2 of 3, worth in IRT\n");
    expect(out).toMatch(/ two, part 1 +won +200,000 off +200,000 +1 less\n/);
    expect(out).toMatch(/ two, part 2 +won +1,234,567 points +61,728,350\n/);
    expect(out).toMatch(/ student +not given +unknown: isStudent\n/);
    expect(out).toContain("  1 other offer does not apply here\n");
  });

  it("shows a purchase that moves nothing", () => {
    const out = shown({ program: { offers: [] } });
    expect(out).toContain("Offers that applied: 0 of 0, worth in IRT\n");
    expect(out).toContain("  no postings: nothing moved\n");
  });
});

describe("colours", () => {
  const args = ["evaluate", "--program", CAFE.program, "--request", CAFE.request];

  it("stand on a terminal only", () => {
    expect(vafa(args).out).not.toContain("\u001b");
    expect(vafa(args, { isTTY: true }).out).toContain("\u001b[32mwon\u001b[39m");
  });

  it.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("stand not where the reader wants none: %j", (env) => {
    expect(vafa(args, { isTTY: true, env }).out).toBe(vafa(args).out);
  });

  it("stand where NO_COLOR is empty, which means nothing", () => {
    expect(vafa(args, { isTTY: true, env: { NO_COLOR: "" } }).out).toContain("\u001b[1m");
  });

  it("change no width", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
    expect(vafa(args, { isTTY: true }).out.replace(/\u001b\[[0-9]+m/g, "")).toBe(vafa(args).out);
  });

  it("stand in issues likewise", () => {
    const wrong = ["check", "--program", fileOf({})];
    expect(vafa(wrong).err).not.toContain("\u001b");
    expect(vafa(wrong, { isTTY: true }).err).toContain("\u001b[31m");
  });
});
