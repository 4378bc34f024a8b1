import type { Offer, Program } from "../program/program.js";

const known = new WeakMap<Program, ReadonlyMap<string, Offer>>();

/** The program's offers by id, sorted once: a request may name some of ten thousand. */
export function offersById(program: Program): ReadonlyMap<string, Offer> {
  const offers = known.get(program) ?? new Map(program.offers.map((offer) => [offer.id, offer]));
  known.set(program, offers);
  return offers;
}
