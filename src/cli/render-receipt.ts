import type { Charge, Line } from "vafa";
import { amountText, isZero } from "./amount-text.js";
import type { Decided } from "./decided.js";
import { isolated } from "./name-texts.js";
import type { Paint } from "./paint.js";
import { type Column, renderTable } from "./render-table.js";

const COLUMNS: readonly Column[] = [
  { title: "line", align: "left" },
  { title: "quantity", align: "right" },
  { title: "unit price", align: "right" },
  { title: "list", align: "right" },
  { title: "discount", align: "right" },
  { title: "redeemed", align: "right" },
  { title: "due", align: "right" },
  { title: "item", align: "left" },
];

/** The receipt by line, and what is due. */
export function renderReceipt({ club, request, decision }: Decided, paint: Paint): readonly string[] {
  const { code } = club.program.currency;
  const { lines, totals } = decision;
  const rows = lines.map((charge, index) => {
    const line = request.transaction.lines?.[index];
    const { quantity = 1, unitPrice = "" } = line ?? {};
    return [
      charge.id,
      amountText(`${quantity}`),
      amountText(`${unitPrice}`),
      ...figures(charge),
      itemText(line),
    ];
  });
  const total = ["total", "", "", ...figures(totals)].map((text) => ({ text, paint: paint.bold }));
  return [
    paint.bold(`Receipt, in ${code}`),
    ...renderTable(COLUMNS, [...rows, total], paint.dim),
    "",
    `  Due: ${paint.bold(`${amountText(totals.due)} ${code}`)}`,
  ];
}

function figures({ list, discount, redeemed, due }: Charge): readonly string[] {
  return [
    amountText(list),
    amountText(discount),
    isZero(redeemed) ? "" : amountText(redeemed),
    amountText(due),
  ];
}

/** Whatever the till says of a line. */
function itemText(line: Line | undefined): string {
  const { sku, category = [], brand, kind } = line ?? {};
  const texts = [sku, ...(typeof category === "string" ? [category] : category), brand, kind];
  return texts.flatMap((text) => (text === undefined ? [] : [isolated(text)])).join(" · ");
}
