import { type Decision, openClub } from "vafa";
import { describe, expect } from "vitest";
import { asReference } from "./admit.js";
import { asMember, purchases } from "./generate-case.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

describe("the parts sum to the whole", () => {
  law("lines to totals, award lines to awards, and every line to itself", 130, purchases, (one) => {
    const decision = openClub(one.program).evaluate(one.request);
    const { lines, totals, awards, choice } = decision;
    for (const column of ["list", "discount", "redeemed", "due"] as const) {
      expect(sumOf(lines, (line) => line[column])).toBe(minor(totals[column]));
    }
    for (const { list, discount, redeemed, due } of [...lines, totals]) {
      expect(minor(list)).toBe(minor(discount) + minor(redeemed) + minor(due));
    }
    for (const award of awards) {
      if (award.lines.length > 0)
        expect(sumOf(award.lines, ({ amount }) => amount)).toBe(minor(award.amount));
      if (award.kind === "discount") expect(award.worth).toBe(award.amount);
      expect(minor(award.amount)).toBeGreaterThan(0n);
    }
    expect(sumOf(awards, ({ worth }) => worth)).toBe(minor(choice.total));
    const discounts = awards.filter(({ kind }) => kind === "discount");
    expect(sumOf(discounts, ({ amount }) => amount)).toBe(minor(totals.discount));
    for (const line of lines) {
      const parts = discounts.flatMap((award) => award.lines.filter((part) => part.line === line.id));
      expect(sumOf(parts, ({ amount }) => amount)).toBe(minor(line.discount));
    }
  });

  law(
    "no line is paid below nothing, below its floor, or where it takes no discount",
    130,
    purchases,
    (one) => {
      const decision = openClub(one.program).evaluate(one.request);
      const { digits, lines } = asReference(one);
      const scale = 10n ** BigInt(12 - digits);
      for (const { id, list, floor, takesDiscount } of lines) {
        const due = dueOf(id, decision);
        expect(due).toBeGreaterThanOrEqual(floor * scale);
        if (!takesDiscount) expect(due).toBe(list * scale);
      }
    },
  );

  law(
    "the entry tells the same lines, awards and totals as the decision",
    50,
    purchases.map(asMember),
    (one) => {
      const { entry, ...decision } = openClub(one.program).evaluate(one.request);
      if (entry === undefined) throw new Error("a member's purchase is booked");
      expect(entry.totals).toEqual(decision.totals);
      expect(
        entry.lines.map(({ id, list, discount, redeemed, paid }) => ({
          id,
          list,
          discount,
          redeemed,
          due: paid,
        })),
      ).toEqual(decision.lines);
      expect(entry.awards).toEqual(decision.awards.map((award) => written(award, decision)));
      expect(entry.declined.map(({ offer, reason }) => ({ offer, reason }))).toEqual(
        decision.declined.map(({ offer, reason }) => ({ offer, reason })),
      );
    },
  );
});

/** R10.1: a row of the decision as the entry says it. */
function written(award: Decision["awards"][number], { lines }: Decision) {
  const { chosenBy = null, gift, lines: parts, part = 1, tier, until = null, voucher, wallet = null } = award;
  const { amount, clipped, cost, kind, offer, worth } = award;
  const on = new Map(parts.map((one) => [one.line, one.amount]));
  return {
    amount,
    amounts: parts.length === 0 ? [] : lines.map(({ id }) => on.get(id) ?? "0"),
    basis: expect.any(String),
    clipped,
    cost,
    kind,
    offer,
    part,
    thing: wordOf(gift ?? tier ?? voucher?.offer, chosenBy, voucher?.expiresAt ?? until),
    wallet,
    worth,
  };
}

function wordOf(id: string | undefined, chosenBy: "member" | "default" | null, until: string | null) {
  return id === undefined ? null : { chosenBy, id, until };
}

function dueOf(id: string, { lines }: Decision): bigint {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`line ${id} is lost`);
  return minor(line.due);
}
