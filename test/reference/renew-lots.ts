import type { Benefit, Entry, Offer, Wallet } from "vafa";
import { formatInstant } from "../../src/units/zone.js";
import { walletOf } from "./accrue.js";
import { isFiguredByTier } from "./admit.js";
import { isTiered } from "./limits.js";
import { type HeldLot, heldLots, lapseOf } from "./lots.js";
import { forTier } from "./read-purchase.js";
import type { Situation } from "./situation.js";

type Expires = Wallet["expires"];
type Accrual = Extract<Benefit, { readonly kind: Wallet["kind"] }>;

/** R11.11 */
export function renewals(situation: Situation): Entry["renewals"] {
  const { program, request, at, tier } = situation;
  if (request.transaction.type !== "purchase") return [];
  const written = (instant: number) =>
    instant === Number.POSITIVE_INFINITY ? null : formatInstant(instant, program.timeZone);
  return (program.wallets ?? []).flatMap((wallet) => {
    const rows = heldLots(wallet.id, situation).flatMap((lot) => {
      const isOpen = lot.renewable && lot.expiresAt > at && lot.expiresAt > lot.activeAt;
      const rule = isOpen ? ruleOf(lot, wallet, situation) : { byTier: {} };
      if (isTiered(rule) && tier === undefined) return [];
      const lapse = isOpen ? lapseOf(forTier(rule, tier), situation) : 0;
      return lapse > lot.expiresAt ? [{ expiresAt: written(lapse), lot: lot.id, wallet: wallet.id }] : [];
    });
    return rows.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  });
}

/** R11.3, for the same accrual of now. */
function ruleOf({ offer }: HeldLot, wallet: Wallet, situation: Situation): NonNullable<Expires> {
  const { program, tier } = situation;
  const { expires = "never" } = wallet;
  const opener = program.offers.find(({ id }) => id === offer);
  if (opener === undefined) return expires;
  if (tier === undefined && isFiguredByTier(opener)) return { byTier: {} };
  const own = accrualsOf(opener).find(
    (benefit) =>
      benefit.expires !== undefined && walletOf({ wallets: program.wallets ?? [] }, benefit) === wallet,
  );
  return own?.expires ?? expires;
}

function accrualsOf({ benefit }: Offer): readonly Accrual[] {
  return ([benefit].flat() as readonly Benefit[]).filter((one): one is Accrual =>
    ["credit", "points", "stamps", "tickets"].includes(one.kind),
  );
}

/** R11.11: is what lapses so renewed? */
export function isRenewed(expires: Expires, tier: string | undefined): boolean {
  if (isTiered(expires) && tier === undefined) return false;
  const own = forTier(expires ?? "never", tier);
  return typeof own === "object" && "renewedBy" in own && own.renewedBy === "activity";
}
