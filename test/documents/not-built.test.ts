import { describe, expect, it } from "vitest";
import { issueAt } from "../../src/documents/club-error.js";
import { markNotBuilt } from "../../src/documents/not-built.js";

describe("markNotBuilt", () => {
  it.each<[readonly (string | number)[]]>([
    [["wallets", 0, "expires", "renewedBy"]],
    [["wallets", 0, "expires", "byTier", "silver", "renewedBy"]],
    [["tiers", "period"]],
    [["tiers", "downgrade"]],
    [["tiers", "ladder", 1, "orPurchase"]],
  ])("says of the key at %j that it is not built yet", (path) => {
    const issue = issueAt("unknown-field", path, "is not known here", { hint: "known here: id" });
    const marked = markNotBuilt(issue);
    expect(marked).toMatchObject({ code: "not-supported", path: issue.path });
    expect(marked.hint).toBeUndefined();
  });

  it.each<[readonly (string | number)[], string]>([[["tiers", "metric"], "an object"]])(
    "says of the value at %j, %s, that it is not built yet",
    (path, received) => {
      const marked = markNotBuilt(issueAt("enum", path, "must be one of", { received }));
      expect(marked).toMatchObject({ code: "not-supported", received });
    },
  );

  it.each([
    issueAt("unknown-field", ["discuont"], "x", { hint: "did you mean discount?" }),
    issueAt("unknown-field", ["offers", 0, "grace"], "x"),
    issueAt("unknown-field", ["wallets", 0, 0, "renewedBy"], "x"),
    issueAt("enum", ["tiers", "metric"], "x", { received: '"stars"' }),
    issueAt("required", ["tiers", "period"], "x"),
    issueAt("type", ["tiers", "metric"], "x", { received: "5" }),
  ])("leaves a slip as it is: $code $path", (issue) => {
    expect(markNotBuilt(issue)).toBe(issue);
  });
});
