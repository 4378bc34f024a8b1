import { WHOLE_UNIT } from "../standing/read-lines.js";
import { divide, type Rounding, UP } from "../units/round.js";
import { type Basket, priceOfUnits } from "./basket.js";
import { claimOf } from "./claim.js";
import type { CataloguePurchase, Refusal } from "./plan-redemption.js";
import type { UnitCounts } from "./unit-pool.js";
import { clip } from "./value-discount.js";

/** What a catalogue item took off. */
export interface Bought {
  readonly purchase: CataloguePurchase;
  readonly amount: bigint;
  readonly byLine: readonly bigint[];
}

/** The basket that offers are figured on, once catalogue items have taken theirs. */
export interface Shopped {
  readonly basket: Basket;
  readonly bought: readonly Bought[];
}

/**
 * Takes off what catalogue items give, before any discount and bound by no floor. Units they pay for are out of
 * whatever comes after. Each must find something, each time.
 * Worked: a free drink at 100 points in a basket with drinks at 90,000 and 60,000 takes 90,000 off the first.
 */
export function buyCatalogue(
  basket: Basket,
  purchases: readonly CataloguePurchase[],
  rounding: Rounding,
): Shopped | Refusal {
  let shopped = basket;
  const bought: Bought[] = [];
  for (const purchase of purchases) {
    let amount = 0n;
    const byLine = basket.lines.map(() => 0n);
    for (let time = 0n; time < purchase.times; time += 1n) {
      const next = takeOnce(shopped, purchase, rounding);
      if (next === undefined) return { reason: "givesNothing", redeem: purchase.redeem };
      for (const [line, taken] of next.taken.entries()) {
        const part = taken - (shopped.taken[line] ?? 0n);
        byLine[line] = (byLine[line] ?? 0n) + part;
        amount += part;
      }
      shopped = next;
    }
    bought.push({ purchase, amount, byLine });
  }
  return { basket: shopped, bought };
}

function takeOnce(basket: Basket, { item }: CataloguePurchase, rounding: Rounding): Basket | undefined {
  const { open } = basket;
  const claim = claimOf(item.benefit, {
    basket,
    amounts: open,
    spent: undefined,
    repeat: undefined,
    rounding,
  });
  const amounts = clip(claim, basket, open);
  const off = basket.lines.map(() => 0n);
  for (const [at, line] of claim.lines.entries()) off[line] = amounts[at] ?? 0n;
  if (off.every((amount) => amount === 0n)) return undefined;
  return claim.units === undefined ? withTaken(basket, off) : withoutUnits(basket, off, claim.units.spent);
}

function withTaken(basket: Basket, off: readonly bigint[]): Basket {
  const takenOffBases = add(basket.takenOffBases, off);
  const rooms = basket.rooms.map((room, line) => {
    const left = (basket.bases[line] ?? 0n) - (takenOffBases[line] ?? 0n);
    return room < left ? room : left;
  });
  const open = subtract(basket.bases, takenOffBases);
  return { ...basket, takenOffBases, open, rooms, taken: add(basket.taken, off) };
}

/** What is not paid of those units stays to be paid, and nothing else is figured on it. */
function withoutUnits(basket: Basket, off: readonly bigint[], units: Readonly<UnitCounts>): Basket {
  const without = (amounts: readonly bigint[]) =>
    amounts.map((amount, line) => amount - priceOfUnits(basket, line, amount, units[line] ?? 0n));
  const bases = without(basket.bases);
  const takenOffBases = without(basket.takenOffBases);
  const quantities = basket.quantities.map((quantity, line) => quantity - (units[line] ?? 0n) * WHOLE_UNIT);
  const rooms = basket.lines.map(({ floor, quantity }, line) => {
    const base = bases[line] ?? 0n;
    const aboveFloor = base - divide(floor * (quantities[line] ?? 0n), quantity, UP);
    const left = base - (takenOffBases[line] ?? 0n);
    const room = aboveFloor < left ? aboveFloor : left;
    return room > 0n ? room : 0n;
  });
  const open = subtract(bases, takenOffBases);
  return { ...basket, bases, takenOffBases, open, quantities, rooms, taken: add(basket.taken, off) };
}

function add(a: readonly bigint[], b: readonly bigint[]): readonly bigint[] {
  return a.map((amount, line) => amount + (b[line] ?? 0n));
}

function subtract(a: readonly bigint[], b: readonly bigint[]): readonly bigint[] {
  return a.map((amount, line) => amount - (b[line] ?? 0n));
}
