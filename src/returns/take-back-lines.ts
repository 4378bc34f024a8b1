import type { LineBack } from "./plan-return.js";
import type { Sale, SalePart } from "./read-sale.js";
import { basisOf, paidBack, takenBack } from "./take-back.js";

/** What goes back of a line; the list amount is the three others together. */
export interface ColumnsBack {
  readonly id: string;
  readonly goods: boolean;
  readonly discount: bigint;
  readonly redeemed: bigint;
  readonly due: bigint;
}

/** Each line of which something comes back, in the order of the sale. */
export function takeBackLines(sale: Sale, lines: readonly LineBack[]): readonly ColumnsBack[] {
  const paying = sale.redemptions.filter(({ catalogue }) => catalogue === null);
  const discounts = partsByLine([
    ...sale.redemptions.filter(({ catalogue }) => catalogue !== null),
    ...sale.awards.filter(({ kind }) => kind === "discount"),
  ]);
  const redeemed = partsByLine(paying);
  return lines
    .filter(({ before, after }) => before !== after)
    .map((back): ColumnsBack => {
      const { id, goods, list, paid } = back.line;
      const [from, to] = basesOf(back);
      const sum = (parts: readonly bigint[] = []) =>
        parts.reduce((all, part) => all + takenBack(part, to, list) - takenBack(part, from, list), 0n);
      return {
        id,
        goods,
        discount: sum(discounts.get(id)),
        redeemed: sum(redeemed.get(id)),
        due: paidBack(paid, to, list) - paidBack(paid, from, list),
      };
    });
}

/** Of the list amount of a line, what is back before and with this refund. */
export function basesOf({ line, before, after }: LineBack): readonly [bigint, bigint] {
  return [basisOf(line, before), basisOf(line, after)];
}

function partsByLine(
  all: readonly { readonly parts: readonly SalePart[] }[],
): ReadonlyMap<string, readonly bigint[]> {
  const byLine = new Map<string, bigint[]>();
  for (const { parts } of all) {
    for (const { line, amount } of parts) byLine.set(line, [...(byLine.get(line) ?? []), amount]);
  }
  return byLine;
}

/** What is back of the parts that something put on lines: before this refund, and with it. */
export function partsBack(
  parts: readonly SalePart[],
  lines: ReadonlyMap<string, LineBack>,
): readonly [bigint, bigint] {
  let before = 0n;
  let after = 0n;
  for (const { line, amount } of parts) {
    const back = lines.get(line);
    if (back === undefined) continue;
    const [from, to] = basesOf(back);
    before += takenBack(amount, from, back.line.list);
    after += takenBack(amount, to, back.line.list);
  }
  return [before, after];
}
