import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Tiered } from "./tiered.js";
import { missingRef } from "./vocabulary.js";
import type { ByTier } from "./wallet.js";

/** A value read for one tier, with the place it stands at. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

export function isTiered<T>(value: Tiered<T>): value is { readonly byTier: { readonly [tier: string]: T } } {
  return typeof value === "object" && value !== null && "byTier" in value;
}

/** The value for a tier. A tier that is not named has been told by `checkTiers`. */
export function placedFor<T>(value: Tiered<T>, tier: string | undefined, path: Path): Placed<T> | undefined {
  if (!isTiered(value)) return { value, path };
  const own = tier === undefined ? undefined : ownValue(value.byTier, tier);
  return own === undefined ? undefined : { value: own, path: [...path, "byTier", tier ?? ""] };
}

/** A tier may be called `toString`: only what the document itself says counts. */
function ownValue<T>(byTier: { readonly [tier: string]: T }, tier: string): T | undefined {
  return Object.hasOwn(byTier, tier) ? byTier[tier] : undefined;
}

/** Every tier must be named, and no other. */
export function checkTiers(value: unknown, path: Path, ladder: readonly string[], issues: Issue[]): void {
  if (!isTiered(value)) return;
  const named = Object.keys(value.byTier);
  const place = [...path, "byTier"];
  for (const tier of named) {
    if (!ladder.includes(tier))
      issues.push(missingRef([...place, tier], "tier", tier, didYouMean(tier, ladder)));
  }
  for (const tier of ladder) {
    if (!named.includes(tier))
      issues.push(issueAt("required", [...place, tier], `says nothing for the tier ${tier}`));
  }
}

/** Reads a tiered value once, or once a tier. */
export function readByTier<T, Read>(
  value: Tiered<T>,
  ladder: readonly string[],
  read: (value: T) => Read,
): ByTier<Read> {
  if (!isTiered(value)) return { same: read(value) };
  const entries = ladder.flatMap((tier) => {
    const own = ownValue(value.byTier, tier);
    return own === undefined ? [] : [[tier, read(own)] as const];
  });
  return { tier: new Map(entries) };
}
