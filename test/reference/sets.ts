import type { ItemFilter } from "vafa";
import { passes } from "./read-purchase.js";
import type { Unit } from "./shelf.js";

/** One thing of a set: so many units of some items. */
export interface Component {
  readonly items?: ItemFilter | undefined;
  readonly units: number;
}

/** A component, the units that may stand there, and those that do. */
interface Place {
  readonly fits: (unit: Unit) => boolean;
  readonly most: number;
  readonly held: Unit[];
}

export function fits({ items }: Component): (unit: Unit) => boolean {
  return ({ shelf }) => passes(shelf.line.written, items);
}

/** R6.28: of units in their order each one is taken with which all the sets can still be made. */
export function fillSets(ordered: readonly Unit[], of: readonly Component[], sets: number): readonly Unit[] {
  const places = of.map((component) => ({ fits: fits(component), most: component.units * sets, held: [] }));
  return ordered.filter((unit) => findPlace(unit, places, new Set()));
}

/** Finds a place for a unit, where need be by moving others. */
function findPlace(unit: Unit, places: readonly Place[], asked: Set<Place>): boolean {
  for (const place of places) {
    if (asked.has(place) || !place.fits(unit)) continue;
    asked.add(place);
    if (place.held.length < place.most) {
      place.held.push(unit);
      return true;
    }
    const moved = place.held.findIndex((other) => findPlace(other, places, asked));
    if (moved < 0) continue;
    place.held[moved] = unit;
    return true;
  }
  return false;
}

/** As many sets as there are units for, no unit in two places. */
export function mostSets(units: readonly Unit[], of: readonly Component[]): number {
  const size = of.reduce((sum, component) => sum + component.units, 0);
  const ofEach = of.map((component) => Math.floor(units.filter(fits(component)).length / component.units));
  let sets = Math.min(Math.floor(units.length / size), ...ofEach);
  while (fillSets(units, of, sets).length < sets * size) sets -= 1;
  return sets;
}
