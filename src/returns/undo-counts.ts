import type { EntryUse } from "../settlement/entry.js";
import type { ClubUseRow } from "../settlement/quote.js";
import type { Member } from "../standing/request.js";
import { parseInstant } from "../units/instant.js";
import type { RefundRequest } from "./read-refund.js";
import type { Sale } from "./read-sale.js";
import type { EntryVoucherBack } from "./refund-entry.js";

/** What a sale counted, and counts no more. */
export interface Undone {
  readonly uses: readonly EntryUse[];
  readonly vouchers: readonly EntryVoucherBack[];
  readonly clubUses: readonly ClubUseRow[];
  readonly visits: number;
}

const NOTHING: Undone = { uses: [], vouchers: [], clubUses: [], visits: 0 };

/**
 * With the last of a sale its uses, vouchers, budgets and visit are given back; before that nothing is. What the
 * merchant leaves to the member stays had: the uses and vouchers of offers that gave more than a discount, and budgets.
 * A voucher that has lapsed meanwhile is not given back.
 */
export function undoCounts(
  { sale, member, at, cause }: Pick<RefundRequest, "sale" | "member" | "at" | "cause">,
  whole: boolean,
): Undone {
  if (!whole) return NOTHING;
  const { entry } = sale;
  const kept = cause === "merchant" ? keptOffers(sale) : new Set<string>();
  return {
    uses: entry.uses.filter(({ offer }) => !kept.has(offer)).map(useRow),
    vouchers: entry.usedVouchers
      .filter(({ offer, expiresAt }) => !kept.has(offer) && isGood(expiresAt, at))
      .map(({ expiresAt, id, issuedAt, offer }) => ({ expiresAt, id, issuedAt, offer })),
    clubUses: entry.clubUses.flatMap((row): readonly ClubUseRow[] => {
      if ("budget" in row) return kept.size > 0 ? [] : [{ amount: row.amount, budget: row.budget }];
      return kept.has(row.offer)
        ? []
        : [{ members: lastOf(row.offer, member), offer: row.offer, uses: row.uses }];
    }),
    visits: entry.progress.visits,
  };
}

function keptOffers({ awards }: Sale): ReadonlySet<string> {
  return new Set(awards.filter(({ kind }) => kind !== "discount").map(({ offer }) => offer));
}

function isGood(expiresAt: string | null, at: number): boolean {
  return expiresAt === null || at < (parseInstant(expiresAt) ?? 0);
}

/** Is no other use of it left to the member? */
function lastOf(offer: string, { standing }: Member): 0 | 1 {
  return standing.uses.filter((use) => use.offer === offer).length <= 1 ? 1 : 0;
}

function useRow({ amount, at, birthdayYear, day, offer }: EntryUse): EntryUse {
  return { amount, at, birthdayYear, day, offer };
}
