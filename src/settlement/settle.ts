import { sha256Hex } from "#sha256";
import type { VoucherGrant } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Selection } from "../selection/select-awards.js";
import type { Request, Transaction } from "../standing/request.js";
import { quote } from "../units/canonical-json.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { type Balance, balancesOf } from "./balances.js";
import { type IssuedVoucher, type Opening, openBooks } from "./books.js";
import { type Converted, convertUnits } from "./convert-units.js";
import { drawnFrom } from "./drawn-from.js";
import { endsAt } from "./ends-at.js";
import { raiseTier, type TierChange } from "./raise-tier.js";

/** What is written down of a member's transaction: its id, what it opens and issues, what each wallet then holds. */
export interface Settlement {
  readonly entryId: string;
  readonly openings: readonly Opening[];
  readonly vouchers: readonly IssuedVoucher[];
  readonly conversions: readonly Converted[];
  readonly tier: TierChange;
  readonly balances: readonly Balance[];
}

/** Opens a lot for each accrual, issues vouchers, converts what is due, and works out the balances. A guest has none. */
export function settle(
  program: Program,
  { member, transaction }: Request,
  shopping: Shopping,
  { awards, redeemed }: Selection,
): Settlement | undefined {
  if (member === undefined) return undefined;
  const entryId = entryIdOf(program, transaction);
  const drawn = drawnFrom(shopping.bought, redeemed);
  const books = openBooks(program, member, transaction, entryId);
  for (const award of awards) {
    if (award.wallet !== undefined) books.open(award.wallet, award.figured.amount, award);
    else if (award.kind === "voucher") {
      const { offer, expires } = award.benefit as VoucherGrant;
      books.issue(offer, endsAt(expires, program, transaction), award);
    }
  }
  const conversions = convertUnits(program, member, transaction, { books, drawn });
  return {
    entryId,
    openings: books.openings,
    vouchers: books.vouchers,
    conversions,
    tier: raiseTier(program, member, transaction, awards),
    balances: balancesOf(program, member, transaction.at, { openings: books.openings, drawn, conversions }),
  };
}

/** Derived from the program's id, not its version, so that a retry after a change of the program is the same event. */
function entryIdOf({ id }: Program, transaction: Transaction): string {
  return sha256Hex(`vafa:id:1\n["${id}",${quote(transaction.id)},"${transaction.type}"]`).slice(0, 32);
}
