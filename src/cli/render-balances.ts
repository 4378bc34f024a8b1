import { amountText } from "./amount-text.js";
import type { Decided } from "./decided.js";
import { nameTexts } from "./name-texts.js";
import type { Paint } from "./paint.js";
import { type Column, renderTable } from "./render-table.js";

const COLUMNS: readonly Column[] = [
  { title: "wallet", align: "left" },
  { title: "before", align: "right" },
  { title: "after", align: "right" },
  { title: "pending", align: "right" },
  { title: "name", align: "left" },
  { title: "", align: "left" },
];

/** What could be spent from each wallet before, and what can be after. */
export function renderBalances({ club, decision }: Decided, paint: Paint): readonly string[] {
  const nameOf = new Map(club.program.wallets?.map(({ id, name }) => [id, name]));
  const rows = decision.balances.map(({ wallet, before, after, pending }) => [
    wallet,
    amountText(before),
    { text: amountText(after), paint: before === after ? paint.dim : paint.green },
    pending === undefined ? "" : amountText(pending),
    ...nameTexts(nameOf.get(wallet)),
  ]);
  return [paint.bold("Balances"), ...renderTable(COLUMNS, rows, paint.dim)];
}
