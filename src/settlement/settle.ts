import type { VoucherGrant } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Selection } from "../selection/select-awards.js";
import type { Member, Request } from "../standing/request.js";
import { type TierHint, tierHint } from "../standing/tier-forecast.js";
import type { Shopping } from "../valuation/go-shopping.js";
import { type Balance, balancesOf } from "./balances.js";
import { type IssuedVoucher, issueVoucher, type Opening, openBooks, openLot } from "./books.js";
import { type Converted, convertUnits } from "./convert-units.js";
import { type Counted, countProgress } from "./count-progress.js";
import { drawnFrom } from "./drawn-from.js";
import { endsAt } from "./ends-at.js";
import { entryIdOf } from "./entry-id.js";
import { counting, raiseTier, type TierChange } from "./raise-tier.js";
import { type Renewal, renewLots } from "./renew-lots.js";

/** What is written down of a member's transaction: its id, what it opens and issues, what each wallet then holds. */
export interface Settlement {
  readonly entryId: string;
  readonly openings: readonly Opening[];
  readonly vouchers: readonly IssuedVoucher[];
  readonly conversions: readonly Converted[];
  readonly renewals: readonly Renewal[];
  readonly counted: Counted;
  readonly tier: TierChange;
  /** Of the way to the next tier, after it; `undefined` where nothing is measured. */
  readonly hint: TierHint | undefined;
  readonly balances: readonly Balance[];
}

/** Opens a lot for each accrual, issues vouchers, converts what is due, and works out the balances. A guest has none. */
export function settle(
  program: Program,
  { member, transaction }: Request,
  shopping: Shopping,
  selection: Selection,
): Settlement | undefined {
  if (member === undefined) return undefined;
  const { awards, redeemed } = selection;
  const entryId = entryIdOf(program, transaction.id, transaction.type);
  const drawn = drawnFrom(shopping.bought, redeemed);
  const books = openBooks(program, member, transaction, entryId);
  for (const award of awards) {
    if (award.wallet !== undefined) openLot(books, award.wallet, award.figured.amount, award);
    else if (award.kind === "voucher") {
      const { offer, expires } = award.benefit as VoucherGrant;
      issueVoucher(books, offer, endsAt(expires, program, transaction), award);
    }
  }
  const conversions = convertUnits(program, member, transaction, { books, drawn });
  const counted = countProgress(program, member, transaction, shopping, selection);
  const tier = raiseTier(program, member, transaction, awards, counted);
  return {
    entryId,
    openings: books.openings,
    vouchers: books.vouchers,
    conversions,
    renewals: renewLots(program, member, transaction),
    counted,
    tier,
    hint: program.tiers && tierHint(program, climbed(member, counted, tier), transaction.at),
    balances: balancesOf(program, member, transaction.at, { openings: books.openings, drawn, conversions }),
  };
}

/** The member as the next transaction finds them, as far as tiers go. */
function climbed(member: Member, counted: Counted, { base, heldUntil, graceUntil }: TierChange): Member {
  const after = counting(member, counted);
  const standing = {
    ...after.standing,
    baseTier: base,
    tierHeldUntil: heldUntil,
    tierGraceUntil: graceUntil,
  };
  return { ...after, standing };
}
