import type { Discount, Program } from "../program/program.js";
import { apportion, apportionWithin, type Quotas, quotasOf, type Share } from "../units/apportion.js";
import type { Rate } from "../units/rate.js";
import { divide, type Rounding } from "../units/round.js";
import type { Figured, LinePart } from "./award.js";
import type { Basket } from "./basket.js";

type Terms = Pick<Program, "discountBase" | "currency">;

/** What a discount comes to on its lines, before anything is clipped. */
interface Claim {
  readonly shares: readonly ClaimShare[];
  readonly total: bigint;
  readonly quotas: Quotas;
}

interface ClaimShare extends Share {
  readonly line: number;
}

/** Values discounts on one basket. */
export interface DiscountValuer {
  /** What a discount takes off, given what earlier ones took, by line. */
  value(discount: Discount, taken: readonly bigint[]): Figured;
  /** The most it can take off in any set: its amount on the whole list price, and no more than there is room for. */
  atMost(discount: Discount): bigint;
}

/**
 * Rate, round, `max`, split over the lines, clip by line. A percentage is clipped where a line has no room; a fixed
 * amount looks for room on its other lines.
 * Worked: 120,000 off a basket of 100,000 is 100,000, with 20,000 clipped.
 */
export function createDiscountValuer(basket: Basket, terms: Terms): DiscountValuer {
  const untouched = basket.lines.map(() => 0n);
  const claims = new Map<Discount, Claim>();
  /** Figured on list amounts, a claim is the same whatever others took. */
  const listClaim = (discount: Discount): Claim => {
    const known = claims.get(discount) ?? claimOf(discount, basket, untouched, terms.currency.rounding);
    claims.set(discount, known);
    return known;
  };
  return {
    value(discount, taken) {
      const onList = terms.discountBase === "list";
      const claim = onList ? listClaim(discount) : claimOf(discount, basket, taken, terms.currency.rounding);
      const rooms = claim.shares.map(({ line }) => (basket.rooms[line] ?? 0n) - (taken[line] ?? 0n));
      const amounts =
        discount.figure.by === "percent" ? apportionWithin(claim.quotas, rooms) : fillRooms(claim, rooms);
      return figure(claim, amounts);
    },
    atMost(discount) {
      const { total, shares } = listClaim(discount);
      let room = 0n;
      for (const { line } of shares) room += basket.rooms[line] ?? 0n;
      return total < room ? total : room;
    },
  };
}

function claimOf(discount: Discount, basket: Basket, taken: readonly bigint[], rounding: Rounding): Claim {
  let base = 0n;
  const shares = basket.linesOf(discount).map((line): ClaimShare => {
    const { id = "", list = 0n } = basket.lines[line] ?? {};
    const weight = list - (taken[line] ?? 0n);
    base += weight;
    return { id, line, weight };
  });
  const { figure, max } = discount;
  const whole = figure.by === "fixed" ? figure.amount : percentOf(figure.rate, base, rounding);
  const total = max !== undefined && max < whole ? max : whole;
  return { shares, total, quotas: quotasOf(total, shares) };
}

/** The whole is the whole: no cash step takes from it or adds to it. */
function percentOf({ numerator, denominator }: Rate, base: bigint, rounding: Rounding): bigint {
  return numerator === denominator ? base : divide(base * numerator, denominator, rounding);
}

/**
 * Splits a fixed amount: lines whose room is exceeded take exactly their room and leave, and what is left is split
 * anew over the others, until all fits or no line is left.
 */
function fillRooms({ total, shares }: Claim, rooms: readonly bigint[]): readonly bigint[] {
  const amounts = shares.map(() => 0n);
  let open = shares.map((share, index) => ({ ...share, index }));
  let left = total;
  while (left > 0n && open.some(({ weight }) => weight > 0n)) {
    const parts = apportion(left, open);
    const isFull = open.map(({ index }, at) => (parts[at] ?? 0n) > (rooms[index] ?? 0n));
    if (!isFull.includes(true)) {
      for (const [at, { index }] of open.entries()) amounts[index] = parts[at] ?? 0n;
      break;
    }
    for (const [at, { index }] of open.entries()) {
      if (isFull[at] !== true) continue;
      amounts[index] = rooms[index] ?? 0n;
      left -= rooms[index] ?? 0n;
    }
    open = open.filter((_, at) => isFull[at] !== true);
  }
  return amounts;
}

function figure({ shares, total }: Claim, amounts: readonly bigint[]): Figured {
  const parts: LinePart[] = [];
  let amount = 0n;
  for (const [index, { line }] of shares.entries()) {
    const part = amounts[index] ?? 0n;
    if (part === 0n) continue;
    parts.push({ line, amount: part });
    amount += part;
  }
  return { amount, clipped: total - amount, split: () => parts };
}
