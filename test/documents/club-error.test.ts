import { describe, expect, it } from "vitest";
import { ClubError, type Issue, issueAt, throwIssues } from "../../src/documents/club-error.js";

describe("issueAt", () => {
  it("names the place by a JSON Pointer, and takes what else is known", () => {
    expect(issueAt("enum", ["offers", 0, "a/b"], "must be one of x", { hint: "write x" })).toEqual({
      code: "enum",
      path: "/offers/0/a~1b",
      message: "must be one of x",
      hint: "write x",
    });
  });
});

describe("ClubError", () => {
  const issue = (index: number): Issue => issueAt("type", ["offers", index], "must be an object");

  it("carries its issues, and tells them in its message with place and hint", () => {
    const error = new ClubError([
      issueAt("unknown-field", ["discuont"], "is not known here", { hint: 'did you mean "discount"?' }),
      issueAt("type", [], "must be an object"),
    ]);
    expect(error.name).toBe("ClubError");
    expect(error).toBeInstanceOf(Error);
    expect(error.issues).toHaveLength(2);
    expect(error.message.split("\n")).toEqual([
      "2 issues",
      '  /discuont: is not known here (did you mean "discount"?)',
      "  /: must be an object",
    ]);
  });

  it("says one issue in the singular", () => {
    expect(new ClubError([issue(0)]).message).toBe("1 issue\n  /offers/0: must be an object");
  });

  it("tells the first hundred of many", () => {
    const issues = Array.from({ length: 250 }, (_, index) => issue(index));
    expect(new ClubError(issues).issues).toEqual(issues.slice(0, 100));
  });
});

describe("throwIssues", () => {
  it("is silent without issues, and throws all of them at once", () => {
    expect(() => throwIssues([])).not.toThrow();
    expect(() => throwIssues([issueAt("type", ["a"], "x"), issueAt("enum", ["b"], "y")])).toThrow("2 issues");
  });
});
