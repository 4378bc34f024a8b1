import fc from "fast-check";
import { apply, type Entry, openClub, type RefundRequest, type Standing } from "vafa";
import { balancesAt, standingOf, trialBalance, verifyChain } from "vafa/ledger";
import { describe, expect } from "vitest";
import { asMember, purchases } from "./generate-case.js";
import { law } from "./law.js";
import { minor } from "./sum.js";

/** Lines brought back one after the other, whatever of a sale that may be. */
const stories = fc.record({
  one: purchases.map(asMember),
  again: fc.boolean(),
  days: fc.array(fc.constantFrom(1, 30, 400), { minLength: 3, maxLength: 3 }),
  cause: fc.constantFrom("customer", "merchant"),
});

describe("a sale that is brought back, line by line", () => {
  law("makes a chain that verifies, nets to nothing, and agrees with the standing", 60, stories, (story) => {
    const { again, cause, days } = story;
    const { program, request } = story.one;
    const club = openClub(program);
    const entries: { readonly at: string }[] = [];
    let standing: Standing | undefined;
    const member = () => ({ ...request.member, id: "m-1", standing });
    const keep = <E extends { readonly at: string }>(entry: E | undefined): E | undefined => {
      if (entry === undefined) return undefined;
      entries.push(entry);
      standing = apply(standing, entry);
      return entry;
    };
    const sale = keep(club.evaluate({ ...request, member: member() }).entry) as Entry;
    if (again) {
      const transaction = { ...request.transaction, id: "t-again" };
      const redeem = (program.wallets ?? [])
        .filter(({ redemption }) => redemption !== undefined)
        .map(({ id }) => ({ wallet: id, amount: "max" }) as const);
      keep(club.evaluate({ ...request, member: member(), transaction: { ...transaction, redeem } }).entry);
    }
    const start = Date.parse(sale.at);
    for (const [index, line] of sale.lines.slice(0, 3).entries()) {
      const at = new Date(start + (days[index] ?? 1) * 86_400_000).toISOString();
      const returned = [{ line: line.id, quantity: line.quantity }];
      const asked = { id: `r-${index}`, at, member: member(), sale, returned, cause } as RefundRequest;
      keep(club.refund(asked).entry);
    }
    expect(verifyChain(entries)).toEqual({ ok: true, head: standing?.head });
    expect(standingOf(entries)).toEqual(standing);
    for (const { net } of trialBalance(entries).units) expect(minor(net)).toBe(0n);
    const debts = new Map(standing?.debts?.map(({ wallet, amount }) => [wallet, minor(String(amount))]));
    for (const { wallet, spendable, pending, expired, debt } of balancesAt(entries, "2121-01-01T00:00:00Z")) {
      const lots = (standing?.lots ?? []).filter((lot) => lot.wallet === wallet);
      const held = lots.reduce((sum, { amount }) => sum + minor(String(amount)), 0n);
      expect(minor(spendable) + minor(pending) + minor(expired)).toBe(held);
      expect(minor(debt)).toBe(debts.get(wallet) ?? 0n);
    }
  });
});
