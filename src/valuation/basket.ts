import type { Benefit } from "../program/program.js";
import type { Line } from "../standing/request.js";

/** The lines of one transaction, and which of them each benefit is figured on. */
export interface Basket {
  readonly lines: readonly Line[];
  /** Indexes of the lines that a benefit is figured on: its items, as far as they may be discounted or accrue. */
  linesOf(benefit: Benefit): readonly number[];
}

export function openBasket(lines: readonly Line[]): Basket {
  const known = new Map<Benefit, readonly number[]>();
  return {
    lines,
    linesOf(benefit) {
      const found = known.get(benefit) ?? matching(lines, benefit);
      known.set(benefit, found);
      return found;
    },
  };
}

function matching(lines: readonly Line[], { kind, items }: Benefit): readonly number[] {
  const indexes: number[] = [];
  lines.forEach((line, index) => {
    const takesPart = kind === "discount" ? line.discountable : line.accrues;
    if (takesPart && (items === undefined || items(line))) indexes.push(index);
  });
  return indexes;
}
