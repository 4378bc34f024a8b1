import type { Club } from "../club.js";
import type { RefundDecision } from "../decision.js";
import type { RefundDocument } from "../returns/read-refund.js";
import type { Entry } from "../settlement/entry.js";
import { type Advanced, decideAfter } from "./advanced.js";
import { type Fields, readAsked } from "./asked.js";
import { readMemberAsked } from "./member-asked.js";
import { type Recorded, type RecordOptions, readRecorder, record, recordOptions } from "./record.js";
import { saleInChain } from "./sale-in-chain.js";
import type { LedgerStore } from "./store.js";

/** As `club.refund` takes it, less the standing, which the ledger has. */
export type RecordedRefundRequest = Omit<RefundDocument, "sale"> & {
  /** The sale's transaction id, or its entry. */
  readonly sale: string | Entry;
};

export type RecordedRefund = Recorded<{ readonly decision: RefundDecision; readonly advanced: Advanced }>;

/**
 * Takes back a sale, or some of it, by what the ledger says of the member, and books it, as `recordDecision` books a
 * purchase. The sale is looked up in the member's own chain, so what was never sold to them cannot come back.
 *
 * Worked: of a sale of 100,000 that gave 10,000 of credit, brought back a day later, the till gives back 100,000, and
 * the 10,000 are taken out of their lot.
 *
 * Rejects as `recordDecision` does, and with `ref-missing` at `/sale` where the chain has no such sale.
 */
export async function recordRefund(
  store: LedgerStore,
  club: Club,
  request: RecordedRefundRequest,
  options: RecordOptions,
): Promise<RecordedRefund> {
  const methods = ["advance", "refund"];
  const { idempotencyKey } = readRecorder<RecordOptions>(recordOptions, options, { store, club, methods });
  const asked = readMemberAsked(readAsked(request));
  return record({ store, idempotencyKey, ...asked }, async (standing) => {
    const found = await withSale(store, asked.memberId, asked.request);
    return decideAfter({ club, request: found, at: found.at, standing }, (request) => {
      const decision = club.refund(request);
      return { told: { decision }, entries: [decision.entry] };
    });
  });
}

async function withSale(store: LedgerStore, memberId: string, request: Fields): Promise<Fields> {
  if (request.sale === undefined) return request;
  return { ...request, sale: await saleInChain(store, memberId, request.sale, "/sale") };
}
