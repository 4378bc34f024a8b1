import type { Benefit } from "../program/benefit.js";
import type { Offer } from "../program/program.js";

/** An offer with the benefits it has for this member. */
export interface Valued {
  readonly offer: Offer;
  readonly benefits: readonly Benefit[];
  /** What is left of the member's limit, in the unit of what it gives; `undefined` is no limit. */
  readonly left: bigint | undefined;
  /** On these lines it won its group's contest: `benefits` then has one for each, and they make one award. */
  readonly wonLines: readonly number[] | undefined;
  /** Its number among all that are valued for one transaction: what it gives in a set is kept under it. */
  readonly place: number;
  /** Does a benefit of it discount? */
  readonly discounts: boolean;
  /** Does every benefit go into a wallet? */
  readonly accrues: boolean;
  /** Does one multiply what others gave? */
  readonly multiplies: boolean;
  /** Can it give more for what others take? */
  readonly mayGrow: boolean;
}

/** An offer that may be valued. */
export type Candidate = Pick<Valued, "offer" | "benefits" | "left">;

/** Takes an offer into the contest, under a number of its own. */
export function enter(
  { offer, benefits, left }: Candidate,
  place: number,
  wonLines: readonly number[] | undefined,
): Valued {
  let discounts = false;
  let accrues = true;
  let multiplies = false;
  let grows = false;
  for (const benefit of benefits) {
    if (benefit.kind === "discount") discounts = true;
    else if (isMultiplier(benefit)) multiplies = true;
    if (!("wallet" in benefit)) accrues = false;
    grows ||= mayGrow(benefit);
  }
  return { offer, benefits, left, wonLines, place, discounts, accrues, multiplies, mayGrow: grows };
}

/** Others may take the units that it would have found first, or leave so little that a lower step gives more. */
function mayGrow(benefit: Benefit): boolean {
  if (!("figure" in benefit)) return false;
  if ("units" in benefit && benefit.units !== undefined) return true;
  switch (benefit.figure.by) {
    case "multiply":
    case "steps":
    case "buyGet":
    case "bundle":
      return true;
    default:
      return false;
  }
}

export function isMultiplier(benefit: Benefit): boolean {
  return "wallet" in benefit && benefit.figure.by === "multiply";
}
