import type { VoucherGrant } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Selection } from "../selection/select-awards.js";
import type { Request } from "../standing/request.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { type Balance, balancesOf } from "./balances.js";
import { type IssuedVoucher, type Opening, openBooks } from "./books.js";
import { type Converted, convertUnits } from "./convert-units.js";
import { drawnFrom } from "./drawn-from.js";
import { endsAt } from "./ends-at.js";
import { entryIdOf } from "./entry-id.js";
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
  const entryId = entryIdOf(program, transaction.id, transaction.type);
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
