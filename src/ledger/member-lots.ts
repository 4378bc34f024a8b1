import { ClubError } from "../documents/club-error.js";
import { instant } from "../documents/dates.js";
import { debtAccount } from "../settlement/debts.js";
import type { Posting } from "../settlement/entry.js";
import { parseInstant } from "../units/instant.js";
import { ledgerEntries } from "./ledger-entry.js";
import { bookLots, type LotBook } from "./lot-book.js";
import { type Decimals, millionthsOf, openDecimals } from "./millionths.js";
import { issuesUnder, readOrThrow } from "./read-ledger.js";

/** The lots of every member as they were at an instant: what was booked later is left out. */
export interface MemberLots {
  readonly at: number;
  readonly books: ReadonlyMap<string, LotBook>;
  /** What members owe, by member and wallet. */
  readonly debts: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
  readonly decimals: Decimals;
}

const COMPLETE = "hand over each member's chain from its first entry on, in order";

export function memberLots(entries: unknown, at: unknown): MemberLots {
  const until = parseInstant(readOrThrow<string>(instant, at, "/at")) ?? 0;
  const books = new Map<string, LotBook>();
  const debts = new Map<string, Map<string, bigint>>();
  const decimals = openDecimals();
  let index = 0;
  for (const entry of ledgerEntries(entries)) {
    if ((parseInstant(entry.at) ?? 0) <= until) {
      const book = books.get(entry.memberId) ?? new Map();
      books.set(entry.memberId, book);
      const issue = bookLots(book, entry);
      if (issue !== undefined) throw new ClubError(issuesUnder(`/${index}`, [{ ...issue, hint: COMPLETE }]));
      const owed = debts.get(entry.memberId) ?? new Map();
      debts.set(entry.memberId, owed);
      for (const posting of entry.postings) {
        decimals.see(posting.unit, posting.amount);
        bookDebt(owed, posting);
      }
    }
    index += 1;
  }
  return { at: until, books, debts, decimals };
}

/** What is taken out of the account of a debt is owed, what comes into it is paid. */
function bookDebt(owed: Map<string, bigint>, { amount, from, to, unit }: Posting): void {
  const account = debtAccount(unit);
  const moved = from === account ? millionthsOf(amount) : to === account ? -millionthsOf(amount) : 0n;
  if (moved !== 0n) owed.set(unit, (owed.get(unit) ?? 0n) + moved);
}
