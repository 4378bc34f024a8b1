import type { Issue } from "../documents/club-error.js";
import { issueAt } from "../documents/club-error.js";
import type { EntryWalletDraw } from "../settlement/entry.js";
import { parseInstant } from "../units/instant.js";
import { auditRefund } from "./audit-refund.js";
import { auditSale } from "./audit-sale.js";
import { type BookedFigures, type BookedSale, readFigures } from "./booked-figures.js";
import type { EntryFault } from "./chain-fault.js";
import { type LedgerEntry, readLedgerEntry } from "./ledger-entry.js";
import { bookLots, type LotBook, lotKey, movedOf } from "./lot-book.js";
import { millionthsOf } from "./millionths.js";
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
  const wrong = auditFigures(entry.value, figures.value);
  if (wrong !== undefined) return { reason: "ledger-unbalanced", issues: [wrong] };
  const { sale } = figures.value;
  const unheld = bookLots(book, entry.value) ?? (sale && auditDraws(sale, book));
  if (unheld !== undefined) return { reason: "lot-mismatch", issues: [unheld] };
  forgetEmpty(book, entry.value);
  return undefined;
}

function auditFigures(entry: LedgerEntry, { draws, refund, sale }: BookedFigures): Issue | undefined {
  return (
    auditPostings(entry) ??
    (draws && auditLots(entry, draws)) ??
    (sale && auditSale(sale)) ??
    (refund && auditRefund(refund))
  );
}

/** A posting cannot be unbalanced, but it can move nothing. */
function auditPostings({ postings }: LedgerEntry): Issue | undefined {
  const index = postings.findIndex(({ from, to }) => from === to);
  return index < 0 ? undefined : unbalanced(["postings", index], "moves from an account to itself");
}

/** What was opened and drawn, lot by lot, is what the postings moved. */
function auditLots({ lots, postings }: LedgerEntry, draws: readonly EntryWalletDraw[]): Issue | undefined {
  const open = new Map<string, bigint>();
  const add = (key: string, amount: bigint): void => {
    open.set(key, (open.get(key) ?? 0n) + amount);
  };
  for (const { amount, id, wallet } of lots) add(`1 ${lotKey(wallet, id)}`, millionthsOf(amount));
  for (const { amount, lot, wallet } of draws) add(`-1 ${lotKey(wallet, lot)}`, millionthsOf(amount));
  for (const posting of postings) {
    const { amount, lot, unit } = posting;
    const moved = movedOf(posting);
    if (lot !== null && moved !== 0) add(`${moved} ${lotKey(unit, lot)}`, -millionthsOf(amount));
  }
  const isEven = [...open.values()].every((amount) => amount === 0n);
  return isEven ? undefined : unbalanced(["postings"], "the lots did not move as the entry says");
}

/** What a sale uses of a lot must be active then, and not expired. */
function auditDraws({ at, conversions, redemptions }: BookedSale, book: LotBook): Issue | undefined {
  const now = parseInstant(at) ?? 0;
  for (const [kind, rows] of Object.entries({ redemptions, conversions })) {
    for (const [index, { draws, wallet }] of rows.entries()) {
      const isUsable = draws.every(({ lot }) => {
        const booked = book.get(lotKey(wallet, lot));
        return booked !== undefined && booked.activeAt <= now && now < booked.expiresAt;
      });
      if (!isUsable) return issueAt("lot-mismatch", [kind, index], "uses a lot that could not be used then");
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
