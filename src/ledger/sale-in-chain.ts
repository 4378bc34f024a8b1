import { ClubError, issueAt } from "../documents/club-error.js";
import type { Entry } from "../settlement/entry.js";
import { fieldsOf } from "./asked.js";
import type { LedgerStore } from "./store.js";

/**
 * A sale of the member's own chain, by its transaction id, or by its entry, whose hash must stand there. Throws a
 * `ClubError` (`ref-missing`) where there is none: it was never booked, or not of this member.
 */
export async function saleInChain(
  store: LedgerStore,
  memberId: string,
  sale: unknown,
  path: string,
): Promise<Entry> {
  const { hash } = fieldsOf(sale);
  const isSale = ({ kind, transactionId, ...entry }: Entry) =>
    kind === "purchase" && (typeof sale === "string" ? transactionId === sale : entry.hash === hash);
  const found = ((await store.entries(memberId)) as readonly Entry[]).find(isSale);
  if (found !== undefined) return found;
  const hint = "hand over the transaction id of a purchase of this member, or its entry";
  const issue = issueAt("ref-missing", [], "the member's chain has no such sale", { hint });
  throw new ClubError([{ ...issue, path }]);
}
