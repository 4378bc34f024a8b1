import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { ProgressDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";

/** What counted towards the tiers in one period; or one sale that may reach a tier alone, in its period. */
export interface Progress {
  readonly period: string;
  /** In minor units of what is counted. */
  readonly amount: bigint;
  /** Id of the sale's entry. */
  readonly sale: string | undefined;
}

const NONE: readonly Progress[] = [];

/** `undefined` is unknown; a program that measures nothing has no use for it. */
export function readProgress(
  documents: readonly ProgressDocument[] | undefined,
  path: Path,
  { tiers }: Program,
  issues: Issue[],
): readonly Progress[] | undefined {
  if (documents === undefined) return undefined;
  if (tiers === undefined || documents.length === 0) return NONE;
  const { digits, name } = tiers.unit;
  return documents.map(({ period, amount, sale }, index) => {
    const counted = { value: amount, path: [...path, index, "amount"] };
    return { period, amount: readUnits(counted, digits, name, issues) ?? 0n, sale };
  });
}
