import type { Discount } from "../program/benefit.js";
import type { Rounding } from "../units/round.js";
import type { Basket } from "./basket.js";
import { type Claim, claimOf } from "./claim.js";

/** What discounts claim of list amounts, by offer alone, units apart: whatever others take, so it is figured once. */
export type ListClaims = (discount: Discount) => Claim;

export function listClaims(basket: Basket, rounding: Rounding): ListClaims {
  const figured = new Map<Discount, Claim>();
  const terms = { basket, amounts: basket.bases, spent: undefined, repeat: undefined, rounding };
  return (discount) => {
    const known = figured.get(discount);
    if (known !== undefined) return known;
    const claim = claimOf(discount, terms);
    figured.set(discount, claim);
    return claim;
  };
}
