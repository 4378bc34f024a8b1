import { describe, expect, it } from "vitest";
import { gather } from "../laws/admit.js";
import { on, purchase } from "../scenarios/club.js";

const program = {
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  tiers: { ladder: [{ id: "bronze" }, { id: "silver", from: "1" }, { id: "gold", from: "2" }] },
  offers: [],
} as const;

function tierOf(tier: string | undefined, raised: string, until = on("2026-11-22")) {
  const standing = { ...(tier === undefined ? {} : { tier }), raisedTier: { tier: raised, until } };
  const { read } = gather({
    program,
    request: purchase({ member: { standing }, at: on("2026-11-21"), lines: [1] }),
  });
  return read.member?.standing.tier;
}

describe("a tier that a member was raised to", () => {
  it("is theirs until it ends, which is excluded", () => {
    expect(tierOf("bronze", "gold")).toBe("gold");
    expect(tierOf("bronze", "gold", on("2026-11-21"))).toBe("bronze");
  });

  it("is nothing to who stands there or above", () => {
    expect(tierOf("gold", "silver")).toBe("gold");
    expect(tierOf("silver", "silver")).toBe("silver");
  });

  it("does not tell a tier that nobody knows, nor one that the ladder lacks", () => {
    expect(tierOf(undefined, "silver")).toBeUndefined();
    expect(tierOf("bronze", "platinum")).toBe("bronze");
  });
});
