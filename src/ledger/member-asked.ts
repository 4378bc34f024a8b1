import { ClubError, issueAt } from "../documents/club-error.js";
import type { Asked } from "./asked.js";

/** What is asked for a member: a guest has no chain. */
export function readMemberAsked(asked: Asked): Asked & { readonly memberId: string } {
  const { memberId } = asked;
  if (memberId !== undefined) return { ...asked, memberId };
  throw new ClubError([issueAt("required", ["member", "id"], "is missing: only members have a chain")]);
}
