import { amountOf, MILLION } from "./read-purchase.js";
import { type Rounding, rounded } from "./rounded.js";

interface Steps<Step> {
  readonly by: "total" | "quantity";
  readonly at: readonly (Step & { readonly from: string | number })[];
}

const fromOf = ({ by }: Pick<Steps<unknown>, "by">, from: string | number, digits: number) =>
  amountOf(from, by === "total" ? digits : 6);

/** R6.29: the highest step with `from` at or below what counts. */
export function stepFor<Step>(steps: Steps<Step>, measure: bigint, digits: number): Step | undefined {
  return steps.at.filter(({ from }) => fromOf(steps, from, digits) <= measure).at(-1);
}

/** R6.29: by quantity the slice from n begins with the n-th unit, so when n − 1 are there. */
export function slicesOf<Step>(steps: Steps<Step>, measure: bigint, digits: number) {
  const before = steps.by === "quantity" ? MILLION : 0n;
  const beginnings = steps.at.map(({ from }) => fromOf(steps, from, digits) - before);
  return steps.at.map((step, index) => {
    const begin = beginnings[index] ?? 0n;
    const next = beginnings[index + 1] ?? measure;
    const end = next < measure ? next : measure;
    const size = end - (begin > 0n ? begin : 0n);
    return { step, size: size > 0n ? size : 0n };
  });
}

/** R6.25: a whole sum is not rounded, a fraction as money. */
export function money(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (numerator % denominator === 0n) return numerator / denominator;
  return rounded(numerator, denominator, rounding);
}
