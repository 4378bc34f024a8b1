import type { Issue } from "../documents/club-error.js";
import { issueAt } from "../documents/club-error.js";
import type { EntryWalletDraw } from "../settlement/entry.js";
import { parseInstant } from "../units/instant.js";
import { auditAdvance, auditHours } from "./audit-advance.js";
import { auditRefund } from "./audit-refund.js";
import { auditSale } from "./audit-sale.js";
import { type BookedFigures, type BookedSale, drawsOf, readFigures } from "./booked-figures.js";
import type { EntryFault } from "./chain-fault.js";
import { type Exact, exactOf, minus, plus } from "./exact.js";
import { type LedgerEntry, readLedgerEntry } from "./ledger-entry.js";
import { bookLots, type LotBook, lotKey, movedOf } from "./lot-book.js";
import { unbalanced } from "./unbalanced.js";

/** What a sealed entry says of itself, and what it does to the member's lots, which are booked on the way. */
export function auditBooks(copy: unknown, book: LotBook): EntryFault | undefined {
  const entry = readLedgerEntry(copy);
  if (!entry.ok) {
    const isNewer = entry.issues.some(({ code }) => code === "schema-version");
    return { reason: isNewer ? "schema-version" : "entry-form", issues: entry.issues };
  }
  const figures = readFigures(entry.value);
  if (!figures.ok) return { reason: "entry-form", issues: figures.issues };
  return auditRead(entry.value, figures.value, book);
}

/** The same of a sale that is read already. */
export function auditSaleBooks(sale: BookedSale, book: LotBook): EntryFault | undefined {
  return auditRead(sale, { sale, draws: drawsOf(sale) }, book);
}

function auditRead(entry: LedgerEntry, figures: BookedFigures, book: LotBook): EntryFault | undefined {
  const wrong = auditFigures(entry, figures);
  if (wrong !== undefined) return { reason: "ledger-unbalanced", issues: [wrong] };
  const { advance, sale } = figures;
  const unheld =
    bookLots(book, entry) ?? (sale && auditDraws(sale, book)) ?? (advance && auditHours(advance, book));
  if (unheld !== undefined) return { reason: "lot-mismatch", issues: [unheld] };
  forgetEmpty(book, entry);
  return undefined;
}

function auditFigures(
  entry: LedgerEntry,
  { advance, draws, refund, sale }: BookedFigures,
): Issue | undefined {
  return (
    auditPostings(entry) ??
    (draws && auditLots(entry, draws)) ??
    (sale && auditSale(sale)) ??
    (refund && auditRefund(refund)) ??
    (advance && auditAdvance(advance))
  );
}

/** A posting cannot be unbalanced, but it can move nothing. */
function auditPostings({ postings }: LedgerEntry): Issue | undefined {
  const index = postings.findIndex(({ from, to }) => from === to);
  return index < 0 ? undefined : unbalanced(["postings", index], "moves from an account to itself");
}

/** What was opened and drawn, lot by lot, is what the postings moved. */
function auditLots({ lots, postings }: LedgerEntry, draws: readonly EntryWalletDraw[]): Issue | undefined {
  const [into, out] = [new Map<string, Exact>(), new Map<string, Exact>()];
  for (const { amount, id, wallet } of lots) add(into, lotKey(wallet, id), exactOf(amount));
  for (const { amount, lot, wallet } of draws) add(out, lotKey(wallet, lot), exactOf(amount));
  for (const posting of postings) {
    const { amount, lot, unit } = posting;
    const moved = movedOf(posting);
    if (lot !== null && moved !== 0)
      add(moved === 1 ? into : out, lotKey(unit, lot), minus(0, exactOf(amount)));
  }
  const isEven = isNothing(into) && isNothing(out);
  return isEven ? undefined : unbalanced(["postings"], "the lots did not move as the entry says");
}

function add(sums: Map<string, Exact>, key: string, amount: Exact): void {
  sums.set(key, plus(sums.get(key) ?? 0, amount));
}

function isNothing(sums: ReadonlyMap<string, Exact>): boolean {
  for (const amount of sums.values()) if (amount !== 0) return false;
  return true;
}

/** What a sale uses of a lot must be active then, and not expired. */
function auditDraws({ at, conversions, redemptions }: BookedSale, book: LotBook): Issue | undefined {
  if (conversions.length + redemptions.length === 0) return undefined;
  const now = parseInstant(at) ?? 0;
  return unusable("redemptions", redemptions, now, book) ?? unusable("conversions", conversions, now, book);
}

type Drawn = BookedSale["redemptions"] | BookedSale["conversions"];

function unusable(kind: string, rows: Drawn, now: number, book: LotBook): Issue | undefined {
  for (const [index, { draws, wallet }] of rows.entries()) {
    for (const { lot } of draws) {
      const booked = book.get(lotKey(wallet, lot));
      if (booked !== undefined && booked.activeAt <= now && now < booked.expiresAt) continue;
      return issueAt("lot-mismatch", [kind, index], "uses a lot that could not be used then");
    }
  }
  return undefined;
}

/** A chain goes on for years; the lots that are used up need not be remembered. */
function forgetEmpty(book: LotBook, { postings }: LedgerEntry): void {
  for (const { lot, unit } of postings) {
    const key = lot === null ? "" : lotKey(unit, lot);
    if (book.get(key)?.held === 0n) book.delete(key);
  }
}
