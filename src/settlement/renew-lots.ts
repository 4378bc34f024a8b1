import { PURCHASE } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import { type Expiry, valueForTier, type Wallet } from "../program/wallet.js";
import { offersById } from "../standing/offers-by-id.js";
import type { Member, Transaction } from "../standing/request.js";
import type { Lot } from "../standing/standing.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { endsAt } from "./ends-at.js";

/** A lot that lapses later, for the member came back. */
export interface Renewal {
  readonly wallet: Wallet;
  readonly lot: string;
  /** `undefined` is never. */
  readonly expiresAt: number | undefined;
}

/**
 * Each purchase renews the lots of the member that can be: they lapse when the same accrual of now would, and never
 * earlier than they did. What has lapsed, or would before it is active, stays as it is; so no balance changes by it.
 * Worked: with `{ after: { months: 6 }, renewedBy: "activity" }` a lot of 30 Aban, after a visit on 30 Azar, is good
 * until 30 Khordad for 30 Ordibehesht.
 */
export function renewLots(program: Program, member: Member, transaction: Transaction): readonly Renewal[] {
  const { lots, tier } = member.standing;
  const { at, type } = transaction;
  if (type !== PURCHASE || !lots.some(({ renewable }) => renewable)) return [];
  return program.wallets.flatMap((wallet) => {
    const renewed = new Map<string, Renewal>();
    for (const lot of lots) {
      if (lot.wallet !== wallet.id || !isRenewable(lot, at)) continue;
      const expiry = expiryOf(lot, wallet, program, tier);
      if (expiry === undefined) continue;
      const expiresAt = endsAt(expiry, program, transaction);
      if ((expiresAt ?? Number.POSITIVE_INFINITY) <= lot.expiresAt) continue;
      renewed.set(lot.id, { wallet, lot: lot.id, expiresAt });
    }
    return [...renewed.values()].sort((a, b) => byCodeUnit(a.lot, b.lot));
  });
}

function isRenewable({ renewable, activeAt, expiresAt }: Lot, at: number): boolean {
  return renewable && at < expiresAt && activeAt < expiresAt;
}

/** As of an accrual: by the benefit that opened it, where that says; else by its wallet. */
function expiryOf(lot: Lot, wallet: Wallet, program: Program, tier: string | undefined): Expiry | undefined {
  const offer = lot.offer === undefined ? undefined : offersById(program).get(lot.offer);
  if (offer === undefined) return valueForTier(wallet.expires, tier);
  const benefits = valueForTier(offer.benefits, tier);
  if (benefits === undefined) return undefined;
  for (const benefit of benefits) {
    if (!("wallet" in benefit) || benefit.wallet !== wallet || benefit.expires === undefined) continue;
    return valueForTier(benefit.expires, tier);
  }
  return valueForTier(wallet.expires, tier);
}
