import { type Issue, issueAt } from "../documents/club-error.js";
import { type Competition, DEFAULT_GROUP } from "./check-competition.js";
import type { GroupDocument } from "./program-document.js";

/** Reads the groups that offers compete in; one that competes on each line needs no limit. */
export function readGroups(
  documents: readonly GroupDocument[],
  issues: Issue[],
): Pick<Competition, "groups" | "perLine"> {
  const groups = new Map([[DEFAULT_GROUP, { id: DEFAULT_GROUP, number: 0, limit: 1, perLine: false }]]);
  const perLine = new Set<string>();
  documents.forEach(({ id, limit, per }, index) => {
    if (per === "line") perLine.add(id);
    else if (limit === undefined) {
      const expected = 'how many of its offers win, or "per": "line"';
      issues.push(issueAt("required", ["groups", index, "limit"], "is missing", { expected }));
    }
    const number = groups.get(id)?.number ?? groups.size;
    groups.set(id, { id, number, limit: limit ?? Number.POSITIVE_INFINITY, perLine: per === "line" });
  });
  return { groups, perLine };
}
