import { openClub } from "vafa";
import { describe, expect } from "vitest";
import { asMember, purchases } from "./generate-case.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

describe("postings conserve", () => {
  law(
    "every movement leaves one account and reaches another, and nothing is made or lost",
    150,
    purchases.map(asMember),
    ({ program, request }) => {
      const { awards, totals, balances, entry } = openClub(program).evaluate(request);
      if (entry === undefined) throw new Error("a member's purchase is booked");
      for (const { amount, from, to } of entry.postings) {
        expect(minor(amount)).toBeGreaterThan(0n);
        expect(from).not.toBe(to);
      }
      const accounts = new Map<string, bigint>();
      const add = (unit: string, account: string, amount: bigint) => {
        const key = `${unit} ${account}`;
        accounts.set(key, (accounts.get(key) ?? 0n) + amount);
      };
      for (const { amount, from, to, unit } of entry.postings) {
        add(unit, from, -minor(amount));
        add(unit, to, minor(amount));
      }
      const gained = (unit: string, account: RegExp) =>
        [...accounts]
          .filter(([key]) => key.startsWith(`${unit} `) && account.test(key))
          .reduce((sum, [, amount]) => sum + amount, 0n);
      for (const unit of new Set(entry.postings.map((posting) => posting.unit))) {
        expect(gained(unit, /./)).toBe(0n);
      }
      const { code } = program.currency;
      expect(gained(code, / club:(?:discount|catalogue)\.cost$/)).toBe(-minor(totals.discount));
      expect(gained(code, / till:clearing$/)).toBe(minor(totals.discount) + minor(totals.redeemed));
      expect(gained(code, / member:/)).toBe(0n);
      const draws = [...entry.redemptions, ...entry.conversions].flatMap(({ wallet, draws }) =>
        draws.map((draw) => ({ ...draw, wallet })),
      );
      for (const { wallet, before, after } of balances) {
        const isOwn = (one: { readonly wallet?: string }) => one.wallet === wallet;
        const opened = sumOf(entry.lots.filter(isOwn), ({ amount }) => amount);
        const drawn = sumOf(draws.filter(isOwn), ({ amount }) => amount);
        const awarded = sumOf(awards.filter(isOwn), ({ amount }) => amount);
        const ofAwards = entry.lots.filter((lot) => isOwn(lot) && lot.offer !== null);
        expect(sumOf(ofAwards, ({ amount }) => amount)).toBe(awarded);
        expect(gained(wallet, / member:/)).toBe(opened - drawn);
        expect(gained(wallet, new RegExp(` member:${wallet}$`))).toBe(minor(after) - minor(before));
      }
      const moved = ({ lot, amount, unit }: { readonly [key in "lot" | "amount" | "unit"]: string | null }) =>
        `${amount} ${unit} of ${lot}`;
      const movedByLot = entry.postings.filter(({ lot }) => lot !== null).map(moved);
      const expected = [
        ...entry.lots.map(({ id, amount, wallet }) => moved({ lot: id, amount, unit: wallet })),
        ...draws.map(({ lot, amount, wallet }) => moved({ lot, amount, unit: wallet })),
      ];
      expect(movedByLot.sort()).toEqual(expected.sort());
    },
  );
});
