import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";

/** Figures of one entry that contradict each other. */
export function unbalanced(path: Path, message: string): Issue {
  return issueAt("ledger-unbalanced", path, message);
}
