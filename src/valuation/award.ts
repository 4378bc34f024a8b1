import type { Benefit, GiftItem } from "../program/benefit.js";
import type { Offer } from "../program/program.js";
import type { Wallet } from "../program/wallet.js";

/** What a figure comes to: its amount, what found no room, and how the amount falls on the lines. */
export interface Figured {
  readonly amount: bigint;
  readonly clipped: bigint;
  /**
   * An amount that belongs to no line (a fixed gift on a free basket) is on none. Asked for only of what stands: the
   * search compares totals.
   */
  split(): Split;
}

/** How an amount falls on lines: two lists, as they were figured, so that nobody copies them. */
export interface Split {
  /** Indexes of the lines. */
  readonly lines: readonly number[];
  /** On each of these; on some it may be nothing. */
  readonly amounts: readonly bigint[];
}

/** What an offer gives here, or one part of it: more than nothing. */
export interface Award {
  readonly offer: Offer;
  /** 1 for the first of a list of benefits. */
  readonly part: number;
  readonly kind: Benefit["kind"];
  /** Where an accrual goes; `undefined` for what goes into none. */
  readonly wallet: Wallet | undefined;
  readonly benefit: Benefit;
  /** Of a gift: which, and whether the member chose it. */
  readonly gift: ChosenGift | undefined;
  readonly figured: Figured;
  readonly worth: bigint;
  readonly cost: bigint;
}

export interface ChosenGift {
  readonly item: GiftItem;
  readonly chosenBy: "member" | "default";
}
