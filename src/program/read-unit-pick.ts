import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { UnitPick } from "./benefit.js";
import type { DiscountDocument } from "./benefit-document.js";

/** Reads which units a discount takes; with a figure that is not one of units, any such key is an issue. */
export function readUnitPick(
  document: DiscountDocument,
  figure: string,
  path: Path,
  issues: Issue[],
): UnitPick | undefined {
  const { units, every, from, pick = "cheapest", unitsPer: per = "offer" } = document;
  if (!OF_UNITS.includes(figure)) {
    const foreign = UNIT_KEYS.filter((key) => key !== "pick" || !figuresInSets(figure));
    refuse(document, foreign, path, `is for ${OF_UNITS.join(", ")}`, issues);
    return undefined;
  }
  if (every !== undefined && units === undefined) {
    const expected = "how many of every so many";
    issues.push(issueAt("required", [...path, "units"], "is missing", { expected }));
  }
  if (every !== undefined && units !== undefined && every < units) {
    const counts = { expected: `at least ${units}`, received: `${every}` };
    issues.push(issueAt("number-range", [...path, "every"], "must be at least units", counts));
  }
  if (every !== undefined && from !== undefined)
    issues.push(issueAt("one-of", [...path, "from"], "says nothing beside every"));
  if (units === undefined && from === undefined) {
    refuse(document, ["pick", "unitsPer"], path, "says nothing where all units are taken", issues);
    return undefined;
  }
  return { units: whole(units), every: whole(every), from: whole(from), pick, per };
}

const OF_UNITS: readonly string[] = ["percent", "perUnit", "unitPrice"];
const UNIT_KEYS = ["units", "every", "from", "pick", "unitsPer"] as const;

function figuresInSets(figure: string): boolean {
  return figure === "buy" || figure === "bundle";
}

function refuse(
  document: DiscountDocument,
  keys: readonly (typeof UNIT_KEYS)[number][],
  path: Path,
  message: string,
  issues: Issue[],
): void {
  for (const key of keys)
    if (document[key] !== undefined) issues.push(issueAt("one-of", [...path, key], message));
}

function whole(count: number | undefined): bigint | undefined {
  return count === undefined ? undefined : BigInt(count);
}
