import { apportion } from "../units/apportion.js";
import type { Basket } from "./basket.js";
import type { Claim } from "./claim.js";

/** What a discount takes off its lines. */
export interface TakenOff {
  readonly claim: Claim;
  readonly amount: bigint;
  /** By the lines of the claim; `undefined` until somebody asks for them: see `amountsOf`. */
  amounts: readonly bigint[] | undefined;
}

/** All that a claim comes to, where there is room for it. */
export function takenInFull(claim: Claim): TakenOff {
  return { claim, amount: fallsOn(claim.weights) ? claim.total : 0n, amounts: undefined };
}

/** What weighs nothing has nothing to fall on. */
function fallsOn(weights: readonly bigint[]): boolean {
  for (let at = 0; at < weights.length; at++) if (weights[at] !== 0n) return true;
  return false;
}

/** How it falls on its lines. */
export function amountsOf(off: TakenOff, basket: Basket): readonly bigint[] {
  const { total, weights, lines } = off.claim;
  off.amounts ??= apportion(total, weights, basket.idsOf(lines));
  return off.amounts;
}
