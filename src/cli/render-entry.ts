import type { Decision, Posting } from "vafa";
import { amountText, sumOf } from "./amount-text.js";
import type { Paint } from "./paint.js";
import { type Column, renderTable } from "./render-table.js";

const COLUMNS: readonly Column[] = [
  { title: "amount", align: "right" },
  { title: "unit", align: "left" },
  { title: "from", align: "left" },
  { title: "to", align: "left" },
];

/** What the ledger keeps. */
export function renderEntry({ entry, status }: Decision, paint: Paint): readonly string[] {
  if (entry === undefined) {
    const why = status === "refused" ? "nothing was decided" : "a guest has no account in the club";
    return [paint.bold(`No ledger entry: ${why}`)];
  }
  const { id, sequence, previousHash, hash, postings } = entry;
  const rows = postings.map(({ amount, unit, from, to }) => [amountText(amount), unit, from, to]);
  return [
    paint.bold("Ledger entry, sealed"),
    `  id         ${id}`,
    `  sequence   ${sequence}`,
    `  previous   ${paint.dim(previousHash)}`,
    `  hash       ${hash}`,
    "",
    ...(rows.length === 0
      ? ["  no postings: nothing moved"]
      : [...renderTable(COLUMNS, rows, paint.dim), "", `  ${balanceText(postings)}`]),
  ];
}

/** What moved, by unit: a posting has two ends, so what left one account reached another. */
function balanceText(postings: readonly Posting[]): string {
  const units = [...new Set(postings.map(({ unit }) => unit))];
  const sums = units.map((unit) => {
    const amounts = postings.filter((posting) => posting.unit === unit).map(({ amount }) => amount);
    const sum = amountText(sumOf(amounts));
    return `${sum} ${unit} out = ${sum} in`;
  });
  return `Balanced: ${sums.join("; ")}`;
}
