/** Places, as bits of 32-bit words: what is true of many is then a few words long. */
export type Bits = number[];

export function noBits(places: number): Bits {
  return Array.from({ length: (places + 31) >> 5 }, () => 0);
}

export function allBits(places: number): Bits {
  return Array.from({ length: (places + 31) >> 5 }, () => -1);
}

export function mark(bits: Bits, place: number): void {
  bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
}

export function unmark(bits: Bits, place: number): void {
  bits[place >> 5] = (bits[place >> 5] ?? 0) & ~(1 << (place & 31));
}

/** The place of the first bit of a word that has any. */
export function firstOf(word: number): number {
  return 31 - Math.clz32(word & -word);
}
