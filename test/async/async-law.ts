import fc from "fast-check";
import { it } from "vitest";

/** How much longer than usual to search for a counterexample: `VAFA_RUNS=20` tries twenty times as many cases. */
const TIMES = Number(process.env.VAFA_RUNS ?? 1);

/** Which cases are tried: the same in every run, unless `VAFA_SEED` says otherwise. */
const SEED = Number(process.env.VAFA_SEED ?? 42);

/** As `law`, for what takes its time. */
export function asyncLaw<T>(
  title: string,
  numRuns: number,
  cases: fc.Arbitrary<T>,
  holds: (one: T) => Promise<void>,
): void {
  it(
    title,
    () => fc.assert(fc.asyncProperty(cases, holds), { seed: SEED, numRuns: numRuns * TIMES }),
    60_000 * TIMES,
  );
}
