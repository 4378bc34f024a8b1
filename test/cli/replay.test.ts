import { readFileSync, statSync } from "node:fs";
import { type Entry, openClub } from "vafa";
import { balancesAt, trialBalance, verifyLedger } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { fileOf, vafa } from "./shell.js";

const PROGRAM = {
  id: "shop",
  version: "1",
  semantics: 1,
  name: { en: "The shop" },
  currency: { code: "EUR", digits: 2 },
  timeZone: "Europe/Berlin",
  calendar: "gregorian",
  wallets: [
    {
      id: "points",
      kind: "points",
      worth: "0.05",
      redemption: { rate: "0.05" },
      expires: { after: { months: 3 } },
    },
  ],
  offers: [
    {
      id: "base",
      always: true,
      benefit: { kind: "points", perSpend: { every: "1", grant: "1" } },
    },
    { id: "ten-off", limits: { budget: "cash" }, benefit: { kind: "discount", percent: "10" } },
  ],
  budgets: [{ id: "cash", amount: "15" }],
};
const program = fileOf(PROGRAM);

const purchase = (id: string, at: string, more: object = {}) => ({
  id,
  type: "purchase",
  at,
  currency: "EUR",
  lines: [{ id: "1", unitPrice: "50", quantity: 2 }],
  ...more,
});

const sale = (memberId: string, id: string, at: string, more: object = {}) => ({
  memberId,
  transaction: purchase(id, at, more),
});

const refund = (memberId: string, id: string, at: string, more: object) => ({
  memberId,
  refund: { id, at, returned: [{ line: "1", quantity: "1" }], ...more },
});

const fileOfRows = (rows: readonly unknown[]) => fileOf(rows.map((row) => JSON.stringify(row)).join("\n"));

/** Replays rows; the report, and the entries that were written. */
function replay(rows: readonly unknown[], more: readonly string[] = [], programFile = program) {
  const entriesFile = fileOf("");
  const ran = vafa([
    "replay",
    "--json",
    ...["--program", programFile, "--purchases", fileOfRows(rows), "--entries", entriesFile],
    ...more,
  ]);
  const entries = readFileSync(entriesFile, "utf8").split("\n").slice(0, -1);
  return {
    ...ran,
    report: JSON.parse(ran.out),
    entries: entries.map((line): Entry => JSON.parse(line)),
  };
}

const ROWS = [
  // Both come in the order of their own time; m-2 came before m-1.
  sale("m-1", "t-1", "2026-11-01T10:00:00+01:00"),
  sale("m-2", "t-2", "2026-10-01T10:00:00+02:00"),
  refund("m-1", "r-1", "2026-11-03T10:00:00+01:00", { sale: "t-1" }),
  { transaction: purchase("t-3", "2026-10-05T10:00:00+02:00") },
  sale("m-2", "t-4", "2026-11-05T10:00:00+01:00", { redeem: [{ wallet: "points", amount: 40 }] }),
  refund("m-1", "r-2", "2026-11-06T10:00:00+01:00", { sale: "t-1" }),
];

describe("vafa replay", () => {
  it("tells what a file of purchases and refunds comes to", () => {
    const purchases = fileOfRows(ROWS);
    const { code, out, err } = vafa(["replay", "--program", program, "--purchases", purchases]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")).toEqual([
      "The shop",
      "program shop 1 · first row 2026-10-01T10:00:00+02:00 · time has passed until 2026-11-06T10:00:00+01:00",
      "",
      "Rows",
      "  what        count",
      "  members         2",
      "  purchases       4   1 of them a guest's",
      "  refunds         2",
      "  entries         5",
      "",
      "Money, in EUR",
      // A budget of 15.00: 10.00 to m-1, 5.00 to m-2, and nothing more until m-1 brings all back.
      "                 list   discount   redeemed   deducted      due",
      "  sold         400.00      15.00       2.00              383.00",
      "  given back   100.00      10.00       0.00       0.00    90.00",
      "",
      "Wallets",
      "  wallet   accrued   redeemed   taken back   held now",
      // 90 of 90.00, 95 of 95.00, and 98 of 98.00; the first 90 go back.
      "  points       283         40           90        153",
      "",
      "Offers that were given: 2 of 2, in EUR",
      "  offer     times         gave   worth    cost    back",
      "  ten-off       2    15.00 off      15      15   10.00",
      "  base          3   283 points   14.15   14.15      90",
      "",
      "What members can still spend, by the last month in which it is good",
      "  wallet   month     amount   lots",
      "  points   2027-01       55      1",
      "  points   2027-02       98      1",
      "",
      "Counted of the whole club",
      "  budget cash: 5.00 spent",
      "",
      "Messages for somebody else to send: 1",
      "  topic        said",
      "  budget.low      1",
      "",
    ]);
  });

  it("prints the same as JSON, and writes the entries as they were sealed", () => {
    const { code, err, report, entries } = replay(ROWS);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(report.program).toEqual({ id: "shop", version: "1", hash: openClub(PROGRAM).hash });
    expect(report.rows).toEqual({
      ...{ purchases: 4, activities: 0, refunds: 2, guests: 1, refused: 0, faulty: 0, later: 0 },
    });
    expect(report.liability).toEqual([
      { wallet: "points", month: "2027-01", amount: "55", lots: 1 },
      { wallet: "points", month: "2027-02", amount: "98", lots: 1 },
    ]);
    expect(entries.map(({ transactionId }) => transactionId)).toEqual(["t-1", "t-2", "r-1", "t-4", "r-2"]);
    expect(verifyLedger(entries)).toMatchObject({ ok: true, entries: 5 });
  });

  it("agrees with the ledger: what came less what went is what is held", () => {
    const { report, entries } = replay(ROWS);
    const [{ accrued, redeemed, converted, lapsed, takenBack, givenBack, held }] = report.wallets;
    const left = Number(accrued) + Number(givenBack) - Number(redeemed) - Number(takenBack);
    expect(left - Number(converted) - Number(lapsed)).toBe(Number(held));
    const balances = balancesAt(entries, report.until).filter(({ wallet }) => wallet === "points");
    const spendable = balances.reduce((sum, { spendable }) => sum + Number(spendable), 0);
    expect(spendable).toBe(Number(held));
    const discounts = trialBalance(entries).accounts.find(({ account }) => account === "club:discount.cost");
    expect(discounts?.balance).toBe("-5.00");
  });

  it("gives each member the same, in whatever order the members come", () => {
    const free = fileOf({ ...PROGRAM, budgets: [], offers: PROGRAM.offers.slice(0, 1) });
    const mixed = replay(ROWS, [], free);
    const ordered = replay(byMember(ROWS), [], free);
    expect(ordered.report).toEqual(mixed.report);
    const chains = (entries: readonly Entry[]) =>
      [...entries].sort((a, b) =>
        a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : a.sequence - b.sequence,
      );
    expect(chains(ordered.entries)).toEqual(chains(mixed.entries));
  });

  it("begins from the profiles and standings of a members' file", () => {
    const members = fileOfRows([
      { id: "m-1", joinedAt: "2026-01-01T00:00:00+01:00", segments: ["staff"] },
      { id: "m-3", standing: { balances: [{ wallet: "points", amount: 700 }] } },
    ]);
    const staff = { id: "staff", when: { fact: "member.segments", operator: "contains", value: "staff" } };
    const forStaff = fileOf({
      ...PROGRAM,
      offers: [...PROGRAM.offers, { ...staff, benefit: { kind: "discount", percent: "50" } }],
    });
    const { report } = replay(ROWS.slice(0, 2), ["--members", members], forStaff);
    expect(report.members).toEqual({ count: 3, idle: 1 });
    expect(report.offers.map(({ offer }: { offer: string }) => offer)).toEqual(["staff", "ten-off", "base"]);
    // 50 points of 50.00, 90 of 90.00, and those from before.
    expect(report.wallets[0]).toMatchObject({ accrued: "140", held: "840" });
  });

  it("leaves out what lies after --until", () => {
    const { code, report } = replay(ROWS, ["--until", "2026-11-03T12:00:00+01:00"]);
    expect(code).toBe(0);
    expect(report.rows).toMatchObject({ purchases: 3, refunds: 1, later: 2 });
    expect(report.until).toBe("2026-11-03T12:00:00+01:00");
  });

  it("counts what is refused by its reason, and goes on", () => {
    const greedy = { redeem: [{ wallet: "points", amount: 9_999 }] };
    const { code, report } = replay([
      sale("m-1", "t-1", "2026-11-01T10:00:00+01:00", greedy),
      sale("m-1", "t-2", "2026-11-02T10:00:00+01:00"),
      refund("m-1", "r-1", "2026-11-03T10:00:00+01:00", {
        sale: "t-2",
        returned: [{ line: "1", quantity: 3 }],
      }),
      sale("m-1", "t-3", "2026-11-04T10:00:00+01:00", greedy),
    ]);
    expect(code).toBe(0);
    expect(report.rows).toMatchObject({ purchases: 1, refunds: 0, refused: 3 });
    expect(report.refused).toEqual([
      { row: "purchase", reason: "insufficientBalance", count: 2 },
      { row: "refund", reason: "moreThanSold", count: 1 },
    ]);
  });

  it("decides the rest of a sale anew where the program says so", () => {
    const large = { fact: "basket.total", operator: "greaterThanInclusive", value: "100" };
    const anew = fileOf({
      ...PROGRAM,
      refunds: { policy: "reevaluate" },
      offers: [{ id: "large", when: large, benefit: { kind: "discount", percent: "10" } }],
    });
    const { code, report } = replay(ROWS.slice(0, 3), [], anew);
    expect(code).toBe(0);
    // Without the second piece there is no discount: 45.00 less the other 5.00.
    expect(report.returned).toMatchObject({ list: "50.00", discount: "10.00", due: "40.00" });
  });
});

describe("time in vafa replay", () => {
  const timed = fileOf({
    ...PROGRAM,
    tiers: {
      ...{ metric: "spend", period: { rolling: { months: 6 } }, downgrade: "rejudge" },
      ladder: [{ id: "green" }, { id: "gold", from: "150" }],
    },
    offers: [
      PROGRAM.offers[0],
      {
        ...{ id: "miss-you", on: ["inactivity"], inactivity: { away: { days: 30 } }, always: true },
        benefit: { kind: "points", fixed: "7" },
      },
    ],
  });
  const rows = [
    sale("m-1", "t-1", "2026-01-01T10:00:00+01:00"),
    sale("m-1", "t-2", "2026-01-10T10:00:00+01:00"),
    sale("m-2", "t-3", "2026-01-20T10:00:00+01:00"),
  ];

  it("passes for each member before each row, and for all up to the end", () => {
    const { code, report, entries } = replay(rows, ["--until", "2026-12-31T23:59:59+01:00"], timed);
    expect(code).toBe(0);
    // Thirty days after the last row of each, once.
    expect(report).toMatchObject({ occasions: 2, rows: { purchases: 3 } });
    expect(report.offers.map(({ offer, given }: { offer: string; given: number }) => [offer, given])).toEqual(
      [
        ["base", 3],
        ["miss-you", 2],
      ],
    );
    // All of it lapses: three times 100, and twice 7.
    expect(report.wallets[0]).toMatchObject({ accrued: "314", lapsed: "314", held: "0" });
    expect(report.liability).toEqual([]);
    // m-1 was gold from the second row on, until the first was older than six months.
    expect(report.tiers).toEqual([
      { tier: "green", members: 2 },
      { tier: "gold", members: 0 },
    ]);
    const own = entries.filter(({ memberId }) => memberId === "m-1");
    expect(own.map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`)).toEqual([
      "purchase 2026-01-01",
      "purchase 2026-01-10",
      "activity 2026-02-09",
      // A reminder comes seven days before units lapse, and thirty before the tier falls.
      "advance 2026-03-25",
      "advance 2026-04-01",
      "advance 2026-04-03",
      "advance 2026-04-10",
      "advance 2026-05-01",
      "advance 2026-05-09",
      "advance 2026-05-31",
      "advance 2026-07-01",
    ]);
    expect(verifyLedger(entries)).toMatchObject({ ok: true, entries: entries.length });
  });

  it("comes to the same whether it passes at once or row by row", () => {
    const idle = { type: "checkIn", lines: undefined, currency: undefined };
    const stops = ["2026-02-20", "2026-04-05", "2026-06-30"].map((day, index) =>
      sale("m-1", `c-${index}`, `${day}T09:00:00+01:00`, idle),
    );
    const until = ["--until", "2026-12-31T23:59:59+01:00"];
    const [atOnce, inSteps] = [replay(rows, until, timed), replay([...rows, ...stops], until, timed)];
    expect(inSteps.report.rows.activities).toBe(3);
    expect(inSteps.report.wallets).toEqual(atOnce.report.wallets);
    expect(inSteps.report.tiers).toEqual(atOnce.report.tiers);
    const times = ({ entries }: { readonly entries: readonly Entry[] }) =>
      entries
        .filter(({ kind, transactionId }) => kind !== "activity" || !transactionId.startsWith("c-"))
        .map(({ at }) => at);
    expect(times(inSteps).sort()).toEqual(times(atOnce).sort());
  });

  it("never writes an entry before the one that it follows", () => {
    // Between the first row's last day in the period and the second row nothing falls due, and gold begins after it.
    const late = [
      sale("m-1", "t-1", "2026-01-01T10:00:00+01:00"),
      sale("m-1", "t-2", "2026-06-25T10:00:00+02:00"),
      sale("m-1", "t-3", "2026-07-20T10:00:00+02:00"),
    ];
    const { entries } = replay(late, ["--until", "2027-06-30T00:00:00+02:00"], timed);
    const instants = entries.map(({ at }) => Date.parse(at));
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    const tiers = entries.flatMap(({ at, standing }) =>
      standing === undefined || standing.tierBefore === standing.tierAfter
        ? []
        : `${at.slice(0, 10)} ${standing.tierAfter}`,
    );
    expect(tiers).toEqual(["2026-06-25 gold", "2026-07-20 gold"]);
  });
});

function byMember(rows: readonly object[]): readonly object[] {
  const of = (id: string | undefined) =>
    rows.filter((row) => ("memberId" in row ? row.memberId : undefined) === id);
  return [...of(undefined), ...of("m-2"), ...of("m-1")];
}

describe("faulty rows of vafa replay", () => {
  it("are told with their lines, and the others are decided", () => {
    const good = JSON.stringify(sale("m-1", "t-1", "2026-11-02T10:00:00+01:00"));
    const purchases = fileOf(
      [
        good,
        "",
        JSON.stringify(sale("m-1", "t-2", "2026-11-01T10:00:00+01:00")),
        JSON.stringify({ ...sale("m-2", "t-3", "2026-11-01T10:00:00+01:00"), memberid: "m-2" }),
        JSON.stringify(
          sale("m-2", "t-4", "2026-11-01T10:00:00+01:00", { lines: [{ id: "1", unitPrice: 1.5 }] }),
        ),
        '{"memberId":"m-2","transaction":',
        "[]",
        JSON.stringify(refund("m-1", "r-1", "2026-11-03T10:00:00+01:00", { sale: "t-9" })),
        JSON.stringify(refund("m-1", "r-2", "2026-11-03T10:00:00+01:00", { sale: "t-1", returned: [] })),
        JSON.stringify({ refund: { sale: "t-1" } }),
        JSON.stringify({ memberId: "m-1" }),
        JSON.stringify(sale("m-1", "t-5", "2026-11-31T10:00:00+01:00")),
      ].join("\r\n"),
    );
    const { code, out } = vafa(["replay", "--program", program, "--purchases", purchases]);
    expect(code).toBe(1);
    expect(out).toMatch(/ {2}members +1\n {2}purchases +1\n/);
    const told = out.slice(out.indexOf("Faulty lines")).trimEnd();
    expect(
      told
        .replaceAll(purchases, "FILE")
        .split("\n")
        .filter((line) => !line.startsWith("    ")),
    ).toEqual([
      "Faulty lines: 10",
      "  FILE:3 /transaction/at: lies before the member's row in line 1 [time-range]",
      '  FILE:4 /memberid: the field "memberid" is not known here [unknown-field]',
      "  FILE:5 /transaction/lines/0/unitPrice: must be written as a text to stay exact [number-format]",
      "  FILE:6 /transaction: is not JSON, at column 33 [json-syntax]",
      "  FILE:7: must be an object [type]",
      '  FILE:8 /refund/sale: no row above has sold "t-9" to a member [ref-missing]',
      "  FILE:9 /refund/returned: the list is too short [array-too-short]",
      "  FILE:10 /memberId: is missing: only members have refunds [required]",
      "  FILE:11: says one of `transaction` and `refund` [one-of]",
      "  FILE:12 /transaction/at: must be an instant with its offset [time-format]",
    ]);
    expect(told).toContain('    hint:     did you mean "memberId"?');
  });

  it("are told up to twenty, and then counted", () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ memberId: index }));
    const { code, out } = vafa(["replay", "--program", program, "--purchases", fileOfRows(rows)]);
    expect(code).toBe(1);
    expect(out.match(/ {2}\S+:[0-9]+ \/memberId: must be a text/g)).toHaveLength(20);
    expect(out).toMatch(/Faulty lines: 30\n[\s\S]*\n {2}and 10 more\n$/);
  });

  it("leave nothing behind: neither a member nor time that passed", () => {
    const wrong = sale("m-1", "t-2", "2027-10-01T10:00:00+02:00", { currency: "USD" });
    const { report, entries } = replay([
      sale("m-1", "t-1", "2026-11-01T10:00:00+01:00"),
      wrong,
      { ...wrong, memberId: "m-9" },
      sale("m-1", "t-3", "2026-11-02T10:00:00+01:00"),
    ]);
    expect(report.rows).toMatchObject({ purchases: 2, faulty: 2 });
    expect(report).toMatchObject({ members: { count: 1 }, until: "2026-11-02T10:00:00+01:00" });
    expect(entries.map(({ at }) => at.slice(0, 10))).toEqual(["2026-11-01", "2026-11-02"]);
  });

  it.each([
    ["a list", JSON.stringify(ROWS, null, 2)],
    ["a list on one line", JSON.stringify(ROWS)],
    ["a table", "member,amount\nm-1,50.00\n"],
  ])("are not looked for in %s, which is no NDJSON", (_, text) => {
    const file = fileOf(text);
    const { code, out, err } = vafa(["replay", "--program", program, "--purchases", file]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`${file}: 1 issue\n  the whole document: is no NDJSON: none of its lines is a row`);
    expect(err).toContain("hint:     a list of rows is no NDJSON: write each of them on a line of its own\n");
  });
});

describe("files of vafa replay", () => {
  it.each([
    ["--program", "no-such.json"],
    ["--purchases", "no-such.ndjson"],
    ["--members", "no-such.ndjson"],
    ["--entries", "no-such-folder/out.ndjson"],
  ])("that are not there are told: %s", (option, name) => {
    const files = new Map([
      ["--program", program],
      ["--purchases", fileOfRows(ROWS)],
      [option, name],
    ]);
    const { code, out, err } = vafa(["replay", ...[...files].flat()]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      new RegExp(
        `^${name}: 1 issue\n {2}the whole document: cannot be (read|written): there is no such file`,
      ),
    );
  });

  it("of members are read whole, or not at all", () => {
    const members = fileOfRows([{ id: "m-1" }, { name: "m-2" }, { id: "m-1" }]);
    const { code, out, err } = vafa([
      ...["replay", "--program", program, "--purchases", fileOfRows(ROWS), "--members", members],
    ]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`Faulty lines: 2\n  ${members}:2 /id: is missing, or no text [required]`);
    expect(err).toContain(`${members}:3 /id: the member stands in line 1 already [duplicate-id]`);
  });

  it.each(["--program", "--purchases"])("that are read are never written: %s", (option) => {
    const purchases = fileOfRows(ROWS);
    const file = option === "--program" ? program : purchases;
    const before = readFileSync(file, "utf8");
    const { code, err } = vafa([
      ...["replay", "--program", program, "--purchases", purchases, "--entries", file],
    ]);
    expect(code).toBe(1);
    expect(err).toContain(
      `${file}: 1 issue\n  the whole document: cannot be written: it is a file that is read`,
    );
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("may be empty, and may hold a mark of the byte order", () => {
    const empty = vafa(["replay", "--json", "--program", program, "--purchases", fileOf("")]);
    expect(empty.code).toBe(0);
    expect(JSON.parse(empty.out)).toMatchObject({ from: null, until: null, members: { count: 0 } });
    const marked = fileOf(`\ufeff${JSON.stringify(ROWS[0])}\n`);
    expect(vafa(["replay", "--program", program, "--purchases", marked]).code).toBe(0);
  });

  it("of a million signs in a line, or in another encoding, are read line by line", () => {
    const note = "x".repeat(1_000_000);
    const file = fileOf(
      Buffer.concat([
        Buffer.from(`${JSON.stringify({ memberId: "m-1", note })}\n`),
        Buffer.from([0xff, 0xfe, 0x0a]),
        Buffer.from(JSON.stringify(ROWS[0])),
      ]),
    );
    expect(statSync(file).size).toBeGreaterThan(1_000_000);
    const { code, out } = vafa(["replay", "--program", program, "--purchases", file]);
    expect(code).toBe(1);
    expect(out).toMatch(/:1 \/note: [\s\S]*:2: is not written in UTF-8 \[file-encoding\]/);
    expect(out).toMatch(/ {2}purchases +1\n/);
  });
});

describe("the progress of vafa replay", () => {
  const args = ["replay", "--program", program, "--purchases", fileOfRows(ROWS)];

  it("is shown on a terminal, and wiped away at the end", () => {
    const { err, out } = vafa(args, { isTTY: true, env: { NO_COLOR: "1" } });
    expect(err.replaceAll("\u001b", "ESC")).toMatch(/^\rESC\[Klook \[[= ]{30}\] [0-9]+ %\r/);
    expect(err).toContain("replay [==============================] 100 %");
    expect(err.endsWith("\r\u001b[K")).toBe(true);
    expect(out).toBe(vafa(args).out);
  });

  it("is shown nowhere else", () => {
    expect(vafa(args).err).toBe("");
    expect(vafa(args, { isTTY: true, env: { TERM: "dumb" } }).err).toBe("");
  });
});
