import type { Accrual, Benefit } from "../program/benefit.js";
import type { Line } from "../standing/request.js";
import type { Award } from "../valuation/award.js";
import type { EntryAward } from "./entry-award.js";

/**
 * What an award is for. A fixed amount, and what is granted for a visit, are for the visit, and so are things; all else
 * is for its lines. A multiplier is for what it multiplies: for the visit where all of that is.
 */
export function awardBasis(
  { benefit }: Award,
  awards: readonly Award[],
  lines: readonly Line[],
): EntryAward["basis"] {
  if (benefit.kind === "discount") return "lines";
  if (!isAccrual(benefit)) return "visit";
  if (benefit.figure.by !== "multiply") return isForVisit(benefit) ? "visit" : "lines";
  for (const one of awards) if (isMultiplied(one, benefit) && isOn(one, benefit, lines)) return "lines";
  return "visit";
}

function isAccrual(benefit: Benefit): benefit is Accrual {
  return "wallet" in benefit;
}

function isForVisit({ figure }: Accrual): boolean {
  return figure.by === "fixed" || figure.by === "perVisit";
}

/** Is it among what the multiplier multiplies, and for lines? */
function isMultiplied({ offer, benefit }: Award, { wallet }: Accrual): boolean {
  if (!offer.always || !isAccrual(benefit) || benefit.wallet !== wallet) return false;
  return benefit.figure.by !== "multiply" && !isForVisit(benefit);
}

/** A multiplier with `items` takes the parts on those lines. */
function isOn({ figured }: Award, { items }: Accrual, lines: readonly Line[]): boolean {
  if (items === undefined) return true;
  const split = figured.split();
  for (const [at, line] of split.lines.entries()) {
    const own = lines[line];
    if (split.amounts[at] !== 0n && own !== undefined && items(own)) return true;
  }
  return false;
}
