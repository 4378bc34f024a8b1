import type { Discount, Program } from "../program/program.js";
import { apportion, apportionWithin } from "../units/apportion.js";
import type { Rate } from "../units/rate.js";
import { divide, type Rounding } from "../units/round.js";
import type { Figured, LinePart } from "./award.js";
import type { Basket } from "./basket.js";

type Terms = Pick<Program, "discountBase" | "currency">;

/**
 * What a discount takes off, given what earlier ones took: rate, round, `max`, split over its lines, clip by line.
 * A percentage is clipped where a line has no room; a fixed amount looks for room on its other lines.
 * Worked: 120,000 off a basket of 100,000 is 100,000, with 20,000 clipped.
 */
export function valueDiscount(
  discount: Discount,
  basket: Basket,
  taken: readonly bigint[],
  terms: Terms,
): Figured {
  const open = basket.linesOf(discount).map((line) => openLine(line, basket, taken, terms));
  const total = discountTotal(discount, open, terms);
  const amounts =
    discount.figure.by === "percent"
      ? apportionWithin(
          total,
          open,
          open.map(({ room }) => room),
        )
      : fillRooms(total, open);
  const parts: LinePart[] = [];
  let amount = 0n;
  open.forEach(({ line }, index) => {
    const part = amounts[index] ?? 0n;
    if (part === 0n) return;
    parts.push({ line, amount: part });
    amount += part;
  });
  return { amount, clipped: total - amount, split: () => parts };
}

/** A line as one discount sees it. */
interface OpenLine {
  readonly id: string;
  readonly line: number;
  /** What the discount is figured on. */
  readonly weight: bigint;
  /** What may still be taken off. */
  readonly room: bigint;
}

function openLine(
  line: number,
  { lines }: Basket,
  taken: readonly bigint[],
  { discountBase }: Terms,
): OpenLine {
  const { id = "", list = 0n, floor = 0n } = lines[line] ?? {};
  const gone = taken[line] ?? 0n;
  return { id, line, weight: discountBase === "list" ? list : list - gone, room: list - floor - gone };
}

function discountTotal({ figure, max }: Discount, open: readonly OpenLine[], { currency }: Terms): bigint {
  const total =
    figure.by === "fixed" ? figure.amount : percentOf(figure.rate, weightOf(open), currency.rounding);
  return max !== undefined && max < total ? max : total;
}

/** The whole is the whole: no cash step takes from it or adds to it. */
function percentOf({ numerator, denominator }: Rate, base: bigint, rounding: Rounding): bigint {
  return numerator === denominator ? base : divide(base * numerator, denominator, rounding);
}

function weightOf(open: readonly OpenLine[]): bigint {
  let sum = 0n;
  for (const { weight } of open) sum += weight;
  return sum;
}

/**
 * Splits a fixed amount: lines whose room is exceeded take exactly their room and leave, and what is left is split
 * anew over the others, until all fits or no line is left.
 */
function fillRooms(total: bigint, lines: readonly OpenLine[]): readonly bigint[] {
  const amounts = new Map<OpenLine, bigint>();
  let open = lines;
  let left = total;
  while (left > 0n && weightOf(open) > 0n) {
    const shares = apportion(left, open);
    const full = open.filter(({ room }, index) => (shares[index] ?? 0n) > room);
    if (full.length === 0) {
      for (const [index, line] of open.entries()) amounts.set(line, shares[index] ?? 0n);
      break;
    }
    for (const line of full) {
      amounts.set(line, line.room);
      left -= line.room;
    }
    open = open.filter((line) => !amounts.has(line));
  }
  return lines.map((line) => amounts.get(line) ?? 0n);
}

/** The most a discount can give in any set: its amount on the whole list price, and no more than there is room for. */
export function discountAtMost(discount: Discount, basket: Basket, terms: Terms): bigint {
  const open = basket.linesOf(discount).map((line) => openLine(line, basket, [], terms));
  const total = discountTotal(discount, open, terms);
  let room = 0n;
  for (const line of open) room += line.room;
  return total < room ? total : room;
}
