import fc from "fast-check";
import { apply, type Entry, openClub, type Program, type Request, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import type { Case } from "./generate-case.js";
import { asMember } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { law } from "./law.js";
import { spendableLots } from "./spendable-lots.js";
import { minor, sumOf } from "./sum.js";

/** What happens next to a member. */
interface Step {
  /** After the step before. */
  readonly days: number;
  readonly what: "purchase" | "survey";
  /** Which of the wallets that pay is asked for all it has. */
  readonly paying: number | undefined;
  readonly usesVouchers: boolean;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 1, 40, 200),
    what: fc.constantFrom("purchase", "purchase", "survey" as const),
    paying: fc.constantFrom(undefined, 0, 1, 2),
    usesVouchers: fc.boolean(),
  }),
  { minLength: 2, maxLength: 5 },
);

interface Chapter {
  readonly at: string;
  readonly before: Standing | undefined;
  readonly after: Standing;
  readonly balances: readonly { readonly wallet: string; readonly before: string; readonly after: string }[];
  readonly entry: Entry;
}

function live({ program, request }: Case, steps: readonly Step[]): readonly Chapter[] {
  const club = openClub(program);
  const { member = { id: "m-1" } } = request;
  let { standing } = member;
  let at = Date.parse(request.transaction.at);
  const chapters: Chapter[] = [];
  for (const [index, step] of steps.entries()) {
    at += step.days * 86_400_000;
    const instant = new Date(at).toISOString();
    const asked = {
      ...request,
      member: { ...member, standing },
      transaction: next(step, program, request, standing),
    };
    const transaction = { ...asked.transaction, id: `t-${index}`, at: instant };
    const { entry, balances } = club.evaluate({ ...asked, transaction });
    if (entry === undefined) throw new Error("max is never refused");
    const after = apply(standing, entry);
    chapters.push({ at: instant, before: standing, after, balances, entry });
    standing = after;
  }
  return chapters;
}

const SOMETHING = [{ id: "1", unitPrice: "5000" }];

function next(step: Step, program: Program, { transaction }: Request, standing: Standing | undefined) {
  const {
    redeem: _,
    vouchers: __,
    lines = SOMETHING,
    survey: ___,
    referral: ____,
    activity: _____,
    ...rest
  } = transaction;
  const held = (standing?.vouchers ?? []).slice(-10).map(({ id }) => id);
  const named = step.usesVouchers && held.length > 0 ? { vouchers: held } : {};
  if (step.what === "survey") return { ...rest, ...named, type: "survey", survey: { score: 3 } };
  const wallets = (program.wallets ?? []).filter(
    ({ kind, redemption }) => kind === "credit" || redemption !== undefined,
  );
  const wallet = step.paying === undefined ? undefined : wallets[step.paying % wallets.length];
  const paid = wallet === undefined ? {} : { redeem: [{ wallet: wallet.id, amount: "max" as const }] };
  return { ...rest, ...named, ...paid, type: "purchase" as const, lines };
}

/** All offers answer surveys, too, that can. */
const lives = fc.tuple(
  furnished.map(asMember).map(({ program, request }): Case => {
    const offers = program.offers.map((offer) =>
      JSON.stringify(offer.benefit).includes('"discount"') ? offer : { ...offer, on: ["purchase", "survey"] },
    );
    return { program: { ...program, offers }, request: { ...request, facts: undefined } };
  }),
  steps,
);

describe("from one decision to the next", () => {
  let drawn = 0;
  let used = 0;
  let converted = 0;

  law(
    "balances are what can be spent, no lot is below zero, and a voucher is used once",
    160,
    lives,
    ([one, steps]) => {
      const usedUp = new Set<string>();
      for (const { at, before, after, balances, entry } of live(one, steps)) {
        for (const row of balances) {
          const sum = (standing: Standing | undefined) =>
            sumOf(
              spendableLots(standing, at).filter(({ wallet }) => wallet === row.wallet),
              ({ amount }) => String(amount),
            );
          expect(minor(row.before)).toBe(sum(before));
          expect(minor(row.after)).toBe(sum(after));
        }
        for (const { id, amount } of after.lots ?? []) {
          const known = before?.lots?.find((lot) => lot.id === id);
          // One that was empty when it was handed over is nobody's to empty.
          if (known === undefined || minor(String(known.amount)) > 0n)
            expect(minor(String(amount))).toBeGreaterThan(0n);
        }
        const ids = (after.vouchers ?? []).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id } of entry.usedVouchers) {
          expect(before?.vouchers?.map((voucher) => voucher.id)).toContain(id);
          expect(ids).not.toContain(id);
          expect(usedUp).not.toContain(id);
          usedUp.add(id);
          used += 1;
        }
        for (const id of usedUp) expect(ids).not.toContain(id);
        drawn += entry.redemptions.length;
        converted += entry.conversions.length;
      }
    },
  );

  it("which redeemed, used and converted often enough", () => {
    expect(Math.min(drawn, used, converted)).toBeGreaterThan(2);
  });
});
