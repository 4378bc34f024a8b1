import fc from "fast-check";
import { type Benefit, type Line, openClub, type Program, type Quote } from "vafa";
import { describe, expect, it } from "vitest";
import { accruals } from "./generate-accrual.js";
import { discounts } from "./generate-discount.js";
import { LABELS, percent, TIERS } from "./generate-terms.js";
import { maybe, minorUnits, money } from "./generate-value.js";
import { wallets } from "./generate-wallets.js";
import { law } from "./law.js";

/*
 * True of a basket of one line that becomes two of half the quantity each. Beside another line, what rounding leaves
 * over may fall elsewhere, and then another part of a discount, or of a credit, is on what a filter asks for.
 * Left out is what counts lines and not what is on them: `unitsPer`, floors (each rounded up by itself), what is
 * weighed, and what is held to the room of one line: where a discount is clipped, or a line comes to nothing before its
 * twin, whose units are then free (R6.31).
 */
function isOfLines(benefit: Benefit): boolean {
  const text = JSON.stringify(benefit);
  if (benefit.kind === "discount") return text.includes('"unitsPer"');
  return /"(?:perUnit|perSet)"|"by":"quantity"/.test(text);
}

interface Sale {
  readonly program: Program;
  readonly line: Line;
  readonly halves: number;
}

const benefits = fc.oneof<fc.Arbitrary<Benefit>[]>(discounts(0), accruals(0));

const sales: fc.Arbitrary<Sale> = fc
  .record({
    given: fc.array(
      benefits.filter((benefit) => !isOfLines(benefit)),
      { minLength: 1, maxLength: 4 },
    ),
    wallets,
    cap: maybe(fc.record({ percent })),
    budget: maybe(money(0), 3),
    line: fc.record({
      sku: fc.constantFrom(...LABELS.sku),
      category: fc.constantFrom(...LABELS.category),
      unitPrice: minorUnits.map((price) => price % 1_000_000),
    }),
    halves: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ given, wallets, cap, budget, line, halves }) => ({
    line: { ...line, id: "2" },
    halves,
    program: {
      id: "club",
      version: "1",
      semantics: 1,
      currency: { code: "IRT", digits: 0 },
      timeZone: "UTC",
      calendar: "gregorian",
      tiers: { ladder: TIERS.map((id) => ({ id })) },
      wallets: wallets.map(({ converts: _, ...wallet }) => wallet),
      discountCap: cap,
      budgets: budget === undefined ? [] : [{ id: "b", amount: budget }],
      offers: given.map((benefit, index) => ({
        id: `o${index}`,
        always: true,
        benefit,
        limits: budget === undefined || index % 2 === 0 ? undefined : { budget: "b" },
      })),
    },
  }));

function sell({ program, line, halves }: Sale, into: "one" | "two"): Quote {
  const lines =
    into === "one"
      ? [{ ...line, quantity: 2 * halves }]
      : ["10", "2"].map((id) => ({ ...line, id, quantity: halves }));
  const at = "2026-11-21T17:30:00+03:30";
  return openClub(program).quote({
    member: { id: "m-1", standing: { tier: "silver" } },
    transaction: { id: "t-1", type: "purchase", at, currency: "IRT", lines },
  });
}

describe("a line that becomes two of half of it each", () => {
  let compared = 0;

  law("changes no total and no award, but on which lines it lies", 150, sales, (sale) => {
    const [one, two] = [sell(sale, "one"), sell(sale, "two")];
    const isClipped = [one, two].some(({ awards }) =>
      awards.some(({ kind, clipped }) => kind === "discount" && clipped !== "0"),
    );
    if (isClipped) return;
    const whole = ({ awards, totals, choice, declined }: Quote) => ({
      totals,
      choice,
      declined,
      awards: awards.map(({ lines: _, ...award }) => award),
    });
    expect(whole(two)).toEqual(whole(one));
    compared += one.awards.length > 1 ? 1 : 0;
  });

  it("and several awards stood often enough", () => expect(compared).toBeGreaterThan(25));
});
