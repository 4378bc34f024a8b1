import type { FactValue } from "../facts/fact-value.js";
import { type Bits, firstOf, mark, noBits } from "./bits.js";
import type { CompiledOffer } from "./compiled-offer.js";
import { type FactSheet, factIn } from "./gather-facts.js";
import { type Clue, clueOf, type Slots } from "./offer-clues.js";
import { type AskingCheck, type Sieve, sieveOf } from "./sieve.js";
import { type Way, waysOf } from "./ways.js";

/** Offers sorted so that most of those whose condition is false are never looked at. */
export interface OfferIndex {
  /** In the program's order. */
  readonly offers: readonly CompiledOffer[];
  /** By place: the offer of each way, in the same order. */
  readonly byWay: readonly CompiledOffer[];
  /** One for each fact that is a clue to some of the ways. */
  readonly drawers: readonly Drawer[];
  /** The ways without a clue. */
  readonly others: Bits;
  /** For the facts that most ways ask for, those of most ways first. */
  readonly sieves: readonly Sieve[];
}

interface Drawer {
  readonly slot: number;
  /** Places of ways, by each value that may make them hold. */
  readonly byValue: Map<FactValue, number[]>;
  /** The places of all of them. */
  readonly places: number[];
}

/** A way of an offer, and the clues that its checks are. */
interface Filed {
  readonly compiled: CompiledOffer;
  readonly way: Way;
  readonly clues: readonly Clue[];
}

/** Clues that let more through cost more than they spare. */
const LARGEST_SHARE = 1 / 8;

/** So few conditions are sooner looked at. */
const FEWEST_SIEVED = 16;

/** A sieve for the checks of fewer ways costs more than it spares: it is as long as all ways are many, in words. */
const SIEVED_SHARE = 1 / 32;

/** Files each way of each offer under that of its clues that lets least through. */
export function indexOffers(offers: readonly CompiledOffer[], slots: Slots): OfferIndex {
  const filed = offers.flatMap((compiled) =>
    waysOf(compiled.offer.when, true).map((way): Filed => ({ compiled, way, clues: cluesOf(way, slots) })),
  );
  const shareOf = shares(filed);
  const drawers = new Map<number, Drawer>();
  const others = noBits(filed.length);
  for (const [place, { clues }] of filed.entries()) {
    const [best] = [...clues].sort((a, b) => shareOf(a) - shareOf(b));
    if (best !== undefined && shareOf(best) <= LARGEST_SHARE) file(place, best, drawers);
    else mark(others, place);
  }
  const byWay = filed.map(({ compiled }) => compiled);
  return { offers, byWay, drawers: [...drawers.values()], others, sieves: sievesOf(filed, slots) };
}

function cluesOf(way: Way, slots: Slots): readonly Clue[] {
  return way.flatMap((check) => clueOf(check, slots) ?? []);
}

/** About the share of requests that a clue lets through: its values among those of all clues of the fact. */
function shares(filed: readonly Filed[]): (clue: Clue) => number {
  const known = new Map<number, Set<FactValue>>();
  for (const { clues } of filed) {
    for (const { slot, values } of clues) {
      const all = known.get(slot) ?? new Set();
      known.set(slot, all);
      for (const value of values) all.add(value);
    }
  }
  return ({ slot, values }) => values.length / (known.get(slot)?.size ?? 1);
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

function sievesOf(filed: readonly Filed[], slots: Slots): readonly Sieve[] {
  if (filed.length < FEWEST_SIEVED) return [];
  const asked = new Map<number, AskingCheck[]>();
  for (const [place, { way }] of filed.entries()) {
    for (const check of way) {
      const slot = slots.ofFact(check.use);
      const checks = asked.get(slot);
      if (checks === undefined) asked.set(slot, [{ place, check }]);
      else checks.push({ place, check });
    }
  }
  const least = Math.max(2, filed.length * SIEVED_SHARE);
  return [...asked]
    .filter(([, checks]) => checks.length >= least)
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([slot, checks]) => sieveOf(slot, checks, filed.length) ?? []);
}

/**
 * The offers whose condition is not known to be false without a look at it, in the program's order: those with a way
 * that no fact closes. A fact that is unknown closes none, and one that no open way asks for is not read. None where
 * there is no index: no offer looks at such transactions.
 */
export function offersToJudge(index: OfferIndex | undefined, facts: FactSheet): readonly CompiledOffer[] {
  const found: CompiledOffer[] = [];
  if (index === undefined) return found;
  const { byWay, sieves } = index;
  const likely = likelyWays(index, facts);
  let last: CompiledOffer | undefined;
  const left = new Array<Bits | undefined>(sieves.length);
  for (let word = 0; word < likely.length; word++) {
    let open = likely[word] ?? 0;
    for (let at = 0; open !== 0 && at < sieves.length; at++) {
      const sieve = sieves[at] as Sieve;
      if ((open & (sieve.asking[word] ?? 0)) === 0) continue;
      const bits = left[at] ?? sieve.leaves(factIn(sieve.slot, facts));
      left[at] = bits;
      open &= bits[word] ?? 0;
    }
    for (; open !== 0; open &= open - 1) {
      const compiled = byWay[word * 32 + firstOf(open)] as CompiledOffer;
      // The ways of one offer stand side by side.
      if (compiled !== last) found.push(compiled);
      last = compiled;
    }
  }
  return found;
}

/** The ways without a clue, and those whose clue the request does not rule out. */
function likelyWays({ drawers, others }: OfferIndex, facts: FactSheet): Bits {
  if (drawers.length === 0) return others;
  const likely = others.slice();
  for (const { slot, byValue, places } of drawers) {
    const value = factIn(slot, facts);
    if (value === undefined) markAll(likely, places);
    else if (typeof value !== "object") markAll(likely, byValue.get(value));
    else for (const one of value) markAll(likely, byValue.get(one));
  }
  return likely;
}

function markAll(bits: Bits, places: readonly number[] | undefined): void {
  if (places !== undefined) for (const place of places) mark(bits, place);
}
