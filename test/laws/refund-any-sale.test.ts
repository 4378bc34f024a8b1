import fc from "fast-check";
import { apply, type Entry, openClub, type RefundDecision } from "vafa";
import { describe, expect } from "vitest";
import { asMember, purchases } from "./generate-case.js";
import { varied } from "./generate-varied-case.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

const sales = fc.record({
  sale: fc.oneof({ weight: 1, arbitrary: purchases }, { weight: 3, arbitrary: varied }).map(asMember),
  /** Which of the lines that are left comes back next, and how much of it at once. */
  order: fc.array(fc.nat(20), { minLength: 1, maxLength: 20 }),
  policy: fc.constantFrom("proportional", "reevaluate"),
  debt: fc.constantFrom("carry", "forgive", "deductFromRefund"),
});

describe("whatever a program gives", () => {
  law("a sale that comes back line by line gives back what it took", 160, sales, (one) => {
    const { sale: bought, order, policy, debt } = one;
    const program = { ...bought.program, refunds: { policy, debt } as const };
    const club = openClub(program);
    const { entry: sale } = club.evaluate(bought.request);
    if (sale === undefined) return;
    let standing = apply(bought.request.member?.standing, sale);
    const decisions: RefundDecision[] = [];
    const left = [...sale.lines];
    while (left.length > 0) {
      const [line] = left.splice((order[decisions.length % order.length] ?? 0) % left.length, 1);
      if (line === undefined) continue;
      const decision = club.refund({
        id: `r-${decisions.length}`,
        at: sale.at,
        member: { id: sale.memberId, standing },
        sale,
        returned: [{ line: line.id, quantity: line.quantity }],
        was: { request: bought.request },
      });
      expect(decision.status).toBe("accepted");
      decisions.push(decision);
      // A line that comes back whole gives back exactly what it was charged.
      expect(decision.lines).toEqual([chargeOf(line)]);
      for (const text of Object.values(decision.totals)) expect(text).not.toContain("-");
      standing = apply(standing, decision.entry);
    }
    for (const column of ["list", "discount", "redeemed"] as const) {
      expect(sumOf(decisions, ({ totals }) => totals[column])).toBe(minor(sale.totals[column]));
    }
    expect(progressBack(decisions)).toEqual(progressOf(sale));
    const given =
      sumOf(decisions, ({ totals }) => totals.due) + sumOf(decisions, ({ totals }) => totals.deducted);
    expect(given).toBe(minor(sale.totals.due));
    for (const [index, { amount }] of sale.awards.entries()) {
      const parts = decisions.flatMap(
        ({ entry }) => entry?.awards.filter(({ award }) => award === index + 1) ?? [],
      );
      expect(sumOf(parts, (part) => part.amount)).toBe(minor(amount));
    }
  });
});

/** The columns of a line as it was sold. */
function chargeOf({ discount, id, list, paid, redeemed }: Entry["lines"][number]) {
  return { discount, due: paid, id, list, redeemed };
}

function progressOf({ progress: { counted, spend, visits } }: Entry) {
  return { counted: minor(counted ?? "0"), spend: minor(spend), visits };
}

function progressBack(decisions: readonly RefundDecision[]) {
  const rows = decisions.flatMap(({ entry }) => entry?.progress ?? []);
  return {
    counted: sumOf(rows, ({ counted }) => counted ?? "0"),
    spend: sumOf(rows, ({ spend }) => spend),
    visits: rows.reduce((sum, { visits }) => sum + visits, 0),
  };
}
