import type { CompiledOffer } from "./compile.js";
import type { FactSheet } from "./gather-facts.js";

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
    if (judged.isTrue(facts)) {
      verdicts.push({ judged, applies: true, missing: NONE });
      continue;
    }
    const missing = missingOf(judged, facts);
    if (missing.length > 0 && !judged.isFalse(facts)) verdicts.push({ judged, applies: "unknown", missing });
  }
  return verdicts;
}

/** The facts an offer asks for that are unknown. */
export function missingOf({ slots }: CompiledOffer, facts: FactSheet): readonly MissingFact[] {
  let missing = NONE;
  for (const { index, use } of slots) {
    if (facts.valueOf(index) !== undefined || missing.some(({ name }) => name === use.name)) continue;
    missing = [...missing, { name: use.name, ofMember: use.ofMember }];
  }
  return missing;
}
