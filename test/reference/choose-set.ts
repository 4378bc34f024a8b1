import type { PurchaseOffer } from "./read-purchase.js";
import { worthOf } from "./set-award.js";
import type { Table } from "./table.js";
import { type SetValue, valueSet } from "./value-set.js";

/** A set of competing offers with what it gives beside the `always` offers. */
export interface Choice {
  /** In the order of their ids. */
  readonly winners: readonly PurchaseOffer[];
  readonly value: SetValue;
}

/** What the offers of a set give when they stand beside the `always` offers. */
export function standing(table: Table, winners: readonly PurchaseOffer[]): Choice {
  const always = table.offers.filter((offer) => offer.always);
  const sorted = [...winners].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { winners: sorted, value: valueSet(table, [...always, ...winners]) };
}

/** R7.2, R7.3: every legal set, each valued. */
export function legalSets(table: Table): readonly Choice[] {
  const competing = table.offers.filter((offer) => !offer.always);
  const sets: Choice[] = [];
  for (let bits = 0; bits < 2 ** competing.length; bits++) {
    const winners = competing.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
    if (!mayStandTogether(table, winners)) continue;
    const choice = standing(table, winners);
    if (winners.every(({ id }) => choice.value.awards.some(({ offer }) => offer.id === id)))
      sets.push(choice);
  }
  return sets;
}

function mayStandTogether(table: Table, winners: readonly PurchaseOffer[]): boolean {
  if (seatsOf(table, winners) > table.maxOffers) return false;
  return winners.every((one) => {
    const inGroup = winners.filter(({ group }) => group === one.group).length;
    const alone = winners.length === 1 || !one.exclusive;
    const fits = table.isPerLine(one.group) || inGroup <= table.limitOf(one.group);
    return alone && fits && !winners.some(({ id }) => one.notWith.includes(id));
  });
}

/** R7.2: the winners of one contest on lines count as one. */
function seatsOf({ isPerLine }: Table, winners: readonly PurchaseOffer[]): number {
  return new Set(winners.map(({ id, group }) => (isPerLine(group) ? `group ${group}` : `offer ${id}`))).size;
}

/** R7.4, R7.5: the highest total, and what decides between equals. */
export function bestOf(sets: readonly Choice[]): Choice {
  const [first, ...others] = sets;
  if (first === undefined) throw new Error("the empty set is always legal");
  return others.reduce((best, set) => (precedes(set, best) ? set : best), first);
}

function precedes(a: Choice, b: Choice): boolean {
  if (a.value.worth !== b.value.worth) return a.value.worth > b.value.worth;
  if (a.value.cash !== b.value.cash) return a.value.cash > b.value.cash;
  if (a.value.worthless !== b.value.worthless) return a.value.worthless > b.value.worthless;
  if (a.winners.length !== b.winners.length) return a.winners.length < b.winners.length;
  if (a.value.cost !== b.value.cost) return a.value.cost < b.value.cost;
  const differing = a.winners.findIndex(({ id }, index) => id !== b.winners[index]?.id);
  return differing >= 0 && (a.winners[differing]?.id ?? "") < (b.winners[differing]?.id ?? "");
}

/**
 * R7.13: the winners that keep a loser out: those in conflict with it, and of a full group or `maxOffers` those of
 * least worth, ties to the greater id, as few as make room.
 */
export function keptOutBy(table: Table, loser: PurchaseOffer, { winners, value }: Choice) {
  const out = winners.filter((one) => one.exclusive || loser.exclusive || loser.notWith.includes(one.id));
  const sitting = () => winners.filter((one) => !out.includes(one));
  const inGroup = () => sitting().filter(({ group }) => group === loser.group);
  /** The winners of one contest on lines go together. */
  const partyOf = (one: PurchaseOffer) =>
    table.isPerLine(one.group) ? sitting().filter(({ group }) => group === one.group) : [one];
  const worthOfParty = (one: PurchaseOffer) =>
    value.awards
      .filter(({ offer }) => partyOf(one).some(({ id }) => id === offer.id))
      .reduce((sum, award) => sum + worthOf(award), 0n);
  const least = (among: readonly PurchaseOffer[]) =>
    among.reduce((a, b) => {
      const [worthA, worthB] = [worthOfParty(a), worthOfParty(b)];
      return worthB < worthA || (worthB === worthA && b.id > a.id) ? b : a;
    });
  if (!table.isPerLine(loser.group))
    while (inGroup().length >= table.limitOf(loser.group)) out.push(least(inGroup()));
  while (seatsOf(table, [...sitting(), loser]) > table.maxOffers) {
    const others = sitting().filter(({ group }) => !table.isPerLine(group) || group !== loser.group);
    out.push(...partyOf(least(others)));
  }
  return out;
}
