import type { Posting } from "vafa";
import { sumOf } from "./amount-text.js";

/** What came into a wallet, and what went out of it, over all members, by why. */
export interface WalletMoves {
  readonly accrued: string;
  readonly redeemed: string;
  readonly converted: string;
  readonly lapsed: string;
  /** By refunds: what sales had accrued, and what had paid for them. */
  readonly takenBack: string;
  readonly givenBack: string;
}

export const NO_MOVES: WalletMoves = {
  accrued: "0",
  redeemed: "0",
  converted: "0",
  lapsed: "0",
  takenBack: "0",
  givenBack: "0",
};

/** By the club's account at the other end, and whether units came from it (`in`) or went there (`out`). */
const WHY: { readonly [way: string]: keyof WalletMoves } = {
  "in cost": "accrued",
  "in issued": "accrued",
  "in redeemed": "givenBack",
  "out redeemed": "redeemed",
  "out converted": "converted",
  "out expired": "lapsed",
  "out cost": "takenBack",
  "out issued": "takenBack",
};

/** Adds what postings moved; between two accounts of a member nothing comes or goes. */
export function addMoves(moves: Map<string, WalletMoves>, postings: readonly Posting[]): void {
  for (const { amount, from, to, unit } of postings) {
    const [gave, took] = [isMembers(from, unit), isMembers(to, unit)];
    if (gave === took) continue;
    const [way, club] = took ? ["in", from] : ["out", to];
    const why = WHY[`${way} ${club.slice(club.lastIndexOf(".") + 1)}`];
    if (why === undefined) continue;
    const before = moves.get(unit) ?? NO_MOVES;
    moves.set(unit, { ...before, [why]: sumOf([before[why], amount]) });
  }
}

function isMembers(account: string, unit: string): boolean {
  return account === `member:${unit}` || account.startsWith(`member:${unit}.`);
}
