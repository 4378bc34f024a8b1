import type { OfferValue } from "../valuation/offer-value.js";
import { alwaysIn, type Pricing, valueIn } from "../valuation/price-set.js";
import type { Valued } from "../valuation/valued.js";

/** A set of competing offers, with what they are worth together with the `always` ones. */
export interface OfferSet {
  readonly offers: readonly Valued[];
  readonly pricing: Pricing;
  readonly worth: bigint;
}

/** Sums up what the member has if these offers stand beside the `always` ones. */
export function worthTogether(offers: readonly Valued[], pricing: Pricing): bigint {
  let { worth } = alwaysIn(pricing);
  for (const valued of offers) worth += valueIn(pricing, valued).worth;
  return worth;
}

/**
 * Is `a` the better set? The higher worth to the member; then more cash now, more awards of worth 0, fewer offers,
 * the lower cost to the club, and at last the ids.
 */
export function isBetter(a: OfferSet, b: OfferSet): boolean {
  return a.worth === b.worth ? isBetterAtEqualWorth(a, b) : a.worth > b.worth;
}

function isBetterAtEqualWorth(a: OfferSet, b: OfferSet): boolean {
  const [ofA, ofB] = [tallyOf(a), tallyOf(b)];
  if (ofA.cash !== ofB.cash) return ofA.cash > ofB.cash;
  if (ofA.worthless !== ofB.worthless) return ofA.worthless > ofB.worthless;
  if (a.offers.length !== b.offers.length) return a.offers.length < b.offers.length;
  if (ofA.cost !== ofB.cost) return ofA.cost < ofB.cost;
  return idsBefore(a.offers, b.offers);
}

/** What decides between sets of equal worth. */
function tallyOf({ offers, pricing }: OfferSet): Pick<OfferValue, "cash" | "worthless" | "cost"> {
  let { cash, worthless, cost } = alwaysIn(pricing);
  for (const valued of offers) {
    const value = valueIn(pricing, valued);
    cash += value.cash;
    worthless += value.worthless;
    cost += value.cost;
  }
  return { cash, worthless, cost };
}

/** Of two sets of as many offers. */
function idsBefore(a: readonly Valued[], b: readonly Valued[]): boolean {
  const others = sortedRanks(b);
  for (const [index, rank] of sortedRanks(a).entries()) {
    const other = others[index] as number;
    if (rank !== other) return rank < other;
  }
  return false;
}

function sortedRanks(offers: readonly Valued[]): readonly number[] {
  return offers.map(({ offer }) => offer.rankById).sort((a, b) => a - b);
}

/** May these two never stand together, whatever the groups? */
export function conflict({ offer: a }: Valued, { offer: b }: Valued): boolean {
  return a.exclusive || b.exclusive || a.notWith.has(b.id);
}
