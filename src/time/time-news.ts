import type { Wallet } from "../program/wallet.js";

/**
 * What the member should hear before it happens. `until` is the first instant at which it is over; what is told is the
 * last day before it.
 */
export type TimeNews =
  /** Units of a wallet that lapse on the same day, in its minor units. */
  | {
      readonly kind: "expiring";
      readonly wallet: Wallet;
      readonly amount: bigint;
      readonly until: number;
    }
  /** A voucher that lapses. */
  | {
      readonly kind: "voucher";
      /** Its own id, and the offer that it is a right to. */
      readonly voucher: string;
      readonly offer: string;
      readonly until: number;
    }
  /** The tier falls then, unless so much more is counted, in the unit that tiers are measured in. */
  | {
      readonly kind: "tier";
      readonly tier: string;
      readonly missing: bigint;
      readonly until: number;
    };
