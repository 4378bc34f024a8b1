import type { Benefit } from "../program/benefit.js";
import type { Offer } from "../program/program.js";

/** An offer with the benefits it has for this member. */
export interface Valued {
  readonly offer: Offer;
  readonly benefits: readonly Benefit[];
  /** What is left of the member's limit, in the unit of what it gives; `undefined` is no limit. */
  readonly left?: bigint | undefined;
  /** On these lines it won its group's contest: `benefits` then has one for each, and they make one award. */
  readonly wonLines?: readonly number[] | undefined;
}

export function hasDiscount({ benefits }: Valued): boolean {
  for (const { kind } of benefits) if (kind === "discount") return true;
  return false;
}

export function isMultiplier(benefit: Benefit): boolean {
  return "wallet" in benefit && benefit.figure.by === "multiply";
}

export function multiplies({ benefits }: Valued): boolean {
  return benefits.some(isMultiplier);
}
