import type { Club, Decision, Request } from "vafa";

/** A decision with what it was made from. */
export interface Decided {
  readonly club: Club;
  readonly request: Request;
  readonly decision: Decision;
}
