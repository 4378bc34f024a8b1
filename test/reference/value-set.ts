import { accrual, type Left, other } from "./accrue.js";
import { openPurse, type Shortage } from "./purse.js";
import type { PurchaseOffer } from "./read-purchase.js";
import { type Redeemed, redeem } from "./redeem.js";
import { costOf, merged, type SetAward, worthOf } from "./set-award.js";
import { leftOn, type Shelf } from "./shelf.js";
import { partsOf, type Table } from "./table.js";
import { freeOn, heldToCap, takeDiscounts } from "./take-discounts.js";

/** What the member is given if exactly these stand. */
export interface SetValue {
  /** In the order of awards. */
  readonly awards: readonly SetAward[];
  readonly worth: bigint;
  readonly cash: bigint;
  readonly worthless: number;
  readonly cost: bigint;
  /** Taken off by discounts, by id of the line. */
  readonly taken: ReadonlyMap<string, bigint>;
  readonly redeemed: readonly Redeemed[];
  readonly short: ReadonlyMap<PurchaseOffer, Shortage>;
}

/** R6.20, R7.3: values the offers of a set together: the discounts in the order of awards, then the rest on what is left. */
export function valueSet(table: Table, set: readonly PurchaseOffer[]): SetValue {
  const standing = table.offers.filter((offer) => set.includes(offer));
  const purse = openPurse(table);
  const place = ({ offer, part }: SetAward) => standing.indexOf(offer) * 10 + part;
  const inPlace = (awards: readonly SetAward[]) => inOneEach(awards).sort((a, b) => place(a) - place(b));
  const discounts = heldToCap(inPlace(takeDiscounts(table, standing)), table).map(purse.hold);
  const taken = sumLines(discounts.map(({ lines }) => lines));
  const redeemed = redeem(table, taken);
  const left = leftOf(table, discounts, { taken, redeemed });
  const given: SetAward[] = [...discounts];
  const parts = partsOf(standing).filter(({ benefit }) => benefit.kind !== "discount");
  const isMultiplier = (benefit: object) => "multiply" in benefit && benefit.multiply !== undefined;
  for (const part of parts.filter(({ benefit }) => !isMultiplier(benefit)))
    given.push(purse.hold(other(part, table) ?? accrual(part, table, left, [])));
  const always = given.filter(({ offer, wallet }) => wallet !== undefined && offer.always);
  for (const part of parts.filter(({ benefit }) => isMultiplier(benefit)))
    given.push(purse.hold(accrual(part, table, left, always)));
  const awards = inPlace(given.filter(({ amount }) => amount > 0n));
  const sum = (figure: (award: SetAward) => bigint) =>
    awards.reduce((total, award) => total + figure(award), 0n);
  return {
    awards,
    worth: sum(worthOf),
    cash: sum(({ benefit, amount }) => (benefit.kind === "discount" ? amount : 0n)),
    worthless: awards.filter((award) => worthOf(award) === 0n).length,
    cost: sum(costOf),
    taken,
    redeemed,
    short: purse.short,
  };
}

function sumLines(parts: readonly ReadonlyMap<string, bigint>[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [id, amount] of parts.flatMap((lines) => [...lines]))
    sums.set(id, (sums.get(id) ?? 0n) + amount);
  return sums;
}

function leftOf(
  { shelves }: Table,
  discounts: readonly SetAward[],
  { taken, redeemed }: Pick<SetValue, "taken" | "redeemed">,
): Left {
  const paid = sumLines(redeemed.map(({ lines }) => lines));
  const discounted = (shelf: Shelf) => leftOn(shelf) - (taken.get(shelf.line.id) ?? 0n);
  return {
    shelves,
    discounted,
    paid: (shelf) => {
      const left = discounted(shelf) - (paid.get(shelf.line.id) ?? 0n);
      return left > 0n ? left : 0n;
    },
    free: (shelf) => freeOn(shelf, discounts, discounted(shelf)),
  };
}

/** R6.39 */
function inOneEach(awards: readonly SetAward[]): SetAward[] {
  const ofContests = new Set(awards.map(({ offer }) => offer).filter(({ won }) => won !== undefined));
  return [
    ...awards.filter(({ offer }) => offer.won === undefined),
    ...[...ofContests].map((offer) => merged(awards.filter((award) => award.offer === offer))),
  ];
}
