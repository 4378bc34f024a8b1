import type { Club } from "vafa";
import { amountText, isZero } from "./amount-text.js";
import { nameText, nameTexts } from "./name-texts.js";
import type { Paint } from "./paint.js";
import { renderFaults } from "./render-faults.js";
import { type Column, renderTable } from "./render-table.js";
import type { ReplayReport } from "./replay-report.js";

/** The whole report for a person to read. */
export function renderReplay(report: ReplayReport, club: Club, paint: Paint): string {
  const { clubUses, faults, liability, messages, offers, refused, rows, tiers, wallets } = report;
  const sections = [
    renderTitle(report, club, paint),
    renderRows(report, paint),
    renderTurnover(report, club, paint),
    ...(wallets.length === 0 ? [] : [renderWallets(report, club, paint)]),
    ...(offers.length === 0 ? [] : [renderOffers(report, club, paint)]),
    ...(liability.length === 0 ? [] : [renderLiability(report, paint)]),
    ...(tiers.length === 0 ? [] : [renderTiers(report, club, paint)]),
    ...(clubUses.length === 0 ? [] : [renderClubUses(report, paint)]),
    ...(messages.count === 0 ? [] : [renderMessages(report, paint)]),
    ...(refused.length === 0 ? [] : [renderRefused(report, paint)]),
    ...(rows.faulty === 0 ? [] : [renderFaults(faults, rows.faulty, paint)]),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });

function renderTitle({ from, until }: ReplayReport, { program }: Club, paint: Paint): readonly string[] {
  const names = nameText(program.name);
  const span = from === null ? "no row was decided" : `first row ${from}`;
  return [
    ...(names === "" ? [] : [paint.bold(names)]),
    `program ${program.id} ${program.version} · ${span}${until === null ? "" : ` · time has passed until ${until}`}`,
  ];
}

function renderRows({ entries, members, occasions, rows }: ReplayReport, paint: Paint): readonly string[] {
  const counts: readonly (readonly [string, number, string])[] = [
    ["members", members.count, members.idle === 0 ? "" : `${members.idle} of them without a row`],
    ["purchases", rows.purchases, rows.guests === 0 ? "" : `${rows.guests} of them a guest's`],
    ["activities", rows.activities, ""],
    ["refunds", rows.refunds, ""],
    ["occasions", occasions, "that came by themselves, such as birthdays"],
    ["entries", entries, ""],
    ["refused", rows.refused, "decided, and nothing booked"],
    ["faulty", rows.faulty, "not decided"],
    ["later", rows.later, "left out: after the end"],
  ];
  const always = ["members", "purchases", "refunds", "entries"];
  return [
    paint.bold("Rows"),
    ...renderTable(
      [left("what"), right("count"), left("")],
      counts
        .filter(([what, count]) => count > 0 || always.includes(what))
        .map(([what, count, note]) => [what, amountText(`${count}`), note]),
      paint.dim,
    ),
  ];
}

function renderTurnover(
  { returned, rows, turnover }: ReplayReport,
  { program: { currency } }: Club,
  paint: Paint,
): readonly string[] {
  const row = (what: string, sums: { readonly [column: string]: string }) => [
    what,
    ...["list", "discount", "redeemed", "deducted", "due"].map((column) => amountText(sums[column] ?? "")),
  ];
  return [
    paint.bold(`Money, in ${currency.code}`),
    ...renderTable(
      [left(""), right("list"), right("discount"), right("redeemed"), right("deducted"), right("due")],
      [row("sold", turnover), ...(rows.refunds === 0 ? [] : [row("given back", { ...returned })])],
      paint.dim,
    ),
  ];
}

function renderWallets({ wallets }: ReplayReport, { program }: Club, paint: Paint): readonly string[] {
  const nameOf = new Map(program.wallets?.map(({ id, name }) => [id, name]));
  const columns = [
    "accrued",
    "redeemed",
    "converted",
    "lapsed",
    "takenBack",
    "givenBack",
    "held",
    "owed",
  ] as const;
  return [
    paint.bold("Wallets"),
    ...renderTable(
      [
        left("wallet"),
        ...["accrued", "redeemed", "converted", "lapsed", "taken back", "given back"].map(right),
        ...["held now", "owed by members", "name", ""].map((title, index) =>
          (index < 2 ? right : left)(title),
        ),
      ],
      wallets.map((row) => [
        row.wallet,
        ...columns.map((column) => (isZero(row[column]) && column !== "held" ? "" : amountText(row[column]))),
        ...nameTexts(nameOf.get(row.wallet)),
      ]),
      paint.dim,
    ),
  ];
}

function renderOffers({ offers }: ReplayReport, { program }: Club, paint: Paint): readonly string[] {
  const nameOf = new Map(program.offers.map(({ id, name }) => [id, name]));
  const { code } = program.currency;
  return [
    paint.bold(
      `Offers that were given: ${new Set(offers.map(({ offer }) => offer)).size} of ${program.offers.length}, in ${code}`,
    ),
    ...renderTable(
      [
        left("offer"),
        right("times"),
        right("gave"),
        right("worth"),
        right("cost"),
        right("back"),
        left("name"),
        left(""),
      ],
      offers.map(({ amount, back, cost, given, offer, unit, worth }) => [
        offer,
        amountText(`${given}`),
        `${amountText(amount)} ${unit === code ? "off" : unit}`,
        amountText(worth),
        amountText(cost),
        isZero(back) ? "" : amountText(back),
        ...nameTexts(nameOf.get(offer)),
      ]),
      paint.dim,
    ),
  ];
}

function renderLiability({ liability }: ReplayReport, paint: Paint): readonly string[] {
  return [
    paint.bold("What members can still spend, by the last month in which it is good"),
    ...renderTable(
      [left("wallet"), left("month"), right("amount"), right("lots")],
      liability.map(({ amount, lots, month, wallet }) => [
        wallet,
        month ?? "for good",
        amountText(amount),
        amountText(`${lots}`),
      ]),
      paint.dim,
    ),
  ];
}

function renderTiers({ tiers }: ReplayReport, { program }: Club, paint: Paint): readonly string[] {
  const nameOf = new Map(program.tiers?.ladder.map(({ id, name }) => [id, name]));
  return [
    paint.bold("Tiers at the end"),
    ...renderTable(
      [left("tier"), right("members"), left("name"), left("")],
      tiers.map(({ members, tier }) => [tier, amountText(`${members}`), ...nameTexts(nameOf.get(tier))]),
      paint.dim,
    ),
  ];
}

function renderClubUses({ clubUses }: ReplayReport, paint: Paint): readonly string[] {
  return [
    paint.bold("Counted of the whole club"),
    ...clubUses.map((row) =>
      "budget" in row
        ? `  budget ${row.budget}: ${amountText(`${row.amount}`)} spent`
        : `  offer ${row.offer}: ${row.uses} uses, ${row.members} members`,
    ),
  ];
}

function renderMessages({ messages }: ReplayReport, paint: Paint): readonly string[] {
  const { count, smsSegments, topics } = messages;
  const sms = smsSegments === 0 ? "" : `, ${amountText(`${smsSegments}`)} SMS segments`;
  return [
    paint.bold(`Messages for somebody else to send: ${amountText(`${count}`)}${sms}`),
    ...renderTable(
      [left("topic"), right("said")],
      topics.map((row) => [row.topic, amountText(`${row.count}`)]),
      paint.dim,
    ),
  ];
}

function renderRefused({ refused }: ReplayReport, paint: Paint): readonly string[] {
  return [
    paint.bold("Refused"),
    ...renderTable(
      [left("row"), left("reason"), right("count")],
      refused.map(({ count, reason, row }) => [row, reason, amountText(`${count}`)]),
      paint.dim,
    ),
  ];
}
