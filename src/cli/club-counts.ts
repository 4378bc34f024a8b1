import type { ClubUse, ClubUseRow } from "vafa";
import { lessOf, sumOf } from "./amount-text.js";

/** What the whole club has had so far, as a host would keep it: of offers limited in all, and of budgets. */
export interface ClubCounts {
  /** As requests take them. */
  rows(): readonly ClubUse[];
  add(rows: readonly ClubUseRow[]): void;
  /** Of a refund: what is no more. */
  takeOff(rows: readonly ClubUseRow[]): void;
}

export function openClubCounts(): ClubCounts {
  const offers = new Map<string, { readonly uses: number; readonly members: number }>();
  const budgets = new Map<string, string>();
  let rows: readonly ClubUse[] | undefined;
  const count = (changed: readonly ClubUseRow[], way: 1 | -1, amounts: (a: string, b: string) => string) => {
    if (changed.length > 0) rows = undefined;
    for (const row of changed) {
      if ("budget" in row) {
        budgets.set(row.budget, amounts(budgets.get(row.budget) ?? "0", row.amount));
        continue;
      }
      const { uses, members } = offers.get(row.offer) ?? { uses: 0, members: 0 };
      offers.set(row.offer, { uses: uses + way * row.uses, members: members + way * row.members });
    }
  };
  return {
    rows() {
      rows ??= [
        ...[...offers].map(([offer, counts]) => ({ offer, ...counts })),
        ...[...budgets].map(([budget, amount]) => ({ budget, amount })),
      ];
      return rows;
    },
    add: (changed) => count(changed, 1, (a, b) => sumOf([a, b])),
    takeOff: (changed) => count(changed, -1, lessOf),
  };
}
