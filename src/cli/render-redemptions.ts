import { amountText } from "./amount-text.js";
import type { Decided } from "./decided.js";
import type { Paint } from "./paint.js";
import { type Column, renderTable } from "./render-table.js";

const COLUMNS: readonly Column[] = [
  { title: "wallet", align: "left" },
  { title: "used", align: "right" },
  { title: "paid", align: "right" },
  { title: "for", align: "left" },
];

/** What wallets paid. */
export function renderRedemptions({ club, decision }: Decided, paint: Paint): readonly string[] {
  const rows = decision.redemptions.map((row) => {
    const item = "catalogue" in row ? `${row.times} × ${row.catalogue}` : "";
    return [row.wallet, amountText(row.amount), amountText(row.value), item];
  });
  const { code } = club.program.currency;
  return [paint.bold(`Redeemed, paid in ${code}`), ...renderTable(COLUMNS, rows, paint.dim)];
}
