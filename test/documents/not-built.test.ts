import { describe, expect, it } from "vitest";
import { issueAt } from "../../src/documents/club-error.js";
import { markNotBuilt } from "../../src/documents/not-built.js";

describe("markNotBuilt", () => {
  it.each<[readonly (string | number)[]]>([
    [["catalogue"]],
    [["budgets"]],
    [["discountCap"]],
    [["clubUses"]],
    [["wallets", 3, "redemption"]],
    [["wallets", 0, "converts"]],
    [["wallets", 0, "expires", "renewedBy"]],
    [["wallets", 0, "expires", "byTier", "silver", "endOf"]],
    [["tiers", "period"]],
    [["tiers", "downgrade"]],
    [["tiers", "ladder", 1, "orPurchase"]],
    [["groups", 0, "per"]],
    [["offers", 12, "by"]],
    [["offers", 0, "milestone"]],
    [["offers", 0, "limits", "inAll"]],
    [["offers", 0, "limits", "budget"]],
    [["offers", 0, "limits", "perMember", "amount"]],
    [["offers", 0, "benefit", "steps"]],
    [["offers", 0, "benefit", 2, "bundle"]],
    [["offers", 0, "benefit", "usable"]],
    [["member", "standing", "vouchers"]],
    [["transaction", "redeem"]],
  ])("says of the key at %j that it is not built yet", (path) => {
    const issue = issueAt("unknown-field", path, "is not known here", { hint: "known here: id" });
    const marked = markNotBuilt(issue);
    expect(marked).toMatchObject({ code: "not-supported", path: issue.path });
    expect(marked.hint).toBeUndefined();
  });

  it.each<[readonly (string | number)[], string]>([
    [["wallets", 0, "kind"], '"stamps"'],
    [["wallets", 0, "kind"], '"tickets"'],
    [["tiers", "metric"], "an object"],
    [["offers", 0, "on", 0], '"survey"'],
    [["offers", 0, "limits", "perMember", "per"], '"window"'],
    [["offers", 0, "benefit", "kind"], '"gift"'],
    [["offers", 0, "benefit", 1, "kind"], '"voucher"'],
    [["transaction", "type"], '"referral"'],
  ])("says of the value at %j, %s, that it is not built yet", (path, received) => {
    const marked = markNotBuilt(issueAt("enum", path, "must be one of", { received }));
    expect(marked).toMatchObject({ code: "not-supported", received });
  });

  it.each([
    issueAt("unknown-field", ["discuont"], "x", { hint: "did you mean discount?" }),
    issueAt("unknown-field", ["offers", 0, "catalogue"], "x"),
    issueAt("unknown-field", ["offers", 0, "benefit", 0, 0, "steps"], "x"),
    issueAt("enum", ["wallets", 0, "kind"], "x", { received: '"stamp"' }),
    issueAt("enum", ["offers", 0, "benefit", "kind"], "x", { received: '"cashbak"' }),
    issueAt("enum", ["offers", 0, "on", 0], "x", { received: "5" }),
    issueAt("required", ["catalogue"], "x"),
    issueAt("type", ["tiers", "metric"], "x", { received: "5" }),
  ])("leaves a slip as it is: $code $path", (issue) => {
    expect(markNotBuilt(issue)).toBe(issue);
  });
});
