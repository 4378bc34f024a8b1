import { expect, it } from "vitest";
import { issueAt } from "../../src/documents/club-error.js";
import { markNotBuilt } from "../../src/documents/not-built.js";

it.each([
  issueAt("unknown-field", ["discuont"], "x", { hint: "did you mean discount?" }),
  issueAt("unknown-field", ["tiers", "periods"], "x"),
  issueAt("enum", ["tiers", "metric"], "x", { received: '"stars"' }),
  issueAt("required", ["tiers", "metric", "wallet"], "x"),
  issueAt("type", ["tiers", "metric"], "x", { received: "5" }),
])("a slip is left as it is: $code $path", (issue) => {
  expect(markNotBuilt(issue)).toBe(issue);
});
