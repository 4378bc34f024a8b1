import type { AdvanceDecision } from "../advance.js";
import type { Club } from "../club.js";
import { readAsked, withStanding } from "./asked.js";
import { readMemberAsked } from "./member-asked.js";
import { type Recorded, type RecordOptions, readRecorder, record, recordOptions } from "./record.js";
import type { LedgerStore } from "./store.js";

/** The store has the standing. */
export type RecordedAdvance = Recorded<{ readonly decision: Omit<AdvanceDecision, "standing"> }>;

/**
 * Lets a member's time pass up to an instant, and books what that brings: for a run every night, so that what lapses is
 * booked, and what members are to hear of is heard in time. Takes what `club.advance` takes, without `member.standing`.
 *
 * Worked: 500 of credit that lapsed at noon are booked out by the next run, once, however often it runs.
 */
export async function recordAdvance(
  store: LedgerStore,
  club: Club,
  request: unknown,
  options: RecordOptions,
): Promise<RecordedAdvance> {
  const methods = ["advance"];
  const { idempotencyKey } = readRecorder<RecordOptions>(recordOptions, options, { store, club, methods });
  const asked = readMemberAsked(readAsked(request));
  return record({ store, idempotencyKey, ...asked }, async (standing) => {
    const { standing: _, ...decision } = club.advance(withStanding(asked.request, standing));
    return { result: { decision }, entries: decision.entries };
  });
}
