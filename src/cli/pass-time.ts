import { type AdvanceDecision, type Club, ClubError, type ClubUse, type Member } from "vafa";

/**
 * What falls due for a member up to an instant. `undefined` of whom nothing says since when time passes: the member's
 * first row will.
 */
export function passTime(
  club: Club,
  member: Member,
  at: string,
  clubUses: readonly ClubUse[],
): AdvanceDecision | undefined {
  try {
    return club.advance({ member, at, ...(clubUses.length === 0 ? {} : { clubUses }) });
  } catch (error) {
    if (error instanceof ClubError && error.issues.some(isWithoutBeginning)) return undefined;
    throw error;
  }
}

function isWithoutBeginning({ code, path }: ClubError["issues"][number]): boolean {
  return code === "required" && path === "/member/joinedAt";
}
