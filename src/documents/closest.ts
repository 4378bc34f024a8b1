/** The most names that one slip is compared with: a hint is not worth a long search. */
const MOST_NAMES = 1_000;

/** The name that was probably meant: at most two slips away, and no more than a third of it. */
export function closest(written: string, names: readonly string[]): string | undefined {
  if (written.length > 64) return undefined;
  let best: string | undefined;
  let fewest = Math.min(2, Math.max(1, Math.floor(written.length / 3))) + 1;
  for (const name of names.slice(0, MOST_NAMES)) {
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const slips = distance(written.toLowerCase(), name.toLowerCase());
    if (slips < fewest) [best, fewest] = [name, slips];
  }
  return best;
}

/** `did you mean "discount"?`, where something comes close. */
export function didYouMean(written: string, names: readonly string[]): string | undefined {
  const name = closest(written, names);
  return name === undefined ? undefined : `did you mean ${JSON.stringify(name)}?`;
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(slips);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
