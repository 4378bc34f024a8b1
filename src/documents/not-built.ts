import type { Issue } from "./club-error.js";

/** Keys that the documents will have, and this release refuses rather than ignores. `#` stands for an index. */
const KEYS: readonly RegExp[] = [];

/** Values likewise. */
const VALUES: readonly (readonly [RegExp, RegExp])[] = [];

/** Tells apart what is a slip from what is only not built yet. */
export function markNotBuilt(issue: Issue): Issue {
  const place = issue.path.replace(/\/[0-9]+(?=\/|$)/g, "/#");
  const known =
    issue.code === "unknown-field"
      ? KEYS.some((pattern) => pattern.test(place))
      : (issue.code === "enum" || issue.code === "type") &&
        VALUES.some(([pattern, received]) => pattern.test(place) && received.test(issue.received ?? ""));
  if (!known) return issue;
  const { hint: _, ...rest } = issue;
  return {
    ...rest,
    code: "not-supported",
    message: "is not built yet; nothing is ignored, so it is refused",
  };
}
