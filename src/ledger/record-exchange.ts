import { apply } from "../chain/apply-entry.js";
import type { Club } from "../club.js";
import type { Decision, RefundDecision } from "../decision.js";
import { ClubError } from "../documents/club-error.js";
import { type Advanced, type Afterwards, decideAfter } from "./advanced.js";
import { type Fields, fieldsOf, readAsked, withStanding } from "./asked.js";
import { readMemberAsked } from "./member-asked.js";
import { issuesUnder } from "./read-ledger.js";
import { type Recorded, type RecordOptions, readRecorder, record, recordOptions } from "./record.js";
import type { RecordedRefundRequest } from "./record-refund.js";
import { saleInChain } from "./sale-in-chain.js";
import type { LedgerStore } from "./store.js";

/** Something is brought back, and something else taken instead, by one member at one till. */
export interface ExchangeRequest {
  readonly member: RecordedRefundRequest["member"];
  /** As `recordRefund` takes it, less the member. */
  readonly refund: Omit<RecordedRefundRequest, "member">;
  /** As `recordDecision` takes it, less the member. */
  readonly sale: { readonly transaction: unknown; readonly facts?: unknown; readonly clubUses?: unknown };
}

export interface Exchange {
  readonly refund: RefundDecision;
  /** Absent where the refund was refused. */
  readonly sale?: Decision;
}

export type RecordedExchange = Recorded<{ readonly decision: Exchange; readonly advanced: Advanced }>;

/**
 * A refund and the sale that follows on it, in one batch under one key: either both are booked, or neither, and the
 * sale is decided by what the refund leaves.
 *
 * Worked: shoes of 100,000 that were paid with 10,000 of credit come back, and others of 120,000 are bought with the
 * credit that the refund gave back: two entries, one after the other.
 *
 * Where one of the two is refused, neither is booked. Rejects as `recordRefund` does, paths beginning with `/refund` or
 * `/sale`.
 */
export async function recordExchange(
  store: LedgerStore,
  club: Club,
  request: ExchangeRequest,
  options: RecordOptions,
): Promise<RecordedExchange> {
  const methods = ["advance", "evaluate", "refund"];
  const { idempotencyKey } = readRecorder<RecordOptions>(recordOptions, options, { store, club, methods });
  const asked = readMemberAsked(readAsked(request));
  const refund = fieldsOf(asked.request.refund);
  const sale = fieldsOf(asked.request.sale);
  return record({ store, idempotencyKey, ...asked }, async (standing) => {
    const found = await saleInChain(store, asked.memberId, refund.sale, "/refund/sale");
    const { facts, clubUses } = sale;
    const time = { member: asked.request.member, ...known({ facts, clubUses }) };
    return decideAfter({ club, request: time, at: refund.at, standing }, (counted) =>
      exchange(club, counted, { ...refund, sale: found }, sale),
    );
  });
}

function exchange(
  club: Club,
  { member, clubUses }: Fields,
  refund: Fields,
  sale: Fields,
): Afterwards<{ readonly decision: Exchange }> {
  const back = under("/refund", () => club.refund({ ...refund, member }));
  if (back.entry === undefined) return { told: { decision: { refund: back } }, entries: [] };
  const standing = apply(fieldsOf(member).standing, back.entry);
  const request = withStanding({ ...sale, member, ...known({ clubUses }) }, standing);
  const taken = under("/sale", () => club.evaluate(request));
  if (taken.entry === undefined) return { told: { decision: unbooked(back, taken) }, entries: [] };
  return { told: { decision: { refund: back, sale: taken } }, entries: [back.entry, taken.entry] };
}

/** A refund that could be booked, and is not, for the sale is refused. */
function unbooked({ entry: _, ...refund }: RefundDecision, sale: Decision): Exchange {
  return { refund, sale };
}

function known(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function under<T>(path: string, decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    throw error instanceof ClubError ? new ClubError(issuesUnder(path, error.issues)) : error;
  }
}
