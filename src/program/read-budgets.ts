import type { Issue } from "../documents/club-error.js";
import type { Budget } from "./program.js";
import type { BudgetDocument } from "./program-document.js";
import { readUnits, type Unit } from "./read-figures.js";

/** Reads the money that offers share, by its ids. */
export function readBudgets(
  documents: readonly BudgetDocument[],
  currency: Unit,
  issues: Issue[],
): ReadonlyMap<string, Budget> {
  const budgets = documents.map(({ id, amount: value, onShort = "partial" }, index): [string, Budget] => {
    const figure = { value, path: ["budgets", index, "amount"] };
    return [id, { id, amount: readUnits(figure, currency.digits, currency.name, issues) ?? 0n, onShort }];
  });
  return new Map(budgets);
}
