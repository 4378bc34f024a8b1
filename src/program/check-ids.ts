import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { ProgramDocument } from "./program-document.js";

export function checkIds(document: ProgramDocument, issues: Issue[]): void {
  const lists: readonly (readonly [Path, readonly Named[]])[] = [
    [["wallets"], document.wallets ?? []],
    [["tiers", "ladder"], document.tiers?.ladder ?? []],
    [["groups"], document.groups ?? []],
    [["budgets"], document.budgets ?? []],
    [["offers"], document.offers],
    [["catalogue"], document.catalogue ?? []],
  ];
  for (const [path, list] of lists) checkDistinct(path, list, issues);
  const offers = new Set(document.offers.map(({ id }) => id));
  document.catalogue?.forEach(({ id }, index) => {
    if (!offers.has(id)) return;
    const message = `${JSON.stringify(id)} is an offer, beside which it would stand in one column`;
    issues.push(issueAt("duplicate-id", ["catalogue", index, "id"], message));
  });
}

interface Named {
  readonly id: string;
}

/** Two of one id are an issue at the second. */
export function checkDistinct(path: Path, list: readonly Named[], issues: Issue[]): void {
  if (list.length <= FEW && areDistinct(list)) return;
  const seen = new Set<string>();
  list.forEach(({ id }, index) => {
    if (seen.has(id))
      issues.push(issueAt("duplicate-id", [...path, index, "id"], `${JSON.stringify(id)} is there twice`));
    seen.add(id);
  });
}

/** So many are compared with each other in less time than a set of them takes: as many lines as most receipts have. */
const FEW = 12;

function areDistinct(list: readonly Named[]): boolean {
  for (let at = 1; at < list.length; at++) {
    const { id } = list[at] as Named;
    for (let before = 0; before < at; before++) if ((list[before] as Named).id === id) return false;
  }
  return true;
}
