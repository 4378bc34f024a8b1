import fc from "fast-check";
import { it } from "vitest";

/** How much longer than usual to search for a counterexample: `VAFA_RUNS=20` tries twenty times as many cases. */
const TIMES = Number(process.env.VAFA_RUNS ?? 1);

/** States that something holds for every case. The cases are the same in every run. */
export function law<T>(
  title: string,
  numRuns: number,
  cases: fc.Arbitrary<T>,
  holds: (one: T) => void,
): void {
  it(
    title,
    () => fc.assert(fc.property(cases, holds), { seed: 42, numRuns: numRuns * TIMES }),
    180_000 * TIMES,
  );
}
