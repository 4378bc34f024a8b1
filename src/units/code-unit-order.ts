/** Orders texts by UTF-16 code unit: the same on every machine, unlike any locale's order. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
