import type { Wallet } from "../program/wallet.js";
import { type Given, type MultipliedOf, splitOfGiven } from "./give.js";
import type { Left } from "./left.js";
import type { Multiplied } from "./value-accrual.js";

/** What was given, as multipliers ask for it: wallet by wallet. */
export function multipliedAmong(given: readonly Given[], terms: Left): MultipliedOf {
  const known = new Map<Wallet, Multiplied>();
  return (wallet) => {
    const multiplied = known.get(wallet) ?? multipliedOf(given, wallet, terms);
    known.set(wallet, multiplied);
    return multiplied;
  };
}

function multipliedOf(given: readonly Given[], wallet: Wallet, terms: Left): Multiplied {
  const own = given.filter(({ benefit }) => "wallet" in benefit && benefit.wallet === wallet);
  let known: ReadonlyMap<number, bigint> | undefined;
  return {
    amount: own.reduce((sum, { amount }) => sum + amount, 0n),
    byLine() {
      if (known !== undefined) return known;
      const byLine = new Map<number, bigint>();
      for (const one of own) {
        const { lines, amounts } = splitOfGiven(one, terms);
        for (const [at, line] of lines.entries()) {
          byLine.set(line, (byLine.get(line) ?? 0n) + (amounts[at] ?? 0n));
        }
      }
      known = byLine;
      return byLine;
    },
  };
}
