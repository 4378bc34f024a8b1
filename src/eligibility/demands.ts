import type { Benefit } from "../program/benefit.js";
import type { Offer } from "../program/program.js";

/** What an offer asks for, whatever its condition says. */
export interface Demands {
  /** A guest has no wallet to accrue into, no uses to count, no tier, no vouchers, and no id to draw lots by. */
  readonly member: boolean;
  /** What it gives, or how long that lasts, depends on the tier. */
  readonly tier: boolean;
}

export function demandsOf(offer: Offer): Demands {
  const benefits = "same" in offer.benefits ? offer.benefits.same : [...offer.benefits.tier.values()].flat();
  const tier = "tier" in offer.benefits || benefits.some(readsTier);
  const { byVoucher, holdout, limit } = offer;
  const ofMember = byVoucher || holdout !== undefined || limit !== undefined || benefits.some(isKept);
  return { member: tier || ofMember, tier };
}

/** Not taken along on the spot: it stands in the books of the member. */
function isKept({ kind }: Benefit): boolean {
  return kind !== "discount" && kind !== "gift";
}

/** A raise looks at where the member stands; a lot may last as long as its tier says. */
function readsTier(benefit: Benefit): boolean {
  if (benefit.kind === "tier") return true;
  return "wallet" in benefit && "tier" in (benefit.expires ?? benefit.wallet.expires);
}
