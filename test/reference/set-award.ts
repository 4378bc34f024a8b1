import type { Benefit, Wallet } from "vafa";
import type { Purchase, PurchaseOffer } from "./read-purchase.js";
import type { Unit } from "./shelf.js";
import { split } from "./split.js";

/** What one part of an offer gives in a set: more than nothing. */
export interface SetAward {
  readonly offer: PurchaseOffer;
  readonly part: number;
  readonly benefit: Benefit;
  readonly wallet: Wallet | undefined;
  readonly gift: { readonly id: string; readonly chosenBy: "member" | "default" } | undefined;
  readonly amount: bigint;
  readonly clipped: bigint;
  /** By id of the line, more than nothing each. */
  readonly lines: ReadonlyMap<string, bigint>;
  /** The same before it was lowered. */
  readonly full?: ReadonlyMap<string, bigint>;
  /** To the member and to the club, of one minor unit, in 10^-12 of the currency. */
  readonly worthOfOne: bigint;
  readonly costOfOne: bigint;
  /** R6.26: the units that it was given on. */
  readonly given: readonly Unit[];
}

export function worthOf({ amount, worthOfOne }: SetAward): bigint {
  return amount * worthOfOne;
}

export function costOf({ amount, costOfOne }: SetAward): bigint {
  return amount * costOfOne;
}

/** R6.37 */
export function lower(award: SetAward, amount: bigint): SetAward {
  if (amount === award.amount) return award;
  const { full = award.lines } = award;
  const parts = [...full].map(([id, weight]) => ({ id, weight }));
  const clipped = award.clipped + award.amount - amount;
  return { ...award, amount, clipped, full, lines: withoutZeros(split(amount, parts)) };
}

/** R6.39: what an offer gives on the lines it won makes one award. */
export function merged(awards: readonly SetAward[]): SetAward {
  const sum = (of: (award: SetAward) => bigint) => awards.reduce((total, award) => total + of(award), 0n);
  const [first] = awards;
  if (first === undefined) throw new Error("there is nothing to merge");
  const amount = sum((award) => award.amount);
  const clipped = sum((award) => award.clipped);
  return { ...first, part: 1, amount, clipped, lines: new Map(awards.flatMap(({ lines }) => [...lines])) };
}

export function withoutZeros(parts: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> {
  return new Map([...parts].filter(([, amount]) => amount > 0n));
}

/** R1.2 */
export function digitsOf(wallet: Wallet | undefined, { digits }: Pick<Purchase, "digits">): number {
  if (wallet === undefined) return digits;
  return wallet.digits ?? (wallet.kind === "credit" ? digits : 0);
}
