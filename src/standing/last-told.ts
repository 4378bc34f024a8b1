import type { StandingDocument } from "../facts/standing.js";
import { parseInstant } from "../units/instant.js";

/** The latest instant at which a standing says that something was: from there on time runs, where it does not say. */
export function lastToldOf({
  lastVisitAt,
  lots = [],
  uses = [],
  vouchers = [],
}: StandingDocument): string | undefined {
  const told = [
    lastVisitAt,
    ...lots.map(({ at }) => at),
    ...uses.map(({ at }) => at),
    ...vouchers.map(({ issuedAt }) => issuedAt),
  ];
  let last: string | undefined;
  for (const text of told) {
    if (text !== undefined && (last === undefined || instantOf(text) > instantOf(last))) last = text;
  }
  return last;
}

function instantOf(text: string): number {
  return parseInstant(text) ?? Number.NEGATIVE_INFINITY;
}
