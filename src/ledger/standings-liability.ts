import { instant } from "../documents/dates.js";
import { type StandingDocument, standingSchema } from "../facts/standing.js";
import { parseInstant } from "../units/instant.js";
import { eachOf } from "./each-of.js";
import { type LiabilityOptions, type LiabilityRow, openLiability, optionsSchema } from "./liability.js";
import { openBook } from "./lot-book.js";
import { openDecimals } from "./millionths.js";
import { readOrThrow } from "./read-ledger.js";

/**
 * The same as `liability`, of members' standings: what a shop that keeps a standing of each member owes, without a look
 * at the entries. Months are Gregorian unless the options say otherwise, for a standing names no calendar.
 *
 * Worked: two members with lots of 112,000 and 8,000 that lapse in June 2027 are 120,000 in `"2027-06"`.
 *
 * Throws a `ClubError` where a standing, the instant or an option is none.
 */
export function standingsLiability(
  standings: Iterable<unknown>,
  at: string,
  options: LiabilityOptions = {},
): readonly LiabilityRow[] {
  const { calendar } = readOrThrow<LiabilityOptions>(optionsSchema, options, "/options");
  const owed = openLiability(parseInstant(readOrThrow<string>(instant, at, "/at")) ?? 0, calendar);
  const decimals = openDecimals();
  let index = 0;
  for (const document of eachOf(standings)) {
    const standing = readOrThrow<StandingDocument>(standingSchema, document, `/${index}`);
    for (const lot of openBook(standing).values()) owed.add(lot);
    for (const { amount, wallet } of [...(standing.lots ?? []), ...(standing.balances ?? [])]) {
      decimals.see(wallet, amount);
    }
    index += 1;
  }
  return owed.rows(decimals);
}
