import { type Decision, openClub, type Wallet } from "vafa";
import { describe, expect, it } from "vitest";
import { gather } from "./admit.js";
import type { Case } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { law } from "./law.js";
import { type StandingLot, spendableLots } from "./spendable-lots.js";
import { minor, sumOf } from "./sum.js";

function walletOf(id: string, { wallets = [] }: Case["program"]): Wallet {
  const wallet = wallets.find((one) => one.id === id);
  if (wallet === undefined) throw new Error(`there is no wallet ${id}`);
  return wallet;
}

/** What discounts left to pay of the lines that a wallet may pay. */
function leftFor(wallet: string, one: Case, { lines }: Decision): bigint {
  const { compiled, read } = gather(one);
  const items = compiled.program.wallets.find(({ id }) => id === wallet)?.redemption?.items;
  const own = lines.filter((_, index) => {
    const line = read.transaction.lines[index];
    return line !== undefined && (items === undefined || items(line));
  });
  return sumOf(own, ({ list }) => list) - sumOf(own, ({ discount }) => discount);
}

describe("what is redeemed", () => {
  let paid = 0;

  law("is there, is due, and is no more than the share that its wallet may pay", 120, furnished, (one) => {
    const decision = openClub(one.program).evaluate(one.request);
    const { status, redemptions, totals, balances, entry } = decision;
    if (status === "refused") return;
    const amounts = redemptions.filter((row) => !("catalogue" in row));
    expect(sumOf(amounts, ({ value }) => value)).toBe(minor(totals.redeemed));
    expect(minor(totals.redeemed)).toBeLessThanOrEqual(minor(totals.list) - minor(totals.discount));
    for (const { wallet, amount, value } of amounts) {
      paid += 1;
      const { redemption } = walletOf(wallet, one.program);
      const share = minor(String(redemption?.maxShare ?? "100"));
      expect(minor(amount)).toBeGreaterThan(0n);
      expect(minor(value) * minor("100")).toBeLessThanOrEqual(leftFor(wallet, one, decision) * share);
      expect(minor(amount) % minor(String(redemption?.step ?? "0.000001"))).toBe(0n);
      expect(minor(value) * minor("1")).toBeLessThanOrEqual(
        minor(amount) * minor(String(redemption?.rate ?? "1")),
      );
      const asked = one.request.transaction.redeem?.find((row) => "wallet" in row && row.wallet === wallet);
      const most = asked !== undefined && "amount" in asked ? String(asked.amount) : "0";
      if (most !== "max") expect(minor(amount)).toBeLessThanOrEqual(minor(most));
    }
    for (const { wallet, before } of balances) {
      const own = redemptions.filter((row) => row.wallet === wallet);
      expect(sumOf(own, ({ amount }) => amount)).toBeLessThanOrEqual(minor(before));
    }
    for (const { value, values, catalogue } of entry?.redemptions ?? []) {
      if (catalogue === null) expect(sumOf(values, (amount) => amount)).toBe(minor(value));
    }
  });

  it("which wallets did often enough", () => expect(paid).toBeGreaterThan(5));

  law("is drawn from lots that hold it, the first to lapse first", 120, furnished, ({ program, request }) => {
    const { entry } = openClub(program).evaluate(request);
    if (entry === undefined) return;
    const lots = spendableLots(request.member?.standing, request.transaction.at);
    const left = new Map<StandingLot, bigint>(lots.map((lot) => [lot, minor(String(lot.amount))]));
    for (const { wallet, amount, draws } of entry.redemptions) {
      expect(sumOf(draws, (draw) => draw.amount)).toBe(minor(amount));
      const own = lots.filter((lot) => lot.wallet === wallet);
      const places = draws.map(({ lot }) => own.findIndex(({ id }) => id === lot));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const [index, draw] of draws.entries()) {
        const lot = own[places[index] ?? -1];
        if (lot === undefined) throw new Error(`${draw.lot} cannot be spent`);
        const rest = (left.get(lot) ?? 0n) - minor(draw.amount);
        expect(rest).toBeGreaterThanOrEqual(0n);
        left.set(lot, rest);
        // What is free is emptied before the next one is touched; what pays only for some things need not be.
        if (index < draws.length - 1 && lot.usable === undefined) expect(rest).toBe(0n);
      }
    }
  });

  law("and where it cannot be, nothing is booked", 120, furnished, ({ program, request }) => {
    const { status, refusal, entry, intents, ...rest } = openClub(program).evaluate(request);
    if (status === "accepted") {
      expect(refusal).toBeUndefined();
      return;
    }
    expect([entry, intents]).toEqual([undefined, undefined]);
    expect(rest).toMatchObject({ awards: [], declined: [], redemptions: [], clubUses: [] });
    expect(rest.choice.proven).toBe(true);
    expect(rest.totals.due).toBe(rest.totals.list);
    for (const { before, after } of rest.balances) expect(after).toBe(before);
    const place = Number(refusal?.path.replace("/transaction/redeem/", ""));
    expect(request.transaction.redeem?.[place]).toBeDefined();
  });
});
