import type { Offer } from "../program/program.js";
import type { Member, Transaction } from "../standing/request.js";
import type { Voucher } from "../standing/standing.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { ofOffer } from "./of-offer.js";

/** Those of a member's vouchers that are good at an instant. */
export function goodVouchers(vouchers: readonly Voucher[], at: number): readonly Voucher[] {
  return vouchers.filter(({ issuedAt, expiresAt }) => issuedAt <= at && at < expiresAt);
}

/** A member's vouchers for one offer: whether there is any, and which of those named is used. */
export interface HeldVouchers {
  readonly any: boolean;
  readonly used: string | undefined;
}

/** Of those the transaction names the one is used that lapses first; ties to the smaller id. */
export function heldVouchers(
  { id }: Offer,
  { standing }: Member,
  { at, vouchers }: Transaction,
): HeldVouchers {
  const held = goodVouchers(ofOffer(standing.vouchers, id), at);
  const named = held.filter((voucher) => vouchers.includes(voucher.id));
  const [first] = named.sort((a, b) => a.expiresAt - b.expiresAt || byCodeUnit(a.id, b.id));
  return { any: held.length > 0, used: first?.id };
}
