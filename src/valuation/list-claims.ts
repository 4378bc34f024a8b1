import type { Discount } from "../program/benefit.js";
import type { Rounding } from "../units/round.js";
import type { Basket } from "./basket.js";
import { claimOf, percentClaim } from "./claim.js";
import { type SharedLines, sharedLines } from "./shared-lines.js";
import { type TakenOff, takenInFull } from "./taken-off.js";

/** Discounts on list amounts: whatever others take, so all of it is figured once. */
export interface ListClaims {
  /** What a discount takes of list amounts where there is room for it, by offer alone, units apart. */
  of(discount: Discount): TakenOff;
  /** What is known of some lines together. */
  on(lines: readonly number[]): SharedLines;
}

export function listClaims(basket: Basket, rounding: Rounding): ListClaims {
  const figured = new Map<Discount, TakenOff>();
  const terms = { basket, amounts: basket.bases, spent: undefined, repeat: undefined, rounding };
  let shared: SharedLines | undefined;
  const on = (lines: readonly number[]): SharedLines => {
    // Nearly all discounts are figured on the same lines.
    if (shared?.lines !== lines) shared = sharedLines(lines, basket);
    return shared;
  };
  const takenBy = (discount: Discount): TakenOff => {
    const { figure, units } = discount;
    if (figure.by !== "percent" || units !== undefined) return takenInFull(claimOf(discount, terms));
    const { lines, total } = on(basket.linesOf(discount));
    const claim = percentClaim(discount, figure, lines, total, terms);
    return { claim, amount: claim.total, amounts: undefined };
  };
  return {
    on,
    of(discount) {
      const known = figured.get(discount);
      if (known !== undefined) return known;
      const off = takenBy(discount);
      figured.set(discount, off);
      return off;
    },
  };
}
