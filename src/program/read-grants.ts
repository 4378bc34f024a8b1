import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { parseRate } from "../units/rate.js";
import { worthOfMinor } from "../units/worth.js";
import type { Gift, TierRaise, VoucherGrant } from "./benefit.js";
import type { GiftDocument, TierRaiseDocument, VoucherGrantDocument } from "./benefit-document.js";
import type { OffersById } from "./benefit-terms.js";
import { checkDistinct } from "./check-ids.js";
import { checkExpiry, checkSpan, readExpiry } from "./read-expiry.js";
import type { Reader } from "./read-figures.js";
import { placedFor } from "./read-tiered.js";
import type { Figure } from "./tiered.js";
import { missingRef } from "./vocabulary.js";

export function readGift({ gifts }: GiftDocument, path: Path, { issues }: Reader): Gift {
  checkDistinct([...path, "gifts"], gifts, issues);
  const items = gifts.map(({ id, name = {}, ...values }) => ({ id, name, ...worthAndCost(values) }));
  return { kind: "gift", gifts: items.sort((a, b) => byWorth(b, a) || byCodeUnit(a.id, b.id)) };
}

export function readVoucherGrant(
  { offer, expires = "never", ...values }: VoucherGrantDocument,
  path: Path,
  offers: OffersById,
  { tier, issues }: Reader,
): VoucherGrant | undefined {
  checkVoucherOffer(offer, [...path, "offer"], offers, issues);
  checkExpiry(expires, [...path, "expires"], issues);
  const expiry = placedFor(expires, tier, path);
  return expiry && { kind: "voucher", offer, expires: readExpiry(expiry.value), ...worthAndCost(values) };
}

/** A voucher is a right to an offer that is given by voucher only. */
export function checkVoucherOffer(offer: string, path: Path, offers: OffersById, issues: Issue[]): void {
  const named = offers.get(offer);
  if (named === undefined) {
    const hint = issues.length < MOST_ISSUES ? didYouMean(offer, byVoucher(offers)) : undefined;
    issues.push(missingRef(path, "offer", offer, hint));
  } else if (named.by !== "voucher") {
    const hint = `write "by": "voucher" in the offer ${offer}`;
    issues.push(issueAt("required", path, `${offer} is given without a voucher`, { hint }));
  }
}

function byVoucher(offers: OffersById): readonly string[] {
  return [...offers].filter(([, { by }]) => by === "voucher").map(([id]) => id);
}

export function readTierRaise(
  { tier, for: period, ...values }: TierRaiseDocument,
  path: Path,
  ladder: readonly string[],
  { issues }: Reader,
): TierRaise {
  if (!ladder.includes(tier))
    issues.push(missingRef([...path, "tier"], "tier", tier, didYouMean(tier, ladder)));
  if (period !== undefined) checkSpan(period, [...path, "for"], issues);
  return { kind: "tier", tier, period, ...worthAndCost(values) };
}

interface Valued {
  readonly worth?: Figure | undefined;
  readonly cost?: Figure | undefined;
}

/** On the scale of worths; what it costs the club is what it is worth to the member, unless said. */
function worthAndCost({ worth = "0", cost = worth }: Valued): {
  readonly worth: bigint;
  readonly cost: bigint;
} {
  return { worth: worthOfMinor(parseRate(worth), 0), cost: worthOfMinor(parseRate(cost), 0) };
}

function byWorth(a: { readonly worth: bigint }, b: { readonly worth: bigint }): number {
  return a.worth < b.worth ? -1 : a.worth > b.worth ? 1 : 0;
}
