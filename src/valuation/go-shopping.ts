import type { LotRights } from "../eligibility/lot-rights.js";
import type { Program } from "../program/program.js";
import type { Request } from "../standing/request.js";
import { type Basket, openBasket } from "./basket.js";
import { type Bought, buyCatalogue } from "./buy-catalogue.js";
import { type Payment, planRedemption, type Refusal } from "./plan-redemption.js";

/** The basket that offers are figured on, and what the member asked to redeem for it. */
export interface Shopping {
  readonly basket: Basket;
  readonly bought: readonly Bought[];
  /** What wallets shall pay of what discounts leave. */
  readonly payments: readonly Payment[];
}

/** Looks at what is to be redeemed, and takes off what catalogue items give; or refuses the whole. */
export function goShopping({ currency }: Program, request: Request, rightsOf: LotRights): Shopping | Refusal {
  const basket = openBasket(request.transaction.lines);
  const plan = planRedemption(request, rightsOf);
  if ("reason" in plan) return plan;
  const { purchases, payments } = plan;
  if (purchases.length === 0) return { basket, bought: [], payments };
  const shopped = buyCatalogue(basket, purchases, currency.rounding);
  return "reason" in shopped ? shopped : { ...shopped, payments };
}
