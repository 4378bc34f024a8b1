import { describe, expect, it } from "vitest";
import { InvariantError, invariant } from "../../src/units/invariant.js";

describe("invariant", () => {
  it("is silent where the law holds", () => {
    expect(() => invariant(true, "parts sum to the total")).not.toThrow();
  });

  it("throws an error that names the broken law", () => {
    const broken = () => invariant(false, "parts sum to the total");
    expect(broken).toThrow(InvariantError);
    expect(broken).toThrow("parts sum to the total");
  });

  it("is told apart from other errors by its name", () => {
    expect(new InvariantError("law").name).toBe("InvariantError");
  });
});
