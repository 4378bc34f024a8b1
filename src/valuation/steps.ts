import type { Step, StepsFigure } from "../program/benefit.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Rate } from "../units/rate.js";

/** The highest step reached; below the first there is none. */
export function stepAt({ at }: StepsFigure, measure: bigint): Step | undefined {
  return at.findLast(({ from }) => from <= measure);
}

/** One slice of the measure, with the step that gives on it. */
export interface Slice {
  readonly gives: Step["gives"];
  /** As much of the measure as lies in it. */
  readonly size: bigint;
}

/**
 * The slices that a measure reaches into. By quantity the slice from n begins with the n-th unit.
 * Worked: steps from 100 and 300 on a total of 450 are slices of 200 and 150; steps from the 3rd and the 5th unit on
 * 6 units are 2 and 2.
 */
export function slicesOf({ at, measure: by }: StepsFigure, measure: bigint): readonly Slice[] {
  const before = by === "quantity" ? WHOLE_UNIT : 0n;
  const slices: Slice[] = [];
  for (const [index, { from, gives }] of at.entries()) {
    const begins = from > before ? from - before : 0n;
    const next = at[index + 1]?.from;
    const ends = next === undefined || next - before > measure ? measure : next - before;
    if (ends > begins) slices.push({ gives, size: ends - begins });
  }
  return slices;
}

/**
 * All slices together, exactly: a percentage of each, or so much for each unit in it. `scale` is how many units of the
 * measure a percentage of 100 makes into one.
 */
export function stepsTotal(figure: StepsFigure, measure: bigint, scale: bigint): Rate {
  let numerator = 0n;
  let denominator = 1n;
  for (const { gives, size } of slicesOf(figure, measure)) {
    const part = sliceRate(gives, size, scale);
    numerator = numerator * part.denominator + part.numerator * denominator;
    denominator *= part.denominator;
  }
  return { numerator, denominator };
}

function sliceRate(gives: Step["gives"], size: bigint, scale: bigint): Rate {
  switch (gives.by) {
    case "percent":
      return { numerator: size * gives.rate.numerator, denominator: gives.rate.denominator * scale };
    case "perUnit":
      return "amount" in gives
        ? { numerator: size * gives.amount, denominator: WHOLE_UNIT }
        : { numerator: (size / WHOLE_UNIT) * gives.grant.numerator, denominator: gives.grant.denominator };
    case "perSpend":
      return {
        numerator: (size / gives.every) * gives.grant.numerator,
        denominator: gives.grant.denominator,
      };
    case "fixed":
      return { numerator: 0n, denominator: 1n };
  }
}
