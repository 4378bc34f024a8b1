import type { Member } from "vafa";
import { describe, expect, it } from "vitest";
import { fateOf, given } from "../club.js";
import { balanceOf, memberOf } from "./member-of.js";
import stars from "./stars.json" with { type: "json" };

/* A club such as those of the great coffee chains: dollars, New York, tiers called green, gold and reserve. */

const LATTE = { unitPrice: "5.75", category: "drink" };

function inTier(tier: string, more: Partial<Member> & { readonly held?: string } = {}) {
  const { held = "0", ...profile } = more;
  const balances = [{ wallet: "stars", amount: held }];
  return memberOf(stars, { ...profile, standing: { tier, visits: 9, spend: "0", balances } });
}

describe("stars by tier", () => {
  const at = "2027-03-10T09:00:00-05:00";

  it("a dollar is 1, 1.2 or 1.7: five whole dollars are 5, 6, and 8.5 down to 8", () => {
    const earned = ["green", "gold", "reserve"].map((tier) =>
      given(inTier(tier).buys({ at, lines: [LATTE] })),
    );
    expect(earned).toEqual([["stars: 5 stars"], ["stars: 6 stars"], ["stars: 8 stars"]]);
  });

  it("an own cup is 25 more, and on Mondays gold has all twice: 6 + 25 + 31", () => {
    const cup = { ...LATTE, tags: ["own-cup"] };
    const monday = "2027-03-15T09:00:00-04:00";
    expect(given(inTier("gold").buys({ at: monday, lines: [cup] }))).toEqual([
      "double-day: 31 stars",
      "own-cup: 25 stars",
      "stars: 6 stars",
    ]);
    expect(given(inTier("green").buys({ at: monday, lines: [LATTE] }))).toEqual(["stars: 5 stars"]);
  });

  it("green stars lapse after six months, on the same hour of New York; gold ones never", () => {
    const lapse = (tier: string) => {
      const member = inTier(tier);
      member.buys({ at, lines: [LATTE] });
      return member.standing().lots?.at(-1)?.expiresAt;
    };
    expect([lapse("green"), lapse("gold")]).toEqual(["2027-09-10T09:00:00-04:00", null]);
  });
});

describe("a birthday treat", () => {
  const days = ["02-22", "02-23", "03-06", "03-07", "03-10", "03-13", "03-14", "03-25", "03-26"];
  const fates = (tier: string) =>
    days.filter((day) => {
      const member = inTier(tier, { birthDate: "1990-03-10" });
      const decision = member.buys({ at: `2027-${day}T12:00:00-05:00`, lines: [LATTE] });
      return fateOf("birthday", decision) === "given";
    });

  it("is for the day in green, 3 days around it in gold, 15 in reserve", () => {
    expect(fates("green")).toEqual(["03-10"]);
    expect(fates("gold")).toEqual(["03-07", "03-10", "03-13"]);
    expect(fates("reserve")).toEqual(["02-23", "03-06", "03-07", "03-10", "03-13", "03-14", "03-25"]);
  });

  it("is the dearest thing, earns no star, and comes once", () => {
    const member = inTier("gold", { birthDate: "1990-03-10" });
    const lines = [LATTE, { unitPrice: "3.25", category: "food" }];
    const first = member.buys({ at: "2027-03-10T09:00:00-05:00", lines });
    expect(given(first)).toEqual(["birthday: 5.75 off", "stars: 3 stars"]);
    const second = member.buys({ at: "2027-03-11T09:00:00-05:00", lines });
    expect(fateOf("birthday", second)).toBe("limitReached");
  });
});

describe("what stars buy, in steps", () => {
  const buys = (catalogue: string, unitPrice: string, category: string, held: string) => {
    const at = "2027-03-10T09:00:00-05:00";
    const lines = [{ unitPrice, category }];
    const decision = inTier("green", { held }).buys({ at, lines, redeem: [{ catalogue }] });
    return decision.refusal?.reason ?? `${decision.totals.due} due, ${balanceOf("stars", decision)} left`;
  };

  it.each([
    ["extra", "25", "0.80", "extra", "0.00 due, 0 left"],
    // 3.75 are paid, and earn 3.
    ["two-off", "60", "5.75", "drink", "3.75 due, 3 left"],
    ["coffee-or-bakery", "100", "3.25", "brewed", "0.00 due, 0 left"],
    ["drink", "200", "5.75", "drink", "0.00 due, 0 left"],
    ["sandwich", "300", "7.45", "sandwich", "0.00 due, 0 left"],
    // At most 20 dollars off. What is left of a mug that stars paid for is figured on no more.
    ["merchandise", "400", "24.95", "merchandise", "4.95 due, 0 left"],
  ])("%s for %s stars: %s of %s", (catalogue, price, unitPrice, category, outcome) => {
    expect(buys(catalogue, unitPrice, category, price)).toBe(outcome);
    expect(buys(catalogue, unitPrice, category, `${Number(price) - 1}`)).toBe("insufficientBalance");
  });

  it("a reward that finds nothing to pay for takes no stars", () => {
    expect(buys("drink", "5.75", "food", "200")).toBe("givesNothing");
  });
});
