import type { CompiledOffer } from "./compiled-offer.js";
import { type FactSheet, factIn } from "./gather-facts.js";

/** An offer whose condition is not false. */
export interface Verdict {
  readonly judged: CompiledOffer;
  readonly applies: true | "unknown";
  /** Where it is unknown: the facts it asks for that are. */
  readonly missing: readonly MissingFact[];
}

export interface MissingFact {
  readonly name: string;
  readonly ofMember: boolean;
}

const NONE: readonly MissingFact[] = [];

/** Judges every offer; those whose condition is false are left out. One offer's lack never touches another. */
export function judgeOffers(offers: readonly CompiledOffer[], facts: FactSheet): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const judged of offers) {
    const holds = judged.holds(facts);
    if (holds === false) continue;
    verdicts.push(
      holds === true
        ? { judged, applies: true, missing: NONE }
        : { judged, applies: "unknown", missing: missingOf(judged, facts) },
    );
  }
  return verdicts;
}

/** The facts an offer asks for that are unknown. */
export function missingOf({ slots }: CompiledOffer, facts: FactSheet): readonly MissingFact[] {
  let missing = NONE;
  for (const { index, use } of slots) {
    if (factIn(index, facts) !== undefined || missing.some(({ name }) => name === use.name)) continue;
    missing = [...missing, { name: use.name, ofMember: use.ofMember }];
  }
  return missing;
}
