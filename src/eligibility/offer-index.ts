import type { FactValue } from "../facts/fact-value.js";
import type { CompiledOffer } from "./compiled-offer.js";
import { type FactSheet, factIn } from "./gather-facts.js";
import { bestClues, type Clue, cluesIn, MOST_VALUES, type Slots } from "./offer-clues.js";

/** Offers sorted by their clues, so that most of those whose condition is false are never looked at. */
export interface OfferIndex {
  /** In the program's order. */
  readonly offers: readonly CompiledOffer[];
  /** One for each fact that is a clue to some of them. */
  readonly drawers: readonly Drawer[];
  /** The offers without a clue, as bits by place. */
  readonly others: readonly number[];
}

interface Drawer {
  readonly slot: number;
  /** Places of offers, by each value that may make their condition true. */
  readonly byValue: Map<FactValue, number[]>;
  /** The places of all of them. */
  readonly places: number[];
}

/** Clues that let more through cost more than they spare. */
const LARGEST_SHARE = 1 / 8;

/** Sorts each offer by those of its clues that let least through. */
export function indexOffers(offers: readonly CompiledOffer[], slots: Slots): OfferIndex {
  const shareOf = shares(offers, slots);
  const drawers = new Map<number, Drawer>();
  const others: number[] = Array.from({ length: (offers.length + 31) >> 5 }, () => 0);
  for (const [place, { offer }] of offers.entries()) {
    const clues = bestClues(offer.when, true, slots, shareOf);
    const isNarrow =
      clues !== undefined && clues.share <= LARGEST_SHARE && countValues(clues.any) <= MOST_VALUES;
    if (isNarrow) for (const clue of clues.any) file(place, clue, drawers);
    else mark([place], others);
  }
  return { offers, drawers: [...drawers.values()], others };
}

/** About the share of requests that a clue lets through: its values among those of all clues of the fact. */
function shares(offers: readonly CompiledOffer[], slots: Slots): (clue: Clue) => number {
  const known = new Map<number, Set<FactValue>>();
  for (const { offer } of offers) {
    for (const { slot, values } of cluesIn(offer.when, true, slots)) {
      const all = known.get(slot) ?? new Set();
      known.set(slot, all);
      for (const value of values) all.add(value);
    }
  }
  return ({ slot, values }) => values.length / (known.get(slot)?.size ?? 1);
}

function countValues(clues: readonly Clue[]): number {
  return clues.reduce((count, { values }) => count + values.length, 0);
}

function file(place: number, { slot, values }: Clue, drawers: Map<number, Drawer>): void {
  const drawer: Drawer = drawers.get(slot) ?? { slot, byValue: new Map(), places: [] };
  drawers.set(slot, drawer);
  drawer.places.push(place);
  for (const value of values) {
    const places = drawer.byValue.get(value);
    if (places === undefined) drawer.byValue.set(value, [place]);
    else places.push(place);
  }
}

/**
 * The offers whose condition is not known to be false without a look at it, in the program's order: those without a
 * clue, those of which the request has a value, and all whose clue is a fact that is unknown. None where there is no
 * index: no offer looks at such transactions.
 */
export function offersToJudge(index: OfferIndex | undefined, facts: FactSheet): readonly CompiledOffer[] {
  if (index === undefined) return NONE;
  const { offers, drawers, others } = index;
  if (drawers.length === 0) return offers;
  const marked = others.slice();
  for (const { slot, byValue, places } of drawers) {
    const value = factIn(slot, facts);
    if (value === undefined) mark(places, marked);
    else if (typeof value !== "object") mark(byValue.get(value), marked);
    else for (const one of value) mark(byValue.get(one), marked);
  }
  return markedOf(offers, marked);
}

const NONE: readonly CompiledOffer[] = [];

function mark(places: readonly number[] | undefined, bits: number[]): void {
  if (places === undefined) return;
  for (const place of places) bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
}

function markedOf(offers: readonly CompiledOffer[], bits: readonly number[]): readonly CompiledOffer[] {
  const marked: CompiledOffer[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const offer = offers[word * 32 + 31 - Math.clz32(rest & -rest)];
      if (offer !== undefined) marked.push(offer);
    }
  }
  return marked;
}
