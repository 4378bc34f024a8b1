import type { Offer, Program, Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { inBoth } from "./hear-activities.js";

const tiers = {
  metric: "spend",
  ladder: [
    { id: "bronze", name: { fa: "برنزی", en: "Bronze" } },
    { id: "silver", from: "500000", name: { fa: "نقره‌ای", en: "Silver" } },
    { id: "gold", from: "9000000", name: { fa: "طلایی" } },
    { id: "black" },
  ],
} as const satisfies Program["tiers"];

/** The line of each language that tells of the tier; nothing where there is none. */
function told(
  standing: Standing | undefined,
  offers: readonly Offer[] = [],
): readonly (string | undefined)[] {
  const member = standing === undefined ? {} : { standing };
  return inBoth({ member }, offers, { tiers }).map((text) => text.split("\n")[1]);
}

const raise = (tier: string, more: Partial<Extract<Offer["benefit"], { kind: "tier" }>> = {}): Offer => ({
  id: `to-${tier}`,
  always: true,
  benefit: { kind: "tier", tier, ...more },
});
const known = (terms: Standing): Standing => ({ visits: 1, progress: [], ...terms });

// R15.16
describe("a tier above the one before is told", () => {
  it("where a purchase reaches it, by its name in the member's language, else in another, else its id", () => {
    // 450,000 before and 100,000 now.
    expect(
      told(known({ tier: "bronze", spend: "450000", progress: [{ period: "lifetime", amount: "450000" }] })),
    ).toEqual(["تبریک! سطح جدید شما: نقره‌ای", "Congratulations! Your new tier: Silver"]);
    expect(told(known({ tier: "silver" }), [raise("gold")])).toEqual([
      "تبریک! سطح جدید شما: طلایی",
      "Congratulations! Your new tier: طلایی",
    ]);
    expect(told(known({ tier: "silver" }), [raise("black")])[1]).toBe(
      "Congratulations! Your new tier: black",
    );
  });

  it("with the last day of a raise for a while", () => {
    // 30 Aban 1405 and two months: 30 Dey 1405, 20 January 2027, 17:30.
    expect(told(known({ tier: "bronze" }), [raise("silver", { for: { months: 2 } })])).toEqual([
      "تبریک! سطح جدید شما: نقره‌ای، تا ۱۴۰۵/۱۰/۳۰",
      "Congratulations! Your new tier: Silver, until 2027-01-20",
    ]);
    const both = [raise("silver", { for: { months: 2 } }), { ...raise("silver"), id: "for-good" }];
    expect(told(known({ tier: "bronze" }), both)[1]).toBe("Congratulations! Your new tier: Silver");
  });

  it("and one that stays, is held longer, or is not known, is not", () => {
    expect(told(undefined)).toEqual([undefined, undefined]);
    expect(told({ visits: 1 }, [raise("silver")])).toEqual([undefined, undefined]);
    expect(told(known({ tier: "silver" }), [raise("silver", { for: { months: 2 } })])).toEqual([
      undefined,
      undefined,
    ]);
    const raised = { tier: "gold", until: "2026-12-01T00:00:00+03:30" };
    const held = known({ tier: "bronze", raisedTier: raised });
    expect(told(held, [raise("gold", { for: { months: 2 } })])).toEqual([undefined, undefined]);
    expect(told(held, [raise("silver")])).toEqual([undefined, undefined]);
  });
});
