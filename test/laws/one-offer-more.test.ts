import fc from "fast-check";
import { type Offer, openClub, type Program } from "vafa";
import { describe, expect, it } from "vitest";
import { benefits, VOUCHER_OFFER } from "./generate-benefit.js";
import type { Case } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { law } from "./law.js";
import { minor } from "./sum.js";

const OWN = "of-its-own";

/** A case, and one offer more that nobody knows of: in a group of its own, whatever it gives and excludes. */
const enlarged: fc.Arbitrary<{ readonly one: Case; readonly more: Program }> = furnished.chain((one) => {
  const { digits } = one.program.currency;
  const rivals = one.program.offers.filter(({ always, group }) => always !== true && group !== "lines");
  return fc
    .record({
      id: fc.constantFrom("0-new", "new", "zzz-new"),
      group: fc.constant(OWN),
      priority: fc.constantFrom(-2, 0, 2),
      exclusive: fc.constantFrom(undefined, undefined, undefined, true),
      notWith: fc.subarray(rivals.map(({ id }) => id)),
      limits: fc.constantFrom(undefined, { budget: "yalda" }),
      benefit: benefits(digits).filter((benefit) => !JSON.stringify(benefit).includes(VOUCHER_OFFER)),
    })
    .map((offer: Offer) => {
      const { offers, groups = [] } = one.program;
      return {
        one,
        more: { ...one.program, offers: [...offers, offer], groups: [...groups, { id: OWN, limit: 1 }] },
      };
    });
});

/*
 * Of competing offers only: an `always` offer is given whether it is worth it or not, takes room and budgets from
 * others, and leaves less to accrue on. Whatever `maxOffers`, budgets, `exclusive` and `notWith` say, each set that was
 * legal is legal still, and worth what it was.
 */
describe("an offer more, in a group of its own", () => {
  let won = 0;

  law("never lowers what the member has", 130, enlarged, ({ one: { program, request }, more }) => {
    const before = openClub(program).quote(request);
    const after = openClub(more).quote(request);
    expect(after.status).toBe(before.status);
    if (!after.choice.proven) return;
    expect(minor(after.choice.total)).toBeGreaterThanOrEqual(minor(before.choice.total));
    const isGiven = after.awards.some(({ offer }) => offer.endsWith("new"));
    if (!isGiven && before.choice.proven) expect(after.choice).toEqual(before.choice);
    if (!isGiven && before.choice.proven) expect(after.awards).toEqual(before.awards);
    won += isGiven ? 1 : 0;
  });

  it("and won often enough", () => expect(won).toBeGreaterThan(15));
});
