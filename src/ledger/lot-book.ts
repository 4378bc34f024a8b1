import { type Issue, issueAt } from "../documents/club-error.js";
import type { LotDocument, StandingDocument } from "../facts/standing.js";
import type { Posting } from "../settlement/entry.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { millionthsOf } from "./millionths.js";
import { momentOf } from "./moment.js";
import { ownText } from "./own-text.js";

/** What one lot holds, by the postings that named it. */
export interface BookedLot {
  readonly wallet: string;
  /** In millionths. */
  held: bigint;
  readonly activeAt: number;
  /** A renewal brings another. */
  readonly expiresAt: number;
  /** As it was written, in the zone of the club; `null` is never. */
  readonly expiry: string | null;
  readonly calendar: "gregorian" | "persian";
}

const NONE: readonly never[] = [];

/** One member's lots, by wallet and id. */
export type LotBook = Map<string, BookedLot>;

export function lotKey(wallet: string, lot: string): string {
  return `${wallet} ${lot}`;
}

/** The lots that a standing has; a host may have given two the same id. */
export function openBook({ lots = [], balances = [] }: StandingDocument): LotBook {
  const book: LotBook = new Map();
  for (const { wallet, amount } of balances) open(book, { id: "opening", wallet, amount });
  for (const lot of lots) open(book, lot);
  return book;
}

function open(book: LotBook, { id, wallet, amount, at, activeAt = at, expiresAt = null }: LotDocument): void {
  const key = lotKey(wallet, id);
  const held = (book.get(key)?.held ?? 0n) + millionthsOf(amount);
  book.set(key, { wallet, held, ...lifeOf(activeAt, expiresAt), calendar: "gregorian" });
}

function lifeOf(activeAt: string | undefined, expiresAt: string | null) {
  return {
    activeAt: activeAt === undefined ? Number.NEGATIVE_INFINITY : momentOf(activeAt),
    ...lapsing(expiresAt),
  };
}

function lapsing(expiresAt: string | null): Pick<BookedLot, "expiresAt" | "expiry"> {
  return {
    expiresAt: expiresAt === null ? Number.POSITIVE_INFINITY : momentOf(expiresAt),
    expiry: expiresAt === null ? null : ownText(expiresAt),
  };
}

/**
 * Books an entry's postings on a member's lots, in their order. Tells what is wrong: a movement of a lot that nobody
 * opened, or of more than it holds.
 */
export function bookLots(
  book: LotBook,
  { local, lots, postings, renewals = NONE }: LedgerEntry,
): Issue | undefined {
  for (const { expiresAt, lot, wallet } of renewals) {
    const booked = book.get(lotKey(wallet, lot));
    if (booked !== undefined) Object.assign(booked, lapsing(expiresAt));
  }
  for (const { activeAt, expiresAt, id, wallet } of lots) {
    const key = lotKey(wallet, id);
    // Units given back to a lot that is still there live as long as the lot does.
    if (!book.has(key))
      book.set(key, {
        wallet: ownText(wallet),
        held: 0n,
        ...lifeOf(activeAt, expiresAt),
        calendar: local.calendar,
      });
  }
  for (let index = 0; index < postings.length; index++) {
    const posting = postings[index] as Posting;
    const moved = posting.lot === null ? 0 : movedOf(posting);
    if (moved === 0) continue;
    const booked = book.get(lotKey(posting.unit, `${posting.lot}`));
    if (booked === undefined) return unheld(posting, index, "the member has no such lot");
    const amount = millionthsOf(posting.amount);
    booked.held += moved === 1 ? amount : -amount;
    if (booked.held < 0n) return unheld(posting, index, "the lot does not hold that much");
  }
  return undefined;
}

function unheld({ amount, lot }: Posting, index: number, message: string): Issue {
  return issueAt("lot-mismatch", ["postings", index], message, { received: `${amount} of ${lot}` });
}

/** Into the member's hands, out of them, or neither: from one of their accounts to another too. */
export function movedOf({ from, to, unit }: Posting): 1 | 0 | -1 {
  const [out, into] = [isMembers(from, unit), isMembers(to, unit)];
  return out === into ? 0 : into ? 1 : -1;
}

/** Is it the member's account of this unit, or a part of it such as what is pending? */
function isMembers(account: string, unit: string): boolean {
  if (!account.startsWith(MEMBER) || !account.startsWith(unit, MEMBER.length)) return false;
  const end = MEMBER.length + unit.length;
  return account.length === end || account[end] === ".";
}

const MEMBER = "member:";
