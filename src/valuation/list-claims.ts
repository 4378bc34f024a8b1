import type { Discount } from "../program/benefit.js";
import type { Rounding } from "../units/round.js";
import type { Basket } from "./basket.js";
import { claimOf } from "./claim.js";
import { type TakenOff, takenInFull } from "./taken-off.js";

/**
 * What discounts take of list amounts where there is room for it, by offer alone, units apart: whatever others take, so
 * it is figured once.
 */
export type ListClaims = (discount: Discount) => TakenOff;

export function listClaims(basket: Basket, rounding: Rounding): ListClaims {
  const figured = new Map<Discount, TakenOff>();
  const terms = { basket, amounts: basket.bases, spent: undefined, repeat: undefined, rounding };
  return (discount) => {
    const known = figured.get(discount);
    if (known !== undefined) return known;
    const off = takenInFull(claimOf(discount, terms));
    figured.set(discount, off);
    return off;
  };
}
