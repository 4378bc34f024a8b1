import { claimOf } from "./claim.js";
import { MILLION, type PurchaseOffer } from "./read-purchase.js";
import { lower, type SetAward, withoutZeros } from "./set-award.js";
import { comeTo, countOn, leftOn, type Shelf, type Unit, unitsOf } from "./shelf.js";
import { splitAndClip, splitAnew } from "./split.js";
import { partsOf, type Table } from "./table.js";

/** R6.6 to R6.13, R6.24: each takes what the ones before it left. */
export function takeDiscounts(table: Table, standing: readonly PurchaseOffer[]): readonly SetAward[] {
  const { discountBase, shelves, digits } = table;
  const taken = new Map<string, bigint>();
  const gone = ({ line }: Shelf) => taken.get(line.id) ?? 0n;
  let units: readonly Unit[] = unitsOf(shelves);
  const worthOfOne = 10n ** BigInt(12 - digits);
  return partsOf(standing).flatMap(({ offer, benefit, part, only }): readonly SetAward[] => {
    if (benefit.kind !== "discount") return [];
    const bench = {
      purchase: table,
      shelves: only === undefined ? shelves : shelves.filter(({ line }) => line.id === only),
      units,
      weightOf: (shelf: Shelf) => (discountBase === "list" ? shelf.list : leftOn(shelf) - gone(shelf)),
      roomOf: (shelf: Shelf) => shelf.room - gone(shelf),
    };
    const { total, lines, isFixed, picked } = claimOf(benefit, bench, offer.repeat);
    const parts = withoutZeros(isFixed ? splitAnew(total, lines) : splitAndClip(total, lines));
    for (const [id, amount] of parts) taken.set(id, (taken.get(id) ?? 0n) + amount);
    const amount = [...parts.values()].reduce((sum, one) => sum + one, 0n);
    if (amount > 0n) units = units.filter((unit) => picked?.used.includes(unit) !== true);
    const given = picked?.given ?? [];
    const what = { benefit, wallet: undefined, gift: undefined, worthOfOne, costOfOne: worthOfOne, given };
    return [{ offer, part, amount, clipped: total - amount, lines: parts, ...what }];
  });
}

/** R6.35: the last in the order of awards are lowered first. */
export function heldToCap(awards: readonly SetAward[], { discountCap, lines }: Table): readonly SetAward[] {
  if (discountCap === undefined) return awards;
  const goods = lines.filter((line) => line.goods).reduce((sum, { list }) => sum + list, 0n);
  const cap = (goods * discountCap.numerator) / discountCap.denominator;
  let over = awards.reduce((sum, { amount }) => sum + amount, 0n) - cap;
  return [...awards]
    .reverse()
    .map((award) => {
      const off = over <= 0n ? 0n : award.amount < over ? award.amount : over;
      over -= off;
      return lower(award, award.amount - off);
    })
    .reverse();
}

/** R6.31: units whose whole price one award paid, and all of a line of which nothing is left. */
export function freeOn(shelf: Shelf, awards: readonly SetAward[], left: bigint): bigint {
  if (left === 0n) return shelf.quantity / MILLION;
  return awards.reduce((sum, { given, lines }) => {
    const count = countOn(shelf, given);
    const put = lines.get(shelf.line.id) ?? 0n;
    return put > 0n && put >= comeTo(shelf, shelf.list, count) ? sum + count : sum;
  }, 0n);
}
