import type { Club } from "../club.js";
import type { AdjustmentDecision } from "../settlement/compose-adjustment.js";
import { type Advanced, decideAfter } from "./advanced.js";
import { readAsked } from "./asked.js";
import { readMemberAsked } from "./member-asked.js";
import { type Recorded, type RecordOptions, readRecorder, record, recordOptions } from "./record.js";
import type { LedgerStore } from "./store.js";

export type RecordedAdjustment = Recorded<{
  readonly decision: AdjustmentDecision;
  readonly advanced: Advanced;
}>;

/**
 * Moves units of a wallet by hand, by what the ledger says of the member, and books it, as `recordDecision` books a
 * purchase. Takes an `AdjustmentRequest` without `member.standing`.
 *
 * Worked: 100 points in, of a member who owes 80, pay the debt, and open a lot of 20.
 */
export async function recordAdjustment(
  store: LedgerStore,
  club: Club,
  request: unknown,
  options: RecordOptions,
): Promise<RecordedAdjustment> {
  const methods = ["advance", "adjust"];
  const { idempotencyKey } = readRecorder<RecordOptions>(recordOptions, options, { store, club, methods });
  const asked = readMemberAsked(readAsked(request));
  return record({ store, idempotencyKey, ...asked }, async (standing) =>
    decideAfter({ club, request: asked.request, at: asked.request.at, standing }, (request) => {
      const decision = club.adjust(request);
      return { told: { decision }, entries: [decision.entry] };
    }),
  );
}
