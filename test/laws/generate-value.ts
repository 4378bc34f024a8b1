import fc from "fast-check";

/** Something, or a field left out: `missing` times to every `present` times it is there. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>, missing = 1, present = 1): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: missing, arbitrary: fc.constant(undefined) }, { weight: present, arbitrary });
}

/** Minor units as a document writes them. */
export function written(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Amounts of money from the tiny, where rounding shows, to the large. */
export function money(digits: number): fc.Arbitrary<string> {
  return minorUnits.map((minor) => written(minor, digits));
}

export const minorUnits = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 3, arbitrary: fc.integer({ min: 31, max: 3_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 300 }).map((n) => n * 1_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 ** 50 }) },
);

/** A number from 0 to 1 that says how to shuffle. */
export const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });

/** The same members in another order, which the seed alone decides. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return list
    .map((member) => ({ member, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ member }) => member);
}

/** The same document with the keys of every object in another order. */
export function withKeysShuffled<T>(document: T, seed: number): T {
  return shuffleKeys(document, seed) as T;
}

function shuffleKeys(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((member, index) => shuffleKeys(member, seed + index));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, shuffleKeys(member, seed + 7)] as const);
  return Object.fromEntries(shuffled(members, seed));
}
