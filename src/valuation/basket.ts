import type { Benefit } from "../program/program.js";
import type { Line } from "../standing/request.js";

/** The lines of one transaction, and which of them each benefit is figured on. */
export interface Basket {
  readonly lines: readonly Line[];
  /** What discounts may take off each line in all. */
  readonly rooms: readonly bigint[];
  /** Indexes of the lines that a benefit is figured on: its items, as far as they may be discounted or accrue. */
  linesOf(benefit: Benefit): readonly number[];
}

export function openBasket(lines: readonly Line[]): Basket {
  const found = new Map<Benefit, readonly number[]>();
  const discountable = indexesOf(lines, (line) => line.discountable);
  const accruing = indexesOf(lines, (line) => line.accrues);
  return {
    lines,
    rooms: lines.map(({ list, floor }) => list - floor),
    linesOf(benefit) {
      const { kind, items } = benefit;
      const all = kind === "discount" ? discountable : accruing;
      if (items === undefined) return all;
      const known = found.get(benefit);
      if (known !== undefined) return known;
      const own = all.filter((index) => {
        const line = lines[index];
        return line !== undefined && items(line);
      });
      found.set(benefit, own);
      return own;
    },
  };
}

function indexesOf(lines: readonly Line[], takesPart: (line: Line) => boolean): readonly number[] {
  return lines.flatMap((line, index) => (takesPart(line) ? [index] : []));
}
