import type { Program } from "../program/program.js";
import { entryIdOf } from "../settlement/entry-id.js";
import type { Member } from "../standing/request.js";
import { ownKey } from "./occasion.js";

/**
 * By what an entry of time is known: its place in the member's chain, so that time that passes twice is the same event.
 */
export function advanceIds(
  program: Program,
  { id, standing }: Member,
): { readonly transactionId: string; readonly entryId: string } {
  const transactionId = `advance:${standing.head.sequence + 1}:${ownKey([id])}`;
  return { transactionId, entryId: entryIdOf(program, transactionId, "advance") };
}
