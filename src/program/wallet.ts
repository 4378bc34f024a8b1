import type { ItemTest } from "../facts/item-filter.js";
import type { Duration } from "../units/calendar.js";
import type { Rate } from "../units/rate.js";
import type { Rounding } from "../units/round.js";
import type { Name } from "./name.js";

export interface Currency {
  readonly code: string;
  readonly digits: number;
  readonly rounding: Rounding;
}

export type WalletKind = "credit" | "points" | "stamps" | "tickets";

export interface Wallet {
  readonly id: string;
  readonly name: Name;
  readonly kind: WalletKind;
  readonly digits: number;
  /** What one minor unit is worth to the member, and what it costs the club. */
  readonly worth: bigint;
  readonly cost: bigint;
  readonly accruesOn: "paid" | "discounted" | "list";
  readonly rounding: Rounding;
  readonly activatesAfter: Duration;
  readonly expires: ByTier<Expiry>;
  /** How it pays; `undefined` where it does not pay at the till. */
  readonly redemption: Redemption | undefined;
  readonly converts: Conversion | undefined;
}

/** Whole bundles of units that become something else by themselves. */
export interface Conversion {
  /** Minor units of the wallet. */
  readonly every: bigint;
  readonly into:
    | { readonly kind: "voucher"; readonly offer: string; readonly expires: Expiry }
    /** `amount` in minor units of the other wallet, for each bundle. */
    | { readonly kind: "wallet"; readonly wallet: string; readonly amount: bigint };
}

/** How the units of a wallet pay for a purchase. */
export interface Redemption {
  /** Of currency for one whole unit. */
  readonly rate: Rate;
  /** Minor units of the wallet. */
  readonly min: bigint;
  readonly step: bigint;
  /** Of what discounts left to pay on the lines it may pay. */
  readonly maxShare: Rate;
  readonly items: ItemTest | undefined;
}

/** No span at all: units can be spent as soon as they come in. One object, by which it is known. */
export const AT_ONCE: Duration = Object.freeze({});

export type Expiry =
  | "never"
  /** Units may be renewed by each purchase. */
  | { readonly after: Duration; readonly renewedBy?: "activity" | undefined }
  | { readonly endOf: "day" | "month" | "season" | "year"; readonly plus: number }
  /** The last local date it is good on. */
  | { readonly on: number };

/** Do units that lapse so last longer with each purchase? */
export function isRenewed(expiry: Expiry): boolean {
  return typeof expiry === "object" && "after" in expiry && expiry.renewedBy !== undefined;
}

/** A value that may differ by tier: then `tier` alone says it, and without a known tier there is none. */
export type ByTier<T> = { readonly same: T } | { readonly tier: ReadonlyMap<string, T> };

export function valueForTier<T>(value: ByTier<T>, tier: string | undefined): T | undefined {
  if ("same" in value) return value.same;
  return tier === undefined ? undefined : value.tier.get(tier);
}
