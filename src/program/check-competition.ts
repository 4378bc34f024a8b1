import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { BenefitDocument } from "./benefit-document.js";
import type { OffersById } from "./benefit-terms.js";
import type { OfferDocument } from "./offer-document.js";
import type { Group } from "./program.js";
import { missingRef } from "./vocabulary.js";

export interface Competition {
  readonly groups: ReadonlyMap<string, Group>;
  /** The groups that are a contest on each line. */
  readonly perLine: ReadonlySet<string>;
  readonly offers: OffersById;
}

/** The group of an offer that names none; a program need not declare it. */
export const DEFAULT_GROUP = "default";

/** Is an offer's place among the others one that it can have? */
export function checkCompetition(
  document: OfferDocument,
  path: Path,
  { groups, perLine, offers }: Competition,
  issues: Issue[],
): void {
  const { id, always, group = DEFAULT_GROUP, notWith = [] } = document;
  if (always === true) {
    for (const key of ["group", "exclusive", "notWith"] as const) {
      if (document[key] === undefined) continue;
      issues.push(
        issueAt("one-of", [...path, key], "an offer that is given always competes with none", {
          expected: "always, or this",
        }),
      );
    }
  }
  if (!groups.has(group)) {
    const hint = issues.length < MOST_ISSUES ? didYouMean(group, [...groups.keys()]) : undefined;
    issues.push(missingRef([...path, "group"], "group", group, hint));
  }
  if (always !== true && perLine.has(group)) checkPerLine(document, group, path, issues);
  notWith.forEach((other, index) => {
    const place = [...path, "notWith", index];
    const known = offers.get(other);
    if (known === undefined) {
      const hint = issues.length < MOST_ISSUES ? didYouMean(other, [...offers.keys()]) : undefined;
      issues.push(missingRef(place, "offer", other, hint));
    } else if (known.always)
      issues.push(issueAt("one-of", place, `${other} is given always, and competes with none`));
    else if (other === id) issues.push(issueAt("one-of", place, "an offer cannot exclude itself"));
    else if (perLine.has(known.group ?? DEFAULT_GROUP))
      issues.push(issueAt("per-line", place, `${other} competes on each line, and excludes none`));
  });
}

/** On each line alone, only what is figured on each line alone can be compared. */
function checkPerLine(document: OfferDocument, group: string, path: Path, issues: Issue[]): void {
  const { benefit, limits } = document;
  const refuse = (...place: Path) => {
    const message = `the group ${group} is a contest on each line: only what is figured line by line may join`;
    const expected = "a discount by percent, perUnit or unitPrice, or credit by percent";
    issues.push(issueAt("per-line", [...path, ...place], message, { expected }));
  };
  for (const key of ["exclusive", "notWith"] as const) if (document[key] !== undefined) refuse(key);
  for (const key of ["budget", "repeat"] as const) if (limits?.[key] !== undefined) refuse("limits", key);
  if (limits?.perMember?.amount !== undefined) refuse("limits", "perMember", "amount");
  if (isList(benefit)) {
    refuse("benefit");
    return;
  }
  for (const key of foreignToLines(benefit)) refuse("benefit", key);
}

function isList(benefit: OfferDocument["benefit"]): benefit is readonly BenefitDocument[] {
  return Array.isArray(benefit);
}

const OF_LINES: { readonly [kind: string]: readonly string[] } = {
  discount: ["percent", "perUnit", "unitPrice", "items"],
  credit: ["percent", "items", "wallet", "usable", "expires"],
};

function foreignToLines(benefit: BenefitDocument): readonly string[] {
  const own = OF_LINES[benefit.kind];
  if (own === undefined) return ["kind"];
  return Object.keys(benefit).filter((key) => key !== "kind" && !own.includes(key));
}
